"""Editors of the points of minutes: what is typed is given back as the point writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.amendment_fields import NO, YES, ValueKind
from jurydesk.finding_text import stated_value, statement_text, term
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.form_fields import ChoiceBox, FormField, long_text_edit, text_edit
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.amendment import StatedPoint
    from jurydesk.wording import Wording

LINES = 2


@dataclass(frozen=True)
class PointEditor:
    """One point with the field in which it is corrected."""

    stated: StatedPoint
    field: FormField
    value: Callable[[], str]
    """What stands in the field, as the point writes it."""

    @property
    def is_changed(self) -> bool:
        """Tell whether something else stands there than the minutes say."""
        return self.value() != self.stated.value.strip()


def point_editor(stated: StatedPoint, wording: Wording, *, hint: str = "") -> PointEditor:
    """Return the editor of one point, filled with what the minutes say."""
    text = sentence_case(statement_text(stated.point, wording))
    editor, value = _editor(stated, wording)
    return PointEditor(stated, FormField(text, editor, hint=hint), value)


def _editor(stated: StatedPoint, wording: Wording) -> tuple[QWidget, Callable[[], str]]:
    match stated.field.kind:
        case ValueKind.CHOICE | ValueKind.FLAG:
            box = ChoiceBox(_choices(stated, wording), stated.value)
            return box, lambda: str(box.value() or "")
        case ValueKind.DAY:
            return _day_editor(stated, wording)
        case ValueKind.LINES:
            lines = long_text_edit(stated.value, LINES)
            return lines, lambda: lines.toPlainText().strip()
        case _:
            edit = text_edit(stated.value)
            return edit, lambda: edit.text().strip()


def _day_editor(stated: StatedPoint, wording: Wording) -> tuple[QWidget, Callable[[], str]]:
    day = DateField(wording, date.fromisoformat(stated.value) if stated.value else None)

    def written() -> str:
        found = day.day()
        # What cannot be read goes on as typed: the rules say what is wrong with it
        return found.isoformat() if found else day.text().strip()

    return day, written


def _choices(stated: StatedPoint, wording: Wording) -> list[tuple[object, str]]:
    if stated.field.kind is ValueKind.FLAG:
        codes = [YES, NO]
        words = [term("presence", code, wording) for code in codes]
    else:
        codes = [one.value for one in stated.field.choices or ()]
        words = [stated_value(stated.point, code, wording) for code in codes]
    nothing = [("", wording.text("value.none"))] if stated.value not in codes else []
    return [*nothing, *zip(codes, words, strict=True)]
