"""The Papers page: choose a session, read its minutes, settle what is missing, print them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services import exports, minutes, papers, printing, sessions
from jurydesk.services.outcome import Outcome
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.papers.amending import Amending, read_chain
from jurydesk.ui.pages.papers.panel import PaperPanel
from jurydesk.ui.pages.papers.preview import PaperPreview
from jurydesk.ui.prompts import Choice, Question
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.printing import PrintedPaper
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.page import PageContext

ISSUE = "issue"
PDF_FILTER = "PDF (*.pdf)"
WORKBOOK_FILTER = "Excel (*.xlsx)"


class PapersPage(Page):
    """Minutes of one session as the very PDF that will be signed."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {Kind.SESSION, Kind.DELIBERATION, Kind.MINUTES, Kind.SETTING, Kind.EXAMINER, Kind.CANDIDATE}
    )

    def __init__(self, context: PageContext) -> None:
        """Build the page; the sessions come with `reload`."""
        super().__init__(context)
        self.header = PageHeader(self.tr("Papers"))
        self.session_box = ChoiceBox()
        self.session_box.setAccessibleName(self.tr("Session"))
        self.preview = PaperPreview()
        self.panel = PaperPanel(context.wording, context.navigate)
        self.inspector = self.panel
        self.amending = Amending(context, self)
        self.paper: PrintedPaper | None = None
        self._rows: tuple[SessionRow, ...] = ()
        self._wanted = ""
        """Code of the session to be shown next."""
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_reader())
        layout = column(self, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.session_box.chosen.connect(self._on_session_chosen)
        self.panel.place_requested.connect(self._ask_place)

    @override
    def reload(self) -> None:
        """Read the sessions, then print the one in view anew."""
        job = partial(sessions.list_sessions, self.context.desk)
        self.context.runner.submit(job, done=self._show_sessions)

    @override
    def open_item(self, key: object) -> None:
        """Show the minutes of the session with that code."""
        self._wanted = str(key)
        self.refresh()

    def session_code(self) -> str:
        """Return the session in view."""
        return self._chosen()[0]

    def _chosen(self) -> tuple[str, str]:
        """Return the session in view, and the certification whose minutes are shown."""
        value = self.session_box.value()
        return value if isinstance(value, tuple) else ("", "")

    def _build_empty(self) -> QWidget:
        go = Act(self.tr("Go to the sessions"), partial(self.context.navigate, "sessions"))
        text = self.tr("Papers are printed from a session. Create one, and its minutes wait here.")
        return EmptyState("paper", self.tr("No session yet"), text, (go,))

    def _build_reader(self) -> QWidget:
        reader = QWidget()
        layout = column(reader, spacing=Space.S, margins=(Space.XL, 0, Space.XL, Space.L))
        choice = row(spacing=Space.S)
        self.session_box.setMinimumWidth(320)
        choice.addWidget(self.session_box)
        choice.addStretch(1)
        choice.addWidget(self.preview.tools)
        layout.addLayout(choice)
        layout.addWidget(self.preview, 1)
        return reader

    def _show_sessions(self, rows: tuple[SessionRow, ...]) -> None:
        papers = [(r.session.code, judged) for r in rows for judged in r.session.recorded]
        wanted = (one for one in papers if one[0] == self._wanted)
        chosen = next(wanted, self._chosen())
        self._rows, self._wanted = rows, ""
        self._stack.setCurrentIndex(1 if rows else 0)
        sessions_of = {row.session.code: row for row in rows}
        choices = [(one, self._name(sessions_of[one[0]], one[1])) for one in papers]
        self.session_box.set_choices(choices, chosen)
        self._show_acts()
        if rows:
            self._print_preview()

    def _name(self, one: SessionRow, judged: str) -> str:
        days = ", ".join(map(self.context.wording.short_date, one.session.days[:2]))
        return f"{one.session.code}   {judged}   {days}"

    def _on_session_chosen(self, _code: object) -> None:
        self._print_preview()

    def _print_preview(self) -> None:
        self.context.runner.submit(self._minutes(), done=self._show_paper)

    def _minutes(self, *, final: bool = False) -> partial[PrintedPaper]:
        """Return the printing of the minutes in view."""
        code, judged = self._chosen()
        return partial(
            minutes.print_minutes,
            self.context.desk,
            code=code,
            certification=judged,
            wording=self.context.wording,
            final=final,
        )

    def _show_paper(self, paper: PrintedPaper) -> None:
        self.paper = paper
        self.preview.show_pdf(paper.pdf)
        current = next((r for r in self._rows if r.session.code == self.session_code()), None)
        if current is not None:
            self.panel.show_paper(current, paper, self._panel_acts())
            if paper.content and paper.content.number:
                read_chain(self.context, *self._chosen(), self.panel.show_chain)
        self._show_acts()

    def _show_acts(self) -> None:
        has_session = bool(self._rows)
        why_not = "" if has_session else self.tr("There is no session yet.")
        save = Act(
            self.tr("Save this PDF…"), self._ask_where_to_save, "save", "Ctrl+S", why_not=why_not
        )
        folder = Act(
            self.tr("All papers…"), self._ask_folder, "folder", "Ctrl+Shift+S", why_not=why_not
        )
        roster = Act(
            self.tr("Roster as a workbook…"), self._ask_roster, "export", "Ctrl+E", why_not=why_not
        )
        self.header.set_acts(save, seconds=(folder, roster))

    def _panel_acts(self) -> tuple[Act, ...]:
        paper = self.paper
        if paper is None or paper.content is None:
            return ()
        if paper.content.number:
            return (self.amending.act(*self._chosen()),)
        count = len(paper.missing)
        why_not = self.tr("Some statements are still missing.") if count else ""
        text = self.tr("Issue the final minutes")
        return (Act(text, self._ask_to_issue, "lock", "Ctrl+Return", "primary", why_not),)

    def _ask_place(self) -> None:
        question = Question(
            self.tr("Address of the session"),
            self.tr("Where was it held, or how did people join? The minutes print this."),
            (),
        )
        initial = self.paper.content.place if self.paper and self.paper.content else ""
        self.context.prompter.ask_text(question, self._set_place, initial=initial)

    def _set_place(self, place: str) -> None:
        code = self.session_code()
        call = partial(sessions.set_place, self.context.desk, code=code, place=place)
        self.context.operations.perform(call)

    def _ask_to_issue(self) -> None:
        question = Question(
            self.tr("Issue the final minutes?"),
            self.tr("They are given a number and are never changed again, only amended."),
            (
                Choice(ISSUE, self.tr("Issue"), is_default=True),
                Choice("back", self.tr("Go back"), is_escape=True),
            ),
        )
        self.context.prompter.ask(question, self._on_issue_answered)

    def _on_issue_answered(self, answer: str) -> None:
        if answer == ISSUE:
            self.context.runner.submit(self._minutes(final=True), done=self._on_issued)

    def _on_issued(self, paper: PrintedPaper) -> None:
        self._show_paper(paper)
        self.context.operations.accept(
            Outcome(paper, paper.changes, label="ACT-MINUTES-ISSUED"), is_quiet=True
        )
        number = paper.content.number if paper.content else ""
        text = self.tr("Minutes {number} issued").format(number=number)
        self.context.toasts.show_message(text, tone="success")

    def _ask_where_to_save(self) -> None:
        if self.paper is not None:
            title = self.tr("Save this PDF")
            self.context.prompter.save_file(
                title, self._save, filters=(PDF_FILTER,), suggested=self.paper.name
            )

    def _save(self, path: Path) -> None:
        if self.paper is not None:
            job = partial(printing.write_paper, path, self.paper)
            self.context.runner.submit(job, done=self._on_written)

    def _ask_folder(self) -> None:
        self.context.prompter.choose_folder(self.tr("Folder for all papers"), self._print_all)

    def _print_all(self, folder: Path) -> None:
        desk, wording = self.context.desk, self.context.wording
        code = self.session_code()
        job = partial(papers.print_documents, desk, code=code, folder=folder, wording=wording)
        self.context.runner.submit(job, done=self._on_all_written)

    def _ask_roster(self) -> None:
        suggested = f"session-{self.session_code()}.xlsx"
        self.context.prompter.save_file(
            self.tr("Save the roster"),
            self._export_roster,
            filters=(WORKBOOK_FILTER,),
            suggested=suggested,
        )

    def _export_roster(self, path: Path) -> None:
        desk, wording, code = self.context.desk, self.context.wording, self.session_code()
        job = partial(exports.export_session, desk, code=code, path=path, wording=wording)
        written = partial(self._on_roster_written, path)
        self.context.runner.submit(job, done=written, receiver=self)

    def _on_written(self, path: Path) -> None:
        text = self.tr("Saved: {name}").format(name=path.name)
        self.context.toasts.show_message(text, tone="success")

    def _on_all_written(self, paths: tuple[Path, ...]) -> None:
        text = self.tr("{count} papers saved").format(count=len(paths))
        self.context.toasts.show_message(text, tone="success")

    def _on_roster_written(self, path: Path, _count: int) -> None:
        self._on_written(path)
