"""National numbers of candidates, sealed: this room never sees one in clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from jurydesk.db.queries import table_of
from jurydesk.db.tables import NationalNumberRow
from jurydesk.domain.changes import Change, Kind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Database

    from jurydesk.db.repository import Note


class SqlNationalNumbers:
    """Implements `ports.NationalNumberStore`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`; `note` is told of each write."""
        self._database = database
        self._note = note

    def get(self, candidate_id: int) -> str | None:
        """Return the sealed number of one person, or None."""
        row = self._database.get(NationalNumberRow, candidate_id)
        return None if row is None else row.sealed

    def put(self, candidate_id: int, sealed: str | None) -> None:
        """Keep a sealed number in the place of any other; None forgets it."""
        row = self._database.get(NationalNumberRow, candidate_id)
        if sealed is None:
            if row is None:
                return
            self._database.delete(row)
        elif row is None:
            self._database.add(NationalNumberRow(candidate_id=candidate_id, sealed=sealed))
        else:
            row.sealed = sealed
        self._database.flush()
        # No image of it is ever kept: it could not be forgotten
        self._note(Change(Kind.NATIONAL_NUMBER, candidate_id, None, None))

    def holders(self) -> frozenset[int]:
        """Return who has one."""
        table = table_of(NationalNumberRow)
        return frozenset(self._database.scalars(select(table.c.candidate_id)))
