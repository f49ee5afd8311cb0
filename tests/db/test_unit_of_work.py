"""One transaction: all or nothing, audited, with images for undo, with versions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jurydesk.db.tables import CandidateRow
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.people import Candidate, Examiner, Mandate
from jurydesk.domain.setting import Setting
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from tests.db.conftest import StandingClock, opened
from tests.db.office import DAY, close_deliberation, furnished

if TYPE_CHECKING:
    from jurydesk.db.workspace import Workspace


def stored_candidate(workspace: Workspace, name: str = "Legrand") -> Candidate:
    with workspace.open_unit() as unit:
        candidate = unit.candidates.add(Candidate(name, ("Ophélie",)))
        unit.audit.record(EventType.CANDIDATE_SAVED, {"id": candidate.id})
        unit.commit()
    return candidate


def all_candidates(workspace: Workspace) -> tuple[Candidate, ...]:
    with workspace.open_unit() as unit:
        return unit.candidates.all()


def test_leaving_without_commit_leaves_nothing(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
        unit.settings.put("office.name", "CEFPF")
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
    with workspace.open_unit() as unit:
        assert unit.candidates.all() == ()
        assert unit.settings.all() == {}
        assert unit.audit.events() == ()


def test_leaving_by_an_error_leaves_nothing(workspace: Workspace) -> None:
    with suppress(ZeroDivisionError), workspace.open_unit() as unit:
        unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        raise ZeroDivisionError
    assert all_candidates(workspace) == ()


def test_commit_without_an_audit_event_is_refused(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
        with pytest.raises(RuntimeError, match="no audit event"):
            unit.commit()
    assert all_candidates(workspace) == ()


def test_commit_of_a_setting_needs_an_audit_event_too(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        unit.settings.put("office.name", "CEFPF")
        with pytest.raises(RuntimeError, match="no audit event"):
            unit.commit()


def test_changes_hold_the_image_before_and_after(workspace: Workspace) -> None:
    office = furnished(workspace)
    examiner, tie = office.examiners[0], office.tie
    changed = replace(examiner, occupation="Monteuse", mandates=())
    with workspace.open_unit() as unit:
        saved = unit.examiners.save(changed)
        unit.ties.remove(tie.id)
        assert unit.changes == (
            Change(Kind.EXAMINER, examiner.id, examiner, changed),
            Change(Kind.TIE, tie.id, tie, None),
        )
    assert (saved.version, saved) == (examiner.version + 1, changed)


def test_what_was_removed_comes_back_under_its_number(workspace: Workspace) -> None:
    session = furnished(workspace).session
    with workspace.open_unit() as unit:
        deliberation = unit.deliberations.of_session(session.id)
        assert deliberation is not None
        unit.deliberations.remove(deliberation.id)
        unit.sessions.remove(session.id)
        unit.audit.record(EventType.SESSION_REMOVED, {})
        unit.commit()
        images = unit.changes
    with workspace.open_unit() as unit:
        assert unit.sessions.all() == ()
        for image in reversed(images):
            repository = unit.sessions if image.kind is Kind.SESSION else unit.deliberations
            assert repository.add(image.before).id == image.id
        assert unit.sessions.get(session.id) == session
        assert unit.deliberations.of_session(session.id) == deliberation


def test_a_number_is_never_given_twice(workspace: Workspace) -> None:
    first = stored_candidate(workspace)
    with workspace.open_unit() as unit:
        unit.candidates.remove(first.id)
        unit.audit.record(EventType.CANDIDATE_REMOVED, {})
        unit.commit()
    assert stored_candidate(workspace).id == first.id + 1


def test_a_number_that_came_back_is_not_given_again(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        kept = unit.candidates.add(Candidate("Legrand", ("Ophélie",), id=41))
        following = unit.candidates.add(Candidate("Legrand", ("Ophélie",)))
        assert (kept.id, following.id > kept.id) == (41, True)


def test_saving_what_is_the_same_writes_nothing(workspace: Workspace) -> None:
    candidate = stored_candidate(workspace)
    with workspace.open_unit() as unit:
        assert unit.candidates.save(candidate).version == candidate.version
        assert unit.changes == ()


def test_saving_over_a_newer_version_is_refused(workspace: Workspace) -> None:
    candidate = stored_candidate(workspace)
    with workspace.open_unit() as unit:
        newer = unit.candidates.save(replace(candidate, notes="reçue le 3"))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    with workspace.open_unit() as unit, pytest.raises(StaleData) as caught:
        unit.candidates.save(replace(candidate, notes="reçue le 4"))
    assert (caught.value.code, caught.value.figures) == ("STORE-20.CANDIDATE", {"id": candidate.id})
    assert all_candidates(workspace) == (newer,)


def test_a_changed_part_makes_a_new_version(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        examiner = unit.examiners.add(Examiner("Peyrat", "Bruno"))
        saved = unit.examiners.save(replace(examiner, mandates=(Mandate(DAY, DAY),)))
        assert (examiner.version, saved.version) == (1, 2)
        with pytest.raises(StaleData):
            unit.examiners.save(examiner)


def test_saving_what_was_removed_is_refused(workspace: Workspace) -> None:
    candidate = stored_candidate(workspace)
    with workspace.open_unit() as unit:
        unit.candidates.remove(candidate.id)
        with pytest.raises(StaleData) as caught:
            unit.candidates.save(replace(candidate, notes="reçue"))
    assert caught.value.code == "STORE-20.CANDIDATE"


def test_two_offices_on_a_server_cannot_overwrite_each_other(
    server_address: str, clock: StandingClock
) -> None:
    """Both are let in, both read the same version; the second to write is told."""
    with opened(server_address, clock) as workspace, workspace.open_unit() as slow:
        candidate = stored_candidate(workspace)
        read = slow._database.get(CandidateRow, candidate.id)
        assert read is not None
        with workspace.open_unit() as quick:
            quick.candidates.save(replace(candidate, notes="première"))
            quick.audit.record(EventType.CANDIDATE_SAVED, {})
            quick.commit()
        with pytest.raises(StaleData):
            slow.candidates.save(replace(candidate, notes="seconde"))
        assert [c.notes for c in all_candidates(workspace)] == ["première"]


def test_removing_what_others_need_is_refused(workspace: Workspace) -> None:
    office = furnished(workspace)
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule) as caught:
        unit.candidates.remove(office.candidates[0].id)
    assert caught.value.code == "STORE-21.CANDIDATE"
    assert caught.value.figures == {"id": office.candidates[0].id}


def test_a_code_that_is_taken_is_refused(workspace: Workspace) -> None:
    session = furnished(workspace).session
    with workspace.open_unit() as unit, pytest.raises(RefusedByRule) as caught:
        unit.sessions.add(replace(session, id=0, hearings=(), juries=()))
    assert caught.value.code == "STORE-26"


def test_an_unknown_number_is_named(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        assert unit.sessions.find(12) is None
        with pytest.raises(WrongUsage) as got:
            unit.sessions.get(12)
        with pytest.raises(WrongUsage) as removed:
            unit.sessions.remove(12)
    for caught in (got, removed):
        assert (caught.value.code, caught.value.figures) == ("STORE-25.SESSION", {"id": 12})


def test_closing_a_deliberation_is_the_last_change(workspace: Workspace) -> None:
    office = furnished(workspace)
    closed = close_deliberation(workspace, office)
    with workspace.open_unit() as unit:
        assert unit.deliberations.of_session(office.session.id) == closed


def test_settings_are_noted_with_what_they_were(workspace: Workspace) -> None:
    with workspace.open_unit() as unit:
        unit.settings.put("office.name", "CEFPF")
        unit.settings.put("office.name", "CEFPF")
        unit.settings.put("office.place", "Montreuil")
        unit.settings.put("office.place", "Paris")
        unit.settings.remember("import.layout.1", "{}")
        unit.settings.remove("office.name")
        unit.settings.remove("office.siret")
        name, montreuil = Setting("office.name", "CEFPF"), Setting("office.place", "Montreuil")
        assert unit.changes == (
            Change(Kind.SETTING, 0, None, name),
            Change(Kind.SETTING, 0, None, montreuil),
            Change(Kind.SETTING, 0, montreuil, Setting("office.place", "Paris")),
            Change(Kind.SETTING, 0, None, None),
            Change(Kind.SETTING, 0, name, None),
        )
        unit.settings.put("office.name", "CEFPF")
        assert unit.settings.get("office.name") == "CEFPF"
        assert unit.settings.get("office.siret") is None
