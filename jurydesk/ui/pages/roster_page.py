"""What the pages of candidates and examiners share: list, form, import and export of a roster."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.ui.pages.import_wizard.view import ImportView
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.widgets.file_drops import FileDrops
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.imports import RosterKind
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.over_stack import OverView
    from jurydesk.ui.widgets.row_list import RowList

Row = TypeVar("Row")
XLSX = "Excel (*.xlsx)"
TABLES = "*.xlsx *.xls *.ods *.csv *.txt"
"""What an office keeps a roster in; the content decides, not this name."""


@dataclass(frozen=True)
class RosterWords:
    """What such a page calls its things; `{count}` and `{shown}` stand for figures."""

    title: str
    which_roster: str
    count: str
    exported: str
    suggested_name: str


class RosterPage(Page, Generic[Row]):
    """A list of people, what is shown over it, and their roster as a file."""

    roster: ClassVar[RosterKind]

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rows come with the first load."""
        super().__init__(context, parent)
        self._today = context.desk.clock.today()
        self._wanted: object = None
        self.words = self.build_words()
        self.panel = self.build_panel()
        self.inspector = self.panel
        self.list: RowList[Row] = self.build_list()
        self.list.export_requested.connect(self.export)
        self.list.shown_changed.connect(self._on_shown_changed)
        self.header = PageHeader(self.words.title)
        below = QWidget()
        self._stack = OverStack(below)
        side = column(below, spacing=0)
        side.addWidget(self.header)
        side.addWidget(self.list, 1)
        column(self, spacing=0).addWidget(self._stack)
        self.drops = FileDrops(below, self.tr("Lay the roster down to see what it would change"))
        self.drops.dropped.connect(self._on_dropped)

    def offer_views(self) -> None:
        """Offer the saved views; the last thing to do, because the list may open on one."""
        offer_views(self.list, self.context)

    def build_words(self) -> RosterWords:
        """Return what the page calls its things."""
        raise NotImplementedError

    def build_panel(self) -> QWidget:
        """Return the inspector of the list."""
        raise NotImplementedError

    def build_list(self) -> RowList[Row]:
        """Return the list, empty and with its words for that."""
        raise NotImplementedError

    def write_roster(self, path: Path) -> int:
        """Write everybody into a workbook and return how many; called off the GUI thread."""
        raise NotImplementedError

    @property
    def importing(self) -> ImportView | None:
        """The import in view, if there is one."""
        return self._stack.over_as(ImportView)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list, or on what lies over it."""
        over = self._stack.over
        if over is not None:
            over.take_focus()
        else:
            self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list, or of what lies over it."""
        over = self._stack.over
        if over is not None:
            over.focus_search()
        else:
            self.list.focus_search()

    def choose_file(self) -> None:
        """Ask for a roster and show what its import would do."""
        kinds = (self.tr("Rosters") + f" ({TABLES})", self.tr("All files") + " (*)")
        self.context.prompter.open_file(self.words.which_roster, self.import_file, filters=kinds)

    def import_file(self, path: Path) -> None:
        """Show what importing a roster would do."""
        view = ImportView(self.context, self.roster, path)
        self.show_over(view, view.panel)
        view.closed.connect(self.back_to_list)
        view.panel_wanted.connect(self.change_inspector)

    def export(self) -> None:
        """Ask where the roster of everybody goes, and write it."""
        title = self.tr("Where should the roster go?")
        suggested = self.words.suggested_name
        self.context.prompter.save_file(
            title, self._export_to, filters=(XLSX,), suggested=suggested
        )

    def show_over(self, view: OverView, panel: QWidget | None) -> None:
        """Show a view over the list, and its panel, instead of what was there."""
        self._stack.show_over(view)
        self.change_inspector(panel)

    def back_to_list(self) -> None:
        """Close what is over the list."""
        self._stack.back()
        self.change_inspector(self.panel)
        self.list.view.setFocus()

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        if len(paths) > 1:
            text = self.tr("One roster at a time: the first of {count} files is read.")
            self.context.toasts.show_message(text.format(count=len(paths)), tone="warning")
        self.import_file(paths[0])

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        if shown == everything:
            note = self.words.count.format(count=everything)
        else:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        self.header.set_note(note if everything else "")

    def _export_to(self, path: Path) -> None:
        call = partial(self.write_roster, path)
        self.context.runner.submit(call, done=self._on_exported, receiver=self)

    def _on_exported(self, count: int) -> None:
        self.context.toasts.show_message(self.words.exported.format(count=count))
