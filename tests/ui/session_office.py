"""A workspace in which a session can be held today: people in order, one tie, settings complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy, Handed, Intake, TrainingRecord
from jurydesk.domain.certification import SEAT_KINDS
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex, Training
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import Tie, TieKind, TieState
from jurydesk.services.candidates import save_file
from jurydesk.services.certifications import confirm_composition
from jurydesk.services.examiners import save_examiner
from jurydesk.services.planning import propose
from jurydesk.services.sessions import SessionDraft, create_session
from jurydesk.services.settings import OfficeSettings, read_settings, save_settings
from jurydesk.services.ties import declare_tie
from tests.ui.office import FAMILY, FIRST, TODAY, candidate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.services.ports import Desk

TITLE = "RNCP34316"
"""Judged block by block."""
PLACE = "12 rue des Studios, 93200 Saint-Denis"
OTHER_TITLE = "RNCP6082"
"""Judged as a whole."""
CODE = "2026-11-A"
PAIR = "2026-11-P"


def fill_for_a_session(desk: Desk, *, candidates: int = 6, teams: int = 2) -> None:
    """Add everybody that one session needs; `teams` people can take each seat."""
    save_settings(desk, settings=complete(read_settings(desk)))
    confirm_composition(desk, code=TITLE, like="RNCP6082")
    for number in range(teams * len(SEAT_KINDS)):
        save_examiner(desk, examiner=member(number))
    for number in range(candidates):
        save_file(desk, candidate=candidate(number), candidacy=trained())
    words = "Stage : Les Films du Canal"
    for examiner in range(1, teams * len(SEAT_KINDS), len(SEAT_KINDS)):
        declare_tie(
            desk, tie=Tie(1, examiner, TieKind.PLACEMENT, TieState.CONFIRMED, evidence=words)
        )


def hold(
    desk: Desk, *, days: Iterable[date] = (TODAY,), rooms: tuple[str, ...] = ("Salle 1",)
) -> None:
    """Create a session of everybody and keep a proposal for it."""
    create_session(desk, draft=SessionDraft(CODE, (TITLE,), tuple(days), rooms))
    propose(desk, code=CODE, seconds=5)


def complete(settings: OfficeSettings) -> OfficeSettings:
    """Return settings with every statement that the minutes need."""
    return replace(
        settings,
        address=PLACE,
        siret="39179458300065",
        representative="Odile Garance",
        representative_role="Directrice",
        place=PLACE,
    )


def incomplete(settings: OfficeSettings) -> OfficeSettings:
    """Return settings in which nobody represents the certifier."""
    return replace(settings, representative="", representative_role="")


def member(number: int) -> Examiner:
    """Return one person of the pool, in order for one kind of seat."""
    seat = SEAT_KINDS[number % len(SEAT_KINDS)]
    teaches = seat == "TEACHING_STAFF"
    return Examiner(
        last_name=FAMILY[-1 - number % len(FAMILY)],
        first_name=FIRST[(number + 3) % len(FIRST)],
        sex=(Sex.FEMALE, Sex.MALE)[number % 2],
        occupation="Régisseur général",
        organisation="CEFPF" if teaches else f"Studio {number}",
        of_certifier=teaches,
        email=f"jury{number}@example.org",
        qualifications=(Qualification(seat, "Attestation du 12/01/2024"),),
        mandates=(Mandate(date(2025, 1, 1), date(2027, 12, 31), "Décision 2024-07"),),
        judges=None,
        training=Training.TRAINED,
        trained_in=2025,
    )


def trained() -> Candidacy:
    """Return a path through continuing education that is ready for a jury."""
    training = TrainingRecord(
        "Promotion 2024",
        entry=date(2024, 10, 7),
        exit=date(2026, 6, 30),
        assessment=Decimal(13),
        dissertation=Handed.YES,
        attendance=Handed.YES,
    )
    route = AccessRoute.CONTINUING_EDUCATION
    return Candidacy(0, TITLE, route, intake=Intake.COMPLETE, training=training)


def hold_pair(desk: Desk, *, code: str = PAIR, days: Iterable[date] = (TODAY,)) -> None:
    """Add three candidates of another title, and plan a session of both."""
    numbers = range(100, 103)
    for number in numbers:
        save_file(desk, candidate=candidate(number), candidacy=aiming_at_other())
    draft = SessionDraft(code, (TITLE, OTHER_TITLE), tuple(days), ("Salle 1", "Salle 2"))
    create_session(desk, draft=draft)
    propose(desk, code=code, seconds=5)


def aiming_at_other() -> Candidacy:
    """Return a path to the other title, begun while it was registered."""
    path = trained()
    training = replace(path.training, entry=date(2014, 1, 6), exit=date(2014, 6, 30))
    return replace(path, certification=OTHER_TITLE, training=training)
