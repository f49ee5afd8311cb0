"""Says in a candidate's file that somebody else may be the same person, and leads to both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from jurydesk.domain.changes import Kind
from jurydesk.services.duplicates import duplicates_of
from jurydesk.ui.operations.doubles import DoubleSettler
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import column, row

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from jurydesk.services.duplicates import DuplicateRow
    from jurydesk.ui.pages.page import PageContext

CONCERNS = frozenset({Kind.CANDIDATE, Kind.DISTINCTION})


class DoubleNotice(QWidget):
    """Hidden while nobody looks like the person; the file in view is the one that stays."""

    def __init__(self, context: PageContext, candidate_id: int) -> None:
        """Ask who looks like that person, now and whenever persons change."""
        super().__init__()
        self._context = context
        self._candidate_id = candidate_id
        self.settler = DoubleSettler(context, self)
        self.pair: DuplicateRow | None = None
        frame = QFrame()
        frame.setProperty("finding", "warning")
        self.text_label = label("", wraps=True)
        self.compare_button = act_button(
            Act(self.tr("Compare…"), self.compare, "merge", "Ctrl+D", manner="quiet")
        )
        outer = column(self, margins=(Space.XL, 0, Space.XL, Space.M))
        outer.addWidget(frame)
        line = row(frame, spacing=Space.M, margins=(Space.M, Space.XS, Space.S, Space.XS))
        line.addWidget(IconLabel("people", "warning"))
        line.addWidget(self.text_label, 1)
        line.addWidget(self.compare_button)
        self.hide()
        context.bus.changed.connect(self._on_changed)
        self._ask()

    def compare(self) -> None:
        """Show the two files side by side."""
        if self.pair is not None:
            other = self.pair.other(self._candidate_id)
            self.settler.compare(self._candidate_id, other.id)

    def _ask(self) -> None:
        call = partial(duplicates_of, self._context.desk, candidate_id=self._candidate_id)
        # Somebody who is gone by now looks like nobody
        self._context.runner.submit(call, done=self._show, failed=self._forget, receiver=self)

    def _forget(self, _error: Exception) -> None:
        self._show(())

    def _show(self, rows: tuple[DuplicateRow, ...]) -> None:
        self.pair = rows[0] if rows else None
        self.setVisible(bool(rows))
        if self.pair is None:
            return
        other = self.pair.other(self._candidate_id)
        why = ", ".join(map(self._context.wording.text, self.pair.reasons))
        one = self.tr("Perhaps the same person as {name}, file no. {number}: {why}.")
        several = self.tr(
            "Perhaps the same person as {name}, file no. {number}: {why}. Others alike: {count}."
        )
        words = one if len(rows) == 1 else several
        self.text_label.setText(
            words.format(name=other.full_name, number=other.id, why=why, count=len(rows) - 1)
        )

    def _on_changed(self, kinds: frozenset[str], _initiator: QObject | None) -> None:
        if kinds & CONCERNS:
            self._ask()
