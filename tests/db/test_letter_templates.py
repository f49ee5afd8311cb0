"""Texts of letters, on both databases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.letters import LetterTemplate
from jurydesk.errors import JurydeskError, StaleData

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork

OWN = LetterTemplate("day-cover", "fr", "# Journée\n\n« {{ session }} » Łucja\n")


def test_a_text_comes_back_as_it_was_written(unit: SqlUnitOfWork) -> None:
    french = unit.letter_templates.add(OWN)
    english = unit.letter_templates.add(replace(OWN, language="en", text="x"))
    assert unit.letter_templates.of_kind("day-cover", "fr") == french == replace(OWN, id=french.id)
    assert unit.letter_templates.all() == (french, english)
    assert unit.letter_templates.of_kind("other", "fr") is None
    saved = unit.letter_templates.save(replace(french, text="y"))
    assert unit.letter_templates.get(french.id).text == saved.text == "y"
    unit.letter_templates.remove(french.id)
    assert unit.letter_templates.all() == (english,)


def test_there_is_one_text_for_each_kind_and_language(unit: SqlUnitOfWork) -> None:
    unit.letter_templates.add(OWN)
    with pytest.raises(JurydeskError) as caught:
        unit.letter_templates.add(replace(OWN, text="z"))
    assert caught.value.code == "STORE-26"


def test_two_people_do_not_write_over_each_other(unit: SqlUnitOfWork) -> None:
    first = unit.letter_templates.add(OWN)
    unit.letter_templates.save(replace(first, text="a"))
    with pytest.raises(StaleData) as caught:
        unit.letter_templates.save(replace(first, text="b"))
    assert caught.value.code == "STORE-20.LETTER_TEMPLATE"
