from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.exchange.dates import Meaning, complete_year, next_day, read_date, read_month
from jurydesk.wording import Wording
from tests.exchange.offices import TODAY, cell, code_of, excel_day

DAY = date(1976, 3, 7)


@pytest.mark.parametrize(
    "written",
    [
        excel_day(1976, 3, 7), excel_day(1976, 3, 7, 8), date(1976, 3, 7), "07/03/1976",
        "7/3/1976",        "07.03.76", "7-3-76", "07 03 1976", "1976-03-07", "1976-03-07 00:00:00",
        "1976-03-07T00:00:00", "1976/3/7", "7 mars 1976", "7\u00a0mars\u00a01976",
        " 07/03/1976 ", "le 7 mars 1976", "dimanche 7 mars 1976", "Dimanche, le 07/03/1976",
         "7 MARS 1976", "March 7, 1976",
        "7 March 1976", "7th March 1976", "07/03/1976 00:00", 27826,
    ],
)  # fmt: skip
def test_one_day_in_every_writing(written: Any) -> None:
    assert read_date(cell(written), meaning=Meaning.BIRTH, today=TODAY).value == DAY


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1er mars 1976", date(1976, 3, 1)),
        ("4 août 2026", date(2026, 8, 4)),
        ("4 aout 2026", date(2026, 8, 4)),
        ("12 févr. 2026", date(2026, 2, 12)),
        ("25 déc 2026", date(2026, 12, 25)),
        ("14 juil. 2026", date(2026, 7, 14)),
        ("3 juin 2026", date(2026, 6, 3)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_months_are_read_in_words(written: str, day: date) -> None:
    assert read_date(cell(written), meaning=Meaning.EVENT, today=TODAY).value == day


@pytest.mark.parametrize(
    ("year", "birth", "event"),
    [(89, 1989, 1989), (96, 1996, 1996), (12, 2012, 2012), (13, 1913, 2013), (26, 1926, 2026),
     (46, 1946, 2046), (47, 1947, 1947), (0, 2000, 2000), (1968, 1968, 1968)],
)  # fmt: skip
def test_the_century_of_two_digits_depends_on_what_the_date_tells(
    year: int, birth: int, event: int
) -> None:
    assert complete_year(year, meaning=Meaning.BIRTH, today=TODAY) == birth
    assert complete_year(year, meaning=Meaning.EVENT, today=TODAY) == event


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("31/02/1990", "CELL-01!"), ("29/02/2026", "CELL-01!"), ("0/1/2026", "CELL-01!"),
        ("31 avril 2026", "CELL-01!"), ("12/13/2026", "CELL-02!"), ("01/00/2026", "CELL-02!"),
        ("2026-13-01", "CELL-02!"), ("1/1/1026", "CELL-05!"), (excel_day(9999, 1, 1), "CELL-05!"),
        ("12/2026", "CELL-03!"), ("1976", "CELL-03!"), ("7 marsouin 1976", "CELL-03!"),
        ("1/2/3/4", "CELL-03!"), ("7 ma 1976", "CELL-03!"), (12, "CELL-03!"), (1.5, "CELL-03!"),
        (True, "CELL-04"), (time(8, 30), "CELL-03!"), ("voir dossier", "CELL-04"),
        (45992, "CELL-07"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_its_reason(written: Any, code: str) -> None:
    assert code_of(read_date(cell(written), meaning=Meaning.EVENT, today=TODAY)) == code


@pytest.mark.parametrize(
    "written", [None, "", "  ", "-", "—", "/", "néant", "n/a", "en attente", "À venir", "pending"]
)
def test_no_day_yet_is_no_doubt(written: str | None) -> None:
    read = read_date(cell(written), meaning=Meaning.EVENT, today=TODAY)
    assert (read.value, read.issue) == (None, None)


def test_the_refusal_names_the_last_day_of_the_month() -> None:
    read = read_date(cell("31/02/1990"), meaning=Meaning.BIRTH, today=TODAY)
    assert read.issue is not None
    assert dict(read.issue.figures) == {"day": 31, "month": "02/1990", "last": 28}


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("11/2024", date(2024, 11, 1)), ("2024-11", date(2024, 11, 1)),
        ("03.2025", date(2025, 3, 1)),
        ("novembre 2024", date(2024, 11, 1)), ("nov. 2024", date(2024, 11, 1)),
        (excel_day(2024, 11, 1), date(2024, 11, 1)), ("15/11/2024", date(2024, 11, 1)), ("", None),
    ],
)  # fmt: skip
def test_a_month_is_its_first_day(written: Any, month: date | None) -> None:
    read = read_month(cell(written))
    assert (read.value, read.issue) == (month, None)


def test_what_is_no_month_is_a_doubt_or_refused() -> None:
    assert code_of(read_month(cell("jadis"))) == "CELL-06"
    assert code_of(read_month(cell("13/2024"))) == "CELL-02!"


def test_the_next_such_day_crosses_the_new_year() -> None:
    assert next_day(12, 12, after=TODAY) == date(2026, 12, 12)
    assert next_day(15, 1, after=TODAY) == date(2027, 1, 15)
    assert next_day(23, 11, after=TODAY) == TODAY
    assert next_day(29, 2, after=TODAY) == date(2028, 2, 29)
    assert next_day(31, 2, after=TODAY) is None


DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))


@given(day=DAYS, writing=st.sampled_from(["%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y"]))
def test_a_day_in_figures_comes_back(day: date, writing: str) -> None:
    written = cell(day.strftime(writing))
    assert read_date(written, meaning=Meaning.EVENT, today=TODAY).value == day


@given(day=DAYS, language=st.sampled_from(["fr", "en"]), weekday=st.booleans())
def test_a_day_in_the_words_of_our_own_papers_comes_back(
    day: date, language: Any, weekday: bool
) -> None:
    written = cell(Wording(language).date(day, weekday=weekday))
    assert read_date(written, meaning=Meaning.EVENT, today=TODAY).value == day


@given(days=st.integers(min_value=0, max_value=25 * 365))
def test_a_birth_of_two_digits_comes_back_for_any_age_of_work(days: int) -> None:
    day = date(2012, 1, 1) - timedelta(days=days + 365)
    written = cell(day.strftime("%d.%m.%y"))
    assert read_date(written, meaning=Meaning.BIRTH, today=TODAY).value == day


@given(text=st.text(max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_date(cell(text), meaning=Meaning.BIRTH, today=TODAY)
    assert read.value is None or 1900 <= read.value.year <= 2100
