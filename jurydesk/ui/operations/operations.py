"""Runs an act off the GUI thread, tells the pages what changed, and keeps what can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from jurydesk.services.undo import revert

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.changes import Change
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.ui.events import ChangeBus
    from jurydesk.ui.pages.page import Toasts
    from jurydesk.ui.tasks import Task, TaskRunner
    from jurydesk.wording import Wording

T = TypeVar("T")
DEPTH = 50


@dataclass(frozen=True)
class Step:
    """One act that can be taken back (or done again): the code of its name and its changes."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class OwnStep:
    """One act on what only this person sees; it is taken back and done again at once."""

    label: str
    take_back: Callable[[], None]
    again: Callable[[], None]


@dataclass(frozen=True)
class Barrier:
    """One act that is for good: Ctrl+Z says so before it goes on to what was done earlier."""

    label: str


Kept = Step | OwnStep | Barrier


class Operations(QObject):
    """What pages call to change something.

    Signals:
        history_changed: what can be undone or redone is different now.
    """

    history_changed = Signal()

    def __init__(self, desk: Desk, runner: TaskRunner, bus: ChangeBus) -> None:
        """Start with an empty history; `speak` gives the words before the first act."""
        super().__init__()
        self._desk = desk
        self._runner = runner
        self._bus = bus
        self._wording: Wording | None = None
        self._toasts: Toasts | None = None
        self._undo: list[Kept] = []
        self._redo: list[Kept] = []

    def speak(self, wording: Wording, toasts: Toasts) -> None:
        """Use these words and this place for messages from now on."""
        self._wording = wording
        self._toasts = toasts

    def perform(
        self,
        call: Callable[[], Outcome[T]],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        initiator: QObject | None = None,
        is_quiet: bool = False,
        said: Callable[[T], str] | None = None,
    ) -> Task:
        """Call a service, then tell the pages and show a toast with Undo.

        `said` gives the words of the toast where the name of the act is not enough. `initiator`
        does not hear its own echo; `is_quiet` shows no toast (a field saved while typing), but
        the act can still be undone by Ctrl+Z.
        """
        finish = partial(self._finish, done=done, initiator=initiator, is_quiet=is_quiet, said=said)
        return self._runner.submit(call, done=finish, failed=failed, receiver=self)

    def accept(
        self, outcome: Outcome[T], *, is_quiet: bool = False, initiator: QObject | None = None
    ) -> T:
        """Tell the pages of an outcome that a long task brought home; return its value."""
        self._finish(outcome, done=None, initiator=initiator, is_quiet=is_quiet)
        return outcome.value

    def note_own(
        self, label: str, take_back: Callable[[], None], *, again: Callable[[], None]
    ) -> None:
        """Tell of an act on what only this person sees, such as a saved view; it is done."""
        step = OwnStep(label, take_back, again)
        self._remember(step)
        self._toast(self._words(label), partial(self._undo_this, step))

    def undo_label(self) -> str:
        """Return the name of the act that Ctrl+Z takes back; empty when there is none."""
        return self._words(self._undo[-1].label) if self._undo else ""

    def redo_label(self) -> str:
        """Return the name of the act that comes back; empty when there is none."""
        return self._words(self._redo[-1].label) if self._redo else ""

    def undo(self) -> None:
        """Take the last act back; one that is for good is said first, and passed the next time."""
        if self._undo:
            self._undo_one(self._undo.pop())

    def redo(self) -> None:
        """Do the act taken back last once more."""
        step = self._redo.pop() if self._redo else None
        if isinstance(step, Step | OwnStep):
            self._revert(step, self._undo, self.tr("Done again: {act}"))

    def _finish(
        self,
        outcome: Outcome[T],
        *,
        done: Callable[[T], None] | None,
        initiator: QObject | None,
        is_quiet: bool,
        said: Callable[[T], str] | None = None,
    ) -> None:
        label = said(outcome.value) if said is not None else self._words(outcome.label)
        step = Step(outcome.label, outcome.changes)
        if outcome.can_be_undone:
            self._remember(step)
        elif label and outcome.changes:
            self._remember(Barrier(outcome.label))
        self._bus.publish({change.kind for change in outcome.changes}, initiator=initiator)
        if label and not is_quiet and outcome.changes:
            self._toast(label, partial(self._undo_this, step) if outcome.can_be_undone else None)
        if done is not None:
            done(outcome.value)

    def _undo_this(self, step: Step | OwnStep) -> None:
        """Take back the act that a message told of, and no later one."""
        if step in self._undo:
            self._undo.remove(step)
            self._undo_one(step)

    def _undo_one(self, step: Kept) -> None:
        if isinstance(step, Barrier):
            self.history_changed.emit()
            text = self.tr("Not undone: {act} is for good. Once more takes back what came before.")
            self._toast(text.format(act=self._words(step.label)), None, tone="warning")
        else:
            self._revert(step, self._redo, self.tr("Undone: {act}"))

    def _remember(self, step: Kept) -> None:
        self._undo.append(step)
        del self._undo[:-DEPTH]
        self._redo.clear()
        self.history_changed.emit()

    def _revert(self, step: Step | OwnStep, opposite: list[Kept], sentence: str) -> None:
        self.history_changed.emit()
        if isinstance(step, OwnStep):
            step.take_back()
            self._turn(OwnStep(step.label, step.again, step.take_back), opposite, sentence)
            return
        call = partial(revert, self._desk, outcome_changes=step.changes, label=step.label)
        arrived = partial(self._on_reverted, step, opposite, sentence)
        self._runner.submit(call, done=arrived, receiver=self)

    def _on_reverted(
        self, step: Step, opposite: list[Kept], sentence: str, outcome: Outcome[None]
    ) -> None:
        self._bus.publish({change.kind for change in step.changes})
        self._turn(Step(step.label, outcome.changes), opposite, sentence)

    def _turn(self, step: Step | OwnStep, opposite: list[Kept], sentence: str) -> None:
        """Lay a step on the other pile and say what became of it."""
        opposite.append(step)
        self.history_changed.emit()
        self._toast(sentence.format(act=self._words(step.label)), None)

    def _words(self, code: str) -> str:
        if not code or self._wording is None:
            return ""
        return self._wording.text(code) if self._wording.has(code) else code

    def _toast(self, text: str, undo: Callable[[], None] | None, *, tone: str = "success") -> None:
        if self._toasts is not None:
            act = self.tr("Undo") if undo is not None else ""
            self._toasts.show_message(text, tone=tone, act=act, on_act=undo)
