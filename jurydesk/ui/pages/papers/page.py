"""The Papers page: the papers of a session by moment, read as the very PDF, saved, templates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from jurydesk.domain.changes import Kind
from jurydesk.services import paper_folder, sessions
from jurydesk.ui.pages.page import Page
from jurydesk.ui.pages.papers.amending import Amending, read_chain
from jurydesk.ui.pages.papers.issuing import MinutesIssuing
from jurydesk.ui.pages.papers.panel import PaperPanel
from jurydesk.ui.pages.papers.paper_list import FIRST, PaperList
from jurydesk.ui.pages.papers.preview import PaperPreview
from jurydesk.ui.pages.papers.printing import PaperPrinter
from jurydesk.ui.pages.papers.saving import PaperSaving
from jurydesk.ui.pages.papers.templates.view import TemplatesView
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.form_fields import ChoiceBox
from jurydesk.ui.widgets.layouts import column, row
from jurydesk.ui.widgets.over_stack import OverStack
from jurydesk.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from jurydesk.services.paper_folder import PaperRow
    from jurydesk.services.printing import PrintedPaper
    from jurydesk.services.views import SessionRow
    from jurydesk.ui.pages.page import PageContext


class PapersPage(Page):
    """Papers of one session as the very PDF that will be signed or handed out."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            *(Kind.SESSION, Kind.DELIBERATION, Kind.MINUTES, Kind.SETTING),
            *(Kind.EXAMINER, Kind.CANDIDATE, Kind.LETTER_TEMPLATE),
        }
    )

    def __init__(self, context: PageContext) -> None:
        """Build the page; the sessions come with `reload`."""
        super().__init__(context)
        self.header = PageHeader(self.tr("Papers"))
        self.session_box = ChoiceBox()
        self.session_box.setAccessibleName(self.tr("Session"))
        self.papers = PaperList(context.wording)
        self.preview = PaperPreview()
        self.printer = PaperPrinter(context, self)
        self.saving = PaperSaving(context, self)
        self.issuing = MinutesIssuing(context, self)
        self.panel = PaperPanel(context.wording, context.navigate)
        self.inspector = self.panel
        self.amending = Amending(context, self)
        self.paper: PrintedPaper | None = None
        self._copies: tuple[PrintedPaper, ...] = ()
        self._shown = FIRST
        """Code of the kind of paper in view."""
        self._rows: tuple[SessionRow, ...] = ()
        self._wanted = ""
        """Code of the session to be shown next."""
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_reader())
        self._lay_out()
        self.session_box.chosen.connect(self._on_session_chosen)
        self.papers.chosen.connect(self._on_paper_chosen)
        self.printer.printed.connect(self._on_printed)
        self.panel.place_requested.connect(self._ask_place)
        self.issuing.issued.connect(self._show_paper)

    @override
    def reload(self) -> None:
        """Read the sessions, then print the one in view anew."""
        job = partial(sessions.list_sessions, self.context.desk)
        self.context.runner.submit(job, done=self._show_sessions)
        if isinstance(self.over.over, TemplatesView):
            self.over.over.reload()

    @override
    def open_item(self, key: object) -> None:
        """Show the minutes of the session with that code."""
        self._wanted = str(key)
        self.papers.go_to(FIRST)
        self.refresh()

    @override
    def take_focus(self) -> None:
        """Put the focus on the list of papers, or on what lies over it."""
        if self.over.over is not None:
            self.over.over.take_focus()
        else:
            self.papers.tree.setFocus()

    @override
    def focus_search(self) -> None:
        """Put the cursor in the search box of the papers, or of what lies over them."""
        if self.over.over is not None:
            self.over.over.focus_search()
        else:
            self.papers.search_field.setFocus()

    def show_templates(self) -> None:
        """Show the texts of letters over the papers."""
        view = TemplatesView(self.context)
        view.closed.connect(self.hide_templates)
        view.panel_wanted.connect(self.change_inspector)
        self.over.show_over(view)
        self.change_inspector(view.panel)
        view.reload()
        view.take_focus()

    def hide_templates(self) -> None:
        """Go back to the papers."""
        self.over.back()
        self.change_inspector(self.panel)
        self.refresh()
        self.take_focus()

    def session_code(self) -> str:
        """Return the session in view."""
        return self._chosen()[0]

    def _chosen(self) -> tuple[str, str]:
        """Return the session in view, and the certification whose minutes are shown."""
        value = self.session_box.value()
        return value if isinstance(value, tuple) else ("", "")

    def _lay_out(self) -> None:
        below = QWidget()
        layout = column(below, spacing=0)
        layout.addWidget(self.header)
        layout.addWidget(self._stack, 1)
        self.over = OverStack(below)
        column(self, spacing=0).addWidget(self.over)

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
        nothing = self.tr("There is nothing to print yet.")
        self.reading = QStackedWidget()
        self.reading.addWidget(self.preview)
        self.reading.addWidget(EmptyState("paper", self.tr("Not yet"), nothing))
        parts = row(spacing=Space.M)
        parts.addWidget(self.papers)
        parts.addWidget(self.reading, 1)
        layout.addLayout(parts, 1)
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
            self._ask_papers()

    def _ask_papers(self) -> None:
        """Ask which papers there are, then print the one under the cursor anew."""
        job = partial(paper_folder.list_papers, self.context.desk, code=self.session_code())
        self.context.runner.submit(job, done=self._on_papers)

    def _on_papers(self, rows: tuple[PaperRow, ...]) -> None:
        self.papers.show_rows(rows)
        self._print_preview()

    def _name(self, one: SessionRow, judged: str) -> str:
        days = ", ".join(map(self.context.wording.short_date, one.session.days[:2]))
        return f"{one.session.code}   {judged}   {days}"

    def _on_session_chosen(self, _code: object) -> None:
        self.preview.forget()
        self._ask_papers()

    def _on_paper_chosen(self, kind: str, copy: int) -> None:
        self.preview.forget()
        if kind == self._shown and copy < len(self._copies):
            self._show_copy(copy)
        else:
            self._print_preview()

    def _print_preview(self) -> None:
        """Print what is under the cursor; minutes are those of the certification in view."""
        kind = self.papers.current_kind() or FIRST
        self._shown, self._copies = kind, ()
        self.printer.stop()
        if kind == FIRST:
            call = self.issuing.printing(*self._chosen())
            self.context.runner.submit(call, done=self._on_minutes)
        else:
            self.printer.print_kind(self.session_code(), kind)

    def _on_minutes(self, paper: PrintedPaper) -> None:
        if self._shown == FIRST:
            self._show_paper(paper)

    def _on_printed(self, kind: str, papers: tuple[PrintedPaper, ...]) -> None:
        if kind != self._shown:
            return
        self._copies = papers
        self.papers.show_copies(kind, papers)
        if papers:
            self._show_copy(min(self.papers.current_copy(), len(papers) - 1))
        else:
            self.paper = None
            self.preview.forget()
            self.reading.setCurrentIndex(1)
            self._show_kind()

    def _show_copy(self, at: int) -> None:
        self.paper = self._copies[at]
        self.reading.setCurrentIndex(0)
        self.preview.show_pdf(self.paper.pdf)
        self._show_kind()

    def _show_kind(self) -> None:
        row = self.papers.row(self._shown)
        if row is not None:
            self.panel.show_kind(row, self.session_code(), self._copies, self.paper)
        self._show_acts()

    def _show_paper(self, paper: PrintedPaper) -> None:
        self.paper = paper
        self.reading.setCurrentIndex(0)
        self.preview.show_pdf(paper.pdf)
        current = next((r for r in self._rows if r.session.code == self.session_code()), None)
        if current is not None:
            is_issued = bool(paper.content and paper.content.number)
            amend = (self.amending.act(*self._chosen()),) if is_issued else ()
            self.panel.show_paper(current, paper, amend or self.issuing.acts(paper))
            if is_issued:
                read_chain(self.context, *self._chosen(), self.panel.show_chain)
        self._show_acts()

    def _show_acts(self) -> None:
        has_session = bool(self._rows)
        why_not = "" if has_session else self.tr("There is no session yet.")
        nothing = why_not or ("" if self.paper else self.tr("There is nothing to print yet."))
        save = Act(
            self.tr("Save this PDF…"), self._ask_where_to_save, "save", "Ctrl+S", why_not=nothing
        )
        day = Act(self.tr("Day folder…"), self._ask_day, "print", "Ctrl+D", why_not=why_not)
        texts = Act(self.tr("Texts of letters…"), self.show_templates, "edit", "Ctrl+T")
        folder = Act(
            self.tr("All papers…"), self._ask_folder, "folder", "Ctrl+Shift+S", why_not=why_not
        )
        roster = Act(
            self.tr("Roster as a workbook…"), self._ask_roster, "export", "Ctrl+E", why_not=why_not
        )
        self.header.set_acts(save, seconds=(day,), more=(folder, roster, texts))

    def _ask_place(self) -> None:
        if self.paper is not None:
            self.issuing.ask_place(self.session_code(), self.paper)

    def _ask_where_to_save(self) -> None:
        if self.paper is not None:
            self.saving.ask_where(self.paper)

    def _ask_day(self) -> None:
        self.printer.ask_day_folder(self.session_code())

    def _ask_folder(self) -> None:
        self.printer.ask_all(self.session_code())

    def _ask_roster(self) -> None:
        self.saving.ask_roster(self.session_code())
