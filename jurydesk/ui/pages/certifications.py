"""Certifications: the sheets of the RNCP as the office uses them, unknown shown as unknown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services.certifications import confirm_composition, list_certifications
from jurydesk.services.views import CertificationView
from jurydesk.ui.models.columns import Column
from jurydesk.ui.pages.certification_conditions import SheetConditions
from jurydesk.ui.pages.certification_equivalences import SheetEquivalences
from jurydesk.ui.pages.certification_sheet import CertificationSheet
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.words import sentence_case

if TYPE_CHECKING:
    from jurydesk.ui.pages.page import PageContext

LIST_WIDTH = 510


class CertificationsPage(Page):
    """List at the left, the whole sheet at the right."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.CERTIFICATION, Kind.CANDIDACY, Kind.EQUIVALENCE}
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the frame; the sheets come with the first load."""
        super().__init__(context, parent)
        self._wanted: object = None
        self.header = PageHeader(self.tr("Certifications"))
        self.list = self._build_list()
        self.conditions = SheetConditions(context)
        self.equivalences = SheetEquivalences(context)
        cards = (self.conditions, self.equivalences)
        self.sheet = CertificationSheet(context.wording, cards)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.sheet)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self.area)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([LIST_WIDTH, LIST_WIDTH + LIST_WIDTH // 3])
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(splitter, 1)

    @override
    def reload(self) -> None:
        """Ask for the sheets."""
        call = partial(list_certifications, self.context.desk)
        self.context.runner.submit(call, done=self._on_views)

    @override
    def open_item(self, key: object) -> None:
        """Show one sheet by its number in the workspace."""
        if not self.list.select_key(int(str(key))):
            self._wanted = key

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.list.focus_search()

    def _build_list(self) -> RowList[CertificationView]:
        rows: RowList[CertificationView] = RowList(
            self._columns(),
            lambda view: view.certification.id,
            name="certifications",
            placeholder=self.tr("Number or title"),
        )
        rows.set_empty(
            "certificate",
            self.tr("No certification"),
            self.tr("A workspace begins with the sheets of CEFPF; this one has lost them."),
        )
        rows.export_button.hide()
        offer_views(rows, self.context)
        rows.current_changed.connect(self._on_current_changed)
        rows.shown_changed.connect(self._on_shown_changed)
        return rows

    def _columns(self) -> tuple[Column[CertificationView], ...]:
        return (
            Column("code", self.tr("Number"), lambda view: view.certification.code, width=11),
            Column(
                "title",
                self.tr("Title"),
                lambda view: sentence_case(view.certification.title),
                tooltip=lambda view: view.certification.title,
                stretches=True,
                width=20,
            ),
            Column(
                "jury",
                self.tr("Jury"),
                self._jury_text,
                icon=lambda view: "unknown" if view.needs_confirmation else "check",
                tone=lambda view: "warning" if view.needs_confirmation else "success",
                is_chip=True,
                width=13,
            ),
        )

    def _jury_text(self, view: CertificationView) -> str:
        return self.tr("to confirm") if view.needs_confirmation else self.tr("settled")

    def _show(self, view: CertificationView | None) -> None:
        self.sheet.show_view(view)
        confirm = None
        if view is not None and view.needs_confirmation:
            confirm = Act(self.tr("Confirm the jury…"), partial(self._confirm, view), "check")
        equal = Act(self.tr("Add an equivalence…"), self.equivalences.add, "link", "Ctrl+E")
        add = Act(self.tr("Add an entry condition…"), self.conditions.add, "add", "Ctrl+N")
        has_blocks = view is not None and bool(view.certification.blocks)
        acts = (add, equal) if has_blocks else (add,)
        self.header.set_acts(confirm, seconds=acts if view is not None else ())

    def _confirm(self, view: CertificationView) -> None:
        code = view.certification.code
        has_proposal = bool(view.compositions)
        choices = [
            Choice("like", self.tr("Take that of RNCP6082")),
            Choice("no", self.tr("Not now"), is_escape=True),
        ]
        if has_proposal:
            words = self.tr("Confirm as shown")
            choices.insert(0, Choice("confirm", words, is_default=True))
        text = self.tr(
            "Nobody has read the jury of {code} in its sheet. Do you answer for the composition"
            " shown? Your name and the day are kept."
        ).format(code=code)
        question = Question(self.tr("Composition of the jury"), text, tuple(choices))
        self.context.prompter.ask(question, partial(self._on_confirmed, code))

    def _on_confirmed(self, code: str, answer: str) -> None:
        if answer in {"confirm", "like"}:
            like = "RNCP6082" if answer == "like" else ""
            title = self.tr("Who answers for it?")
            text = self.tr("First and last name, as the minutes will print them.")
            signed = partial(self._sign, code, like)
            self.context.prompter.ask_text(Question(title, text, ()), signed)

    def _sign(self, code: str, like: str, name: str) -> None:
        if not name:
            text = self.tr("Nothing was confirmed: no name was given.")
            self.context.toasts.show_message(text, tone="warning")
            return
        call = partial(confirm_composition, self.context.desk, code=code, like=like, by=name)
        self.context.operations.perform(call)

    def _on_views(self, views: tuple[CertificationView, ...]) -> None:
        self.equivalences.set_sheets(tuple(view.certification for view in views))
        self.list.set_rows(views)
        self._show(self.list.current_row())
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.select_key(int(str(wanted)))

    def _on_shown_changed(self, _shown: int, everything: int) -> None:
        self.header.set_note(self.tr("Sheets: {count}").format(count=everything))

    def _on_current_changed(self, view: CertificationView | None) -> None:
        self._show(view)
