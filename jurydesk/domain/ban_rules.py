"""Finds what stands in a session although a person forbade it.

These are no rules of law: nothing of them is frozen with a session or printed in minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jurydesk.domain.bans import Ban, BanKind
from jurydesk.domain.findings import FigureValue, Finding, Severity, Subject
from jurydesk.domain.session import Hearing, Juror, Jury, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.subjects import of_jury


def check_bans(facts: SessionFacts) -> tuple[Finding, ...]:
    """Return what is forbidden and stands all the same: warnings, for a person put it there."""
    found = (
        finding_of(facts, ban, of_jury(jury))
        for ban in facts.session.pins.forbidden
        for jury in broken_in(facts.session, ban)
    )
    return tuple(replace(finding, severity=Severity.WARNING) for finding in found)


def broken_in(session: Session, ban: Ban) -> tuple[Jury, ...]:
    """Return the juries of a session in which something forbidden happens."""
    return tuple(
        jury for jury in session.juries if is_broken(ban, jury, _heard(session, jury.number))
    )


def bans_on_seat(facts: SessionFacts, jury: Jury, examiner_id: int) -> tuple[Finding, ...]:
    """Return what forbids to seat an examiner in a jury beside its members and hearings."""
    session = facts.session
    beside = replace(jury, jurors=(*jury.jurors, Juror(examiner_id, "", False, False)))
    heard = _heard(session, jury.number)
    return tuple(
        finding_of(facts, ban)
        for ban in session.pins.forbidden
        if ban.is_about(examiner_id) and is_broken(ban, beside, heard)
    )


def bans_before(facts: SessionFacts, hearing: Hearing) -> tuple[Finding, ...]:
    """Return what forbids to hear a candidacy before that jury, on its half-day."""
    jury = facts.session.jury(hearing.jury)
    heard = {hearing.candidacy_id}
    return tuple(
        finding_of(facts, ban)
        for ban in facts.session.pins.forbidden
        if jury and ban.candidacy == hearing.candidacy_id and is_broken(ban, jury, heard)
    )


def is_broken(ban: Ban, jury: Jury, heard: Iterable[int]) -> bool:
    """Tell whether something forbidden happens in a jury that hears these candidacies."""
    if ban.half not in {None, jury.half} or ban.room not in {"", jury.room}:
        return False
    if ban.candidacy and ban.candidacy not in heard:
        return False
    members = {juror.examiner_id for juror in jury.jurors}
    return {number for number in (ban.examiner, ban.other) if number} <= members


def finding_of(facts: SessionFacts, ban: Ban, *also: Subject) -> Finding:
    """Return the ban as a finding, with the persons and the half-day that it names."""
    figures: dict[str, FigureValue] = {}
    if ban.other:
        figures["other"] = facts.examiner_subject(ban.other).name
    if ban.day is not None and ban.half_day is not None:
        figures |= {"day": ban.day, "half_day": ban.half_day}
    if ban.kind is BanKind.ROOM:
        figures["room"] = ban.room
    subjects = (*_subjects(facts, ban), *also)
    return Finding(f"BAN-{ban.kind}", Severity.BLOCKING, subjects, tuple(figures.items()))


def _subjects(facts: SessionFacts, ban: Ban) -> Iterator[Subject]:
    if ban.examiner:
        yield facts.examiner_subject(ban.examiner)
    if ban.candidacy in facts.candidacies:
        yield facts.candidacy_subject(facts.candidacies[ban.candidacy])


def _heard(session: Session, jury: int) -> frozenset[int]:
    return frozenset(hearing.candidacy_id for hearing in session.hearings_of(jury))
