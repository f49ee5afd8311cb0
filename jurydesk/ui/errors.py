"""The one presenter of failures: a clear sentence to a person, a report file for a bug."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from jurydesk import __version__
from jurydesk.errors import Cancelled, EnvironmentFailure, JurydeskError
from jurydesk.ui.prompts import Choice, Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from jurydesk.ui.prompts import Prompter
    from jurydesk.wording import Wording

RETRY = "retry"
CLOSE = "close"
SHOW = "show"


class ErrorPresenter(QObject):
    """Says what went wrong, what was kept and what to do; never shows a traceback."""

    def __init__(self, prompter: Prompter, wording: Wording, reports: Path) -> None:
        """Keep how to ask, the sentences and the folder of the reports."""
        super().__init__()
        self._prompter = prompter
        self._wording = wording
        self._reports = reports

    def use_wording(self, wording: Wording) -> None:
        """Speak another language from now on."""
        self._wording = wording

    def present(self, error: BaseException, retry: Callable[[], None] | None = None) -> None:
        """Show one failure; `retry` is offered where the world outside may have changed."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, EnvironmentFailure):
            self._present_environment(error, retry)
        elif isinstance(error, JurydeskError):
            self._present_refusal(error)
        else:
            self._present_bug(error)

    def sentence(self, error: JurydeskError) -> str:
        """Return the sentence of a failure, for a place that shows it beside a field."""
        if self._wording.has(error.code):
            return self._wording.text(error.code, **error.figures)
        return self.tr("This could not be done ({code}).").format(code=error.code)

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        """Stand in for `sys.excepthook`: a slot that failed is a bug."""
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self.present(error)

    def _present_refusal(self, error: JurydeskError) -> None:
        close = Choice(CLOSE, self.tr("Close"), is_default=True, is_escape=True)
        text = self.sentence(error)
        question = Question(self.tr("Not possible"), text, (close,), manner="warning")
        self._prompter.ask(question, _ignore)

    def _present_environment(
        self, error: EnvironmentFailure, retry: Callable[[], None] | None
    ) -> None:
        choices = [Choice(CLOSE, self.tr("Close"), is_default=retry is None, is_escape=True)]
        if retry is not None:
            choices.insert(0, Choice(RETRY, self.tr("Try again"), is_default=True))
        kept = self.tr("Your data is as it was before.")
        text = self.sentence(error)
        question = Question(self.tr("Not done"), text, tuple(choices), kept, "warning")
        self._prompter.ask(question, lambda name: _retry_if(name, retry))

    def _present_bug(self, error: BaseException) -> None:
        report = self._write_report(error)
        choices = (
            Choice(SHOW, self.tr("Show the report")),
            Choice(CLOSE, self.tr("Close"), is_default=True, is_escape=True),
        )
        text = self.tr("jurydesk made a mistake of its own. Your data is as it was before.")
        details = self.tr("A report without personal data was saved: {path}").format(path=report)
        question = Question(self.tr("Unexpected problem"), text, choices, details, "danger")
        self._prompter.ask(question, lambda name: _show_if(name, report))

    def _write_report(self, error: BaseException) -> Path:
        now = datetime.now(UTC)
        self._reports.mkdir(parents=True, exist_ok=True)
        path = self._reports / f"report-{now:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(report_text(error, now), encoding="utf-8")
        return path


def report_text(error: BaseException, now: datetime) -> str:
    """Return versions and the places passed through; no message, which may hold a name."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [
        f"jurydesk {__version__}, PySide6 {pyside_version}, Python {platform.python_version()}",
        f"{platform.system()} {platform.release()}",
        f"{now:%Y-%m-%d %H:%M:%S} UTC",
        f"{type(error).__module__}.{type(error).__qualname__}",
        *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    ]
    return "\n".join(lines) + "\n"


def _retry_if(name: str, retry: Callable[[], None] | None) -> None:
    if name == RETRY and retry is not None:
        retry()


def _show_if(name: str, report: Path) -> None:
    if name == SHOW:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))


def _ignore(name: str) -> None:
    """Take the answer of a question that has only one."""
