from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jurydesk.exchange.block_names import read_blocks
from jurydesk.exchange.certification_names import certification_named, judged_titles
from tests.exchange.offices import (
    CERTIFICATIONS,
    CURRENT,
    ENDED,
    TODAY,
    WHOLE_ONLY,
    cell,
    code_of,
)

PRODUCTION = ("RNCP6082", "RNCP34316", "RNCP40642")
DIRECTING = ("RNCP34719", "RNCP41481")


@pytest.mark.parametrize(
    "written",
    ["RNCP40642", "RNCP 40642", "rncp40642", "RNCP n° 40642", "40642", 40642,
     "RNCP40642 - Assistant de production", "Fiche RNCP 40642"],
)  # fmt: skip
def test_a_number_names_one_sheet_without_a_doubt(written: Any) -> None:
    read = certification_named(cell(written).text, CERTIFICATIONS, on=TODAY)
    assert (read.value, read.issue) == (CURRENT, None)


@pytest.mark.parametrize(
    ("title", "day", "chosen"),
    [
        ("Assistant de production", TODAY, "RNCP40642"),
        ("Assistante de production", TODAY, "RNCP40642"),
        ("ASSISTANT(E) DE PRODUCTION", TODAY, "RNCP40642"),
        ("AP", TODAY, "RNCP40642"),
        ("Assistant de production", date(2026, 1, 16), "RNCP40642"),
        ("Assistant de réalisation", TODAY, "RNCP41481"),
        ("assistant de realisation", date(2026, 2, 22), "RNCP41481"),
    ],
)
def test_a_bare_title_is_the_sheet_still_open_that_day_and_says_so(
    title: str, day: date, chosen: str
) -> None:
    read = certification_named(title, CERTIFICATIONS, on=day)
    assert read.value is not None
    assert (read.value.code, code_of(read)) == (chosen, "CELL-31")


def test_the_doubt_names_the_choice_the_others_and_the_day() -> None:
    read = certification_named("Assistant de production", CERTIFICATIONS, on=TODAY)
    assert read.issue is not None
    assert dict(read.issue.figures) == {
        "chosen": "RNCP40642", "others": "RNCP6082, RNCP34316", "day": TODAY,
    }  # fmt: skip


def test_where_every_sheet_was_closed_the_latest_is_taken_and_that_is_said() -> None:
    read = certification_named("AP", (WHOLE_ONLY, ENDED), on=TODAY)
    assert (read.value, code_of(read)) == (ENDED, "CELL-34")


def test_a_sheet_called_inactive_without_an_end_is_not_still_open() -> None:
    inactive = replace(ENDED, registered_until=None, active=False)
    read = certification_named("AP", (WHOLE_ONLY, inactive), on=TODAY)
    assert (read.value, code_of(read)) == (inactive, "CELL-34")


def test_a_title_of_one_sheet_only_is_no_doubt() -> None:
    read = certification_named(CURRENT.title, (CURRENT,), on=TODAY)
    assert (read.value, read.issue) == (CURRENT, None)


@pytest.mark.parametrize(
    ("written", "code"),
    [("RNCP99999", "CELL-30!"), ("99999", "CELL-30!"), ("Chef opérateur", "CELL-32!"),
     ("Assistant", "CELL-31"), ("12", "CELL-32!"), ("?", "CELL-32!")],
)  # fmt: skip
def test_what_is_not_known_is_refused(written: str, code: str) -> None:
    assert code_of(certification_named(written, CERTIFICATIONS, on=TODAY)) == code


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("AP", PRODUCTION), ("AR", DIRECTING), ("AP/AR", PRODUCTION + DIRECTING),
        ("AP et AR", PRODUCTION + DIRECTING), ("tous", None), ("Tout", None),
        ("RNCP40642", ("RNCP40642",)), ("40642, 41481", ("RNCP40642", "RNCP41481")),
        ("AP, RNCP40642", PRODUCTION), ("AP / ", PRODUCTION),
        ("AP\nAR", PRODUCTION + DIRECTING),
        ("RNCP40642\r\nRNCP41481\n", ("RNCP40642", "RNCP41481")),
    ],
)  # fmt: skip
def test_the_titles_that_an_examiner_may_judge(written: str, codes: tuple[str, ...] | None) -> None:
    read = judged_titles(written, CERTIFICATIONS)
    assert (read.value, read.issue) == (codes, None)


def test_titles_missing_are_a_doubt_and_unknown_ones_are_refused() -> None:
    missing, unknown = judged_titles("", CERTIFICATIONS), judged_titles("AP/CHEF", CERTIFICATIONS)
    assert (missing.value, code_of(missing)) == ((), "CELL-56")
    assert (unknown.value, code_of(unknown)) == ((), "CELL-55!")


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("BC01;BC02;BC03", (1, 2, 3)), ("BC01, BC03", (1, 3)), ("1+3", (1, 3)), ("BC02", (2,)),
        ("bloc 2", (2,)), ("Blocs 1 et 3", (1, 3)), ("BC1 BC3", (1, 3)), (2, (2,)), (2.0, (2,)),
        ("RNCP34316BC02", (2,)), ("bc01/bc02", (1, 2)), ("BC02;BC02", (2,)), ("n°3", (3,)),
        ("BC01\nBC03", (1, 3)), ("bloc 1\nbloc 2", (1, 2)),
    ],
)  # fmt: skip
def test_blocks_in_every_writing(written: Any, numbers: tuple[int, ...]) -> None:
    known = read_blocks(cell(written).text, ENDED, CERTIFICATIONS)
    assert known.value == tuple(f"RNCP34316BC{number:02d}" for number in numbers)
    short = read_blocks(cell(written).text, CURRENT, CERTIFICATIONS)
    assert short.value == tuple(f"BC{number:02d}" for number in numbers)
    assert (known.issue, short.issue) == (None, None)


@pytest.mark.parametrize(
    "written", ["", "  ", "total", "TOTAL", "tous", "toutes", "Tous les blocs"]
)
def test_the_whole_certification(written: str) -> None:
    for certification in CERTIFICATIONS:
        read = read_blocks(written, certification, CERTIFICATIONS)
        assert (read.value, read.issue) == ((), None)


def test_a_range_of_blocks_is_read_and_said() -> None:
    read = read_blocks("1-3", ENDED, CERTIFICATIONS)
    assert len(read.value) == 3
    assert code_of(read) == "CELL-39"


@pytest.mark.parametrize(
    ("written", "certification", "code"),
    [
        ("BC09", ENDED, "CELL-36!"), ("BC01", WHOLE_ONLY, "CELL-37!"), ("BC09", None, "CELL-38!"),
        ("BC02", None, ""), ("BC09", CURRENT, ""), ("le deuxième", ENDED, "CELL-35!"),
        ("BC00", ENDED, "CELL-35!"), ("1.3", ENDED, "CELL-35!"), ("RNCP40642", CURRENT, "CELL-35!"),
        (";", ENDED, ""),
    ],
)  # fmt: skip
def test_blocks_that_cannot_be(written: str, certification: Any, code: str) -> None:
    assert code_of(read_blocks(written, certification, CERTIFICATIONS)) == code
