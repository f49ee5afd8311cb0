"""The right to sit, fact by fact: proved, stated, missing; and the borders of its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex, Training
from jurydesk.domain.right_to_sit import Evidence, RightFact, RightKind, Standing, right_to_sit
from tests.builders import DAY, an_examiner

K, S = RightKind, Standing
EMPLOYED = {"is_employee": True}


def paper(proves: str) -> Attachment:
    noon = datetime(2026, 11, 23, 12)
    return Attachment(
        None, "acte.pdf", "ab", 2, "application/pdf", noon, "x", requirement=proves, examiner_id=1
    )


def facts(
    person: Examiner | None = None, *papers: str, on: date = DAY, **evidence: Any
) -> dict[RightKind, RightFact]:
    documents = tuple(map(paper, papers))
    found = right_to_sit(person or an_examiner(), on=on, evidence=Evidence(documents, **evidence))
    return {one.kind: one for one in found}


def standing(kind: RightKind, person: Examiner, *papers: str, on: date = DAY) -> Standing:
    return facts(person, *papers, on=on)[kind].standing


def test_somebody_in_order_lacks_papers_only() -> None:
    found = facts(an_examiner(**EMPLOYED))
    assert {kind: one.standing for kind, one in found.items()} == {
        K.SEAT: S.PROVED,
        K.MANDATE: S.PROVED,
        K.SCOPE: S.PROVED,
        K.TRAINING: S.STATED,
        K.TIES: S.STATED,
        K.EMPLOYER: S.PROVED,
        K.YEARS: S.PROVED,
        K.SEX: S.PROVED,
    }
    assert {one.proves for one in found.values()} == {
        "SEAT.EMPLOYERS", "MANDATE", "TRAINING", "TIES", "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "changes", "papers", "expected"),
    [
        (K.SEAT, {"qualifications": ()}, (), S.MISSING),
        (K.SEAT, {"qualifications": (Qualification("EMPLOYERS"),)}, (), S.STATED),
        (K.SEAT, {"qualifications": (Qualification("EMPLOYERS"),)}, ("MANDATE",), S.STATED),
        (K.SEAT, {"qualifications": (Qualification("EMPLOYERS"),)}, ("SEAT.EMPLOYERS",), S.PROVED),
        (K.MANDATE, {"mandates": ()}, (), S.MISSING),
        (K.MANDATE, {"mandates": (Mandate(DAY, DAY),)}, (), S.STATED),
        (K.MANDATE, {"mandates": (Mandate(DAY, DAY),)}, ("MANDATE",), S.PROVED),
        (K.MANDATE, {"mandates": ()}, ("MANDATE",), S.MISSING),
        (K.SCOPE, {"judges": ()}, (), S.MISSING),
        (K.SCOPE, {"judges": ("RNCP6082",)}, (), S.PROVED),
        (K.TRAINING, {"training": Training.UNKNOWN}, (), S.MISSING),
        (K.TRAINING, {"training": Training.NOT_TRAINED}, ("TRAINING",), S.MISSING),
        (K.TRAINING, {"trained_in": 2024}, (), S.STATED),
        (K.TRAINING, {}, ("TRAINING",), S.PROVED),
        (K.TIES, {}, ("TIES",), S.PROVED),
        (K.EMPLOYER, {"is_employee": None}, (), S.MISSING),
        (K.EMPLOYER, {"is_employee": False}, (), S.PROVED),
        (K.SEX, {"sex": Sex.NOT_STATED}, (), S.MISSING),
    ],
)
def test_each_fact(
    kind: RightKind, changes: dict[str, Any], papers: tuple[str, ...], expected: Standing
) -> None:
    assert standing(kind, an_examiner(**changes), *papers) is expected


@pytest.mark.parametrize(("days", "expected"), [(0, S.STATED), (1, S.MISSING), (-1, S.STATED)])
def test_the_last_day_of_a_mandate_is_in_it(days: int, expected: Standing) -> None:
    person = an_examiner(mandates=(Mandate(DAY - timedelta(365), DAY),))
    assert standing(K.MANDATE, person, on=DAY + timedelta(days)) is expected


@pytest.mark.parametrize(
    ("on", "count", "expected"),
    [
        (date(2030, 12, 31), 4, S.PROVED),
        (date(2031, 1, 1), 5, S.STATED),
    ],
)
def test_the_limit_of_years_is_reached_on_its_day(on: date, count: int, expected: Standing) -> None:
    person = an_examiner(mandates=(Mandate(date(2026, 1, 1), date(2032, 12, 31), "acte"),))
    fact = facts(person, on=on)[K.YEARS]
    assert (dict(fact.figures)["count"], fact.standing) == (count, expected)


def test_without_a_mandate_no_years_are_counted() -> None:
    assert K.YEARS not in facts(replace(an_examiner(), mandates=()))


def test_ties_are_counted() -> None:
    assert dict(facts(None, ties=2)[K.TIES].figures) == {"count": 2}
