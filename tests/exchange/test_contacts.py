from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.exchange.contacts import read_email, read_phone, to_e164
from tests.exchange.offices import cell, code_of


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("eloise.bertin@exemple.fr", "eloise.bertin@exemple.fr"),
        ("  eloise.bertin@exemple.fr ", "eloise.bertin@exemple.fr"),
        ("+cmd@exemple.fr", "+cmd@exemple.fr"),
        ("mailto:a.b@exemple.fr", "a.b@exemple.fr"),
        ("Éloïse Bertin <a.b@sous.exemple.fr>", "a.b@sous.exemple.fr"),
        ("Éloïse Bertin\n<a.b@exemple.fr>", "a.b@exemple.fr"),
        ("a.b@exemple.fr\n", "a.b@exemple.fr"),
        ("o’neil@exemple.museum", "o’neil@exemple.museum"),
        ("", ""),
        ("-", ""),
    ],
)
def test_an_address_is_kept_letter_by_letter(written: str, address: str) -> None:
    read = read_email(cell(written))
    assert (read.value, read.issue) == (address, None)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("x@y", "CELL-10!"), ("a@@exemple.fr", "CELL-10!"), ("a b@exemple.fr", "CELL-10!"),
        ("a@exemple.", "CELL-10!"), ("@exemple.fr", "CELL-10!"), ("a@exemple..fr", "CELL-10!"),
        ("à demander", "CELL-11"), ("?", "CELL-11"), ("n'en a pas", "CELL-11"),
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_what_is_to_ask_is_a_doubt(
    written: str, code: str
) -> None:
    read = read_email(cell(written))
    assert (read.value, code_of(read)) == ("", "" if written == "?" else code)


@pytest.mark.parametrize(
    "written",
    [
        "a@exemple.fr ; b@exemple.fr", "a@exemple.fr/b@exemple.fr", "a@exemple.fr ou b@exemple.fr",
        "a@exemple.fr\nb@exemple.fr", "a@exemple.fr\r\n b@exemple.fr\n",
        "a@exemple.fr  b@exemple.fr", "a@exemple.fr\n\nou b@exemple.fr",
    ],
)  # fmt: skip
def test_the_first_of_several_addresses_is_kept_and_said(written: str) -> None:
    read = read_email(cell(written))
    assert (read.value, code_of(read)) == ("a@exemple.fr", "CELL-12")


@pytest.mark.parametrize(
    "written",
    [
        638058388, 638058388.0, "638058388", "0638058388", "06 38 05 83 88", "06.38.05.83.88",
        "06-38-05-83-88", "06\u00a038\u00a005\u00a083\u00a088", "+33 6 38058388", "+33638058388",
        "0033 6 38 05 83 88", "+33 (0)6 38 05 83 88", "(+33) 6 38 05 83 88", "+330638058388",
    ],
)  # fmt: skip
def test_one_number_in_every_writing(written: Any) -> None:
    read = read_phone(cell(written))
    assert (read.value, read.issue) == ("+33638058388", None)


def test_a_foreign_number_keeps_its_country() -> None:
    assert to_e164("+32 2 555 12 12") == "+3225551212"
    assert to_e164("00 48 22 555 12 12") == "+48225551212"


@pytest.mark.parametrize(
    ("written", "value", "code"),
    [
        ("12", "", "CELL-13!"), (12, "", "CELL-13!"), ("à demander", "", "CELL-14"),
        ("06 12 34 56", "06 12 34 56", "CELL-16"), ("+33 6 12", "", "CELL-13!"),
        ("06 12 34 56 78 ou 01 23 45 67 89", "+33612345678", "CELL-15"),
        ("06 12 34 56 78\n01 23 45 67 89", "+33612345678", "CELL-15"),
        ("06 12 34\n56 78", "+33612345678", ""),
        ("06 12 34 56 78 / 01 23 45 67 89", "+33612345678", "CELL-15"),
        ("0012345", "0012345", "CELL-16"), ("", "", ""), ("-", "", ""),
    ],
)  # fmt: skip
def test_what_is_no_number_is_said(written: Any, value: str, code: str) -> None:
    read = read_phone(cell(written))
    assert (read.value, code_of(read)) == (value, code)


@given(number=st.integers(min_value=100_000_000, max_value=999_999_999))
def test_a_number_that_lost_its_zero_finds_it_again(number: int) -> None:
    assert to_e164(str(number)) == to_e164(f"0{number}") == f"+33{number}"


@given(text=st.text(max_size=30))
def test_no_text_breaks_the_readers(text: str) -> None:
    phone, email = read_phone(cell(text)), read_email(cell(text))
    assert isinstance(phone.value, str)
    assert email.value == "" or "@" in email.value
