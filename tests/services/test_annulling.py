"""An annulled jury: its candidates come back, before entirely new members."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.changes import Kind
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.session import Jury, Session, SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.annulling import annul_jury
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.clock import SetClock
from jurydesk.services.demo import story
from jurydesk.services.facts import facts_of
from jurydesk.services.history import audit_figures, audit_rows
from jurydesk.services.minutes import print_minutes
from jurydesk.services.planning import propose
from jurydesk.services.ports import Desk
from jurydesk.services.sessions import SessionDraft, create_session, open_session
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import DAY, a_deliberation, a_record, a_session, some_facts
from tests.fakes import FakeOffice
from tests.planning.checker import breaches
from tests.ui.session_office import TITLE, fill_for_a_session

FIRST, SECOND = "2026-12-A", "2027-01-A"
AGAIN = date(2027, 1, 18)
WHY = "Un membre avait accompagné une candidate."


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime.combine(DAY - timedelta(days=20), time(9)))


@pytest.fixture
def held(tmp_path: Path, clock: SetClock) -> Desk:
    """A workspace file whose first session was held and has its final minutes."""
    desk = create_workspace(tmp_path / "w.jurydesk", actor="Camille", clock=clock)
    fill_for_a_session(desk, candidates=6, teams=3)
    refused = {"Nguyễn": story.Told(refused={"BC01": "Le plan ne tient pas."})}
    story.hold(desk, clock, SessionDraft(FIRST, (TITLE,), (DAY,)), refused)
    print_minutes(desk, code=FIRST, wording=Wording("fr"), final=True)
    return desk


def closures(desk: Desk) -> dict[int, Closure]:
    return {row.key: row.candidacy.closure for row in list_candidacies(desk)}


def heard(session: Session, jury: Jury) -> set[int]:
    return {hearing.candidacy_id for hearing in session.hearings_of(jury.number)}


def test_nobody_of_an_annulled_jury_hears_its_candidates_again(held: Desk) -> None:
    before = open_session(held, code=FIRST)
    jury = max(before.session.juries, key=lambda jury: len(heard(before.session, jury)))
    again = heard(before.session, jury)
    board = annul_jury(held, code=FIRST, jury=jury.number, reason=WHY).value
    assert (board.deliberation, board.minutes) == (before.deliberation, before.minutes)

    created = create_session(held, draft=SessionDraft(SECOND, (TITLE,), (AGAIN,))).value
    assert again <= set(created.candidacies), "all of them wait for a jury"
    new = propose(held, code=SECOND, seconds=5).value
    assert breaches(facts_of(new), new.session.juries, new.session.hearings) == []
    old = {juror.examiner_id for juror in jury.jurors}
    assert new.excluded == {(candidacy, member) for candidacy in again for member in old}
    sitting = {h.candidacy_id: new.session.jury(h.jury) for h in new.session.hearings}
    assert set(sitting) >= again
    for candidacy in again:
        place = sitting[candidacy]
        assert place is not None
        assert old.isdisjoint(juror.examiner_id for juror in place.jurors)
    assert not any(new.acquired[candidacy] for candidacy in again), "nothing is brought along"


def test_only_what_the_jury_had_closed_is_in_progress_again(held: Desk) -> None:
    before = open_session(held, code=FIRST).session
    closed = closures(held)
    assert {Closure.CERTIFIED, Closure.PARTIALLY_ACQUIRED} <= set(closed.values())
    jury = before.juries[0]
    assert len(before.juries) > 1
    annul_jury(held, code=FIRST, jury=jury.number, reason=WHY)
    again = heard(before, jury)
    assert closures(held) == {
        number: Closure.IN_PROGRESS if number in again else closure
        for number, closure in closed.items()
    }
    rows = {row.key: row for row in list_candidacies(held)}
    assert {rows[number].stage for number in again} == {"READY"}
    assert {rows[number].session_code for number in again} == {""}


def test_annulment_is_written_in_the_trail_and_never_undone(held: Desk) -> None:
    outcome = annul_jury(held, code=FIRST, jury=1, reason=f"  {WHY} ")
    assert not outcome.can_be_undone
    with pytest.raises(RefusedByRule, match="UNDO-NEVER"):
        revert(held, outcome_changes=outcome.changes)
    row = audit_rows(held, limit=1)[0]
    said = Wording("fr").text(row.code, **audit_figures(row))
    assert said == f"Session {FIRST}\N{NO-BREAK SPACE}: jury n° 1 annulé ({WHY})"
    assert held.storage.verify().sound
    with pytest.raises(RefusedByRule, match="JURY-ANNULLED"):
        annul_jury(held, code=FIRST, jury=1, reason=WHY)


@pytest.mark.parametrize("status", [s for s in SessionStatus if s is not SessionStatus.CLOSED])
def test_only_a_jury_that_decided_can_be_annulled(
    office: FakeOffice, status: SessionStatus
) -> None:
    office.store(a_session(status=status))
    with pytest.raises(RefusedByRule, match="SESSION-NOT-CLOSED"):
        annul_jury(office.desk, code=FIRST, jury=1, reason=WHY)
    assert office.acts == []


@pytest.mark.parametrize(
    ("jury", "reason", "code"),
    [(1, "  ", "ANNULMENT-WITHOUT-REASON"), (7, WHY, "JURY-UNKNOWN")],
)
def test_annulment_needs_a_jury_and_a_reason(
    office: FakeOffice, jury: int, reason: str, code: str
) -> None:
    office.store(a_session(status=SessionStatus.CLOSED))
    with pytest.raises(WrongUsage, match=code):
        annul_jury(office.desk, code=FIRST, jury=jury, reason=reason)
    assert office.acts == []


def decided(office: FakeOffice, closure: Closure, *sessions: int) -> None:
    """Store closed sessions that each certified candidacy 1, which then stands at `closure`."""
    for number in sessions:
        day = DAY + timedelta(days=number)
        session = a_session(id=number, code=f"S{number}", days=(day,), status=SessionStatus.CLOSED)
        records = (a_record(1, decision=Decision.FULL),)
        at = datetime.combine(day, time(18))
        facts = some_facts(session={"id": number})
        office.store(session, a_deliberation(facts, id=number, records=records, closed_at=at))
    with office.unit() as unit:
        office.store(replace(unit.candidacies.get(1), closure=closure))


def test_withdrawal_stays_a_withdrawal(office: FakeOffice) -> None:
    decided(office, Closure.WITHDRAWN, 1)
    annul_jury(office.desk, code="S1", jury=1, reason=WHY)
    assert closures(office.desk)[1] is Closure.WITHDRAWN
    assert office.acts == [EventType.JURY_ANNULLED]


def test_what_another_jury_decided_too_stays_closed_until_it_is_annulled(
    office: FakeOffice,
) -> None:
    decided(office, Closure.CERTIFIED, 1, 2)
    outcome = annul_jury(office.desk, code="S1", jury=1, reason=WHY)
    assert [change.kind for change in outcome.changes] == [Kind.SESSION]
    assert closures(office.desk)[1] is Closure.CERTIFIED
    annul_jury(office.desk, code="S2", jury=1, reason=WHY)
    assert closures(office.desk)[1] is Closure.IN_PROGRESS
