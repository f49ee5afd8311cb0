"""Two files become one and two again: a logical dump is equal, and what was signed still holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Column, Table, select

from jurydesk.db.tables import metadata
from jurydesk.domain.acquisitions import Acquisition
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.merging import Take
from jurydesk.domain.notes import Note
from jurydesk.domain.steps import Step, StepKind
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule
from jurydesk.services.merging import MergeDraft, merge
from jurydesk.services.ports import Desk
from jurydesk.services.undo import revert
from tests.db.office import TEN, Office, close_session, furnished, issue

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace
    from jurydesk.domain.minutes import Minutes
    from tests.db.conftest import StandingClock

DAY = date(2026, 11, 2)
NOT_CONTENT = {"audit_event", "audit_head"}
"""The trail only grows: the merge and its undo are two events more."""


def columns_of(table: Table) -> list[Column[Any]]:
    return [column for column in table.columns if column.name != "version"]


def dump(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the trail, without the counters of versions."""
    with workspace.engine.connect() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(select(*columns_of(table)))), key=repr)
            for table in metadata.sorted_tables
            if table.name not in NOT_CONTENT
        }


@pytest.fixture
def judged(workspace: Workspace, sealed: Callable[..., Minutes]) -> Office:
    """The first of three was judged; the first two have something of each kind."""
    office = furnished(workspace)
    close_session(workspace, office)
    one, two, three = (person.id for person in office.candidates)
    path, other = office.candidacy_ids[:2]
    with workspace.open_unit() as unit:
        digest = unit.blobs.put(b"%PDF-1.7")
        for person, where in ((one, path), (two, other)):
            unit.attachments.add(
                Attachment(person, "cv.pdf", digest, 8, "application/pdf", TEN, "x")
            )
            unit.notes.add(Note(person, "à rappeler", TEN, "x", where))
            unit.acquisitions.add(Acquisition(person, "RNCP34316", "BC01", DAY, None, "vu"))
            unit.steps.add(Step(StepKind.ADMITTED, DAY, TEN, "x", candidacy_id=where))
        for tie in (Tie(two, 1, TieKind.TRAINER), Tie(two, 2, TieKind.PERSONAL)):
            unit.ties.add(tie)
        unit.distinctions.add(Distinction(one, two, "x", TEN))
        unit.distinctions.add(Distinction(two, three, "x", TEN))
        unit.national_numbers.put(two, "sealed")
        issue(unit, sealed(office.session.id, "PV-2026-001", TEN))
        unit.commit()
    return office


@pytest.fixture
def desk(workspace: Workspace, clock: StandingClock) -> Desk:
    return Desk(workspace.open_unit, clock, "Ophélie", workspace.storage)


def test_a_dump_is_equal_after_undo_and_the_signed_minutes_hold(
    workspace: Workspace, judged: Office, desk: Desk
) -> None:
    before = dump(workspace)
    one, two, _ = (person.id for person in judged.candidates)
    # The file that was judged is the one that goes
    outcome = merge(desk, draft=MergeDraft(two, one, {"birth_name": Take.OTHER}))
    merged = dump(workspace)
    changed = {name for name in before if before[name] != merged[name]}
    assert changed == {
        "candidate",
        "candidacy",
        "note",
        "search_word",
        "attachment",
        "acquisition",
        "tie",
        "distinction",
    }
    assert workspace.storage.verify().sound
    revert(desk, outcome_changes=outcome.changes, label=outcome.label)
    assert dump(workspace) == before
    assert workspace.storage.verify().sound
    with workspace.open_unit() as unit:
        last = [event.type for event in unit.audit.events()[-2:]]
    assert last == [EventType.PEOPLE_MERGED, EventType.UNDONE]


def test_a_refused_merge_writes_nothing(workspace: Workspace, judged: Office, desk: Desk) -> None:
    one, two, _ = (person.id for person in judged.candidates)
    with workspace.open_unit() as unit:
        unit.national_numbers.put(one, "another")
        unit.audit.record(EventType.NATIONAL_NUMBER_SET, {})
        unit.commit()
    before = dump(workspace)
    with pytest.raises(RefusedByRule, match="MERGE-TWO-NUMBERS"):
        merge(desk, draft=MergeDraft(one, two))
    assert dump(workspace) == before


def test_every_table_that_names_a_person_is_followed() -> None:
    """A new table that refers to candidates must be handed over too: say so here and there."""
    refer = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "candidate"
    }
    assert refer == {
        "candidacy",
        "tie",
        "attachment",
        "acquisition",
        "note",
        "distinction",
        "national_number",
    }


def test_versions_of_both_files_count(workspace: Workspace, judged: Office, desk: Desk) -> None:
    one, two, _ = judged.candidates
    seen = MergeDraft(one.id, two.id, versions=(one.version, two.version))
    with workspace.open_unit() as unit:
        unit.candidates.save(replace(two, phone="+33612345678"))
        unit.audit.record(EventType.CANDIDATE_SAVED, {"candidate": two.id})
        unit.commit()
    with pytest.raises(RefusedByRule, match="MERGE-STALE"):
        merge(desk, draft=seen)
