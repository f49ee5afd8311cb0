"""`minutes verify FILE`: offline, in words and as a document, with its exit codes."""

from __future__ import annotations

from pathlib import Path

from jurydesk.documents.minutes import render_minutes
from jurydesk.domain.minutes_content import content_hash
from jurydesk.wording import Wording
from tests.cli.conftest import Run
from tests.documents import builders as b


def written(folder: Path, *, changed: int | None = None) -> Path:
    """Minutes as a file, one of its bytes changed where one is named."""
    pdf = bytearray(render_minutes(b.content(), wording=Wording("fr")))
    if changed is not None:
        pdf[changed] ^= 1
    place = folder / "pv.pdf"
    place.write_bytes(pdf)
    return place


def test_a_true_copy_is_told_without_a_workspace(run: Run, place: Path, tmp_path: Path) -> None:
    file = written(tmp_path)
    ran = run("minutes", "verify", file, "--json")
    content = b.content()
    assert (ran.code, ran.document) == (
        0,
        {
            "file": str(file),
            "true_copy": True,
            "number": content.number,
            "session": content.session_code,
            "certification": content.certification.code,
            "drawn_up_on": "2026-12-01",
            "fingerprint": content_hash(content),
            "compared_with_workspace": False,
            "differences": [],
        },
    )
    assert not place.exists()
    assert "Copie conforme du procès-verbal PV-2026-001." in run("minutes", "verify", file).out


def test_an_altered_copy_is_told_with_what_differs(run: Run, tmp_path: Path) -> None:
    file = written(tmp_path, changed=2000)
    ran = run("minutes", "verify", file, "--json")
    assert ran.code == 1
    assert ran.document["true_copy"] is False
    assert "PROOF-SEAL" in {one["code"] for one in ran.document["differences"]}
    said = run("minutes", "verify", file).out
    assert said.startswith("Ce fichier n’est pas une copie conforme du procès-verbal PV-2026-001.")


def test_a_file_that_is_no_pdf_is_damaged(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "pv.pdf"
    file.write_text("rien")
    ran = run("minutes", "verify", file)
    assert (ran.code, ran.out) == (3, "")
    assert "n’est pas un PDF" in ran.err


def test_minutes_that_are_not_in_the_workspace_are_told(
    run: Run, place: Path, tmp_path: Path
) -> None:
    assert run("init").code == 0
    ran = run("minutes", "verify", written(tmp_path), "--workspace", place, "--json")
    assert ran.code == 1
    assert [one["code"] for one in ran.document["differences"]] == ["PROOF-NOT-STORED"]
