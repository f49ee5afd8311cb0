"""The texts of letters over the page of papers: the list, and one text in its editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from jurydesk.services.letter_preview import field_rows
from jurydesk.services.letters import (
    RefusedByProblems,
    TemplateRow,
    list_templates,
    restore_template,
    save_template,
)
from jurydesk.ui.drafts import Typed
from jurydesk.ui.pages.papers.templates.columns import (
    language_text,
    state_text,
    state_tone,
    template_columns,
    template_filters,
)
from jurydesk.ui.pages.papers.templates.editor import TemplateEditor
from jurydesk.ui.pages.papers.templates.fields_panel import FieldsPanel
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.chips import Chip
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverView
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from jurydesk.ui.pages.page import PageContext

LIST, EDITOR = 0, 1
HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TemplatesView(OverView):
    """Escape goes from the editor to the list, and from the list to the papers.

    Signals:
        closed: the person went back to the papers.
        panel_wanted: the panel that belongs beside what is in view.
    """

    closed = Signal()
    panel_wanted = Signal(object)

    def __init__(self, context: PageContext) -> None:
        """Build the list; the texts come with `reload`."""
        super().__init__()
        self.context = context
        self.row: TemplateRow | None = None
        self.header = PageHeader(self.tr("Texts of letters"))
        self.header.set_back(self.tr("Back"), self.step_back)
        self.panel = InspectorPanel()
        self.fields = FieldsPanel()
        self.editor = TemplateEditor(context)
        self.list = self._build_list()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.editor.judged.connect(self._show_acts)
        self.fields.fields.wanted.connect(self.editor.insert)
        self._show_acts()

    def reload(self) -> None:
        """Ask for the texts in force."""
        job = partial(list_templates, self.context.desk)
        self.context.runner.submit(job, done=self._on_rows, receiver=self)

    @override
    def take_focus(self) -> None:
        """Put the focus on the list, or into the text."""
        (self.editor.edit if self.is_editing() else self.list.view).setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        if not self.is_editing():
            self.list.focus_search()

    def is_editing(self) -> bool:
        """Tell whether a text is in the editor."""
        return self._stack.currentIndex() == EDITOR

    def edit_current(self) -> None:
        """Open the text under the cursor (Enter)."""
        row = self.list.current_row()
        if row is None:
            return
        self.row = row
        draft = self.context.drafts.find(self._form(), 0)
        typed = draft.get("text") if draft else None
        self._stack.setCurrentIndex(EDITOR)
        self.editor.show_row(row, str(typed.typed) if typed else row.text)
        about = self.context.wording.text(f"letter.{row.kind.code}.about")
        self.fields.clear()
        self.fields.show_text(self._name(row), about, field_rows(row.kind, self.context.wording))
        self.panel_wanted.emit(self.fields)
        self.header.set_title(self._name(row))
        self.header.set_note(language_text(row))
        self._show_acts()
        self.take_focus()

    def save(self) -> None:
        """Keep what is typed as the office's own text."""
        row = self.row
        if row is None or not self.is_editing():
            return
        call = partial(
            save_template,
            self.context.desk,
            kind=row.kind.code,
            language=row.language,
            text=self.editor.text(),
        )
        self.context.operations.perform(call, done=self._on_saved, failed=self._on_refused)

    def restore(self) -> None:
        """Go back to the shipped text."""
        row = self.row if self.is_editing() else self.list.current_row()
        if row is not None:
            call = partial(
                restore_template, self.context.desk, kind=row.kind.code, language=row.language
            )
            self.context.operations.perform(call, done=self._on_saved)

    def compare(self) -> None:
        """Show what the text changes against the shipped one, or the preview again."""
        self.editor.show_changes(is_on=not self.editor.shows_changes())
        self._show_acts()

    def step_back(self) -> None:
        """Go from the editor to the list; what is typed and not saved waits there."""
        if not self.is_editing():
            self.closed.emit()
            return
        self._keep_typed()
        self.row = None
        self._stack.setCurrentIndex(LIST)
        self.header.set_title(self.tr("Texts of letters"))
        self.header.set_note("")
        self.panel_wanted.emit(self.panel)
        self._show_acts()
        self.reload()
        self.take_focus()

    def _build_list(self) -> RowList[TemplateRow]:
        rows: RowList[TemplateRow] = RowList(
            template_columns(self.context.wording),
            lambda row: row.key,
            name="templates",
            placeholder=self.tr("Name or state of a text…"),
        )
        rows.export_button.hide()
        rows.current_changed.connect(self._on_current_changed)
        rows.activated.connect(self._on_activated)
        rows.edit_requested.connect(self._on_activated)
        return rows

    def _show_acts(self) -> None:
        if not self.is_editing():
            edit = Act(self.tr("Edit"), self.edit_current, "edit", "F2")
            self.header.set_acts(edit)
            return
        why_not = self.tr("The text has problems to correct.") if self.editor.problems else ""
        shown = self.editor.shows_changes()
        words = self.tr("Show the preview") if shown else self.tr("Compare with the shipped text")
        self.header.set_acts(
            Act(self.tr("Save"), self.save, "save", "Ctrl+S", why_not=why_not),
            seconds=(
                Act(words, self.compare, "eye" if shown else "columns", "Ctrl+D"),
                Act(self.tr("Restore the shipped text"), self.restore, "undo"),
            ),
        )

    def _on_rows(self, rows: tuple[TemplateRow, ...]) -> None:
        self.list.fill(rows, template_filters())
        self._on_current_changed(self.list.current_row())

    def _on_current_changed(self, row: TemplateRow | None) -> None:
        self.panel.clear()
        if row is None:
            return
        chip = Chip(state_text(row), state_tone(row))
        self.panel.set_heading(self._name(row), language_text(row), (chip,))
        self.panel.add_text(self.context.wording.text(f"letter.{row.kind.code}.about"))
        acts = [Act(self.tr("Edit"), self.edit_current, "edit")]
        if row.is_own:
            acts.append(Act(self.tr("Restore the shipped text"), self.restore, "undo"))
        self.panel.set_acts(acts)

    def _on_activated(self, _row: TemplateRow) -> None:
        self.edit_current()

    def _on_saved(self, _value: object) -> None:
        if self.row is not None:
            self.context.drafts.forget(self._form(), 0)
        self.context.runner.submit(
            partial(list_templates, self.context.desk), done=self._on_kept, receiver=self
        )

    def _on_kept(self, rows: tuple[TemplateRow, ...]) -> None:
        self.list.fill(rows, template_filters())
        self._on_current_changed(self.list.current_row())
        row = self.row
        if row is not None and self.is_editing():
            self.row = next(one for one in rows if one.key == row.key)
            self.editor.show_row(self.row, self.row.text)
            self._show_acts()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, RefusedByProblems):
            self.editor.print_now()
        else:
            self.context.runner.failed.emit(error)

    def _keep_typed(self) -> None:
        if self.row is not None:
            typed, stored = self.editor.text(), self.row.text
            is_same = typed.strip() == stored.strip()
            draft = {} if is_same else {"text": Typed(stored, typed)}
            self.context.drafts.keep(self._form(), 0, draft)

    def _form(self) -> str:
        return f"template:{':'.join(self.row.key)}" if self.row else ""

    def _name(self, row: TemplateRow) -> str:
        return self.context.wording.text(f"letter.{row.kind.code}")

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z from the acts of the office while a text is being typed."""
        is_asked = self.is_editing() and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and any(map(event.matches, HISTORY)):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        else:
            super().keyPressEvent(event)
