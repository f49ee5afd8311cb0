"""Pins, the released plan and whom to tell, by commands."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_session_flow import CODE, office, proposed

__all__ = ["office", "proposed"]


def test_what_is_pinned_is_told(run: Run, proposed: Run) -> None:
    board = run("sessions", "check", CODE, "--json").document
    jury = board["juries"][0]
    person = jury["members"][0]["examiner"]
    assert run("sessions", "pin", CODE).code == 2
    pins = run("sessions", "pin", CODE, "--jury", jury["id"], "--json").document
    assert pins["juries"] == [jury["id"]]
    pins = run("sessions", "pin", CODE, "--jury", jury["id"], "--off", "--json").document
    assert pins["juries"] == []
    candidacy = jury["hearings"][0]["candidacy"]
    run("sessions", "pin", CODE, "--hearing", candidacy)
    run("sessions", "pin", CODE, "--jury", jury["id"], "--examiner", person)
    pins = run("sessions", "bar", CODE, "--examiner", person, "--json").document
    assert pins == {
        "session": CODE, "juries": [], "hearings": [candidacy], "seats": [], "barred": [person],
        "bans": [],
    }  # fmt: skip
    run("sessions", "propose", CODE, "--seconds", "5")
    again = run("sessions", "check", CODE, "--json").document
    seated = {member["examiner"] for one in again["juries"] for member in one["members"]}
    assert person not in seated


def test_a_plan_is_released_and_people_are_told(run: Run, proposed: Run, tmp_path: Path) -> None:
    assert run("sessions", "tell", CODE, "--mark").code == 4
    board = run("sessions", "check", CODE, "--json").document
    released = run("sessions", "release", CODE, "--json").document
    heard = sum(len(jury["hearings"]) for jury in board["juries"])
    roles = [one["role"] for one in released["people"]]
    assert roles.count("CANDIDATE") == heard > 0
    assert {one["news"] for one in released["people"]} == {"CONVENED"}
    out = tmp_path / "liste.xlsx"
    assert run("sessions", "tell", CODE, "--mark", "--out", out).code == 0
    assert out.stat().st_size > 0
    assert run("sessions", "tell", CODE, "--json").document == {"session": CODE, "people": []}


def test_what_is_forbidden_does_not_happen_again(run: Run, proposed: Run) -> None:
    jury = run("sessions", "check", CODE, "--json").document["juries"][0]
    one, other = (member["examiner"] for member in jury["members"][:2])
    candidacy = jury["hearings"][0]["candidacy"]
    half = ("--day", jury["date"], "--half-day", jury["half_day"])
    assert run("sessions", "bar", CODE).code == 2
    assert run("sessions", "bar", CODE, "--examiner", one, "--with", one).code == 2
    assert run("sessions", "bar", CODE, "--examiner", one, "--day", jury["date"]).code == 2
    run("sessions", "bar", CODE, "--examiner", other, "--with", one)
    run("sessions", "bar", CODE, "--candidacy", candidacy, *half)
    answer = run("sessions", "bar", CODE, "--examiner", one, *half, "--json").document
    assert [ban["kind"] for ban in answer["bans"]] == ["HALF_DAY", "PAIR", "HEARING"]
    listed = run("sessions", "wishes", CODE, "--json").document["wishes"]
    assert [wish["is_kept"] for wish in listed] == [False, False, False]

    run("sessions", "propose", CODE, "--seconds", "5")
    again = run("sessions", "check", CODE, "--json").document
    for jury_now in again["juries"]:
        members = {member["examiner"] for member in jury_now["members"]}
        heard = {hearing["candidacy"] for hearing in jury_now["hearings"]}
        is_then = (jury_now["date"], jury_now["half_day"]) == (jury["date"], jury["half_day"])
        assert not {one, other} <= members
        assert not (is_then and (one in members or candidacy in heard))
    assert all(w["is_kept"] for w in run("sessions", "wishes", CODE, "--json").document["wishes"])
    left = run("sessions", "bar", CODE, "--examiner", one, *half, "--off", "--json").document
    assert [ban["kind"] for ban in left["bans"]] == ["PAIR", "HEARING"]
