from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from string import Formatter
from typing import Any, get_type_hints

import pytest

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.exchange.fields import CandidateField, ExaminerField
from jurydesk.paths import resource
from jurydesk.services.import_merge import OURS
from jurydesk.wording import LANGUAGES, Language, Wording
from tests.conftest import REPOSITORY

CODE = re.compile(r'"((?:CELL|ROSTER|FILE|REPORT|TEMPLATE)-[\w-]+?)"')
OUTSIDE = {"certification_files.py", "json_node.py"}


def sentences(language: Language) -> dict[str, str]:
    path = resource("wording", language, "import.json")
    catalogue: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return catalogue


def figures(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def codes_in_source() -> set[str]:
    found: set[str] = set()
    for path in (REPOSITORY / "jurydesk" / "exchange").glob("*.py"):
        if path.name not in OUTSIDE:
            found |= set(CODE.findall(path.read_text(encoding="utf-8")))
    return found


def composed_codes() -> set[str]:
    """Codes put together from a field or a word."""
    known = [("candidates", field) for field in CandidateField]
    known += [("examiners", field) for field in ExaminerField]
    named = {
        f"{prefix}-{kind}-{field}"
        for prefix in ("COLUMN", "EXAMPLE")
        for kind, field in known
        if (prefix, field) != ("EXAMPLE", "full_name")
    }
    rows = {f"ROW-{why}" for why in ("total", "empty", "heading", "example", "skipped")}
    kinds = {
        f"TEMPLATE-{part}{kind}" for part in ("", "title-") for kind in ("candidates", "examiners")
    }
    return named | rows | kinds


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_sentence_and_every_sentence_its_code(language: Language) -> None:
    assert set(sentences(language)) == codes_in_source() | composed_codes()


def test_both_languages_name_the_same_figures() -> None:
    french, english = sentences("fr"), sentences("en")
    assert {code: figures(text) for code, text in french.items()} == {
        code: figures(text) for code, text in english.items()
    }


def test_the_typography_of_each_language() -> None:
    for text in (text for code, text in sentences("fr").items() if not code.startswith("EXAMPLE")):
        assert not re.search(r"[^\u00a0][:;!?»](?!\w)|«[^\u00a0]|'", text), text
    for text in sentences("en").values():
        assert not re.search(r"[«»'\u00a0]", text), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entity", [Candidate, Candidacy, Examiner])
def test_every_field_that_an_import_can_change_has_words(language: Language, entity: type) -> None:
    wording = Wording(language)
    unsaid = [name for name in names_of(entity) if not wording.has(f"field.{name}")]
    assert unsaid == []


def names_of(entity: Any, prefix: str = "") -> Iterator[str]:
    """Yield the fields of an entity as the preview names them, those of its parts included."""
    kinds = get_type_hints(entity)
    for field in fields(entity):
        kind = kinds[field.name]
        if field.name in OURS:
            continue
        if is_dataclass(kind) and kind is not PartialDate:
            yield from names_of(kind, f"{prefix}{field.name}.")
        else:
            yield prefix + field.name
