"""Names as they are searched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.db.search_key import normal, search_key, search_words, wanted_words

LETTERS = st.text(st.characters(exclude_categories=("N",)))
"""Figures alone are a telephone number, of which the groups are joined."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Legrand", "legrand"),
        ("Đỗ", "do"),
        ("NGUYỄN", "nguyen"),
        ("Łucja Wałęsa", "lucja walesa"),
        ("Ørsted", "orsted"),
        ("Œuvrard", "oeuvrard"),
        ("Læticia", "laeticia"),
        ("Jean-Noël", "jean noel"),
        ("D’Ávila", "d avila"),
        ("d'Avila", "d avila"),
        ("Weiß", "weiss"),
        ("İnan Yıldız", "inan yildiz"),
        ("Þór Ðóra", "thor dora"),
        ("  deux   mots ", "deux mots"),
        ("", ""),
    ],
)
def test_case_accents_and_hyphens_do_not_count(text: str, expected: str) -> None:
    assert normal(text) == expected


@given(st.text())
def test_what_is_normal_stays_so(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(LETTERS, LETTERS)
def test_every_word_of_a_name_finds_it(first: str, last: str) -> None:
    kept = search_words(search_key(last, first))
    assert set(wanted_words(f"{first} {last}")) <= kept


@pytest.mark.parametrize(
    ("phone", "key"),
    [
        ("+33612345678", "legrand +33612345678 0612345678"),
        ("+41791234567", "legrand +41791234567"),
        ("poste 12", "legrand poste 12"),
        ("", "legrand"),
    ],
)
def test_a_phone_is_found_as_it_is_dialled(phone: str, key: str) -> None:
    assert search_key("Legrand", phone=phone) == key


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ('=HYPERLINK("http://exemple.invalid","clic")', "hyperlink"),
        ('=HYPERLINK("http://exemple.invalid","clic")', "=hyperlink"),
        ("@SUM(1)", "sum"),
        ("(Durand)", "durand"),
        ("Durand", "(durand),"),
        ("« Zoé »", "«zoé»"),
        ("RNCP6082-BC01", "bc01"),
        ("Dupont/Martin", "martin"),
    ],
)
def test_signs_around_a_word_do_not_hide_it(text: str, query: str) -> None:
    assert set(wanted_words(query)) <= search_words(normal(text))
