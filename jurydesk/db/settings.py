"""What an administrator set, as text by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import select

from jurydesk.db.queries import table_of
from jurydesk.db.tables import SettingRow
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.setting import Setting

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Database

    from jurydesk.db.repository import Note


class SqlSettings:
    """Implements `ports.SettingRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`; `note` is told of each write."""
        self._database = database
        self._note = note

    def get(self, key: str) -> str | None:
        """Return one setting, or None where nobody set it."""
        row = self._database.get(SettingRow, key)
        return None if row is None else row.value

    def put(self, key: str, value: str) -> None:
        """Set one value; the same value again is not a change."""
        before = self.get(key)
        if before != value:
            self._write(key, value)
            image = None if before is None else Setting(key, before)
            self._note(Change(Kind.SETTING, 0, image, Setting(key, value)))

    def remove(self, key: str) -> None:
        """Set it no longer, so that its default holds."""
        row = self._database.get(SettingRow, key)
        if row is not None:
            before = Setting(key, row.value)
            self._database.delete(row)
            self._database.flush()
            self._note(Change(Kind.SETTING, 0, before, None))

    def remember(self, key: str, value: str) -> None:
        """Keep what the program remembers by itself: told to pages, but not undone."""
        if self.get(key) != value:
            self._write(key, value)
            self._note(Change(Kind.SETTING, 0, None, None))

    def all(self) -> Mapping[str, str]:
        """Return every setting."""
        table = table_of(SettingRow)
        rows = self._database.execute(select(table).order_by(table.c.key))
        return {row.key: row.value for row in rows}

    def _write(self, key: str, value: str) -> None:
        row = self._database.get(SettingRow, key)
        if row is None:
            self._database.add(SettingRow(key=key, value=value))
        else:
            row.value = value
        self._database.flush()
