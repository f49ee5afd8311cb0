"""Where somebody works beside their employer of today, or worked before: one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QLineEdit, QWidget

from jurydesk.domain.people import Employment
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, text_edit
from jurydesk.ui.widgets.line_editor import LineEditor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from jurydesk.wording import Wording

NOW, PAST = "now", "past"
Answers = tuple[tuple[str, str, str, str], ...]


class _Line(NamedTuple):
    """The editors of one line."""

    name: QLineEdit
    since: DateField
    until: DateField
    state: ChoiceBox


class EmploymentEditor(LineEditor):
    """Lines of companies with the days between which they are an employer; days may be unknown."""

    def __init__(self, wording: Wording, today: date) -> None:
        """Start without a line."""
        headings = (
            (self.tr("Employer"), 4),
            (self.tr("From"), 2),
            (self.tr("To"), 2),
            (self.tr("Today"), 2),
        )
        super().__init__(headings, self.tr("Add an employer"), self._editors)
        self._wording = wording
        self._today = today

    def show_all(self, employments: Iterable[Employment]) -> None:
        """Show these employments, and no others."""
        self.take_all_away()
        for one in employments:
            self.add(one)

    def employments(self) -> tuple[Employment, ...]:
        """Return what the lines say; a line without an employer says nothing."""
        return tuple(
            Employment(
                line.name.text().strip(),
                line.since.day(),
                line.until.day(),
                line.state.value() == PAST or self._is_over(line),
            )
            for line in self._read()
            if line.name.text().strip()
        )

    def problem(self) -> str:
        """Return what cannot be kept as it is; empty: everything can."""
        return next(filter(None, map(self._problem_of, self._read())), "")

    def answers(self) -> Answers:
        """Return what stands in each line, as it stands there."""
        return tuple(
            (line.name.text(), line.since.text(), line.until.text(), str(line.state.value()))
            for line in self._read()
        )

    def restore(self, answers: Answers) -> None:
        """Put back what stood in each line."""
        self.take_all_away()
        for name, since, until, state in answers:
            self.add(None)
            line = self._read()[-1]
            line.name.setText(name)
            line.since.setText(since)
            line.until.setText(until)
            line.state.set_value(state)

    def _editors(self, value: object) -> tuple[QWidget, ...]:
        one = value if isinstance(value, Employment) else Employment("")
        states = ((NOW, self.tr("still there")), (PAST, self.tr("over")))
        return (
            text_edit(one.organisation),
            DateField(self._wording, one.since),
            DateField(self._wording, one.until),
            ChoiceBox(states, PAST if one.is_past else NOW),
        )

    def _read(self) -> Sequence[_Line]:
        return [_line_of(editors) for _, editors in self.lines]

    def _is_over(self, line: _Line) -> bool:
        until = line.until.day()
        return until is not None and until < self._today

    def _problem_of(self, line: _Line) -> str:
        unread = line.since.problem() or line.until.problem()
        since, until = line.since.day(), line.until.day()
        if unread:
            return unread
        if since and until and until < since:
            return self.tr("An employment ends before it begins.")
        if (since or until) and not line.name.text().strip():
            return self.tr("Each line needs the name of an employer.")
        return ""


def _line_of(editors: tuple[QWidget, ...]) -> _Line:
    name, since, until, state = editors
    if not (isinstance(name, QLineEdit) and isinstance(state, ChoiceBox)):
        raise TypeError("a line begins with a name and ends with a choice")
    if not (isinstance(since, DateField) and isinstance(until, DateField)):
        raise TypeError("a line has two dates")
    return _Line(name, since, until, state)
