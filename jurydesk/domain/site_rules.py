"""Whether a jury and its candidates can be where the timetable puts them: rooms and travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.session import Hearing, Jury, Modality, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.sites import Equipment, Site, SiteMap, Span
from jurydesk.domain.subjects import of_candidate, of_jury

MARGIN = 30
"""Minutes for a meal and for what goes wrong on the way: with less than that, travel is tight."""


def check_room(facts: SessionFacts, jury: Jury) -> Iterator[Finding]:
    """Check the room of a jury: its size, its days and hours, its equipment."""
    room = facts.sites.room(jury.room)
    if room is None:
        return
    where: Figures = {"room": room.name, "jury": jury.number}
    persons = _persons(facts, jury)
    if not room.holds(persons):
        held = room.capacity or 0
        yield found("ROOM-01", of_jury(jury), **where, capacity=held, persons=persons)
    if not room.spans(jury.day, jury.half_day, facts.session.hours.bounds(jury.half_day)):
        when: Figures = {"day": jury.day, "half_day": jury.half_day}
        yield found("ROOM-02", of_jury(jury), **where, **when)
    if lacks_video(facts.session, facts.sites, jury.room):
        yield found("ROOM-05", of_jury(jury), **where)


def check_room_for(
    facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy
) -> Iterator[Finding]:
    """Check the room of a jury for one candidate: its hours, and whether they can enter it."""
    room = facts.sites.room(jury.room)
    if room is None:
        return
    subject = facts.candidacy_subject(candidacy)
    where: Figures = {"room": room.name, "jury": jury.number}
    spans = room.spans(jury.day, jury.half_day, facts.session.hours.bounds(jury.half_day))
    start, end = hearing.start.time(), hearing.end.time()
    # A room that is closed all the half-day is told of once, for the jury
    if spans and not any(first <= start and end <= last for first, last in spans):
        yield found("ROOM-03", subject, **where, day=jury.day, begins=start, ends=end)
    if candidacy.step_free and Equipment.STEP_FREE not in room.equipment:
        yield found("ROOM-04", subject, **where)


def lacks_video(session: Session, sites: SiteMap, room: str) -> bool:
    """Tell whether people are to join from elsewhere and the room has nothing for that."""
    known = sites.room(room)
    if known is None or session.modality is Modality.ON_SITE:
        return False
    return Equipment.VIDEO not in known.equipment


def _persons(facts: SessionFacts, jury: Jury) -> int:
    """Count who is in the room at once: the jury, its vacant seats filled, and a candidate."""
    smallest = min((len(c.seats) for c in facts.compositions_of(jury)), default=0)
    return max(len(jury.jurors), smallest) + 1


@dataclass(frozen=True, slots=True)
class Presence:
    """Where somebody is for one half-day, and between which hours."""

    day: date
    half_day: HalfDay
    site: Site
    span: Span
    jury: Jury | None = None
    """None: in another session."""


def check_member_travel(
    facts: SessionFacts, jury: Jury, examiner_id: int, *, hearing: Hearing | None = None
) -> Iterator[Finding]:
    """Check that a member gets from one site to the other between the half-days of a day.

    `hearing` is one that is asked about and not yet among those of the session.
    """
    here = presence(facts, jury, hearing)
    if here is None:
        return
    subject = facts.examiner_subject(examiner_id)
    others = (j for j in facts.session.juries if j.number != jury.number and j.juror(examiner_id))
    there = (presence(facts, other) for other in others if other.day == jury.day)
    elsewhere = _elsewhere(facts, jury, SubjectKind.EXAMINER, examiner_id)
    yield from _ways(facts, subject, here, *there, *elsewhere)


def check_candidate_travel(
    facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy
) -> Iterator[Finding]:
    """Check the same of a candidate who is heard twice on a day, for two candidacies."""
    here = presence(facts, jury, hearing, alone=True)
    if here is None:
        return
    person = candidacy.candidate_id
    own = (
        (other, facts.session.jury(other.jury))
        for other in facts.session.hearings
        if other.candidacy_id != candidacy.id
        and (known := facts.candidacies.get(other.candidacy_id))
        and known.candidate_id == person
    )
    there = [presence(facts, j, h, alone=True) for h, j in own if j and j.day == jury.day]
    elsewhere = _elsewhere(facts, jury, SubjectKind.CANDIDATE, person)
    subject = of_candidate(facts.candidates[person])
    yield from _ways(facts, subject, here, *there, *elsewhere)


def presence(
    facts: SessionFacts, jury: Jury, hearing: Hearing | None = None, *, alone: bool = False
) -> Presence | None:
    """Return where and when a jury sits, or only one hearing; None where no site has its room."""
    site = facts.sites.site_of(jury.room)
    if site is None:
        return None
    heard = [] if alone else [h for h in facts.session.hearings if h.jury == jury.number]
    if hearing is not None:
        heard = [h for h in heard if h.candidacy_id != hearing.candidacy_id] + [hearing]
    return Presence(*jury.half, site, _span(facts, jury, heard), jury)


def _span(facts: SessionFacts, jury: Jury, hearings: list[Hearing]) -> Span:
    """Return from the first to the last hearing; without any, all that the half-day has."""
    if hearings:
        return min(h.start for h in hearings).time(), max(h.end for h in hearings).time()
    return frame(facts, jury)


def frame(facts: SessionFacts, jury: Jury) -> Span:
    """Return from when until when a jury can sit at the most: the half-day, and its room."""
    within = facts.session.hours.bounds(jury.half_day)
    room = facts.sites.room(jury.room)
    spans = room.spans(jury.day, jury.half_day, within) if room else ()
    return (spans[0][0], spans[-1][1]) if spans else within


def _elsewhere(
    facts: SessionFacts, jury: Jury, role: SubjectKind, person: int
) -> Iterator[Presence]:
    for stay in facts.stays:
        if (stay.role, stay.person, stay.day) == (role, person, jury.day):
            site = facts.sites.site(stay.site)
            if site is not None:
                yield Presence(stay.day, stay.half_day, site, (stay.start, stay.end))


def _ways(
    facts: SessionFacts,
    subject: Subject,
    here: Presence,
    *others: Presence | None,
) -> Iterator[Finding]:
    """Yield what is found of each way to or from another site on the other half-day."""
    for there in others:
        if there is None or there.site.id == here.site.id or there.half_day is here.half_day:
            continue
        first, second = (here, there) if here.half_day is HalfDay.AM else (there, here)
        gap = minutes_between(first.span[1], second.span[0])
        minutes = facts.sites.minutes(first.site.id, second.site.id)
        figures: Figures = {"day": here.day, "first": first.site.name, "second": second.site.name}
        juries = [of_jury(one.jury) for one in (first, second) if one.jury is not None]
        code = travel_code(minutes, gap)
        if code == UNKNOWN_WAY:
            yield found(code, subject, *juries, **figures)
        elif code:
            yield found(code, subject, *juries, **figures, minutes=minutes or 0, gap=gap)


TOO_FAR, TIGHT, UNKNOWN_WAY = "SITE-01", "SITE-02", "SITE-03"


def travel_code(minutes: int | None, gap: int) -> str:
    """Return the rule that a way of so many minutes breaks in a gap; empty: none."""
    if minutes is None:
        return UNKNOWN_WAY
    if minutes > gap:
        return TOO_FAR
    return TIGHT if minutes + MARGIN > gap else ""


def minutes_between(start: time, end: time) -> int:
    """Return the minutes from one hour to another of the same day; negative where it is before."""
    return (end.hour - start.hour) * 60 + end.minute - start.minute
