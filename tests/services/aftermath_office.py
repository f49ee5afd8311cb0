"""An office whose session is closed: one of every decision, with or without issued minutes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

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
        office.store(a_person(number, name))
        office.store(a_path(number))
    hearings = tuple(
        a_hearing(number, at=f"{9 + at // 2:02d}:{30 * (at % 2):02d}", minutes=30)
        for at, number in enumerate(NAMES)
    )
    session = a_session(
        candidacies=tuple(NAMES), juries=(a_jury(),), hearings=hearings, hours=Hours(minutes=30)
    )
    office.store(session)
    save_settings(office.desk, settings=OFFICE)
    office.clock.move_to(EVENING)
    freeze_session(office.desk, code=A)
    record_results(office.desk, code=A, results=results())
    close_deliberation(office.desk, code=A)
    office.clock.move_to(NEXT_DAY)
    if is_issued:
        minutes.print_minutes(office.desk, code=A, wording=FRENCH, final=True)
    return office


def a_person(number: int, name: str) -> object:
    first = FIRST_NAMES[number]
    return replace(
        a_candidate(number),
        birth_name=name,
        first_names=(first, "Anne"),
        email=f"{first.lower()}@example.net",
        phone=f"+3361234567{number}",
    )


def a_path(number: int) -> object:
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


__all__ = ["ABSENT", "DAY", "FRENCH", "FULL", "NONE", "PARTIAL", "VAE", "A", "an_office"]
