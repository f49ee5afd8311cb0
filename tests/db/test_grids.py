"""Grids and second entries on both databases: found, one of each, and never under a closing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jurydesk.errors import JurydeskError, RefusedByRule
from tests.db.grids import assess
from tests.db.office import furnish

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork


def test_each_is_found_by_session_and_hearing(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    common, entry = assess(unit, office)
    session, heard = common.session_id, common.candidacy_id
    own = unit.grids.add(replace(common, id=0, version=0, examiner_id=office.examiner_ids[0]))
    assert unit.grids.of_session(session) == unit.grids.of_hearing(session, heard) == (common, own)
    assert unit.grids.of_session(session + 1) == unit.grids.of_hearing(session, heard + 1) == ()
    assert unit.second_entries.of_session(session) == (entry,)
    assert unit.second_entries.of_session(session + 1) == ()


@pytest.mark.parametrize("is_common", [True, False])
def test_nobody_has_two_grids_for_one_candidate(unit: SqlUnitOfWork, is_common: bool) -> None:
    office = furnish(unit)
    grid, _ = assess(unit, office)
    who = None if is_common else office.examiner_ids[0]
    again = replace(grid, id=0, version=0, examiner_id=who)
    if not is_common:
        unit.grids.add(again)
    with pytest.raises(JurydeskError) as caught:
        unit.grids.add(again)
    assert caught.value.code == "STORE-26"


def test_a_candidate_is_typed_once_more_only(unit: SqlUnitOfWork) -> None:
    _, entry = assess(unit, furnish(unit))
    with pytest.raises(JurydeskError) as caught:
        unit.second_entries.add(replace(entry, id=0, version=0))
    assert caught.value.code == "STORE-26"


def test_a_session_is_not_deleted_under_its_grids(unit: SqlUnitOfWork) -> None:
    office = furnish(unit)
    assess(unit, office)
    unit.deliberations.remove(office.deliberation.id)
    with pytest.raises(RefusedByRule) as caught:
        unit.sessions.remove(office.session.id)
    assert caught.value.code == "STORE-21.SESSION"
