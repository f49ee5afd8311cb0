from __future__ import annotations

import sys
from pathlib import Path

import pytest

from jurydesk import bootstrap
from jurydesk.domain.audit import EventType
from jurydesk.errors import EnvironmentFailure
from jurydesk.services.clock import SystemClock
from jurydesk.services.sessions import list_sessions
from tests.cli.conftest import Run


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display is always there")
def test_without_a_command_and_a_display_one_sentence_says_what_to_do(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in bootstrap.DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    ran = run()
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (3, "", 1)
    assert not place.exists()


def test_desk_may_be_opened_where_there_is_nothing_yet(tmp_path: Path) -> None:
    desk = bootstrap.open_desk(tmp_path / "w.jurydesk", create=True, actor="Camille")
    with desk.open_unit() as unit:
        events = [(event.type, event.actor) for event in unit.audit.events()]
    desk.close()
    assert events == [(EventType.WORKSPACE_CREATED, "Camille")]
    again = bootstrap.open_desk(tmp_path / "w.jurydesk", create=True)
    assert list_sessions(again) == ()
    again.close()


def test_desk_is_not_made_up_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure):
        bootstrap.open_desk(tmp_path / "w.jurydesk")
    assert list(tmp_path.iterdir()) == []


def test_desk_tells_the_time_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JURYDESK_TODAY", raising=False)
    desk = bootstrap.create_workspace(tmp_path / "w.jurydesk")
    desk.close()
    assert isinstance(desk.clock, SystemClock)
    assert desk.clock.today() == desk.clock.now().date()


def test_fault_of_ours_leaves_a_report_without_names(
    run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("Ophélie Legrand, 0612345678")

    # The only way to a fault that no test may know of
    monkeypatch.setattr("jurydesk.cli.sessions.sessions.list_sessions", fail)
    ran = run("sessions", "list")
    assert (ran.code, ran.out) == (3, "")
    assert "Traceback" not in ran.err
    report = Path(ran.err.rsplit(":", 1)[1].strip())
    text = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in text
    assert "Ophélie" not in text
