"""Parchments: for whole titles of issued minutes only, numbered without holes, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.clocks import ClockKind
from jurydesk.domain.parchments import ParchmentMark, missing_numbers, next_parchment
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import annulling
from jurydesk.services.after_papers import every_parchment, print_parchment
from jurydesk.services.deadlines import deadlines
from jurydesk.services.parchments import issue_duplicate, issue_parchments, read_register
from jurydesk.services.register_export import export_register
from tests.documents.reading import words
from tests.fakes import FakeOffice
from tests.services.aftermath_office import FRENCH, FULL, NONE, PARTIAL, A, an_office

TODAY = date(2026, 12, 15)
FIRST = "PA-2026-0001"


@pytest.fixture
def office() -> FakeOffice:
    return an_office()


def test_the_whole_title_is_waited_for_then_issued(office: FakeOffice) -> None:
    assert [one.candidacy_id for one in read_register(office.desk).awaited] == [FULL]
    (stored,) = issue_parchments(office.desk, code=A).value
    register = read_register(office.desk)
    assert register.awaited == ()
    assert [(one.key, one.mark) for one in register.lines] == [(FIRST, ParchmentMark.HOLDS)]
    content = stored.content
    assert (content.holder, content.decided_on) == ("Ophélie Anne LEGRAND", date(2026, 12, 14))
    assert (content.minutes, content.signatory) == ("PV-2026-001", "Hélène Fictive")
    assert office.acts[-1] is EventType.PARCHMENT_ISSUED


def test_issuing_is_for_good(office: FakeOffice) -> None:
    outcome = issue_parchments(office.desk, code=A)
    assert not outcome.can_be_undone
    with pytest.raises(RefusedByRule, match="PARCHMENT-ISSUED"):
        issue_parchments(office.desk, code=A, candidacies=(FULL,))
    with pytest.raises(WrongUsage, match="PARCHMENT-NOBODY"):
        issue_parchments(office.desk, code=A)


@pytest.mark.parametrize("number", [PARTIAL, NONE])
def test_no_parchment_for_less_than_the_title(office: FakeOffice, number: int) -> None:
    with pytest.raises(RefusedByRule, match="PARCHMENT-NOT-FULL"):
        issue_parchments(office.desk, code=A, candidacies=(number,))
    assert office.all(Kind.PARCHMENT) == ()


def test_no_parchment_before_the_minutes() -> None:
    office = an_office(is_issued=False)
    for numbers in (None, (FULL,)):
        with pytest.raises(RefusedByRule, match="AFTER-NOT-ISSUED"):
            issue_parchments(office.desk, code=A, candidacies=numbers)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 12, 16), "PARCHMENT-IN-FUTURE"),
        (date(2026, 12, 13), "PARCHMENT-TOO-EARLY"),
    ],
)
def test_a_day_that_cannot_be_is_refused(office: FakeOffice, day: date, code: str) -> None:
    with pytest.raises(WrongUsage, match=code):
        issue_parchments(office.desk, code=A, delivered_on=day)
    assert office.all(Kind.PARCHMENT) == ()


def test_a_name_that_differs_from_the_minutes_is_refused(office: FakeOffice) -> None:
    person = office.all(Kind.CANDIDATE)[0]
    office.workspace.images[Kind.CANDIDATE][FULL] = replace(person, birth_name="Legrant")
    with pytest.raises(RefusedByRule, match="PARCHMENT-OTHER-NAME"):
        issue_parchments(office.desk, code=A)


def test_a_duplicate_has_its_own_line_and_the_first_number(office: FakeOffice) -> None:
    issue_parchments(office.desk, code=A)
    second = issue_duplicate(office.desk, number=FIRST.lower(), reason="Perte").value
    third = issue_duplicate(office.desk, number=second.number, reason="Vol").value
    assert [(p.number, p.duplicate_of, p.reason) for p in (second, third)] == [
        ("PA-2026-0002", FIRST, "Perte"),
        ("PA-2026-0003", FIRST, "Vol"),
    ]
    text = words(print_parchment(office.desk, number=second.number, wording=FRENCH).pdf)
    assert "DUPLICATA" in text
    assert f"Parchemin n° {FIRST}" in text
    assert "Duplicata, registre n° PA-2026-0002" in text
    assert len(every_parchment(office.desk, code=A, wording=FRENCH)) == 3


def test_a_duplicate_needs_a_first_and_a_reason(office: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="PARCHMENT-NO-FIRST"):
        issue_duplicate(office.desk, number=FIRST, reason="Perte")
    with pytest.raises(WrongUsage, match="PARCHMENT-WITHOUT-REASON"):
        issue_duplicate(office.desk, number=FIRST, reason="  ")


def test_an_annulled_jury_marks_the_line(office: FakeOffice) -> None:
    issue_parchments(office.desk, code=A)
    annulling.annul_jury(office.desk, code=A, jury=1, reason="Jugement")
    assert [one.mark for one in read_register(office.desk).lines] == [ParchmentMark.ANNULLED]
    with pytest.raises(RefusedByRule, match="PARCHMENT-ANNULLED"):
        issue_duplicate(office.desk, number=FIRST, reason="Perte")


def test_the_declaration_counts_from_the_delivery(office: FakeOffice) -> None:
    def due() -> list[date | None]:
        return [d.due for d in deadlines(office.desk) if d.clock.kind is ClockKind.DECLARATION]

    assert due() == [date(2027, 3, 14)]
    office.clock.move_to(office.clock.now().replace(day=20))
    issue_parchments(office.desk, code=A)
    assert due() == [date(2027, 3, 20)]


def test_numbers_follow_within_a_year_and_show_a_hole() -> None:
    assert next_parchment(2026, ()) == FIRST
    assert next_parchment(2026, ("PA-2025-0009", "PA-2026-0002", FIRST)) == "PA-2026-0003"
    assert missing_numbers((FIRST, "PA-2026-0004")) == ("PA-2026-0002", "PA-2026-0003")


def test_the_register_is_written_as_a_workbook(office: FakeOffice, tmp_path) -> None:
    issue_parchments(office.desk, code=A)
    path = tmp_path / "registre.xlsx"
    assert export_register(office.desk, path=path, wording=FRENCH) == 1
    assert path.read_bytes().startswith(b"PK")
    assert export_register(office.desk, path=path, wording=FRENCH, only=()) == 0
