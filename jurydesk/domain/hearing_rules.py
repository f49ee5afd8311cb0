"""Whether one candidacy may be heard by one jury at one time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Examiner
from jurydesk.domain.rules import Figures, found
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import SessionFacts, deliberating_members
from jurydesk.domain.site_rules import (
    check_candidate_travel,
    check_member_travel,
    check_room_for,
)
from jurydesk.domain.subjects import of_examiner
from jurydesk.domain.ties import TieEffect, TieState


def check_place(facts: SessionFacts, jury: Jury, hearing: Hearing) -> Iterator[Finding]:
    """Check a hearing before the jury that it names, against the other hearings."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    yield from check_day(facts, jury, candidacy)
    yield from _time(facts, jury, hearing, candidacy)
    yield from _overlaps(facts, jury, hearing, candidacy)
    yield from check_room_for(facts, jury, hearing, candidacy)
    yield from check_candidate_travel(facts, jury, hearing, candidacy)
    for juror in jury.jurors:
        yield from check_ties(facts, candidacy, juror, recused=hearing.recused)
        yield from check_member_travel(facts, jury, juror.examiner_id, hearing=hearing)
    yield from _quorum(facts, jury, hearing, candidacy)


def check_day(facts: SessionFacts, jury: Jury, candidacy: Candidacy) -> Iterator[Finding]:
    """Check whether that jury may hear a candidacy on its day, whatever the hour and the room."""
    yield from _scope(facts, jury, candidacy)
    yield from check_readiness(
        candidacy, facts.candidate_of(candidacy), facts.sheet_of(candidacy), on=jury.day
    )
    if candidacy.not_before and jury.day < candidacy.not_before:
        subject = facts.candidacy_subject(candidacy)
        yield found("HEAR-05", subject, day=jury.day, not_before=candidacy.not_before)


def check_ties(
    facts: SessionFacts, candidacy: Candidacy, juror: Juror, *, recused: tuple[int, ...]
) -> Iterator[Finding]:
    """Check what binds one juror to one candidate."""
    subjects = (facts.examiner_subject(juror.examiner_id), facts.candidacy_subject(candidacy))
    if (candidacy.id, juror.examiner_id) in facts.excluded:
        yield found("JURY-16", *subjects)
    tie = facts.tie_between(candidacy, juror.examiner_id)
    if tie is None:
        return
    if facts.tie_effect(candidacy, juror.examiner_id) is TieEffect.EXCLUDED:
        yield found("TIE-01", *subjects, tie=tie.kind, seat=juror.seat)
    elif juror.deliberates and juror.examiner_id not in recused:
        yield found("TIE-02", *subjects, tie=tie.kind)
    if tie.state is TieState.PROPOSED:
        yield found("TIE-03", *subjects, tie=tie.kind, evidence=tie.evidence)


def check_newcomer(
    facts: SessionFacts, jury: Jury, juror: Juror, *, examiner: Examiner
) -> Iterator[Finding]:
    """Check one more member against the hearings of a jury, recused wherever that is enough."""
    for hearing in facts.session.hearings_of(jury.number):
        candidacy = facts.candidacies.get(hearing.candidacy_id)
        if candidacy is None:
            continue
        yield from check_ties(facts, candidacy, juror, recused=(examiner.id,))
        if juror.deliberates and facts.tie_effect(candidacy, examiner.id) is TieEffect.RECUSED:
            subject = facts.candidacy_subject(candidacy)
            yield found("TIE-04", of_examiner(examiner), subject)


def _scope(facts: SessionFacts, jury: Jury, candidacy: Candidacy) -> Iterator[Finding]:
    subject = facts.candidacy_subject(candidacy)
    if candidacy.certification != jury.certification:
        aimed, judged = candidacy.certification, jury.certification
        yield found("HEAR-06", subject, aimed=aimed, certification=judged, jury=jury.number)
        return
    # One jury hears several routes only where the sheet seats them alike
    own = facts.composition_for(candidacy)
    if own and any(other.seats != own.seats for other in facts.compositions_of(jury)):
        yield found("HEAR-08", subject, route=candidacy.route, jury=jury.number)


def _time(
    facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy
) -> Iterator[Finding]:
    subject = facts.candidacy_subject(candidacy)
    hours = facts.session.hours
    first, last = hours.bounds(jury.half_day)
    # Times alone would let a hearing of another day pass
    same_day = hearing.start.date() == hearing.end.date() == jury.day
    if not (same_day and first <= hearing.start.time() and hearing.end.time() <= last):
        frame: Figures = {"start": hearing.start, "end": hearing.end, "first": first, "last": last}
        yield found("HEAR-02", subject, **frame, jury=jury.number)
    needed = hours.length(extra_time=candidacy.extra_time)
    if hearing.end - hearing.start < needed:
        given = _minutes(hearing.end - hearing.start)
        yield found("HEAR-07", subject, minutes=given, needed=_minutes(needed))


def _overlaps(
    facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy
) -> Iterator[Finding]:
    for other in facts.hearings_near(hearing):
        if other.candidacy_id == hearing.candidacy_id or not _overlap(hearing, other):
            continue
        neighbour = facts.session.jury(other.jury)
        same_room = neighbour is not None and neighbour.room == jury.room
        heard_there = facts.candidacies.get(other.candidacy_id)
        if (other.jury == jury.number or same_room) and heard_there:
            # Seen from either hearing the finding is the same, so that it is shown once
            pair = sorted((candidacy, heard_there), key=lambda c: c.id)
            subjects = [facts.candidacy_subject(c) for c in pair]
            yield found("HEAR-01", *subjects, room=jury.room, start=max(hearing.start, other.start))


def _quorum(
    facts: SessionFacts, jury: Jury, hearing: Hearing, candidacy: Candidacy
) -> Iterator[Finding]:
    members = len(deliberating_members(facts, jury, hearing))
    if members < facts.limits.quorum:
        subject = facts.candidacy_subject(candidacy)
        figures: Figures = {"count": members, "quorum": facts.limits.quorum}
        yield found("HEAR-03", subject, **figures, jury=jury.number)


def _overlap(one: Hearing, other: Hearing) -> bool:
    return one.start < other.end and other.start < one.end


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
