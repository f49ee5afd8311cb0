"""Every sentence of the papers is printed by some paper; none waits for a case that is gone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import product

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.evaluation_grid import render_grids
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import (
    Appearance,
    Decision,
    Declaration,
    Incident,
    Outcome,
    Voice,
    Vote,
)
from jurydesk.domain.findings import Severity
from jurydesk.domain.minutes import BlockStatement, Totals
from jurydesk.domain.people import Sex
from jurydesk.domain.regularity import Regularity
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import RULES
from jurydesk.domain.session import Modality
from jurydesk.wording import Wording, catalogue
from tests.documents import builders as b
from tests.documents.grid_sheets import sheet

_SAID = ((True, None), (True, datetime.fromisoformat("2026-12-14T09:00")), (False, None))
_IRREGULAR = Regularity(1, 3, 2, (RULES["DELIB-20"].finding(jury=1),))
_REFUSED = BlockStatement(
    "RNCP40642BC01", "Bloc", Outcome.REFUSED, "Absent.", evidence="Page 3.", advice="Relire."
)
AREAS = ("minutes.", "papers.")


@dataclass(frozen=True)
class Listening(Wording):
    """Remembers which sentences it was asked for."""

    heard: set[str] = field(default_factory=set, compare=False)

    def text(self, code, /, **figures):
        count = figures.get("count", 0)
        many = isinstance(count, int) and count > 1 and self.has(f"{code}.many")
        self.heard.add(f"{code}.many" if many else code)
        return super().text(code, **figures)


def candidates():
    for sex, decision in product(Sex, (*Decision, None)):
        yield b.candidate(sex=sex, decision=decision)
        yield b.candidate(sex=sex, decision=decision, scope_whole=False, birth_place="")
    for route in AccessRoute:
        yield b.candidate(route=route, vote=Vote(1, 1, 2), recused=(("A", ""), ("B", "c")))
        for voice in Voice:
            yield b.candidate(route=route, vote=Vote(1, 1, 2, casting=voice), presided_by="C")
    for regular in (Regularity(1, 3, 1), Regularity(3, 3, 2), _IRREGULAR):
        yield b.candidate(regularity=regular)
    yield b.partial(blocks=(_REFUSED,))
    yield b.partial(vote=Vote(2, 1), blocks=b.partial().blocks[:1], scope_whole=False)
    yield b.partial()
    yield b.absent()
    yield b.candidate(blocks=(b.block("RNCP40642BC01"),))
    yield b.candidate(blocks=(), birth_date=None, deliberating=1)
    for sex, place in product(Sex, ("", "Dakar (Sénégal)")):
        yield b.candidate(
            sex=sex, birth_date=None, birth_partial="1985", birth_place=place, blocks=()
        )
    yield b.candidate(blocks=(b.block(outcome=Outcome.REFUSED), b.block("WHOLE", None)))
    yield b.candidate(appearance=Appearance.EXPECTED, blocks=(b.block("WHOLE"),))


def juries():
    heard = tuple(candidates())
    yield b.jury(candidates=heard)
    seats = (*b.MEMBERS, "OTHER")
    for sex, present in product(Sex, (True, False, None)):
        members = tuple(
            replace(
                b.MEMBERS.get(seat, b.member()),
                sex=sex,
                seat=seat,
                seat_label="",
                present=present,
                mandate_end=None,
                left=time(12),
            )
            for seat in seats
        )
        yield b.jury(members=members, candidates=heard[:1], half_day=HalfDay.PM)
    yield b.jury(members=(b.member(),), candidates=(), one_sex_reason="refus écrits")
    yield b.jury(
        members=(b.member("EMPLOYEES"), b.member("TEACHING_STAFF", sex=Sex.NOT_STATED)),
        candidates=(b.candidate(vote=Vote(1, 1)),),
    )


def contents():
    findings = tuple(replace(b.BALANCE, severity=severity) for severity in Severity)
    everything = tuple(juries())
    for number in (1, 2):
        totals = Totals(*([number] * 8))
        yield b.content(totals=totals, juries=everything[:number], findings=findings)
    jury = everything[0]
    said = [Declaration(1, 1, read_files=True, no_tie=tie, at=at) for tie, at in _SAID]
    members = [replace(jury.members[0], declaration=one, acting=True) for one in said]
    named = replace(members[0], acting_reason="Retard")
    placed = (Incident("Alarme", 1), Incident("Reprise", 1, time(10)), Incident("Fin", at=time(9)))
    yield b.content(juries=(replace(jury, members=(*members, named)),), placed_incidents=placed)
    yield b.content(juries=everything, amends="PV-1", incidents="Aléa", recourse="")
    for modality, status in zip(Modality, CompositionStatus, strict=True):
        yield b.content(modality=modality, composition_status=status, place="")
    yield b.whole_content(certification=replace(b.content().certification, level=None))
    yield b.whole_content(certification=replace(b.content().certification, whole=None))
    yield b.whole_content(
        composition_status=CompositionStatus.CONFIRMED, composition_confirmed_on=None, place=""
    )
    yield b.content(juries=(), certifier=replace(b.content().certifier, representative=""))
    days = tuple(b.jury(number=n, day=b.DAY + timedelta(days=n)) for n in range(9))
    yield b.content(juries=days)
    yield b.content(juries=(b.jury(site="Bry", site_address="2 avenue de l’Europe"),))


def test_every_sentence_is_printed_somewhere():
    wording = Listening("fr")
    for content in contents():
        missing = (replace(b.BALANCE, code="MIN-02", figures=()),) if content.amends else ()
        render_minutes(content, wording=wording, missing=missing)
        render_attendance((content,), wording=wording)
        render_passage((content,), wording=wording)
    render_grids((sheet(),), wording=wording)
    ours = {code for code in catalogue("fr") if code.startswith(AREAS)}
    assert sorted(ours - wording.heard) == []
