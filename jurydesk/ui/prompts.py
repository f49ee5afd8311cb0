"""The one place that asks a person something before going on; never blocks, never `exec()`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Manner = Literal["plain", "warning", "danger"]


@dataclass(frozen=True)
class Choice:
    """One button of a question: the name that comes back and the words on it."""

    name: str
    text: str
    is_default: bool = False
    is_escape: bool = False


@dataclass(frozen=True)
class Question:
    """What is asked: one sentence, what follows from it, and two or three choices."""

    title: str
    text: str
    choices: tuple[Choice, ...]
    details: str = ""
    manner: Manner = "plain"


class Prompter(Protocol):
    """Asks; the answer comes later, by a call, on the GUI thread. No call: the person gave up."""

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask a question; `answered` gets the name of the choice."""
        ...

    def ask_text(
        self, question: Question, answered: Callable[[str], None], *, initial: str = ""
    ) -> None:
        """Ask for a text of several lines, such as a reason; `answered` gets it stripped."""
        ...

    def ask_secret(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask for a passphrase, hidden while typed; `answered` gets it as it is."""
        ...

    def open_file(
        self, title: str, chosen: Callable[[Path], None], *, filters: Sequence[str] = ()
    ) -> None:
        """Ask which file to read."""
        ...

    def open_files(self, title: str, chosen: Callable[[tuple[Path, ...]], None]) -> None:
        """Ask which files to read, one or several."""
        ...

    def save_file(
        self,
        title: str,
        chosen: Callable[[Path], None],
        *,
        filters: Sequence[str] = (),
        suggested: str = "",
    ) -> None:
        """Ask where to write a file."""
        ...

    def choose_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a folder to write papers into."""
        ...


class QtPrompter:
    """Asks with the platform's own dialogs, window-modal, answered by signals."""

    def __init__(self, window: QWidget) -> None:
        """Keep the window over which the dialogs open."""
        self._window = window

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask a question; `answered` gets the name of the choice."""
        box = QMessageBox(self._window)
        box.setWindowTitle(question.title)
        box.setText(question.text)
        box.setInformativeText(question.details)
        names: dict[QPushButton, str] = {}
        for choice in question.choices:
            button = box.addButton(choice.text, _role_of(choice))
            names[button] = choice.name
            if choice.is_default:
                box.setDefaultButton(button)
            if choice.is_escape:
                box.setEscapeButton(button)
        box.buttonClicked.connect(lambda button: answered(names[button]))
        box.finished.connect(box.deleteLater)
        box.open()

    def ask_text(
        self, question: Question, answered: Callable[[str], None], *, initial: str = ""
    ) -> None:
        """Ask for a text of several lines, such as a reason; `answered` gets it stripped."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(question.title)
        dialog.setLabelText(question.text)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        dialog.setTextValue(initial)
        dialog.textValueSelected.connect(lambda text: answered(text.strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_secret(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask for a passphrase, hidden while typed; `answered` gets it as it is."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(question.title)
        dialog.setLabelText(question.text)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.textValueSelected.connect(answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(
        self, title: str, chosen: Callable[[Path], None], *, filters: Sequence[str] = ()
    ) -> None:
        """Ask which file to read."""
        dialog = self._file_dialog(title, chosen, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def open_files(self, title: str, chosen: Callable[[tuple[Path, ...]], None]) -> None:
        """Ask which files to read, one or several."""
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: chosen(tuple(map(Path, names))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_file(
        self,
        title: str,
        chosen: Callable[[Path], None],
        *,
        filters: Sequence[str] = (),
        suggested: str = "",
    ) -> None:
        """Ask where to write a file."""
        dialog = self._file_dialog(title, chosen, filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested)
        dialog.setDefaultSuffix(Path(suggested).suffix)
        dialog.open()

    def choose_folder(self, title: str, chosen: Callable[[Path], None]) -> None:
        """Ask for a folder to write papers into."""
        dialog = self._file_dialog(title, chosen, ())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _file_dialog(
        self, title: str, chosen: Callable[[Path], None], filters: Sequence[str]
    ) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setNameFilters(list(filters))
        dialog.fileSelected.connect(partial(_tell_path, chosen))
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _tell_path(chosen: Callable[[Path], None], name: str) -> None:
    chosen(Path(name))


def _role_of(choice: Choice) -> QMessageBox.ButtonRole:
    if choice.is_escape:
        return QMessageBox.ButtonRole.RejectRole
    return QMessageBox.ButtonRole.AcceptRole
