"""The heat map, or the plan of the year, as a file: where it should go, and the writing of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from jurydesk.services.foresight_export import export_heat, export_year

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
        if self._page.heat is not None and (self._writes_heat() or self._page.plan.view.answer):
            self._context.prompter.save_file(
                title, self._write, filters=(kind,), suggested=suggested
            )

    def _writes_heat(self) -> bool:
        """Tell whether the half-days are written, and not the plan in front."""
        return not self._page.plan.view.isVisible()

    def _write(self, path: Path) -> None:
        heat, answer = self._page.heat, self._page.plan.view.answer
        desk, wording = self._context.desk, self._context.wording
        if not self._writes_heat() and answer is not None:
            call = partial(export_year, desk, answer=answer, path=path, wording=wording)
            self._context.runner.submit(call, done=self._on_written)
        elif heat is not None:
            call = partial(export_heat, desk, heat=heat, path=path, wording=wording)
            self._context.runner.submit(call, done=self._on_written)

    def _on_written(self, count: int) -> None:
        text = self.tr("{count} lines written").format(count=count)
        self._context.toasts.show_message(text, tone="success")
