"""The pool: the list with its panel, the form, and the import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Examiner
from jurydesk.services.certifications import list_certifications
from jurydesk.services.examiners import list_examiners, remove_examiners
from jurydesk.services.exports import export_examiners
from jurydesk.services.imports import RosterKind
from jurydesk.ui.pages.examiner_columns import by_name, examiner_columns, examiner_filters
from jurydesk.ui.pages.examiner_form import ExaminerForm
from jurydesk.ui.pages.examiner_inspector import ExaminerInspector
from jurydesk.ui.pages.examiner_rights import ExaminerRights
from jurydesk.ui.pages.examiner_ties import ExaminerTies
from jurydesk.ui.pages.expenses.key import ExpensesKey
from jurydesk.ui.pages.roster_page import RosterPage, RosterWords
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.services.views import CertificationView, ExaminerRow
    from jurydesk.ui.pages.page import PageContext


class ExaminersPage(RosterPage["ExaminerRow"]):
    """Everybody who may sit in a jury."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.EXAMINER, Kind.SESSION, Kind.TIE, Kind.SUMMONS, Kind.ATTACHMENT}
    )

    roster: ClassVar[RosterKind] = RosterKind.EXAMINERS
    panel: ExaminerInspector

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rows come with the first load."""
        super().__init__(context, parent)
        self._certifications: tuple[CertificationView, ...] = ()
        self._draft: Examiner | None = None
        """Somebody to be entered, until the form can be opened."""
        self.ties = ExaminerTies(context, self.panel, self)
        self.rights = ExaminerRights(context, self.panel, self)
        self.header.set_acts(
            Act(self.tr("New examiner"), self.new_examiner, "add", "Ctrl+N"),
            seconds=(Act(self.tr("Import…"), self.choose_file, "import", "Ctrl+I"),),
            more=(Act(self.tr("Export the pool…"), self.export, "export"),),
        )
        self.offer_views()

    @override
    def build_words(self) -> RosterWords:
        """Return what the page calls its things."""
        return RosterWords(
            title=self.tr("Examiners"),
            which_roster=self.tr("Which roster of the pool?"),
            count=self.tr("Persons: {count}"),
            exported=self.tr("Persons exported: {count}."),
            suggested_name=self.tr("examiners.xlsx"),
        )

    @override
    def build_panel(self) -> ExaminerInspector:
        """Return the inspector of one person."""
        return ExaminerInspector(self.context.wording, self._today)

    @override
    def reload(self) -> None:
        """Ask for the pool and the certifications that the form offers."""
        desk, runner = self.context.desk, self.context.runner
        runner.submit(partial(list_certifications, desk), done=self._on_certifications)
        runner.submit(partial(list_examiners, desk), done=self._on_rows)

    @override
    def open_item(self, key: object) -> None:
        """Show one person by number, begin an import (`"import"`) or a form from a draft."""
        if isinstance(key, Examiner):
            self._draft = key
            self._open_draft()
        elif key == "import":
            self.choose_file()
        elif not self.list.select_key(int(str(key))):
            self._wanted = key

    @property
    def form(self) -> ExaminerForm | None:
        """The form in view, if there is one."""
        return self._stack.over_as(ExaminerForm)

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

    def show_expenses(self, row: ExaminerRow) -> None:
        """Go to the expense claims of one person."""
        self.context.navigate("expenses", ExpensesKey(row.examiner.full_name))

    @override
    def write_roster(self, path: Path) -> int:
        """Write the pool into a workbook and return how many persons it holds."""
        return export_examiners(self.context.desk, path=path, wording=self.context.wording)

    @override
    def build_list(self) -> RowList[ExaminerRow]:
        """Return the list, empty and with its words for that."""
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
        return rows

    def _open_form(self, row: ExaminerRow | None, draft: Examiner | None = None) -> None:
        form = ExaminerForm(self.context, self._certifications, row, draft=draft)
        self.show_over(form, form.panel)
        form.closed.connect(self._on_form_closed)
        form.focus_first()

    def _open_draft(self) -> None:
        """Open the form of somebody new once it is known which certifications it offers."""
        if self._draft is not None and self._certifications:
            draft, self._draft = self._draft, None
            self._open_form(None, draft)

    def _on_certifications(self, views: tuple[CertificationView, ...]) -> None:
        self._certifications = views
        self._open_draft()

    def _on_rows(self, rows: tuple[ExaminerRow, ...]) -> None:
        self.list.set_filters(examiner_filters(rows, self.context.wording, self._today))
        self.list.set_rows(sorted(rows, key=by_name))
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.list.select_key(int(str(wanted)))

    def _on_current_changed(self, row: ExaminerRow | None) -> None:
        self.ties.show(row.examiner if row is not None else None)
        self.rights.show(row)
        if row is None:
            self.panel.show_nobody()
            return
        self.panel.show_row(row)
        delete = partial(self.remove, (row,))
        self.panel.set_acts(
            (
                Act(self.tr("Edit"), partial(self.edit, row), "edit"),
                self.ties.act(row.examiner),
                Act(self.tr("Expenses"), partial(self.show_expenses, row), "euro"),
                self.rights.act(row),
                Act(self.tr("Delete"), delete, "delete", manner="danger"),
            )
        )

    def _on_activated(self, row: ExaminerRow) -> None:
        if self.is_narrow():
            self.inspector_shown.emit()
        else:
            self.edit(row)

    def _on_form_closed(self, key: int) -> None:
        self.back_to_list()
        if key:
            self._wanted = key
            self.refresh()
