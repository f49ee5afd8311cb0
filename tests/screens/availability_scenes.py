"""Scenes of an examiner's time: the editor with every kind, a word not understood, a calendar."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from jurydesk.ui.dialogs.calendar_dialog import CalendarDialog
from tests.screens.scenes import examiners
from tests.ui.agendas import AGENDA, write_agenda

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.examiner_form import ExaminerForm
    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]

SAID = (
    "7-9/12, en tournage du 16 au 20/12, pas le lundi, plutôt pas le 10/12 après-midi, "
    "option jusqu'au 1er mars pour le 15-16/03, libre le 11/12"
)


def availability_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the editor."""
    return {
        "availability": every_kind,
        "availability-unread": unread,
        "availability-calendar": calendar,
    }


def every_kind(studio: Studio) -> QWidget | None:
    """Write every kind, and stand on a half-day."""
    form = _form(studio)
    editor = form.fields.availability
    editor.line.setText(SAID)
    editor.take_line()
    editor.grid.setFocus()
    return None


def unread(studio: Studio) -> QWidget | None:
    """Write something that is not understood."""
    form = _form(studio)
    editor = form.fields.availability
    editor.line.setText("3/12, 12/12 matn, peut-être le 14/12")
    editor.take_line()
    editor.line.setFocus()
    return None


def calendar(studio: Studio) -> QWidget | None:
    """Read a calendar and look at what it changes."""
    form = _form(studio)
    with tempfile.TemporaryDirectory() as folder:
        form.read_calendar(write_agenda(Path(folder), *AGENDA))
        studio.settle()
    return form.findChild(CalendarDialog)


def _form(studio: Studio) -> ExaminerForm:
    page = examiners(studio)
    page.edit(page.list.current_row())
    form = page.form
    if form is None:
        raise LookupError("no form is open")
    studio.settle()
    scroller: QScrollArea = form.form
    editor = form.fields.availability
    scroller.ensureWidgetVisible(editor.line, 0, 80)
    return form
