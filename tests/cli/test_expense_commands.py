"""Expenses from the command line: from the rates to the payment, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.documents.reading import words
from tests.exchange.handed_in import PDF
from tests.services.expense_office import CODE, an_office

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("expenses") / "w.jurydesk"
    an_office(path)[0].close()
    return path


@pytest.fixture
def office(run: Run, template: Path, place: Path) -> Run:
    """Claims of the four who sat."""
    shutil.copyfile(template, place)
    run("expenses", "prepare", CODE)
    return run


@pytest.fixture
def ticket(tmp_path: Path) -> Path:
    path = tmp_path / "addition.pdf"
    path.write_bytes(PDF)
    return path


def test_rates_are_set_listed_and_removed(office: Run) -> None:
    ran = office(
        "expenses", "rates", "--set", "MEAL", "--amount", "21,00", "--since", "2027-01-01", "--json"
    )
    meals = [one for one in ran.document["rates"] if one["kind"] == "MEAL"]
    assert [(one["amount"], one["since"], one["until"]) for one in meals] == [
        (21.0, "2027-01-01", None),
        (20.2, "2026-01-01", "2026-12-31"),
    ]
    number = meals[0]["id"]
    office("expenses", "rates", "--remove", number)
    out = office("expenses", "rates").out
    assert f"0,529{NBSP}€" in out
    assert f"21,00{NBSP}€" not in out


def test_from_the_presence_to_the_money(office: Run, ticket: Path, tmp_path: Path) -> None:
    added = office(
        "expenses", "line", "1", "--day", "2026-12-14", "--kind", "MEAL", "--amount", "18.50"
    )
    assert (added.code, "[EXP-01]" in added.out) == (0, True)
    (meal,) = (
        line["number"]
        for line in office("expenses", "show", "1", "--json").document["claim"]["lines"]
        if line["kind"] == "MEAL"
    )
    assert office("expenses", "show", "1").code == 1
    assert office("expenses", "attach", "1", ticket, "--line", meal).code == 0
    assert office("expenses", "show", "1").code == 0
    assert office("expenses", "save", "1", "1", tmp_path / "copie.pdf").code == 0
    assert (tmp_path / "copie.pdf").read_bytes() == PDF
    assert office("expenses", "submit", "1", "2", "--day", "2026-12-16").code == 0
    assert office("expenses", "check", "1").out == (
        f"État de frais n°{NBSP}1{NBSP}: à payer, 151,00{NBSP}€ dus, reste 151,00{NBSP}€.\n"
    )
    paid = office("expenses", "pay", "1", "--amount", "100", "--reference", "VIR 1", "--json")
    assert paid.document["claims"][0]["status"] == "CHECKED"
    assert office("expenses", "pay", "1").out.endswith(f"reste 0,00{NBSP}€.\n")
    assert office("expenses", "pay", "1", "--back").code == 0
    sums = office("expenses", "statement", "--session", CODE, "--json").document["totals"]
    assert sums == {"expected": 312.5, "due": 151.0, "paid": 100.0, "outstanding": 51.0}
    assert office("verify").code == 0


def test_lines_are_changed_and_taken_out(office: Run) -> None:
    office(
        "expenses", "line", "1", "--day", "2026-12-14", "--kind", "TRAVEL_KM", "--quantity", "10"
    )
    shown = office("expenses", "show", "1", "--json").document["claim"]["lines"]
    number = next(line["number"] for line in shown if line["kind"] == "TRAVEL_KM")
    ran = office("expenses", "line", "1", "--number", number, "--quantity", "42,5", "--json")
    car = next(one for one in ran.document["claim"]["lines"] if one["number"] == number)
    assert (car["due"], car["day"]) == (22.48, "2026-12-14")
    gone = office("expenses", "line", "1", "--number", number, "--remove", "--json")
    assert gone.document["due"] == 132.5


def test_a_refused_claim_is_taken_up_again_and_thrown_away(office: Run) -> None:
    office("expenses", "submit", "3")
    office("expenses", "refuse", "3", "--reason", "illisible")
    assert "refusé" in office("expenses", "list", "--state", "REFUSED").out
    assert office("expenses", "reopen", "3").code == 0
    assert office("expenses", "remove", "3").code == 0
    left = office("expenses", "list", "--json").document["claims"]
    assert [one["claim"]["id"] for one in left] == [1, 2, 4]


def test_statements_and_claims_are_written(office: Run, tmp_path: Path) -> None:
    for out, options in (
        ("s.pdf", ("--session", CODE)),
        ("y.pdf", ("--year", "2026")),
        ("a.xlsx", ()),
    ):
        assert office("expenses", "statement", *options, "--out", tmp_path / out).code == 0
    assert "Année 2026" in words((tmp_path / "y.pdf").read_bytes())
    assert office("expenses", "print", "1", tmp_path / "c.pdf").code == 0
    assert "ARNAUD Zoé" in words((tmp_path / "c.pdf").read_bytes())


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("rates", "--set", "MEAL"), 2),
        (("rates", "--set", "MEAL", "--amount", "x", "--since", "2026-01-01"), 2),
        (("prepare", "2020-01-Z"), 2),
        (("line", "1"), 2),
        (("line", "1", "--remove"), 0),
        (("show", "99"), 2),
        (("check", "1"), 4),
        (("pay", "1"), 4),
        (("pay", "1", "2", "--amount", "1"), 2),
        (("statement", "--out", "x.pdf"), 2),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    office: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = office("expenses", *command)
    assert ran.code == code
    assert "Traceback" not in ran.err
    assert code == 0 or ran.err.strip().endswith(".")


def test_the_list_reads_as_a_table_in_both_languages(office: Run) -> None:
    out = office("expenses", "list", "--session", CODE, "--year", "2026", "--examiner", "1").out
    (row,) = (line for line in out.splitlines() if "ARNAUD Zoé" in line)
    assert row.split("  ")[0] == "1"
    assert f"132,50{NBSP}€" in row
    english = office("--lang", "en", "expenses", "list").out
    assert "  draft  " in english
    assert "To be checked: €445.00 · due: €0.00" in english
