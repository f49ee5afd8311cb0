"""Every kind of letter, field and piece is named in both languages; no such word is dead."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from jurydesk.domain.letters import LETTERS
from jurydesk.paths import resource
from jurydesk.services.letter_preview import example_values, field_rows
from jurydesk.wording import LANGUAGES, Wording

REPOSITORY = Path(__file__).resolve().parents[2]
SAID = re.compile(r'"(letter\.[a-z_.]+)"')


def words_of_letters() -> set[str]:
    files = resource("wording", "fr").glob("letters*.json")
    return {code for path in files for code in json.loads(path.read_text("utf-8"))}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.code)
def test_every_kind_and_every_field_is_said(kind, language) -> None:
    wording = Wording(language)
    assert wording.text(f"letter.{kind.code}")
    assert wording.text(f"letter.{kind.code}.about")
    assert all(row.meaning for row in field_rows(kind, wording))
    values = example_values(kind, wording)
    assert values.keys() == {field.name for field in kind.fields}
    assert all(isinstance(values[f.name], tuple) is f.is_many for f in kind.fields)


def test_no_word_of_a_letter_is_dead() -> None:
    used: set[str] = set()
    for kind in LETTERS:
        own = f"letter.{kind.code}"
        used |= {own, f"{own}.about"}
        for field in kind.known_fields:
            for name in (field.name, *(f"{field.name}.{part}" for part in field.parts)):
                for stem in (f"{own}.field.{name}", f"letter.field.{name}"):
                    used |= {stem, f"{stem}.example"}
        for piece in kind.known_pieces:
            used |= {f"{own}.piece.{piece}", f"letter.piece.{piece}"}
    sources = (REPOSITORY / "jurydesk").rglob("*.py")
    spoken = {code for path in sources for code in SAID.findall(path.read_text("utf-8"))}
    assert sorted(words_of_letters() - used - spoken) == []


def test_every_shipped_text_belongs_to_a_kind() -> None:
    codes = sorted(kind.code for kind in LETTERS)
    for language in LANGUAGES:
        assert sorted(path.stem for path in resource("templates", language).iterdir()) == codes


def test_french_texts_are_set_as_a_printer_would() -> None:
    loose = re.compile(r"'|\.\.\.|\w[;!?»]|«\w")
    for path in resource("templates", "fr").iterdir():
        text = re.sub(r"{%.*?%}|{{.*?}}", "", path.read_text("utf-8"))
        assert loose.findall(text) == [], path.name
