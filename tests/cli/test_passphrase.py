"""The passphrase at the command line: from the environment or a terminal, never an argument."""

from __future__ import annotations

from pathlib import Path

import pytest

from jurydesk.bootstrap import open_desk
from jurydesk.domain.people import Candidate
from jurydesk.services.candidates import save_file
from jurydesk.services.national_numbers import set_number, show_number, unlock
from tests.builders import a_candidacy
from tests.cli.conftest import Run

FIRST, SECOND = "quatre mots qui restent", "cinq mots bien plus neufs"
NUMBER = "2 69 05 49 588 157 80"


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JURYDESK_PASSPHRASE", raising=False)
    monkeypatch.delenv("JURYDESK_NEW_PASSPHRASE", raising=False)


def test_chosen_then_changed(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JURYDESK_NEW_PASSPHRASE", FIRST)
    ran = run("settings", "passphrase", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == {"vault": {"is_set_up": True, "is_open": True, "count": 0}}
    desk = open_desk(workspace)
    path = a_candidacy(0, candidate_id=0)
    save_file(desk, candidate=Candidate("Vidal", ("Zoé",)), candidacy=path)
    unlock(desk, passphrase=FIRST)
    set_number(desk, candidate_id=1, number=NUMBER)
    desk.close()

    monkeypatch.setenv("JURYDESK_NEW_PASSPHRASE", SECOND)
    refused = run("settings", "passphrase")
    assert (refused.code, refused.out) == (2, "")
    assert "JURYDESK_PASSPHRASE" in refused.err
    monkeypatch.setenv("JURYDESK_PASSPHRASE", SECOND)
    wrong = run("settings", "passphrase", "--lang", "en")
    assert (wrong.code, wrong.err) == (2, "This is not the passphrase of the office.\n")
    monkeypatch.setenv("JURYDESK_PASSPHRASE", FIRST)
    changed = run("settings", "passphrase", "--lang", "en")
    assert (changed.code, changed.out) == (0, "Passphrase changed, numbers sealed anew\n")

    desk = open_desk(workspace)
    unlock(desk, passphrase=SECOND)
    assert show_number(desk, candidate_id=1) == NUMBER
    desk.close()


def test_it_is_no_argument(run: Run, workspace: Path) -> None:
    ran = run("settings", "passphrase", FIRST)
    assert ran.code == 2


def test_a_short_one_is_refused(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JURYDESK_NEW_PASSPHRASE", "court")
    ran = run("settings", "passphrase", "--lang", "en")
    assert (ran.code, ran.err) == (2, "The passphrase must have at least 12 characters.\n")
