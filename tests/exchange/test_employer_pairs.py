"""Employers matched approximately, measured against pairs that were labelled by hand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from jurydesk.exchange.organisations import LIKELY, match_organisation, organisation_likeness

PAIRS = Path(__file__).with_name("employer_pairs.csv")
AT_LEAST = 0.95


@dataclass(frozen=True)
class Pair:
    """Two names, and whether a person of the trade says that they are one company."""

    group: str
    first: str
    second: str
    same: bool


def pairs(group: str) -> list[Pair]:
    lines = PAIRS.read_text(encoding="utf-8").splitlines()[2:]
    rows = (line.split(";") for line in lines)
    return [Pair(g, a, b, s == "1") for g, a, b, s in rows if g == group]


@pytest.mark.parametrize(("group", "size"), [("rosters", 234), ("held out", 72)])
def test_precision_and_recall(group: str, size: int) -> None:
    labelled = pairs(group)
    assert len(labelled) == size
    found = [pair for pair in labelled if match_organisation(pair.first, pair.second)]
    right = [pair for pair in found if pair.same]
    wanted = [pair for pair in labelled if pair.same]
    wrong = [pair for pair in found if not pair.same]
    missed = [pair for pair in wanted if pair not in found]
    precision, recall = len(right) / len(found), len(right) / len(wanted)
    assert precision >= AT_LEAST, wrong
    assert recall >= AT_LEAST, missed


@pytest.mark.parametrize("pair", pairs("rosters") + pairs("held out"), ids=str)
def test_the_order_of_the_two_names_is_nothing(pair: Pair) -> None:
    one = organisation_likeness(pair.first, pair.second)
    assert one == organisation_likeness(pair.second, pair.first)
    assert 0 <= one <= 100
    assert (one >= LIKELY) == match_organisation(pair.first, pair.second)
