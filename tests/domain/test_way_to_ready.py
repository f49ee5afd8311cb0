"""The way of each route to a jury, by steps alone: with all of them it is open, never without one.

Source of the steps: issue of the routes; R6412-4 and -5 for the VAE.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.candidacy_stage import Stage, stage
from jurydesk.domain.entry_conditions import Answer, EntryCondition
from jurydesk.domain.findings import blocking
from jurydesk.domain.moves import StepDraft, moved
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.step_rules import StepFacts, check_step
from jurydesk.domain.steps import StepKind
from tests.builders import CODE, DAY, TODAY, a_candidate, a_certification
from tests.domain.entry_cases import a_condition, an_answer

K = StepKind
EVERY = tuple(AccessRoute)
ASKED = a_condition(routes=tuple(route for route in EVERY if route is not AccessRoute.EXPERIENCE))
TRAINING = (
    (K.ENTERED, "2026-01-05"),
    (K.ACCEPTED, "2026-01-05"),
    (K.ASSESSED, "2026-10-20"),
    (K.DISSERTATION_RECEIVED, "2026-10-20"),
    (K.ATTENDANCE_CERTIFIED, "2026-10-30"),
    (K.TRAINING_ENDED, "2026-10-30"),
)
WAYS = {route: TRAINING for route in EVERY if route.is_training} | {
    AccessRoute.EXPERIENCE: (
        (K.FILE_RECEIVED, "2026-03-02"),
        (K.FILE_COMPLETE, "2026-03-16"),
        (K.ACCEPTED, "2026-03-16"),
        (K.ADMITTED, "2026-05-04"),
        (K.VALIDATION_RECEIVED, "2026-10-01"),
    ),
    AccessRoute.INDIVIDUAL: (
        (K.APPLICATION_RECEIVED, "2026-03-02"),
        (K.ENTRANCE_MET, "2026-03-16"),
        (K.ACCEPTED, "2026-03-16"),
        (K.EVIDENCE_RECEIVED, "2026-10-01"),
        (K.DISSERTATION_RECEIVED, "2026-10-01"),
    ),
}
BY_SILENCE = (AccessRoute.EXPERIENCE, K.ADMITTED)
"""Silence for two months admits as a decision does (R6412-4)."""
STEPS = [
    (route, kind) for route, way in WAYS.items() for kind, _ in way if (route, kind) != BY_SILENCE
]


def gone(route: AccessRoute, *, without: StepKind | None = None, **changes: object) -> Candidacy:
    """Take the steps of a route in their order, each only if the table and its guards let it."""
    start = Candidacy(1, CODE, route, id=1)
    path = replace(start, **changes)  # type: ignore[arg-type]  # -- keywords from data
    for kind, day in WAYS[route]:
        draft = StepDraft(kind, date.fromisoformat(day), "motif", "12")
        sheet = a_certification(conditions=(ASKED,))
        if kind is without or check_step(path, draft, StepFacts(TODAY, sheet)) is not None:
            continue
        path = moved(path, draft)
    return path


def stage_of(path: Candidacy, *conditions: EntryCondition) -> Stage:
    sheet = a_certification(conditions=conditions)
    return stage(path, check_readiness(path, a_candidate(), sheet, on=DAY))


@pytest.mark.parametrize("route", EVERY)
def test_all_steps_of_a_route_lead_to_the_jury(route: AccessRoute) -> None:
    assert stage_of(gone(route, conditions=(an_answer(),)), ASKED) is Stage.READY


@pytest.mark.parametrize(("route", "kind"), STEPS)
def test_no_step_of_a_route_may_be_missing(route: AccessRoute, kind: StepKind) -> None:
    path = gone(route, without=kind, conditions=(an_answer(),))
    assert stage_of(path, ASKED) is not Stage.READY


@pytest.mark.parametrize("route", EVERY)
@pytest.mark.parametrize("answer", [None, *Answer])
def test_a_condition_of_the_sheet_keeps_out_until_it_is_met_or_waived(
    route: AccessRoute, answer: Answer | None
) -> None:
    given = () if answer is None else (an_answer(answer=answer),)
    reached = stage_of(gone(route, conditions=given), ASKED)
    lets_in = answer is not None and answer.lets_in
    asked = route in ASKED.routes
    assert (reached is Stage.READY) == (lets_in or not asked)


def test_what_keeps_an_individual_application_out_is_named_once() -> None:
    path = gone(AccessRoute.INDIVIDUAL)
    found = check_readiness(path, a_candidate(), a_certification(conditions=(ASKED,)), on=DAY)
    assert [finding.code for finding in blocking(found)] == ["ENTRY-01"]
