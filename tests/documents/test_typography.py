"""Sentences of the papers: the same in both languages, set as a printer would."""

from __future__ import annotations

import re

import pytest

from jurydesk.documents.drawing.letterhead import spaced_siret
from jurydesk.documents.drawing.typesetter import Typesetter, tidy
from jurydesk.wording import Wording, catalogue

OURS = ("minutes.", "papers.")
FRENCH = {code: text for code, text in catalogue("fr").items() if code.startswith(OURS)}
ENGLISH = {code: text for code, text in catalogue("en").items() if code.startswith(OURS)}


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Motif : aucun", "Motif\u00a0: aucun"),
        ("100 % ; oui !", "100\u00a0%\u00a0; oui\u00a0!"),
        ("« mot »", "«\u00a0mot\u00a0»"),
        ("( a, b )", "(\u00a0a, b\u00a0)"),
        ("«mot»", "«\u00a0mot»"),
        ("1\u202f000\u202f€", "1\u00a0000\u00a0€"),
        ("E\u0301lodie", "Élodie"),
        ("a\tb\x00\u200b", "a b"),
        ("  bords  ", "bords"),
        ("10:30", "10:30"),
    ],
)
def test_typed_text_is_set_with_spaces_that_hold(typed, set_as):
    assert tidy(typed) == set_as


def test_typed_tags_stay_words():
    assert Typesetter(Wording("fr")).markup("<b>A & B</b>\nC") == (
        "&lt;b&gt;A &amp; B&lt;/b&gt;<br/>C"
    )


@pytest.mark.parametrize(
    ("siret", "written"),
    [
        ("39179458300065", "391\u00a0794\u00a0583\u00a000065"),
        ("391 794 583", "391 794 583"),
        ("3917945830006X", "3917945830006X"),
    ],
)
def test_siret_is_written_in_groups(siret, written):
    assert spaced_siret(siret) == written


def test_both_languages_say_the_same_things_with_the_same_figures():
    def figures(texts):
        return {code: set(re.findall(r"{(\w+)}", text)) for code, text in texts.items()}

    assert figures(FRENCH) == figures(ENGLISH)


def test_french_signs_hold_to_their_word():
    loose = re.compile(r"[ \w](?=[;!?»])| :|«[^\u00a0]|'|\.\.\.")
    assert [text for text in FRENCH.values() if loose.search(text)] == []
