"""How long the window stands still at most while juries are being proposed for sixty people."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic, perf_counter, sleep
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.services.clock import clock_on
from jurydesk.services.planning import StopToken, compute_proposal
from jurydesk.ui.application import Parts, make_application
from jurydesk.ui.pages.sessions.page import SessionsPage
from tests.benchmarks.test_window_bench import Pulse, settle
from tests.planning.world import MONDAY, office
from tests.ui.fake_prompter import FakePrompter

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.services.ports import Desk

PEOPLE, FEW = 60, 12
CODE = "2026-12-0"
PATIENCE_SECONDS = 60


def desk_of(path: Path, people: int) -> Desk:
    """A workspace with a drawn session of so many candidates, not planned yet."""
    world = office(people)
    facts = world.facts()
    desk = create_workspace(path, actor="Camille", clock=clock_on(MONDAY))
    with desk.open_unit() as unit:
        sheet = unit.certifications.by_code(facts.session.certifications[0])
        assert sheet is not None
        unit.certifications.save(replace(sheet, routes=facts.sheet(sheet.code).routes))
        for number, person in facts.candidates.items():
            assert unit.candidates.add(replace(person, id=0)).id == number
        for examiner in world.examiners:
            unit.examiners.add(replace(examiner, id=0))
        for candidacy in world.candidacies:
            unit.candidacies.add(replace(candidacy, id=0))
        for tie in world.ties:
            unit.ties.add(replace(tie, id=0))
        unit.sessions.add(replace(facts.session, id=0, code=CODE))
        unit.audit.record(EventType.SESSION_CREATED, {})
        unit.commit()
    return desk


@pytest.mark.timeout(300)
def test_standstill_while_juries_are_proposed(
    benchmark: BenchmarkFixture, qapp: QApplication, tmp_path: Path
) -> None:
    make_application()
    QSettings().clear()
    people = PEOPLE if benchmark.enabled else FEW
    desk = desk_of(tmp_path / "office.jurydesk", people)
    parts = Parts(qapp, desk, "fr", FakePrompter())
    parts.open_on("home")
    parts.window.shell.show_page("sessions", CODE)
    settle(parts)
    page = parts.window.shell.current_page()
    assert isinstance(page, SessionsPage)
    pulse = Pulse()
    began = perf_counter()
    page.acts.proposing.propose()
    end = monotonic() + PATIENCE_SECONDS
    while page.board is None or not page.board.session.hearings:
        QApplication.processEvents()
        sleep(0.001)
        assert monotonic() < end
    settle(parts)
    benchmark.extra_info["seconds"] = round(perf_counter() - began, 1)
    benchmark.extra_info["longest_standstill_ms"] = round(1000 * pulse.longest)
    pulse.stop()
    benchmark.pedantic(lambda: settle(parts), rounds=1)
    parts.close()
    desk.close()


def test_stopping_a_search(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """How long it goes on after somebody asked it to stop, at its first sign of life."""
    people = PEOPLE if benchmark.enabled else FEW
    desk = desk_of(tmp_path / "office.jurydesk", people)
    asked = 0.0

    def stop_once(token: StopToken) -> None:
        nonlocal asked
        if not asked:
            asked = perf_counter()
            token.stop()

    def stopped() -> float:
        nonlocal asked
        asked, token = 0.0, StopToken()
        compute_proposal(
            desk, code=CODE, seconds=30, stop=token, progress=lambda _: stop_once(token)
        )
        return perf_counter() - asked

    seconds = [stopped() for _ in range(5 if benchmark.enabled else 1)]
    benchmark.extra_info["seconds_after_stop"] = round(max(seconds), 2)
    benchmark.pedantic(stopped, rounds=1)
    desk.close()
