"""Double entry: a second person types the results from the paper grids; what differs is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Appearance, Deliberation, HearingRecord
from jurydesk.domain.second_entry import (
    Difference,
    SecondEntry,
    TypedOutcome,
    all_differences,
    same_person,
)
from jurydesk.domain.voting import blocks_to_judge
from jurydesk.errors import DamagedFile, RefusedByRule, WrongUsage
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.services.closing import frozen_session, open_deliberation_of
from jurydesk.services.facts import session_facts
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.results_reading import read_results
from jurydesk.services.sessions import open_session
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_facts import SessionFacts
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.services.results_identity import UnreadSheet
    from jurydesk.services.results_reading import RejectedLine


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One candidate with what a second person typed, and where that differs."""

    candidacy_id: int
    candidate: str
    certification: str
    blocks: tuple[str, ...]
    """Full codes of what is to be judged; `WHOLE` where the sheet has no blocks."""
    entry: SecondEntry | None
    """None: nobody typed it a second time yet."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class DoubleEntry:
    """The two entries of a session side by side, in the order of passage."""

    session: str
    is_required: bool
    """Whether the office wants every result typed twice before closing."""
    is_closed: bool
    rows: tuple[EntryRow, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Return every difference."""
        return tuple(difference for row in self.rows for difference in row.differences)

    @property
    def missing(self) -> tuple[EntryRow, ...]:
        """Return whose results nobody typed a second time."""
        return tuple(row for row in self.rows if row.entry is None)


@dataclass(frozen=True, slots=True)
class SecondReport:
    """What an import of second results did."""

    entry: DoubleEntry
    hearings: int
    rejected: tuple[RejectedLine, ...] = ()
    unread: tuple[UnreadSheet, ...] = ()
    """Why the file was left alone: then nothing was recorded."""


def open_double_entry(desk: Desk, *, code: str) -> DoubleEntry:
    """Return the two entries of a frozen session.

    Raises:
        RefusedByRule: the session is not frozen yet.
    """
    with desk.open_unit() as unit:
        return _double_entry(unit, frozen_session(unit, code))


def record_second(
    desk: Desk, *, code: str, records: Iterable[HearingRecord], by: str, first_by: str = ""
) -> Outcome[DoubleEntry]:
    """Keep what a second person typed of these candidates; it replaces what was typed before.

    Reasons and texts of the records are left aside. `first_by`: who typed the first results;
    empty, whoever recorded them is taken from the trail.

    Raises:
        WrongUsage: no name was given, or the session does not hear one of the candidates.
        RefusedByRule: both entries are one person's, the day of a hearing has not come, or the
            deliberation is closed.
    """
    with desk.open_unit() as unit:
        session = frozen_session(unit, code)
        open_deliberation_of(unit, session)
        first = _checked_people(unit, session, by=by.strip(), first_by=first_by.strip())
        kept = {entry.candidacy_id: entry for entry in unit.second_entries.of_session(session.id)}
        typed = [record for record in records if record.appearance is not Appearance.EXPECTED]
        for record in typed:
            _check_hearing(session, record, desk.clock.today())
            entry = _entry(session, record, desk=desk, by=by.strip(), first_by=first)
            _keep(unit, kept.get(record.candidacy_id), entry)
        details = {"session": session.code, "by": by.strip(), "count": len(typed)}
        finish(unit, EventType.SECOND_ENTRY_RECORDED, details)
        return Outcome(_double_entry(unit, session), unit.changes, label="ACT-SECOND-ENTRY")


def import_second(
    desk: Desk, *, code: str, path: Path, by: str, first_by: str = ""
) -> Outcome[SecondReport]:
    """Keep what a second person's sheet of results says; presence and texts are left aside.

    Raises:
        DamagedFile: the file is not a sheet of results.
        WrongUsage, RefusedByRule: as for `record_second`.
    """
    reading = read_results(read_workbook(path), open_session(desk, code=code))
    if not reading.understood:
        raise DamagedFile("RESULTS-NOT-UNDERSTOOD", {"file": path.name})
    if reading.unread:
        kept = open_double_entry(desk, code=code)
        return Outcome(SecondReport(kept, 0, reading.rejected, reading.unread))
    records = reading.results.records
    outcome = record_second(desk, code=code, records=records, by=by, first_by=first_by)
    typed = sum(record.appearance is not Appearance.EXPECTED for record in records)
    report = SecondReport(outcome.value, typed, reading.rejected)
    return Outcome(report, outcome.changes, label=outcome.label)


def _double_entry(unit: UnitOfWork, session: Session) -> DoubleEntry:
    facts = session_facts(unit, session, today=None)
    deliberation = unit.deliberations.of_session(session.id) or Deliberation(session.id)
    entries = {entry.candidacy_id: entry for entry in unit.second_entries.of_session(session.id)}
    hearings = sorted(session.standing_hearings.values(), key=lambda h: (h.start, h.jury))
    rows = []
    for number in (hearing.candidacy_id for hearing in hearings):
        candidacy, entry = facts.candidacies[number], entries.get(number)
        rows.append(
            EntryRow(
                candidacy_id=number,
                candidate=facts.candidacy_subject(candidacy).name,
                certification=candidacy.certification,
                blocks=_blocks(facts, candidacy),
                entry=entry,
                differences=all_differences(deliberation, [entry] if entry else ()),
            )
        )
    required = settings_in(unit).double_entry
    return DoubleEntry(session.code, required, deliberation.is_closed, tuple(rows))


def _blocks(facts: SessionFacts, candidacy: Candidacy) -> tuple[str, ...]:
    acquired = facts.acquired_before(candidacy.id)
    return blocks_to_judge(candidacy, facts.sheet_of(candidacy), acquired=acquired)


def _checked_people(unit: UnitOfWork, session: Session, *, by: str, first_by: str) -> str:
    """Return who typed first; refuse that one person type both."""
    if not by:
        raise WrongUsage("SECOND-WITHOUT-NAME")
    events = unit.audit.events(type_=EventType.DELIBERATION_RECORDED)
    actors = dict.fromkeys(
        event.actor for event in events if json.loads(event.details)["session"] == session.code
    )
    for first in (first_by, *actors):
        if first and same_person(first, by):
            raise RefusedByRule("SECOND-SAME-PERSON", {"name": by})
    return first_by or ", ".join(actors)


def _check_hearing(session: Session, record: HearingRecord, today: date) -> None:
    hearing = session.hearing(record.candidacy_id)
    if hearing is None:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    day = hearing.start.date()
    if today < day:
        figures = {"session": session.code, "day": f"{day:%d/%m/%Y}"}
        raise RefusedByRule("HEARING-NOT-YET", figures)


def _entry(
    session: Session, record: HearingRecord, *, desk: Desk, by: str, first_by: str
) -> SecondEntry:
    return SecondEntry(
        session_id=session.id,
        candidacy_id=record.candidacy_id,
        by=by,
        at=desk.clock.now(),
        appearance=record.appearance,
        outcomes=tuple(TypedOutcome(one.block, one.outcome) for one in record.results),
        first_by=first_by,
    )


def _keep(unit: UnitOfWork, before: SecondEntry | None, entry: SecondEntry) -> None:
    if before is None:
        unit.second_entries.add(entry)
    else:
        unit.second_entries.save(replace(entry, id=before.id, version=before.version))
