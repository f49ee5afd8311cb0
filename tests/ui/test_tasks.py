"""Work off the GUI thread: order, delivery, cancel, failure, and windows that go away."""

from __future__ import annotations

from functools import partial
from threading import Event, Timer, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from jurydesk.errors import Cancelled, RefusedByRule
from jurydesk.ui.tasks import TaskControl, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PATIENCE = 5.0


class Page(QObject):
    """Stands for a page that waits for results."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: list[object] = []
        self.errors: list[Exception] = []

    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.append(current_thread())

    def fail(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def page(qapp: object) -> Page:
    return Page()


def test_result_comes_back_on_the_gui_thread(runner: TaskRunner, page: Page, qtbot: QtBot) -> None:
    worked_on: list[object] = []

    def job() -> int:
        worked_on.append(current_thread())
        return 7

    with qtbot.waitSignal(runner.ended):
        runner.submit(job, done=page.take)
    assert (page.got, page.threads) == ([7], [main_thread()])
    assert worked_on != [main_thread()]


def test_database_jobs_run_one_after_the_other_in_order(
    runner: TaskRunner, page: Page, qtbot: QtBot
) -> None:
    running: list[int] = []

    def job(number: int) -> int:
        running.append(number)
        assert len(running) == 1
        running.remove(number)
        return number

    for number in range(20):
        runner.submit(lambda number=number: job(number), done=page.take)
    qtbot.waitUntil(lambda: len(page.got) == 20)
    assert page.got == list(range(20))


def test_long_work_runs_beside_the_database(runner: TaskRunner, page: Page, qtbot: QtBot) -> None:
    gate = Event()

    def long(control: TaskControl) -> str:
        gate.wait(PATIENCE)
        return "long"

    runner.submit_long(long, title="Solving", done=page.take)
    runner.submit(lambda: "short", done=page.take)
    qtbot.waitUntil(lambda: page.got == ["short"])
    assert [task.title for task in runner.running()] == ["Solving"]
    gate.set()
    qtbot.waitUntil(lambda: page.got == ["short", "long"])
    assert runner.running() == ()


def test_progress_is_reported_rarely_but_to_the_end(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    runner.progressed.connect(lambda task, done, total: seen.append((done, total)))

    def job(control: TaskControl) -> None:
        for step in range(1, 1001):
            control.progress(step, 1000)

    with qtbot.waitSignal(runner.ended):
        runner.submit_long(job, title="Reading")
    qtbot.waitUntil(lambda: seen[-1] == (1000, 1000))
    assert len(seen) < 100


def test_cancel_stops_at_the_next_step(runner: TaskRunner, page: Page, qtbot: QtBot) -> None:
    started, go_on = Event(), Event()

    def job(control: TaskControl) -> None:
        started.set()
        go_on.wait(PATIENCE)
        control.progress(1, 2)

    task = runner.submit_long(job, title="Reading", done=page.take, failed=page.fail)
    started.wait(PATIENCE)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: page.errors != [])
    assert isinstance(page.errors[0], Cancelled)
    assert page.got == []


def test_cancelled_before_its_turn_never_runs(runner: TaskRunner, page: Page, qtbot: QtBot) -> None:
    gate = Event()
    runner.submit(lambda: gate.wait(PATIENCE))
    waiting = runner.submit_long(
        lambda control: page.got.append("ran"), title="Import", on_database=True
    )
    waiting.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not runner.running())
    assert page.got == []
    assert waiting.control.is_cancelled()


def test_failure_goes_to_its_handler(runner: TaskRunner, page: Page, qtbot: QtBot) -> None:
    error = RefusedByRule("JURY-01")

    def job() -> None:
        raise error

    runner.submit(job, done=page.take, failed=page.fail)
    qtbot.waitUntil(lambda: page.errors == [error])
    assert page.got == []


def test_failure_without_a_handler_goes_to_the_presenter(
    runner: TaskRunner, page: Page, qtbot: QtBot
) -> None:
    error = ValueError("ours")

    def job() -> None:
        raise error

    with qtbot.waitSignal(runner.failed) as failed:
        runner.submit(job, done=page.take)
    assert failed.args == [error]


def test_cancelled_without_a_handler_is_no_failure(runner: TaskRunner, qtbot: QtBot) -> None:
    def job() -> None:
        raise Cancelled("TASK-CANCELLED")

    with qtbot.assertNotEmitted(runner.failed), qtbot.waitSignal(runner.ended):
        runner.submit(job)


def test_result_for_a_page_that_is_gone_is_dropped(
    runner: TaskRunner, page: Page, qtbot: QtBot
) -> None:
    gate = Event()
    got = page.got
    runner.submit(lambda: gate.wait(PATIENCE), done=page.take)
    delete(page)
    with qtbot.waitSignal(runner.ended):
        gate.set()
    assert got == []


def test_error_for_a_page_that_is_gone_is_dropped(
    runner: TaskRunner, page: Page, qtbot: QtBot
) -> None:
    gate = Event()

    def job() -> None:
        gate.wait(PATIENCE)
        raise ValueError("late")

    runner.submit(job, done=page.take)
    delete(page)
    with qtbot.assertNotEmitted(runner.failed), qtbot.waitSignal(runner.ended):
        gate.set()


def test_closing_cancels_what_runs_and_drops_what_waits(qapp: object) -> None:
    runner = TaskRunner()
    started, seen = Event(), []

    def job(control: TaskControl) -> None:
        started.set()
        while not control.is_cancelled():
            Event().wait(0.005)
        seen.append("stopped")

    runner.submit_long(job, title="Solving")
    runner.submit_long(lambda control: seen.append("second"), title="Later", on_database=True)
    started.wait(PATIENCE)
    runner.close()
    assert "stopped" in seen
    assert runner.running() == ()


def test_closing_makes_every_save_that_waits(qapp: object) -> None:
    runner, gate, saved = TaskRunner(), Event(), []
    runner.submit(lambda: gate.wait(PATIENCE))
    for number in range(3):
        runner.submit(partial(saved.append, number))
    Timer(0.05, gate.set).start()
    runner.close()
    assert saved == [0, 1, 2]


def test_work_submitted_after_closing_is_dropped(qapp: object) -> None:
    runner, ran = TaskRunner(), []
    runner.close()
    runner.submit(lambda: ran.append("ran"))
    assert (ran, runner.running()) == ([], ())


def test_a_runner_that_is_gone_does_not_bring_the_worker_down(qapp: object) -> None:
    runner = TaskRunner()
    gate, ended = Event(), Event()

    def job() -> None:
        gate.wait(PATIENCE)
        ended.set()

    runner.submit(job)
    pool = runner._database
    delete(runner)
    gate.set()
    assert ended.wait(PATIENCE)
    pool.shutdown(wait=True)
