from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from jurydesk.domain.candidacy import AdmissibilityStatus, Closure, Intake
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Attendance
from jurydesk.domain.people import Examiner, Mandate
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.services.candidates import list_candidacies, save_file
from jurydesk.services.deliberating import SessionResults, record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.history import audit_figures, audit_rows
from jurydesk.services.home import home
from jurydesk.services.minutes import print_minutes
from jurydesk.services.settings import OfficeSettings, save_settings
from jurydesk.services.views import AuditRow, HomeView, Task
from jurydesk.wording import LANGUAGES, Wording
from tests.builders import (
    DAY,
    TODAY,
    a_candidacy,
    a_certification,
    a_composition,
    a_pool,
    a_record,
    a_session,
    a_vae,
    an_examiner,
    declared,
    some_routes,
)
from tests.fakes import FakeOffice


def codes(view: HomeView) -> tuple[list[str], list[str]]:
    return [task.code for task in view.urgent], [task.code for task in view.later]


def not_employed() -> tuple[Examiner, ...]:
    return tuple(replace(examiner, is_employee=False) for examiner in a_pool())


def test_empty_office_needs_nothing(empty: FakeOffice) -> None:
    view = home(empty.desk)
    assert (view.urgent, view.later, view.sessions) == ((), (), ())
    assert {figure for _, figure in view.counts} == {0}


def test_clock_is_urgent_two_weeks_before_its_last_day(office: FakeOffice) -> None:
    received = date(2026, 9, 2)
    office.store(a_vae(1, validation_received=received))
    view = home(office.desk)
    due = date(2026, 12, 2)
    figures = (("name", "LEGRAND1 Ophélie"), ("day", due), ("article", "R6412-5"))
    assert view.urgent == (Task("TASK-CLOCK-JURY", figures, due, "candidates", 1, urgent=True),)


def test_what_the_law_has_settled_is_to_be_written_down(office: FakeOffice) -> None:
    silent = {"status": AdmissibilityStatus.COMPLETE, "decided": None}
    office.store(a_vae(1, file=silent, validation_received=None))
    office.store(a_vae(2, validation_received=None))
    view = home(office.desk)
    assert [(task.code, task.due) for task in view.urgent] == [
        ("TASK-CLOCK-ADMISSIBILITY-EXPIRED", date(2026, 5, 16)),
        ("TASK-CLOCK-LAPSE-EXPIRED", date(2026, 11, 4)),
        ("TASK-CLOCK-LAPSE-EXPIRED", date(2026, 11, 17)),
    ]


def test_clock_that_stands_still_is_no_task(office: FakeOffice) -> None:
    waiting = {"complete": None, "decided": None, "status": AdmissibilityStatus.INCOMPLETE}
    office.store(a_vae(1, file=waiting, validation_received=None))
    assert codes(home(office.desk)) == ([], [])


def test_closed_session_with_its_minutes_leaves_the_declaration(on_the_day: FakeOffice) -> None:
    freeze_session(on_the_day.desk, code="2026-12-A")
    present = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
    results = SessionResults(present, (a_record(1),), declarations=declared(present))
    record_results(on_the_day.desk, code="2026-12-A", results=results)
    settings = OfficeSettings(address="1", siret="1", representative="A", representative_role="B")
    save_settings(on_the_day.desk, settings=settings)
    french = Wording("fr")
    print_minutes(on_the_day.desk, code="2026-12-A", wording=french, final=True, close=True)
    assert codes(home(on_the_day.desk)) == ([], ["TASK-CLOCK-DECLARATION"])


def test_tasks_of_sessions_follow_their_status(office: FakeOffice) -> None:
    draft = a_session(id=1, code="A", hearings=(), juries=())
    frozen = a_session(id=2, code="B", status=SessionStatus.FROZEN, days=(TODAY,))
    closed = a_session(id=3, code="C", status=SessionStatus.CLOSED, days=(TODAY,))
    office.store(draft, frozen, closed)
    view = home(office.desk)
    told = {(task.code, dict(task.figures)["session"]) for task in (*view.urgent, *view.later)}
    assert told == {("TASK-PROPOSE", "A"), ("TASK-DELIBERATE", "B"), ("TASK-MINUTES", "C")}
    assert [row.session.code for row in view.sessions] == ["B", "A"]


def test_session_in_order_asks_to_be_frozen_on_its_day(office: FakeOffice) -> None:
    office.store(a_session(), *not_employed())
    assert codes(home(office.desk)) == ([], [])
    office.clock.move_to(datetime.combine(DAY, time(8)))
    (task,) = home(office.desk).urgent
    assert (task.code, task.page, task.target) == ("TASK-FREEZE", "sessions", 1)


def test_session_says_how_much_is_left_to_settle_and_to_place(planned: FakeOffice) -> None:
    planned.store(*not_employed())
    assert codes(home(planned.desk)) == ([], ["TASK-PLACE"])
    planned.store(an_examiner(1, active=False, is_employee=False))
    assert codes(home(planned.desk)) == ([], ["TASK-SETTLE"])


def test_mandates_ties_drafts_and_compositions_wait_their_turn(office: FakeOffice) -> None:
    ends = TODAY + timedelta(days=40)
    office.store(
        an_examiner(1, mandates=(Mandate(date(2024, 1, 1), ends),)),
        Tie(1, 2, TieKind.TRAINER, id=1),
        a_candidacy(2, intake=Intake.DRAFT),
        a_certification(routes=some_routes(a_composition(status=CompositionStatus.PROPOSED))),
        a_session(hearings=(), juries=(), candidacies=()),
    )
    urgent, later = codes(home(office.desk))
    assert urgent == ["TASK-CONFIRM"]
    assert later == ["TASK-PROPOSE", "TASK-MANDATE", "TASK-DRAFTS", "TASK-TIES"]
    ties = home(office.desk).later[-1]
    assert (ties.page, ties.target) == ("ties", "proposed")


def test_mandate_about_to_end_is_urgent(office: FakeOffice) -> None:
    ends = TODAY + timedelta(days=15)
    office.store(an_examiner(1, mandates=(Mandate(date(2024, 1, 1), ends),)))
    assert codes(home(office.desk)) == (["TASK-MANDATE"], [])


def test_drafts_are_those_of_the_list_of_candidates(office: FakeOffice) -> None:
    closed = a_candidacy(1, intake=Intake.DRAFT, closure=Closure.WITHDRAWN)
    office.store(closed, a_candidacy(2, intake=Intake.DRAFT))
    (task,) = home(office.desk).later
    listed = [row.stage for row in list_candidacies(office.desk)]
    assert (task.code, dict(task.figures)) == ("TASK-DRAFTS", {"count": listed.count("DRAFT")})
    office.store(a_candidacy(2))
    assert codes(home(office.desk)) == ([], [])


def test_counts_name_what_they_count(planned: FakeOffice) -> None:
    assert dict(home(planned.desk).counts) == {
        "COUNT-CANDIDACIES": 3,
        "COUNT-READY": 2,
        "COUNT-EXAMINERS": 4,
        "COUNT-MANDATED": 4,
        "COUNT-SESSIONS": 1,
    }


def test_history_is_the_newest_first_and_reads_as_sentences(office: FakeOffice) -> None:
    for number in (1, 2):
        with office.unit() as unit:
            person, path = unit.candidates.get(number), unit.candidacies.get(number)
        save_file(office.desk, candidate=replace(person, notes="vu"), candidacy=path)
    rows = audit_rows(office.desk, limit=10)
    assert [(row.sequence, row.actor, row.code) for row in rows] == [
        (2, "Camille", "AUDIT-CANDIDATE_SAVED"),
        (1, "Camille", "AUDIT-CANDIDATE_SAVED"),
    ]
    assert audit_rows(office.desk, limit=1) == rows[:1]
    sentences = [Wording(lang).text(rows[0].code, **audit_figures(rows[0])) for lang in LANGUAGES]
    assert sentences == ["Candidat n° 2 enregistré", "Candidate no. 2 saved"]


def test_lists_among_the_figures_are_written_out() -> None:
    details = '{"settings":["address","quorum"],"count":2}'
    row = AuditRow(1, datetime.combine(TODAY, time(9)), "Camille", "AUDIT-X", details)
    assert audit_figures(row) == {"settings": "address, quorum", "count": 2}
