"""Whom a plan concerns: who must still be told, who was, and what is not released yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from jurydesk.ui.pages.sessions.summons_columns import summons_columns, summons_filters
from jurydesk.ui.widgets.acts import Act, act_button, icon_button
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from jurydesk.services.contacts import Contact
    from jurydesk.services.releasing import Telling
    from jurydesk.ui.pages.sessions.answering import SummonsActs
    from jurydesk.ui.pages.sessions.outbox_acts import OutboxActs
    from jurydesk.wording import Wording


class TellingView(QWidget):
    """The list of people with its keys beneath.

    Signals:
        told: these people (contacts) were sent what the plan asks of them.
        accepted, declined, taken_back, reminded: what these people answered, or did not.
        drafts_requested: prepare the drafts of these people, of everybody where they are few.
        words_requested: other words for one message (a contact).
        held: leave these people out of the drafts, or take them in again.
        letter_requested: write to somebody (a contact).
        export_requested: put the list into a workbook.
    """

    told = Signal(object)
    accepted = Signal(object)
    declined = Signal(object)
    taken_back = Signal(object)
    reminded = Signal(object)
    drafts_requested = Signal(object)
    words_requested = Signal(object)
    held = Signal(object)
    letter_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, wording: Wording) -> None:
        """Build the list; `show_telling` fills it."""
        super().__init__()
        self._wording = wording
        self.list: RowList[Contact] = RowList(
            summons_columns(wording),
            lambda one: (one.is_draft, one.key),
            name="telling",
            placeholder=self.tr("Name, room, e-mail…"),
        )
        self.hints = KeyHints(
            (
                ("Ctrl+P", self.tr("Prepare drafts")),
                ("F2", self.tr("Other words")),
                ("Delete", self.tr("Hold back")),
                ("Return", self.tr("Open in mail program")),
                ("Ctrl+Return", self.tr("Was sent")),
                ("A", self.tr("Accepts")),
                ("D", self.tr("Declines")),
                ("R", self.tr("Was reminded")),
                ("B", self.tr("Take the answer back")),
            )
        )
        back = icon_button("undo", self.tr("Take the answer back"), shortcut="B")
        back.clicked.connect(partial(self._emit, self.taken_back))
        self.list.add_tool(back)
        for act in self._acts():
            self.list.add_tool(act_button(act))
        layout = column(self, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)
        self.list.activated.connect(self.letter_requested)
        self.list.edit_requested.connect(self.words_requested)
        self.list.delete_requested.connect(self.held)
        self.list.export_requested.connect(self.export_requested)

    def show_telling(self, telling: Telling, act: tuple[Act, ...]) -> None:
        """Show the people; where no plan was released yet, offer that."""
        rows = (*telling.contacts, *telling.drafts)
        self.list.fill(rows, summons_filters(rows, self._wording) if rows else ())
        self.hints.setVisible(bool(rows))
        self.list.set_empty(
            "mail",
            self.tr("The plan is not released yet"),
            self.tr(
                "Once it is, everybody it concerns is listed here, and after each change only"
                " those whom it touches."
            ),
            acts=act,
        )

    def serve(self, acts: SummonsActs) -> None:
        """Let these acts write down what is chosen here."""
        self.told.connect(acts.send)
        self.accepted.connect(acts.accept)
        self.declined.connect(acts.decline)
        self.taken_back.connect(acts.take_back)
        self.reminded.connect(acts.remind)

    def follow(self, outbox: OutboxActs) -> None:
        """Let these acts change messages, and show the one under the cursor."""
        self.drafts_requested.connect(outbox.prepare)
        self.words_requested.connect(outbox.edit)
        self.held.connect(outbox.hold)
        self.list.current_changed.connect(outbox.look_at)

    def prepare_chosen(self) -> None:
        """Prepare the drafts of those who are selected (Ctrl+P)."""
        self.drafts_requested.emit(self.list.selected_rows())

    def chosen(self) -> tuple[Contact, ...]:
        """Return the people that an act concerns."""
        current = self.list.current_row()
        return self.list.selected_rows() or ((current,) if current is not None else ())

    def _acts(self) -> tuple[Act, ...]:
        """The tools are put in from the left, each before the others: the last comes first."""
        return (
            Act(self.tr("Reminded"), partial(self._emit, self.reminded), "bell", "R"),
            Act(self.tr("Declined"), partial(self._emit, self.declined), "blocked", "D"),
            Act(self.tr("Accepted"), partial(self._emit, self.accepted), "check-circle", "A"),
            Act(self.tr("Sent"), partial(self._emit, self.told), "check", "Ctrl+Return"),
            Act(self.tr("Drafts…"), self.prepare_chosen, "folder", "Ctrl+P"),
        )

    def _emit(self, signal: SignalInstance) -> None:
        chosen = self.chosen()
        if chosen:
            signal.emit(chosen)
