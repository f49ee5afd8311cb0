"""What holds of every proposal, whatever the pool, the candidates and the ties."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurydesk.domain.findings import Finding
from jurydesk.domain.session_rules import SessionFacts, check_session
from jurydesk.finding_text import finding_source, finding_text, finding_title
from jurydesk.planning.explain import why_unplaced
from jurydesk.planning.formulate import formulate
from jurydesk.planning.greedy import first_plan
from jurydesk.planning.propose import Plan, propose
from jurydesk.planning.timetable import write_timetable
from jurydesk.wording import Wording
from tests.planning.checker import breaches, votes
from tests.planning.strategies import worlds
from tests.planning.world import World

thorough = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@thorough
@given(worlds())
def test_no_proposal_breaks_a_blocking_rule(world: World) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=5)

    assert breaches(facts, plan.juries, plan.hearings) == []
    assert blocked(facts, plan) == [], "the rules find nothing where the auditor finds nothing"
    assert {h.jury for h in plan.hearings} == {jury.number for jury in plan.juries}
    assert plan.proposal.bound == len(plan.hearings), "so small a world is searched to the end"


def blocked(facts: SessionFacts, plan: Plan) -> list[str]:
    heard = tuple(hearing.candidacy_id for hearing in plan.hearings)
    session = replace(facts.session, juries=plan.juries, hearings=plan.hearings, candidacies=heard)
    return [f.code for f in check_session(replace(facts, session=session)) if f.blocks]


@thorough
@given(worlds())
def test_every_candidacy_is_heard_or_has_a_reason_in_words(world: World) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=5)

    heard = [hearing.candidacy_id for hearing in plan.hearings]
    left = [unplaced.candidacy_id for unplaced in plan.proposal.unplaced]
    assert sorted(heard + left) == [candidacy.id for candidacy in world.candidacies]
    session = replace(
        facts.session, juries=plan.juries, hearings=plan.hearings, proposal=plan.proposal
    )
    for unplaced in plan.proposal.unplaced:
        stored = replace(facts, session=session)
        assert unplaced.reasons == why_unplaced(stored, unplaced.candidacy_id) != ()
        assert all(is_said(reason) for reason in unplaced.reasons)


def is_said(finding: Finding) -> bool:
    """Tell whether the finding has its sentence, title and source in both languages."""
    return all(
        say(finding, Wording(language)) and "{" not in say(finding, Wording(language))
        for say in (finding_text, finding_title, finding_source)
        for language in ("fr", "en")
    )


@thorough
@given(worlds())
def test_the_first_plan_is_as_legal_as_the_last(world: World) -> None:
    facts = world.facts()
    problem = formulate(facts)
    juries, hearings = write_timetable(problem, first_plan(problem), facts=facts)

    assert breaches(facts, juries, hearings) == []


@thorough
@given(worlds(most_people=8, most_candidates=4))
def test_the_teaching_seat_is_never_counted(world: World) -> None:
    facts = world.facts()
    plan = propose(facts, seconds=5)

    juries = {jury.number: jury for jury in plan.juries}
    for hearing in plan.hearings:
        jury = juries[hearing.jury]
        silent = sum(not juror.deliberates for juror in jury.jurors)
        counted = votes(facts, jury, hearing)
        assert facts.limits.quorum <= counted <= len(jury.jurors) - silent


@thorough
@given(worlds(), st.integers(0, 2**16))
def test_any_part_of_a_plan_can_be_pinned_and_is_kept(world: World, seed: int) -> None:
    facts = world.facts()
    before = propose(facts, seconds=5)
    draw = Random(seed)
    juries = frozenset(jury.number for jury in before.juries if draw.random() < 0.5)
    heard = frozenset(h.candidacy_id for h in before.hearings if draw.random() < 0.5)
    world.session = replace(world.session, juries=before.juries, hearings=before.hearings)
    facts = world.facts()
    plan = propose(facts, seconds=5, pinned_juries=juries, pinned_hearings=heard)

    assert breaches(facts, plan.juries, plan.hearings) == []
    kept = {h.candidacy_id: (h.jury, h.start, h.end) for h in plan.hearings}
    was = {h.candidacy_id: (h.jury, h.start, h.end) for h in before.hearings}
    assert {number: kept.get(number) for number in heard} == {n: was[n] for n in heard}
    assert {j for j in before.juries if j.number in juries} <= set(plan.juries)
    assert len(plan.hearings) == len(before.hearings)
