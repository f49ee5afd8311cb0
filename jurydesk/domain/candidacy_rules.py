"""Whether a candidacy is a sound file, and whether a jury may hear it on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from jurydesk.domain.calendar import add_months
from jurydesk.domain.candidacy import Candidacy, Closure, Handed
from jurydesk.domain.certification import Certification
from jurydesk.domain.entry_rules import check_entry, open_conditions
from jurydesk.domain.findings import Finding
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.subjects import of_candidacy, of_candidate
from jurydesk.domain.vae_rules import check_vae_file, check_vae_readiness, vae_entry

MINIMUM_AGE = 14
"""A younger person cannot be on any of the six routes: the date was misread."""
MAXIMUM_AGE = 100


def check_candidacy(
    candidacy: Candidacy,
    candidate: Candidate,
    certification: Certification | None,
    *,
    today: date,
    others: Iterable[Candidacy] = (),
) -> tuple[Finding, ...]:
    """Check what is written in the file, as of today; it is kept as a draft with what is found.

    `others` are the other candidacies of the same person.
    """
    return (
        *_identity(candidate, today),
        *_sheet(candidacy, candidate, certification, today),
        *_training_dates(candidacy, candidate),
        *check_vae_file(candidacy, candidate, today=today, others=tuple(others)),
    )


def check_readiness(
    candidacy: Candidacy, candidate: Candidate, certification: Certification | None, *, on: date
) -> tuple[Finding, ...]:
    """Check whether a jury may hear the candidacy on that day; blocking ones keep it out."""
    return (
        *_identity(candidate, on),
        *_closed(candidacy, candidate),
        *_sheet(candidacy, candidate, certification, on),
        *_delivery(candidacy, candidate, certification, on),
        *check_entry(candidacy, candidate, certification),
        *_training_readiness(candidacy, candidate, on),
        *_individual_readiness(candidacy, candidate, certification),
        *check_vae_readiness(candidacy, candidate, on=on),
    )


def _identity(candidate: Candidate, today: date) -> Iterator[Finding]:
    missing = not (candidate.birth_name.strip() and candidate.first_name.strip())
    born = candidate.born
    if missing or born is None:
        yield found("CAND-01", of_candidate(candidate))
    if born and not _is_plausible(born, today):
        told = born.text if isinstance(born, PartialDate) else born
        yield found("CAND-02", of_candidate(candidate), birth_date=told)


def _is_plausible(born: date | PartialDate, today: date) -> bool:
    """One of the days that a partial date may be is enough."""
    first, last = (born.earliest, born.latest) if isinstance(born, PartialDate) else (born, born)
    return add_months(first, 12 * MINIMUM_AGE) <= today <= add_months(last, 12 * MAXIMUM_AGE)


def _closed(candidacy: Candidacy, candidate: Candidate) -> Iterator[Finding]:
    if candidacy.closure is not Closure.IN_PROGRESS:
        yield found("CAND-03", of_candidacy(candidacy, candidate), closure=candidacy.closure)


def _sheet(
    candidacy: Candidacy, candidate: Candidate, certification: Certification | None, today: date
) -> Iterator[Finding]:
    subject = of_candidacy(candidacy, candidate)
    figures: Figures = {"certification": candidacy.certification}
    if certification is None:
        yield found("CERT-06", subject, **figures)
        return
    access = certification.terms(candidacy.route).access
    if access is Access.CLOSED:
        yield found("ROUTE-01", subject, **figures, route=candidacy.route)
    elif access is Access.UNKNOWN:
        yield found("ROUTE-02", subject, **figures, route=candidacy.route)
    yield from _blocks(candidacy, candidate, certification)
    yield from _registration(candidacy, candidate, certification, today)


def _blocks(
    candidacy: Candidacy, candidate: Candidate, certification: Certification
) -> Iterator[Finding]:
    if not candidacy.blocks:
        return
    subject = of_candidacy(candidacy, candidate)
    if certification.has_blocks is None:
        yield found("SCOPE-02", subject, certification=certification.code)
        return
    for code in candidacy.blocks:
        if certification.block(code) is None:
            yield found("SCOPE-01", subject, certification=certification.code, block=code)


def _registration(
    candidacy: Candidacy, candidate: Candidate, certification: Certification, today: date
) -> Iterator[Finding]:
    subject = of_candidacy(candidacy, candidate)
    figures: Figures = {"certification": certification.code}
    day = entry_day(candidacy, today=today)
    if certification.registered_on(today) is None:
        yield found("CERT-03", subject, **figures)
    if day and certification.registered_on(day) is False:
        until = certification.last_registered_day or "?"
        yield found("CERT-01", subject, **figures, day=day, until=until)


def entry_day(candidacy: Candidacy, *, today: date) -> date | None:
    """Return the day that counts for L6113-9; for a VAE not decided yet it is today at best."""
    if candidacy.route is AccessRoute.EXPERIENCE:
        return vae_entry(candidacy, today=today)
    return candidacy.entry


def _delivery(
    candidacy: Candidacy, candidate: Candidate, certification: Certification | None, on: date
) -> Iterator[Finding]:
    if certification is None:
        return
    subject = of_candidacy(candidacy, candidate)
    figures: Figures = {"certification": certification.code, "day": on}
    entry = entry_day(candidacy, today=on)
    if certification.last_delivery and on > certification.last_delivery:
        yield found("CERT-02", subject, **figures, last=certification.last_delivery)
    # L6113-9: who entered while it was registered is certified later too, until the last delivery
    elif (
        certification.registered_on(on) is False
        and entry
        and certification.registered_on(entry) is not False
    ):
        last = certification.last_registered_day or "?"
        yield found("CERT-05", subject, **figures, until=last, entry=entry)


def _training_dates(candidacy: Candidacy, candidate: Candidate) -> Iterator[Finding]:
    if candidacy.route is AccessRoute.EXPERIENCE:
        return
    subject = of_candidacy(candidacy, candidate)
    record = candidacy.training
    if candidacy.entry is None:
        yield found("TRAIN-01", subject)
    if record.entry and record.exit and record.exit < record.entry:
        yield found("TRAIN-06", subject, entry=record.entry, exit=record.exit)


def _training_readiness(candidacy: Candidacy, candidate: Candidate, on: date) -> Iterator[Finding]:
    if candidacy.route is AccessRoute.EXPERIENCE:
        return
    yield from _training_dates(candidacy, candidate)
    subject = of_candidacy(candidacy, candidate)
    record = candidacy.training
    if record.dissertation is not Handed.YES:
        yield found("TRAIN-03", subject)
    if not candidacy.route.is_training:
        return
    if record.exit is None:
        yield found("TRAIN-05", subject)
    elif record.exit > on:
        yield found("TRAIN-02", subject, exit=record.exit, day=on)
    if record.assessment is None:
        yield found("TRAIN-04", subject)
    if record.attendance is not Handed.YES:
        yield found("TRAIN-07", subject)


def _individual_readiness(
    candidacy: Candidacy, candidate: Candidate, certification: Certification | None
) -> Iterator[Finding]:
    """Somebody who was not trained here is let in first, then brings what the jury judges."""
    if candidacy.route is not AccessRoute.INDIVIDUAL:
        return
    subject = of_candidacy(candidacy, candidate)
    record = candidacy.individual
    # Conditions that the sheet lists are named one by one while they are open
    if record.entrance is not Handed.YES and not open_conditions(candidacy, certification):
        yield found("INDIV-01", subject)
    if record.evidence is not Handed.YES:
        yield found("INDIV-02", subject)
