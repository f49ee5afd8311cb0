"""Findings beside the thing they concern: how grave, what, who, which rule, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget
from typing_extensions import override

from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.labels import IconLabel, label
from jurydesk.ui.widgets.layouts import clear, column, row

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from jurydesk.ui.theme.tokens import Tone

Gravity = Literal["blocking", "reason", "warning", "good"]
LOOKS: dict[Gravity, tuple[str, Tone]] = {
    "blocking": ("blocked", "danger"),
    "reason": ("reason", "warning"),
    "warning": ("warning", "warning"),
    "good": ("check-circle", "success"),
}


@dataclass(frozen=True)
class FindingLine:
    """One finding ready to show; `rule` is its code and `article` the source in full."""

    gravity: Gravity
    sentence: str
    rule: str = ""
    article: str = ""
    people: str = ""
    act: Act | None = None


class FindingRow(QFrame):
    """One finding. F1 or ? shows its article, Enter does its act, arrows go to the next.

    Signals:
        moved: the person pressed Up (-1) or Down (1).
    """

    moved = Signal(int)

    def __init__(self, line: FindingLine) -> None:
        """Show the finding."""
        super().__init__()
        self.line = line
        name, tone = LOOKS[line.gravity]
        self.setProperty("finding", tone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self._gravity_word()} : {line.sentence} {line.rule}")
        self.setToolTip(line.article)
        layout = row(self, spacing=Space.S, margins=(Space.M, Space.S, Space.M, Space.S))
        layout.addWidget(
            IconLabel(name, tone, spoken=self._gravity_word()), 0, Qt.AlignmentFlag.AlignTop
        )
        text = column(spacing=Space.XS)
        text.addWidget(label(line.sentence, wraps=True))
        source = " · ".join(part for part in (line.people, line.rule) if part)
        if source:
            text.addWidget(label(source, "caption", tone="muted", wraps=True))
        if line.act is not None:
            text.addWidget(self._build_link(line.act), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(text, 1)

    def _build_link(self, act: Act) -> QWidget:
        link = Act(act.text, act.run, "arrow-right", manner="link", why_not=act.why_not)
        return act_button(link)

    def _gravity_word(self) -> str:
        words: dict[Gravity, str] = {
            "blocking": self.tr("Blocking"),
            "reason": self.tr("Needs a reason"),
            "warning": self.tr("Warning"),
            "good": self.tr("In order"),
        }
        return words[self.line.gravity]

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F1 for the article: elsewhere it shows the keys."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and self.hasFocus()
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the article, do the act or move on."""
        keys = Qt.Key
        if event.key() in {keys.Key_F1, keys.Key_Question}:
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.line.article, self)
        elif event.key() in {keys.Key_Return, keys.Key_Enter} and self.line.act is not None:
            self.line.act.run()
        elif event.key() in {keys.Key_Up, keys.Key_Down}:
            self.moved.emit(1 if event.key() == keys.Key_Down else -1)
        else:
            super().keyPressEvent(event)


AT_ONCE = 20
"""Findings that are built before the list is shown; the others follow while it is."""


class FindingsList(QWidget):
    """All findings of one thing, the gravest first."""

    def __init__(self, lines: Sequence[FindingLine] = (), nothing: str = "") -> None:
        """Show these findings, or `nothing` when there are none."""
        super().__init__()
        self._nothing = nothing
        self._layout = column(self, spacing=Space.XS + 2)
        self.rows: list[FindingRow] = []
        self._work: SlicedWork[None] = SlicedWork(self)
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[FindingLine]) -> None:
        """Show these instead."""
        self._work.stop()
        clear(self._layout)
        self.rows = []
        order = list(LOOKS)
        sorted_lines = sorted(lines, key=lambda one: order.index(one.gravity))
        for line in sorted_lines[:AT_ONCE]:
            self._add(line)
        if sorted_lines[AT_ONCE:]:
            self._work.start_later(self._add_rest(sorted_lines[AT_ONCE:]), _nothing_more)
        if not self.rows and self._nothing:
            self._layout.addWidget(FindingRow(FindingLine("good", self._nothing)))

    def follow_lines(self, lines: Sequence[FindingLine]) -> None:
        """Show these, as `set_lines`, where few differ: rows that say the same stay with their act.

        What an act does may hang only on what its line says.
        """
        self._work.stop()
        order = list(LOOKS)
        wanted = sorted(lines, key=lambda one: order.index(one.gravity))
        if not self.rows or not wanted:
            self.set_lines(wanted)
            return
        shown = {_said(one.line): one for one in self.rows}
        rows = [shown.pop(_said(line)) if _said(line) in shown else None for line in wanted]
        before = self.rows
        self.rows = [
            self._new_row(line) if kept is None else kept
            for kept, line in zip(rows, wanted, strict=True)
        ]
        for one in before:
            if one not in self.rows:
                self._layout.removeWidget(one)
                one.hide()
                one.deleteLater()
        for at, one in enumerate(self.rows):
            if self._layout.indexOf(one) != at:
                self._layout.insertWidget(at, one)

    def _add(self, line: FindingLine) -> None:
        one = self._new_row(line)
        self.rows.append(one)
        self._layout.addWidget(one)

    def _new_row(self, line: FindingLine) -> FindingRow:
        one = FindingRow(line)
        one.moved.connect(self._on_moved)
        return one

    def _add_rest(self, lines: Sequence[FindingLine]) -> Generator[None, None, None]:
        for line in lines:
            self._add(line)
            yield

    def set_nothing(self, text: str) -> None:
        """Say these words from now on when there is nothing to show."""
        self._nothing = text

    def _on_moved(self, step: int) -> None:
        places = [at for at, one in enumerate(self.rows) if one.hasFocus()]
        target = (places[0] if places else 0) + step
        if 0 <= target < len(self.rows):
            self.rows[target].setFocus(Qt.FocusReason.OtherFocusReason)


def _said(line: FindingLine) -> tuple[str, ...]:
    return line.gravity, line.sentence, line.rule, line.people, line.act.text if line.act else ""


def _nothing_more(_end: None) -> None:
    """Stand in where nobody waits for the end."""
