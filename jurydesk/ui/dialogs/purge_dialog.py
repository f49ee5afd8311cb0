"""What is past its time, before it is destroyed for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QScrollArea, QWidget

from jurydesk.domain.retention import DataClass
from jurydesk.ui.dialogs.ask_dialog import AskDialog
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.words import pair, short_day, term

if TYPE_CHECKING:
    from datetime import date

    from jurydesk.services.document_purge import PastClaim, PastDocument, PurgePreview
    from jurydesk.wording import Wording

WIDTH = 600
MOST_HEIGHT = 380


class PurgeDialog(AskDialog):
    """Lists the documents that must go; destroying them is the only act that has no undo here.

    Signals:
        submitted: destroy what is shown.
    """

    submitted = Signal()

    def __init__(
        self, wording: Wording, preview: PurgePreview, parent: QWidget | None = None
    ) -> None:
        """Show what would be destroyed."""
        super().__init__(wording, parent, width=WIDTH)
        self.destroy_button = QPushButton(self.tr("Destroy for good"))
        self._build(preview)

    def _build(self, preview: PurgePreview) -> None:
        self.add_heading(self.tr("Documents past their time"))
        if preview.count:
            words = self.tr(
                "They are destroyed for good; the trail keeps the proof. Copies of the workspace "
                "made before hold them until they are replaced."
            )
        else:
            words = self.tr("Nothing is past its time. Documents are kept as the settings say.")
        self.outer.addWidget(label(words, tone="muted", wraps=True))
        if preview.expired or preview.claims:
            self.outer.addWidget(self._build_list(preview), 1)
        if preview.orphans:
            text = self.tr(
                "Contents taken out of their files, which undo could bring back: {count}"
            )
            self.outer.addWidget(label(text.format(count=len(preview.orphans)), wraps=True))
        self.add_problem()
        self.outer.addWidget(self._build_buttons(preview))

    def _build_list(self, preview: PurgePreview) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("canvas", "true")
        lines = column(holder, spacing=Space.S)
        for one in preview.expired:
            lines.addWidget(self._build_line(one))
        for past in preview.claims:
            lines.addWidget(self._build_claim(past))
        lines.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        area.setMinimumHeight(min(MOST_HEIGHT, holder.sizeHint().height() + Space.S))
        return area

    def _build_line(self, one: PastDocument) -> QWidget:
        keeping = one.keeping
        what = pair(one.candidate.full_name, keeping.attachment.name)
        return self._line_of(what, keeping.data, keeping.last)

    def _build_claim(self, one: PastClaim) -> QWidget:
        session = one.keeping.session.code
        what = pair(one.examiner.full_name, self.tr("expenses, {session}").format(session=session))
        return self._line_of(what, DataClass.ACCOUNTING, one.keeping.last)

    def _line_of(self, what: str, data: DataClass, last: date | None) -> QWidget:
        holder = QWidget()
        line = row(holder, spacing=Space.M)
        line.addWidget(IconLabel("paper", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(label(what, wraps=True))
        until = self.tr("kept until {day}").format(day=short_day(self.wording, last))
        told = " · ".join((term(self.wording, "retention", data), until))
        words.addWidget(label(told, "caption", tone="muted", wraps=True))
        line.addLayout(words, 1)
        return holder

    def _build_buttons(self, preview: PurgePreview) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        if preview.count:
            self.destroy_button.setProperty("manner", "danger")
            # Enter must not destroy: the way back is the default
            self.destroy_button.setAutoDefault(False)
            buttons.addButton(self.destroy_button, QDialogButtonBox.ButtonRole.DestructiveRole)
            self.destroy_button.clicked.connect(self._submit)
        back = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        back.setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def _submit(self) -> None:
        self.submitted.emit()
