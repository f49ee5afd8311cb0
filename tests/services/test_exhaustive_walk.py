"""Every way through a session, its deliberation and its minutes, act by act, legal or not.

Breadth first, from a draft and from a plan: in each state that is new, each act of the services
is tried on a copy. After each of them nothing that was frozen has changed, nothing final lacks a
statement, and whatever was refused was refused in a sentence.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

import pytest

from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.deliberation import Attendance, Deliberation, Outcome, Result
from jurydesk.domain.fingerprint import deliberation_fingerprint, session_fingerprint
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.minutes_numbers import holes
from jurydesk.domain.minutes_rules import check_minutes
from jurydesk.domain.session import Session, SessionStatus
from jurydesk.errors import JurydeskError, RefusedByRule, WrongUsage
from jurydesk.finding_text import finding_text
from jurydesk.services import deliberating, minutes, sessions
from jurydesk.services.amending import AmendmentDraft, amend_minutes
from jurydesk.services.annulling import annul_jury
from jurydesk.services.freezing import freeze_session
from jurydesk.services.outcome import Outcome as Done
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_pool,
    a_record,
    a_session,
)
from tests.domain.amendment_cases import of_block, of_jury
from tests.fakes import FakeOffice, FakeWorkspace
from tests.services.test_deliberating import DECLARED
from tests.services.test_minutes import OFFICE

A = "2026-12-A"
EVENING = datetime.combine(DAY, time(18))
BC03 = f"{CODE}BC03"
ADDRESS = a_session().place
MOST_AMENDMENTS = 2
FRENCH, ENGLISH = Wording("fr"), Wording("en")
PRESENT = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
ACQUIRED = a_record(1)
REFUSED = replace(
    ACQUIRED,
    results=(
        *ACQUIRED.results[:2],
        Result(BC03, Outcome.REFUSED, "Trop court.", "Le dossier.", "Reprendre."),
    ),
)
WITHOUT_REASON = replace(ACQUIRED, results=(*ACQUIRED.results[:2], Result(BC03, Outcome.REFUSED)))

Act = Callable[[FakeOffice], object]


def office_of(workspace: FakeWorkspace) -> FakeOffice:
    office = FakeOffice(copied(workspace))
    office.clock.move_to(EVENING)
    return office


def copied(workspace: FakeWorkspace) -> FakeWorkspace:
    """Entities never change: only what holds them is copied."""
    return FakeWorkspace(
        {kind: dict(images) for kind, images in workspace.images.items()},
        dict(workspace.settings),
        dict(workspace.blobs),
        dict(workspace.national_numbers),
        list(workspace.events),
    )


def with_representative(office: FakeOffice, name: str) -> object:
    settings = replace(read_settings(office.desk), representative=name)
    return save_settings(office.desk, settings=settings)


def too_early(office: FakeOffice, act: Act) -> object:
    office.clock.move_to(EVENING - timedelta(days=1))
    try:
        return act(office)
    finally:
        office.clock.move_to(EVENING)


def draft(*points: object, reason: str = "Erreur de saisie.") -> AmendmentDraft:
    return AmendmentDraft(points, reason, "Le jury")  # type: ignore[arg-type]  # -- keywords from data


def rooms(office: FakeOffice) -> AmendmentDraft:
    """Another room than the minutes say, however often they were amended."""
    return draft(of_jury("room", f"Salle {len(office.all(Kind.MINUTES)) + 1}"))


def amend(office: FakeOffice, asked: AmendmentDraft) -> object:
    return amend_minutes(office.desk, code=A, draft=asked)


def change_frame(office: FakeOffice) -> object:
    (session,) = office.all(Kind.SESSION)
    changed = replace(session, title="Autre intitulé" if not session.title else "")
    return sessions.update_session(office.desk, session=changed)


def recorded(record: object) -> Act:
    def act(office: FakeOffice) -> object:
        return deliberating.record_hearing(office.desk, code=A, record=record)  # type: ignore[arg-type]  # -- keywords from data

    return act


ACTS: dict[str, Act] = {
    "freeze": lambda o: freeze_session(o.desk, code=A),
    "freeze the day before": lambda o: too_early(o, ACTS["freeze"]),
    "change the frame": change_frame,
    "take the place away": lambda o: sessions.set_place(o.desk, code=A, place=""),
    "write the place": lambda o: sessions.set_place(o.desk, code=A, place=ADDRESS),
    "remove the session": lambda o: sessions.remove_session(o.desk, session_id=1),
    "nobody represents": lambda o: with_representative(o, ""),
    "somebody represents": lambda o: with_representative(o, OFFICE.representative),
    "note presence": lambda o: deliberating.record_attendance(o.desk, code=A, attendance=PRESENT),
    "note one presence": lambda o: deliberating.record_attendance(
        o.desk, code=A, attendance=PRESENT[:1]
    ),
    "declare": lambda o: deliberating.record_declarations(o.desk, code=A, declarations=DECLARED),
    "record acquired": recorded(ACQUIRED),
    "record refused": recorded(REFUSED),
    "record refused without a reason": recorded(WITHOUT_REASON),
    "record nothing": recorded(replace(ACQUIRED, results=())),
    "record the day before": lambda o: too_early(o, recorded(ACQUIRED)),
    "close": lambda o: deliberating.close_deliberation(o.desk, code=A),
    "issue": lambda o: minutes.issue_minutes(o.desk, code=A),
    "close and issue": lambda o: minutes.issue_minutes(o.desk, code=A, close=True),
    "look at the draft": lambda o: minutes.preview_minutes(o.desk, code=A),
    "amend": lambda o: amend(o, rooms(o)),
    "amend a result": lambda o: amend(
        o,
        draft(
            of_block("outcome", "REFUSED"),
            of_block("reason", "Trop court."),
            of_block("evidence", "Le dossier."),
            of_block("advice", "Reprendre."),
        ),
    ),
    "amend without a reason": lambda o: amend(o, replace(rooms(o), reason="")),
    "amend nothing": lambda o: amend(o, draft()),
    "amend into a hole": lambda o: amend(
        o, draft(of_block("outcome", "REFUSED"), of_block("reason", ""))
    ),
    "amend the first": lambda o: amend(o, replace(rooms(o), amends="PV-2026-001")),
    "annul": lambda o: annul_jury(o.desk, code=A, jury=1, reason="Un lien ignoré."),
    "annul without a reason": lambda o: annul_jury(o.desk, code=A, jury=1, reason=" "),
}
AMENDING = {"amend", "amend a result", "amend the first"}


@dataclass(frozen=True)
class State:
    """What tells two situations apart: status, what is missing, minutes and amendments."""

    status: str
    missing: frozenset[str]
    minutes: int
    refused: bool
    annulled: bool
    title: str


def state_of(office: FakeOffice) -> State:
    found = office.all(Kind.SESSION)
    if not found:
        return State("removed", frozenset(), 0, refused=False, annulled=False, title="")
    (session,) = found
    content, missing = minutes.preview_minutes(office.desk, code=A)
    records = (r for jury in content.juries for c in jury.candidates for r in c.blocks)
    return State(
        session.status,
        frozenset(finding.code for finding in missing)
        if not office.all(Kind.MINUTES)
        else frozenset({"no representative"} if not _represented(office) else ()),
        len(office.all(Kind.MINUTES)),
        refused=any(block.outcome is Outcome.REFUSED for block in records),
        annulled=any(jury.annulled for jury in session.juries),
        title=session.title,
    )


def _represented(office: FakeOffice) -> bool:
    return bool(read_settings(office.desk).representative)


@dataclass
class Frozen:
    """What was fixed for good so far."""

    held: dict[int, tuple[object, ...]] = field(default_factory=dict)
    closed: dict[int, tuple[str, str]] = field(default_factory=dict)
    issued: dict[int, Minutes] = field(default_factory=dict)


def frozen_of(office: FakeOffice) -> Frozen:
    fixed = Frozen()
    for session in office.all(Kind.SESSION):
        assert isinstance(session, Session)
        if session.status in {SessionStatus.FROZEN, SessionStatus.CLOSED}:
            seats = tuple(replace(jury, annulled=False) for jury in session.juries)
            fixed.held[session.id] = (seats, session.hearings, session.frozen_findings)
        if session.status is SessionStatus.CLOSED:
            (deliberation,) = office.all(Kind.DELIBERATION)
            assert isinstance(deliberation, Deliberation)
            fixed.closed[session.id] = (
                session_fingerprint(session),
                deliberation_fingerprint(deliberation),
            )
    fixed.issued = {one.id: one for one in office.all(Kind.MINUTES)}
    return fixed


def check_nothing_frozen_changed(before: Frozen, office: FakeOffice, name: str) -> None:
    after = frozen_of(office)
    for kind in ("held", "closed", "issued"):
        fixed, now = getattr(before, kind), getattr(after, kind)
        # Taking the freezing back is an act of its own, while nothing was recorded
        if kind == "held" and name == "undo":
            continue
        assert {number: now.get(number) for number in fixed} == fixed, (name, kind)


def check_minutes_are_whole(before: Frozen, office: FakeOffice, name: str) -> None:
    stored = office.all(Kind.MINUTES)
    for one in stored:
        assert content_hash(one.content) == one.content_hash
        if one.id not in before.issued:
            assert check_minutes(one.content) == (), name
            (session,) = office.all(Kind.SESSION)
            assert session.status is SessionStatus.CLOSED, name
    assert holes(one.number for one in stored) == ()
    numbers = [one.number for one in stored]
    assert [one.amends for one in stored] == (["", *numbers[:-1]] if numbers else [])


def check_is_a_sentence(error: JurydeskError) -> None:
    assert isinstance(error, RefusedByRule | WrongUsage), error.code
    for wording in (FRENCH, ENGLISH):
        assert wording.text(error.code, **error.figures).endswith("."), error.code
        for finding in error.findings if isinstance(error, RefusedByFindings) else ():
            assert finding_text(finding, wording).endswith((".", "?")), finding.code


@dataclass
class Walk:
    """What was seen on the way."""

    states: dict[State, FakeWorkspace] = field(default_factory=dict)
    transitions: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)

    def go(self, *roots: FakeWorkspace) -> None:
        waiting = deque(roots)
        while waiting:
            workspace = waiting.popleft()
            for name, act in ACTS.items():
                if name in AMENDING and len(workspace.images[Kind.MINUTES]) > MOST_AMENDMENTS:
                    continue
                for reached in self._try(workspace, name, act):
                    state = state_of(reached)
                    if state not in self.states:
                        self.states[state] = reached.workspace
                        if reached.workspace.images[Kind.SESSION]:
                            waiting.append(reached.workspace)

    def _try(self, workspace: FakeWorkspace, name: str, act: Act) -> tuple[FakeOffice, ...]:
        office = office_of(workspace)
        before = frozen_of(office)
        events = len(office.workspace.events)
        try:
            done = act(office)
        except JurydeskError as error:
            check_is_a_sentence(error)
            self.refusals[error.code] += 1
            assert len(office.workspace.events) == events, "what is refused leaves no trace"
            assert office.workspace.images == workspace.images, name
            return ()
        self.transitions[name] += 1
        check_nothing_frozen_changed(before, office, name)
        check_minutes_are_whole(before, office, name)
        return (office, *self._undone(office, done))

    def _undone(self, office: FakeOffice, done: object) -> tuple[FakeOffice, ...]:
        """Take the act back too: what is for good refuses."""
        changes: tuple[Change, ...] = done.changes if isinstance(done, Done) else ()
        if not changes:
            return ()
        back = office_of(office.workspace)
        before = frozen_of(back)
        try:
            revert(back.desk, outcome_changes=changes)
        except JurydeskError as error:
            check_is_a_sentence(error)
            self.refusals[error.code] += 1
            return ()
        self.transitions["undo"] += 1
        check_nothing_frozen_changed(before, back, "undo")
        check_minutes_are_whole(before, back, "undo")
        return (back,)


@pytest.fixture(scope="module")
def walk() -> Walk:
    office = FakeOffice()
    office.clock.move_to(EVENING)
    office.store(a_certification(), *a_pool(), a_candidate(), a_candidacy())
    save_settings(office.desk, settings=OFFICE)
    planned, empty = copied(office.workspace), copied(office.workspace)
    planned.images[Kind.SESSION] = {1: replace(a_session(status=SessionStatus.PROPOSED), version=1)}
    empty.images[Kind.SESSION] = {1: replace(a_session(juries=(), hearings=()), version=1)}
    walked = Walk()
    walked.go(planned, empty)
    return walked


def test_every_way_is_walked(walk: Walk) -> None:
    statuses = {state.status for state in walk.states}
    assert statuses == {*SessionStatus, "removed"}
    assert set(walk.transitions) >= set(ACTS) - {
        "freeze the day before",
        "record the day before",
        "amend without a reason",
        "amend nothing",
        "amend into a hole",
        "annul without a reason",
    }
    assert {state.minutes for state in walk.states} == {0, 1, 2, 3}
    assert any(state.annulled and state.minutes for state in walk.states)
    # A walk that stopped early would prove nothing
    assert len(walk.states) > 60
    assert sum(walk.transitions.values()) > 900


def test_each_refusal_that_is_expected_was_met(walk: Walk) -> None:
    assert set(walk.refusals) >= {
        "SESSION-EMPTY",
        "SESSION-NOT-YET",
        "SESSION-FROZEN",
        "SESSION-NOT-FROZEN",
        "SESSION-CLOSED",
        "SESSION-NOT-CLOSED",
        "HEARING-NOT-YET",
        "DELIBERATION-BLOCKED",
        "MINUTES-INCOMPLETE",
        "MINUTES-ISSUED",
        "AMENDMENT-NOT-ISSUED",
        "AMENDMENT-NOT-LATEST",
        "AMENDMENT-BLOCKED",
        "ANNULMENT-WITHOUT-REASON",
        "JURY-ANNULLED",
        "UNDO-NEVER",
    }


def test_nothing_final_comes_of_a_state_with_a_hole(walk: Walk) -> None:
    issued = [state for state in walk.states if state.minutes]
    assert issued
    assert all(state.status is SessionStatus.CLOSED or state.status == "CLOSED" for state in issued)
