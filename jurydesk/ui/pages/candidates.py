"""Candidates: the list with its panel, the form, and the import."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from typing_extensions import override

from jurydesk.domain.candidacy import Intake
from jurydesk.domain.changes import Kind
from jurydesk.services.candidates import list_candidacies, open_candidate, remove_candidacies
from jurydesk.services.certifications import list_certifications
from jurydesk.services.imports import RosterKind
from jurydesk.ui.operations import candidates as acts
from jurydesk.ui.operations.ties import TieSettler
from jurydesk.ui.pages.candidate_bulk import CandidateBulk
from jurydesk.ui.pages.candidate_columns import by_name, candidate_columns, candidate_filters
from jurydesk.ui.pages.candidate_file.view import CandidateFileView
from jurydesk.ui.pages.candidate_form import CandidateForm
from jurydesk.ui.pages.candidate_inspector import CandidateInspector
from jurydesk.ui.pages.doubles_view import DoublesView
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.roster_page import RosterPage, RosterWords
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.ties import Tie
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import CandidacyRow, CandidateFile, CertificationView
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.filter_bar import RowFilter
    from jurydesk.wording import Wording

PAUSE_MILLISECONDS = 120


class CandidatesPage(RosterPage["CandidacyRow"]):
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

    roster: ClassVar[RosterKind] = RosterKind.CANDIDATES
    panel: CandidateInspector

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Build the list; the rows come with the first load."""
        super().__init__(context, parent)
        self._is_bulk = False
        self._certifications: tuple[CertificationView, ...] = ()
        self.bulk = CandidateBulk(context, self.panel, self)
        self.bulk.removal_requested.connect(self.remove)
        self.settler = TieSettler(context, self)
        self._return_to: FileKey | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._load_file)
        self._set_acts()
        self.offer_views()

    @override
    def build_words(self) -> RosterWords:
        """Return what the page calls its things."""
        return RosterWords(
            title=self.tr("Candidates"),
            which_roster=self.tr("Which roster of candidates?"),
            count=self.tr("Candidacies: {count}"),
            exported=self.tr("Candidacies exported: {count}."),
            suggested_name=self.tr("candidates.xlsx"),
        )

    @override
    def build_panel(self) -> CandidateInspector:
        """Return the inspector of one candidacy."""
        return CandidateInspector(self.context.wording, self._today)

    @property
    def form(self) -> CandidateForm | None:
        """The form in view, if there is one."""
        return self._stack.over_as(CandidateForm)

    @property
    def file(self) -> CandidateFileView | None:
        """The file in view, if there is one."""
        return self._stack.over_as(CandidateFileView)

    @property
    def doubles(self) -> DoublesView | None:
        """The list of doubles in view, if it is."""
        return self._stack.over_as(DoublesView)

    @override
    def reload(self) -> None:
        """Ask for the rows and the certifications that the form offers."""
        desk, runner = self.context.desk, self.context.runner
        runner.submit(partial(list_certifications, desk), done=self._on_certifications)
        read = partial(_read, desk, self.context.wording, self._today)
        runner.submit(read, done=self._on_listed)
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

    def new_candidate(self) -> None:
        """Open an empty form."""
        self._open_form(None)

    def open_file(self, row: CandidacyRow, *, section: str = "journey") -> None:
        """Show the whole file of one candidacy."""
        self._is_bulk = False
        file = CandidateFileView(self.context, row, section=section)
        self.show_over(file, self.panel)
        self._show_row(row)
        file.shown.connect(self._on_file_shown)
        file.closed.connect(self.back_to_list)
        file.form_requested.connect(self._on_form_requested)
        file.take_focus()

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

    def show_doubles(self) -> None:
        """Show the pairs of candidates who may be one person."""
        doubles = DoublesView(self.context)
        self.show_over(doubles, None)
        doubles.closed.connect(self.back_to_list)
        doubles.take_focus()

    @override
    def write_roster(self, path: Path) -> int:
        """Write everybody into a workbook and return how many candidacies it holds."""
        return acts.export_all(self.context.desk, path, self.context.wording)

    @override
    def back_to_list(self) -> None:
        """Close what is over the list; nothing waits to be returned to."""
        super().back_to_list()
        self._return_to = None
        self._is_bulk = False
        self._on_current_changed(self.list.current_row())

    @override
    def build_list(self) -> RowList[CandidacyRow]:
        """Return the list, empty and with its words for that."""
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
        rows.current_changed.connect(self._on_current_changed)
        rows.selection_changed.connect(self._on_selection_changed)
        rows.activated.connect(self._on_activated)
        rows.edit_requested.connect(self.edit)
        rows.delete_requested.connect(self.remove)
        return rows

    def _set_acts(self) -> None:
        self.header.set_acts(
            Act(self.tr("New candidate"), self.new_candidate, "add", "Ctrl+N"),
            seconds=(
                Act(self.tr("Import…"), self.choose_file, "import", "Ctrl+I"),
                Act(self.tr("Possible doubles"), self.show_doubles, "merge", "Ctrl+D"),
            ),
            more=(Act(self.tr("Export all candidates…"), self.export, "export"),),
        )

    def _open_form(self, row: CandidacyRow | None, *, field: str = "") -> None:
        form = CandidateForm(self.context, self._certifications, row)
        self.show_over(form, form.panel)
        form.closed.connect(self._on_form_closed)
        form.focus_field(field)

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

    def _settle(self, file: CandidateFile, tie: Tie) -> None:
        examiner = next(other for one, other in file.ties if one.id == tie.id)
        names = f"{file.candidate.full_name} – {examiner.full_name}"
        self.settler.ask((tie,), names=names)

    def _row_in_view(self) -> CandidacyRow | None:
        """Return the row of the file in view, or that under the cursor of the list."""
        return self.file.row if self.file is not None else self.list.current_row()

    def _load_file(self) -> None:
        row = self._row_in_view()
        if row is not None:
            call = partial(open_candidate, self.context.desk, candidate_id=row.candidate.id)
            self.context.runner.submit(call, done=self._on_file)

    def _on_file(self, file: CandidateFile) -> None:
        row = self._row_in_view()
        if row is not None and not self._is_bulk and row.candidate.id == file.candidate.id:
            self._show_row(row)
            self.panel.show_file(file, partial(self._settle, file))

    def _on_certifications(self, views: tuple[CertificationView, ...]) -> None:
        self._certifications = views
        self.bulk.certifications = tuple(view.certification.code for view in views)

    def _on_listed(self, listed: Listed) -> None:
        self.list.fill(listed.rows, listed.filters)
        wanted, self._wanted = self._wanted, None
        if isinstance(wanted, FileKey):
            self._open_wanted(wanted)
        elif wanted is not None:
            self.list.select_key(int(str(wanted)))

    def _on_current_changed(self, row: CandidacyRow | None) -> None:
        # Under a file the list may lose its row and go on to somebody else, whom nobody sees
        if self._stack.over is None:
            self._show_row(row)
            self._pause.start()

    def _on_file_shown(self, row: CandidacyRow) -> None:
        self._show_row(row)
        self._pause.start()

    def _on_selection_changed(self) -> None:
        if self._stack.over is not None:
            return
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
        self.back_to_list()
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


@dataclass(frozen=True)
class Listed:
    """The rows in the order of names, and the filters that tell them apart."""

    rows: tuple[CandidacyRow, ...]
    filters: tuple[RowFilter[CandidacyRow], ...]


def _read(desk: Desk, wording: Wording, today: date) -> Listed:
    """Read and order them where it does not hold up the window: there may be twenty thousand."""
    rows = tuple(sorted(list_candidacies(desk), key=by_name))
    return Listed(rows, candidate_filters(rows, wording, today))
