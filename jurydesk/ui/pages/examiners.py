"""The pool: the list with its panel, the form, and the import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services.certifications import list_certifications
from jurydesk.services.examiners import list_examiners, remove_examiners
from jurydesk.services.exports import export_examiners
from jurydesk.services.imports import RosterKind
from jurydesk.ui.pages.examiner_columns import by_name, examiner_columns, examiner_filters
from jurydesk.ui.pages.examiner_form import ExaminerForm
from jurydesk.ui.pages.examiner_inspector import ExaminerInspector
from jurydesk.ui.pages.examiner_ties import ExaminerTies
from jurydesk.ui.pages.import_wizard.view import ImportView
from jurydesk.ui.pages.page import Page
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.views import CertificationView, ExaminerRow
    from jurydesk.ui.pages.page import PageContext

XLSX = "Excel (*.xlsx)"


class ExaminersPage(Page):
    """Everybody who may sit in a jury."""

    concerns: ClassVar[frozenset[str]] = frozenset({Kind.EXAMINER, Kind.SESSION, Kind.TIE})

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rows come with the first load."""
        super().__init__(context, parent)
        self._today = context.desk.clock.today()
        self._wanted: object = None
        self._certifications: tuple[CertificationView, ...] = ()
        self.panel = ExaminerInspector(context.wording, self._today)
        self.inspector = self.panel
        self.ties = ExaminerTies(context, self.panel, self)
        self.list = self._build_list()
        self.header = PageHeader(self.tr("Examiners"))
        self.form: ExaminerForm | None = None
        self.importing: ImportView | None = None
        list_side = QWidget()
        self._stack = OverStack(list_side)
        side = column(list_side, spacing=0)
        side.addWidget(self.header)
        side.addWidget(self.list, 1)
        column(self, spacing=0).addWidget(self._stack)
        self.header.set_acts(
            Act(self.tr("New examiner"), self.new_examiner, "add", "Ctrl+N"),
            seconds=(Act(self.tr("Import…"), self.choose_file, "import", "Ctrl+I"),),
            more=(Act(self.tr("Export the pool…"), self._on_export, "export"),),
        )

    @override
    def reload(self) -> None:
        """Ask for the pool and the certifications that the form offers."""
        desk, runner = self.context.desk, self.context.runner
        runner.submit(partial(list_certifications, desk), done=self._on_certifications)
        runner.submit(partial(list_examiners, desk), done=self._on_rows)

    @override
    def open_item(self, key: object) -> None:
        """Show one person by number, or begin an import (`"import"`)."""
        if key == "import":
            self.choose_file()
        elif not self.list.select_key(int(str(key))):
            self._wanted = key

    @override
    def take_focus(self) -> None:
        """Put the focus on the list."""
        self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.list.focus_search()

    def new_examiner(self) -> None:
        """Open an empty form."""
        self._open_form(None)

    def edit(self, row: ExaminerRow | None) -> None:
        """Open the form of one person."""
        if row is not None:
            self._open_form(row)

    def remove(self, rows: tuple[ExaminerRow, ...]) -> None:
        """Delete persons at once; the toast offers to undo."""
        if rows:
            numbers = tuple(row.key for row in rows)
            call = partial(remove_examiners, self.context.desk, ids=numbers)
            self.context.operations.perform(call)

    def choose_file(self) -> None:
        """Ask for a roster and show what its import would do."""
        title = self.tr("Which roster of the pool?")
        self.context.prompter.open_file(title, self.import_file, filters=(XLSX,))

    def import_file(self, path: Path) -> None:
        """Show what importing a roster would do."""
        self.importing = ImportView(self.context, RosterKind.EXAMINERS, path)
        self._show_over(self.importing)
        self.importing.closed.connect(self._back_to_list)
        self.importing.panel_wanted.connect(self.change_inspector)

    def _build_list(self) -> RowList[ExaminerRow]:
        rows: RowList[ExaminerRow] = RowList(
            examiner_columns(self.context.wording, self._today),
            lambda row: row.key,
            name="examiners",
            placeholder=self.tr("Name, organisation, seat…"),
        )
        rows.set_empty(
            "pool",
            self.tr("Nobody in the pool yet"),
            self.tr("Import the pool of your office, or enter a first person."),
            acts=(
                Act(self.tr("Import a roster"), self.choose_file, "import", manner="primary"),
                Act(self.tr("New examiner"), self.new_examiner, "add"),
            ),
        )
        rows.current_changed.connect(self._on_current_changed)
        rows.activated.connect(self._on_activated)
        rows.edit_requested.connect(self.edit)
        rows.delete_requested.connect(self.remove)
        rows.export_requested.connect(self._on_export)
        rows.shown_changed.connect(self._on_shown_changed)
        return rows

    def _open_form(self, row: ExaminerRow | None) -> None:
        self.form = ExaminerForm(self.context, self._certifications, row)
        self._show_over(self.form)
        self.form.closed.connect(self._on_form_closed)
        self.form.focus_first()

    def _show_over(self, view: ExaminerForm | ImportView) -> None:
        self._stack.show_over(view)
        self.change_inspector(view.panel)

    def _back_to_list(self) -> None:
        self._stack.back()
        self.form = self.importing = None
        self.change_inspector(self.panel)
        self.list.view.setFocus()

    def _on_certifications(self, views: tuple[CertificationView, ...]) -> None:
        self._certifications = views

    def _on_rows(self, rows: tuple[ExaminerRow, ...]) -> None:
        self.list.set_filters(examiner_filters(rows, self.context.wording, self._today))
        self.list.set_rows(sorted(rows, key=by_name))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.select_key(int(str(wanted)))

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        if shown == everything:
            note = self.tr("Persons: {count}").format(count=everything)
        else:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        self.header.set_note(note if everything else "")

    def _on_current_changed(self, row: ExaminerRow | None) -> None:
        self.ties.show(row.examiner if row is not None else None)
        if row is None:
            self.panel.show_nobody()
            return
        self.panel.show_row(row)
        delete = partial(self.remove, (row,))
        self.panel.set_acts(
            (
                Act(self.tr("Edit"), partial(self.edit, row), "edit"),
                self.ties.act(row.examiner),
                Act(self.tr("Delete"), delete, "delete", manner="danger"),
            )
        )

    def _on_activated(self, row: ExaminerRow) -> None:
        if self.is_narrow():
            self.inspector_shown.emit()
        else:
            self.edit(row)

    def _on_form_closed(self, key: int) -> None:
        self._back_to_list()
        if key:
            self._wanted = key
            self.refresh()

    def _on_export(self) -> None:
        title = self.tr("Where should the roster go?")
        suggested = self.tr("examiners.xlsx")
        self.context.prompter.save_file(
            title, self._export_to, filters=(XLSX,), suggested=suggested
        )

    def _export_to(self, path: Path) -> None:
        wording = self.context.wording
        call = partial(export_examiners, self.context.desk, path=path, wording=wording)
        self.context.runner.submit(call, done=self._on_exported)

    def _on_exported(self, count: int) -> None:
        text = self.tr("Persons exported: {count}.").format(count=count)
        self.context.toasts.show_message(text)
