"""What minutes say as issued, of whole sessions and of one candidate: the latest always counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.judged import judged_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.domain.minutes import CandidateStatement, JuryStatement, Minutes
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Stated:
    """What issued minutes say of one candidate, and before which jury."""

    minutes: Minutes
    jury: JuryStatement
    candidate: CandidateStatement


def latest(stored: Iterable[Minutes]) -> tuple[Minutes, ...]:
    """Return the minutes that count of each certification: an amendment takes their place."""
    return tuple({one.certification: one for one in stored}.values())


def minutes_of(unit: UnitOfWork, session: Session, certification: str = "") -> Minutes:
    """Return the minutes that count of one certification.

    Raises:
        WrongUsage: the session judges several certifications, and none of them is named.
        RefusedByRule: they are not issued yet.
    """
    judged = judged_in(session, certification)
    found = latest(unit.minutes.of_session(session.id))
    issued = next((one for one in found if one.certification == judged), None)
    if issued is None:
        raise RefusedByRule("AFTER-NOT-ISSUED", {"session": session.code, "certification": judged})
    return issued


def stated_in(minutes: Minutes) -> Iterator[Stated]:
    """Yield what the minutes say of each candidate, in the order of the day."""
    for jury in minutes.content.juries:
        for candidate in jury.candidates:
            yield Stated(minutes, jury, candidate)


def stated_of(unit: UnitOfWork, session: Session, candidacy_id: int) -> Stated:
    """Return what the minutes that count say of one candidacy.

    Raises:
        WrongUsage: the session did not hear it.
        RefusedByRule: the minutes are not issued yet.
    """
    if session.hearing(candidacy_id) is None:
        raise WrongUsage("AFTER-NOT-HEARD", {"session": session.code, "number": candidacy_id})
    issued = minutes_of(unit, session, session.judged(candidacy_id))
    found = (one for one in stated_in(issued) if one.candidate.candidacy_id == candidacy_id)
    stated = next(found, None)
    if stated is None:
        raise WrongUsage("AFTER-NOT-HEARD", {"session": session.code, "number": candidacy_id})
    return stated
