"""Takes pictures of the window: one application, every language, theme and size."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from jurydesk.ui.application import Parts, make_application
from jurydesk.ui.widgets.labels import ElidedLabel
from tests.ui.fake_prompter import FakePrompter

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.ports import Desk
    from jurydesk.ui.theme.theme import ThemeChoice
    from jurydesk.wording import Language
    from tests.screens.scenes import Scene

PATIENCE_SECONDS = 20.0


@dataclass(frozen=True)
class Look:
    """One combination to be pictured."""

    language: Language
    theme: ThemeChoice


LOOKS = (Look("fr", "light"), Look("fr", "dark"), Look("en", "light"), Look("en", "dark"))


class Studio:
    """A window over a workspace, and the camera."""

    def __init__(self, desk: Desk, folder: Path, *, size: tuple[int, int] = (1366, 768)) -> None:
        self.desk = desk
        self.application = make_application(["jurydesk"])
        self.prompter = FakePrompter()
        self.parts = Parts(self.application, desk, "fr", self.prompter)
        self.folder = folder
        self.clipped: list[str] = []
        self.parts.open_on("home")
        self.parts.window.resize(*size)
        self.settle()

    def dress(self, look: Look) -> None:
        """Switch language and theme, as a person does."""
        self.parts.preferences.choose_theme(look.theme)
        self.parts.preferences.choose_language(look.language)
        self.settle()

    def settle(self) -> None:
        """Let workers finish and widgets take their places."""
        end = monotonic() + PATIENCE_SECONDS
        calm = 0
        while calm < 4:
            self.application.processEvents()
            self.application.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
            calm = 0 if self.parts.runner.running() else calm + 1
            wait(5 if calm else 20)
            if monotonic() > end:
                raise TimeoutError("the window does not come to rest")

    def picture(self, name: str, look: Look, widget: QWidget | None = None) -> Path:
        """Save what a widget (by default the window) shows, and note clipped texts."""
        self.settle()
        shown = widget or self.parts.window
        path = self.folder / f"{name}-{look.language}-{look.theme}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        shown.grab().save(str(path))
        self.clipped += [f"{path.name}: {text}" for text in clipped_texts(shown)]
        return path

    def play_all(
        self, scenes: Callable[[Studio], dict[str, Scene]], *, look: str, only: str
    ) -> None:
        """Play scenes in every look, or in one; all of them, or those named."""
        named = set(filter(None, only.split(",")))
        for one in LOOKS:
            if look in {"", f"{one.language}-{one.theme}"}:
                self.dress(one)
                for name, scene in scenes(self).items():
                    if not named or name in named:
                        self.play(name, one, scene)

    def play(self, name: str, look: Look, scene: Scene) -> None:
        """Lead the window somewhere, picture what is shown and say where the picture is."""
        for toast in self.parts.window.shell.toasts.toasts():
            toast.close_now()
        widget = scene(self)
        print(self.picture(name, look, widget))
        if widget is not None:
            widget.close()

    def close(self) -> None:
        """End the window and its workers."""
        self.parts.window.close()
        self.settle()


def clipped_texts(widget: QWidget) -> list[str]:
    """Return the texts that do not fit their place (elided on purpose does not count)."""
    found = []
    for one in widget.findChildren(QLabel):
        if not one.isVisible() or not one.text() or isinstance(one, ElidedLabel):
            continue
        if one.wordWrap():
            too_low = one.heightForWidth(one.width()) > one.height() + 2
            if too_low:
                found.append(f"cut below: {one.text()[:60]}")
        elif one.sizeHint().width() > one.width() + 2:
            found.append(f"cut at the side: {one.text()[:60]}")
    return found


def wait(milliseconds: int) -> None:
    """Let that much time go by, events and all."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
