"""Claims as a workbook and as papers, from a real workspace."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from jurydesk.errors import EnvironmentFailure, WrongUsage
from jurydesk.services.expense_claims import add_line
from jurydesk.services.expense_export import export_expenses
from jurydesk.services.expense_papers import (
    print_claim,
    print_session_expenses,
    print_year_expenses,
)
from jurydesk.services.expense_preparing import prepare_claims
from jurydesk.services.expenses import ExpenseQuery
from jurydesk.wording import Wording
from tests.documents.reading import words
from tests.services.expense_office import CAR, CODE, MEAL, an_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk

FRENCH = Wording("fr")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk, _ = an_office(tmp_path_factory.mktemp("expenses") / "bureau.jurydesk")
    prepare_claims(desk, code=CODE)
    add_line(desk, claim_id=1, line=CAR)
    add_line(desk, claim_id=1, line=replace(MEAL, note="=1+1"))
    yield desk
    desk.close()


def test_amounts_are_numbers_with_two_decimals_and_a_sign(desk: Desk, tmp_path: Path) -> None:
    assert export_expenses(desk, path=tmp_path / "frais.xlsx", wording=FRENCH) == 4
    claims, lines = load_workbook(tmp_path / "frais.xlsx").worksheets
    heads = [cell.value for cell in claims[4]]
    assert heads[:9] == [
        "N°",
        "Session",
        "Date",
        "Membre du jury",
        "État",
        "Demandé",
        "Dû",
        "Payé",
        "Reste à payer",
    ]
    first = [cell.value for cell in claims[5]]
    assert first[:9] == [
        1,
        CODE,
        datetime.fromisoformat("2026-12-14"),
        "ARNAUD Zoé",
        "à compléter",
        173.48,
        173.48,
        0,
        173.48,
    ]
    assert claims["G5"].number_format == '#,##0.00"\u00a0€"'
    car = next(row for row in lines.iter_rows(min_row=5) if row[4].value == "trajet en voiture")
    assert [cell.value for cell in car[5:9]] == [42.5, 0.529, 22.48, 22.48]
    assert car[6].number_format == '#,##0.00##"\u00a0€"'
    meal = next(row for row in lines.iter_rows(min_row=5) if row[4].value == "repas")
    assert (meal[10].value, meal[10].data_type) == ("=1+1", "s")


def test_only_what_is_on_screen_or_asked_for_in_that_order(desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "frais.xlsx"
    assert export_expenses(desk, path=place, wording=FRENCH, only=[3, 1, 99]) == 2
    assert [row[0].value for row in load_workbook(place).worksheets[0].iter_rows(min_row=5)] == [
        3,
        1,
    ]
    query = ExpenseQuery(examiner_id=2)
    assert export_expenses(desk, path=place, wording=FRENCH, query=query) == 1
    with pytest.raises(EnvironmentFailure):
        export_expenses(desk, path=tmp_path / "nowhere" / "frais.xlsx", wording=FRENCH)


def test_papers_come_from_what_is_stored(desk: Desk) -> None:
    claim = print_claim(desk, claim_id=1, wording=FRENCH)
    assert claim.name == "etat-de-frais-2026-12-A-1.pdf"
    assert "Total 173,48 € 173,48 €" in words(claim.pdf)
    session = print_session_expenses(desk, code=CODE, wording=FRENCH)
    assert "485,98 € à vérifier" in words(session.pdf)
    year = print_year_expenses(desk, year=2026, wording=FRENCH)
    assert (year.name, "Année 2026" in words(year.pdf)) == ("frais-2026.pdf", True)
    empty = print_year_expenses(desk, year=2025, wording=FRENCH)
    assert "Aucun état de frais." in words(empty.pdf)
    for act in (
        lambda: print_claim(desk, claim_id=99, wording=FRENCH),
        lambda: print_session_expenses(desk, code="X", wording=FRENCH),
    ):
        with pytest.raises(WrongUsage):
            act()


def test_sums_of_the_export_are_those_of_the_lines(desk: Desk, tmp_path: Path) -> None:
    export_expenses(desk, path=tmp_path / "f.xlsx", wording=FRENCH)
    claims, lines = load_workbook(tmp_path / "f.xlsx").worksheets
    sums = [
        sum(Decimal(str(row[at].value)) for row in sheet.iter_rows(min_row=5))
        for sheet, at in ((claims, 6), (lines, 8))
    ]
    assert sums[0] == sums[1] == Decimal("485.98")
