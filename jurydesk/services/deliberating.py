"""The deliberation: results, reasons, incidents; then the closing, which is for good."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Decision, Deliberation, HearingRecord, Incident
from jurydesk.domain.deliberation_rules import check_record, derive_decision
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services.closing import close_in, frozen_session
from jurydesk.services.facts import facts_of, session_by_code
from jurydesk.services.members_in_room import (
    record_acting_president,
    record_attendance,
    record_declarations,
    with_acting_president,
    with_attendance,
    with_declarations,
    withdraw_acting_president,
)
from jurydesk.services.outcome import Outcome
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.room_board import DeliberationBoard, board_in, record_in_room

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.deliberation import ActingPresident, Attendance, Declaration
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.services.ports import Desk

__all__ = [
    "DeliberationBoard",
    "SessionResults",
    "check_hearing_record",
    "close_deliberation",
    "decision_of",
    "open_deliberation",
    "record_acting_president",
    "record_attendance",
    "record_declarations",
    "record_hearing",
    "record_incidents",
    "record_results",
    "withdraw_acting_president",
]

REFUSED_AT_ONCE = frozenset({"DELIB-05", "DELIB-24", "DELIB-25"})
"""What no record may say, not even for a while: it would be believed before it is mended."""

CHANGED = {
    "appearance": "RECORD-CHANGED-APPEARANCE",
    "results": "RECORD-CHANGED-RESULTS",
    "recusals": "RECORD-CHANGED-RECUSALS",
    "vote": "RECORD-CHANGED-VOTE",
    "recommendation": "RECORD-CHANGED-RECOMMENDATION",
    "observations": "RECORD-CHANGED-OBSERVATIONS",
}
"""What to say where one thing alone was written by somebody else, by field of the record."""


@dataclass(frozen=True, slots=True)
class SessionResults:
    """What a secretary's sheet says of a session."""

    attendance: tuple[Attendance, ...] = ()
    records: tuple[HearingRecord, ...] = ()
    incidents: tuple[Incident, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    acting_presidents: tuple[ActingPresident, ...] = ()


def open_deliberation(desk: Desk, *, code: str) -> DeliberationBoard:
    """Return what was recorded of a frozen session, ready to go on.

    Raises:
        RefusedByRule: the session is not frozen yet.
    """
    with desk.open_unit() as unit:
        return board_in(unit, frozen_session(unit, code), desk)


def record_hearing(
    desk: Desk, *, code: str, record: HearingRecord, seen: HearingRecord | None = None
) -> Outcome[DeliberationBoard]:
    """Note appearance, results, recusals and reasons of one candidate.

    `seen` is the record that was on screen when typing began: if somebody else has written
    another one since, theirs stays.

    Raises:
        RefusedByRule: that hearing has not begun, or the deliberation is closed.
        RefusedByFindings: somebody decides who may not, or on somebody who did not come.
        StaleData: the record is no longer the one that was seen.
    """

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        _check_seen(facts, deliberation, record, seen=seen)
        return _with_records(facts, deliberation, (record,), now=desk.clock.now())

    return record_in_room(desk, code, "ACT-HEARING-RECORDED", change)


def record_incidents(
    desk: Desk, *, code: str, incidents: Iterable[Incident]
) -> Outcome[DeliberationBoard]:
    """Write the section of the minutes on incidents, in the place of what it said.

    Raises:
        WrongUsage: one is of a jury that the session does not have.
    """
    told = tuple(incidents)

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        return replace(deliberation, incidents=_incidents(facts.session, told))

    return record_in_room(desk, code, "ACT-INCIDENTS-RECORDED", change)


def record_results(desk: Desk, *, code: str, results: SessionResults) -> Outcome[DeliberationBoard]:
    """Note all that a secretary's sheet says, at once or not at all.

    Raises:
        RefusedByRule: the day of a hearing has not come, or the deliberation is closed.
        RefusedByFindings: somebody decides who may not, or on somebody who did not come.
    """
    now = desk.clock.now()

    def change(facts: SessionFacts, deliberation: Deliberation) -> Deliberation:
        noted = with_attendance(facts, deliberation, results.attendance)
        noted = with_declarations(facts, noted, results.declarations, now=now)
        for acting in results.acting_presidents:
            noted = with_acting_president(facts, noted, acting)
        # A sheet is copied from paper, on a day that may be all that is known of when
        evening = datetime.combine(now.date(), time.max)
        noted = _with_records(facts, noted, results.records, now=evening)
        told = _incidents(facts.session, results.incidents)
        return replace(noted, incidents=told or noted.incidents)

    return record_in_room(desk, code, "ACT-RESULTS-RECORDED", change)


def close_deliberation(desk: Desk, *, code: str) -> Outcome[DeliberationBoard]:
    """Fix the decisions for good and tell each candidacy what became of it.

    Raises:
        RefusedByFindings: something is missing or does not hold.
    """
    with desk.open_unit() as unit:
        close_in(unit, frozen_session(unit, code), at=desk.clock.now())
        unit.commit()
        board = board_in(unit, session_by_code(unit, code), desk)
        return Outcome(board, unit.changes, board.findings, "ACT-DELIBERATION-CLOSED")


def check_hearing_record(board: DeliberationBoard, record: HearingRecord) -> tuple[Finding, ...]:
    """Return what speaks against one record as it is being typed; nothing is stored."""
    deliberation = _with_record(board.deliberation, record)
    return check_record(facts_of(board.board), deliberation, record)


def decision_of(board: DeliberationBoard, record: HearingRecord) -> Decision | None:
    """Return the decision that a record amounts to; None while something is missing."""
    row = board.board.candidacy(record.candidacy_id)
    if row is None:
        return None
    acquired = board.board.acquired.get(row.key, frozenset())
    sheet = board.board.sheet(row.candidacy.certification)
    return derive_decision(record, row.candidacy, sheet, acquired=acquired)


def _check_seen(
    facts: SessionFacts,
    deliberation: Deliberation,
    record: HearingRecord,
    *,
    seen: HearingRecord | None,
) -> None:
    """Two secretaries may write on one session, but neither over what the other wrote."""
    stored = deliberation.record(record.candidacy_id) or HearingRecord(record.candidacy_id)
    if seen is None or stored in {seen, record}:
        return
    candidacy = facts.candidacies.get(record.candidacy_id)
    name = facts.candidacy_subject(candidacy).name if candidacy else ""
    changed = [
        code for name, code in CHANGED.items() if getattr(stored, name) != getattr(seen, name)
    ]
    code = changed[0] if len(changed) == 1 else "RECORD-CHANGED"
    raise StaleData(code, {"name": name, "session": facts.session.code})


def _with_records(
    facts: SessionFacts,
    deliberation: Deliberation,
    records: Iterable[HearingRecord],
    *,
    now: datetime,
) -> Deliberation:
    refused: list[Finding] = []
    for record in records:
        _check_hour(facts.session, record, now)
        deliberation = _with_record(deliberation, replace(record, decision=None))
        findings = check_record(facts, deliberation, record)
        refused += [finding for finding in findings if finding.code in REFUSED_AT_ONCE]
    if refused:
        figures = {"session": facts.session.code}
        raise RefusedByFindings("RECORD-REFUSED", tuple(refused), figures)
    return deliberation


def _check_hour(session: Session, record: HearingRecord, now: datetime) -> None:
    """Nobody is judged who was not heard: nothing before the day, no result before the hour."""
    hearing = session.hearing(record.candidacy_id)
    if hearing is None:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    day = f"{hearing.start:%d/%m/%Y}"
    if now.date() < hearing.start.date():
        raise RefusedByRule("HEARING-NOT-YET", {"session": session.code, "day": day})
    if now < hearing.start and (record.results or record.vote):
        figures = {"session": session.code, "hour": f"{hearing.start:%H:%M}", "now": f"{now:%H:%M}"}
        raise RefusedByRule("HEARING-NOT-BEGUN", figures)


def _with_record(deliberation: Deliberation, record: HearingRecord) -> Deliberation:
    others = (r for r in deliberation.records if r.candidacy_id != record.candidacy_id)
    return replace(deliberation, records=(*others, record))


def _incidents(session: Session, incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    told = (replace(incident, text=incident.text.strip()) for incident in incidents)
    kept = tuple(incident for incident in told if incident.text)
    for incident in kept:
        if incident.jury is not None and session.jury(incident.jury) is None:
            figures: dict[str, str | int] = {"session": session.code, "jury": incident.jury}
            raise WrongUsage("INCIDENT-JURY-UNKNOWN", figures)
    return kept
