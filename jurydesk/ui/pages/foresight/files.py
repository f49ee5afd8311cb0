"""The heat map as a file: where it should go, and the writing of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.foresight_export import export_heat

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.ui.pages.foresight.page import ForesightPage
    from jurydesk.ui.pages.page import PageContext

XLSX, ICS = "Excel (*.xlsx)", "iCalendar (*.ics)"


class HeatFiles(QObject):
    """Writes what the page shows."""

    def __init__(self, page: ForesightPage, context: PageContext) -> None:
        """Keep the page whose map is written."""
        super().__init__(page)
        self._page = page
        self._context = context

    def choose_workbook(self) -> None:
        """Ask where the list should go."""
        self._choose(
            self.tr("Where should the list go?"), XLSX, suggested=self.tr("foresight.xlsx")
        )

    def choose_calendar(self) -> None:
        """Ask where the calendar of the days that can have a jury should go."""
        self._choose(
            self.tr("Where should the calendar go?"), ICS, suggested=self.tr("foresight.ics")
        )

    def _choose(self, title: str, kind: str, *, suggested: str) -> None:
        if self._page.heat is not None:
            self._context.prompter.save_file(
                title, self._write, filters=(kind,), suggested=suggested
            )

    def _write(self, path: Path) -> None:
        heat, wording = self._page.heat, self._context.wording
        if heat is not None:
            desk = self._context.desk
            call = partial(export_heat, desk, heat=heat, path=path, wording=wording)
            self._context.runner.submit(call, done=self._on_written)

    def _on_written(self, count: int) -> None:
        text = self.tr("{count} lines written").format(count=count)
        self._context.toasts.show_message(text, tone="success")
