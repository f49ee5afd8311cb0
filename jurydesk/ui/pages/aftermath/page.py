"""The page after a jury: decisions to be told with the days left, parchments and their register."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.notifications import NotificationState
from jurydesk.services.notifications import list_notices
from jurydesk.services.parchments import read_register
from jurydesk.ui.list_state import ListState
from jurydesk.ui.operations.aftermath import AftermathActs
from jurydesk.ui.pages.aftermath.columns import (
    ParchmentEntry,
    entries_of,
    notice_columns,
    notice_filters,
    parchment_columns,
    parchment_filters,
)
from jurydesk.ui.pages.aftermath.inspector import AftermathInspector
from jurydesk.ui.pages.page import Page
from jurydesk.ui.widgets.acts import Act, shortcut_text
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.widgets.switches import SegmentedControl

if TYPE_CHECKING:
    from jurydesk.services.notifications import Notice
    from jurydesk.services.parchments import Register
    from jurydesk.ui.pages.page import PageContext

WAYS = NOTICES, PARCHMENTS = ("notices", "parchments")
NEXT_KEYS = ("Ctrl+Return", "Ctrl+Enter")
EXPORT_KEY = "Ctrl+E"


class AftermathPage(Page):
    """What is still owed to the candidates of closed sessions, and what they were given."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            Kind.SESSION,
            Kind.DELIBERATION,
            Kind.MINUTES,
            Kind.NOTIFICATION,
            Kind.PARCHMENT,
            Kind.STEP,
            Kind.CANDIDATE,
        }
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the two lists; both come with the first load."""
        super().__init__(context, parent)
        self.acts = AftermathActs(self, context)
        self.panel = AftermathInspector(context.wording)
        self.inspector = self.panel
        self.header = PageHeader(self.tr("After the jury"))
        self.notices = self._build_notices()
        self.parchments = self._build_parchments()
        self._lists = QStackedWidget()
        self._lists.addWidget(self.notices)
        self._lists.addWidget(self.parchments)
        self.ways = self._build_ways()
        self._show_acts()
        self.header.set_side(self.ways)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._lists, 1)
        for key in NEXT_KEYS:
            QShortcut(QKeySequence(key), self).activated.connect(self.go_on)
        QShortcut(QKeySequence(EXPORT_KEY), self).activated.connect(self.export)

    @override
    def reload(self) -> None:
        """Ask for the decisions and the register."""
        desk, runner = self.context.desk, self.context.runner
        runner.submit(partial(list_notices, desk), done=self._on_notices, receiver=self)
        runner.submit(partial(read_register, desk), done=self._on_register, receiver=self)

    @override
    def open_item(self, key: object) -> None:
        """Show what follows one session, by its code; `"parchments"`: the register."""
        self.look_at(PARCHMENTS if key == PARCHMENTS else NOTICES)
        if key not in WAYS:
            self.notices.show_state(ListState(search=str(key)))

    @override
    def take_focus(self) -> None:
        """Put the focus on the list in view."""
        self._shown().view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list in view."""
        self._shown().focus_search()

    def look_at(self, way: str) -> None:
        """Show the notifications (Alt+1) or the parchments (Alt+2)."""
        self.ways.set_value(way)
        self._lists.setCurrentIndex(WAYS.index(way))
        self._show_acts()
        self._show_chosen()
        self._say_how_many()
        self.take_focus()

    def go_on(self) -> None:
        """Do what the chosen lines wait for: print, record the sending, issue (Ctrl+Enter)."""
        if self.ways.value() == PARCHMENTS:
            waiting = [e.awaited for e in self.parchments.selected_rows() if e.awaited]
            if waiting:
                self.acts.ask_issue(waiting)
            return
        rows = self.notices.selected_rows()
        printed = [one for one in rows if one.state is NotificationState.PRINTED]
        due = [one for one in rows if one.state is NotificationState.DUE]
        if printed:
            self.acts.ask_sent(printed)
        elif due:
            self.acts.print_notices(due)

    def print_chosen(self) -> None:
        """Print the chosen letters, or the parchment under the cursor (Ctrl+P)."""
        if self.ways.value() == NOTICES:
            waits = NotificationState.WAITING
            rows = [one for one in self.notices.selected_rows() if one.state is not waits]
            if rows:
                self.acts.print_notices(rows)
            return
        entry = self.parchments.current_row()
        if entry is not None and entry.line is not None:
            self.acts.ask_print(entry.line)

    def export(self) -> None:
        """Write the register as it is shown into a workbook (Ctrl+E)."""
        if self.ways.value() == PARCHMENTS:
            numbers = [one.number for one in self.parchments.shown_rows() if one.number]
            self.acts.ask_export(numbers)

    def _build_notices(self) -> RowList[Notice]:
        rows: RowList[Notice] = RowList(
            notice_columns(self.context.wording),
            lambda one: one.key,
            name="notices",
            placeholder=self.tr("Name, session, decision…"),
        )
        rows.set_filters(notice_filters(self.context.wording))
        rows.set_empty(
            "mail",
            self.tr("No decision to be told"),
            self.tr(
                "Once a deliberation is closed and its minutes are issued, each decision waits"
                " here to be notified within fifteen days."
            ),
            acts=(Act(self.tr("To the papers"), self._go_to_papers, "minutes"),),
        )
        rows.export_button.hide()
        self._connect(rows)
        return rows

    def _build_parchments(self) -> RowList[ParchmentEntry]:
        rows: RowList[ParchmentEntry] = RowList(
            parchment_columns(self.context.wording),
            lambda one: one.key,
            name="parchments",
            placeholder=self.tr("Name, number, certification…"),
        )
        rows.set_filters(parchment_filters())
        rows.set_empty(
            "certificate",
            self.tr("No parchment yet"),
            self.tr(
                "A title obtained by issued minutes waits here for its parchment. Each has a"
                " number of the year, and its line in the register never changes."
            ),
        )
        rows.export_requested.connect(self.export)
        self._connect(rows)
        return rows

    def _connect(self, rows: RowList[Notice] | RowList[ParchmentEntry]) -> None:
        rows.current_changed.connect(self._show_chosen)
        rows.selection_changed.connect(self._show_chosen)
        rows.activated.connect(self._on_activated)
        rows.shown_changed.connect(self._say_how_many)

    def _build_ways(self) -> SegmentedControl:
        texts = {NOTICES: self.tr("Notifications"), PARCHMENTS: self.tr("Parchments")}
        ways = SegmentedControl(tuple(texts.items()), NOTICES)
        ways.chosen.connect(self._on_way_chosen)
        keys = []
        for at, way in enumerate(texts, start=1):
            key = f"Alt+{at}"
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.look_at, way))
            keys.append(shortcut_text(key))
        ways.setToolTip(", ".join(keys))
        return ways

    def _show_acts(self) -> None:
        printing = Act(self.tr("Print…"), self.print_chosen, "print", "Ctrl+P")
        if self.ways.value() == PARCHMENTS:
            export = Act(self.tr("Export the register…"), self.export, "export")
            self.header.set_acts(seconds=(printing, export))
        else:
            self.header.set_acts(seconds=(printing,))

    def _shown(self) -> RowList[Notice] | RowList[ParchmentEntry]:
        return self.parchments if self.ways.value() == PARCHMENTS else self.notices

    def _go_to_papers(self) -> None:
        self.context.navigate("papers")

    def _on_notices(self, rows: tuple[Notice, ...]) -> None:
        self.notices.set_rows(rows)
        self._show_chosen()

    def _on_register(self, register: Register) -> None:
        self.parchments.set_rows(entries_of(register))
        self._show_chosen()

    def _on_way_chosen(self, way: object) -> None:
        self.look_at(str(way))

    def _on_activated(self, _row: object) -> None:
        if self.is_narrow():
            self.inspector_shown.emit()
        else:
            self.go_on()

    def _show_chosen(self, *_ignored: object) -> None:
        chosen = self._shown().selected_rows()
        if len(chosen) > 1:
            self.panel.show_count(len(chosen))
            go_on = self.tr("Do what is next")
            self.panel.set_acts((Act(go_on, self.go_on, "arrow-right"),))
            return
        row = self._shown().current_row()
        if row is None:
            self.panel.show_nobody()
        elif isinstance(row, ParchmentEntry):
            self.panel.show_entry(row)
            self.panel.set_acts(self._parchment_acts(row))
        else:
            self.panel.show_notice(row)
            self.panel.set_acts(self._notice_acts(row))

    def _notice_acts(self, one: Notice) -> tuple[Act, ...]:
        acts = self.acts
        if one.state is NotificationState.WAITING:
            return (Act(self.tr("To the minutes"), self._to_minutes(one), "minutes"),)
        printing = Act(self.tr("Print…"), partial(acts.print_notices, (one,)), "print")
        appeal = Act(self.tr("Appeal file…"), partial(acts.ask_appeal, one), "folder")
        if one.state is NotificationState.PRINTED:
            sent = Act(self.tr("Record the sending…"), partial(acts.ask_sent, (one,)), "mail")
            return (sent, printing, appeal)
        if one.notification is not None and one.notification.sent_on is not None:
            back = Act(self.tr("Take the sending back…"), partial(acts.withdraw, one), "undo")
            return (printing, appeal, back)
        return (printing, appeal)

    def _to_minutes(self, one: Notice) -> partial[None]:
        return partial(self.context.navigate, "papers", one.session.code)

    def _parchment_acts(self, one: ParchmentEntry) -> tuple[Act, ...]:
        acts = self.acts
        if one.awaited is not None:
            issue = partial(acts.ask_issue, (one.awaited,))
            return (Act(self.tr("Issue…"), issue, "certificate"),)
        if one.line is None:
            return ()
        return (
            Act(self.tr("Print…"), partial(acts.ask_print, one.line), "print"),
            Act(self.tr("Duplicate…"), partial(acts.ask_duplicate, one.line), "copy"),
        )

    def _say_how_many(self, *_ignored: object) -> None:
        model = self._shown().model
        shown, everything = model.rowCount(), len(model.all_rows())
        if shown != everything:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        elif self.ways.value() == PARCHMENTS:
            note = self.tr("Parchments: {count}").format(count=everything)
        else:
            late = sum(one.is_late for one in self.notices.model.all_rows())
            note = self.tr("Decisions: {count}, late: {late}").format(count=everything, late=late)
        self.header.set_note(note if everything else "")
