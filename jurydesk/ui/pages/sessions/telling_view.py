"""Whom a plan concerns: who must still be told, who was, and what is not released yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.domain.release import News, Role
from jurydesk.services.telling import appointments_text
from jurydesk.ui.models.columns import Column, sort_text
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.key_hints import KeyHints
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from jurydesk.services.releasing import Contact, Telling
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

DUE, DRAFT, TOLD, KNOWN = "due", "draft", "told", "known"
ORDER = (DUE, DRAFT, TOLD, KNOWN)
LOOKS: dict[str, tuple[str, Tone]] = {
    DUE: ("mail", "warning"),
    DRAFT: ("edit", "muted"),
    TOLD: ("check-circle", "success"),
    KNOWN: ("check", "muted"),
}
NEWS_LOOKS: dict[News, tuple[str, Tone]] = {
    News.CONVENED: ("add", "accent"),
    News.MOVED: ("exchange", "warning"),
    News.CANCELLED: ("close", "danger"),
}


class TellingView(QWidget):
    """The list of people with its keys beneath.

    Signals:
        told: these people (contacts) were told.
        letter_requested: write to somebody (a contact).
        export_requested: put the list into a workbook.
    """

    told = Signal(object)
    letter_requested = Signal(object)
    export_requested = Signal()

    def __init__(self, wording: Wording) -> None:
        """Build the list; `show_telling` fills it."""
        super().__init__()
        self.list: RowList[Contact] = RowList(
            telling_columns(wording),
            lambda one: (one.is_draft, one.key),
            name="telling",
            placeholder=self.tr("Name, room, e-mail…"),
        )
        self.hints = KeyHints(
            (("Return", self.tr("Write a message")), ("Ctrl+Return", self.tr("Was told")))
        )
        told = Act(self.tr("Was told"), self.mark_chosen, "check", "Ctrl+Return")
        self.list.add_tool(act_button(told))
        write = Act(self.tr("Write…"), self.write_to_chosen, "mail")
        self.list.add_tool(act_button(write))
        layout = column(self, spacing=0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hints)
        self.list.activated.connect(self.letter_requested)
        self.list.export_requested.connect(self.export_requested)

    def show_telling(self, telling: Telling, act: tuple[Act, ...]) -> None:
        """Show the people; where no plan was released yet, offer that."""
        rows = (*telling.contacts, *telling.drafts)
        self.list.fill(rows, _filters() if rows else ())
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

    def mark_chosen(self) -> None:
        """Say that the people chosen were told (Ctrl+Enter)."""
        chosen = tuple(one for one in self.chosen() if one.is_due)
        if chosen:
            self.told.emit(chosen)

    def write_to_chosen(self) -> None:
        """Write to the person under the cursor (Enter)."""
        current = self.list.current_row()
        if current is not None:
            self.letter_requested.emit(current)

    def chosen(self) -> tuple[Contact, ...]:
        """Return the people that an act concerns."""
        current = self.list.current_row()
        return self.list.selected_rows() or ((current,) if current is not None else ())


def telling_columns(wording: Wording) -> tuple[Column[Contact], ...]:
    """Return what the list shows of each person."""
    return (
        Column(
            "state",
            translate("Telling", "State"),
            lambda one: _state_text(one, wording),
            lambda one: ORDER.index(_state(one)),
            icon=lambda one: LOOKS[_state(one)][0],
            tone=lambda one: LOOKS[_state(one)][1],
            is_chip=True,
            width=21,
        ),
        Column("name", translate("Telling", "Person"), lambda one: one.name, width=20),
        Column(
            "role",
            translate("Telling", "Role"),
            lambda one: term(wording, "role", one.role),
            width=10,
        ),
        Column(
            "news",
            translate("Telling", "News"),
            lambda one: term(wording, "news", one.news) if _has_news(one) else "",
            icon=lambda one: NEWS_LOOKS[one.news][0] if _has_news(one) else "",
            tone=lambda one: NEWS_LOOKS[one.news][1] if _has_news(one) else "plain",
            is_chip=True,
            width=14,
        ),
        *_appointments(wording),
        Column(
            "certification",
            translate("Telling", "Certification"),
            lambda one: " · ".join(
                dict.fromkeys(when.certification for when in one.after or one.before)
            ),
            is_hidden=True,
            width=18,
        ),
        Column("email", translate("Telling", "E-mail"), lambda one: one.email, width=20),
        Column(
            "phone",
            translate("Telling", "Telephone"),
            lambda one: one.phone,
            is_tabular=True,
            is_hidden=True,
            width=14,
        ),
    )


def _appointments(wording: Wording) -> tuple[Column[Contact], ...]:
    return (
        Column(
            "after",
            translate("Telling", "Is expected"),
            lambda one: appointments_text(one.after, wording, is_short=True),
            lambda one: (not one.after, one.after[:1], sort_text(one.name)),
            tooltip=lambda one: appointments_text(one.after, wording),
            stretches=True,
            width=30,
        ),
        Column(
            "before",
            translate("Telling", "Was expected"),
            lambda one: appointments_text(one.before, wording, is_short=True),
            lambda one: (not one.before, one.before[:1], sort_text(one.name)),
            is_hidden=True,
            width=30,
        ),
    )


def _has_news(one: Contact) -> bool:
    return one.is_due or one.is_draft


def _state(one: Contact) -> str:
    if one.is_draft:
        return DRAFT
    if one.is_due:
        return DUE
    return TOLD if one.told_on else KNOWN


def _state_text(one: Contact, wording: Wording) -> str:
    if one.told_on is not None:
        text = translate("Telling", "Told on {day}")
        return text.format(day=wording.short_date(one.told_on))
    words = {
        DUE: translate("Telling", "To be told"),
        DRAFT: translate("Telling", "Not released"),
        KNOWN: translate("Telling", "Unchanged"),
    }
    return words[_state(one)]


def _filters() -> tuple[RowFilter[Contact], ...]:
    return (
        RowFilter(DUE, translate("Telling", "To be told"), lambda one: one.is_due, "state"),
        RowFilter(DRAFT, translate("Telling", "Not released"), lambda one: one.is_draft, "state"),
        RowFilter(
            "candidates",
            translate("Telling", "Candidates"),
            lambda one: one.role is Role.CANDIDATE,
            "role",
        ),
        RowFilter(
            "examiners",
            translate("Telling", "Examiners"),
            lambda one: one.role is Role.EXAMINER,
            "role",
        ),
    )
