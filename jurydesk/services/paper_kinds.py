"""What a kind of paper of a session is: when it is needed, how far it is, how it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.wording import Wording


class PaperStage(StrEnum):
    """When a paper is needed."""

    BEFORE = "BEFORE"
    """To convene people and to prepare the day."""
    DAY = "DAY"
    """In the rooms."""
    AFTER = "AFTER"
    """What is decided, and what follows from it."""


class PaperState(StrEnum):
    """Whether a paper can be handed out."""

    READY = "READY"
    DRAFT = "DRAFT"
    """It can be printed, and is not final."""
    MISSING = "MISSING"
    """There is nothing to print yet."""


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """How far a paper has come; `why` is the code of a sentence where it is not ready."""

    state: PaperState
    why: str = ""


Standing = Callable[["UnitOfWork", "Session"], PaperStanding]
"""Says how far a paper of a session has come, without printing it."""

READY = PaperStanding(PaperState.READY)


def always_ready(_unit: UnitOfWork, _session: Session) -> PaperStanding:
    """Tell of a paper that can be printed at any time."""
    return READY


def once_there_are_juries(_unit: UnitOfWork, session: Session) -> PaperStanding:
    """Tell of a paper that shows juries."""
    return READY if session.juries else PaperStanding(PaperState.MISSING, "PAPER-NO-JURY")


def once_minutes_are_issued(unit: UnitOfWork, session: Session) -> PaperStanding:
    """Tell of a paper that rests on final minutes."""
    if not session.juries:
        return once_there_are_juries(unit, session)
    issued = {one.certification for one in unit.minutes.of_session(session.id)}
    if issued.issuperset(session.recorded):
        return READY
    return PaperStanding(PaperState.MISSING, "PAPER-NOT-ISSUED")


class Printing(Protocol):
    """Prints every copy of one kind of paper that a session needs now; maybe none.

    One that yields its copies one by one can be stopped between them.
    """

    def __call__(self, desk: Desk, *, code: str, wording: Wording) -> Iterable[PrintedPaper]:
        """Print them."""
        ...


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper of a session. `code` names it in the wording: `papers.<code>`."""

    code: str
    stage: PaperStage
    print_all: Printing
    standing: Standing = once_there_are_juries
