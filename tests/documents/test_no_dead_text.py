"""Every sentence of the papers is printed by some paper; none waits for a case that is gone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from itertools import product

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Appearance, Decision, Outcome, Vote
from jurydesk.domain.findings import Severity
from jurydesk.domain.minutes import Totals
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Modality
from jurydesk.services.papers import PAPERS
from jurydesk.wording import Wording, catalogue
from tests.documents import builders as b

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
    # Names of papers in the list of a session, and what only the paper itself can say
    elsewhere = {f"papers.{kind.code}" for kind in PAPERS} | {"papers.parchments.one"}
    ours = {code for code in catalogue("fr") if code.startswith(AREAS)} - elsewhere
    assert sorted(ours - wording.heard) == []
