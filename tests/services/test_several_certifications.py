"""A session of two certifications from its creation to the minutes of each; the plan is by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

import pytest

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import WHOLE
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome, Result
from jurydesk.domain.findings import Severity
from jurydesk.domain.people import Training
from jurydesk.domain.release import Role
from jurydesk.domain.session import Jury, SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import adjusting, minutes, paper_folder, planning, releasing, sessions
from jurydesk.services.deliberating import close_deliberation, open_deliberation, record_results
from jurydesk.services.demo.story import results_of
from jurydesk.services.exports import export_session
from jurydesk.services.freezing import freeze_session
from jurydesk.services.home import home
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.results_tables import results_tables
from jurydesk.services.search import search
from jurydesk.services.sessions import SessionDraft
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.services.telling import write_letter
from jurydesk.services.tie_matrix import matrix_of_session
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import (
    CODE,
    DAY,
    SEATS,
    a_candidacy,
    a_candidate,
    a_certification,
    a_composition,
    a_pool,
    some_routes,
)
from tests.documents.reading import words
from tests.fakes import FakeOffice

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.minutes import MinutesContent

A, OTHER = "2026-12-A", "RNCP6082"
FRENCH = Wording("fr")
OFFICE = OfficeSettings(
    address="1 rue du Jury, 75000 Paris",
    place="1 rue du Jury, 75000 Paris",
    siret="391 794 583 00065",
    representative="Hélène Fictive",
    representative_role="directrice",
)
OTHER_TITLE = a_certification(
    code=OTHER,
    title="Régisseur général",
    blocks=(),
    has_blocks=False,
    routes=some_routes(a_composition(seats=SEATS[:3], source="Autre fiche")),
    id=2,
)


@pytest.fixture
def empty_session(empty: FakeOffice) -> FakeOffice:
    """Candidates 1 and 2 of four seats, 3 of three; the pool judges both, 4 in the morning only."""
    pool = list(a_pool())
    pool[2] = replace(pool[2], training=Training.UNKNOWN)
    away = Absence(DAY, DAY, HalfDay.PM)
    pool[3] = replace(pool[3], training=Training.UNKNOWN, absences=(away,))
    empty.store(a_certification(), OTHER_TITLE, *pool)
    empty.store(*(a_candidate(n) for n in (1, 2, 3)), a_candidacy(1), a_candidacy(2))
    empty.store(a_candidacy(3, certification=OTHER))
    save_settings(empty.desk, settings=OFFICE)
    sessions.create_session(empty.desk, draft=SessionDraft(A, (CODE, OTHER), (DAY,)))
    return empty


@pytest.fixture
def planned_pair(empty_session: FakeOffice) -> FakeOffice:
    planning.propose(empty_session.desk, code=A, seconds=5)
    return empty_session


@pytest.fixture
def closed_pair(planned_pair: FakeOffice) -> FakeOffice:
    """The day is over: everybody passed but candidate 2, who did not come."""
    planned_pair.clock.move_to(datetime.combine(DAY, time(18)))
    freeze_session(planned_pair.desk, code=A)
    board = open_deliberation(planned_pair.desk, code=A).board
    told = results_of(board, {})
    absent = HearingRecord(2, Appearance.ABSENT)
    records = tuple(absent if one.candidacy_id == 2 else one for one in told.records)
    record_results(planned_pair.desk, code=A, results=replace(told, records=records))
    close_deliberation(planned_pair.desk, code=A)
    return planned_pair


def test_who_is_ready_for_either_is_taken(empty_session: FakeOffice) -> None:
    (session,) = empty_session.all(Kind.SESSION)
    assert (session.certifications, session.candidacies) == ((CODE, OTHER), (1, 2, 3))


def test_the_plan_has_a_jury_for_each(planned_pair: FakeOffice) -> None:
    board = sessions.open_session(planned_pair.desk, code=A)
    juries = {j.half_day: (j.certification, len(j.jurors)) for j in board.session.juries}
    # The member of the teaching staff, whom only four seats ask for, leaves at noon
    assert juries == {HalfDay.AM: (CODE, 4), HalfDay.PM: (OTHER, 3)}
    assert {h.candidacy_id: h.start.time() for h in board.session.hearings} == {
        1: time(9),
        2: time(9, 45),
        3: time(13, 30),
    }
    assert {f.severity for f in board.findings} == {Severity.WARNING}


def test_a_hearing_before_the_jury_of_the_other_blocks(planned_pair: FakeOffice) -> None:
    (morning,) = [j for j in jury_list(planned_pair) if j.half_day is HalfDay.AM]
    outcome = adjusting.move_hearing(
        planned_pair.desk, code=A, candidacy_id=3, jury=morning.number, start=time(11)
    )
    assert [f.code for f in outcome.findings if f.blocks] == ["HEAR-06"]
    with pytest.raises(RefusedByRule, match="SESSION-NOT-RELEASED"):
        releasing.release_plan(planned_pair.desk, code=A)


def jury_list(office: FakeOffice) -> tuple[Jury, ...]:
    (session,) = office.all(Kind.SESSION)
    return session.juries


def test_a_jury_that_is_added_must_say_what_it_judges(empty_session: FakeOffice) -> None:
    place = {"code": A, "day": DAY, "half_day": HalfDay.AM, "room": "Salle 1"}
    for given, code in (("", "SESSION-WHICH"), ("RNCP1", "SESSION-OTHER-CERTIFICATION")):
        with pytest.raises(WrongUsage, match=code):
            adjusting.add_jury(empty_session.desk, **place, certification=given)
    adjusting.add_jury(empty_session.desk, **place, certification="6082")
    assert jury_list(empty_session) == (Jury(1, DAY, HalfDay.AM, "Salle 1", OTHER),)


def test_what_somebody_aims_at_cannot_be_dropped(planned_pair: FakeOffice) -> None:
    desk = planned_pair.desk
    (session,) = planned_pair.all(Kind.SESSION)
    fewer = replace(session, certifications=(CODE,))
    with pytest.raises(RefusedByRule, match="SESSION-CERTIFICATION-NEEDED"):
        sessions.update_session(desk, session=fewer)
    with pytest.raises(WrongUsage, match="SESSION-WITHOUT-CERTIFICATION"):
        sessions.update_session(desk, session=replace(session, certifications=()))
    board = adjusting.withdraw_candidacy(desk, code=A, candidacy_id=3).value
    fewer = replace(board.session, certifications=(CODE,))
    outcome = sessions.update_session(desk, session=fewer)
    assert {jury.certification for jury in outcome.value.juries} == {CODE}
    revert(desk, outcome_changes=outcome.changes, label=outcome.label)
    assert {jury.certification for jury in jury_list(planned_pair)} == {CODE, OTHER}


def test_each_letter_names_what_is_judged(planned_pair: FakeOffice) -> None:
    desk = planned_pair.desk
    releasing.release_plan(desk, code=A)
    letters = {
        contact.key: write_letter(desk, code=A, contact=contact, wording=FRENCH)
        for contact in releasing.read_telling(desk, code=A).due
    }
    mine, theirs = f"{CODE} Assistant de production", f"{OTHER} Régisseur général"
    assert f"« {mine} »".replace("« ", "«\u00a0").replace(" »", "\u00a0»") in (
        letters[Role.CANDIDATE, 1].body
    )
    assert OTHER not in letters[Role.CANDIDATE, 1].body
    assert theirs in letters[Role.CANDIDATE, 3].subject
    assert CODE not in letters[Role.CANDIDATE, 3].body
    both = letters[Role.EXAMINER, 1].body
    assert f"{mine}, {theirs}" in both
    assert [line.split("Salle 1 ")[1] for line in both.splitlines() if "Salle 1" in line] == [
        f"({mine}) – collège\u00a0: employeurs",
        f"({theirs}) – collège\u00a0: employeurs",
    ]
    assert OTHER not in letters[Role.EXAMINER, 4].body


def test_another_title_in_the_same_room_is_told_anew(planned_pair: FakeOffice) -> None:
    desk = planned_pair.desk
    releasing.release_plan(desk, code=A)
    everybody = [one.key for one in releasing.read_telling(desk, code=A).due]
    releasing.mark_told(desk, code=A, people=everybody)
    (session,) = planned_pair.all(Kind.SESSION)
    swapped = tuple(
        replace(j, certification=CODE) if j.certification == OTHER else j for j in session.juries
    )
    planned_pair.store(replace(session, juries=swapped))
    drafts = releasing.read_telling(desk, code=A).drafts
    assert {one.key for one in drafts} == {
        (Role.CANDIDATE, 3),
        *((Role.EXAMINER, number) for number in (1, 2, 3)),
    }


def printed(office: FakeOffice, certification: str, *, final: bool) -> MinutesContent:
    paper = minutes.print_minutes(
        office.desk, code=A, wording=FRENCH, certification=certification, final=final
    )
    assert paper.missing == ()
    assert paper.name == f"pv-{A}-{certification}.pdf"
    assert paper.content is not None
    return paper.content


def test_minutes_of_several_must_be_asked_for_by_name(closed_pair: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="SESSION-WHICH-CERTIFICATION"):
        minutes.print_minutes(closed_pair.desk, code=A, wording=FRENCH)
    with pytest.raises(WrongUsage, match="SESSION-OTHER-CERTIFICATION"):
        minutes.preview_minutes(closed_pair.desk, code=A, certification="RNCP1")


def test_each_certification_has_minutes_of_its_own(closed_pair: FakeOffice) -> None:
    first = printed(closed_pair, OTHER, final=True)
    second = printed(closed_pair, CODE, final=True)
    assert (first.number, second.number) == ("PV-2026-001", "PV-2026-002")
    assert [one.certification for one in closed_pair.all(Kind.MINUTES)] == [OTHER, CODE]

    shown = [
        (content.certification.title, content.composition_source, heard(content), content.days)
        for content in (first, second)
    ]
    assert shown == [
        ("Régisseur général", "Autre fiche", [(3, [1, 2, 3])], (DAY,)),
        (
            "Assistant de production",
            "Fiche de test",
            [(1, [1, 2, 3, 4]), (2, [1, 2, 3, 4])],
            (DAY,),
        ),
    ]
    figures = [(c.totals.enrolled, c.totals.full, c.totals.absent) for c in (first, second)]
    assert figures == [(1, 1, 0), (2, 1, 1)]
    # Training nobody knows of: number 3 sits in both juries, number 4 in one of them
    named = [{s.id for f in c.findings for s in f.subjects} for c in (first, second)]
    assert named == [{3}, {3, 4}]
    assert printed(closed_pair, OTHER, final=False) == first


def heard(content: MinutesContent) -> list[tuple[int, list[int]]]:
    return [
        (candidate.candidacy_id, sorted(member.examiner_id for member in jury.members))
        for jury in content.juries
        for candidate in jury.candidates
    ]


def test_the_papers_of_a_session_keep_certifications_apart(
    closed_pair: FakeOffice, tmp_path: Path
) -> None:
    paths = paper_folder.print_documents(closed_pair.desk, code=A, folder=tmp_path, wording=FRENCH)
    assert [path.name for path in paths] == [
        f"pv-{A}-{CODE}.pdf",
        f"pv-{A}-{OTHER}.pdf",
        f"emargement-{A}.pdf",
        f"ordre-de-passage-{A}.pdf",
        f"affiches-{A}.pdf",
        f"contacts-confidentiel-{A}.pdf",
        f"pv-a-remplir-{A}.pdf",
    ]
    mine, theirs, sheets, passage, *_ = (words(path.read_bytes()) for path in paths)
    assert OTHER not in mine
    assert CODE not in theirs
    assert "LEGRAND3" not in mine
    assert "LEGRAND1" not in theirs
    for both in (sheets, passage):
        assert "Assistant de production" in both
        assert "Régisseur général" in both


def test_home_asks_for_minutes_until_both_are_there(closed_pair: FakeOffice) -> None:
    def asked() -> bool:
        tasks = home(closed_pair.desk).urgent
        return any(task.code == "TASK-MINUTES" for task in tasks)

    printed(closed_pair, CODE, final=True)
    assert asked()
    printed(closed_pair, OTHER, final=True)
    assert not asked()


def test_what_is_acquired_is_acquired_for_what_was_judged(closed_pair: FakeOffice) -> None:
    with closed_pair.desk.open_unit() as unit:
        owned = entries_of(unit, {1, 3})
    assert {(entry.certification, entry.block) for entry in owned[3]} == {(OTHER, WHOLE)}
    assert {entry.certification for entry in owned[1]} == {CODE}


def test_the_secretary_is_told_whose_block_a_column_is(planned_pair: FakeOffice) -> None:
    board = sessions.open_session(planned_pair.desk, code=A)
    hearings, *_ = results_tables(board, wording=FRENCH)
    heads = [column.heading for column in hearings.columns]
    assert f"{CODE}BC01 (acquis / refusé)" in heads
    assert "Certification (acquis / refusé)" in heads


def test_lists_name_every_certification(planned_pair: FakeOffice, tmp_path: Path) -> None:
    (row,) = sessions.list_sessions(planned_pair.desk)
    assert row.judged == f"{CODE} · {OTHER}"
    assert [hit.detail for hit in search(planned_pair.desk, query=A)] == [f"{CODE} · {OTHER}"]
    matrix = matrix_of_session(planned_pair.desk, code=A)
    assert (matrix.subject.title, len(matrix.lines)) == (f"{CODE} · {OTHER}", 3)
    path = tmp_path / "session.xlsx"
    assert export_session(planned_pair.desk, code=A, path=path, wording=FRENCH) == 3
    assert planned_pair.all(Kind.SESSION)[0].status is SessionStatus.PROPOSED


def test_a_result_is_kept_for_what_the_candidate_aims_at(closed_pair: FakeOffice) -> None:
    (deliberation,) = closed_pair.all(Kind.DELIBERATION)
    assert deliberation.record(3).results == (Result(WHOLE, Outcome.ACQUIRED),)
    assert len(deliberation.record(1).results) == 3
    assert closed_pair.all(Kind.SESSION)[0].closed_at is not None
