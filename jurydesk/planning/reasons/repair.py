"""What somebody could change so that a hearing finds its place, and the session as it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay
from jurydesk.domain.certification import Certification, CompositionStatus
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex, Training
from jurydesk.domain.release import Appointment, Role
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hours, Session
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.summons import Answer, Reply, answered
from jurydesk.domain.ties import TieState
from jurydesk.planning.reasons.facts import NOT_BEFORE, Fact, FactKind

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is changed, and by how much where that can be counted."""

    fact: Fact
    count: int = 1
    """Quarters of an hour by which half-days are longer; persons to be found."""
    women: int | None = None
    """How many of the persons to be found must be women, the others men; None: no matter."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that together let a candidacy be heard beside all that are heard now."""

    changes: tuple[Change, ...]
    cost: int
    others: int | None = 0
    """At least how many of the others who wait it lets be heard as well; None: not known."""
    is_verified: bool = False
    """Whether the whole session was solved anew with these changes made."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return the facts that are given up."""
        return tuple(change.fact for change in self.changes)


def amend(facts: SessionFacts, changes: tuple[Change, ...]) -> SessionFacts | None:
    """Return the session as the changes make it; None where one of them cannot be made up.

    Whether a file becomes complete, or a day is found, is nothing that the facts could say.
    """
    amended, not_made_up = amend_partly(facts, changes)
    return None if not_made_up else amended


def amend_partly(
    facts: SessionFacts, changes: tuple[Change, ...]
) -> tuple[SessionFacts, tuple[Change, ...]]:
    """Return the session as those changes make it that can be made up, and the other changes."""
    not_made_up = []
    for change in changes:
        how = _CHANGES.get(change.fact.kind)
        amended = how(facts, change) if how else None
        if amended is None:
            not_made_up.append(change)
        else:
            facts = amended
    return facts, tuple(not_made_up)


def without_half_day(
    absences: tuple[Absence, ...], day: date, half_day: HalfDay
) -> tuple[Absence, ...]:
    """Return the absences with one half-day taken out of them."""
    return tuple(part for absence in absences for part in _cut(absence, day, half_day))


def _cut(absence: Absence, day: date, half_day: HalfDay) -> Iterator[Absence]:
    if absence.kind is not AvailabilityKind.AWAY or not absence.covers(day, half_day):
        yield absence
        return
    if absence.start < day:
        yield replace(absence, end=day - timedelta(days=1))
    if absence.half_day is None:
        (other,) = set(HalfDay) - {half_day}
        yield replace(absence, start=day, end=day, half_day=other)
    if day < absence.end:
        yield replace(absence, start=day + timedelta(days=1))


def longer_hours(hours: Hours, half_day: HalfDay, quarters: int) -> Hours | None:
    """Begin the mornings earlier, or end the afternoons later; None where the day has no more."""
    day, length = date(2000, 1, 1), quarters * QUARTER
    if half_day is HalfDay.AM:
        start = datetime.combine(day, hours.start) - length
        return replace(hours, start=start.time()) if start.date() == day else None
    end = datetime.combine(day, max(hours.end, hours.lunch_end, hours.start)) + length
    return replace(hours, end=end.time()) if end.date() == day else None


def room_more(rooms: tuple[str, ...]) -> str:
    """Return a name for a further room: the last one's, counted on."""
    last = rooms[-1] if rooms else "Salle 0"
    stem, _, number = last.rpartition(" ")
    count = int(number) if stem and number.isdecimal() else 1
    stem = stem if stem and number.isdecimal() else last
    while f"{stem} {count + 1}" in rooms:
        count += 1
    return f"{stem} {count + 1}"


def _with_examiner(facts: SessionFacts, examiner: Examiner) -> SessionFacts:
    return replace(facts, examiners={**facts.examiners, examiner.id: examiner})


def _come(facts: SessionFacts, change: Change) -> SessionFacts | None:
    fact, examiner = change.fact, facts.examiners[change.fact.examiner]
    if fact.day is None or fact.half_day is None:
        return None
    said = without_half_day(examiner.absences, fact.day, fact.half_day)
    if fact.kind is not FactKind.AWAY:
        free = AvailabilityKind.FREE
        said = (*said, Absence(fact.day, fact.day, fact.half_day, kind=free, given=facts.today))
    return _with_examiner(facts, replace(examiner, absences=said))


def _change_mind(facts: SessionFacts, change: Change) -> SessionFacts | None:
    """Let somebody accept the half-day that they declined."""
    fact, person = change.fact, (Role.EXAMINER, change.fact.examiner)
    summons = facts.summons_of(person)
    if summons is None or fact.day is None or fact.half_day is None:
        return None
    start, end = facts.session.hours.bounds(fact.half_day)
    begins, ends = (datetime.combine(fact.day, moment) for moment in (start, end))
    to = (Appointment(fact.day, fact.half_day, "", begins, ends),)
    yes = Answer(Reply.ACCEPTED, facts.today or fact.day, to)
    others = (one for one in facts.summonses if one.person != person)
    return replace(facts, summonses=(*others, answered(summons, yes)))


def _leave_other(facts: SessionFacts, change: Change) -> SessionFacts:
    seat = (change.fact.examiner, change.fact.day, change.fact.half_day)
    return replace(facts, elsewhere=tuple(place for place in facts.elsewhere if place != seat))


def _designate(facts: SessionFacts, change: Change) -> SessionFacts:
    examiner, days = facts.examiners[change.fact.examiner], facts.session.days
    mandates = (*examiner.mandates, Mandate(min(days), max(days)))
    return _with_examiner(facts, replace(examiner, mandates=mandates))


def _allow(facts: SessionFacts, change: Change) -> SessionFacts:
    examiner = facts.examiners[change.fact.examiner]
    judges = (*(examiner.judges or ()), change.fact.certification)
    return _with_examiner(facts, replace(examiner, judges=judges))


def _set_tie_aside(facts: SessionFacts, change: Change) -> SessionFacts:
    person = facts.candidacies[change.fact.candidacy].candidate_id
    pair = (person, change.fact.examiner)
    # What somebody declared stays, even if it was declared since
    ties = tuple(
        tie
        for tie in facts.ties
        if (tie.candidate_id, tie.examiner_id) != pair or tie.state is not TieState.PROPOSED
    )
    return replace(facts, ties=ties)


def _recruit(facts: SessionFacts, change: Change) -> SessionFacts:
    for found in recruits(facts, change):
        facts = _with_examiner(facts, replace(found, id=min((0, *facts.examiners)) - 1))
    return facts


def recruits(facts: SessionFacts, change: Change) -> tuple[Examiner, ...]:
    """Return the persons that a change asks to find, as far as it says who they must be."""
    if change.fact.kind is not FactKind.NOBODY_ELSE:
        return ()
    women = change.women
    sexes = (
        Sex.NOT_STATED if women is None else Sex.FEMALE if number < women else Sex.MALE
        for number in range(change.count)
    )
    return tuple(recruit(facts, change.fact.seat, sex) for sex in sexes)


def recruit(facts: SessionFacts, seat: str, sex: Sex) -> Examiner:
    """Return somebody for a kind of seat who is always free and bound to nobody."""
    return Examiner(
        last_name="+",
        first_name="",
        sex=sex,
        qualifications=(Qualification(seat, "+"),),
        mandates=(Mandate(min(facts.session.days), max(facts.session.days)),),
        judges=facts.session.certifications,
        training=Training.TRAINED,
        id=min((0, *facts.examiners)) - 1,
    )


def _allow_again(session: Session, change: Change) -> Session | None:
    if change.fact.ban is None:
        return None
    return replace(session, pins=session.pins.with_ban(change.fact.ban, forbidden=False))


def _on_session(change: Callable[[Session, Change], Session | None]) -> _How:
    def changed(facts: SessionFacts, made: Change) -> SessionFacts | None:
        session = change(facts.session, made)
        return None if session is None else replace(facts, session=session)

    return changed


def with_room(session: Session, _change: Change) -> Session:
    """Return the session with one more room."""
    return replace(session, rooms=(*session.rooms, room_more(session.rooms)))


def with_longer_hours(session: Session, change: Change) -> Session | None:
    """Return the session with longer mornings or afternoons."""
    if change.fact.half_day is None:
        return None
    hours = longer_hours(session.hours, change.fact.half_day, change.count)
    return None if hours is None else replace(session, hours=hours)


def _come_earlier(facts: SessionFacts, change: Change) -> SessionFacts | None:
    if change.fact.code != NOT_BEFORE:
        return None
    candidacy = replace(facts.candidacies[change.fact.candidacy], not_before=None)
    return replace(facts, candidacies={**facts.candidacies, candidacy.id: candidacy})


def _confirm(facts: SessionFacts, change: Change) -> SessionFacts | None:
    code = change.fact.certification
    sheet = _confirmed(facts.sheet(code), AccessRoute(change.fact.code))
    if sheet is None:
        return None
    return replace(facts, certifications={**facts.certifications, code: sheet})


def _confirmed(sheet: Certification, route: AccessRoute) -> Certification | None:
    known = sheet.composition(route)
    if known is None:
        return None
    confirmed = replace(known, status=CompositionStatus.CONFIRMED)
    terms = (replace(t, composition=confirmed) if t.route is route else t for t in sheet.routes)
    return replace(sheet, routes=tuple(terms))


_How = Callable[[SessionFacts, Change], SessionFacts | None]
_CHANGES: Mapping[FactKind, _How] = {
    FactKind.AWAY: _come,
    FactKind.LAPSED: _come,
    FactKind.UNANSWERED: _come,
    FactKind.DECLINED: _change_mind,
    FactKind.BUSY: _leave_other,
    FactKind.MANDATE: _designate,
    FactKind.SCOPE: _allow,
    FactKind.TIE: _set_tie_aside,
    FactKind.NOBODY_ELSE: _recruit,
    FactKind.ROOMS: _on_session(with_room),
    FactKind.HOURS: _on_session(with_longer_hours),
    FactKind.RULE: _come_earlier,
    FactKind.COMPOSITION: _confirm,
    FactKind.BAN: _on_session(_allow_again),
}
