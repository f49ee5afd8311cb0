"""A workspace with fictitious people, for the pages to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Handed,
    Intake,
    TrainingRecord,
)
from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.people import (
    BirthPlace,
    Candidate,
    Examiner,
    Mandate,
    Qualification,
    Sex,
    Training,
)
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.services.candidates import save_file
from jurydesk.services.clock import clock_on
from jurydesk.services.examiners import save_examiner
from jurydesk.services.ties import declare_tie

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

TODAY = date(2026, 11, 23)
FAMILY = (
    "Legrand",
    "Nguyễn",
    "O’Brien",
    "de La Tour",
    "Étienne",
    "Martin",
    "Ziani",
    "Kowalczyk",
    "Bernard-Lefèvre",
    "Sow",
    "Müller",
)
FIRST = ("Ophélie", "Jean-Marc", "Inès", "Aïcha", "Loïc", "Clémence", "Noé")
TOWNS = (("Saint-Étienne", "42218"), ("Paris", "75056"), ("Le Mans", "72181"))
CERTIFICATIONS = ("RNCP6082", "RNCP34316", "RNCP40642", "RNCP41481")
WORK = (
    ("Directrice de production", "Les Films du Canal"),
    ("Régisseur général", "Syndicat des techniciens"),
    ("Autrice-réalisatrice", ""),
    ("Formateur", "CEFPF"),
)


def new_desk(folder: Path) -> Desk:
    """Return an empty workspace on a fixed day."""
    return create_workspace(folder / "bureau.jurydesk", actor="Camille", clock=clock_on(TODAY))


def fill(desk: Desk, *, candidates: int = 24, examiners: int = 12) -> None:
    """Add people in every state that a page shows."""
    for number in range(examiners):
        save_examiner(desk, examiner=examiner(number))
    for number in range(candidates):
        save_file(desk, candidate=candidate(number), candidacy=candidacy(number))
    if candidates and examiners:
        words = "Stage : Les Films du Canal"
        declare_tie(desk, tie=Tie(1, 1, TieKind.PLACEMENT, evidence=words))


def candidate(number: int) -> Candidate:
    """Return one person."""
    family, first = FAMILY[number % len(FAMILY)], FIRST[number % len(FIRST)]
    town, insee = TOWNS[number % len(TOWNS)]
    plain = f"{first}.{family}".lower().replace(" ", "")
    return Candidate(
        birth_name=family,
        first_names=(first, "Marie") if number % 3 == 0 else (first,),
        sex=(Sex.FEMALE, Sex.MALE, Sex.FEMALE)[number % 3],
        birth_date=date(1985, 1, 15) + timedelta(days=97 * number),
        birth_place=BirthPlace(town, insee, country="France"),
        email=f"{plain}.{number}@example.org",
        phone=f"+336{10_000_000 + 7919 * number}",
        employer="" if number % 4 else "Les Films du Canal",
    )


def candidacy(number: int) -> Candidacy:
    """Return one path: every other one by experience."""
    code = CERTIFICATIONS[number % len(CERTIFICATIONS)]
    if number % 2:
        return replace(_training(number), certification=code)
    return replace(_experience(number), certification=code)


def _experience(number: int) -> Candidacy:
    received = TODAY - timedelta(days=20 + 11 * number)
    statuses = (
        AdmissibilityStatus.ADMISSIBLE,
        AdmissibilityStatus.COMPLETE,
        AdmissibilityStatus.ADMISSIBLE,
    )
    status = statuses[number // 2 % 3]
    decided = received + timedelta(days=30) if status.opens_the_jury else None
    return Candidacy(
        0,
        "",
        AccessRoute.EXPERIENCE,
        intake=Intake.COMPLETE,
        begun=received,
        admissibility=AdmissibilityFile(received, received + timedelta(days=5), decided, status),
        validation_received=TODAY - timedelta(days=40) if decided and number % 4 == 0 else None,
        accompanist="B. Peyrat",
    )


def _training(number: int) -> Candidacy:
    routes = (
        AccessRoute.INITIAL_TRAINING,
        AccessRoute.CONTINUING_EDUCATION,
        AccessRoute.APPRENTICESHIP,
    )
    return Candidacy(
        0,
        "",
        routes[number // 2 % 3],
        intake=Intake.DRAFT if number % 5 == 0 else Intake.COMPLETE,
        training=TrainingRecord(
            promotion=f"Promotion {2025 + number % 2}",
            entry=date(2025, 10, 6),
            exit=date(2026, 10, 30),
            assessment=Decimal(11 + number % 7),
            dissertation=Handed.YES if number % 3 else Handed.NO,
            # Those of initial training still wait for it
            attendance=Handed.YES if number // 2 % 3 else Handed.UNKNOWN,
            placement="Studio Garance",
            trainer="Sylvie Moreau",
        ),
        extra_time=number % 7 == 0,
    )


def examiner(number: int) -> Examiner:
    """Return one person of the pool."""
    occupation, organisation = WORK[number % len(WORK)]
    seat = SEAT_KINDS[number % len(SEAT_KINDS)]
    ends = (date(2027, 12, 31), date(2026, 12, 31), date(2026, 6, 30))[number % 3]
    return Examiner(
        last_name=FAMILY[-1 - number % len(FAMILY)],
        first_name=FIRST[(number + 3) % len(FIRST)],
        sex=(Sex.FEMALE, Sex.MALE)[number % 2],
        occupation=occupation,
        organisation=organisation,
        of_certifier=seat == "TEACHING_STAFF",
        is_employee=number % 2 == 0,
        email=f"jury{number}@example.org",
        phone=f"+336{20_000_000 + 7919 * number}",
        qualifications=(Qualification(seat, "Attestation du 12/01/2024"),),
        mandates=(Mandate(date(2024, 1, 1), ends, "Décision 2024-07"),),
        absences=(
            Absence(date(2026, 12, 14), date(2026, 12, 16), None, "Tournage"),
            Absence(date(2027, 1, 4), date(2027, 1, 4), HalfDay.AM),
        )
        if number % 3 == 0
        else (),
        judges=None if number % 2 else CERTIFICATIONS[:2],
        training=(Training.TRAINED, Training.UNKNOWN)[number % 2],
        trained_in=2025 if number % 2 == 0 else None,
    )
