from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.deliberation import Incident
from jurydesk.domain.people import Candidate
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule, StaleData
from jurydesk.services import adjusting, candidates, deliberating
from jurydesk.services.freezing import freeze_session
from jurydesk.services.settings import OfficeSettings, read_settings, save_settings
from jurydesk.services.undo import merged, revert
from tests.builders import a_candidacy, a_candidate, a_record, a_session
from tests.fakes import FakeOffice

A = "2026-12-A"
EVERYTHING = (Kind.CANDIDATE, Kind.CANDIDACY, Kind.TIE, Kind.SESSION)


def everything(office: FakeOffice) -> list[tuple[object, ...]]:
    return [office.all(kind) for kind in EVERYTHING]


def test_added_person_is_taken_away(office: FakeOffice) -> None:
    nobody = Candidate("Nadal", ("Hugo",))
    path = replace(a_candidacy(1), id=0)
    outcome = candidates.save_file(office.desk, candidate=nobody, candidacy=path)
    revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert len(office.all(Kind.CANDIDATE)) == len(office.all(Kind.CANDIDACY)) == 3
    assert office.acts == [EventType.CANDIDACY_SAVED, EventType.UNDONE]


def test_changed_person_is_as_before(office: FakeOffice) -> None:
    with office.unit() as unit:
        stored, path = unit.candidates.get(1), unit.candidacies.get(1)
    known = replace(stored, phone="12")
    outcome = candidates.save_file(office.desk, candidate=known, candidacy=path)
    revert(office.desk, outcome_changes=outcome.changes)
    assert office.all(Kind.CANDIDATE)[0] == a_candidate(1)


def test_removed_person_comes_back_with_everything_under_the_same_numbers(
    planned: FakeOffice,
) -> None:
    planned.store(Tie(1, 2, TieKind.TRAINER, id=1))
    before = everything(planned)
    outcome = candidates.remove_candidate(planned.desk, candidate_id=1)
    assert everything(planned) != before
    revert(planned.desk, outcome_changes=outcome.changes)
    assert everything(planned) == before


def test_undo_can_be_undone(planned: FakeOffice) -> None:
    moved = adjusting.move_hearing(planned.desk, code=A, candidacy_id=2, jury=1, start=time(10))
    after = planned.all(Kind.SESSION)
    undone = revert(planned.desk, outcome_changes=moved.changes)
    assert planned.all(Kind.SESSION) != after
    revert(planned.desk, outcome_changes=undone.changes)
    assert planned.all(Kind.SESSION) == after


def test_undo_is_refused_when_the_same_thing_changed_since(planned: FakeOffice) -> None:
    first = adjusting.move_hearing(planned.desk, code=A, candidacy_id=2, jury=1, start=time(10))
    adjusting.move_hearing(planned.desk, code=A, candidacy_id=3, jury=1, start=time(11))
    before = planned.all(Kind.SESSION)
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(planned.desk, outcome_changes=first.changes)
    assert planned.all(Kind.SESSION) == before


def test_freezing_can_be_undone_until_something_is_recorded(on_the_day: FakeOffice) -> None:
    frozen = freeze_session(on_the_day.desk, code=A)
    revert(on_the_day.desk, outcome_changes=frozen.changes)
    assert on_the_day.all(Kind.SESSION) == (a_session(),)
    again = freeze_session(on_the_day.desk, code=A)
    deliberating.record_hearing(on_the_day.desk, code=A, record=a_record(1))
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(on_the_day.desk, outcome_changes=again.changes)


def test_recorded_result_can_be_undone(on_the_day: FakeOffice) -> None:
    freeze_session(on_the_day.desk, code=A)
    deliberating.record_incidents(on_the_day.desk, code=A, incidents=[Incident("retard")])
    outcome = deliberating.record_hearing(on_the_day.desk, code=A, record=a_record(1))
    revert(on_the_day.desk, outcome_changes=outcome.changes)
    assert on_the_day.all(Kind.DELIBERATION)[0].records == ()


@pytest.mark.parametrize(
    "change",
    [Change(Kind.MINUTES, 1, None, a_candidate(1)), Change(Kind.SETTING, 0, None, None)],
)
def test_minutes_and_what_leaves_no_image_are_never_undone(
    office: FakeOffice, change: Change
) -> None:
    assert not change.can_be_undone
    with pytest.raises(RefusedByRule, match="UNDO-NEVER"):
        revert(office.desk, outcome_changes=[change])


def test_saved_settings_are_put_back_and_set_again(office: FakeOffice) -> None:
    save_settings(office.desk, settings=OfficeSettings(place="Montreuil"))
    before = read_settings(office.desk)
    outcome = save_settings(office.desk, settings=replace(before, quorum=3, place="Paris"))
    undone = revert(office.desk, outcome_changes=outcome.changes, label=outcome.label)
    assert read_settings(office.desk) == before
    revert(office.desk, outcome_changes=undone.changes)
    assert read_settings(office.desk) == replace(before, quorum=3, place="Paris")


def test_a_setting_set_anew_since_is_not_put_back(office: FakeOffice) -> None:
    outcome = save_settings(office.desk, settings=OfficeSettings(quorum=3))
    save_settings(office.desk, settings=OfficeSettings(quorum=4))
    with pytest.raises(StaleData, match="UNDO-STALE"):
        revert(office.desk, outcome_changes=outcome.changes)
    assert read_settings(office.desk).quorum == 4


def test_merged_keeps_the_first_and_the_last_image() -> None:
    one, two, three = (a_candidate(1, phone=str(n)) for n in (1, 2, 3))
    changes = (
        Change(Kind.CANDIDATE, 1, one, two),
        Change(Kind.CANDIDATE, 2, None, two),
        Change(Kind.CANDIDATE, 1, two, three),
        Change(Kind.CANDIDATE, 2, two, None),
    )
    assert merged(changes) == (Change(Kind.CANDIDATE, 1, one, three),)
