"""The rules of a session as it stands: its juries, its hearings, and the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import Finding
from jurydesk.domain.hearing_rules import check_newcomer, check_place
from jurydesk.domain.jury_rules import best_president, check_composition, check_members
from jurydesk.domain.people import Examiner
from jurydesk.domain.rules import found
from jurydesk.domain.seat_rules import check_seat
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import Limits, SessionFacts, recusals
from jurydesk.domain.site_rules import check_room
from jurydesk.domain.subjects import of_examiner, of_jury
from jurydesk.domain.summons_rules import check_candidate_answers, check_notices

__all__ = [
    "Limits",
    "SessionFacts",
    "best_president",
    "check_hearing",
    "check_juror",
    "check_jury",
    "check_session",
    "recusals",
]


def check_session(facts: SessionFacts) -> tuple[Finding, ...]:
    """Return every finding of the session as it stands, each once, juries first."""
    return tuple(dict.fromkeys(_session_findings(facts)))


def check_jury(facts: SessionFacts, jury: Jury) -> tuple[Finding, ...]:
    """Return what the rules find of one jury, its members taken one by one and together."""
    return tuple(dict.fromkeys(_jury_findings(facts, jury)))


def check_hearing(facts: SessionFacts, hearing: Hearing) -> tuple[Finding, ...]:
    """Return what a hearing would break where it names its jury and its time.

    The other hearings are those of the session; an earlier place of the same candidacy is
    overlooked, so that the caller can ask before moving it.
    """
    jury = facts.session.jury(hearing.jury)
    # Reached while a session is put together: there is nothing to hold against anything yet
    if jury is None or hearing.candidacy_id not in facts.candidacies:
        return ()
    return tuple(check_place(facts, jury, hearing))


def check_juror(
    facts: SessionFacts, jury: Jury, *, seat: Seat, examiner: Examiner
) -> tuple[Finding, ...]:
    """Return what seating that person there would break; nothing blocking: it is legal."""
    juror = Juror(examiner.id, seat.kind, external=seat.external, deliberates=seat.deliberates)
    other_seat = any(j.examiner_id == examiner.id and j.seat != seat.kind for j in jury.jurors)
    twice = found("JURY-03", of_examiner(examiner), of_jury(jury), jury=jury.number)
    return (
        *((twice,) if other_seat else ()),
        *check_seat(facts, jury, juror, already=_other_juries(facts, jury, examiner.id)),
        *check_newcomer(facts, jury, juror, examiner=examiner),
    )


def _session_findings(facts: SessionFacts) -> Iterator[Finding]:
    for code in facts.session.certifications:
        for route in facts.routes(facts.aiming_at(code)):
            yield from check_composition(facts.sheet(code), route)
    for jury in facts.session.juries:
        yield from _jury_findings(facts, jury)
    for hearing in facts.session.hearings:
        yield from check_hearing(facts, hearing)
    yield from _heard_twice(facts)
    yield from check_notices(facts)
    yield from check_candidate_answers(facts)


def _jury_findings(facts: SessionFacts, jury: Jury) -> Iterator[Finding]:
    sheet = facts.sheet(jury.certification)
    for route in facts.routes_of(jury):
        yield from check_composition(sheet, route)
    yield from check_members(facts, jury)
    yield from check_room(facts, jury)
    for juror in jury.jurors:
        already = _other_juries(facts, jury, juror.examiner_id)
        yield from check_seat(facts, jury, juror, already=already)


def _other_juries(facts: SessionFacts, jury: Jury, examiner_id: int) -> int:
    """Count the juries of that half-day, other than this one, in which the person sits."""
    here = facts.is_seated(jury, examiner_id)
    return facts.busy.get((examiner_id, *jury.half), 0) - here


def _heard_twice(facts: SessionFacts) -> Iterator[Finding]:
    times = Counter(hearing.candidacy_id for hearing in facts.session.hearings)
    for candidacy_id, count in times.items():
        candidacy = facts.candidacies.get(candidacy_id)
        if count > 1 and candidacy:
            yield found("HEAR-04", facts.candidacy_subject(candidacy), count=count)
