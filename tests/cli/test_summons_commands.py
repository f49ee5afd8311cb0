"""Summonses by commands: sent, answered, corrected, reminded; what a refusal means is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_session_flow import CODE, office, proposed

__all__ = ["office", "proposed"]


@pytest.fixture
def released(run: Run, proposed: Run) -> list[int]:
    """The plan is out; the examiners whom it seats, by number."""
    people = run("sessions", "release", CODE, "--json").document["people"]
    return [one["number"] for one in people if one["role"] == "EXAMINER"]


def test_the_whole_exchange(run: Run, released: list[int], tmp_path: Path) -> None:
    first, second = released[:2]
    sent = run("summons", "send", CODE, "--examiner", first, "--channel", "post", "--json")
    assert sent.code == 0
    (one,) = sent.document["people"]
    assert (one["state"], one["sequence"], one["to_tell"]) == ("WAITING", 0, False)
    assert one["sendings"][0]["channel"] == "POST"
    rest = run("summons", "send", CODE, "--json").document["people"]
    assert len(rest) >= len(released) - 1
    assert run("summons", "answer", CODE, "--examiner", first, "--reply", "accepted").code == 0
    refused = run(
        "summons", "answer", CODE, "--examiner", second, "--reply", "declined", "--note", "grippe"
    )
    assert refused.code == 1
    assert "[CALL-01]" in refused.out
    people = run("summons", "list", CODE, "--json").document["people"]
    states = {one["number"]: one["state"] for one in people if one["role"] == "EXAMINER"}
    assert (states[first], states[second]) == ("ACCEPTED", "DECLINED")
    taken = run("summons", "answer", CODE, "--examiner", second, "--withdraw", "--json")
    assert (taken.code, taken.document["people"][0]["state"]) == (0, "WAITING")
    assert taken.document["people"][0]["answers"][0]["note"] == "grippe"
    out = tmp_path / "convocations.xlsx"
    assert run("summons", "list", CODE, "--out", out).code == 0
    assert out.stat().st_size > 0


def test_reminders(run: Run, released: list[int]) -> None:
    run("summons", "send", CODE)
    assert run("summons", "remind", CODE, "--json").document["people"] == []
    due = run("summons", "list", CODE, "--json").document["people"][0]["reminder"]
    late = run("summons", "remind", CODE, "--json", "--today", due).document["people"]
    assert late
    marked = run("summons", "remind", CODE, "--mark-reminded", "--json", "--today", due)
    assert len(marked.document["people"]) == len(late)
    assert run("summons", "remind", CODE, "--json", "--today", due).document["people"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("answer", CODE, "--reply", "accepted"), 2),
        (("answer", CODE, "--examiner", "1"), 2),
        (("answer", CODE, "--examiner", "un", "--reply", "accepted"), 2),
        (("answer", CODE, "--examiner", "1", "--reply", "accepted", "--withdraw"), 2),
        (("answer", CODE, "--examiner", "1", "--reply", "accepted", "--half", "lundi"), 2),
        (("answer", CODE, "--examiner", "1", "--reply", "accepted"), 4),
        (("send", CODE), 4),
    ],
)
def test_what_cannot_be_is_said(
    run: Run, proposed: Run, arguments: tuple[str, ...], code: int
) -> None:
    refused = run("summons", *arguments)
    assert refused.code == code
    assert refused.err.strip()
