"""What the services rely on is true of the fake workspace and of the real one alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import StaleData, WrongUsage
from jurydesk.services.clock import clock_on
from jurydesk.services.ports import Desk
from tests.builders import TODAY, a_session
from tests.fakes import FakeOffice

HUGO = Candidate("Nadal", ("Hugo",), email="h@exemple.fr")


@pytest.fixture(params=["fake", "real"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    if request.param == "fake":
        yield FakeOffice().desk
        return
    real = create_workspace(tmp_path / "w.jurydesk", actor="Camille", clock=clock_on(TODAY))
    yield real
    real.close()


def written(desk: Desk, act: Callable[[Any], Any]) -> tuple[Any, tuple[Change, ...]]:
    with desk.open_unit() as unit:
        result = act(unit)
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
        return result, unit.changes


def test_added_entity_has_a_number_and_a_version(desk: Desk) -> None:
    added, changes = written(desk, lambda unit: unit.candidates.add(HUGO))
    assert (added, added.version) == (replace(HUGO, id=1), 1)
    assert changes == (Change(Kind.CANDIDATE, 1, None, added),)


def test_unit_left_without_commit_leaves_nothing(desk: Desk) -> None:
    with desk.open_unit() as unit:
        unit.candidates.add(HUGO)
    with desk.open_unit() as unit:
        assert unit.candidates.all() == ()


def test_change_without_an_event_is_a_fault_of_ours(desk: Desk) -> None:
    with desk.open_unit() as unit:
        unit.candidates.add(HUGO)
        with pytest.raises(RuntimeError, match="no audit event"):
            unit.commit()


def test_saving_the_same_is_no_change(desk: Desk) -> None:
    added, _ = written(desk, lambda unit: unit.candidates.add(HUGO))
    same, changes = written(desk, lambda unit: unit.candidates.save(added))
    assert (same, changes) == (added, ())


def test_saving_an_older_version_is_refused(desk: Desk) -> None:
    added, _ = written(desk, lambda unit: unit.candidates.add(HUGO))
    newer, _ = written(desk, lambda unit: unit.candidates.save(replace(added, phone="1")))
    assert newer.version == 2
    with desk.open_unit() as unit, pytest.raises(StaleData):
        unit.candidates.save(replace(added, phone="2"))


def test_entity_that_comes_back_keeps_its_number(desk: Desk) -> None:
    added, _ = written(desk, lambda unit: unit.candidates.add(HUGO))
    written(desk, lambda unit: unit.candidates.remove(added.id))
    back, changes = written(desk, lambda unit: unit.candidates.add(added))
    assert back == added
    assert changes == (Change(Kind.CANDIDATE, 1, None, back),)


def test_what_is_not_there_is_said(desk: Desk) -> None:
    with desk.open_unit() as unit:
        assert unit.candidates.find(9) is None
        assert unit.sessions.by_code("X") is None
        assert unit.certifications.by_code("RNCP1") is None
        assert unit.deliberations.of_session(9) is None
        with pytest.raises(WrongUsage):
            unit.candidates.get(9)
        with pytest.raises(WrongUsage):
            unit.candidates.remove(9)


def test_people_are_found_by_every_word(desk: Desk) -> None:
    written(desk, lambda unit: unit.candidates.add(HUGO))
    with desk.open_unit() as unit:
        for query, found in (("HUGO nadal", [1]), ("hugo legrand", [])):
            hits = unit.search.find(query, kinds=(Kind.CANDIDATE,), most=5)
            assert [hit.id for hit in hits] == found


def test_entities_are_found_through_their_neighbours(desk: Desk) -> None:
    def act(unit: Any) -> tuple[Any, Any]:
        candidate = unit.candidates.add(HUGO)
        if unit.certifications.by_code("RNCP40642") is None:
            from tests.builders import a_certification

            unit.certifications.add(a_certification())
        candidacy = unit.candidacies.add(
            Candidacy(candidate.id, "RNCP40642", AccessRoute.EXPERIENCE)
        )
        bare = a_session(candidacies=(candidacy.id,), juries=(), hearings=(), id=0)
        return candidacy, unit.sessions.add(bare)

    (candidacy, session), _ = written(desk, act)
    with desk.open_unit() as unit:
        assert unit.candidacies.of_candidate(candidacy.candidate_id) == (candidacy,)
        assert unit.candidacies.for_certification("RNCP40642") == (candidacy,)
        assert unit.sessions.by_code(session.code) == session
        assert unit.sessions.on_days(session.days) == ()
