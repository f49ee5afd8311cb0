"""The documents of a file from the command line: checklist, attach, save, take out, purge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.exchange.handed_in import PDF, PROGRAM
from tests.services.rosters import candidates_file, trained


@pytest.fixture
def office(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """Two candidates of a training."""
    rows = (trained("Nadal", "Hugo"), trained("Morvan", "Élise"))
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *rows))
    return run


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "mémoire.pdf"
    path.write_bytes(PDF)
    return path


def standing(run: Run) -> dict[str, str]:
    lines = run("attachments", "list", "1", "--json").document["checklist"]
    return {line["document"]: line["standing"] for line in lines}


def test_a_file_is_attached_saved_and_taken_out(office: Run, paper: Path, tmp_path: Path) -> None:
    assert standing(office)["DISSERTATION"] == "MISSING"
    ran = office("attachments", "attach", "1", paper, "--kind", "DISSERTATION")
    assert (ran.code, ran.out) == (
        0,
        "Pièce n°\N{NO-BREAK SPACE}1 jointe\N{NO-BREAK SPACE}: mémoire.pdf\n",
    )
    assert standing(office)["DISSERTATION"] == "MET"
    again = office("attachments", "attach", "1", paper, "--kind", "DISSERTATION", "--json")
    assert (again.document["attached"], len(again.document["known"])) == ([], 1)
    (tmp_path / "out").mkdir()
    assert office("attachments", "save", "1", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "mémoire.pdf").read_bytes() == PDF
    gone = office("attachments", "detach", "1", "--json")
    assert gone.document["detached"]["name"] == "mémoire.pdf"
    assert standing(office)["DISSERTATION"] == "MISSING"


def test_the_list_reads_as_a_table(office: Run, paper: Path) -> None:
    office("attachments", "attach", "1", paper, "--kind", "DISSERTATION", "--note", "relu")
    out = office("attachments", "list", "1").out
    (line,) = (line for line in out.splitlines() if line.startswith("mémoire "))
    assert line.split() == ["mémoire", "pour", "le", "jury", "demandé", "au", "dossier"]
    assert "mémoire.pdf" in out
    assert "[DOC-01]" in out
    english = office("--lang", "en", "attachments", "list", "1").out
    assert "for the jury" in english


def test_a_hostile_file_changes_nothing(office: Run, paper: Path, tmp_path: Path) -> None:
    bad = tmp_path / "photo.jpg"
    bad.write_bytes(PROGRAM)
    ran = office("attachments", "attach", "1", paper, bad, "--json")
    assert (ran.code, ran.document["error"]["code"]) == (4, "ATTACH-PROGRAM")
    assert office("attachments", "list", "1", "--json").document["documents"] == []
    codes = {
        name: office("attachments", "attach", "1", tmp_path / name).code
        for name in ("nowhere.pdf", "cv.exe", ".")
    }
    assert codes == {"nowhere.pdf": 3, "cv.exe": 4, ".": 4}
    assert office("attachments", "attach", "99", paper).code == 2
    assert office("attachments", "attach", "1").code == 2
    assert office("attachments", "attach", "1", paper, "--kind", "PERMIT").code == 2


def test_a_document_is_described_anew(office: Run, paper: Path) -> None:
    office("attachments", "attach", "1", paper)
    ran = office(
        "attachments", "describe", "1", "--kind", "DISSERTATION", "--name", "mémoire 2", "--json"
    )
    after = ran.document["attachment"]
    assert (after["name"], after["requirement"]) == ("mémoire 2.pdf", "DISSERTATION")


def test_the_office_says_what_it_insists_on(office: Run) -> None:
    ran = office("attachments", "insist", "DISSERTATION", "--weight", "NOT_ASKED", "--json")
    assert ran.document == {"setting": "requirement.DISSERTATION.*", "weight": "NOT_ASKED"}
    assert "DISSERTATION" not in standing(office)
    assert office("attachments", "insist", "PERMIT", "--weight", "NEEDED").code == 2


def test_a_purge_is_shown_first_and_proved_in_the_trail(office: Run, paper: Path) -> None:
    nothing = office("attachments", "purge")
    assert (nothing.code, nothing.out) == (0, "Rien n’a passé le terme de sa conservation.\n")
    office("attachments", "attach", "1", paper)
    office("attachments", "detach", "1")
    shown = office("attachments", "purge", "--json").document
    assert (shown["purged"], len(shown["orphans"])) == (False, 1)
    assert office("attachments", "purge").out.rstrip().endswith(": 1")
    done = office("attachments", "purge", "--confirm", "--json").document
    assert (done["purged"], done["proof"]["digests"]) == (True, shown["orphans"])
    assert office("attachments", "purge", "--confirm").out == nothing.out
    (event, *_) = office("history", "--json").document["events"]
    assert (event["type"], event["details"]["digests"]) == ("DOCUMENTS_PURGED", *shown["orphans"])
    assert office("verify").code == 0
