"""The page of expenses: what is due and paid, and the rates that it follows from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.expenses import ClaimStatus
from jurydesk.services.expense_export import export_expenses
from jurydesk.services.expenses import list_expenses
from jurydesk.ui.list_state import KeptFilter, ListState
from jurydesk.ui.operations.expenses import ExpenseActs
from jurydesk.ui.pages.expenses.claim_acts import claim_acts
from jurydesk.ui.pages.expenses.columns import claim_columns, claim_filters
from jurydesk.ui.pages.expenses.editor import ClaimEditor
from jurydesk.ui.pages.expenses.inspector import ClaimInspector
from jurydesk.ui.pages.expenses.key import ExpensesKey
from jurydesk.ui.pages.expenses.rates_view import RatesView
from jurydesk.ui.pages.expenses.totals_line import TotalsLine
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.widgets.switches import SegmentedControl
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jurydesk.domain.expenses import Rate
    from jurydesk.services.expenses import ExpenseRow
    from jurydesk.ui.pages.page import PageContext

XLSX = "Excel (*.xlsx)"
WAYS = CLAIMS, RATES = ("claims", "rates")
WAY_KEYS = {CLAIMS: "Alt+1", RATES: "Alt+2"}
NEXT_KEYS = ("Ctrl+Return", "Ctrl+Enter")
EXPORT_KEY = "Ctrl+E"


class ExpensesPage(Page):
    """Claims as a list, one of them over it, the rates beside."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.CLAIM, Kind.RATE, Kind.SESSION, Kind.DELIBERATION, Kind.EXAMINER}
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the lists; claims and rates come with the first load."""
        super().__init__(context, parent)
        self.acts = ExpenseActs(context, self)
        self.panel = ClaimInspector(context.wording)
        self.inspector = self.panel
        self.list = self._build_list()
        self.totals = TotalsLine(context.wording)
        self.rates = RatesView(context)
        self.header = PageHeader(self.tr("Expenses"))
        self.ways = SegmentedControl(
            ((CLAIMS, self.tr("Claims")), (RATES, self.tr("Rates"))), CLAIMS
        )
        self.ways.setToolTip(", ".join(map(shortcut_text, WAY_KEYS.values())))
        self._show_acts()
        self.header.set_side(self.ways)
        self._lists = QStackedWidget()
        self._stack = OverStack(self._build_below())
        column(self, spacing=0).addWidget(self._stack)
        self._connect()
        self._add_keys()
        offer_views(self.list, context)

    @override
    def reload(self) -> None:
        """Ask for the claims and the rates."""
        call = partial(list_expenses, self.context.desk)
        self.context.runner.submit(call, done=self._on_rows, receiver=self)
        self.rates.refresh()

    @override
    def open_item(self, key: object) -> None:
        """Show the rates (`"rates"`), claims in one state, or those that an `ExpensesKey` means."""
        self.back_to_list()
        self.look_at(RATES if key == RATES else CLAIMS)
        if key in list(ClaimStatus):
            # Before the first load there is nothing to filter: the filter waits for it
            text = term(self.context.wording, "claim", str(key))
            self.list.show_state(ListState(filters=(KeptFilter(str(key), text, "status"),)))
        elif isinstance(key, ExpensesKey):
            self.show_words(key.words)
            if key.prepares:
                self.acts.prepare(key.prepares)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list in view, or on the claim over it."""
        over = self._stack.over
        if over is not None:
            over.take_focus()
        else:
            self._shown().view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of what is in view."""
        over = self._stack.over
        if over is not None:
            over.focus_search()
        else:
            self._shown().focus_search()

    @property
    def editor(self) -> ClaimEditor | None:
        """The claim in view, if there is one."""
        return self._stack.over_as(ClaimEditor)

    def look_at(self, way: str) -> None:
        """Show the claims or the rates."""
        self.ways.set_value(way)
        self._lists.setCurrentIndex(WAYS.index(way))
        self._show_acts()
        self._on_shown_changed()
        self.change_inspector(self.panel if way == CLAIMS else None)
        self.take_focus()

    def show_words(self, words: str) -> None:
        """Show the claims that hold these words: a session, a person."""
        self.list.show_state(ListState(search=words))

    def prepare(self) -> None:
        """Ask for which session claims are prepared (Ctrl+N)."""
        self.acts.choose_session(self.prepare_session)

    def prepare_session(self, code: str) -> None:
        """Prepare the claims of a session and show them."""
        self.acts.prepare(code, self.show_words)

    def open_claim(self, row: ExpenseRow | None) -> None:
        """Show the lines of a claim (Enter)."""
        if row is None:
            return
        editor = ClaimEditor(self.context, row, self.acts)
        editor.closed.connect(self.back_to_list)
        self._stack.show_over(editor)
        self.change_inspector(editor.panel)
        editor.take_focus()

    def back_to_list(self) -> None:
        """Close the claim in view."""
        if self._stack.over is not None:
            self._stack.back()
            self.change_inspector(self.panel)
            self.list.view.setFocus()

    def choose_export(self) -> None:
        """Ask where the list on screen should go."""
        title = self.tr("Where should the list go?")
        suggested = self.tr("expenses.xlsx")
        self.context.prompter.save_file(title, self.export_to, filters=(XLSX,), suggested=suggested)

    def export_to(self, path: Path) -> None:
        """Write the claims on screen, in their order."""
        only = tuple(row.key for row in self.list.shown_rows())
        call = partial(
            export_expenses,
            self.context.desk,
            path=path,
            wording=self.context.wording,
            only=only,
        )
        self.context.runner.submit(call, done=self._on_exported, receiver=self)

    def _build_list(self) -> RowList[ExpenseRow]:
        rows: RowList[ExpenseRow] = RowList(
            claim_columns(self.context.wording),
            lambda row: row.key,
            name="expenses",
            placeholder=self.tr("Name, session, state…"),
        )
        rows.set_empty(
            "euro",
            self.tr("No claim yet"),
            self.tr("Choose a session: the fees follow from who sat and from the rates."),
            acts=(
                Act(self.tr("Prepare a session…"), self.prepare, "add", manner="primary"),
                Act(self.tr("Set the rates"), partial(self.look_at, RATES), "euro"),
            ),
        )
        return rows

    def _build_below(self) -> QWidget:
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.rates)
        below = QWidget()
        layout = column(below, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._lists, 1)
        layout.addWidget(self.totals)
        return below

    def _connect(self) -> None:
        self.ways.chosen.connect(self._on_way_chosen)
        self.list.current_changed.connect(self._show_chosen)
        self.list.selection_changed.connect(self._show_chosen)
        self.list.activated.connect(self._on_activated)
        self.list.edit_requested.connect(self.open_claim)
        self.list.delete_requested.connect(self.acts.remove)
        self.list.export_requested.connect(self.choose_export)
        self.list.shown_changed.connect(self._on_shown_changed)
        self.rates.list.shown_changed.connect(self._on_shown_changed)

    def _add_keys(self) -> None:
        for key in NEXT_KEYS:
            self._add_key(key, self._go_on)
        for way, key in WAY_KEYS.items():
            self._add_key(key, partial(self.look_at, way))
        self._add_key(EXPORT_KEY, self.choose_export)

    def _add_key(self, key: str, run: Callable[[], None]) -> None:
        # On the list, which takes no key while a claim lies over it
        shortcut = QShortcut(QKeySequence(key), self._lists)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)

    def _show_acts(self) -> None:
        if self.ways.value() == RATES:
            self.header.set_acts(Act(self.tr("Set a rate"), self.rates.ask, "add", "Ctrl+N"))
            return
        export = Act(self.tr("Export the list…"), self.choose_export, "export")
        statement = Act(self.tr("Statement…"), self._ask_statement, "print", "Ctrl+P")
        prepare = Act(self.tr("Prepare a session…"), self.prepare, "add", "Ctrl+N")
        self.header.set_acts(prepare, seconds=(statement,), more=(export,))

    def _shown(self) -> RowList[ExpenseRow] | RowList[Rate]:
        return self.rates.list if self.ways.value() == RATES else self.list

    def _go_on(self) -> None:
        rows = self.list.selected_rows()
        if rows and self.ways.value() == CLAIMS:
            self.acts.go_on(rows)

    def _ask_statement(self) -> None:
        row = self.list.current_row() or next(iter(self.list.shown_rows()), None)
        if row is not None:
            self.acts.ask_statement(row)
        else:
            self.context.toasts.show_message(self.tr("No claim to state: prepare a session first."))

    def _show_chosen(self, *_ignored: object) -> None:
        rows = self.list.selected_rows()
        if len(rows) > 1:
            self.panel.show_several(rows)
            self.panel.set_acts(claim_acts(self.acts, rows))
            return
        row = self.list.current_row()
        if row is None:
            self.panel.show_nobody()
            return
        self.panel.show_row(row)
        opens = Act(self.tr("Open"), partial(self.open_claim, row), "edit")
        printing = Act(self.tr("Print…"), partial(self.acts.ask_print, row), "print")
        self.panel.set_acts((*claim_acts(self.acts, (row,)), opens, printing))

    def _on_rows(self, rows: tuple[ExpenseRow, ...]) -> None:
        self.list.set_filters(claim_filters(rows, self.context.wording))
        self.list.set_rows(rows)
        self._show_chosen()

    def _on_way_chosen(self, way: object) -> None:
        self.look_at(str(way))

    def _on_activated(self, row: ExpenseRow | None) -> None:
        if self.is_narrow():
            self.inspector_shown.emit()
        else:
            self.open_claim(row)

    def _on_shown_changed(self, *_ignored: object) -> None:
        self._say_how_many()
        self.totals.setVisible(self.ways.value() == CLAIMS and bool(self.list.model.all_rows()))
        self.totals.show_claims(row.claim for row in self.list.shown_rows())

    def _say_how_many(self) -> None:
        model = self._shown().model
        shown, everything = model.rowCount(), len(model.all_rows())
        if shown != everything:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        elif self.ways.value() == RATES:
            note = self.tr("Rates: {count}").format(count=everything)
        else:
            note = self.tr("Claims: {count}").format(count=everything)
        self.header.set_note(note if everything else "")

    def _on_exported(self, count: int) -> None:
        self.context.toasts.show_message(self.tr("Claims exported: {count}.").format(count=count))
