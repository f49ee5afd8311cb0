"""Candidates: the list with its panel, the form, and the import."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from jurydesk.domain.candidacy import Intake
from jurydesk.domain.changes import Kind
from jurydesk.domain.ties import TieState
from jurydesk.services.candidates import list_candidacies, open_candidate, remove_candidacies
from jurydesk.services.certifications import list_certifications
from jurydesk.services.imports import RosterKind
from jurydesk.ui.operations import candidates as acts
from jurydesk.ui.pages.candidate_bulk import CandidateBulk
from jurydesk.ui.pages.candidate_columns import by_name, candidate_columns, candidate_filters
from jurydesk.ui.pages.candidate_file.view import CandidateFileView
from jurydesk.ui.pages.candidate_form import CandidateForm
from jurydesk.ui.pages.candidate_inspector import CandidateInspector
from jurydesk.ui.pages.doubles_view import DoublesView
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.import_wizard.view import ImportView
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.saved_views import offer_views
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.layouts import column
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jurydesk.domain.ties import Tie
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow, CandidateFile, CertificationView
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.filter_bar import RowFilter

    Rows = tuple[CandidacyRow, ...]
    Filters = tuple[RowFilter[CandidacyRow], ...]

PAUSE_MILLISECONDS = 120
XLSX = "Excel (*.xlsx)"


class CandidatesPage(Page):
    """Every candidacy of the workspace."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            Kind.CANDIDATE,
            Kind.CANDIDACY,
            Kind.SESSION,
            Kind.TIE,
            Kind.CERTIFICATION,
            Kind.STEP,
            Kind.ATTACHMENT,
            Kind.ACQUISITION,
            Kind.EQUIVALENCE,
            Kind.NOTE,
            Kind.NATIONAL_NUMBER,
        }
    )

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rows come with the first load."""
        super().__init__(context, parent)
        self._today = context.desk.clock.today()
        self._wanted: object = None
        self._is_bulk = False
        self._certifications: tuple[CertificationView, ...] = ()
        self.panel = CandidateInspector(context.wording, self._today)
        self.inspector = self.panel
        self.bulk = CandidateBulk(context, self.panel, self)
        self.bulk.removal_requested.connect(self.remove)
        self.list = self._build_list()
        self.header = PageHeader(self.tr("Candidates"))
        self.form: CandidateForm | None = None
        self.importing: ImportView | None = None
        self.file: CandidateFileView | None = None
        self.doubles: DoublesView | None = None
        self._return_to: FileKey | None = None
        list_side = QWidget()
        self._stack = OverStack(list_side)
        side = column(list_side, spacing=0)
        side.addWidget(self.header)
        side.addWidget(self.list, 1)
        column(self, spacing=0).addWidget(self._stack)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._load_file)
        self._set_acts()

    @override
    def reload(self) -> None:
        """Ask for the rows and the certifications that the form offers."""
        desk, runner = self.context.desk, self.context.runner
        runner.submit(partial(list_certifications, desk), done=self._on_certifications)
        filters = partial(candidate_filters, wording=self.context.wording, today=self._today)
        runner.submit(partial(_rows_by_name, desk, filters), done=self._on_rows)
        if self.file is not None:
            self.file.refresh()

    @override
    def open_item(self, key: object) -> None:
        """Show one candidacy by its number, its file (`FileKey`), or begin an import."""
        if self.form is not None:
            self.form.give_up()
        if key == "import":
            self.choose_file()
        elif isinstance(key, FileKey):
            self._open_wanted(key)
        elif not self.list.select_key(int(str(key))):
            self._wanted = key

    @override
    def take_focus(self) -> None:
        """Put the focus on the list, or on the file in view."""
        over = self.file or self.doubles
        if over is not None:
            over.take_focus()
        else:
            self.list.view.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the list."""
        self.list.focus_search()

    def new_candidate(self) -> None:
        """Open an empty form."""
        self._open_form(None)

    def open_file(self, row: CandidacyRow, *, section: str = "journey") -> None:
        """Show the whole file of one candidacy."""
        self.file = CandidateFileView(self.context, row, section=section)
        self._stack.show_over(self.file)
        self._show_row(row)
        self.change_inspector(self.panel)
        self.file.closed.connect(self._back_to_list)
        self.file.form_requested.connect(self._on_form_requested)
        self.file.take_focus()

    def edit(self, row: CandidacyRow | None) -> None:
        """Open the form of one candidacy."""
        if row is not None:
            self._open_form(row)

    def remove(self, rows: tuple[CandidacyRow, ...]) -> None:
        """Delete candidacies at once; the toast offers to undo."""
        if rows:
            numbers = tuple(row.key for row in rows)
            call = partial(remove_candidacies, self.context.desk, ids=numbers)
            self.context.operations.perform(call)

    def choose_file(self) -> None:
        """Ask for a roster and show what its import would do."""
        title = self.tr("Which roster of candidates?")
        self.context.prompter.open_file(title, self.import_file, filters=(XLSX,))

    def import_file(self, path: Path) -> None:
        """Show what importing a roster would do."""
        self.importing = ImportView(self.context, RosterKind.CANDIDATES, path)
        self._show_over(self.importing)
        self.importing.closed.connect(self._back_to_list)
        self.importing.panel_wanted.connect(self.change_inspector)

    def show_doubles(self) -> None:
        """Show the pairs of candidates who may be one person."""
        self.file = None
        self.doubles = DoublesView(self.context)
        self._stack.show_over(self.doubles)
        self.change_inspector(None)
        self.doubles.closed.connect(self._back_to_list)
        self.doubles.take_focus()

    def _build_list(self) -> RowList[CandidacyRow]:
        rows: RowList[CandidacyRow] = RowList(
            candidate_columns(self.context.wording, self._today),
            lambda row: row.key,
            name="candidates",
            placeholder=self.tr("Name, e-mail, certification…"),
        )
        rows.set_empty(
            "people",
            self.tr("No candidate yet"),
            self.tr("Import the roster of your office, or enter a first candidate."),
            acts=(
                Act(self.tr("Import a roster"), self.choose_file, "import", manner="primary"),
                Act(self.tr("New candidate"), self.new_candidate, "add"),
            ),
        )
        offer_views(rows, self.context)
        rows.current_changed.connect(self._on_current_changed)
        rows.selection_changed.connect(self._on_selection_changed)
        rows.activated.connect(self._on_activated)
        rows.edit_requested.connect(self.edit)
        rows.delete_requested.connect(self.remove)
        rows.export_requested.connect(self._on_export)
        rows.shown_changed.connect(self._on_shown_changed)
        return rows

    def _set_acts(self) -> None:
        self.header.set_acts(
            Act(self.tr("New candidate"), self.new_candidate, "add", "Ctrl+N"),
            seconds=(
                Act(self.tr("Import…"), self.choose_file, "import", "Ctrl+I"),
                Act(self.tr("Possible doubles"), self.show_doubles, "merge", "Ctrl+D"),
            ),
            more=(Act(self.tr("Export all candidates…"), self._on_export, "export"),),
        )

    def _open_form(self, row: CandidacyRow | None, *, field: str = "") -> None:
        self.form = CandidateForm(self.context, self._certifications, row)
        self._show_over(self.form)
        self.form.closed.connect(self._on_form_closed)
        self.form.focus_field(field)

    def _show_over(self, view: CandidateForm | ImportView) -> None:
        self.file = None
        self._stack.show_over(view)
        self.change_inspector(view.panel)

    def _back_to_list(self) -> None:
        self._stack.back()
        self.form = self.importing = self.file = self.doubles = None
        self._return_to = None
        self.change_inspector(self.panel)
        self.list.view.setFocus()

    def _show_row(self, row: CandidacyRow | None) -> None:
        if row is None:
            self.panel.show_nobody()
            return
        self.panel.show_row(row)
        acts_here = [Act(self.tr("Edit"), partial(self.edit, row), "edit")]
        if row.candidacy.intake is Intake.DRAFT:
            blocked = any(finding.blocks for finding in row.findings)
            why_not = self.tr("Settle what blocks first.") if blocked else ""
            accept = partial(self._accept, row)
            acts_here.append(Act(self.tr("Accept the file"), accept, "check", why_not=why_not))
        delete = partial(self.remove, (row,))
        acts_here.append(Act(self.tr("Delete"), delete, "delete", manner="danger"))
        self.panel.set_acts(acts_here)

    def _accept(self, row: CandidacyRow) -> None:
        self.context.operations.perform(partial(acts.accept_file, self.context.desk, row=row))

    def _settle(self, tie: Tie) -> None:
        choices = (
            Choice("confirm", self.tr("The tie exists"), is_default=True),
            Choice("set_aside", self.tr("Set it aside…")),
            Choice("later", self.tr("Later"), is_escape=True),
        )
        text = self.tr("Does this tie exist? An examiner tied to a candidate may not judge them.")
        question = Question(self.tr("Tie"), text, choices, details=tie.evidence)
        self.context.prompter.ask(question, partial(self._on_settled, tie))

    def _on_settled(self, tie: Tie, answer: str) -> None:
        if answer == "confirm":
            self._save_tie(tie, TieState.CONFIRMED, "")
        elif answer == "set_aside":
            text = self.tr("Why is there no tie? The reason is kept.")
            question = Question(self.tr("Set a tie aside"), text, ())
            self.context.prompter.ask_text(
                question, partial(self._save_tie, tie, TieState.SET_ASIDE)
            )

    def _save_tie(self, tie: Tie, state: TieState, reason: str) -> None:
        call = partial(acts.settle, self.context.desk, tie=tie, state=state, reason=reason)
        self.context.operations.perform(call)

    def _load_file(self) -> None:
        row = self.list.current_row()
        if row is not None:
            call = partial(open_candidate, self.context.desk, candidate_id=row.candidate.id)
            self.context.runner.submit(call, done=self._on_file)

    def _on_file(self, file: CandidateFile) -> None:
        row = self.list.current_row()
        if row is not None and not self._is_bulk and row.candidate.id == file.candidate.id:
            self._show_row(row)
            self.panel.show_file(file, self._settle)

    def _on_certifications(self, views: tuple[CertificationView, ...]) -> None:
        self._certifications = views
        self.bulk.certifications = tuple(view.certification.code for view in views)

    def _on_rows(self, found: tuple[Rows, Filters]) -> None:
        self.list.fill(*found)
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, FileKey):
            self._open_wanted(wanted)
        elif wanted is not None:
            self.list.select_key(int(str(wanted)))

    def _on_shown_changed(self, shown: int, everything: int) -> None:
        if shown == everything:
            note = self.tr("Candidacies: {count}").format(count=everything)
        else:
            note = self.tr("{shown} of {count}").format(shown=shown, count=everything)
        self.header.set_note(note if everything else "")

    def _on_current_changed(self, row: CandidacyRow | None) -> None:
        self._show_row(row)
        self._pause.start()

    def _on_selection_changed(self) -> None:
        rows = self.list.selected_rows()
        was_bulk, self._is_bulk = self._is_bulk, len(rows) > 1
        if self._is_bulk:
            self.bulk.show(rows)
        elif was_bulk:
            self._on_current_changed(self.list.current_row())

    def _on_activated(self, row: CandidacyRow) -> None:
        self.open_file(row)

    def _open_wanted(self, key: FileKey) -> None:
        """Open a file once its row is there; one already gone opens nothing."""
        self.list.clear_search_and_filters()
        row = self.list.current_row() if self.list.select_key(key.candidacy_id) else None
        if row is not None:
            self.open_file(row, section=key.section)
        elif not self.list.model.all_rows():
            self._wanted = key

    def _on_form_requested(self, row: CandidacyRow, field: str) -> None:
        section = self.file.tabs.value() if self.file is not None else "journey"
        self._open_form(row, field=field)
        self._return_to = FileKey(row.key, str(section))

    def _on_form_closed(self, key: int) -> None:
        form, back = self.form, self._return_to
        self._back_to_list()
        if key:
            self._wanted = back or key
            self.refresh()
        elif back is not None:
            self._open_wanted(back)
        if not key and form is not None and form.is_changed:
            self._say_draft_kept(form.row)

    def _say_draft_kept(self, row: CandidacyRow | None) -> None:
        text = self.tr("Not saved: what you typed is kept as a draft.")
        again = partial(self._open_form, row)
        self.context.toasts.show_message(
            text, tone="warning", act=self.tr("Take it up again"), on_act=again
        )

    def _on_export(self) -> None:
        title = self.tr("Where should the roster go?")
        suggested = self.tr("candidates.xlsx")
        self.context.prompter.save_file(
            title, self._export_to, filters=(XLSX,), suggested=suggested
        )

    def _export_to(self, path: Path) -> None:
        call = partial(acts.export_all, self.context.desk, path, self.context.wording)
        self.context.runner.submit(call, done=self._on_exported, receiver=self)

    def _on_exported(self, count: int) -> None:
        text = self.tr("Candidacies exported: {count}.").format(count=count)
        self.context.toasts.show_message(text)


def _rows_by_name(desk: Desk, filters: Callable[[Rows], Filters]) -> tuple[Rows, Filters]:
    """Read and order them where it does not hold up the window: there may be twenty thousand."""
    rows = tuple(sorted(list_candidacies(desk), key=by_name))
    return rows, filters(rows)
