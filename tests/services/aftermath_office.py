"""An office whose session is closed: one of every decision, with or without issued minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    HearingRecord,
    Outcome,
    Recusal,
    Result,
)
from jurydesk.domain.session import Hours
from jurydesk.services import minutes
from jurydesk.services.clock import SetClock
from jurydesk.services.deliberating import SessionResults, close_deliberation, record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.wording import Wording
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_hearing,
    a_jury,
    a_pool,
    a_session,
    a_vae,
)
from tests.fakes import FakeOffice

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk

A = "2026-12-A"
FRENCH = Wording("fr")
FULL, PARTIAL, NONE, ABSENT, VAE = 1, 2, 3, 4, 5
OFFICE = OfficeSettings(
    address="1 rue du Jury, 75011 Paris",
    siret="39179458300065",
    representative="Hélène Fictive",
    representative_role="directrice",
)
EVENING = datetime.fromisoformat("2026-12-14T18:00")
NEXT_DAY = datetime.fromisoformat("2026-12-15T10:00")
FIRST_NAMES = {FULL: "Ophélie", PARTIAL: "Quentin", NONE: "Rosalie", ABSENT: "Siméon", VAE: "Tess"}
NAMES = {
    FULL: "Legrand",
    PARTIAL: "Marchand",
    NONE: "Nivoche",
    ABSENT: "Ottavi",
    VAE: "Przybylski",
}
REASON = "Le plan de financement présenté n’est pas équilibré et les aides régionales manquent."
WHY_TIED = "A dirigé le stage de la personne en 2025."


def an_office(*, is_issued: bool = True) -> FakeOffice:
    """Five candidates heard on one morning; number 5 is a VAE path with somebody who supports."""
    office = FakeOffice()
    office.store(a_certification(), *a_pool())
    for number, name in NAMES.items():
        office.store(a_person(number, name), a_path(number))
    office.store(the_session())
    hold(office.desk, office.clock, is_issued=is_issued)
    return office


def a_real_office(path: Path) -> tuple[Desk, SetClock]:
    """The same in a workspace file."""
    clock = SetClock(EVENING)
    desk = create_workspace(path, actor="Camille", clock=clock)
    with desk.open_unit() as unit:
        sheet = unit.certifications.by_code(CODE)
        assert sheet is not None
        unit.certifications.save(replace(a_certification(), id=sheet.id, version=sheet.version))
        for one in a_pool():
            unit.examiners.add(replace(one, id=0))
        for number, name in NAMES.items():
            unit.candidates.add(replace(a_person(number, name), id=0))
            unit.candidacies.add(replace(a_path(number), id=0))
        unit.sessions.add(replace(the_session(), id=0))
        unit.audit.record(EventType.SESSION_CREATED, {"session": A})
        unit.commit()
    hold(desk, clock)
    return desk, clock


def the_session() -> Session:
    hearings = tuple(
        a_hearing(number, at=f"{9 + at // 2:02d}:{30 * (at % 2):02d}", minutes=30)
        for at, number in enumerate(NAMES)
    )
    return a_session(
        candidacies=tuple(NAMES), juries=(a_jury(),), hearings=hearings, hours=Hours(minutes=30)
    )


def hold(desk: Desk, clock: SetClock, *, is_issued: bool = True) -> None:
    """Hold the session, close it, and issue the minutes on the next day."""
    save_settings(desk, settings=OFFICE)
    clock.move_to(EVENING)
    freeze_session(desk, code=A)
    record_results(desk, code=A, results=results())
    close_deliberation(desk, code=A)
    clock.move_to(NEXT_DAY)
    if is_issued:
        minutes.print_minutes(desk, code=A, wording=FRENCH, final=True)


def a_person(number: int, name: str) -> Candidate:
    first = FIRST_NAMES[number]
    return replace(
        a_candidate(number),
        birth_name=name,
        first_names=(first, "Anne"),
        email=f"{first.lower()}@example.net",
        phone=f"+3361234567{number}",
    )


def a_path(number: int) -> Candidacy:
    if number == VAE:
        return a_vae(number, accompanist="Denis Corbin")
    return a_candidacy(number)


def results() -> SessionResults:
    present = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
    return SessionResults(present, tuple(a_record_of(number) for number in NAMES))


def a_record_of(number: int) -> HearingRecord:
    if number == ABSENT:
        return HearingRecord(number, Appearance.ABSENT)
    refused = {FULL: (), PARTIAL: ("2", "3"), NONE: ("1", "2", "3"), VAE: ("3",)}[number]
    blocks = tuple(
        Result(f"{CODE}BC0{n}", Outcome.REFUSED, REASON)
        if n in refused
        else Result(f"{CODE}BC0{n}", Outcome.ACQUIRED)
        for n in "123"
    )
    recusals = (Recusal(2, WHY_TIED),) if number == PARTIAL else ()
    told = "Reprendre le suivi budgétaire sur un projet complet." if refused else ""
    return HearingRecord(number, Appearance.PRESENT, blocks, recusals=recusals, recommendation=told)


__all__ = [
    "ABSENT",
    "DAY",
    "FRENCH",
    "FULL",
    "NONE",
    "PARTIAL",
    "VAE",
    "A",
    "a_real_office",
    "an_office",
]
