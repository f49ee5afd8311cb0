"""A session with as many hearings as wanted, planned by counting: eight to a jury."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.people import Candidate, Examiner, Mandate, Qualification, Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hearing, Juror, Jury, Session
from jurydesk.services.clock import clock_on
from jurydesk.services.settings import OfficeSettings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.ports import Desk

CODE = "2026-12-A"
TITLE = "RNCP40642"
FIRST = date(2026, 12, 14)
ROOMS = 3
A_JURY = 4
"""Hearings of one half-day."""
SEATS = ("EMPLOYERS", "EMPLOYEES", "INDEPENDENT", "TEACHING_STAFF")
NAMES = ("Legrand", "Œuvrard", "Đỗ", "Kowalczyk", "Ben Salah", "D’Almeida", "Nguyễn", "Étienne")


def office_with(path: Path, hearings: int) -> Desk:
    """A workspace whose one session hears so many candidates."""
    desk = create_workspace(path, actor="Camille", clock=clock_on(date(2026, 11, 23)))
    save_settings(desk, settings=OfficeSettings(address="1 rue du Jury, 75000 Paris"))
    with desk.open_unit() as unit:
        people = [unit.candidates.add(_candidate(n)) for n in range(hearings)]
        paths = [
            unit.candidacies.add(Candidacy(p.id, TITLE, AccessRoute.CONTINUING_EDUCATION)).id
            for p in people
        ]
        pool = [unit.examiners.add(_examiner(n)).id for n in range(len(SEATS) * ROOMS)]
        unit.sessions.add(_session(paths, pool))
        unit.audit.record(EventType.SESSION_CREATED, {})
        unit.commit()
    return desk


def _candidate(number: int) -> Candidate:
    return Candidate(
        f"{NAMES[number % len(NAMES)]} {number:03d}",
        ("Ophélie", "Łucja"),
        sex=Sex.FEMALE,
        birth_date=date(1990, 1, 1) + timedelta(days=number),
        email=f"candidate{number}@exemple.invalid",
        phone=f"+3363900{number:04d}",
    )


def _examiner(number: int) -> Examiner:
    seat = SEATS[number % len(SEATS)]
    return Examiner(
        f"Juré{number:02d}",
        "Clémence",
        organisation="Société Ørsted & Cie",
        sex=Sex.FEMALE if number % 2 else Sex.MALE,
        phone="+33639001204",
        qualifications=(Qualification(seat, "contrat.pdf"),),
        mandates=(Mandate(date(2026, 1, 1), date(2026, 12, 31), "décision n° 4"),),
    )


def _session(paths: list[int], pool: list[int]) -> Session:
    juries: list[Jury] = []
    hearings: list[Hearing] = []
    for number, first in enumerate(range(0, len(paths), A_JURY), 1):
        jury = _jury(number, pool)
        juries.append(jury)
        start = datetime.combine(jury.day, time(9) if jury.half_day is HalfDay.AM else time(14))
        for at, path in enumerate(paths[first : first + A_JURY]):
            begins = start + timedelta(minutes=45 * at)
            hearings.append(Hearing(path, number, begins, begins + timedelta(minutes=45)))
    days = tuple(dict.fromkeys(jury.day for jury in juries))
    session = Session(CODE, (TITLE,), days=days, candidacies=tuple(paths))
    return replace(session, juries=tuple(juries), hearings=tuple(hearings))


def _jury(number: int, pool: list[int]) -> Jury:
    place = (number - 1) % ROOMS
    half = (number - 1) // ROOMS
    members = pool[place * len(SEATS) : (place + 1) * len(SEATS)]
    jurors = tuple(
        Juror(who, seat, external=seat != "TEACHING_STAFF", deliberates=seat != "TEACHING_STAFF")
        for who, seat in zip(members, SEATS, strict=True)
    )
    return Jury(
        number,
        FIRST + timedelta(days=half // 2),
        HalfDay.PM if half % 2 else HalfDay.AM,
        f"Salle {place + 1}",
        TITLE,
        jurors,
        president_id=members[0],
    )
