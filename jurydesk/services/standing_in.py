"""A late cancellation: the seat falls vacant, and who may stand in is ranked by what it costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence
from jurydesk.domain.findings import blocking
from jurydesk.domain.people import Sex
from jurydesk.domain.pins import standing_pins
from jurydesk.domain.session_rules import check_hearing, check_session
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import board_of, facts_of, session_by_code, session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.placing import jury_of, seat_options
from jurydesk.services.recording import finish
from jurydesk.services.seating import seated, with_jury

if TYPE_CHECKING:
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Jury
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SeatOption, SessionBoard


@dataclass(frozen=True, slots=True)
class Effect:
    """What the jury and its hearings would be with somebody in the seat."""

    women: int
    men: int
    recusals: int
    """Hearings on which a member may not deliberate."""
    unheard: int
    """Hearings that the rules would no longer let this jury hold."""
    blocking: int
    """What would block in the whole session."""


@dataclass(frozen=True, slots=True)
class Substitute:
    """Somebody who might take a seat; `effect` is None where a rule keeps the person out of it."""

    option: SeatOption
    effect: Effect | None

    @property
    def examiner(self) -> Examiner:
        """Return the person."""
        return self.option.examiner


def cancel_juror(
    desk: Desk, *, code: str, jury: int, examiner_id: int, reason: str = ""
) -> Outcome[SessionBoard]:
    """Record that a member cannot come: away on that half-day, and the seat is vacant.

    Raises:
        RefusedByRule: the session is frozen; the attendance of the day is recorded then.
        WrongUsage: the person does not sit in that jury.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        if not session.can_be_planned:
            raise RefusedByRule("SESSION-FROZEN", {"session": code})
        place = jury_of(session, jury)
        juror = place.juror(examiner_id)
        if juror is None:
            raise WrongUsage("EXAMINER-NOT-SEATED", {"jury": jury, "session": code})
        person = unit.examiners.get(examiner_id)
        unit.examiners.save(_away(person, place, reason))
        facts = session_facts(unit, session, today=desk.clock.today())
        left = with_jury(facts, seated(facts, place, juror.seat, None))
        stored = unit.sessions.save(replace(left, pins=standing_pins(left)))
        details = {"session": code, "jury": jury, "examiner": person.full_name}
        finish(unit, EventType.JUROR_CANCELLED, details)
        board = board_of(unit, stored, today=desk.clock.today())
        return Outcome(board, unit.changes, board.findings, "ACT-JUROR-CANCELLED")


def substitutes(board: SessionBoard, *, jury: int, seat: str) -> tuple[Substitute, ...]:
    """Return everybody for one seat, ranked by the effect on the whole session.

    First those with whom every hearing can be held and nothing blocks, of them those who bring the
    fewest recusals, then the balance of women and men, then those who sit least.
    """
    facts = facts_of(board)
    place = jury_of(board.session, jury)
    found = [
        Substitute(one, None if blocking(one.findings) else _effect(facts, place, seat, one))
        for one in seat_options(board, jury=jury, seat=seat)
    ]
    return tuple(sorted(found, key=_rank))


def _away(person: Examiner, jury: Jury, reason: str) -> Examiner:
    absence = Absence(jury.day, jury.day, jury.half_day, reason.strip())
    every = sorted((*person.absences, absence), key=lambda one: (one.start, one.end))
    return replace(person, absences=tuple(every))


def _effect(facts: SessionFacts, jury: Jury, seat: str, option: SeatOption) -> Effect:
    session = with_jury(facts, seated(facts, jury, seat, option.examiner.id))
    then = replace(facts, session=session)
    people = [facts.examiners.get(j.examiner_id) for j in jury_of(session, jury.number).jurors]
    sexes = [person.sex for person in people if person]
    hearings = session.hearings_of(jury.number)
    return Effect(
        women=sexes.count(Sex.FEMALE),
        men=sexes.count(Sex.MALE),
        recusals=sum(bool(hearing.recused) for hearing in hearings),
        unheard=sum(bool(blocking(check_hearing(then, hearing))) for hearing in hearings),
        blocking=len(blocking(check_session(then))),
    )


def _rank(one: Substitute) -> tuple[object, ...]:
    option, effect = one.option, one.effect
    last = (len(option.findings), option.load, option.examiner.full_name)
    if effect is None:
        return (True, 0, 0, 0, 0, *last)
    imbalance = abs(effect.women - effect.men)
    return (False, effect.blocking, effect.unheard, effect.recusals, imbalance, *last)
