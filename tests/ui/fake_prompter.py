"""A prompter that answers at once from what a test laid ready, and remembers what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from jurydesk.ui.prompts import Question


class FakePrompter:
    """Answers with what was laid ready, first in first out; nothing laid: no answer."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.titles: list[str] = []
        self.answers: list[str] = []
        self.texts: list[str] = []
        self.secrets: list[str] = []
        self.paths: list[Path] = []
        self.filters: tuple[str, ...] = ()

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        self.asked.append(question)
        if self.answers:
            answered(self.answers.pop(0))

    def ask_text(
        self, question: Question, answered: Callable[[str], None], *, initial: str = ""
    ) -> None:
        self.asked.append(question)
        if self.texts:
            answered(self.texts.pop(0))

    def ask_secret(self, question: Question, answered: Callable[[str], None]) -> None:
        self.asked.append(question)
        if self.secrets:
            answered(self.secrets.pop(0))

    def open_file(
        self, title: str, chosen: Callable[[Path], None], *, filters: Sequence[str] = ()
    ) -> None:
        self.filters = tuple(filters)
        self._give_path(title, chosen)

    def open_files(self, title: str, chosen: Callable[[tuple[Path, ...]], None]) -> None:
        self.titles.append(title)
        if self.paths:
            chosen(tuple(self.paths))
            self.paths.clear()

    def save_file(
        self,
        title: str,
        chosen: Callable[[Path], None],
        *,
        filters: Sequence[str] = (),
        suggested: str = "",
    ) -> None:
        self._give_path(title, chosen)

    def choose_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        self._give_path(title, chosen)

    def _give_path(self, title: str, chosen: Callable[[Path], None]) -> None:
        self.titles.append(title)
        if self.paths:
            chosen(self.paths.pop(0))
