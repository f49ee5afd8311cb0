"""How long each class of data is kept, in the settings: in months, with the ground of each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jurydesk.domain.retention import KEPT_FOR_GOOD, DataClass
from jurydesk.services.retention import read_retentions, save_retentions
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.form_fields import FieldGroup, FormField, figure_edit
from jurydesk.ui.widgets.labels import label
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.words import pair, sentence_case, term

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSpinBox

    from jurydesk.domain.retention import Retention
    from jurydesk.ui.pages.page import PageContext

LONGEST_MONTHS = 1_200
ENDLESS = 0
"""Below one month, the figure that stands for « without an end »."""


class RetentionCard(QWidget):
    """One figure per class of data; what is never purged is said, not asked."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        """Build the fields; `page` does not read its own answers anew when one is kept."""
        super().__init__()
        self._context = context
        self._page = page
        self._stored: dict[DataClass, int | None] = {}
        self.boxes = {one: self._figure() for one in DataClass if one not in KEPT_FOR_GOOD}
        self._fields = {one: self._field(one, box) for one, box in self.boxes.items()}
        group = FieldGroup()
        for field in self._fields.values():
            group.add(field)
        layout = column(self, spacing=Space.M)
        layout.addWidget(group)
        names = " · ".join(term(context.wording, "retention", one) for one in sorted(KEPT_FOR_GOOD))
        layout.addWidget(label(pair(self.tr("Never purged"), names), tone="muted", wraps=True))

    def refresh(self) -> None:
        """Ask for the durations in force."""
        call = partial(read_retentions, self._context.desk)
        self._context.runner.submit(call, done=self._show)

    def save(self) -> None:
        """Keep the durations, if one of them is another now."""
        if self._stored and self.months() != self._stored:
            call = partial(save_retentions, self._context.desk, months=self.months())
            self._context.operations.perform(call, done=self._show, initiator=self._page)

    def months(self) -> dict[DataClass, int | None]:
        """Return what stands in the fields; None: without an end."""
        return {one: box.value() or None for one, box in self.boxes.items()}

    def _figure(self) -> QSpinBox:
        box = figure_edit(ENDLESS, LONGEST_MONTHS, unit=self.tr(" months"))
        box.setSpecialValueText(self.tr("without an end"))
        return box

    def _field(self, data: DataClass, box: QSpinBox) -> FormField:
        return FormField(term(self._context.wording, "retention", data), box)

    def _show(self, kept: tuple[Retention, ...]) -> None:
        wording = self._context.wording
        self._stored = {one.data: one.months for one in kept if one.data in self.boxes}
        for one in kept:
            if one.data in self.boxes:
                self.boxes[one.data].setValue(one.months or ENDLESS)
                since = wording.text(f"since.{one.data}")
                ground = wording.text(f"ground.{one.ground}")
                words = self.tr("from: {since} · {ground} ({source})")
                hint = words.format(since=since, ground=ground, source=one.source)
                self._fields[one.data].set_hint(sentence_case(hint))
