"""The rosters of a real office's making, as they are: exact figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.routes import AccessRoute
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.certification_files import read_certifications
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.readings import CandidateReading, ExaminerReading, Found, IgnoredRow
from jurydesk.exchange.remarks import read_remark
from jurydesk.exchange.tie_matching import match_person
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.wording import Wording
from tests.exchange.offices import TODAY, codes_of, reasons_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def candidates(shared_folder: Path) -> CandidateReading:
    book = read_workbook(shared_folder / "samples" / "suivi-candidats-2026.xlsx")
    return read_candidates(book, read_certifications(), today=TODAY)


@pytest.fixture(scope="module")
def examiners(shared_folder: Path) -> ExaminerReading:
    book = read_workbook(shared_folder / "samples" / "vivier-jury-2026.xlsx")
    return read_examiners(book, read_certifications(), today=TODAY)


def test_the_sheets_and_their_figures(candidates: CandidateReading) -> None:
    vae, training = candidates.sheets
    figures = [
        (s.sheet, s.header_row, s.read, len(s.rows), len(s.rejected)) for s in (vae, training)
    ]
    assert figures == [
        ("VAE", 4, 37, 36, 1), ("Promos 2026", 1, 41, 41, 0),
    ]  # fmt: skip
    assert (vae.ignored, training.ignored) == ((IgnoredRow(45, "total"),), ())
    assert [(i.code, dict(i.figures)["sheet"]) for i in candidates.skipped] == [
        ("ROSTER-05", "Listes")
    ]
    assert vae.problems == ()
    assert {c.found for c in vae.columns} == {Found.HEADING}
    assert [i.code for i in training.problems] == ["ROSTER-08"]


def test_the_rejected_row_has_a_reason_for_each_bad_cell(candidates: CandidateReading) -> None:
    (rejected,) = candidates.sheets[0].rejected
    assert rejected.row == 42
    assert reasons_of(rejected) == {
        "Né(e) le": "CELL-01", "Mail": "CELL-10", "Tél.": "CELL-13", "Titre visé": "CELL-30",
        "Blocs demandés": "CELL-38", "Livret 1 reçu le": "CELL-02",
    }  # fmt: skip


def test_the_doubts(candidates: CandidateReading) -> None:
    doubts = {
        (sheet.sheet, row.row): codes_of(row.doubts)
        for sheet in candidates.sheets
        for row in sheet.rows
        if row.doubts
    }
    title = {"Titre visé": "CELL-31"}
    assert doubts == {
        ("VAE", 8): title | {"Mail": "CELL-11"},
        ("VAE", 16): {"Prénom(s)": "CELL-22"},
        **{("VAE", row): title for row in (15, 23, 25, 30, 36, 37)},
    }


def test_the_row_that_starts_with_an_equals_sign(candidates: CandidateReading) -> None:
    row = next(row for row in candidates.sheets[0].rows if row.row == 43)
    assert (row.candidate.birth_name, row.candidate.first_names) == (
        '=HYPERLINK("http://exemple.invalid","clic")', ("@SUM(1)",),
    )  # fmt: skip
    assert (row.candidate.email, row.candidate.employer) == ("+cmd@exemple.fr", "-2+3")
    assert row.candidate.phone == "+33612345678"


def test_the_same_person_twice_reads_the_same(candidates: CandidateReading) -> None:
    rows = {row.row: row for row in candidates.sheets[0].rows}
    assert rows[5].candidate == rows[41].candidate
    assert rows[5].candidacy == rows[41].candidacy


def test_every_phone_birth_and_code_is_settled(candidates: CandidateReading) -> None:
    for row in candidates.rows:
        person = row.candidate
        assert person.phone == "" or (person.phone.startswith("+33") and len(person.phone) == 12)
        assert person.birth_date is not None
        assert 1960 <= person.birth_date.year <= 2010
        assert len(person.birth_place.insee) in {0, 5}
    without_code = [r.candidate.full_name for r in candidates.sheets[0].rows
                    if not r.candidate.birth_place.insee]  # fmt: skip
    assert without_code == ["PÉLISSIER Côme", "MAZET Léa"]


def test_routes_certifications_and_blocks(candidates: CandidateReading) -> None:
    vae, training = candidates.sheets
    assert {row.candidacy.route for row in vae.rows} == {AccessRoute.EXPERIENCE}
    assert Counter(row.candidacy.route for row in training.rows) == {
        AccessRoute.CONTINUING_EDUCATION: 16, AccessRoute.INITIAL_TRAINING: 15,
        AccessRoute.INDIVIDUAL: 9, AccessRoute.APPRENTICESHIP: 1,
    }  # fmt: skip
    assert Counter(row.candidacy.certification for row in vae.rows) == {
        "RNCP40642": 19, "RNCP41481": 11, "RNCP34316": 6,
    }  # fmt: skip
    assert Counter(row.candidacy.blocks for row in vae.rows) == {
        (): 16, ("BC01", "BC02", "BC03"): 7, ("BC01", "BC03"): 5, ("BC02",): 4,
        ("RNCP34316BC01", "RNCP34316BC02", "RNCP34316BC03"): 3, ("RNCP34316BC02",): 1,
    }  # fmt: skip


def test_remarks_and_comments(candidates: CandidateReading) -> None:
    vae = candidates.sheets[0]
    assert sum(row.candidacy.extra_time for row in vae.rows) == 10
    assert Counter(row.candidacy.not_before for row in vae.rows if row.candidacy.not_before) == {
        date(2026, 12, 13): 8, date(2027, 1, 15): 1,
    }  # fmt: skip
    commented = [row.row for row in vae.rows if "voir mail du 3/11" in row.candidacy.notes]
    assert commented == [15, 19, 26, 35]


def test_the_apprentice_of_a_closed_route_is_read(candidates: CandidateReading) -> None:
    last = candidates.sheets[1].rows[-1]
    assert (last.row, last.candidacy.certification, last.candidacy.route) == (
        42, "RNCP6082", AccessRoute.APPRENTICESHIP,
    )  # fmt: skip
    assert last.candidacy.entry == date(2018, 9, 1)


def test_the_pool(examiners: ExaminerReading) -> None:
    (pool,) = examiners.sheets
    assert (pool.header_row, pool.read, pool.rejected, pool.ignored, pool.problems) == (
        3, 28, (), (), (),
    )  # fmt: skip
    people = [row.examiner for row in pool.rows]
    assert [row.doubts for row in pool.rows] == [()] * 28
    assert Counter(person.qualifications[0].seat for person in people) == {
        "EMPLOYERS": 7, "EMPLOYEES": 7, "INDEPENDENT": 7, "TEACHING_STAFF": 7,
    }  # fmt: skip
    assert all(len(person.mandates) == 1 for person in people)
    assert sum(bool(person.absences) for person in people) == 16
    assert sum(len(person.absences) for person in people) == 23
    assert all(a.start <= a.end for person in people for a in person.absences)
    assert sum(person.of_certifier for person in people) == 7
    assert sum(person.judges is None for person in people) == 9
    assert sum(person.declines_presidency for person in people) == 5


def test_who_is_meant_in_the_roster_of_candidates(
    candidates: CandidateReading, examiners: ExaminerReading
) -> None:
    pool = [replace(row.examiner, id=row.row) for row in examiners.rows]
    names = {person.id: person.full_name for person in pool}
    written = {
        text
        for candidacy in (row.candidacy for row in candidates.rows)
        for text in (
            candidacy.accompanist,
            candidacy.training.trainer,
            read_remark(candidacy.notes, today=TODAY).worked_with,
        )
        if text
    }
    meant = {text: names.get(match_person(text, pool) or 0, "") for text in written}
    assert [text for text, name in meant.items() if not name] == ["cabinet Alto VAE"]
    assert set(meant.values()) == {
        "", "LEGRAND Mathéo", "PEYRAT Basile", "NGUYỄN Clémence", "BONNEFOY Bùi Quang",
    }  # fmt: skip


def test_every_issue_has_its_sentence(
    candidates: CandidateReading, examiners: ExaminerReading
) -> None:
    cells = [cell for row in candidates.rows for cell in row.doubts]
    cells += [c for s in candidates.sheets for row in s.rejected for c in row.cells]
    cells += [cell for row in examiners.rows for cell in row.doubts]
    issues = [i for s in candidates.sheets for i in s.problems] + list(candidates.skipped)
    for wording in (Wording("fr"), Wording("en")):
        sentences = [wording.text(one.code, **dict(one.figures)) for one in (*cells, *issues)]
        assert all(sentence.endswith(".") for sentence in sentences)
