from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Handed
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Decision, Deliberation
from jurydesk.domain.steps import StepKind
from jurydesk.errors import WrongUsage
from jurydesk.services.candidates import list_candidacies, remove_candidacies, save_file
from jurydesk.services.journeys import take_step
from jurydesk.services.notes import write_note
from jurydesk.services.timeline import Happened, TimelineEntry, timeline_of
from tests.builders import DAY, a_candidacy, a_record, a_session
from tests.fakes import NOON, FakeOffice

HALF_PAST = datetime.fromisoformat("2026-11-23T12:30")
ONE = datetime.fromisoformat("2026-11-23T13:00")
TWO = datetime.fromisoformat("2026-11-23T14:00")


def told(office: FakeOffice, candidate_id: int = 1) -> list[tuple[Happened, str]]:
    entries = timeline_of(office.desk, candidate_id=candidate_id)
    return [(entry.kind, entry.code or entry.text) for entry in entries]


def test_everything_is_told_once_and_the_newest_first(office: FakeOffice) -> None:
    office.store(Attachment(1, "cv.pdf", "ab", 2, "application/pdf", NOON, "Ana", id=4))
    office.clock.move_to(HALF_PAST)
    write_note(office.desk, candidate_id=1, text="à rappeler")
    office.clock.move_to(ONE)
    row = list_candidacies(office.desk)[0]
    person = replace(row.candidate, phone="+33612345678")
    save_file(office.desk, candidate=person, candidacy=row.candidacy)
    office.clock.move_to(TWO)
    training = replace(a_candidacy().training, attendance=Handed.UNKNOWN)
    office.store(a_candidacy(1, version=1, training=training))
    take_step(
        office.desk, kind=StepKind.ATTENDANCE_CERTIFIED, day=date(2026, 11, 20), candidacy_id=1
    )
    step, saved, note, paper = timeline_of(office.desk, candidate_id=1)
    assert step == TimelineEntry(
        Happened.STEP,
        TWO,
        "Camille",
        "ACT-STEP-ATTENDANCE_CERTIFIED",
        (("day", date(2026, 11, 20)),),
        number=1,
    )
    assert (saved.kind, saved.at, saved.code) == (Happened.ACT, ONE, "AUDIT-CANDIDATE_SAVED")
    assert note == TimelineEntry(Happened.NOTE, HALF_PAST, "Camille", text="à rappeler", number=1)
    assert paper == TimelineEntry(Happened.DOCUMENT, NOON, "Ana", text="cv.pdf", number=4)


def test_another_s_life_is_not_told(office: FakeOffice) -> None:
    write_note(office.desk, candidate_id=2, text="à rappeler")
    assert told(office) == []
    assert told(office, 2) == [(Happened.NOTE, "à rappeler")]


@pytest.mark.parametrize(
    ("decision", "code"),
    [(None, "TIMELINE-HEARING"), (Decision.FULL, "TIMELINE-HEARING-FULL")],
)
def test_a_hearing_is_told_with_what_was_decided(
    office: FakeOffice, decision: Decision | None, code: str
) -> None:
    session = a_session()
    office.store(session)
    record = replace(a_record(1), decision=decision)
    office.store(Deliberation(session.id, session.hearings[0].start, records=(record,), id=1))
    (entry,) = timeline_of(office.desk, candidate_id=1)
    assert (entry.kind, entry.code, entry.at.date()) == (Happened.HEARING, code, DAY)
    assert dict(entry.figures) == {"session": "2026-12-A"}


def test_acts_on_several_paths_at_once_are_told_to_each(office: FakeOffice) -> None:
    office.store(a_candidacy(7, candidate_id=1), a_candidacy(8, candidate_id=2))
    remove_candidacies(office.desk, ids=[7, 8])
    for person in (1, 2):
        assert told(office, person) == [(Happened.ACT, "AUDIT-CANDIDACY_REMOVED")]
    assert told(office, 3) == []


def test_an_event_without_details_is_nobody_s(office: FakeOffice) -> None:
    with office.unit() as unit:
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.audit.record(EventType.SETTING_CHANGED, {"candidate": "1"})
        unit.commit()
    assert told(office) == []


def test_nobody_has_no_timeline(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="STORE-25"):
        timeline_of(office.desk, candidate_id=9)
    assert office.all(Kind.NOTE) == ()
