"""Routes, marks, yes and no, colleges, absences and remarks: the small readers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Handed
from jurydesk.domain.people import Qualification, Training
from jurydesk.domain.routes import AccessRoute
from jurydesk.exchange.absences import declines_presidency, preferred_half_day, read_absences
from jurydesk.exchange.colleges import employee_status, names_certifier, read_college
from jurydesk.exchange.marks import read_count, read_handed, read_mark, read_training
from jurydesk.exchange.readings import Issue
from jurydesk.exchange.remarks import Remark, read_remark
from jurydesk.exchange.route_names import route_named
from tests.exchange.offices import TODAY, cell, code_of, excel_day


@pytest.mark.parametrize(
    ("route", "words"),
    [
        (AccessRoute.EXPERIENCE, "VAE / V.A.E. / par expérience / voie VAE / EXPERIENCE"),
        (
            AccessRoute.CONTINUING_EDUCATION,
            "FC / form. continue / stagiaire FC",
        ),
        (AccessRoute.INITIAL_TRAINING, "Etudiant / étudiante / élève / FI / formation initiale"),
        (AccessRoute.INDIVIDUAL, "CL / individuel / cand. individuelle / Candidat libre"),
        (AccessRoute.APPRENTICESHIP, "apprentissage / Apprenti / CA"),
        (AccessRoute.PROFESSIONALISATION_CONTRACT, "contrat pro / CQ"),
        (None, " / en cours / alternance / dossier reçu"),
    ],
)
def test_routes_in_the_words_of_an_office(route: AccessRoute | None, words: str) -> None:
    assert {route_named(word) for word in words.split(" / ")} == {route}


@pytest.mark.parametrize(
    ("written", "mark", "missed", "issue"),
    [
        ("12,7", "12.7", False, ""), (14.05, "14.05", False, ""), ("12/20", "12", False, ""),
        (0, "0", False, ""), (20, "20", False, ""), ("abs", None, True, ""),
        ("ABS.", None, True, ""),
        ("", None, False, ""), ("-", None, False, ""), (21, None, False, "CELL-45!"),
        (-1, None, False, "CELL-45!"), ("12,7,3", None, False, "CELL-45!"),
        ("très bien", None, False, "CELL-46"), ("NaN", None, False, "CELL-45!"),
    ],
)  # fmt: skip
def test_marks(written: Any, mark: str | None, missed: bool, issue: str) -> None:
    read = read_mark(cell(written))
    assert read.value == (None if mark is None else Decimal(mark), missed)
    assert code_of(read) == issue


@pytest.mark.parametrize(
    ("written", "handed", "issue"),
    [
        ("oui", Handed.YES, ""), ("OUI", Handed.YES, ""), ("x", Handed.YES, ""),
        ("✓", Handed.YES, ""),
        (True, Handed.YES, ""), (excel_day(2026, 6, 1), Handed.YES, ""), ("non", Handed.NO, ""),
        (False, Handed.NO, ""), ("", Handed.UNKNOWN, ""), ("peut-être", Handed.UNKNOWN, "CELL-47"),
    ],
)  # fmt: skip
def test_pieces_of_work_handed_in(written: Any, handed: Handed, issue: str) -> None:
    read = read_handed(cell(written))
    assert (read.value, code_of(read)) == (handed, issue)


@pytest.mark.parametrize(
    ("written", "training", "year", "issue"),
    [
        ("oui", Training.TRAINED, None, ""), ("non", Training.NOT_TRAINED, None, ""),
        ("2024", Training.TRAINED, 2024, ""), (2024, Training.TRAINED, 2024, ""),
        ("oui (2023)", Training.TRAINED, 2023, ""), ("", Training.UNKNOWN, None, ""),
        (excel_day(2024, 5, 2), Training.TRAINED, 2024, ""),
        ("bof", Training.UNKNOWN, None, "CELL-47"),
    ],
)  # fmt: skip
def test_training_to_sit(written: Any, training: Training, year: int | None, issue: str) -> None:
    read = read_training(cell(written))
    assert (read.value, code_of(read)) == ((training, year), issue)


def test_counts() -> None:
    read = [read_count(cell(value)) for value in (3, "0", "", "plusieurs", -1)]
    assert [r.value for r in read] == [3, 0, None, None, None]
    assert [code_of(r) for r in read] == ["", "", "", "CELL-48", "CELL-48"]


@pytest.mark.parametrize(
    ("written", "seats"),
    [
        ("employeur", "EMPLOYERS"), ("Employeurs", "EMPLOYERS"), ("EMPLOYERS", "EMPLOYERS"),
        ("Rep. salariés (syndicat)", "EMPLOYEES"), ("Salariés", "EMPLOYEES"),
        ("salarié", "EMPLOYEES"),
        ("indep.", "INDEPENDENT"), ("Indépendant secteur", "INDEPENDENT"),
        ("pédago", "TEACHING_STAFF"), ("Equipe péda", "TEACHING_STAFF"),
        ("CEFPF", "TEACHING_STAFF"),
        ("employeur / indép.", "EMPLOYERS INDEPENDENT"),
        ("Rep. salariés\nRep. employeurs", "EMPLOYEES EMPLOYERS"),
        ("Rep. salariés\r\n\r\nindép.\n", "EMPLOYEES INDEPENDENT"),
        ("Rep. salariés\n(syndicat)", "EMPLOYEES"),
    ],
)  # fmt: skip
def test_colleges(written: str, seats: str) -> None:
    read = read_college(written)
    assert read.value == tuple(Qualification(seat) for seat in seats.split())
    assert read.issue is None


def test_no_college_is_a_doubt_and_an_unknown_one_is_refused() -> None:
    assert code_of(read_college("")) == "CELL-53"
    assert code_of(read_college("présidente d'honneur")) == "CELL-54!"
    assert code_of(read_college("salariés\nprésidente d'honneur")) == "CELL-54!"


def test_whether_an_employer_must_be_told_is_deduced_only_where_it_is_certain() -> None:
    employee, employer = (Qualification("EMPLOYEES"),), (Qualification("EMPLOYERS"),)
    assert employee_status(employee, "Contre-Champ") is True
    assert employee_status(employee, "intermittent") is None
    assert employee_status(employee, "Freelance") is False
    assert employee_status(employer, "Contre-Champ") is None


def test_the_certifier_is_known_by_its_name_as_a_word() -> None:
    assert names_certifier("CEFPF (Paris)")
    assert not names_certifier("Anciens du CEFPFX")


@pytest.mark.parametrize(
    ("written", "ranges"),
    [
        ("01/01–13/01/2027; 11/12–30/12/2026", "2026-12-11/2026-12-30 2027-01-01/2027-01-13"),
        ("29/12–14/01/2027; 21/12–09/01/2027", "2026-12-21/2027-01-09 2026-12-29/2027-01-14"),
        ("du 28/12 au 05/01", "2026-12-28/2027-01-05"),
        ("20/11-30/11", "2026-11-20/2026-11-30"),
        ("11/12/2026 - 30/12/2026", "2026-12-11/2026-12-30"),
        ("11/12/26 au 05/01", "2026-12-11/2027-01-05"),
        ("15/12/2026", "2026-12-15/2026-12-15"),
        ("15/12/2026\n17/12–18/12/2026\n", "2026-12-15/2026-12-15 2026-12-17/2026-12-18"),
        ("du 28/12\nau 05/01", "2026-12-28/2027-01-05"),
        ("le 15/12", "2026-12-15/2026-12-15"),
        (excel_day(2026, 12, 15), "2026-12-15/2026-12-15"),
        ("", ""),
        ("néant", ""),
    ],
)
def test_absences_take_the_year_of_their_end(written: Any, ranges: str) -> None:
    read = read_absences(cell(written), today=TODAY)
    expected = [tuple(map(date.fromisoformat, text.split("/"))) for text in ranges.split()]
    assert [(one.start, one.end) for one in read.value] == expected
    assert read.issue is None


def test_absences_by_half_day() -> None:
    read = read_absences(cell("15/12/2026 matin; 16/12/2026 (après-midi)"), today=TODAY)
    assert [absence.half_day for absence in read.value] == [HalfDay.AM, HalfDay.PM]
    wrapped = read_absences(cell("15/12/2026\nmatin"), today=TODAY)
    assert [absence.half_day for absence in wrapped.value] == [HalfDay.AM]


@pytest.mark.parametrize(
    ("written", "issue", "kept"),
    [
        ("un mardi sur deux; 15/12/2026", "CELL-52", 1),
        ("un mardi sur deux\n15/12/2026", "CELL-52", 1), ("31/02", "CELL-01!", 0),
        ("31/02–03/03/2027", "CELL-01!", 0),
        ("01/13–02/13/2027", "CELL-02!", 0), ("30/12/2026–11/12/2026", "CELL-51!", 0),
    ],
)  # fmt: skip
def test_absences_that_cannot_be_read(written: str, issue: str, kept: int) -> None:
    read = read_absences(cell(written), today=TODAY)
    assert (code_of(read), len(read.value)) == (issue, kept)


def test_comments_on_an_examiner() -> None:
    assert preferred_half_day("préfère les matins") is HalfDay.AM
    assert preferred_half_day("plutôt l'après-midi") is HalfDay.PM
    assert preferred_half_day("matins difficiles") is None
    assert preferred_half_day("préfère le train") is None
    assert declines_presidency("ne veut plus présider")
    assert declines_presidency("Ne souhaite pas la présidence")
    assert not declines_presidency("a présidé en 2024")


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        ("RQTH - prévoir tiers temps", Remark(extra_time=True)),
        ("1/3 temps", Remark(extra_time=True)),
        ("accès PMR nécessaire", Remark(step_free=True)),
        ("en fauteuil roulant, tiers-temps", Remark(extra_time=True, step_free=True)),
        ("ne pas convoquer avant 15/01", Remark(not_before=date(2027, 1, 15))),
        ("ne pas convoquer avant le 15 janvier", Remark(not_before=date(2027, 1, 15))),
        ("pas avant le 1er mars 2027", Remark(not_before=date(2027, 3, 1))),
        ("not before 15/01", Remark(not_before=date(2027, 1, 15))),
        ("en tournage jusqu'au 12/12", Remark(not_before=date(2026, 12, 13))),
        ("en tournage jusqu’au 31/12/2026", Remark(not_before=date(2027, 1, 1))),
        ("absente jusqu'au 05/02/27", Remark(not_before=date(2027, 2, 6))),
        ("a travaillé avec B. Peyrat (jury)", Remark(worked_with="B. Peyrat")),
        ("a travaillé avec B. Peyrat\nvoir mail", Remark(worked_with="B. Peyrat")),
        ("ne pas convoquer\navant 15/01", Remark(not_before=date(2027, 1, 15))),
        ("voir mail du 3/11", Remark()),
        ("dossier avant 15/01", Remark()),
        ("", Remark()),
    ],
)
def test_remarks_that_matter_for_the_planning(written: str, remark: Remark) -> None:
    assert read_remark(written, today=date(2026, 11, 16)) == remark


def test_a_remark_with_a_day_that_does_not_exist_is_said() -> None:
    remark = read_remark("ne pas convoquer avant 31/02", today=TODAY)
    assert remark.not_before is None
    assert remark.issue is not None
    assert (remark.issue.code, remark.issue.grave) == ("CELL-65", False)


def test_a_remark_with_a_month_that_nobody_knows_is_said() -> None:
    remark = read_remark("ne pas convoquer avant le 15 brumaire", today=TODAY)
    issue = Issue("CELL-65", (("part", "ne pas convoquer avant le 15 brumaire"),))
    assert remark == Remark(issue=issue)


def test_what_stands_between_two_signs_of_separation_is_nothing() -> None:
    absences = read_absences(cell("15/12/2026; ; 16/12/2026;"), today=TODAY).value
    assert [absence.start.day for absence in absences] == [15, 16]
    assert read_college("salariés / / indép.").value == (
        Qualification("EMPLOYEES"),
        Qualification("INDEPENDENT"),
    )
