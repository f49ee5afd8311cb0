"""The sentences of both languages as wholes: codes, figures, typography, plurals, dates."""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk import wording as wording_module
from jurydesk.finding_text import term
from jurydesk.paths import resource
from jurydesk.wording import (
    LANGUAGES,
    Language,
    UnknownCode,
    Wording,
    catalogue,
    sentence_case,
)
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

FRENCH, ENGLISH = Wording("fr"), Wording("en")
AREAS = sorted(path.name for path in resource("wording", "fr").glob("*.json"))
WRITTEN_BY_HAND = ("EXAMPLE-", "CELL-35")
"""Examples of what a person types: their signs are those of a keyboard."""
INDENT = re.compile(r"^ +")
COUNTED = re.compile(r"\.many$")
OPEN_END = re.compile(r"\.(many|title|source|alone)$")


def area(name: str, language: Language) -> Mapping[str, str]:
    path = resource("wording", language, name)
    sentences: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return sentences


def figures(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


class TestCatalogues:
    def test_both_languages_have_the_same_areas(self) -> None:
        assert sorted(path.name for path in resource("wording", "en").glob("*.json")) == AREAS

    @pytest.mark.parametrize("name", AREAS)
    def test_both_languages_have_the_same_codes(self, name: str) -> None:
        french, english = ({COUNTED.sub("", c) for c in area(name, one)} for one in LANGUAGES)
        assert french == english

    @pytest.mark.parametrize("name", AREAS)
    def test_both_languages_take_the_same_figures(self, name: str) -> None:
        french, english = area(name, "fr"), area(name, "en")
        both = french.keys() & english.keys()
        assert {code: figures(french[code]) for code in both} == {
            code: figures(english[code]) for code in both
        }

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_form_for_many_takes_the_figures_of_the_form_for_one(
        self, language: Language
    ) -> None:
        known = catalogue(language)
        many = {code for code in known if COUNTED.search(code)}
        assert {c for c in many if COUNTED.sub("", c) not in known} == set()
        lost = {
            c for c in many if figures(known[c]) < figures(known[COUNTED.sub("", c)]) - {"count"}
        }
        assert lost == set()

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_template_hides_a_format_or_a_place(self, language: Language) -> None:
        fields = (f for text in catalogue(language).values() for f in Formatter().parse(text))
        assert {(form, to) for _, name, form, to in fields if name is not None} <= {("", None)}

    def test_a_code_in_two_files_is_a_fault(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("a", "b"):
            (tmp_path / f"{name}.json").write_text('{"X-01": "…"}', encoding="utf-8")
        monkeypatch.setattr(wording_module, "resource", lambda *parts: tmp_path)
        with pytest.raises(ValueError, match=r"b\.json repeats \['X-01'\]"):
            catalogue.__wrapped__("fr")


class TestTypography:
    @pytest.mark.parametrize("name", AREAS)
    def test_french_signs_hold_to_their_word(self, name: str) -> None:
        sentences = {
            code: INDENT.sub("", text)
            for code, text in area(name, "fr").items()
            if not code.startswith(WRITTEN_BY_HAND)
        }
        # Figures and addresses have a colon inside a word: 09:30, https://
        loose = re.compile(r"(?<![\u00a0\w])(?:[;!?»]|:(?!//))|\w[;!?»]|\w:(?!\S)|«(?!\u00a0)")
        assert {c: t for c, t in sentences.items() if loose.search(t)} == {}

    @pytest.mark.parametrize("name", AREAS)
    def test_french_apostrophes_dots_and_spaces(self, name: str) -> None:
        spaced = re.compile(r"'|\.\.\.|  |\u00a0 | \u00a0| $|\u202f")
        sentences = {code: INDENT.sub("", text) for code, text in area(name, "fr").items()}
        assert {c: t for c, t in sentences.items() if spaced.search(t.strip("\u00a0"))} == {}

    @pytest.mark.parametrize("name", AREAS)
    def test_english_signs_follow_their_word(self, name: str) -> None:
        foreign = re.compile(r"'|\.\.\.|  | $|[«»]|(?<=\w)[ \u00a0][:;!?](?!\w)")
        sentences = {code: INDENT.sub("", text) for code, text in area(name, "en").items()}
        assert {c: t for c, t in sentences.items() if foreign.search(t)} == {}


class TestText:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_an_unknown_code_is_a_fault_of_ours(self, language: Language) -> None:
        with pytest.raises(UnknownCode, match="NOT-THERE"):
            Wording(language).text("NOT-THERE")
        assert not Wording(language).has("NOT-THERE")

    @pytest.mark.parametrize(
        ("count", "french", "english"),
        [
            (0, "0\u00a0jury", "0\u00a0juries"),
            (1, "1\u00a0jury", "1\u00a0jury"),
            (2, "2\u00a0jurys", "2\u00a0juries"),
            (-1, "-1\u00a0jury", "-1\u00a0jury"),
            (-2, "-2\u00a0jurys", "-2\u00a0juries"),
            ("2", "2\u00a0jury", "2\u00a0jury"),
        ],
    )
    def test_none_is_singular_in_french_and_plural_in_english(
        self, count: int | str, french: str, english: str
    ) -> None:
        said = [wording.text("minutes.juries", count=count) for wording in (FRENCH, ENGLISH)]
        assert said == [french, english]

    def test_a_sentence_without_a_form_for_many_keeps_its_own(self) -> None:
        assert FRENCH.text("minutes.jury", number=2, count=2) == "Jury\u00a02"

    def test_words_of_a_code_are_found_or_the_code_is_kept(self) -> None:
        assert term("seat", "EMPLOYERS", ENGLISH) == "employers"
        assert term("seat", "OTHER", ENGLISH) == "OTHER"

    @pytest.mark.parametrize(
        ("text", "written"),
        [("été", "Été"), ("VAE du jour", "VAE du jour"), ("", ""), ("1er jury", "1er jury")],
    )
    def test_a_sentence_begins_with_a_capital(self, text: str, written: str) -> None:
        assert sentence_case(text) == written


class TestDates:
    @pytest.mark.parametrize(
        ("day", "french", "english"),
        [
            (dt.date(2026, 12, 1), "mardi 1er décembre 2026", "Tuesday 1 December 2026"),
            (dt.date(2026, 2, 28), "samedi 28 février 2026", "Saturday 28 February 2026"),
            (dt.date(2024, 8, 11), "dimanche 11 août 2024", "Sunday 11 August 2024"),
        ],
    )
    def test_days_in_full(self, day: dt.date, french: str, english: str) -> None:
        for wording, full in ((FRENCH, french), (ENGLISH, english)):
            assert wording.date(day, weekday=True).replace("\u00a0", " ") == full
            assert wording.date(day).replace("\u00a0", " ") == full.partition(" ")[2]

    def test_the_parts_of_a_day_are_not_torn_apart(self) -> None:
        assert FRENCH.date(dt.date(2026, 12, 1)) == "1er\u00a0décembre\u00a02026"

    def test_months(self) -> None:
        day = dt.date(2026, 8, 31)
        assert (FRENCH.month(day), ENGLISH.month(day)) == ("août 2026", "August 2026")

    def test_days_in_figures_read_alike(self) -> None:
        day = dt.date(2026, 12, 1)
        assert FRENCH.short_date(day) == ENGLISH.short_date(day) == "01/12/2026"

    @pytest.mark.parametrize(
        ("moment", "french", "english"),
        [
            (dt.time(9), "9\u00a0h", "09:00"),
            (dt.time(9, 5), "9\u00a0h\u00a005", "09:05"),
            (dt.time(0, 0), "0\u00a0h", "00:00"),
            (dt.time(17, 30), "17\u00a0h\u00a030", "17:30"),
        ],
    )
    def test_hours(self, moment: dt.time, french: str, english: str) -> None:
        assert (FRENCH.time(moment), ENGLISH.time(moment)) == (french, english)

    def test_figures_that_are_dates_are_written_out(self) -> None:
        moment = dt.datetime(2026, 12, 1, 9, 5)
        assert FRENCH.figure(moment) == "1er\u00a0décembre\u00a02026, 9\u00a0h\u00a005"
        assert ENGLISH.figure(moment) == "1\u00a0December\u00a02026, 09:05"
        assert ENGLISH.figure(moment.time()) == "09:05"
        assert [FRENCH.figure(value) for value in (3, "3", None)] == ["3", "3", "None"]

    @given(day=st.dates(), other=st.dates())
    def test_two_days_never_read_alike(self, day: dt.date, other: dt.date) -> None:
        for wording in (FRENCH, ENGLISH):
            assert (wording.date(day) == wording.date(other)) is (day == other)


@cache
def said_in_source() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """The literal texts of the source, and the patterns of those put together."""
    texts: set[str] = set()
    patterns: set[str] = set()
    for path in (REPOSITORY / "jurydesk").glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns |= set(_pattern(node))
    return frozenset(texts), tuple(map(re.compile, sorted(patterns)))


def _pattern(node: ast.JoinedStr) -> Iterator[str]:
    """One that begins with words of ours; others would fit any code."""
    first = node.values[0] if node.values else None
    if isinstance(first, ast.Constant) and len(str(first.value)) > 1:
        parts = (
            re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in node.values
        )
        yield "".join(parts)


def test_no_sentence_is_left_of_a_code_that_is_gone() -> None:
    texts, patterns = said_in_source()
    families = {text.partition(".")[0] for text in texts}

    def is_said(code: str) -> bool:
        stem = OPEN_END.sub("", code)
        while stem not in texts and "." in stem and not any(p.fullmatch(stem) for p in patterns):
            # A term of a family, `tie.TRAINER`, or a form that agrees with somebody
            stem = stem.rpartition(".")[0]
        return stem in texts | families or any(p.fullmatch(stem) for p in patterns)

    assert sorted(code for code in catalogue("fr") if not is_said(code)) == []
