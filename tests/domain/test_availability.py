"""What people said of their half-days: which entry decides, and the sentence that names it."""

from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.availability import Absence, Answer, AvailabilityKind, HalfDay, answer_on
from jurydesk.domain.findings import Finding
from jurydesk.domain.rules import found
from jurydesk.domain.subjects import of_examiner, of_jury
from jurydesk.finding_text import finding_text
from jurydesk.wording import Wording
from tests.builders import DAY, a_jury, a_pool
from tests.domain import availability_cases
from tests.domain.case import Case, codes

AWAY, OPTION = AvailabilityKind.AWAY, AvailabilityKind.OPTION
MONDAY = date(2027, 3, 15)


@pytest.mark.parametrize("case", availability_cases.CASES, ids=str)
def test_what_was_said_of_the_half_day(case: Case) -> None:
    assert codes(case.find()) == case.expected


def test_an_entry_speaks_of_its_days_only() -> None:
    weekly = Absence(MONDAY, date(2027, 4, 5), weekday=0)
    assert list(weekly.days()) == [MONDAY, date(2027, 3, 22), date(2027, 3, 29), date(2027, 4, 5)]
    assert not weekly.covers(date(2027, 4, 12), HalfDay.AM)
    assert not weekly.covers(date(2027, 3, 16), HalfDay.AM)


def test_the_answer_names_the_entry_that_decides() -> None:
    away = Absence(MONDAY, MONDAY, HalfDay.AM)
    held = Absence(MONDAY, MONDAY, kind=OPTION, held_until=date(2027, 3, 1))
    answers = [
        answer_on((held, away), MONDAY, half, today=today)
        for today in (date(2027, 3, 1), date(2027, 3, 2))
        for half in HalfDay
    ]
    assert answers == [
        (Answer.AWAY, away),
        (Answer.OPTION, held),
        (Answer.AWAY, away),
        (Answer.LAPSED, held),
    ]
    assert answer_on((), MONDAY, HalfDay.AM, today=MONDAY) == (Answer.SILENT, None)


def _said(finding: Finding) -> str:
    return finding_text(finding, Wording("fr")).replace("\u00a0", " ")


def test_sentences_name_the_person_the_day_and_the_entry() -> None:
    away, lapsed = (
        next(one for one in case.find() if one.code == code)
        for code, name in (
            ("JURY-11", "away, in words"),
            ("JURY-23", "an option, the day after its last"),
        )
        for case in availability_cases.CASES
        if case.name == name
    )
    who = a_pool()[0].full_name
    assert _said(away) == (
        f"{who} n’est pas disponible le 14 décembre 2026, matin (jury 1) : "
        "absence le 14 décembre 2026 (« en tournage »)."
    )
    assert _said(lapsed) == (
        f"{who} : l’option le 14 décembre 2026 valait jusqu’au 13 décembre 2026, sans "
        "confirmation ; le 14 décembre 2026, matin, compte comme non disponible (jury 1)."
    )


def test_what_was_frozen_before_entries_were_named_still_reads() -> None:
    subjects = (of_examiner(a_pool()[0]), of_jury(a_jury()))
    finding = found("JURY-11", *subjects, day=DAY, half_day=HalfDay.AM, jury=1)
    assert _said(finding).endswith("n’est pas disponible le 14 décembre 2026, matin (jury 1).")
