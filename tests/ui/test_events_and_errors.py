"""Who hears of a change, and how a failure is told."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from jurydesk.domain.changes import Kind
from jurydesk.errors import Cancelled, DamagedFile, EnvironmentFailure, RefusedByRule, WrongUsage
from jurydesk.ui.errors import ErrorPresenter, report_text
from jurydesk.ui.events import ChangeBus
from jurydesk.wording import Wording
from tests.ui.fake_prompter import FakePrompter

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_change_is_heard_with_its_kinds_and_initiator(qtbot: QtBot) -> None:
    bus, initiator = ChangeBus(), QObject()
    with qtbot.waitSignal(bus.anything_changed), qtbot.waitSignal(bus.changed) as heard:
        bus.publish({Kind.CANDIDATE, Kind.TIE}, initiator=initiator)
    assert heard.args == [frozenset({"CANDIDATE", "TIE"}), initiator]


def test_no_change_makes_no_noise(qtbot: QtBot) -> None:
    bus = ChangeBus()
    with qtbot.assertNotEmitted(bus.changed), qtbot.assertNotEmitted(bus.anything_changed):
        bus.publish(())


@pytest.fixture
def prompter() -> FakePrompter:
    return FakePrompter()


@pytest.fixture
def presenter(prompter: FakePrompter, tmp_path: Path, qapp: object) -> ErrorPresenter:
    return ErrorPresenter(prompter, Wording("fr"), tmp_path / "reports")


def test_damaged_file_is_told_in_the_words_of_the_catalogue(
    presenter: ErrorPresenter, prompter: FakePrompter
) -> None:
    presenter.present(DamagedFile("FILE-08", {"file": "suivi.xlsx"}))
    (asked,) = prompter.asked
    assert asked.text == Wording("fr").text("FILE-08", file="suivi.xlsx")
    assert [choice.name for choice in asked.choices] == ["close"]
    assert asked.manner == "warning"


def test_environment_may_be_tried_again(presenter: ErrorPresenter, prompter: FakePrompter) -> None:
    tried: list[str] = []
    prompter.answers = ["retry"]
    presenter.present(
        EnvironmentFailure("FILE-01", {"file": "x.xlsx"}), retry=lambda: tried.append("again")
    )
    assert tried == ["again"]


def test_closing_does_not_try_again(presenter: ErrorPresenter, prompter: FakePrompter) -> None:
    tried: list[str] = []
    prompter.answers = ["close"]
    error = EnvironmentFailure("FILE-01", {"file": "x.xlsx"})
    presenter.present(error, retry=lambda: tried.append("again"))
    assert tried == []


def test_refusal_without_a_sentence_still_says_its_code(
    presenter: ErrorPresenter, prompter: FakePrompter
) -> None:
    presenter.present(RefusedByRule("NEW-RULE"))
    presenter.present(WrongUsage("NEW-USAGE"))
    assert ["NEW-RULE" in prompter.asked[0].text, "NEW-USAGE" in prompter.asked[1].text] == [
        True,
        True,
    ]


def test_cancelling_is_not_a_failure(presenter: ErrorPresenter, prompter: FakePrompter) -> None:
    presenter.present(Cancelled("TASK-CANCELLED"))
    assert prompter.asked == []


def test_bug_is_told_without_a_traceback_and_leaves_a_report(
    presenter: ErrorPresenter, prompter: FakePrompter, tmp_path: Path
) -> None:
    error = raised()
    presenter.hook(KeyError, error, error.__traceback__)
    (asked,) = prompter.asked
    (report,) = (tmp_path / "reports").iterdir()
    assert str(report) in asked.details
    assert "Traceback" not in asked.text + asked.details
    written = report.read_text(encoding="utf-8")
    assert "builtins.KeyError" in written
    assert "test_events_and_errors.py" in written
    assert "Ophélie" not in written


def raised() -> KeyError:
    """Return an error that went through a frame and holds a name."""
    try:
        {}["Ophélie Legrand"]
    except KeyError as error:
        return error


def test_keyboard_interrupt_ends_the_program(presenter: ErrorPresenter) -> None:
    with pytest.raises(SystemExit) as ended:
        presenter.hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert ended.value.code == 130


def test_another_language_from_now_on(presenter: ErrorPresenter, prompter: FakePrompter) -> None:
    presenter.use_wording(Wording("en"))
    presenter.present(DamagedFile("FILE-08", {"file": "suivi.xlsx"}))
    assert prompter.asked[0].text == Wording("en").text("FILE-08", file="suivi.xlsx")


def test_report_begins_with_versions() -> None:
    text = report_text(ValueError("x"), datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert text.splitlines()[0].startswith("jurydesk ")
    assert "2026-11-23 09:00:00 UTC" in text
