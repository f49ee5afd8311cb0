"""Why somebody is left out, on random worlds: true, minimal, and what would help does help."""

from __future__ import annotations

import os
from dataclasses import replace

from hypothesis import assume, given, settings

from jurydesk.domain.session import JurySpan
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.answer import Explanation, Reasons
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.core import is_proved
from jurydesk.planning.reasons.facts import FactKind
from jurydesk.planning.reasons.repair import amend
from jurydesk.planning.reasons.session_question import model_of
from jurydesk.planning.reasons.soft import Deadline
from tests.planning.checker import breaches
from tests.planning.strategies import forbidding, worlds
from tests.planning.world import World

MOST_EXPLAINED = 4


def planned(facts: SessionFacts) -> SessionFacts:
    """The session with the best plan of it; of juries of a day nothing is claimed proved."""
    facts = replace(facts, session=replace(facts.session, jury_span=JurySpan.HALF_DAY))
    plan = propose(facts, seconds=20)
    session = replace(
        facts.session, juries=plan.juries, hearings=plan.hearings, proposal=plan.proposal
    )
    return replace(facts, session=session)


def prove(facts: SessionFacts, told: Explanation) -> None:
    """Solve anew with these facts and no other, then without each of them."""
    circumstances = Circumstances(facts)
    companions = [fact for fact in told.facts if fact.kind is FactKind.HEARD]
    wanted = {told.candidacy_id: circumstances.wanted(told.candidacy_id)}
    model = model_of(circumstances, wanted, companions)
    assert is_proved(model.question(Deadline()), told.facts)


def apply(facts: SessionFacts, told: Explanation) -> None:
    """Make each change that is promised to help, and let the engine plan the session again."""
    heard = {hearing.candidacy_id for hearing in facts.session.hearings}
    for repair in told.repairs:
        amended = amend(facts, repair.changes)
        if amended is None:
            continue
        wanted = tuple(n for n in amended.session.candidacies if n in {*heard, told.candidacy_id})
        few = replace(amended, session=replace(amended.session, candidacies=wanted))
        plan = propose(few, seconds=20)
        assert {hearing.candidacy_id for hearing in plan.hearings} == set(wanted)
        assert breaches(few, plan.juries, plan.hearings) == []
        assert repair.is_verified
        assert repair.others is not None
        if repair.others:
            everybody = propose(amended, seconds=20)
            assert len(everybody.hearings) >= len(wanted) + repair.others


MANY = 300 if os.environ.get("JURYDESK_MANY") else 30
"""How many worlds; `make prove` tries them all."""


@settings(max_examples=MANY, deadline=None)
@given(worlds())
def test_what_blocks_is_true_and_minimal_and_each_repair_keeps_its_promise(world: World) -> None:
    facts = planned(world.facts())
    left_out = facts.session.unplaced
    assume(left_out)
    reasons = Reasons(facts, seconds=30)
    for number in left_out[:MOST_EXPLAINED]:
        told = reasons.why(number)
        assert told.is_blocked
        assert (told.is_smallest, told.is_minimal, told.is_complete) == (True, True, True)
        prove(facts, told)
    apply(facts, told)


@settings(max_examples=MANY, deadline=None)
@given(forbidding(most=6))
def test_what_a_person_forbade_is_a_fact_like_any_other(world: World) -> None:
    facts = planned(world.facts())
    left_out = facts.session.unplaced
    assume(left_out)
    reasons = Reasons(facts, seconds=30)
    for number in left_out[:MOST_EXPLAINED]:
        told = reasons.why(number)
        assert told.is_blocked
        prove(facts, told)
    apply(facts, told)
