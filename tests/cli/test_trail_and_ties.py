"""The trail, the ties and the small acts that only a command offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, let_in
from tests.services.rosters import candidates_file, member, pool_file, trained

CODE = "2026-12-A"
DAY = "2026-12-14"


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """Two candidates and a pool of four, the composition confirmed."""
    rows = (trained("Nadal", "Hugo"), trained("Morvan", "Élise"))
    pool = (
        member("Quillien", "Armelle", **{"H/F": "F", "Collège": "employeurs"}),
        member("Sorrel", "Damien"),
        member("Tanguy", "Sibylle", **{"H/F": "F", "Collège": "indépendant"}),
        member("Vauquelin", "Hervé", Collège="équipe pédagogique", Structure="CEFPF"),
    )
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *rows))
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *pool))
    run("certifications", "confirm", "RNCP40642")
    let_in(run, 1, 2)
    return run


@pytest.fixture
def proposed(office: Run) -> Run:
    """The same with one jury on the morning of a session of two rooms."""
    office(
        "sessions", "create", CODE, "--certification", "40642", "--days", DAY, "--rooms", "2",
    )  # fmt: skip
    assert office("sessions", "propose", CODE, "--seconds", "5").code == 0
    return office


def test_history_reads_as_sentences_newest_first(proposed: Run) -> None:
    events = proposed("history", "--json").document["events"]
    numbers = [event["sequence"] for event in events]
    assert numbers == list(range(len(events), 0, -1))
    assert [event["type"] for event in events[:2]] == ["SESSION_PROPOSED", "SESSION_CREATED"]
    assert events[1]["text"] == f"Session {CODE} créée (2 candidatures)"
    judged = {"certifications": "RNCP40642"}
    assert events[1]["details"] == {"session": CODE, "candidacies": 2, **judged}
    assert len(proposed("history", "--limit", "2", "--json").document["events"]) == 2
    english = proposed("--lang", "en", "history", "--limit", "1").out.splitlines()
    assert english[0].split() == ["No.", "When", "By", "Act"]
    assert english[-1].endswith("0 without a place")


def test_history_says_acts_and_states_in_words(proposed: Run) -> None:
    proposed("sessions", "move", CODE, "1", "--room", "Salle 2")
    proposed("ties", "declare", "1", "2", "--kind", "PERSONAL")
    texts = [event["text"] for event in proposed("history", "--json").document["events"][:2]]
    assert texts[0].endswith("confirmé")
    assert texts[1].endswith("(Jury déplacé)")


def test_history_needs_a_number_of_events(office: Run) -> None:
    ran = office("history", "--limit", "0")
    assert (ran.code, ran.out) == (2, "")
    assert "au moins 1" in ran.err


def test_declared_tie_is_listed_and_holds_at_once(office: Run) -> None:
    assert office("ties", "list", "--json").document == {"ties": []}
    told = office("ties", "declare", "1", "2", "--kind", "PERSONAL", "--evidence", "déclaré")
    assert (told.code, told.out) == (0, "Lien enregistré\N{NO-BREAK SPACE}: lien personnel\n")
    (one,) = office("ties", "list", "--json").document["ties"]
    assert (one["candidate"], one["examiner"]) == ("NADAL Hugo", "SORREL Damien")
    assert (one["tie"]["state"], one["tie"]["evidence"]) == ("CONFIRMED", "déclaré")
    line = map(str.strip, office("ties", "list").out.splitlines()[-1].split("  "))
    assert {"NADAL Hugo", "SORREL Damien", "lien personnel", "confirmé"} <= set(line)
    assert office("ties", "list", "--open", "--json").document == {"ties": []}


def test_ties_are_settled_by_their_numbers(office: Run) -> None:
    office("ties", "declare", "1", "2", "--kind", "PERSONAL")
    office("ties", "declare", "2", "3", "--kind", "TRAINER", "--evidence", "déclaré")
    refused = office("ties", "settle", "1", "--state", "SET_ASIDE")
    assert (refused.code, refused.out) == (2, "")
    ran = office("ties", "settle", "1", "2", "--state", "SET_ASIDE", "--reason", "homonyme")
    assert (ran.code, ran.out) == (0, "2 liens\N{NO-BREAK SPACE}: écarté\n")
    (one, other) = office("ties", "list", "--json").document["ties"]
    assert {(t["tie"]["state"], t["tie"]["reason"]) for t in (one, other)} == {
        ("SET_ASIDE", "homonyme")
    }
    last = office("ties", "list").out.splitlines()[-1]
    assert last.startswith("2 ")
    assert last.endswith("homonyme")
    again = office("ties", "settle", "2", "--state", "PROPOSED", "--json").document["ties"]
    assert [(tie["id"], tie["state"], tie["settled_by"]) for tie in again] == [(2, "PROPOSED", "")]
    assert office("ties", "settle", "99", "--state", "CONFIRMED").code == 2


def test_matrix_of_a_certification_holds_the_reason_of_each_cell(office: Run) -> None:
    office("ties", "declare", "1", "2", "--kind", "PERSONAL", "--evidence", "cousine")
    document = office("ties", "matrix", "--certification", "40642", "--json").document
    assert (document["certification"], len(document["candidates"])) == ("RNCP40642", 2)
    assert [one["name"] for one in document["examiners"]] == [
        "QUILLIEN Armelle",
        "SORREL Damien",
        "TANGUY Sibylle",
        "VAUQUELIN Hervé",
    ]
    (cell,) = document["cells"]
    assert (cell["candidate"], cell["examiner"]) == (1, 2)
    assert (cell["state"], cell["effect"]) == ("CONFIRMED", "RECUSED")
    assert cell["reasons"] == ["lien personnel · cousine"]
    text = office("ties", "matrix", "--certification", "40642").out
    lines = text.splitlines()
    assert lines[0].split() == ["Candidat", "2"]
    assert lines[2].split() == ["NADAL", "Hugo", "X"]
    assert "2  SORREL Damien" in lines
    assert lines[-1].endswith("lien personnel · cousine")


def test_matrix_of_a_session_and_of_nothing(proposed: Run) -> None:
    document = proposed("ties", "matrix", "--session", CODE, "--json").document
    assert (document["session"], document["cells"]) == (CODE, [])
    narrow = proposed("ties", "matrix", "--session", CODE, "--tied", "--json").document
    assert (narrow["candidates"], narrow["examiners"]) == ([], [])
    assert proposed("ties", "matrix", "--session", CODE).out.startswith("Aucun lien")
    neither = proposed("ties", "matrix")
    both = proposed("ties", "matrix", "--session", CODE, "--certification", "40642")
    assert (neither.code, both.code) == (2, 2)
    assert proposed("ties", "matrix", "--session", "X").code == 2


@pytest.mark.parametrize("numbers", [("99", "1"), ("1", "99")])
def test_tie_needs_two_persons_who_exist(office: Run, numbers: tuple[str, str]) -> None:
    assert office("ties", "declare", *numbers, "--kind", "PERSONAL").code == 2
    assert office("ties", "list", "--json").document == {"ties": []}


def test_jury_moves_to_another_room_and_keeps_its_hours(proposed: Run) -> None:
    before = proposed("sessions", "check", CODE, "--json").document["juries"][0]
    ran = proposed("sessions", "move", CODE, "1", "--room", "Salle 2", "--json")
    (after,) = ran.document["juries"]
    assert (ran.code, after) == (0, before | {"room": "Salle 2"})


def test_jury_moved_to_the_afternoon_loses_its_hours(proposed: Run) -> None:
    ran = proposed("sessions", "move", CODE, "1", "--half-day", "pm", "--json")
    (jury,) = ran.document["juries"]
    assert (ran.code, jury["date"], jury["half_day"], jury["hearings"]) == (1, DAY, "pm", [])
    assert len(ran.document["unplaced"]) == 2
    assert proposed("sessions", "move", CODE, "1", "--day", "2026-12-15").code == 2
    assert proposed("sessions", "move", CODE, "9", "--half-day", "pm").code == 2


def test_removed_candidate_is_nowhere_any_more(proposed: Run) -> None:
    ran = proposed("candidates", "remove", "1", "--json")
    assert (ran.code, ran.document) == (0, {"candidate": 1, "removed": True})
    people = proposed("candidates", "show", "", "--json").document["candidates"]
    assert [person["birth_name"] for person in people] == ["Morvan"]
    (jury,) = proposed("sessions", "check", CODE, "--json").document["juries"]
    assert [hearing["candidate"] for hearing in jury["hearings"]] == ["MORVAN Élise"]
    assert proposed("candidates", "remove", "1").code == 2
