"""Sites by commands: written, listed, refused; and a session in rooms of two of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def two(run: Run, workspace: Path) -> Run:
    """Two sites with a room each."""
    run("sites", "add", "Bry", "--address", "2 avenue de l’Europe, Bry")
    run("sites", "add", "Lyon")
    run("sites", "room", "bry", "Varda", "--capacity", "6", "--hours", "lun-ven 8h-18h")
    run("sites", "room", "Lyon", "Plateau", "--equipment", "video,step-free")
    run("sites", "travel", "Bry", "Lyon", "--minutes", "165")
    return run


def test_sites_are_listed_whole(two: Run) -> None:
    document = two("sites", "list", "--json").document
    bry, lyon = document["sites"]
    assert (bry["name"], bry["address"]) == ("Bry", "2 avenue de l’Europe, Bry")
    assert bry["rooms"] == [
        {
            "name": "Varda",
            "capacity": 6,
            "hours": "lundi–vendredi 8:00–18:00",
            "closed": "",
            "equipment": [],
            "note": "",
            "sessions": [],
        }
    ]
    assert lyon["rooms"][0]["equipment"] == ["VIDEO", "STEP_FREE"]
    assert document["travels"] == [{"first": "Bry", "second": "Lyon", "minutes": 165}]
    said = two("sites", "list").out
    assert "visioconférence, accès PMR" in said
    assert said.splitlines()[-1] == "Bry – Lyon\u00a0: 165 min"
    assert "No site" in two("--lang", "en", "sites", "list").out or "Bry" in said


def test_what_is_not_named_stays(two: Run) -> None:
    two("sites", "change", "Bry", "--rename", "Siège", "--note", "badge")
    two("sites", "room", "Siège", "Varda", "--closed", "24/12-2/1 (fêtes)", "--rename", "Salle V")
    (site,) = [s for s in two("sites", "list", "--json").document["sites"] if s["name"] == "Siège"]
    assert (site["address"], site["note"]) == ("2 avenue de l’Europe, Bry", "badge")
    (room,) = site["rooms"]
    assert (room["name"], room["capacity"]) == ("Salle V", 6)
    assert room["closed"] == "24/12/2026–02/01/2027 (fêtes)"


def test_rooms_ways_and_sites_are_taken_away(two: Run) -> None:
    assert "inconnue" in two("sites", "travel", "Lyon", "Bry").out
    two("sites", "remove-room", "Bry", "Varda")
    two("sites", "remove", "Lyon")
    document = two("sites", "list", "--json").document
    assert document["travels"] == []
    assert [(site["name"], site["rooms"]) for site in document["sites"]] == [("Bry", [])]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "bry"), 4, "déjà un lieu"),
        (("remove", "Lille"), 2, "pas de lieu"),
        (("room", "Lyon", "Varda"), 4, "déjà une salle"),
        (("room", "Lyon", "X", "--hours", "tard"), 2, "n’est pas compris"),
        (("room", "Lyon", "X", "--equipment", "piscine"), 2, "pas un équipement connu"),
        (("remove-room", "Lyon", "Varda"), 2, "n’a pas de salle"),
        (("travel", "Lyon", "lyon", "--minutes", "5"), 2, "d’un lieu à un autre"),
    ],
)
def test_refusals_are_sentences(
    two: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    before = two("sites", "list", "--json").document
    ran = two("sites", *arguments)
    assert ran.code == code
    assert words in ran.err
    assert two("sites", "list", "--json").document == before


def test_a_session_is_held_in_rooms_of_two_sites(two: Run) -> None:
    made = two(
        "sessions", "create", "2026-12-B", "--certification", "40642", "--days", "2026-12-14",
        "--room", "Varda", "--room", "Plateau", "--json",
    ).document  # fmt: skip
    assert made["rooms"] == ["Varda", "Plateau"]
    rooms = [room for s in two("sites", "list", "--json").document["sites"] for room in s["rooms"]]
    assert [(room["name"], room["sessions"]) for room in rooms] == [
        ("Varda", ["2026-12-B"]),
        ("Plateau", ["2026-12-B"]),
    ]
