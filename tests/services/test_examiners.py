from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.people import Examiner, Mandate
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.ties import Tie, TieKind
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import examiners
from jurydesk.services.history import audit_figures, audit_rows
from jurydesk.services.undo import revert
from jurydesk.wording import LANGUAGES, Wording
from tests.builders import a_session, an_examiner
from tests.fakes import FakeOffice


def test_list_counts_the_juries_of_the_year(planned: FakeOffice) -> None:
    rows = examiners.list_examiners(planned.desk)
    assert [(row.examiner.last_name, row.sat) for row in rows] == [
        ("Arnaud", 1),
        ("Bellec", 1),
        ("Cadiou", 1),
        ("Dubos", 1),
    ]


def test_the_juries_of_one_person(planned: FakeOffice) -> None:
    record = examiners.service_record(planned.desk, examiner_id=1)
    assert [(one.session, one.day, one.presided, one.held) for one in record.services] == [
        ("2026-12-A", date(2026, 12, 14), True, False)
    ]
    assert next(row.record for row in examiners.list_examiners(planned.desk)) == record
    assert examiners.service_record(planned.desk, examiner_id=99).services == ()


def test_list_says_which_mandate_ends_soon(office: FakeOffice) -> None:
    mandate = Mandate(date(2024, 1, 1), date(2026, 12, 31))
    office.store(an_examiner(1, mandates=(mandate,)))
    row = examiners.list_examiners(office.desk)[0]
    assert [finding.code for finding in row.findings] == ["POOL-01"]


def test_find_matches_every_word(office: FakeOffice) -> None:
    found = examiners.find_examiners(office.desk, query="yves bellec")
    assert [examiner.id for examiner in found] == [2]


def test_save_adds_somebody(office: FakeOffice) -> None:
    mandate = Mandate(date(2026, 1, 1), date(2026, 12, 31))
    somebody = Examiner("Sorrel", "Damien", mandates=(mandate,))
    outcome = examiners.save_examiner(office.desk, examiner=somebody)
    assert outcome.value.id == 5
    assert office.acts == [EventType.EXAMINER_SAVED]


@pytest.mark.parametrize(
    ("examiner", "code"),
    [
        (Examiner("Sorrel", " "), "EXAMINER-WITHOUT-NAME"),
        (
            Examiner("Sorrel", "D.", mandates=(Mandate(date(2026, 2, 1), date(2026, 1, 1)),)),
            "MANDATE-BACKWARDS",
        ),
    ],
)
def test_save_refuses_what_makes_no_sense(
    office: FakeOffice, examiner: Examiner, code: str
) -> None:
    with pytest.raises(WrongUsage, match=code):
        examiners.save_examiner(office.desk, examiner=examiner)


def test_remove_empties_the_seats_of_sessions_not_frozen(planned: FakeOffice) -> None:
    planned.store(Tie(1, 1, TieKind.TRAINER, id=1))
    planned.store(a_session(id=2, code="2026-12-B", juries=(), hearings=()))
    examiners.remove_examiners(planned.desk, ids=[1])
    session, other = planned.all(Kind.SESSION)
    jury = session.juries[0]
    assert [juror.examiner_id for juror in jury.jurors] == [2, 3, 4]
    assert (jury.president_id, other.version) == (None, 1)
    assert planned.all(Kind.TIE) == ()


def test_remove_refuses_whoever_sits_in_a_frozen_session(office: FakeOffice) -> None:
    office.store(replace(a_session(), status=SessionStatus.FROZEN))
    with pytest.raises(RefusedByRule, match="EXAMINER-IN-SESSION"):
        examiners.remove_examiners(office.desk, ids=[2, 1])
    assert len(office.all(Kind.EXAMINER)) == 4


def test_removing_several_is_one_act_and_one_undo(planned: FakeOffice) -> None:
    planned.store(Tie(1, 2, TieKind.TRAINER, id=1))
    before = [planned.all(kind) for kind in (Kind.EXAMINER, Kind.TIE)]
    seated = planned.all(Kind.SESSION)[0].juries
    outcome = examiners.remove_examiners(planned.desk, ids=[2, 1])
    assert [examiner.id for examiner in planned.all(Kind.EXAMINER)] == [3, 4]
    assert [j.examiner_id for j in planned.all(Kind.SESSION)[0].juries[0].jurors] == [3, 4]
    assert [change.kind for change in outcome.changes].count(Kind.SESSION) == 1
    assert (planned.acts, planned.workspace.units) == ([EventType.EXAMINER_REMOVED], 1)
    (row,) = audit_rows(planned.desk)
    sentences = [Wording(lang).text(row.code, **audit_figures(row)) for lang in LANGUAGES]
    assert sentences == [
        "Membres du vivier n° 1, 2 supprimés",
        "Members of the pool no. 1, 2 deleted",
    ]
    revert(planned.desk, outcome_changes=outcome.changes)
    assert [planned.all(kind) for kind in (Kind.EXAMINER, Kind.TIE)] == before
    assert planned.all(Kind.SESSION)[0].juries == seated
