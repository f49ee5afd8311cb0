from __future__ import annotations

from dataclasses import replace
from datetime import UTC, time, timedelta
from typing import Any

import pytest

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure, Intake
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.changes import Kind
from jurydesk.domain.session import Hours, Session, SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services import sessions
from jurydesk.services.sessions import SessionDraft
from jurydesk.services.settings import OfficeSettings, save_settings
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_certification,
    a_composition,
    a_session,
    some_routes,
)
from tests.fakes import FakeOffice

DRAFT = SessionDraft("2026-12-B", (CODE,), (DAY,))


def test_create_takes_every_candidacy_that_is_ready(office: FakeOffice) -> None:
    outcome = sessions.create_session(office.desk, draft=DRAFT)
    assert outcome.value == Session("2026-12-B", (CODE,), (DAY,), candidacies=(1, 2, 3), id=1)
    assert office.acts == [EventType.SESSION_CREATED]
    assert outcome.findings == ()


def test_create_sorts_the_days_and_drops_those_named_twice(office: FakeOffice) -> None:
    later = DAY + timedelta(days=1)
    draft = replace(DRAFT, days=(later, DAY, later), candidacies=(2,))
    session = sessions.create_session(office.desk, draft=draft).value
    assert (session.days, session.candidacies) == ((DAY, later), (2,))


def test_create_uses_the_place_of_the_office(office: FakeOffice) -> None:
    save_settings(office.desk, settings=OfficeSettings(place="1 rue du Jury"))
    assert sessions.create_session(office.desk, draft=DRAFT).value.place == "1 rue du Jury"


def test_create_says_that_the_composition_is_not_confirmed(office: FakeOffice) -> None:
    proposed = a_composition(status=CompositionStatus.PROPOSED)
    office.store(a_certification(routes=some_routes(proposed)))
    outcome = sessions.create_session(office.desk, draft=DRAFT)
    assert [finding.code for finding in outcome.findings] == ["CERT-04"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": "  "}, "SESSION-CODE-WRONG"),
        ({"code": "2026/12"}, "SESSION-CODE-WRONG"),
        ({"days": ()}, "SESSION-WITHOUT-DAY"),
        ({"rooms": ()}, "SESSION-ROOMS-WRONG"),
        ({"rooms": ("Salle 1", "Salle 1")}, "SESSION-ROOMS-WRONG"),
        ({"hours": Hours(start=time(18), end=time(9))}, "SESSION-HOURS-WRONG"),
        ({"hours": Hours(start=time(9, tzinfo=UTC))}, "SESSION-HOURS-WRONG"),
        ({"hours": Hours(minutes=4)}, "SESSION-MINUTES-WRONG"),
        ({"hours": Hours(minutes=481)}, "SESSION-MINUTES-WRONG"),
        ({"code": ".."}, "SESSION-CODE-WRONG"),
        ({"code": "con"}, "SESSION-CODE-WRONG"),
        ({"code": "=1+1"}, "SESSION-CODE-WRONG"),
        ({"code": "x" * 41}, "SESSION-CODE-WRONG"),
        ({"days": (DAY.replace(year=9999),)}, "SESSION-DAYS-WRONG"),
        ({"days": tuple(DAY + timedelta(days=n) for n in range(61))}, "SESSION-DAYS-WRONG"),
        ({"rooms": tuple(f"Salle {n}" for n in range(31))}, "SESSION-ROOMS-MANY"),
        ({"certifications": ("RNCP1",)}, "CERTIFICATION-UNKNOWN"),
        ({"candidacies": (99,)}, "CANDIDACY-UNKNOWN"),
    ],
)
def test_create_refuses_what_is_not_a_session(
    office: FakeOffice, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(WrongUsage, match=code):
        sessions.create_session(office.desk, draft=replace(DRAFT, **changes))
    assert office.all(Kind.SESSION) == ()


def test_create_refuses_a_code_already_taken(planned: FakeOffice) -> None:
    with pytest.raises(RefusedByRule, match="SESSION-CODE-TAKEN"):
        sessions.create_session(planned.desk, draft=replace(DRAFT, code=" 2026-12-A "))


def test_create_refuses_a_candidacy_to_another_certification(office: FakeOffice) -> None:
    office.store(a_candidacy(2, certification="RNCP6082"))
    with pytest.raises(RefusedByRule, match="CANDIDACY-OTHER-CERTIFICATION"):
        sessions.create_session(office.desk, draft=replace(DRAFT, candidacies=(1, 2)))


@pytest.mark.parametrize(
    "changes",
    [
        {"intake": Intake.DRAFT},
        {"closure": Closure.CERTIFIED},
        {"training": replace(a_candidacy().training, exit=DAY + timedelta(days=1))},
    ],
)
def test_ready_leaves_out_whoever_is_not(office: FakeOffice, changes: dict[str, Any]) -> None:
    office.store(a_candidacy(2, **changes))
    ready = sessions.ready_candidacies(office.desk, certifications=(CODE,), on=DAY)
    assert [row.key for row in ready] == [1, 3]


def test_ready_leaves_out_whom_an_open_session_holds(office: FakeOffice) -> None:
    office.store(replace(a_session(), candidacies=(1, 2), hearings=()))
    ready = sessions.ready_candidacies(office.desk, certifications=(CODE,), on=DAY)
    assert [row.key for row in ready] == [3]


def test_ready_takes_whoever_was_refused_in_a_closed_session(office: FakeOffice) -> None:
    closed = replace(a_session(), status=SessionStatus.CLOSED, closed_at=office.clock.now())
    office.store(closed)
    ready = sessions.ready_candidacies(office.desk, certifications=(CODE,), on=DAY)
    assert [row.key for row in ready] == [1, 2, 3]


def test_list_shows_the_latest_first_with_its_figures(planned: FakeOffice) -> None:
    early = a_session(id=2, code="2026-01-A", days=(DAY - timedelta(days=300),), juries=())
    planned.store(replace(early, hearings=(), candidacies=()))
    rows = sessions.list_sessions(planned.desk)
    assert [(r.session.code, r.juries, r.placed, r.unplaced, r.blocking) for r in rows] == [
        ("2026-12-A", 1, 1, 2, 0),
        ("2026-01-A", 0, 0, 0, 0),
    ]
    assert rows[0].certification_titles == ("Assistant de production",)


def test_suggested_code_is_the_first_letter_that_is_free(planned: FakeOffice) -> None:
    assert sessions.suggest_code(planned.desk, day=DAY) == "2026-12-B"


def test_suggested_code_after_all_letters_is_still_free(office: FakeOffice) -> None:
    for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", start=1):
        office.store(a_session(id=number, code=f"2026-12-{letter}"))
    code = sessions.suggest_code(office.desk, day=DAY)
    assert code not in {session.code for session in office.all(Kind.SESSION)}


def test_open_by_number_and_by_code_are_one(planned: FakeOffice) -> None:
    by_code = sessions.open_session(planned.desk, code="2026-12-A")
    assert sessions.open_session(planned.desk, session_id=1) == by_code
    assert [row.key for row in by_code.candidacies] == [1, 2, 3]
    assert by_code.loads == {1: 1, 2: 1, 3: 1, 4: 1}


def test_open_refuses_an_unknown_code(office: FakeOffice) -> None:
    with pytest.raises(WrongUsage, match="SESSION-UNKNOWN"):
        sessions.open_session(office.desk, code="nope")


def test_board_knows_who_sits_elsewhere_and_who_met_in_an_annulled_jury(
    planned: FakeOffice,
) -> None:
    annulled = replace(a_session().juries[0], annulled=True)
    planned.store(a_session(id=2, code="2026-11-A", juries=(annulled,)))
    planned.store(a_session(id=3, code="2026-12-C", hearings=(), candidacies=()))
    board = sessions.open_session(planned.desk, code="2026-12-A")
    half = board.session.juries[0].half
    assert sorted(board.elsewhere) == [(number, *half) for number in (1, 2, 3, 4)]
    assert board.excluded == {(1, 1), (1, 2), (1, 3), (1, 4)}


def test_update_lets_go_what_no_longer_fits_the_frame(planned: FakeOffice) -> None:
    session = sessions.open_session(planned.desk, code="2026-12-A").session
    moved = replace(session, days=(DAY + timedelta(days=1),), title="Décembre")
    outcome = sessions.update_session(planned.desk, session=moved)
    assert (outcome.value.juries, outcome.value.hearings) == ((), ())
    assert outcome.value.title == "Décembre"
    assert planned.acts == [EventType.SESSION_CHANGED]


def test_update_refuses_the_code_of_another_session(planned: FakeOffice) -> None:
    planned.store(a_session(id=2, code="2026-12-B"))
    session = sessions.open_session(planned.desk, code="2026-12-A").session
    with pytest.raises(RefusedByRule, match="SESSION-CODE-TAKEN"):
        sessions.update_session(planned.desk, session=replace(session, code="2026-12-B"))


def test_frozen_session_is_neither_changed_nor_removed(office: FakeOffice) -> None:
    frozen = replace(a_session(), status=SessionStatus.FROZEN)
    office.store(frozen)
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        sessions.update_session(office.desk, session=frozen)
    with pytest.raises(RefusedByRule, match="SESSION-FROZEN"):
        sessions.remove_session(office.desk, session_id=1)


def test_remove_frees_the_candidacies(planned: FakeOffice) -> None:
    sessions.remove_session(planned.desk, session_id=1)
    ready = sessions.ready_candidacies(planned.desk, certifications=(CODE,), on=DAY)
    assert [row.key for row in ready] == [1, 2, 3]
    assert planned.acts == [EventType.SESSION_REMOVED]
