"""An auditor of plans: every blocking rule again, read from the stored fields alone.

It imports no function of planning or of the rules, so that a mistake there is not repeated here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from tests.planning.journeys import journey_breaches, room_breaches

if TYPE_CHECKING:
    from jurydesk.domain.availability import Absence
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session import Hearing, Juror, Jury
    from jurydesk.domain.session_rules import SessionFacts

EXCLUSION_SINCE = date(2024, 4, 13)


def breaches(
    facts: SessionFacts, juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]
) -> list[str]:
    """Return what is wrong with the plan, in words for whoever reads a failed test."""
    return [
        *_numbering(juries, hearings),
        *(text for jury in juries for text in _jury(facts, jury, hearings)),
        *_double_bookings(facts, juries),
        *(text for hearing in hearings for text in _hearing(facts, juries, hearing)),
        *_overlaps(juries, hearings),
        *room_breaches(facts, juries, hearings),
        *journey_breaches(facts, juries, hearings),
    ]


def votes(facts: SessionFacts, jury: Jury, hearing: Hearing) -> int:
    """Return how many members may vote on a hearing."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    tied = _tied(facts, candidacy)
    return sum(
        juror.deliberates
        and juror.examiner_id not in hearing.recused
        and juror.examiner_id not in tied
        for juror in jury.jurors
    )


def _numbering(juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]) -> Iterator[str]:
    numbers = [jury.number for jury in juries]
    if len(numbers) != len(set(numbers)):
        yield "two juries have one number"
    heard = [hearing.candidacy_id for hearing in hearings]
    if len(heard) != len(set(heard)):
        yield "somebody is heard twice"
    if {hearing.jury for hearing in hearings} - set(numbers):
        yield "a hearing has no jury"


def _jury(facts: SessionFacts, jury: Jury, hearings: tuple[Hearing, ...]) -> Iterator[str]:
    name = f"jury {jury.number}"
    heard = [facts.candidacies[h.candidacy_id] for h in hearings if h.jury == jury.number]
    for candidacy in heard:
        yield from _composition(facts, jury, candidacy)
    people = [juror.examiner_id for juror in jury.jurors]
    if len(people) != len(set(people)):
        yield f"{name}: somebody holds two seats"
    voting = [juror.examiner_id for juror in jury.jurors if juror.deliberates]
    if jury.president_id not in voting:
        yield f"{name}: the president has no vote"
    if len(voting) < 2:
        yield f"{name}: {len(voting)} votes"
    for juror in jury.jurors:
        examiner = facts.examiners.get(juror.examiner_id)
        if examiner is None or not examiner.active:
            yield f"{name}: {juror.examiner_id} is not in the pool"
        else:
            yield from (f"{name}: {text}" for text in unfit(facts, jury, juror, examiner))


def _composition(facts: SessionFacts, jury: Jury, candidacy: Candidacy) -> Iterator[str]:
    if jury.certification != candidacy.certification:
        yield f"jury {jury.number} judges {jury.certification}, not {candidacy.certification}"
    sheet = facts.certifications[candidacy.certification]
    terms = [t for t in sheet.routes if t.route == candidacy.route]
    if not terms or terms[0].composition is None:
        yield f"jury {jury.number}: no composition for {candidacy.route}"
        return
    if terms[0].composition.status.value == "PROPOSED":
        yield f"jury {jury.number}: the composition of {candidacy.route} is not confirmed"
    wanted = sorted((s.kind, s.external, s.deliberates) for s in terms[0].composition.seats)
    given = sorted((j.seat, j.external, j.deliberates) for j in jury.jurors)
    if wanted != given:
        yield f"jury {jury.number}: seats {given} for {candidacy.route}"


def unfit(facts: SessionFacts, jury: Jury, juror: Juror, examiner: Examiner) -> Iterator[str]:
    """Yield what keeps that person out of that seat, whoever else sits."""
    if juror.seat not in {qualification.seat for qualification in examiner.qualifications}:
        yield f"{examiner.id} is not qualified for {juror.seat}"
    if juror.external and examiner.of_certifier:
        yield f"{examiner.id} is not external"
    if not any(mandate.start <= jury.day <= mandate.end for mandate in examiner.mandates):
        yield f"{examiner.id} has no mandate"
    if examiner.judges is not None and jury.certification not in examiner.judges:
        yield f"{examiner.id} may not judge this"
    said = {entry.kind.value for entry in examiner.absences if _speaks_of(entry, jury)}
    if "AWAY" in said:
        yield f"{examiner.id} is away"
    if "OPTION" in said and "FREE" not in said and facts.today is not None:
        options = [e for e in examiner.absences if e.kind == "OPTION" and _speaks_of(e, jury)]
        if all((option.held_until or date.max) < facts.today for option in options):
            yield f"{examiner.id} holds nothing for us any more"


def _speaks_of(entry: Absence, jury: Jury) -> bool:
    in_range = entry.start <= jury.day <= entry.end
    on_day = entry.weekday is None or entry.weekday == jury.day.isoweekday() - 1
    return in_range and on_day and entry.half_day in {None, jury.half_day}


def _double_bookings(facts: SessionFacts, juries: tuple[Jury, ...]) -> Iterator[str]:
    for one, other in combinations(juries, 2):
        if (one.day, one.half_day) != (other.day, other.half_day):
            continue
        both = {j.examiner_id for j in one.jurors} & {j.examiner_id for j in other.jurors}
        if both:
            yield f"{both} sit in juries {one.number} and {other.number} at once"
    for jury in juries:
        for juror in jury.jurors:
            if (juror.examiner_id, jury.day, jury.half_day) in facts.elsewhere:
                yield f"{juror.examiner_id} sits in another session"


def _hearing(facts: SessionFacts, juries: tuple[Jury, ...], hearing: Hearing) -> Iterator[str]:
    jury = next(jury for jury in juries if jury.number == hearing.jury)
    candidacy = facts.candidacies[hearing.candidacy_id]
    name = f"hearing of {candidacy.id}"
    yield from (f"{name}: {text}" for text in _time(facts, jury, hearing, candidacy))
    yield from (f"{name}: {text}" for text in _readiness(candidacy, jury.day))
    yield from (f"{name}: {text}" for text in _ties(facts, jury, hearing, candidacy))
    if votes(facts, jury, hearing) < facts.limits.quorum:
        yield f"{name}: {votes(facts, jury, hearing)} votes"


def _time(facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy) -> Iterator[str]:
    hours = facts.session.hours
    morning = (hours.start, min(hours.lunch_start, hours.end))
    afternoon = (max(hours.lunch_end, hours.start), hours.end)
    first, last = morning if jury.half_day.value == "am" else afternoon
    if hearing.start < datetime.combine(jury.day, first):
        yield "before the half-day"
    if hearing.end > datetime.combine(jury.day, last):
        yield "after the half-day"
    minutes = hours.minutes
    if candidacy.extra_time:
        minutes = minutes + minutes / 3
    if hearing.end - hearing.start < timedelta(minutes=minutes):
        yield "too short"
    if candidacy.not_before is not None and jury.day < candidacy.not_before:
        yield "before the day that was asked for"


def _readiness(candidacy: Candidacy, day: date) -> Iterator[str]:
    if candidacy.closure.value != "IN_PROGRESS":
        yield "closed"
    if candidacy.route.value == "EXPERIENCE":
        yield from _vae(candidacy, day)
    else:
        yield from _training(candidacy, day)


def _vae(candidacy: Candidacy, day: date) -> Iterator[str]:
    if candidacy.admissibility.status.value not in {"ADMISSIBLE", "TACITLY_ADMISSIBLE"}:
        yield "not admissible"
    received = candidacy.validation_received
    if received is None or received > day:
        yield "no validation file"


def _training(candidacy: Candidacy, day: date) -> Iterator[str]:
    record = candidacy.training
    if record.dissertation.value != "YES":
        yield "no dissertation"
    if candidacy.route.value != "INDIVIDUAL":
        if record.exit is None or record.exit > day:
            yield "training not ended"
        if record.assessment is None:
            yield "no assessment"
        if record.attendance.value != "YES":
            yield "attendance not certified"


def _ties(facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy) -> Iterator[str]:
    tied = _tied(facts, candidacy)
    for juror in jury.jurors:
        if barred(facts, candidacy.id, juror.examiner_id):
            yield f"{juror.examiner_id} is tied, or sat in the annulled jury"
        elif juror.examiner_id not in tied:
            continue
        elif juror.deliberates and juror.examiner_id not in hearing.recused:
            yield f"{juror.examiner_id} is tied and not recused"


def barred(facts: SessionFacts, candidacy_id: int, examiner_id: int) -> bool:
    """Tell whether that person may not sit before that candidate at all."""
    candidacy = facts.candidacies[candidacy_id]
    begun = candidacy.begun or candidacy.admissibility.received
    strict = candidacy.route.value == "EXPERIENCE" and (begun is None or begun >= EXCLUSION_SINCE)
    again = (candidacy_id, examiner_id) in facts.excluded
    return again or (strict and examiner_id in _tied(facts, candidacy))


def _tied(facts: SessionFacts, candidacy: Candidacy) -> set[int]:
    return {
        tie.examiner_id
        for tie in facts.ties
        if tie.candidate_id == candidacy.candidate_id and tie.state.value != "SET_ASIDE"
    }


def _overlaps(juries: tuple[Jury, ...], hearings: tuple[Hearing, ...]) -> Iterator[str]:
    room = {jury.number: jury.room for jury in juries}
    for one, other in combinations(hearings, 2):
        together = one.jury == other.jury or room[one.jury] == room[other.jury]
        if together and one.start < other.end and other.start < one.end:
            yield f"hearings of {one.candidacy_id} and {other.candidacy_id} overlap"


def late(candidacy: Candidacy, day: date) -> bool:
    """Tell whether that day comes after the end of the third month of a VAE's file."""
    received = candidacy.validation_received
    begun = candidacy.begun or candidacy.admissibility.received
    if candidacy.route.value != "EXPERIENCE" or received is None:
        return False
    if begun is not None and begun < date(2024, 1, 1):
        return False
    months = received.year * 12 + received.month - 1 + 3
    first_after = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    last_of_month = (first_after - timedelta(days=1)).day
    due = date(months // 12, months % 12 + 1, min(received.day, last_of_month))
    return day > due
