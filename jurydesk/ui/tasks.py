"""Runs work off the GUI thread: one database worker in order, one pool for other long work.

Nothing but this module starts threads. A job never touches a widget; what it returns or raises
comes back on the GUI thread through one queued signal that outlives every page.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from jurydesk.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

REPORT_EVERY_SECONDS = 0.05
LONG_WORKERS = 2


class TaskControl:
    """What a long job holds: says how far it is and learns that it should stop."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        """Keep the way to report; `report(done, total)` may come from any thread."""
        self._report = report
        self._listener: Callable[[object], None] | None = None
        self._stop = Event()
        self._last = 0.0

    def progress(self, done: int, total: int) -> None:
        """Report progress (rarely enough for the window) and stop here when asked to.

        Raises:
            Cancelled: the person pressed cancel.
        """
        self.check()
        now = monotonic()
        if done >= total or now - self._last >= REPORT_EVERY_SECONDS:
            self._last = now
            self._report(done, total)

    def tell(self, part: object) -> None:
        """Hand over what is known so far to whoever submitted the job, on the GUI thread."""
        if self._listener is not None and not self.is_cancelled():
            self._listener(part)

    def listen(self, listener: Callable[[object], None]) -> None:
        """Let somebody hear what the job tells before it ends."""
        self._listener = listener

    def check(self) -> None:
        """Stop here when the person pressed cancel.

        Raises:
            Cancelled: the person pressed cancel.
        """
        if self._stop.is_set():
            raise Cancelled("TASK-CANCELLED")

    def is_cancelled(self) -> bool:
        """Tell whether the person pressed cancel, for a solver's own stop callback."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


@dataclass(frozen=True)
class Task:
    """One submitted job, as the task strip shows it; `title` is empty for short work."""

    number: int
    title: str
    control: TaskControl

    @property
    def is_long(self) -> bool:
        """Tell whether a person sees it in the task strip; short work is a save or a read."""
        return bool(self.title)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self.control.cancel()


@dataclass(frozen=True)
class _Ending:
    """What a worker sends back to the GUI thread."""

    task: Task
    deliver: Callable[[], None]
    is_last: bool = True
    """Whether the job has ended; else it only told what it knows so far."""


@dataclass(frozen=True)
class _Delivery(Generic[T]):
    """Whom to tell on the GUI thread, if they are still there."""

    done: Callable[[T], None] | None
    failed: Callable[[Exception], None] | None
    receiver: QObject | None

    def is_wanted(self) -> bool:
        """Tell whether the receiver still exists (its page may be closed by now)."""
        return self.receiver is None or isValid(self.receiver)


class TaskRunner(QObject):
    """Owns the threads and the one queued signal by which results come home.

    Signals:
        started: a `Task` was submitted.
        progressed: `Task`, done, total.
        ended: a `Task` returned, failed or was cancelled.
        failed: an exception for which the caller gave no handler; the one presenter listens.
    """

    started = Signal(object)
    progressed = Signal(object, int, int)
    ended = Signal(object)
    failed = Signal(object)
    _came_home = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with idle workers; `close()` ends them."""
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._long = ThreadPoolExecutor(LONG_WORKERS, thread_name_prefix="long")
        self._running: dict[int, Task] = {}
        self._count = 0
        self._is_closed = False
        self._came_home.connect(self._on_came_home, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        job: Callable[[], T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        receiver: QObject | None = None,
    ) -> Task:
        """Run short database work in order; tell `done` on the GUI thread.

        `receiver` defaults to the object whose method `done` is: when it is gone, so is the
        delivery. Without `failed` an error goes to the one presenter.
        """
        task = self._new_task("")
        delivery = _Delivery(done, failed, receiver or _owner_of(done))
        self._hand_over(self._database, task, job, delivery)
        return task

    def submit_long(
        self,
        job: Callable[[TaskControl], T],
        *,
        title: str,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        told: Callable[[T], None] | None = None,
        on_database: bool = False,
    ) -> Task:
        """Run long work that shows in the task strip under `title` and can be cancelled.

        `failed` also hears of `Cancelled`; without it a cancelled job just ends. `told` hears
        what the job tells before it ends. `on_database` queues the job on the database worker
        (an import); else it runs beside it.
        """
        task = self._new_task(title)
        if told is not None:
            parts = _Delivery(told, None, _owner_of(told))
            task.control.listen(lambda part: self._send_part(task, parts, part))
        delivery = _Delivery(done, failed, _owner_of(done))
        pool = self._database if on_database else self._long
        self._hand_over(pool, task, lambda: job(task.control), delivery)
        return task

    def is_busy(self) -> bool:
        """Tell whether any work is under way."""
        return bool(self._running)

    def running(self) -> tuple[Task, ...]:
        """Return what is under way or waiting, oldest first."""
        return tuple(self._running.values())

    def close(self) -> None:
        """Stop long work, let every save that waits be made, and wait for it."""
        self._is_closed = True
        for task in self.running():
            if task.is_long:
                task.cancel()
        self._long.shutdown(wait=True, cancel_futures=True)
        self._database.shutdown(wait=True)
        self._running.clear()

    def _new_task(self, title: str) -> Task:
        self._count += 1
        control = TaskControl(lambda done, total: self.progressed.emit(task, done, total))
        task = Task(self._count, title, control)
        self._running[task.number] = task
        self.started.emit(task)
        return task

    def _hand_over(
        self,
        pool: ThreadPoolExecutor,
        task: Task,
        job: Callable[[], T],
        delivery: _Delivery[T],
    ) -> None:
        # A timer of a page may still fire while the window closes
        if self._is_closed:
            self._running.pop(task.number, None)
        else:
            pool.submit(self._run, task, job, delivery)

    def _run(self, task: Task, job: Callable[[], T], delivery: _Delivery[T]) -> None:
        """Run on a worker: turn whatever happens into one delivery."""
        try:
            task.control.check()
            result = job()
        except Exception as error:
            caught = error
            self._send_home(task, lambda: self._deliver_error(delivery, caught))
        else:
            self._send_home(task, lambda: _deliver_result(delivery, result))

    def _send_part(self, task: Task, delivery: _Delivery[T], part: object) -> None:
        if isValid(self):
            known = cast("T", part)
            deliver = partial(_deliver_result, delivery, known)
            self._came_home.emit(_Ending(task, deliver, is_last=False))

    def _send_home(self, task: Task, deliver: Callable[[], None]) -> None:
        # The window may have gone while the job ran: then nobody is left to tell.
        if isValid(self):
            self._came_home.emit(_Ending(task, deliver))

    def _deliver_error(self, delivery: _Delivery[T], error: Exception) -> None:
        if not delivery.is_wanted():
            return
        if delivery.failed is not None:
            delivery.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _on_came_home(self, ending: _Ending) -> None:
        if ending.is_last:
            self._running.pop(ending.task.number, None)
            self.ended.emit(ending.task)
        ending.deliver()


def _deliver_result(delivery: _Delivery[T], result: T) -> None:
    if delivery.done is not None and delivery.is_wanted():
        delivery.done(result)


def _owner_of(callback: Callable[..., None] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
