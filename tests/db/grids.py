"""One grid and one second entry, as the storage tests need them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Appearance, Outcome
from jurydesk.domain.grids import Grid, Mark
from jurydesk.domain.scales import POINTS
from jurydesk.domain.second_entry import SecondEntry, TypedOutcome
from tests.db.office import TEN

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from tests.db.office import Office


def assess(unit: SqlUnitOfWork, office: Office) -> tuple[Grid, SecondEntry]:
    """Store the common grid of the candidate heard, and what a second person typed."""
    session, heard = office.session.id, office.session.hearings[0].candidacy_id
    marks = (Mark("BC01", points=Decimal("12.50"), note="à l’oral"), Mark("BC02", "A"))
    grid = unit.grids.add(Grid(session, heard, None, marks, "Solide.", POINTS))
    typed = (TypedOutcome("BC01", Outcome.ACQUIRED),)
    entry = SecondEntry(session, heard, "Noa", TEN, Appearance.PRESENT, typed, "Camille")
    stored = unit.second_entries.add(entry)
    unit.audit.record(EventType.GRID_MARKED, {"session": office.session.code})
    return grid, stored
