"""Ties between candidates and examiners: list and matrix, and the acts that settle them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.ties import TieState
from jurydesk.services.tie_proposals import look_for_ties
from jurydesk.services.tie_rows import export_ties, list_tie_rows
from jurydesk.ui.operations.declaring import TieDeclarer
from jurydesk.ui.operations.ties import TieSettler
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.pages.ties.inspector import Pair, TieInspector
from jurydesk.ui.pages.ties.list_view import TieListView
from jurydesk.ui.pages.ties.matrix_view import TieMatrixView
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.ties import Tie
    from jurydesk.services.tie_rows import TieRow
    from jurydesk.ui.pages.page import PageContext

XLSX = "Excel (*.xlsx)"
CONFIRM_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""Of the main part of the keyboard, and of the figures at its side."""
REOPEN_KEY = "Ctrl+Backspace"
WAYS = LIST, MATRIX = ("list", "matrix")
WAY_KEYS = {LIST: "Alt+1", MATRIX: "Alt+2"}


class TiesPage(Page):
    """Every tie of the workspace."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.TIE, Kind.CANDIDATE, Kind.CANDIDACY, Kind.EXAMINER, Kind.SESSION}
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the ties come with the first load."""
        super().__init__(context, parent)
        self.settler = TieSettler(context, self)
        self.declarer = TieDeclarer(context, self)
        self.panel = TieInspector(context.wording)
        self.inspector = self.panel
        self.ties = TieListView(context.wording)
        self.list = self.ties.list
        offer_views(self.list, context)
        self.matrix = TieMatrixView(context)
        self.header = PageHeader(self.tr("Ties"))
        self.header.set_acts(
            Act(self.tr("Declare a tie…"), self.declare, "add", "Ctrl+N"),
            seconds=(Act(self.tr("Look through the files"), self.look, "search", "Ctrl+R"),),
            more=(Act(self.tr("Export the list…"), self.choose_export, "export"),),
        )
        # After the acts: the header takes every button for one of them
        self.ways = SegmentedControl(((LIST, self.tr("List")), (MATRIX, self.tr("Matrix"))), LIST)
        self.ways.setToolTip(", ".join(map(shortcut_text, WAY_KEYS.values())))
        self.header.set_side(self.ways)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.ties)
        self._stack.addWidget(self.matrix)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self._connect()
        self._add_keys()

    @override
    def reload(self) -> None:
        """Ask for the ties, and for the matrix where it is in view."""
        call = partial(list_tie_rows, self.context.desk)
        self.context.runner.submit(call, done=self._on_rows, receiver=self)
        if self.shows_matrix():
            self.matrix.refresh()

    @override
    def open_item(self, key: object) -> None:
        """Show the matrix, or what `TieListView.show_item` finds in the list."""
        self.look_at(MATRIX if key == MATRIX else LIST)
        if key != MATRIX:
            self.ties.show_item(key)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list or the matrix."""
        if self.shows_matrix():
            self.matrix.take_focus()
        else:
            self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of what is in view."""
        if self.shows_matrix():
            self.matrix.focus_search()
        else:
            self.list.focus_search()

    def shows_matrix(self) -> bool:
        """Tell whether the matrix is in view."""
        return self.ways.value() == MATRIX

    def look_at(self, way: str) -> None:
        """Show the list or the matrix."""
        self.ways.set_value(way)
        self._stack.setCurrentIndex(WAYS.index(way))
        if way == MATRIX:
            self.matrix.refresh()
        self._show_chosen()
        self.take_focus()

    def chosen(self) -> tuple[Tie, ...]:
        """Return the ties that an act concerns."""
        return tuple(row.tie for row in self._chosen_rows())

    def declare(self) -> None:
        """Ask for a tie: of the two persons under the cursor of the matrix, or of any (Ctrl+N)."""
        place = self.matrix.place() if self.shows_matrix() else None
        if place is not None:
            self.declarer.declare(candidate=place.candidate, examiner=place.examiner)
        else:
            self.declarer.declare()

    def look(self) -> None:
        """Look through every file for ties that nobody knows yet (Ctrl+R)."""
        call = partial(look_for_ties, self.context.desk)
        self.context.operations.perform(call, done=self._on_looked)

    def decide(self) -> None:
        """Ask whether the ties chosen exist; two persons without any may get one (Enter)."""
        if self.chosen():
            self.settler.ask(self.chosen())
        elif self.shows_matrix():
            self.declare()

    def confirm(self) -> None:
        """Say that the ties chosen exist (Ctrl+Enter)."""
        self.settler.confirm(self.chosen())

    def set_aside(self) -> None:
        """Set the ties chosen aside, with a reason (Delete)."""
        self.settler.set_aside(self.chosen())

    def reopen(self) -> None:
        """Leave the ties chosen to be settled again (Ctrl+Backspace)."""
        self.settler.reopen(self.chosen())

    def choose_export(self) -> None:
        """Ask where the list on screen should go."""
        title = self.tr("Where should the list go?")
        suggested = self.tr("ties.xlsx")
        self.context.prompter.save_file(title, self.export_to, filters=(XLSX,), suggested=suggested)

    def export_to(self, path: Path) -> None:
        """Write the ties on screen, in their order."""
        only = tuple(row.key for row in self.list.shown_rows())
        wording = self.context.wording
        call = partial(export_ties, self.context.desk, path=path, wording=wording, only=only)
        self.context.runner.submit(call, done=self._on_exported, receiver=self)

    def _connect(self) -> None:
        goes = self.context.navigate
        self.ties.set_empty(
            (
                Act(self.tr("To the candidates"), partial(goes, "candidates"), "people"),
                Act(self.tr("To the examiners"), partial(goes, "examiners"), "pool"),
            )
        )
        self.ties.changed.connect(self._show_chosen)
        self.ways.chosen.connect(self._on_way_chosen)
        self.matrix.changed.connect(self._show_chosen)
        self.matrix.opened.connect(self.decide)
        self.matrix.delete_pressed.connect(self.set_aside)
        self.list.activated.connect(self._on_activated)
        self.list.delete_requested.connect(self._on_delete)
        self.list.export_requested.connect(self.choose_export)
        self.list.shown_changed.connect(self._on_shown_changed)

    def _add_keys(self) -> None:
        # Here, not on buttons: the panel is hidden on a narrow window
        for key in CONFIRM_KEYS:
            self._add_key(key, self.confirm)
        self._add_key(REOPEN_KEY, self.reopen)
        for way, key in WAY_KEYS.items():
            self._add_key(key, partial(self.look_at, way))

    def _add_key(self, key: str, run: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def _on_rows(self, rows: tuple[TieRow, ...]) -> None:
        self.ties.show_rows(rows)

    def _chosen_rows(self) -> tuple[TieRow, ...]:
        return (self.matrix if self.shows_matrix() else self.ties).chosen_rows()

    def _show_chosen(self) -> None:
        rows = self._chosen_rows()
        place = self.matrix.place() if self.shows_matrix() else None
        if place is not None:
            self.panel.show_pair(place)
        elif not rows:
            self.panel.show_nobody()
        elif len(rows) == 1:
            self.panel.show_row(rows[0])
        else:
            self.panel.show_several(rows)
        people = place or (Pair.of(rows[0]) if len(rows) == 1 else None)
        ways = self._ways(people) if people is not None else ()
        settling = self._settling_acts(self.chosen())
        is_open = any(t.state is TieState.PROPOSED for t in self.chosen()) or not self.chosen()
        # The first one is the primary act: of a tie already settled it is not to unsettle it
        self.panel.set_acts((*settling, *ways) if is_open or not ways else (*ways, *settling))

    def _settling_acts(self, ties: tuple[Tie, ...]) -> tuple[Act, ...]:
        states = {tie.state for tie in ties}
        acts: list[Act] = []
        if not ties:
            declare = Act(self.tr("Declare a tie…"), self.declare, "link")
            return (declare,) if self.shows_matrix() else ()
        if states != {TieState.CONFIRMED}:
            acts.append(Act(self.tr("The tie exists"), self.confirm, "check"))
        if states != {TieState.SET_ASIDE}:
            acts.append(Act(self.tr("Set it aside…"), self.set_aside, "remove"))
        if states != {TieState.PROPOSED}:
            acts.append(Act(self.tr("Leave it to be settled"), self.reopen, "undo"))
        return tuple(acts)

    def _ways(self, people: Pair) -> tuple[Act, ...]:
        goes, key = self.context.navigate, FileKey(people.candidacy_id, "ties")
        file = Act(self.tr("Open the file"), partial(goes, "candidates", key), "person")
        examiner = partial(goes, "examiners", people.examiner.id)
        ways = (Act(self.tr("Open the examiner"), examiner, "pool"),)
        return (file, *ways) if people.candidacy_id else ways

    def _on_way_chosen(self, way: object) -> None:
        self.look_at(str(way))

    def _on_activated(self, _row: TieRow) -> None:
        self.decide()

    def _on_delete(self, _rows: object) -> None:
        self.set_aside()

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        if shown == everything:
            note = self.tr("Ties: {count}").format(count=everything)
        else:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        self.header.set_note(note if everything else "")

    def _on_looked(self, count: int) -> None:
        if not count:
            self.context.toasts.show_message(self.tr("The files suggest no other tie."))

    def _on_exported(self, count: int) -> None:
        self.context.toasts.show_message(self.tr("Ties exported: {count}.").format(count=count))
