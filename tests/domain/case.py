"""One line of the tables of rules: a situation and the codes of everything found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jurydesk.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class Case:
    """A situation; `expected` are all the codes found, in order and each once."""

    name: str
    expected: tuple[str, ...]
    find: Callable[[], Iterable[Finding]]

    def __str__(self) -> str:
        return self.name


def case(name: str, expected: str, find: Callable[[], Iterable[Finding]]) -> Case:
    """`expected` in words: "JURY-01 JURY-13"; empty where nothing is found."""
    return Case(name, tuple(expected.split()), find)


def codes(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in findings))
