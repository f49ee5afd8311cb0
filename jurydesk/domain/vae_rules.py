"""The rules of a VAE path: admissibility, files per year, order of the dates, validation file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure
from jurydesk.domain.clocks import (
    admissible_since,
    jury_due,
    lapse_run,
    tacitly_admissible_on,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.rules import RULES, Figures, found
from jurydesk.domain.subjects import of_candidacy

FILES_PER_YEAR = 3
"""R6412-3: three files for different certifications, one for each of them."""

INITIAL_ROUTES = frozenset({AccessRoute.INITIAL_TRAINING, AccessRoute.APPRENTICESHIP})


def check_vae_file(
    candidacy: Candidacy, candidate: Candidate, *, today: date, others: tuple[Candidacy, ...] = ()
) -> Iterator[Finding]:
    """Check the dates and the admissibility of a VAE path as written, as of today."""
    if candidacy.route is not AccessRoute.EXPERIENCE:
        return
    yield from _order(candidacy, candidate)
    yield from _future(candidacy, candidate, today)
    yield from _status(candidacy, candidate)
    yield from _silence(candidacy, candidate, today)
    yield from _lapse(candidacy, candidate, today)
    yield from _files(candidacy, candidate, others)
    yield from _initial_training(candidacy, candidate, others, today)


def check_vae_readiness(
    candidacy: Candidacy, candidate: Candidate, *, on: date
) -> Iterator[Finding]:
    """Check whether a VAE path may come before a jury on that day."""
    if candidacy.route is not AccessRoute.EXPERIENCE:
        return
    subject = of_candidacy(candidacy, candidate)
    status = candidacy.admissibility.status
    yield from _status(candidacy, candidate)
    if status is not AdmissibilityStatus.LAPSED and admissible_since(candidacy, on) is None:
        yield found("VAE-01", subject, status=status)
    yield from _silence(candidacy, candidate, on)
    yield from _lapse(candidacy, candidate, on)
    received = candidacy.validation_received
    if received is None or received > on:
        yield found("VAE-02", subject)
    elif (due := jury_due(candidacy)) and _governed("VAE-05", candidacy) and on > due:
        yield found("VAE-05", subject, received=received, due=due, day=on)


def vae_entry(candidacy: Candidacy, *, today: date) -> date | None:
    """Return the day of admissibility; today at best while nothing was decided."""
    file = candidacy.admissibility
    if file.decided:
        return file.decided
    if file.status is AdmissibilityStatus.ADMISSIBLE:
        return None
    return admissible_since(candidacy, today) or today


def _governed(code: str, candidacy: Candidacy) -> bool:
    return RULES[code].holds(candidacy.law_day, route=candidacy.route)


def _order(candidacy: Candidacy, candidate: Candidate) -> Iterator[Finding]:
    for (before, earlier), (after, later) in pairwise(_steps(candidacy)):
        if later < earlier:
            figures: Figures = {
                "before": before,
                "earlier": earlier,
                "after": after,
                "later": later,
            }
            yield found("VAE-07", of_candidacy(candidacy, candidate), **figures)


def _future(candidacy: Candidacy, candidate: Candidate, today: date) -> Iterator[Finding]:
    for step, day in _steps(candidacy):
        if day > today:
            yield found("VAE-09", of_candidacy(candidacy, candidate), step=step, day=day)


def _steps(candidacy: Candidacy) -> tuple[tuple[str, date], ...]:
    """Return the steps that have a date, in the order in which the law puts them."""
    file = candidacy.admissibility
    steps = (
        ("received", file.received),
        ("complete", file.complete),
        ("decided", file.decided),
        ("validation", candidacy.validation_received),
    )
    return tuple((name, day) for name, day in steps if day)


def _status(candidacy: Candidacy, candidate: Candidate) -> Iterator[Finding]:
    file = candidacy.admissibility
    subject = of_candidacy(candidacy, candidate)
    if file.status is AdmissibilityStatus.LAPSED:
        yield found("VAE-04", subject)
    elif file.status is AdmissibilityStatus.ADMISSIBLE and file.decided is None:
        yield found("VAE-11", subject)


def _silence(candidacy: Candidacy, candidate: Candidate, today: date) -> Iterator[Finding]:
    """Two months without an answer after the complete file make it admissible (R6412-4)."""
    file = candidacy.admissibility
    since = tacitly_admissible_on(candidacy, today)
    unanswered = file.status is AdmissibilityStatus.COMPLETE
    if unanswered and file.complete and since and since <= today:
        figures: Figures = {"complete": file.complete, "since": since}
        yield found("VAE-03", of_candidacy(candidacy, candidate), **figures)


def _lapse(candidacy: Candidacy, candidate: Candidate, today: date) -> Iterator[Finding]:
    """Six months without a recorded step may have ended admissibility (R6412-4).

    Only a warning: steps may have been recorded elsewhere, or be missing for a good reason.
    """
    six_months = lapse_run(candidacy, today)
    if six_months is None or not _governed("VAE-08", candidacy):
        return
    since, due = six_months.starts, six_months.due or today
    step = candidacy.admissibility.last_step
    # A step of the candidate, or the validation file, stops the six months on the day it came in
    if (step is None or step < since) and (candidacy.validation_received or today) > due:
        yield found("VAE-08", of_candidacy(candidacy, candidate), since=since, due=due)


def _files(
    candidacy: Candidacy, candidate: Candidate, others: tuple[Candidacy, ...]
) -> Iterator[Finding]:
    """One file per certification and three in all per calendar year (R6412-3).

    Earlier files that aimed at blocks are not counted, nor those that lapsed (R6412-4).
    """
    received = candidacy.admissibility.received
    if received is None or not _governed("VAE-06", candidacy):
        return
    earlier = [other.certification for other in others if _counts(other, candidacy, received)]
    # Counted by certification: the same one twice is a breach from the second file on
    same = candidacy.certification in earlier
    if same or len({*earlier, candidacy.certification}) > FILES_PER_YEAR:
        figures: Figures = {"count": len(earlier) + 1, "year": received.year}
        certification = candidacy.certification
        subject = of_candidacy(candidacy, candidate)
        yield found("VAE-06", subject, **figures, certification=certification)


def _counts(other: Candidacy, candidacy: Candidacy, received: date) -> bool:
    filed = other.admissibility.received
    if other.route is not AccessRoute.EXPERIENCE or not other.whole or filed is None:
        return False
    if other.admissibility.status is AdmissibilityStatus.LAPSED or filed.year != received.year:
        return False
    # The first of a day is the one stored first; what is not stored yet comes after all others
    return (filed, other.id) < (received, candidacy.id or other.id + 1)


def _initial_training(
    candidacy: Candidacy, candidate: Candidate, others: tuple[Candidacy, ...], today: date
) -> Iterator[Finding]:
    """Nobody in initial training for a certification may begin its VAE (R6412-2)."""
    if not _governed("VAE-10", candidacy):
        return
    begun = candidacy.law_day or today
    for other in others:
        entry, end = other.training.entry, other.training.exit or today
        concerned = other.route in INITIAL_ROUTES and other.closure is Closure.IN_PROGRESS
        if (
            concerned
            and other.certification == candidacy.certification
            and entry
            and entry <= begun <= end
        ):
            figures: Figures = {"certification": candidacy.certification, "entry": entry}
            yield found("VAE-10", of_candidacy(candidacy, candidate), **figures)
