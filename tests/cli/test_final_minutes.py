"""Each mandatory statement taken away as it would really be missing: nothing final without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jurydesk.bootstrap import open_desk
from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Attendance, Outcome, Recusal, Result
from jurydesk.domain.people import Sex
from jurydesk.services.clock import SetClock
from jurydesk.services.settings import read_settings, save_settings
from tests.builders import (
    CODE,
    DAY,
    a_composition,
    a_record,
    a_session,
    some_routes,
)
from tests.cli.conftest import Run
from tests.cli.recorded_office import ELEVEN, A

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk, UnitOfWork

BC03 = f"{CODE}BC03"


def settings(**changes: Any) -> Callable[[Desk], None]:
    def damage(desk: Desk) -> None:
        save_settings(desk, settings=replace(read_settings(desk), **changes))

    return damage


def stored(change: Callable[[UnitOfWork], Any]) -> Callable[[Desk], None]:
    """Change what is stored in one unit, as another program or an older version would leave it."""

    def damage(desk: Desk) -> None:
        with desk.open_unit() as unit:
            change(unit)
            unit.audit.record(EventType.SESSION_CHANGED, {"session": A, "what": "frame"})
            unit.commit()

    return damage


def sheet(**changes: Any) -> Callable[[Desk], None]:
    def change(unit: UnitOfWork) -> None:
        known = unit.certifications.by_code(CODE)
        assert known is not None
        unit.certifications.save(replace(known, **changes))

    return stored(change)


def session(**changes: Any) -> Callable[[Desk], None]:
    def change(unit: UnitOfWork) -> None:
        known = unit.sessions.by_code(A)
        assert known is not None
        unit.sessions.save(replace(known, **changes))

    return stored(change)


def jury(**changes: Any) -> Callable[[Desk], None]:
    def change(unit: UnitOfWork) -> None:
        known = unit.sessions.by_code(A)
        assert known is not None
        unit.sessions.save(replace(known, juries=(replace(known.juries[0], **changes),)))

    return stored(change)


def seatless(unit: UnitOfWork) -> None:
    known = unit.sessions.by_code(A)
    assert known is not None
    first, *others = known.juries[0].jurors
    jurors = (replace(first, seat=" "), *others)
    unit.sessions.save(replace(known, juries=(replace(known.juries[0], jurors=jurors),)))


def member(**changes: Any) -> Callable[[Desk], None]:
    return stored(lambda unit: unit.examiners.save(replace(unit.examiners.get(1), **changes)))


def all_men(unit: UnitOfWork) -> None:
    for person in unit.examiners.all():
        unit.examiners.save(replace(person, sex=Sex.MALE))


def candidate(**changes: Any) -> Callable[[Desk], None]:
    return stored(lambda unit: unit.candidates.save(replace(unit.candidates.get(1), **changes)))


def deliberation(**changes: Any) -> Callable[[Desk], None]:
    def change(unit: UnitOfWork) -> None:
        (known,) = unit.deliberations.all()
        unit.deliberations.save(replace(known, **changes))

    return stored(change)


def record(**changes: Any) -> Callable[[Desk], None]:
    return deliberation(records=(a_record(1, **changes),))


def expired(unit: UnitOfWork) -> None:
    known = unit.certifications.by_code(CODE)
    assert known is not None
    unit.certifications.save(replace(known, registered_until=DAY - timedelta(days=1)))
    path = unit.candidacies.get(1)
    unit.candidacies.save(replace(path, training=replace(path.training, entry=None)))


@dataclass(frozen=True)
class Missing:
    """One statement, how it comes to be missing, the rule that names it."""

    name: str
    rule: str
    damage: Callable[[Desk], None]


_PROPOSED = some_routes(a_composition(status=CompositionStatus.PROPOSED))
_HELD = a_session().hearings[0]
_TIMELESS = replace(_HELD, end=_HELD.start + timedelta(days=1))
_RESULTS = a_record().results
_AWAY = tuple(Attendance(1, number, present=number == 4) for number in (1, 2, 3, 4))
MISSING = (
    Missing("certifier", "MIN-01", settings(name=" ")),
    Missing("siret", "MIN-02", settings(siret="")),
    Missing("representative", "MIN-03", settings(representative="")),
    Missing("function of the representative", "MIN-03", settings(representative_role="")),
    Missing("title", "MIN-04", sheet(title="")),
    Missing("level", "MIN-05", sheet(level=None)),
    Missing("composition", "MIN-06", sheet(routes=_PROPOSED)),
    Missing("date", "MIN-07", session(days=())),
    Missing("place", "MIN-08", session(place="")),
    Missing("appeals", "MIN-09", settings(recourse="")),
    Missing("candidates", "MIN-10", session(hearings=(), candidacies=())),
    Missing("president", "DELIB-20", jury(president_id=None)),
    Missing("quality of a member", "MIN-12", member(occupation="")),
    Missing("employer of a member", "MIN-13", member(organisation="")),
    Missing("mandate of a member", "MIN-14", member(mandates=())),
    Missing("presence", "DELIB-08", deliberation(attendance=())),
    Missing("reason of one sex", "MIN-16", stored(all_men)),
    Missing("birth date", "MIN-17", candidate(birth_date=None)),
    Missing("appearance", "DELIB-01", deliberation(records=())),
    Missing("result of a block", "DELIB-02", record(results=_RESULTS[:2])),
    Missing(
        "reason of a refusal",
        "DELIB-03",
        record(results=(*_RESULTS[:2], Result(BC03, Outcome.REFUSED))),
    ),
    Missing(
        "evidence of a refusal",
        "DELIB-26",
        record(results=(*_RESULTS[:2], Result(BC03, Outcome.REFUSED, "…", "", "…"))),
    ),
    Missing(
        "advice after a refusal",
        "DELIB-27",
        record(results=(*_RESULTS[:2], Result(BC03, Outcome.REFUSED, "…", "…", ""))),
    ),
    Missing("declarations", "DELIB-16", deliberation(declarations=())),
    Missing("reason of a recusal", "DELIB-15", record(recusals=(Recusal(3, " "),))),
    Missing("ground of L6113-9", "MIN-30", stored(expired)),
    Missing(
        "hours", "MIN-31", session(hearings=(replace(_HELD, end=_HELD.start + timedelta(days=1)),))
    ),
    Missing("role of a member", "MIN-32", stored(seatless)),
    Missing("signatures", "DELIB-04", deliberation(attendance=_AWAY)),
    Missing("identity", "MIN-34", candidate(birth_name="", first_names=(" ",))),
)


@pytest.fixture
def office(run: Run, recorded: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    shutil.copyfile(recorded, place)
    monkeypatch.setenv("JURYDESK_TODAY", f"{DAY:%Y-%m-%d}")
    return run


def test_minutes_from_which_nothing_is_missing_are_final(office: Run, tmp_path: Path) -> None:
    ran = office("minutes", A, tmp_path / "pv.pdf", "--final", "--json")
    assert (ran.code, ran.document["number"]) == (0, "PV-2026-001"), ran.err


@pytest.mark.parametrize("missing", MISSING, ids=lambda one: one.name)
def test_minutes_are_not_final_without_a_mandatory_statement(
    missing: Missing, office: Run, place: Path, tmp_path: Path
) -> None:
    desk = open_desk(place, clock=SetClock(ELEVEN))
    try:
        missing.damage(desk)
    finally:
        desk.close()
    out = tmp_path / "pv.pdf"
    ran = office("minutes", A, out, "--final", "--json")
    named = [finding["code"] for finding in ran.document["error"]["findings"]]
    assert (ran.code, missing.rule in named, out.exists()) == (4, True, False), (named, ran.err)
    assert all(finding["text"] for finding in ran.document["error"]["findings"])
    draft = office("minutes", A, out, "--json")
    assert (draft.code, draft.document["final"]) == (0, False), "a draft is always printed"


def test_every_rule_of_minutes_is_seen_from_outside() -> None:
    seen = {missing.rule for missing in MISSING}
    assert {
        f"MIN-{number:02d}" for number in (*range(1, 11), *range(12, 15), 16, 17, 30, 31, 32, 34)
    } <= seen
