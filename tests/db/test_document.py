"""Dataclasses as JSON: exact, and refusing what it did not write."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from jurydesk.db.document import decode, encode, to_text
from jurydesk.domain.findings import Finding, Severity
from jurydesk.domain.minutes import MinutesContent
from jurydesk.domain.session import Proposal
from tests.db.values import any_of

DAY = date(2026, 12, 14)


@dataclass(frozen=True)
class Older:
    """A document of yesterday."""

    name: str


@dataclass(frozen=True)
class Newer:
    """The same with one more field, which has a default."""

    name: str
    shares: tuple[tuple[str, Decimal], ...] = ()


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_of(MinutesContent))
def test_minutes_come_back_through_text(content: MinutesContent) -> None:
    stored = to_text(encode(MinutesContent, content))
    assert repr(decode(MinutesContent, json.loads(stored))) == repr(content)


@given(any_of(Proposal))
def test_proposals_come_back_through_text(proposal: Proposal) -> None:
    stored = to_text(encode(Proposal, proposal))
    assert decode(Proposal, json.loads(stored)) == proposal


@pytest.mark.parametrize(
    "figure", ["2026-12-14", DAY, datetime.combine(DAY, time(9)), time(9), "", 0, "date"]
)
def test_a_figure_that_looks_like_a_date_stays_what_it_is(figure: Any) -> None:
    finding = Finding("JURY-04", Severity.WARNING, figures=(("x", figure),))
    read = decode(Finding, encode(Finding, finding))
    ((_, back),) = read.figures
    assert (type(back), back) == (type(figure), figure)


def test_a_field_that_came_later_takes_its_default() -> None:
    assert decode(Newer, encode(Older, Older("x"))) == Newer("x")


def test_decimals_keep_their_digits() -> None:
    newer = Newer("x", (("a", Decimal("14.50")),))
    assert encode(Newer, newer) == {"name": "x", "shares": [["a", "14.50"]]}
    assert str(decode(Newer, encode(Newer, newer)).shares[0][1]) == "14.50"


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"name": "x", "nobody": 1},
        {"name": "x", "shares": 3},
        {"name": "x", "shares": [["a"]]},
        {"name": "x", "shares": [["a", "many"]]},
    ],
)
def test_what_was_not_written_here_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"not a stored|zip\(\)"):
        decode(Newer, data)


def test_a_type_without_a_way_to_store_it_is_refused() -> None:
    with pytest.raises(TypeError, match="no way to store"):
        encode(bytes, b"x")


def test_text_keeps_accents_and_has_no_spaces() -> None:
    assert to_text({"né": ["Łucja", 1]}) == '{"né":["Łucja",1]}'
