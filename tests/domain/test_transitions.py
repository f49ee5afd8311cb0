"""Every transition of every route: allowed, refused with a code, revoked; no other is reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jurydesk.domain.axes import Axis, axes_of, state_on
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure, Suspension
from jurydesk.domain.certification import Access
from jurydesk.domain.clocks import lapse_run
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.journeys import JOURNEYS, Waiting, progress
from jurydesk.domain.moves import ACTS, StepDraft, moved, read_mark
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.step_rules import StepFacts, check_step
from jurydesk.domain.steps import LEGAL_ACTS, StepKind
from jurydesk.domain.transitions import TABLE, TRANSITIONS, Guard
from tests.builders import a_certification, a_vae, some_routes
from tests.domain.transition_cases import (
    FIRST,
    LATER,
    OPENED,
    attempt,
    bare,
    every_case,
    in_state,
    revoked,
    states_of,
    walk,
)

K = StepKind
D = date.fromisoformat
CASES = list(every_case())


def ready_for(kind: StepKind, candidacy: Candidacy) -> tuple[Candidacy, date]:
    """Return a candidacy and a day for which the guards that read them are content."""
    guards = TRANSITIONS[kind].guards
    if Guard.BEFORE_SILENCE in guards:
        return candidacy, FIRST + timedelta(10)
    if Guard.ADMISSIBLE in guards:
        return in_state(candidacy, Axis.ADMISSIBILITY, Status.ADMISSIBLE), LATER
    if Guard.PATH_IS_OVER in guards and candidacy.route is AccessRoute.EXPERIENCE:
        return in_state(candidacy, Axis.ADMISSIBILITY, Status.REFUSED), LATER
    return candidacy, LATER


@pytest.mark.parametrize(("route", "kind", "state"), CASES)
def test_the_table_decides(route: AccessRoute, kind: StepKind, state: str) -> None:
    line = TRANSITIONS[kind]
    candidacy = bare(route)
    if line.axis is not None and state:
        candidacy = in_state(candidacy, line.axis, state)
    candidacy, day = ready_for(kind, candidacy)
    refusal = attempt(candidacy, kind, day, today=LATER)
    if route not in line.routes:
        assert refusal is not None
        assert refusal.code == "STEP-02"
        return
    if line.axis is None:
        assert refusal is None
        assert moved(candidacy, StepDraft(kind, day)) == candidacy
        return
    if state not in line.sources:
        assert refusal is not None
        assert refusal.code == "STEP-01"
        return
    over = Guard.PATH_IS_OVER in line.guards and route is not AccessRoute.EXPERIENCE
    if over and state == Closure.IN_PROGRESS:
        assert refusal is not None
        assert refusal.code == "STEP-12"
        return
    assert refusal is None
    after = moved(candidacy, StepDraft(kind, day, "motif", "12"))
    assert state_on(line.axis, after) == (line.target or state)
    others = [axis for axis in axes_of(route) if axis is not line.axis]
    assert {a: state_on(a, after) for a in others} == {a: state_on(a, candidacy) for a in others}


@pytest.mark.parametrize("kind", sorted(k for k in LEGAL_ACTS & set(TRANSITIONS)))
def test_a_legal_act_that_moved_something_goes_back_when_revoked(kind: StepKind) -> None:
    line = TRANSITIONS[kind]
    for source in sorted(line.sources):
        assert line.axis is not None
        candidacy = in_state(bare(AccessRoute.EXPERIENCE), line.axis, source)
        after = moved(candidacy, StepDraft(kind, LATER, "motif"))
        assert state_on(line.axis, revoked(candidacy, after, kind)) == source


def test_every_step_but_the_revocation_has_one_line() -> None:
    assert set(TRANSITIONS) == set(StepKind) - {K.REVOKED}
    assert len(TABLE) == len(TRANSITIONS)


def test_every_step_that_moves_has_its_move() -> None:
    for kind in ACTS - {K.PROGRESS_RECORDED}:
        line = TRANSITIONS[kind]
        assert line.axis is not None
        route = min(line.routes)
        source = min(line.sources - {line.target})
        before = in_state(bare(route), line.axis, source)
        assert moved(before, StepDraft(kind, LATER, "motif", "12")) != before


@pytest.mark.parametrize("route", list(AccessRoute))
def test_no_state_is_reached_that_the_table_does_not_list(route: AccessRoute) -> None:
    found = walk(route)
    first = {axis: state_on(axis, bare(route)) for axis in axes_of(route)}
    listed = {
        axis: {first[axis], *(line.target for line in TABLE if line.axis is axis and line.target)}
        for axis in axes_of(route)
    }
    met = {axis: {state[at] for state in found.states} for at, axis in enumerate(axes_of(route))}
    assert found.strayed == ()
    assert met == listed
    lines = {
        (line.kind, source, line.target or source)
        for line in TABLE
        if line.axis and route in line.routes
        for source in line.sources
    }
    assert found.moves <= lines
    taken = {(kind, source) for kind, source, _ in found.moves}
    unreached = {(kind, source) for kind, source, _ in lines} - taken
    # Attendance is found wanting by an import only; a path in progress is over only when an
    # admissibility was refused or has lapsed
    never = {(K.ATTENDANCE_CERTIFIED, "NOT_MET")} if route.is_training else set()
    if route is not AccessRoute.EXPERIENCE:
        never.add((K.ARCHIVED, Closure.IN_PROGRESS))
    assert unreached == never


def test_the_size_of_the_walk() -> None:
    sizes = {route: len(walk(route).states) for route in AccessRoute}
    assert sizes[AccessRoute.EXPERIENCE] > 100
    assert sizes[AccessRoute.CONTINUING_EDUCATION] == sizes[AccessRoute.APPRENTICESHIP]


class TestGuards:
    @pytest.mark.parametrize(
        ("day", "code"),
        [("2026-03-12", "STEP-07"), ("2026-03-13", None), ("2026-06-01", None)],
    )
    def test_silence_speaks_the_day_after_two_months(self, day: str, code: str | None) -> None:
        filed = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.COMPLETE)
        refusal = attempt(filed, K.TACITLY_ADMITTED, D(day))
        assert (refusal.code if refusal else None) == code

    @pytest.mark.parametrize(("day", "code"), [("2026-03-12", None), ("2026-03-13", "STEP-19")])
    @pytest.mark.parametrize("kind", [K.REFUSED, K.FILE_INCOMPLETE])
    def test_after_silence_it_is_too_late_to_refuse(
        self, kind: StepKind, day: str, code: str | None
    ) -> None:
        filed = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.COMPLETE)
        refusal = attempt(filed, kind, D(day))
        assert (refusal.code if refusal else None) == code

    def test_silence_says_nothing_while_something_is_missing(self) -> None:
        vae = a_vae(
            file={"status": Status.COMPLETE, "decided": None, "suspensions": (Suspension(FIRST),)},
            validation_received=None,
        )
        refusal = attempt(vae, K.TACITLY_ADMITTED, LATER)
        assert refusal is not None
        assert refusal.code == "STEP-18"

    @pytest.mark.parametrize(("day", "code"), [("2026-07-12", "STEP-10"), ("2026-07-13", None)])
    def test_lapse_the_day_after_the_sixth_month(self, day: str, code: str | None) -> None:
        open_ = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.ADMISSIBLE)
        refusal = attempt(open_, K.LAPSED, D(day))
        assert (refusal.code if refusal else None) == code

    def test_a_step_in_time_keeps_it_from_lapsing(self) -> None:
        open_ = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.ADMISSIBLE)
        stepped = moved(open_, StepDraft(K.PROGRESS_RECORDED, D("2026-07-12"), detail="stage"))
        refusal = attempt(stepped, K.LAPSED, LATER)
        assert refusal is not None
        assert refusal.code == "STEP-20"

    def test_a_validation_file_needs_an_admissible_candidate(self) -> None:
        for status in Status:
            path = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, status)
            refusal = attempt(path, K.VALIDATION_RECEIVED, FIRST + timedelta(5))
            assert (refusal is None) == (status in OPENED)

    def test_silence_opens_the_way_to_the_validation_file(self) -> None:
        path = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.COMPLETE)
        assert attempt(path, K.VALIDATION_RECEIVED, LATER) is None

    def test_a_route_that_the_sheet_closes(self) -> None:
        path = bare(AccessRoute.APPRENTICESHIP)
        sheet = replace(a_certification(), routes=some_routes(access=Access.CLOSED))
        refusal = check_step(
            path, StepDraft(K.ENTERED, FIRST), StepFacts(today=FIRST, certification=sheet)
        )
        assert refusal is not None
        assert refusal.code == "STEP-06"

    @pytest.mark.parametrize(
        ("kind", "decision", "allowed"),
        [
            (K.CERTIFIED, Decision.FULL, True),
            (K.CERTIFIED, Decision.PARTIAL, False),
            (K.CERTIFIED, None, False),
            (K.CLOSED_PARTIALLY, Decision.PARTIAL, True),
            (K.CLOSED_PARTIALLY, Decision.FULL, False),
            (K.RESULT_NOTIFIED, Decision.NONE, True),
            (K.RESULT_NOTIFIED, Decision.ABSENT, False),
            (K.DECLARED, Decision.FULL, True),
            (K.DECLARED, Decision.PARTIAL, False),
        ],
    )
    def test_only_a_decision_allows_it(
        self, kind: StepKind, decision: Decision | None, allowed: bool
    ) -> None:
        facts = StepFacts(today=LATER, decision=decision, has_session=True)
        refusal = check_step(a_vae(), StepDraft(kind, LATER), facts)
        assert (refusal.code if refusal else None) == (None if allowed else "STEP-11")

    def test_the_same_acknowledgement_twice(self) -> None:
        facts = StepFacts(today=LATER, decision=Decision.FULL, has_session=True, done_before=True)
        refusal = check_step(a_vae(), StepDraft(K.RESULT_NOTIFIED, LATER), facts)
        assert refusal is not None
        assert refusal.code == "STEP-13"


class TestDaysAndWords:
    def test_not_in_the_future(self) -> None:
        refusal = attempt(bare(AccessRoute.EXPERIENCE), K.FILE_RECEIVED, LATER, today=FIRST)
        assert refusal is not None
        assert refusal.code == "STEP-04"

    @pytest.mark.parametrize(("days", "code"), [(-1, "STEP-03"), (0, None)])
    def test_not_before_the_step_before(self, days: int, code: str | None) -> None:
        filed = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.FILED)
        refusal = attempt(filed, K.FILE_COMPLETE, FIRST + timedelta(days), today=LATER)
        assert (refusal.code if refusal else None) == code

    @pytest.mark.parametrize(
        ("kind", "draft", "code"),
        [
            (K.REFUSED, {"reason": "  "}, "STEP-05"),
            (K.FILE_INCOMPLETE, {"detail": ""}, "STEP-15"),
            (K.WITHDRAWN, {}, "STEP-05"),
        ],
    )
    def test_what_a_step_needs(self, kind: StepKind, draft: dict[str, str], code: str) -> None:
        filed = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.COMPLETE)
        facts = StepFacts(today=FIRST)
        refusal = check_step(filed, StepDraft(kind, FIRST, **draft), facts)
        assert refusal is not None
        assert refusal.code == code

    @pytest.mark.parametrize(
        ("text", "mark"),
        [
            ("12", "12"),
            ("12,5", "12.5"),
            (" 0 ", "0"),
            ("20", "20"),
            ("20,5", None),
            ("-1", None),
            ("douze", None),
            ("", None),
            ("NaN", None),
            ("Infinity", None),
        ],
    )
    def test_a_mark_out_of_twenty(self, text: str, mark: str | None) -> None:
        read = read_mark(text)
        assert (str(read) if read is not None else None) == mark

    def test_a_closed_path_is_taken_up_again_first(self) -> None:
        gone = in_state(bare(AccessRoute.EXPERIENCE), Axis.CLOSURE, Closure.WITHDRAWN)
        refusal = attempt(gone, K.FILE_RECEIVED, LATER)
        assert refusal is not None
        assert refusal.code == "STEP-09"


class TestSuspension:
    def test_a_complete_file_found_wanting_stands_still_until_it_is_complete_again(self) -> None:
        path = bare(AccessRoute.EXPERIENCE)
        for kind, day in (
            (K.FILE_RECEIVED, "2026-03-02"),
            (K.FILE_COMPLETE, "2026-03-16"),
            (K.FILE_INCOMPLETE, "2026-03-21"),
            (K.FILE_COMPLETE, "2026-03-31"),
        ):
            assert attempt(path, kind, D(day)) is None
            path = moved(path, StepDraft(kind, D(day), detail="pièce d’identité"))
        file = path.admissibility
        assert (file.complete, file.suspensions) == (
            D("2026-03-16"),
            (Suspension(D("2026-03-21"), D("2026-03-31")),),
        )
        refusal = attempt(path, K.TACITLY_ADMITTED, D("2026-05-26"))
        assert refusal is not None
        assert attempt(path, K.TACITLY_ADMITTED, D("2026-05-27")) is None

    def test_silence_is_dated_by_the_law_whenever_it_is_written_down(self) -> None:
        """R6412-4: two months after the complete file; six months of lapse count from there."""
        path = bare(AccessRoute.EXPERIENCE)
        for kind, day in (
            (K.FILE_RECEIVED, "2026-03-02"),
            (K.FILE_COMPLETE, "2026-03-16"),
            (K.TACITLY_ADMITTED, "2026-08-03"),
        ):
            assert attempt(path, kind, D(day)) is None
            path = moved(path, StepDraft(kind, D(day)))
        file = path.admissibility
        assert (file.status, file.decided, file.notified) == (
            Status.TACITLY_ADMISSIBLE,
            D("2026-05-17"),
            None,
        )
        lapse = lapse_run(path, D("2026-08-03"))
        assert lapse is not None
        assert lapse.due == D("2026-11-17")

    def test_a_file_never_complete_has_no_suspension(self) -> None:
        path = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.FILED)
        path = moved(path, StepDraft(K.FILE_INCOMPLETE, FIRST, detail="CV"))
        assert path.admissibility.suspensions == ()


class TestProgress:
    def test_the_first_thing_not_done_is_the_current_one(self) -> None:
        path = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.FILED)
        found = [(one.code, one.waiting) for one in progress(path, (), today=LATER)]
        assert found == [
            ("FILE_RECEIVED", Waiting.DONE),
            ("FILE_COMPLETE", Waiting.CURRENT),
            ("ACCEPTED", Waiting.TO_COME),
            ("ADMISSIBLE", Waiting.TO_COME),
            ("VALIDATION", Waiting.TO_COME),
            ("CLOSED", Waiting.TO_COME),
        ]

    def test_a_refusal_stops_the_journey(self) -> None:
        path = in_state(bare(AccessRoute.EXPERIENCE), Axis.ADMISSIBILITY, Status.REFUSED)
        found = {one.code: one.waiting for one in progress(path, (), today=LATER)}
        assert found["ADMISSIBLE"] is Waiting.STOPPED
        assert found["VALIDATION"] is Waiting.TO_COME

    def test_every_route_has_a_journey_of_steps_that_it_has(self) -> None:
        assert set(JOURNEYS) == set(AccessRoute)
        for route, lines in JOURNEYS.items():
            for line in lines:
                assert line.done <= set(states_of(line.axis))
                assert all(route in TRANSITIONS[kind].routes for kind in line.steps)
