"""Why a candidate who could be heard alone is not heard beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from jurydesk.domain.findings import Finding
from jurydesk.domain.session import Jury
from jurydesk.planning.case import Case, reason
from jurydesk.planning.hours import starts
from jurydesk.planning.journeys import far_away
from jurydesk.planning.matching import vacant_posts
from jurydesk.planning.pins import free_windows
from jurydesk.planning.problem import Half

NOT_PROPOSED = "PLAN-11"
ALL_FULL = "PLAN-12"
TIED_TO_JURIES = "PLAN-13"
NO_FURTHER_JURY = "PLAN-14"
NOBODY_MORE = "PLAN-15"
NOT_SEARCHED = "PLAN-16"
TOO_FAR_AWAY = "PLAN-18"


def why_not_beside(case: Case) -> tuple[Finding, ...]:
    """Return what the juries and hearings of the session leave no room for."""
    session = case.facts.session
    if not session.hearings and session.proposal is None:
        return (reason(NOT_PROPOSED, case.subject, count=len(case.alone)),)
    return (*_obstacles(case), _verdict(case))


def _obstacles(case: Case) -> Iterator[Finding]:
    session = case.facts.session
    halves = case.alone
    rooms = {half: free_rooms(case, half) for half in halves}
    juries = [jury for jury in session.juries if jury.half in halves and _has_time(case, jury)]
    if not juries and not any(rooms.values()):
        figures = {"count": len(halves), "rooms": len(set(session.rooms))}
        yield reason(ALL_FULL, case.subject, **figures, minutes=case.minutes)
        return
    tied = [jury for jury in juries if _cannot_face(case, jury)]
    if tied and len(tied) == len(juries):
        members = frozenset(j.examiner_id for jury in tied for j in jury.jurors)
        people = case.people(members & (case.excluded | case.recused))
        yield reason(TIED_TO_JURIES, case.subject, *people, count=len(tied))
    free = [half for half in halves if rooms[half]]
    if free and not any(case.can_sit(half, taken=_taken(case, half)) for half in free):
        yield _no_further_jury(case, free)
    elif free:
        yield from _too_far(case, free)


def _verdict(case: Case) -> Finding:
    """Say whether the search is sure that nobody more can be heard."""
    session = case.facts.session
    heard, wanted = len(session.hearings), len(session.candidacies)
    if session.proposal is not None and session.proposal.bound <= heard:
        return reason(NOBODY_MORE, case.subject, heard=heard, wanted=wanted)
    return reason(NOT_SEARCHED, case.subject, heard=heard, wanted=wanted)


def _no_further_jury(case: Case, halves: list[Half]) -> Finding:
    """Name the seat that is vacant most often once the other juries sit."""
    vacant = [
        post
        for half in halves
        for post in vacant_posts(
            case.panel, case.openings[half], case.excluded | _taken(case, half)
        )
    ]
    post = max(vacant, key=vacant.count, default=0)
    seat = case.panel.posts[post].seat.kind
    return reason(NO_FURTHER_JURY, case.subject, seat=seat, count=len(halves))


def _too_far(case: Case, halves: list[Half]) -> Iterator[Finding]:
    """Name those who sit on another site that day, if a jury more would need them."""
    far = {(h, r): far_away(case.facts, h, r) for h in halves for r in free_rooms(case, h)}
    if any(case.can_sit(h, taken=_taken(case, h) | far[h, r]) for h, r in far):
        return
    people = case.people(frozenset().union(*far.values()))
    yield reason(TOO_FAR_AWAY, case.subject, *people, count=len(halves))


def free_rooms(case: Case, half: Half) -> tuple[str, ...]:
    """Return the rooms that suit the candidate and that no jury uses on a half-day."""
    used = {jury.room for jury in case.facts.session.juries if jury.half == half}
    return tuple(room for room in case.rooms[half] if room not in used)


def _taken(case: Case, half: Half) -> frozenset[int]:
    juries = (jury for jury in case.facts.session.juries if jury.half == half)
    return frozenset(juror.examiner_id for jury in juries for juror in jury.jurors)


def _has_time(case: Case, jury: Jury) -> bool:
    return starts(free_windows(case.facts, jury), (case.minutes,)) is not None


def _cannot_face(case: Case, jury: Jury) -> bool:
    members = {juror.examiner_id for juror in jury.jurors}
    voters = {juror.examiner_id for juror in jury.jurors if juror.deliberates}
    return bool(members & case.excluded) or len(voters & case.recused) > case.spare
