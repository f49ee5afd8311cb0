"""Summonses by commands: into a folder, only those whom a change touches, marked as sent."""

from __future__ import annotations

from email import message_from_string, policy
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_session_flow import CODE, office, proposed

__all__ = ["office", "proposed"]


@pytest.fixture
def released(run: Run, proposed: Run) -> list[dict[str, object]]:
    """The plan is out; everybody in it."""
    people: list[dict[str, object]] = run("sessions", "release", CODE, "--json").document["people"]
    return people


def test_everybody_gets_paper_draft_and_appointment(
    run: Run, released: list[dict[str, object]], tmp_path: Path
) -> None:
    out = tmp_path / "courrier"
    done = run("sessions", "summon", CODE, out, "--json")
    assert done.code == 0
    people = done.document["people"]
    assert len(people) == len(released)
    files = sorted(path for one in people for path in one["files"])
    assert files == sorted(map(str, out.iterdir()))
    mailed = [one for one in people if one["email"]]
    assert mailed
    for one in mailed:
        draft = next(Path(path) for path in one["files"] if path.endswith(".eml"))
        # Some rosters hold addresses with accents, which stand in UTF-8 (RFC 6532)
        mail = message_from_string(draft.read_text("utf-8"), policy=policy.SMTPUTF8)
        assert mail["To"].addresses[0].addr_spec == one["email"]
    states = run("summons", "outbox", CODE, "--json").document["messages"]
    assert {one["state"] for one in states} == {"PREPARED"}
    assert "à préparer" not in run("summons", "outbox", CODE).out


def test_marked_as_sent_nobody_is_left(
    run: Run, released: list[dict[str, object]], tmp_path: Path
) -> None:
    first = run("sessions", "summon", CODE, tmp_path / "a", "--mark-sent", "--json").document
    assert first["marked_sent"] is True
    people = run("summons", "list", CODE, "--json").document["people"]
    assert {one["state"] for one in people} == {"WAITING"}
    uids = {(one["role"], one["number"]): one["uid"] for one in people}
    assert uids == {(one["role"], one["number"]): one["uid"] for one in first["people"]}
    again = run("sessions", "summon", CODE, tmp_path / "b")
    assert again.code == 0
    assert not (tmp_path / "b").exists()
    every = run("sessions", "summon", CODE, tmp_path / "c", "--only", "all", "--json").document
    assert len(every["people"]) == len(first["people"])
    due = run("summons", "list", CODE, "--json").document["people"][0]["reminder"]
    late = run("sessions", "summon", CODE, tmp_path / "d", "--mark-sent", "--json", "--today", due)
    assert {one["reason"] for one in late.document["people"]} == {"REMINDER"}
    left = run("sessions", "summon", CODE, tmp_path / "e", "--json", "--today", due)
    assert left.document["people"] == []


def test_a_plan_that_is_not_released_convenes_nobody(
    run: Run, proposed: Run, tmp_path: Path
) -> None:
    refused = run("sessions", "summon", CODE, tmp_path / "out")
    assert refused.code == 4
    assert f"sessions release {CODE}" in refused.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_changes_nothing(
    run: Run, released: list[dict[str, object]], tmp_path: Path
) -> None:
    file = tmp_path / "occupied"
    file.write_text("x")
    assert run("sessions", "summon", CODE, file).code == 3
    states = run("summons", "outbox", CODE, "--json").document["messages"]
    assert {one["state"] for one in states} == {"TO_REVIEW"}
