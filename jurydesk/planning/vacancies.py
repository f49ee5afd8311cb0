"""Why no jury could hear a candidate on any half-day, even if there were nobody else to hear."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.session import Jury
from jurydesk.domain.session_rules import check_juror
from jurydesk.planning.case import Case, reason
from jurydesk.planning.matching import jury_exists, vacant_posts
from jurydesk.planning.problem import Openings, Post

NOBODY_QUALIFIES = "PLAN-05"
NOBODY_IS_FREE = "PLAN-06"
EVERYBODY_IS_TIED = "PLAN-07"
NEVER_AT_ONCE = "PLAN-08"
SAME_PERSONS = "PLAN-09"
NO_QUORUM = "PLAN-10"

_CAUSES = {
    "JURY-09": "mandate",
    "JURY-10": "certification",
    "JURY-11": "away",
    "JURY-12": "busy",
    "JURY-23": "away",
    "JURY-26": "away",
    "CALL-01": "away",
}
"""What can keep somebody out of a seat whom it is open to, and the figure that counts it."""


def why_no_jury(case: Case) -> tuple[Finding, ...]:
    """Return the reasons: seats that nobody can take, else what makes them fail together."""
    seats = tuple(found for post in range(len(case.panel.posts)) for found in _seat(case, post))
    return seats or (_together(case),)


def _seat(case: Case, post: int) -> Iterator[Finding]:
    """Yield why one seat stays vacant on every half-day, if it does."""
    kind = case.panel.posts[post]
    free = [frozenset(openings[post]) for openings in case.openings.values()]
    if all(len(people) < kind.count for people in free):
        yield _nobody(case, kind)
    elif all(len(people - case.excluded) < kind.count for people in free):
        tied = frozenset().union(*free) & case.excluded
        yield reason(EVERYBODY_IS_TIED, case.subject, *case.people(tied), seat=kind.seat.kind)


def _nobody(case: Case, kind: Post) -> Finding:
    """Count what keeps those whom the seat is open to from taking it."""
    causes: dict[str, set[int]] = defaultdict(set)
    qualified = set()
    for number, examiner in case.facts.examiners.items():
        for half in case.openings:
            jury = Jury(0, *half, room="", certification=case.panel.certification)
            found = check_juror(case.bare, jury, seat=kind.seat, examiner=examiner)
            codes = {finding.code for finding in blocking(found)}
            if not codes <= _CAUSES.keys():
                continue
            qualified.add(number)
            for code in codes:
                causes[_CAUSES[code]].add(number)
    seat, needed = kind.seat.kind, kind.count
    if not qualified:
        return reason(NOBODY_QUALIFIES, case.subject, seat=seat, needed=needed)
    counts = {cause: len(causes[cause]) for cause in _CAUSES.values()}
    people = case.people(frozenset(qualified))
    figures = {"qualified": len(qualified), "count": len(case.openings), **counts}
    return reason(NOBODY_IS_FREE, case.subject, *people, seat=seat, needed=needed, **figures)


def _together(case: Case) -> Finding:
    """Return why seats that can each be filled cannot be filled together."""
    vacant = Counter[int]()
    complete = []
    for openings in case.openings.values():
        posts = vacant_posts(case.panel, openings, case.excluded)
        vacant.update(posts)
        if not posts:
            complete.append(openings)
    if not complete:
        post, often = vacant.most_common(1)[0]
        figures = {"vacant": often, "count": len(case.openings)}
        seat = case.panel.posts[post].seat.kind
        return reason(NEVER_AT_ONCE, case.subject, seat=seat, **figures)
    matched = [o for o in complete if jury_exists(case.panel, o, barred=case.excluded)]
    if not matched:
        shared = frozenset().union(*map(_wanted_twice, complete)) - case.excluded
        return reason(SAME_PERSONS, case.subject, *case.people(shared), count=len(complete))
    seated = (people.keys() for openings in matched for people in openings)
    tied = frozenset().union(*seated) & case.recused
    quorum = case.facts.limits.quorum
    return reason(NO_QUORUM, case.subject, *case.people(tied), quorum=quorum)


def _wanted_twice(openings: Openings) -> frozenset[int]:
    """Return who could take more than one seat on one half-day."""
    seats = Counter(person for people in openings for person in people)
    return frozenset(person for person, count in seats.items() if count > 1)
