"""The papers of a session, each with the moment at which an office needs it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.filenames import attendance_name, passage_name
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.services.annulment_papers import print_annulments
from jurydesk.services.facts import session_by_code
from jurydesk.services.minutes import content_now, print_minutes
from jurydesk.services.printing import PrintedPaper, write_paper

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


class PaperStage(StrEnum):
    """When a paper is needed."""

    BEFORE = "BEFORE"
    """To convene people and to prepare the day."""
    DAY = "DAY"
    """In the rooms."""
    AFTER = "AFTER"
    """What is decided, and what follows from it."""


class Printing(Protocol):
    """Prints every copy of one kind of paper that a session needs now; maybe none."""

    def __call__(self, desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
        """Print them."""
        ...


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper of a session. `code` names it in the wording: `papers.<code>`."""

    code: str
    stage: PaperStage
    print_all: Printing


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


def _every_attendance(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    return (print_attendance(desk, code=code, wording=wording),)


def _every_passage(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    return (print_passage(desk, code=code, wording=wording),)


PAPERS: tuple[PaperKind, ...] = (
    PaperKind("minutes", PaperStage.AFTER, _every_minutes),
    PaperKind("attendance", PaperStage.DAY, _every_attendance),
    PaperKind("passage", PaperStage.DAY, _every_passage),
    PaperKind("annulment", PaperStage.AFTER, print_annulments),
)
"""Every paper of a session, in the order of a folder."""


def print_documents(desk: Desk, *, code: str, folder: Path, wording: Wording) -> tuple[Path, ...]:
    """Write every paper of a session into a folder; return their paths.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    kinds = (kind.print_all(desk, code=code, wording=wording) for kind in PAPERS)
    papers = [paper for printed in kinds for paper in printed]
    return tuple(write_paper(folder / paper.name, paper) for paper in papers)


def contents_of(desk: Desk, code: str) -> tuple[MinutesContent, ...]:
    """Return what is shown of each certification that the juries of a session judge."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        return tuple(content_now(unit, session, judged) for judged in session.recorded)
