"""Failures as values: their exit codes, and a sentence for each with all that it asks for."""

from __future__ import annotations

import ast
from functools import cache
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from jurydesk import errors, paths
from jurydesk.errors import (
    Cancelled,
    DamagedFile,
    EnvironmentFailure,
    JurydeskError,
    RefusedByRule,
    StaleData,
    WrongUsage,
)
from jurydesk.wording import LANGUAGES, Language, Wording, catalogue
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

OURS = {
    name
    for name, thing in vars(errors).items()
    if isinstance(thing, type) and issubclass(thing, JurydeskError)
} | {"RefusedByFindings"}
COUNTED = frozenset({"count"})
"""What a refusal by findings adds of itself."""


class Raised(NamedTuple):
    """One place of the source that makes an error of a code that is written there."""

    place: str
    code: str
    figures: frozenset[str] | None
    """None: not written out there."""


@cache
def raised_in_source() -> tuple[Raised, ...]:
    found = []
    for path in sorted((REPOSITORY / "jurydesk").glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                code = node.args[0] if node.args else None
                if node.func.id in OURS and isinstance(code, ast.Constant):
                    place = f"{path.relative_to(REPOSITORY).as_posix()}:{node.lineno}"
                    given = _figures(node)
                    if given is not None and node.func.id == "RefusedByFindings":
                        given |= COUNTED
                    found.append(Raised(place, str(code.value), given))
    return tuple(found)


def _figures(call: ast.Call) -> frozenset[str] | None:
    """The names of the figures: the last argument, where it is a dictionary in full."""
    last = call.args[-1]
    if isinstance(last, ast.Constant):
        return frozenset()
    if isinstance(last, ast.Dict) and all(isinstance(key, ast.Constant) for key in last.keys):
        return frozenset(str(key.value) for key in last.keys if isinstance(key, ast.Constant))
    return None


def _asked(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize(
    ("kind", "exit_code"),
    [
        (JurydeskError, 3),
        (Cancelled, 1),
        (WrongUsage, 2),
        (EnvironmentFailure, 3),
        (DamagedFile, 3),
        (RefusedByRule, 4),
        (StaleData, 4),
    ],
)
def test_each_kind_has_its_exit_code(kind: type[JurydeskError], exit_code: int) -> None:
    assert kind("X-01").exit_code == exit_code


def test_an_error_keeps_its_own_figures() -> None:
    figures: dict[str, str | int] = {"file": "a.xlsx", "limit": 40}
    error = EnvironmentFailure("FILE-10", figures)
    figures.clear()
    assert (error.code, error.figures, str(error)) == (
        "FILE-10",
        {"file": "a.xlsx", "limit": 40},
        "FILE-10",
    )
    assert JurydeskError("X-01").figures == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_made_in_the_source_has_a_sentence(language: Language) -> None:
    wording = Wording(language)
    assert [(r.place, r.code) for r in raised_in_source() if not wording.has(r.code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_gives_what_its_sentence_asks_for(language: Language) -> None:
    known = catalogue(language)
    lacking = [
        (raised.place, raised.code, sorted(_asked(known[raised.code]) - raised.figures))
        for raised in raised_in_source()
        if raised.figures is not None and raised.code in known
        if _asked(known[raised.code]) - raised.figures
    ]
    assert lacking == []


def test_resources_are_found_beside_the_package_or_inside_it() -> None:
    assert paths.resources() == REPOSITORY / "resources"
    assert paths.resource("icons", "home.svg").is_file()
    assert paths.resource() == paths.resources()


def test_resources_inside_the_package_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.resources() == tmp_path / "resources"


def test_what_a_person_makes_stays_with_that_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    folder = paths.user_data()
    assert folder.is_absolute()
    assert folder.name == "jurydesk"
