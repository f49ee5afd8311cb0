"""The right to sit of the examiner under the cursor, in their panel: facts, documents, answers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jurydesk.domain.right_to_sit import Standing
from jurydesk.services import right_to_sit as rights
from jurydesk.services.attachments import detach
from jurydesk.services.right_words import fact_label, fact_text, fact_todo, proof_label
from jurydesk.ui.operations.outside import OutsideReader
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.facts import Fact
from jurydesk.ui.widgets.findings_list import FindingLine
from jurydesk.ui.words import sentence_case, short_day, term

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from jurydesk.domain.attachments import Attachment
    from jurydesk.domain.response_record import Response, ResponseRecord
    from jurydesk.domain.right_to_sit import RightFact
    from jurydesk.services.right_to_sit import RightView
    from jurydesk.services.views import ExaminerRow
    from jurydesk.ui.pages.examiner_inspector import ExaminerInspector
    from jurydesk.ui.pages.page import PageContext
    from jurydesk.ui.widgets.findings_list import Gravity

PAUSE_MILLISECONDS = 120
LATEST = 5
"""Answers shown one by one."""
GRAVITIES: dict[Standing, Gravity] = {
    Standing.PROVED: "good",
    Standing.STATED: "warning",
    Standing.MISSING: "blocking",
}
PAPER_FILTER = "PDF (*.pdf)"
SHEET_KEY = "Ctrl+P"


class ExaminerRights(QObject):
    """Adds the right to sit and the answers to the panel once the cursor rests.

    Signals:
        shown: the right of the examiner is in the panel.
    """

    shown = Signal()

    def __init__(self, context: PageContext, panel: ExaminerInspector, parent: QWidget) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._context = context
        self._panel = panel
        self._row: ExaminerRow | None = None
        self.reader = OutsideReader(context, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._load)

    def show(self, row: ExaminerRow | None) -> None:
        """Show the right of that person as soon as the cursor rests."""
        self._row = row
        if row is not None:
            self._pause.start()

    def act(self, row: ExaminerRow) -> Act:
        """Return the act that prints the sheet of a person."""
        return Act(self.tr("Sheet…"), partial(self.ask_where, row), "print", SHEET_KEY)

    def ask_where(self, row: ExaminerRow) -> None:
        """Ask where the sheet should go."""
        title = self.tr("Where should the sheet go?")
        name = row.examiner.full_name.lower().replace(" ", "-")
        suggested = self.tr("sheet-{name}.pdf").format(name=name)
        write = partial(self._print, row)
        self._context.prompter.save_file(title, write, filters=(PAPER_FILTER,), suggested=suggested)

    def day_of(self, row: ExaminerRow) -> date:
        """Return the day for which the right is asked: the next jury, or today."""
        today = self._context.desk.clock.today()
        coming = [one.day for one in row.record.services if one.day >= today and not one.held]
        return min(coming, default=today)

    def _load(self) -> None:
        row = self._row
        if row is not None:
            call = partial(
                rights.read_right, self._context.desk, examiner_id=row.key, on=self.day_of(row)
            )
            done = partial(self._on_read, row.key)
            self._context.runner.submit(call, done=done, receiver=self, failed=self._on_gone)

    def _on_gone(self, _error: Exception) -> None:
        """Whoever was removed meanwhile has no right to show."""

    def _on_read(self, examiner_id: int, view: RightView) -> None:
        if self._row is None or self._row.key != examiner_id:
            return
        lines = [*(self._line(one, view) for one in view.facts)]
        papers = [self._paper(one) for one in view.documents]
        self._panel.show_right(view.on, [*lines, *papers], self._removals(view))
        self._panel.show_answers(self._answers(view))
        self.shown.emit()

    def _line(self, fact: RightFact, view: RightView) -> FindingLine:
        wording = self._context.wording
        label, said = fact_label(fact, wording), fact_text(fact, wording)
        act = None
        if fact.proves and fact.standing is Standing.STATED:
            attach = partial(self._choose_files, view.examiner.id, fact.proves)
            act = Act(self.tr("Attach a document…"), attach)
        return FindingLine(
            GRAVITIES[fact.standing], f"{label} · {said}", people=fact_todo(fact, wording), act=act
        )

    def _paper(self, one: Attachment) -> FindingLine:
        wording = self._context.wording
        day = short_day(wording, one.added_at.date())
        told = " · ".join((proof_label(one.requirement, wording), day, one.added_by))
        act = Act(self.tr("Open a copy"), partial(self.reader.open, one))
        return FindingLine("good", one.name, people=told, act=act)

    def _removals(self, view: RightView) -> tuple[Act, ...]:
        return tuple(
            Act(
                self.tr("Take out {name}").format(name=one.name),
                partial(self._take_out, one),
                "delete",
                manner="link",
            )
            for one in view.documents
        )

    def _answers(self, view: RightView) -> list[Fact]:
        record = view.responses
        if not record.responses:
            return [Fact(self.tr("Summonses"), self.tr("none so far"))]
        codes = dict(view.sessions)
        each = [self._answer(one, codes) for one in record.responses[:LATEST]]
        return [*self._counts(record), *each]

    def _counts(self, record: ResponseRecord) -> list[Fact]:
        median = self.tr("{count} days").format(count=record.median)
        return [
            Fact(self.tr("Usual delay"), "" if record.median is None else median),
            Fact(self.tr("Late answers"), str(record.late), "warning" if record.late else "plain"),
            Fact(self.tr("No answer"), str(record.silent), "danger" if record.silent else "plain"),
            Fact(self.tr("Declined"), str(record.declined)),
        ]

    def _answer(self, one: Response, codes: dict[int, str]) -> Fact:
        wording = self._context.wording
        code = codes.get(one.session_id, "")
        if one.answer is None:
            sent = self.tr("sent on {day}").format(day=short_day(wording, one.sent))
            silent = self.tr("no answer, {sent}").format(sent=sent)
            return Fact(code, silent if one.silent else sent, "danger" if one.silent else "muted")
        said = sentence_case(term(wording, "reply", one.answer.reply))
        took = self.tr("{count} days").format(count=one.days)
        late = self.tr("{count} days late").format(count=one.late_by) if one.is_late else ""
        text = " · ".join(filter(None, (said, took, late)))
        return Fact(code, text, "warning" if one.is_late else "plain")

    def _choose_files(self, examiner_id: int, proves: str) -> None:
        wording = self._context.wording
        title = self.tr("Which document proves: {what}?").format(what=proof_label(proves, wording))
        attach = partial(self._attach, examiner_id, proves)
        self._context.prompter.open_files(title, attach)

    def _attach(self, examiner_id: int, proves: str, paths: tuple[Path, ...]) -> None:
        call = partial(
            rights.attach_proof_files,
            self._context.desk,
            examiner_id=examiner_id,
            proves=proves,
            paths=paths,
        )
        self._context.operations.perform(call)

    def _take_out(self, document: Attachment) -> None:
        call = partial(detach, self._context.desk, attachment_ids=(document.id,))
        self._context.operations.perform(call)

    def _print(self, row: ExaminerRow, path: Path) -> None:
        call = partial(
            rights.print_sheet,
            self._context.desk,
            examiner_id=row.key,
            path=path,
            wording=self._context.wording,
            on=self.day_of(row),
        )
        self._context.runner.submit(call, done=partial(self._on_printed, path), receiver=self)

    def _on_printed(self, path: Path, _view: RightView) -> None:
        text = self.tr("Saved: {name}").format(name=path.name)
        self._context.toasts.show_message(text, tone="success")
