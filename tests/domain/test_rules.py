"""Every rule in the situations where it speaks, where it does not, and at the border."""

from __future__ import annotations

import pytest

from tests.domain import (
    candidacy_cases,
    deliberation_cases,
    grid_cases,
    hearing_cases,
    jury_cases,
    minutes_cases,
    pool_cases,
    site_cases,
)
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


@pytest.mark.parametrize("case", deliberation_cases.CASES, ids=str)
def test_findings_of_a_deliberation(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", grid_cases.CASES, ids=str)
def test_findings_of_grids_and_second_entries(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", minutes_cases.CASES, ids=str)
def test_findings_of_minutes(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", pool_cases.CASES, ids=str)
def test_findings_of_a_person_of_the_pool(case: Case) -> None:
    assert codes(case.find()) == case.expected


@pytest.mark.parametrize("case", site_cases.CASES, ids=str)
def test_findings_of_rooms_and_sites(case: Case) -> None:
    assert codes(case.find()) == case.expected
