"""What a place or a seat would mean, asked of a board already read: quick enough for a drag."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from jurydesk.domain.ban_rules import bans_before, bans_on_seat
from jurydesk.domain.findings import Severity
from jurydesk.domain.session import Hearing
from jurydesk.domain.session_rules import check_hearing, check_juror, recusals
from jurydesk.errors import WrongUsage
from jurydesk.services.facts import facts_of
from jurydesk.services.views import PlaceCheck, SeatOption

if TYPE_CHECKING:
    from datetime import date, time

    from jurydesk.domain.certification import Seat
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Jury, Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.views import SessionBoard


class PlaceChecker:
    """Checks many places of one board: what the rules need is gathered once."""

    def __init__(self, board: SessionBoard) -> None:
        """Gather it."""
        self._facts = facts_of(board)

    def check(self, *, candidacy_id: int, jury: int, start: datetime | time) -> PlaceCheck:
        """Return the hearing as it would stand there, and what it would break."""
        hearing = hearing_at(self._facts, candidacy_id=candidacy_id, jury=jury, start=start)
        found = check_hearing(self._facts, hearing)
        return PlaceCheck(hearing, (*found, *bans_before(self._facts, hearing)))


def check_place(
    board: SessionBoard, *, candidacy_id: int, jury: int, start: datetime | time
) -> PlaceCheck:
    """Return the hearing as it would stand there, and what it would break."""
    return PlaceChecker(board).check(candidacy_id=candidacy_id, jury=jury, start=start)


def seat_options(board: SessionBoard, *, jury: int, seat: str) -> tuple[SeatOption, ...]:
    """Return everybody of the pool for one seat: the possible ones first, the less busy first."""
    facts = facts_of(board)
    place = jury_of(board.session, jury)
    terms = seat_terms(facts, place, seat)
    others = replace(place, jurors=tuple(j for j in place.jurors if j.seat != seat))
    options = [
        SeatOption(
            examiner,
            (
                *check_juror(facts, others, seat=terms, examiner=examiner),
                *bans_on_seat(facts, others, examiner.id),
            ),
            board.loads.get(examiner.id, 0),
        )
        for examiner in facts.examiners.values()
    ]
    return tuple(sorted(options, key=_rank))


def hearing_at(
    facts: SessionFacts, *, candidacy_id: int, jury: int, start: datetime | time
) -> Hearing:
    """Return a hearing of the right length with the recusals that ties ask for.

    Raises:
        WrongUsage: the candidacy or the jury is not of this session, or the day is another.
    """
    candidacy = facts.candidacies.get(candidacy_id)
    if candidacy is None:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": facts.session.code})
    place = jury_of(facts.session, jury)
    moment = _on(place.day, start)
    if moment.date() != place.day:
        raise WrongUsage("HEARING-OTHER-DAY", {"jury": jury, "session": facts.session.code})
    length = facts.session.hours.length(extra_time=candidacy.extra_time)
    recused = recusals(facts, place, candidacy)
    return Hearing(candidacy_id, jury, moment, moment + length, recused)


def jury_of(session: Session, number: int) -> Jury:
    """Return one jury.

    Raises:
        WrongUsage: the session has none with that number.
    """
    jury = session.jury(number)
    if jury is None:
        raise WrongUsage("JURY-UNKNOWN", {"jury": number, "session": session.code})
    return jury


def seat_terms(facts: SessionFacts, jury: Jury, seat: str) -> Seat:
    """Return a seat as the sheet describes it for this jury.

    Raises:
        WrongUsage: the composition has no such seat.
    """
    found = (composition.seat(seat) for composition in facts.compositions_of(jury))
    terms = next((terms for terms in found if terms is not None), None)
    if terms is None:
        raise WrongUsage("SEAT-UNKNOWN", {"seat": seat, "session": facts.session.code})
    return terms


def weight(findings: tuple[Finding, ...]) -> tuple[int, int, int]:
    """Return how many findings block, need a reason, warn: less is better."""
    order = (Severity.BLOCKING, Severity.NEEDS_REASON, Severity.WARNING)
    blocks, reasons, warnings = (sum(f.severity is s for f in findings) for s in order)
    return blocks, reasons, warnings


def _rank(option: SeatOption) -> tuple[tuple[int, int, int], int, str]:
    return weight(option.findings), option.load, option.examiner.full_name


def _on(day: date, start: datetime | time) -> datetime:
    return start if isinstance(start, datetime) else datetime.combine(day, start)
