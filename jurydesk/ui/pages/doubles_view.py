"""Possible doubles: pairs of candidates who may be one person, compared one by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services.duplicates import DuplicateRow, list_duplicates
from jurydesk.ui.models.columns import Column, name_key
from jurydesk.ui.operations.doubles import DoubleSettler
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverView
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.words import sentence_case, short_day

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from jurydesk.domain.people import Candidate
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.theme.tokens import Tone

CONCERNS = frozenset({Kind.CANDIDATE, Kind.CANDIDACY, Kind.DISTINCTION})


class DoublesView(OverView):
    """The pairs, the likeliest first; Enter compares, Ctrl+D tells apart, Escape goes back.

    Signals:
        closed: back to the list of candidates.
    """

    closed = Signal()

    def __init__(self, context: PageContext) -> None:
        """Build the list; the pairs come from the service."""
        super().__init__()
        self._context = context
        self._is_stale = True
        self.settler = DoubleSettler(context, self)
        self.header = PageHeader(self.tr("Possible doubles"))
        self.header.set_back(self.tr("Back to the list"), self.give_up)
        self.list: RowList[DuplicateRow] = RowList(
            self._columns(),
            lambda one: one.key,
            name="doubles",
            placeholder=self.tr("Name, reason…"),
        )
        self.list.export_button.hide()
        offer_views(self.list, context)
        self.list.set_empty(
            "people", self.tr("Comparing…"), self.tr("Every file is compared with the others.")
        )
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self.list, 1)
        self._set_acts(None)
        self.list.current_changed.connect(self._set_acts)
        self.list.activated.connect(self.compare)
        self.list.delete_requested.connect(self._on_delete)
        context.bus.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Compare everybody anew."""
        self._is_stale = False
        call = partial(list_duplicates, self._context.desk)
        self._context.runner.submit(call, done=self._on_rows, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the pairs."""
        self.list.focus_search()

    def give_up(self) -> None:
        """Go back."""
        self.closed.emit()

    def compare(self, one: DuplicateRow | None = None) -> None:
        """Show the two files of the pair under the cursor side by side."""
        pair = one or self.list.current_row()
        if pair is not None:
            self.settler.compare(pair.left.id, pair.right.id)

    def tell_apart(self) -> None:
        """Remember that the pair under the cursor is two persons."""
        pair = self.list.current_row()
        if pair is not None:
            self.settler.tell_apart(*pair.key)

    def _set_acts(self, pair: DuplicateRow | None) -> None:
        why_not = "" if pair is not None else self.tr("Select a pair first.")
        self.header.set_acts(
            Act(self.tr("Compare…"), self.compare, "merge", why_not=why_not),
            seconds=(
                Act(
                    self.tr("Not the same person"),
                    self.tell_apart,
                    "people",
                    "Ctrl+D",
                    why_not=why_not,
                ),
            ),
        )

    def _columns(self) -> tuple[Column[DuplicateRow], ...]:
        return (
            Column(
                "grade",
                self.tr("Likeness"),
                self._grade_text,
                lambda one: -one.score,
                icon=lambda one: "check-circle" if one.is_certain else "half",
                tone=_tone,
                is_chip=True,
                width=12,
            ),
            *self._person_columns("left", self.tr("First file")),
            *self._person_columns("right", self.tr("Other file")),
            Column("why", self.tr("Why"), self._why, tooltip=self._why, stretches=True, width=30),
        )

    def _person_columns(self, side: str, title: str) -> tuple[Column[DuplicateRow], ...]:
        def person(one: DuplicateRow) -> Candidate:
            return one.left if side == "left" else one.right

        def born(one: DuplicateRow) -> str:
            return short_day(self._context.wording, person(one).born)

        def numbered(one: DuplicateRow) -> str:
            return self.tr("File no. {number}").format(number=person(one).id)

        return (
            Column(
                side,
                title,
                lambda one: person(one).full_name,
                lambda one: name_key(person(one).birth_name, person(one).first_name),
                tooltip=numbered,
                width=18,
            ),
            Column(f"{side}-born", self.tr("Born on"), born, is_tabular=True, width=12),
        )

    def _grade_text(self, one: DuplicateRow) -> str:
        return self.tr("certain") if one.is_certain else self.tr("likely")

    def _why(self, one: DuplicateRow) -> str:
        return sentence_case(", ".join(map(self._context.wording.text, one.reasons)))

    def _on_rows(self, rows: tuple[DuplicateRow, ...]) -> None:
        self.list.set_empty(
            "check-circle",
            self.tr("No probable double"),
            self.tr("Each file seems to be of another person. Those told apart are not shown."),
            acts=(Act(self.tr("Back to the list"), self.give_up, "chevron-left"),),
        )
        certain = RowFilter[DuplicateRow]("certain", self.tr("Certain"), _is_certain, "grade")
        likely = RowFilter[DuplicateRow]("likely", self.tr("Likely"), _is_likely, "grade")
        self.list.set_filters((certain, likely) if rows else ())
        self.list.set_rows(rows)
        self.header.set_note(self.tr("Pairs: {count}").format(count=len(rows)) if rows else "")

    def _on_delete(self, _rows: object) -> None:
        self.tell_apart()

    def _on_changed(self, kinds: frozenset[str], _initiator: QObject | None) -> None:
        self._is_stale |= bool(kinds & CONCERNS)
        if self.isVisible():
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        """Compare again only while somebody looks: it is the whole office with itself."""
        if self._is_stale:
            self.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self._refresh_if_stale()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)


def _tone(one: DuplicateRow) -> Tone:
    return "warning" if one.is_certain else "accent"


def _is_certain(one: DuplicateRow) -> bool:
    return one.is_certain


def _is_likely(one: DuplicateRow) -> bool:
    return not one.is_certain
