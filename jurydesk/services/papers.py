"""The papers of a session, each with the moment at which an office needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.filenames import attendance_name, passage_name
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.services import after_papers
from jurydesk.services.annulment_papers import print_annulments
from jurydesk.services.day_papers import print_blank_minutes, print_contacts, print_room_signs
from jurydesk.services.facts import session_by_code
from jurydesk.services.grid_papers import print_grids
from jurydesk.services.minutes import print_minutes
from jurydesk.services.paper_kinds import (
    PaperKind,
    PaperStage,
    PaperStanding,
    PaperState,
    Printing,
    always_ready,
    once_minutes_are_issued,
    once_there_are_juries,
)
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.session_contents import contents_of
from jurydesk.services.summons_papers import (
    once_released,
    print_employer_copies,
    print_summonses,
)

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording

__all__ = [
    "PAPERS",
    "PaperKind",
    "PaperStage",
    "PaperStanding",
    "PaperState",
    "Printing",
    "always_ready",
    "contents_of",
    "once_minutes_are_issued",
    "once_there_are_juries",
    "print_attendance",
    "print_passage",
]


def print_attendance(desk: Desk, *, code: str, wording: Wording) -> PrintedPaper:
    """Print the attendance sheets of a session, one per jury."""
    contents = contents_of(desk, code)
    pdf = render_attendance(contents, wording=wording)
    return PrintedPaper(attendance_name(contents[0].session_code), pdf)


def print_passage(desk: Desk, *, code: str, wording: Wording) -> PrintedPaper:
    """Print the order of passage of a session."""
    contents = contents_of(desk, code)
    pdf = render_passage(contents, wording=wording)
    return PrintedPaper(passage_name(contents[0].session_code), pdf)


def _every_minutes(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    with desk.open_unit() as unit:
        recorded = session_by_code(unit, code).recorded
    return tuple(print_minutes(desk, code=code, wording=wording, certification=c) for c in recorded)


def _standing_of_minutes(unit: UnitOfWork, session: Session) -> PaperStanding:
    """Minutes are printed as a draft until they are issued."""
    standing = once_minutes_are_issued(unit, session)
    is_draft = standing.state is PaperState.MISSING and bool(session.juries)
    return PaperStanding(PaperState.DRAFT, "PAPER-DRAFT") if is_draft else standing


def _every_attendance(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    return (print_attendance(desk, code=code, wording=wording),)


def _every_passage(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    return (print_passage(desk, code=code, wording=wording),)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("summonses", PaperStage.BEFORE, print_summonses, once_released),
    PaperKind("employer_copies", PaperStage.BEFORE, print_employer_copies, once_released),
    PaperKind("minutes", PaperStage.AFTER, _every_minutes, _standing_of_minutes),
    PaperKind("attendance", PaperStage.DAY, _every_attendance),
    PaperKind("passage", PaperStage.DAY, _every_passage),
    PaperKind("annulment", PaperStage.AFTER, print_annulments),
    PaperKind("signs", PaperStage.DAY, print_room_signs),
    PaperKind("contacts", PaperStage.DAY, print_contacts, always_ready),
    PaperKind("blank", PaperStage.DAY, print_blank_minutes),
    PaperKind("regularity", PaperStage.AFTER, after_papers.every_regularity),
    PaperKind("notifications", PaperStage.AFTER, after_papers.every_notification),
    PaperKind("trainer-sheets", PaperStage.AFTER, after_papers.every_trainer_sheet),
    PaperKind("parchments", PaperStage.AFTER, after_papers.every_parchment),
    PaperKind("grids", PaperStage.DAY, print_grids),
)
"""Every paper of a session, in the order of a folder."""
