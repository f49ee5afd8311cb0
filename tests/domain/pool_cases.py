"""Situations of a person of the pool, whatever the jury, and what the rules find of each."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Mandate, Sex, Training
from jurydesk.domain.pool_rules import check_examiner
from tests.builders import TODAY, an_examiner
from tests.domain.case import case


def _person(**changes: Any) -> partial[tuple[Finding, ...]]:
    return partial(check_examiner, an_examiner(**changes), today=TODAY)


def _until(last: date, *others: Mandate) -> partial[tuple[Finding, ...]]:
    return _person(mandates=(Mandate(date(2024, 1, 1), last), *others))


_NEXT = Mandate(date(2027, 1, 1), date(2029, 12, 31))

CASES = (
    case("in order", "", _person()),
    case("mandate for sixty-one days more", "", _until(TODAY + timedelta(61))),
    case("mandate for sixty days more", "POOL-01", _until(TODAY + timedelta(60))),
    case("renewed already", "", _until(TODAY + timedelta(10), _NEXT)),
    case("ended yesterday", "POOL-03", _until(TODAY - timedelta(1))),
    case("no mandate", "POOL-03", _person(mandates=())),
    case("no qualification", "POOL-02", _person(qualifications=())),
    case("sex not stated", "POOL-04", _person(sex=Sex.NOT_STATED)),
    case("not trained", "JURY-14", _person(training=Training.NOT_TRAINED)),
    case("left the pool: nothing to say", "", _person(active=False, mandates=())),
)
