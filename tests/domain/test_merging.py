from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.merging import (
    FIELDS,
    FieldChoice,
    Take,
    choices,
    is_empty,
    merged_person,
    same_fields,
)
from jurydesk.domain.people import BirthPlace, Candidate, Employment, Sex

PARIS = BirthPlace("Paris 12e", "75112")
KEPT = Candidate(
    "Peyrat",
    ("Béatrice",),
    sex=Sex.FEMALE,
    birth_date=date(1976, 3, 18),
    email="b.peyrat@exemple.fr",
    employer="Kinéo",
    employments=(Employment("Canal Bleu"),),
    notes="à rappeler",
    id=1,
    version=4,
)
OTHER = Candidate(
    "Peyrat",
    ("Béatrice", "Anne"),
    usage_name="Vidal",
    birth_date=date(1976, 3, 18),
    birth_place=PARIS,
    email="bv@exemple.org",
    employer="Plein Cadre",
    employments=(Employment("Canal Bleu"), Employment("Contre-Champ", is_past=True)),
    notes="appelée le 3",
    id=2,
    version=1,
)


def test_each_difference_is_a_choice_with_what_is_proposed() -> None:
    assert choices(KEPT, OTHER) == (
        FieldChoice("first_names", ("Béatrice",), ("Béatrice", "Anne"), Take.OTHER),
        FieldChoice("usage_name", "", "Vidal", Take.OTHER),
        FieldChoice("sex", Sex.FEMALE, Sex.NOT_STATED, Take.KEPT),
        FieldChoice("birth_place", BirthPlace(), PARIS, Take.OTHER),
        FieldChoice("email", KEPT.email, OTHER.email, Take.KEPT),
        FieldChoice("employer", "Kinéo", "Plein Cadre", Take.KEPT),
        FieldChoice("employments", KEPT.employments, OTHER.employments, Take.BOTH),
        FieldChoice("notes", "à rappeler", "appelée le 3", Take.BOTH),
    )
    assert same_fields(KEPT, OTHER) == ("birth_name", "birth_date")


def test_only_what_both_say_is_a_conflict_and_only_lists_unite() -> None:
    found = choices(KEPT, OTHER)
    assert [c.field for c in found if c.is_conflict] == [
        "first_names",
        "email",
        "employer",
        "employments",
        "notes",
    ]
    assert [c.field for c in found if c.can_unite] == ["employments", "notes"]


def test_what_is_proposed_completes_the_file_and_loses_no_employer() -> None:
    assert merged_person(KEPT, OTHER, {}) == replace(
        KEPT,
        first_names=("Béatrice", "Anne"),
        usage_name="Vidal",
        birth_place=PARIS,
        employments=(
            Employment("Canal Bleu"),
            Employment("Contre-Champ", is_past=True),
            Employment("Plein Cadre"),
        ),
        notes="à rappeler\nappelée le 3",
    )


def test_everything_of_the_other_file_can_be_taken_but_its_number() -> None:
    taken = dict.fromkeys(FIELDS, Take.OTHER)
    employments = (*OTHER.employments, Employment("Kinéo"))
    expected = replace(OTHER, id=1, version=4, employments=employments)
    assert merged_person(KEPT, OTHER, taken) == expected
    # A name cannot be both
    assert merged_person(KEPT, OTHER, {"email": Take.BOTH}).email == KEPT.email


def test_a_file_without_a_difference_stays() -> None:
    assert choices(KEPT, replace(KEPT, id=2)) == ()
    assert merged_person(KEPT, replace(KEPT, id=2), {}) == KEPT


@pytest.mark.parametrize("value", ["", (), None, Sex.NOT_STATED, BirthPlace()])
def test_nothing_said(value: object) -> None:
    assert is_empty(value)
    assert not is_empty(KEPT.birth_date)
