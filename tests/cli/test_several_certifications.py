"""Two certifications in one session from the command line: rosters in, minutes of each out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, let_in
from tests.cli.test_session_flow import CODE, DAY, POOL, filled
from tests.services.rosters import candidates_file, pool_file, trained

ONE, OTHER = "RNCP40642", "RNCP6082"


@pytest.fixture
def pair(run: Run, workspace: Path, tmp_path: Path) -> Run:
    """Two candidates of one sheet, one of another; a session of both, proposed."""
    rows = (
        trained("Nadal", "Hugo"),
        trained("Morvan", "Élise"),
        trained("Quéré", "Nolwenn", Certification=OTHER, Entrée_le="06/01/2014"),
    )
    run("candidates", "import", candidates_file(tmp_path / "c.xlsx", *rows))
    run("examiners", "import", pool_file(tmp_path / "v.xlsx", *POOL))
    for name, value in (
        ("address", "1 rue du Jury, Paris"),
        ("representative", "Hélène Fictive"),
        ("representative_role", "directrice"),
    ):
        run("settings", "set", name, value)
    run("certifications", "confirm", ONE)
    let_in(run, 1, 2)
    return run


def test_a_session_judges_both_and_has_minutes_of_each(
    pair: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pair(
        "sessions", "create", CODE, "--certification", "40642", "--certification", OTHER,
        "--days", DAY, "--place", "Paris", "--json",
    )  # fmt: skip
    assert made.code == 0, made
    assert (made.document["certification"], made.document["certifications"]) == (ONE, [ONE, OTHER])
    assert [c["candidacy"] for c in made.document["candidacies"]] == [1, 2, 3]
    plan = pair("sessions", "propose", CODE, "--seconds", "5", "--json").document
    juries = {j["certification"]: [h["candidacy"] for h in j["hearings"]] for j in plan["juries"]}
    assert juries == {ONE: [1, 2], OTHER: [3]}
    shown = pair("sessions", "check", CODE).out
    assert f"({ONE})" in shown
    assert f"({OTHER})" in shown
    assert f"{ONE} {OTHER}" in pair("sessions", "list").out

    sheet = tmp_path / "r.xlsx"
    pair("results", "template", CODE, sheet)
    monkeypatch.setenv("JURYDESK_TODAY", DAY)
    assert pair("results", "import", CODE, filled(sheet), "--close").code == 0
    which = pair("minutes", CODE, tmp_path / "pv.pdf", "--final")
    assert (which.code, ONE in which.err, OTHER in which.err) == (2, True, True)
    assert not (tmp_path / "pv.pdf").exists()
    numbers = []
    for code in (ONE, OTHER):
        path = tmp_path / f"{code}.pdf"
        final = pair("minutes", CODE, path, "--final", "--certification", code, "--json")
        numbers.append(final.document["number"])
    assert numbers == ["PV-2026-001", "PV-2026-002"]
    papers = pair("documents", CODE, tmp_path / "papers", "--json").document["files"]
    assert [Path(path).name for path in papers] == [
        f"pv-{CODE}-{ONE}.pdf",
        f"pv-{CODE}-{OTHER}.pdf",
        f"emargement-{CODE}.pdf",
        f"ordre-de-passage-{CODE}.pdf",
    ]
    assert Path(papers[1]).read_bytes() == (tmp_path / f"{OTHER}.pdf").read_bytes()
    assert pair("verify").code == 0


def test_a_certification_that_is_not_judged_is_named(pair: Run, tmp_path: Path) -> None:
    pair("sessions", "create", CODE, "--certification", ONE, "--days", DAY)
    wrong = pair("minutes", CODE, tmp_path / "pv.pdf", "--certification", OTHER)
    assert (wrong.code, wrong.out) == (2, "")
    assert f"ne juge pas {OTHER}" in wrong.err
