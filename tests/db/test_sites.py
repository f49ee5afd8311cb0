"""Sites, rooms and ways come back as they were; a workspace of before has none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.db.engine import open_engine
from jurydesk.db.location import locate
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.sites import Room, Site, Travel
from jurydesk.errors import RefusedByRule
from tests.db.conftest import StandingClock, opened
from tests.db.office import furnish
from tests.db.test_round_trip import EXAMPLES, comes_back
from tests.db.values import any_of

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork

rooms = st.lists(any_of(Room), max_size=3, unique_by=lambda room: room.name).map(tuple)
sites = any_of(Site, rooms=rooms)


@EXAMPLES
@given(sites, sites)
def test_sites_with_their_rooms(unit: SqlUnitOfWork, first: Site, then: Site) -> None:
    comes_back(unit, unit.sites, first, then)


def test_ways_between_sites(unit: SqlUnitOfWork) -> None:
    one, other = (unit.sites.add(Site(name)) for name in ("Bry", "Lyon"))
    comes_back(unit, unit.travels, Travel(one.id, other.id, 130), Travel(one.id, other.id, 90))


def test_no_two_rooms_have_the_same_name(unit: SqlUnitOfWork) -> None:
    unit.sites.add(Site("Bry", rooms=(Room("Salle 1"),)))
    with pytest.raises(RefusedByRule, match="STORE-26"):
        unit.sites.add(Site("Lyon", rooms=(Room("Salle 1"),)))


def test_a_site_stays_while_a_way_leads_to_it(unit: SqlUnitOfWork) -> None:
    one, other = (unit.sites.add(Site(name)) for name in ("Bry", "Lyon"))
    unit.travels.add(Travel(one.id, other.id, 130))
    with pytest.raises(RefusedByRule, match=r"STORE-21\.SITE"):
        unit.sites.remove(other.id)


def test_who_needs_step_free_access_comes_back(unit: SqlUnitOfWork) -> None:
    person = furnish(unit).candidates[0].id
    path = Candidacy(person, "RNCP40642", AccessRoute.INDIVIDUAL, step_free=True)
    comes_back(unit, unit.candidacies, path, replace(path, step_free=False))


@pytest.fixture
def address_before_sites(earlier_version: Callable[[str], str]) -> str:
    """A workspace of the version that knew names of rooms only."""
    return earlier_version("0009")


def test_a_workspace_of_before_has_no_sites(
    address_before_sites: str, clock: StandingClock
) -> None:
    engine = open_engine(locate(address_before_sites))
    with engine.begin() as connection:
        _insert(connection, "candidate", first_names=[], employments=[], sex="F")
        _insert(
            connection, "candidacy", route="EXPERIENCE", certification="RNCP6082", extra_time=True
        )
    engine.dispose()
    with opened(address_before_sites, clock) as workspace, workspace.open_unit() as unit:
        (path,) = unit.candidacies.all()
        assert (path.extra_time, path.step_free) == (True, False)
        assert (unit.sites.all(), unit.travels.all()) == ((), ())
        unit.sites.add(Site("Bry", rooms=(Room("Salle 1", capacity=6),)))


_ENUMERATIONS = {
    "intake": "DRAFT",
    "admissibility_status": "NONE",
    "closure": "IN_PROGRESS",
    **dict.fromkeys(("dissertation", "attendance", "entrance", "evidence"), "UNKNOWN"),
}
_EMPTY: dict[type[Any], object] = {str: "", bool: False, int: 1}


def _insert(connection: sa.Connection, name: str, **values: object) -> None:
    """Insert a row of which only what is said differs from nothing."""
    table = sa.Table(name, sa.MetaData(), autoload_with=connection)
    empty = {
        column.name: _ENUMERATIONS.get(column.name, _blank(column))
        for column in table.columns
        if not column.nullable
    }
    connection.execute(table.insert().values(empty | values))


def _blank(column: sa.Column[Any]) -> object:
    return [] if isinstance(column.type, sa.JSON) else _EMPTY[column.type.python_type]
