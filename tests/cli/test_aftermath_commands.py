"""Notifications, parchments and papers about one person from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.reading import words
from tests.services.aftermath_office import A, a_real_office

TODAY = ("--today", "2026-12-15")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("aftermath") / "w.jurydesk"
    a_real_office(path)[0].close()
    return path


@pytest.fixture
def office(run: Run, template: Path, place: Path) -> Run:
    shutil.copyfile(template, place)
    return run


def test_from_the_list_to_the_sending(office: Run, tmp_path: Path) -> None:
    listed = office("notifications", "list", "--json", *TODAY)
    found = listed.document["notifications"]
    assert (listed.code, {one["state"] for one in found}) == (0, {"DUE"})
    folder = tmp_path / "letters"
    printed = office("notifications", "print", A, folder, "--json", *TODAY)
    assert len(printed.document["files"]) == len(list(folder.iterdir())) == 6
    sent = office("notifications", "sent", A, "--channel", "post", "--json", *TODAY)
    assert [one["channel"] for one in sent.document["sent"]] == ["POST"] * 5
    assert office("notifications", "list", "--state", "due", *TODAY).code == 0
    back = office("notifications", "withdraw", A, "5", "--why", "Retour", *TODAY)
    assert back.code == 0
    late = office("notifications", "list", "--state", "printed", "--today", "2027-02-01")
    assert late.code == 1


@pytest.mark.parametrize(
    ("words_", "code"),
    [
        (("notifications", "sent", A, "--candidacies", "1"), 4),
        (("notifications", "sent", A, "--candidacies", "x"), 2),
        (("notifications", "sent", A), 2),
        (("notifications", "sent", A, "--candidacies", "1", "--on", "2030-01-01"), 2),
        (("parchments", "issue", A, "--candidacies", "2"), 4),
        (("parchments", "issue", "2020-01-Z"), 2),
        (("parchments", "duplicate", "PA-2026-0009", "--why", "Perte"), 4),
        (("papers", "blocks", "Personne", "x.pdf"), 2),
        (("papers", "appeal", "Anne", "x.pdf", "--session", A), 2),
    ],
)
def test_bad_input_is_refused_in_words(office: Run, words_: tuple[str, ...], code: int) -> None:
    ran = office(*words_, *TODAY)
    assert (ran.code, "Traceback" in ran.err, bool(ran.err.strip())) == (code, False, True)


def test_parchments_are_issued_listed_duplicated_and_printed(office: Run, tmp_path: Path) -> None:
    issued = office("parchments", "issue", A, "--json", *TODAY)
    assert [one["number"] for one in issued.document["parchments"]] == ["PA-2026-0001"]
    office("parchments", "duplicate", "PA-2026-0001", "--why", "Perte", *TODAY)
    book = tmp_path / "registre.xlsx"
    listed = office("parchments", "list", "--out", book, "--json", *TODAY)
    assert [one["duplicate_of"] for one in listed.document["register"]] == ["", "PA-2026-0001"]
    assert (listed.document["awaited"], listed.document["missing"]) == ([], [])
    assert book.exists()
    out = tmp_path / "parchemin.pdf"
    office("parchments", "print", "PA-2026-0002", out, *TODAY)
    assert "DUPLICATA" in words(out.read_bytes())


def test_papers_about_a_session_and_one_person(office: Run, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    for command in (
        ("papers", "regularity", A, out),
        ("papers", "blocks", "Marchand", out),
        ("papers", "appeal", "Marchand", out, "--session", A),
    ):
        assert office(*command, *TODAY).code == 0
        assert out.read_bytes().startswith(b"%PDF")
        out.unlink()
