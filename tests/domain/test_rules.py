"""Every rule in the situations where it speaks, where it does not, and at the border."""

from __future__ import annotations

import pytest

from tests.domain import candidacy_cases, hearing_cases, jury_cases
from tests.domain.case import Case, codes


@pytest.mark.parametrize("case", jury_cases.CASES, ids=str)
def test_findings_of_a_jury(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", hearing_cases.CASES, ids=str)
def test_findings_of_a_hearing(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", candidacy_cases.CASES, ids=str)
def test_findings_of_a_candidacy(case: Case) -> None:
    assert codes(case.find()) == case.expected
