"""The right to sit by commands: shown, proved by a document, printed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_session_flow import office, proposed
from tests.documents.reading import pages

__all__ = ["office", "proposed"]


def test_a_right_is_shown_proved_and_printed(run: Run, proposed: Run, tmp_path: Path) -> None:
    who = run("examiners", "show", "", "--json").document["examiners"][0]
    name = f"{who['last_name']} {who['first_name']}"
    shown = run("examiners", "right", name, "--json")
    facts = {one["proves"] or one["kind"]: one for one in shown.document["facts"]}
    assert shown.code == (1 if "MISSING" in {f["standing"] for f in facts.values()} else 0)
    assert facts["TIES"]["standing"] == "STATED"
    assert facts["TIES"]["todo"]
    paper = tmp_path / "declaration.txt"
    paper.write_text("Aucun lien.", encoding="utf-8")
    assert run("examiners", "prove", name, paper, "--proves", "TIES").code == 0
    sheet = tmp_path / "fiche.pdf"
    again = run("examiners", "right", name, "--sheet", sheet, "--json").document
    assert {one["proves"]: one["standing"] for one in again["facts"]}["TIES"] == "PROVED"
    assert again["documents"][0]["name"] == "declaration.txt"
    assert len(pages(sheet.read_bytes())) == 1


def test_what_no_document_proves_is_refused(run: Run, proposed: Run, tmp_path: Path) -> None:
    who = run("examiners", "show", "", "--json").document["examiners"][0]
    paper = tmp_path / "x.txt"
    paper.write_text("x", encoding="utf-8")
    refused = run("examiners", "prove", who["last_name"], paper, "--proves", "BONHEUR")
    assert refused.code == 2
    assert "BONHEUR" in refused.err
