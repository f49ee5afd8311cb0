from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.people import Sex
from jurydesk.exchange.folding import fold, squeeze
from jurydesk.exchange.names import (
    read_first_names,
    read_name,
    read_sex,
    settle_name,
    split_full_name,
)
from tests.exchange.offices import cell, code_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("LEGRAND", "Legrand"), ("Legrand ", "Legrand"), ("legrand", "Legrand"),
        ("LE GOFF", "Le Goff"), ("Le Goff", "Le Goff"), ("LE DU", "Le Du"),
        ("DE LA TOUR", "de La Tour"), ("de La Tour", "de La Tour"), ("de LA TOUR", "de La Tour"),
        ("D'ARCY", "d’Arcy"), ("d'Arcy", "d’Arcy"), ("d’arcy", "d’Arcy"),
        ("N'DIAYE", "N’Diaye"), ("N'Diaye", "N’Diaye"), ("O'BRIEN", "O’Brien"),
        ("L'HERMITE", "L’Hermite"), ("BEN SAÏD", "Ben Saïd"), ("Ben Saïd", "Ben Saïd"),
        ("SAINT-AUBIN", "Saint-Aubin"), ("PÉLISSIER", "Pélissier"), ("NGUYỄN", "Nguyễn"),
        ("ÆNGSTRÖM", "Ængström"), ("Ængström", "Ængström"), ("VON DER LEYEN", "von der Leyen"),
        ("DA SILVA", "da Silva"), ("ORTEGA Y GASSET", "Ortega y Gasset"), ("Y TRAN", "Y Tran"),
        ("D ARCY", "D Arcy"), ("EL KHOURY", "El Khoury"), ("McDonald", "McDonald"),
        ("MÜLLER\u00a0", "Müller"), ("Nguye\u0302\u0303n", "Nguyễn"), ("X", "X"), ("", ""),
        ("-", ""), ('=HYPERLINK("x")', '=HYPERLINK("x")'), ("-2+3", "-2+3"), ("@SUM(1)", "@SUM(1)"),
    ],
)  # fmt: skip
def test_a_name_is_written_as_its_bearer_does(written: str, name: str) -> None:
    assert read_name(cell(written)).value == name


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ophélie  ", ("Ophélie",)), ("Gaëlle, Daphné", ("Gaëlle", "Daphné")),
        ("Marie-Ève, Inès  ", ("Marie-Ève", "Inès")), ("JEAN-PIERRE", ("Jean-Pierre",)),
        ("Bùi Quang", ("Bùi Quang",)), ("Zoé ; Léa", ("Zoé", "Léa")), ("Zoé,", ("Zoé",)),
        ("", ()), (" , ", ()), ("-", ()), ("?", ()), ("néant", ()), ("n/a", ()),
        ("@SUM(1,2)", ("@SUM(1,2)",)),
    ],
)  # fmt: skip
def test_a_comma_separates_first_names_a_hyphen_does_not(
    written: str, names: tuple[str, ...]
) -> None:
    read = read_first_names(cell(written))
    assert (read.value, read.issue) == (names, None)


def test_a_first_name_written_twice_is_kept_once_and_said() -> None:
    read = read_first_names(cell("Léa, Léa "))
    assert (read.value, code_of(read)) == (("Léa",), "CELL-22")


@pytest.mark.parametrize(
    ("written", "sex"),
    [
        *((word, Sex.FEMALE) for word in ("MME", "Madame", "Mlle", "f", "F", "Féminin", "Mrs")),
        *((word, Sex.MALE) for word in ("M", "M.", "Mr", "m", "H", "Masculin", "Homme")),
        *((word, Sex.NOT_STATED) for word in ("", "X", "non précisé", "NB")),
    ],
)  # fmt: skip
def test_civilities_and_sexes(written: str, sex: Sex) -> None:
    read = read_sex(cell(written))
    assert (read.value, read.issue) == (sex, None)


def test_an_unknown_civility_is_not_stated_with_a_doubt() -> None:
    read = read_sex(cell("Dr"))
    assert (read.value, code_of(read)) == (Sex.NOT_STATED, "CELL-20")


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("LEGRAND Ophélie", ("LEGRAND", "Ophélie")), ("Ophélie LEGRAND", ("LEGRAND", "Ophélie")),
        ("DE LA TOUR Zoé", ("DE LA TOUR", "Zoé")), ("Legrand, Ophélie", ("Legrand", "Ophélie")),
        ("Legrand Ophélie", ("Legrand", "Ophélie")), ("LEGRAND", ("LEGRAND", "")), ("", ("", "")),
    ],
)  # fmt: skip
def test_a_name_in_one_cell_is_cut_in_two(written: str, parts: tuple[str, str]) -> None:
    assert split_full_name(written) == parts


@given(name=st.text(st.sampled_from("aAeEéÉdDlLnN oO'’-ŁłßY"), max_size=16))
def test_a_settled_name_stays_settled(name: str) -> None:
    once = settle_name(squeeze(name))
    assert settle_name(once) == once


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Né(e) le", "ne e le"), ("N°", "n"), ("Prénom(s)", "prenom s"), ("à", "a"),
        ("Łódź", "lodz"), ("Œuvre", "oeuvre"), ("NGUYỄN", "nguyen"), ("d’Arcy", "d arcy"),
        ("zero\u200bwidth", "zerowidth"), ("straße", "strasse"), ("", ""),
    ],
)  # fmt: skip
def test_folding_forgets_case_accents_and_signs(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(text=st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Le\u202egrand", "Legrand"),
        ("\u2066Nadal\u2069 Hugo", "Nadal Hugo"),
        ("Zo\u00eb", "Zo\u00eb"),
        ("حسن", "حسن"),
    ],
)
def test_signs_that_turn_the_writing_round_are_dropped_and_letters_are_not(
    text: str, kept: str
) -> None:
    assert squeeze(text) == kept
