"""All papers of a session of two hundred hearings: seconds, pages, memory, and the window."""

from __future__ import annotations

import io
import resource
from itertools import pairwise
from time import monotonic, perf_counter, sleep
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from jurydesk.documents.drawing import fonts
from jurydesk.errors import Cancelled
from jurydesk.services.paper_folder import prepare_folder, print_documents
from jurydesk.ui.application import Parts, make_application
from jurydesk.ui.pages.papers.page import PapersPage
from jurydesk.wording import Wording
from tests.benchmarks.many_hearings import CODE, office_with
from tests.benchmarks.test_window_bench import Pulse, settle
from tests.documents.reading import pages
from tests.ui.fake_prompter import FakePrompter

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.services.paper_folder import PrintedFolder

HEARINGS, FEW = 200, 8
FRENCH = Wording("fr")
PATIENCE_SECONDS = 240
TOP, LEADING, LEFT, SIZE = 800, 12, 40, 9


def draw_bare(texts: list[str]) -> bytes:
    """Draw the same lines with nothing but a canvas: no styles, no tables, no measuring."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for text in texts:
        canvas.setFont(fonts.REGULAR, SIZE)
        for at, line in enumerate(text.splitlines()):
            canvas.drawString(LEFT, TOP - at * LEADING, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def megabytes() -> float:
    """The most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@pytest.mark.timeout(600)
def test_all_papers_of_a_session(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    count = HEARINGS if benchmark.enabled else FEW
    desk = office_with(tmp_path / "office.jurydesk", count)
    prepare_folder(desk, code=CODE, wording=FRENCH)
    before = megabytes()

    def prepare() -> PrintedFolder:
        return prepare_folder(desk, code=CODE, wording=FRENCH, stage=None)

    began = perf_counter()
    printed = benchmark.pedantic(prepare, rounds=1)
    seconds = perf_counter() - began
    grown = megabytes() - before
    texts = pages(printed.bound.pdf)
    began = perf_counter()
    draw_bare(texts)
    bare = perf_counter() - began
    benchmark.extra_info["hearings"] = count
    benchmark.extra_info["pages"] = len(texts)
    benchmark.extra_info["seconds"] = round(seconds, 1)
    benchmark.extra_info["pages_per_second"] = round(len(texts) / seconds)
    benchmark.extra_info["times_bare_reportlab"] = round(seconds / bare, 1)
    benchmark.extra_info["megabytes_more"] = round(grown)
    benchmark.extra_info["megabytes_bound"] = round(len(printed.bound.pdf) / 1e6, 1)
    assert len(texts) > count
    desk.close()


@pytest.mark.timeout(600)
def test_standstill_while_the_folder_is_prepared(
    benchmark: BenchmarkFixture, qapp: QApplication, tmp_path: Path
) -> None:
    make_application()
    QSettings().clear()
    count = HEARINGS if benchmark.enabled else FEW
    desk = office_with(tmp_path / "office.jurydesk", count)
    prompter = FakePrompter()
    parts = Parts(qapp, desk, "fr", prompter)
    parts.open_on("home")
    parts.window.shell.show_page("papers", CODE)
    settle(parts)
    page = parts.window.shell.current_page()
    assert isinstance(page, PapersPage)
    prompter.paths.append(tmp_path / "papers")
    pulse = Pulse()
    page.printer.ask_all(CODE)
    end = monotonic() + PATIENCE_SECONDS
    while parts.runner.is_busy():
        QApplication.processEvents()
        sleep(0.001)
        assert monotonic() < end
    benchmark.extra_info["longest_standstill_ms"] = round(1000 * pulse.longest)
    pulse.stop()
    assert len(list((tmp_path / "papers").iterdir())) > 5
    benchmark.pedantic(lambda: settle(parts), rounds=1)
    parts.close()
    desk.close()


def test_stopping_a_folder(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """How long printing goes on after somebody asked it to stop, in the middle of a paper."""
    count = HEARINGS if benchmark.enabled else FEW
    desk = office_with(tmp_path / "office.jurydesk", count)
    told: list[float] = []

    def stop(_done: int, _total: int) -> None:
        told.append(perf_counter())
        if len(told) > count // 2:
            raise Cancelled("TASK-CANCELLED")

    def stopped() -> float:
        told.clear()
        with pytest.raises(Cancelled):
            print_documents(desk, code=CODE, folder=tmp_path / "out", wording=FRENCH, progress=stop)
        return perf_counter() - told[-1]

    benchmark.extra_info["milliseconds_after_stop"] = round(1000 * stopped())
    steps = [later - sooner for sooner, later in pairwise(told)]
    benchmark.extra_info["longest_step_ms"] = round(1000 * max(steps))
    benchmark.pedantic(stopped, rounds=1)
    assert not (tmp_path / "out").exists()
    desk.close()
