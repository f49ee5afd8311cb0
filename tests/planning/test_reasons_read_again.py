"""Explanations of random sessions, read again by a model that shares nothing with planning."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from math import comb

import pytest
from hypothesis import Phase, assume, given, settings

from jurydesk.domain.findings import Finding
from jurydesk.domain.session import JurySpan
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.finding_text import finding_text
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.answer import MOST_VERIFIED, Explanation, Reasons
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.facts import Fact
from jurydesk.planning.reasons.repair import Repair
from jurydesk.planning.reasons.telling import Teller
from jurydesk.wording import Wording
from tests.planning.second_reader import Key, Reader
from tests.planning.strategies import crowded, worlds
from tests.planning.world import World

MANY = 300 if os.environ.get("JURYDESK_MANY") else 25
"""How many sessions in which somebody waits; `make prove` reads them all."""
MOST_EXPLAINED = 3
MOST_SUBSETS = 200
COSTS = {
    "HOURS": 2,
    "LAPSED": 2,
    "UNANSWERED": 2,
    "AWAY": 3,
    "RULE": 3,
    "TIE": 4,
    "ROOMS": 4,
    "MANDATE": 5,
    "SCOPE": 5,
    "COMPOSITION": 6,
    "BUSY": 6,
    "NOBODY_ELSE": 6,
    "DAYS": 6,
}
"""Written down a second time, on purpose."""
PER_QUARTER, PER_RECRUIT = 1, 4
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
HALVES = {"fr": {"am": "matin", "pm": "après-midi"}, "en": {"am": "morning", "pm": "afternoon"}}


def planned(facts: SessionFacts) -> SessionFacts:
    """The session with the best plan of it; of juries of a day nothing is claimed proved."""
    facts = replace(facts, session=replace(facts.session, jury_span=JurySpan.HALF_DAY))
    plan = propose(facts, seconds=20)
    session = replace(
        facts.session, juries=plan.juries, hearings=plan.hearings, proposal=plan.proposal
    )
    return replace(facts, session=session)


def plain(fact: Fact) -> Key:
    """Return what a fact is about; of what somebody forbids this reader knows nothing."""
    assert fact.ban is None
    kind, *rest = (getattr(fact, name) for name in ("kind", *Key._fields[1:]))
    return Key(kind.value, *rest)


def must(number: int, facts: Iterable[Fact]) -> set[int]:
    return {number} | {fact.candidacy for fact in facts if fact.kind.value == "HEARD"}


def blocks(facts: SessionFacts, number: int, held: Iterable[Fact]) -> bool:
    """Tell whether these facts, and no others, keep the candidacy out."""
    told = list(held)
    return not Reader(facts, only={plain(f) for f in told}).can_hear(must(number, told))


def read_block(facts: SessionFacts, told: Explanation) -> None:
    number = told.candidacy_id
    assert blocks(facts, number, told.facts), "the block does not block"
    for fact in told.facts:
        rest = [other for other in told.facts if other != fact]
        assert not blocks(facts, number, rest), f"{fact} is not needed"


def read_companions(facts: SessionFacts, told: Explanation) -> None:
    """With fewer of those who are heard, nothing of all the rest would block."""
    heard = sorted({hearing.candidacy_id for hearing in facts.session.hearings})
    met = sum(fact.kind.value == "HEARD" for fact in told.facts)
    if met and comb(len(heard), met - 1) <= MOST_SUBSETS:
        for fewer in combinations(heard, met - 1):
            assert Reader(facts).can_hear({told.candidacy_id, *fewer}), "fewer companions block"


def read_repairs(facts: SessionFacts, told: Explanation) -> None:
    heard = {hearing.candidacy_id for hearing in facts.session.hearings}
    wanted = heard | {told.candidacy_id}
    waiting = set(facts.session.unplaced) - wanted
    for repair in told.repairs:
        without = {plain(c.fact): c.count for c in repair.changes}
        most = Reader(facts, without=without).most_heard(wanted, waiting)
        assert most is not None, f"{repair} does not help"
        assert repair.others is not None
        assert most >= repair.others, f"{repair} promises too many"
        assert repair.is_verified
        assert repair.cost == price(repair)
        for one, count in without.items():
            part = {k: n for k, n in without.items() if k != one}
            assert not Reader(facts, without=part).can_hear(wanted), f"{one} is too much"
            less = {**without, one: count - 1}
            by_less = count > 1 and Reader(facts, without=less).can_hear(wanted)
            assert not by_less, f"{one}: by too much"


def price(repair: Repair) -> int:
    return sum(
        COSTS[c.fact.kind.value]
        + (PER_QUARTER * c.count if c.fact.kind.value == "HOURS" else 0)
        + (PER_RECRUIT * c.count if c.fact.kind.value == "NOBODY_ELSE" else 0)
        for c in repair.changes
    )


def read_what_is_offered(facts: SessionFacts, told: Explanation) -> None:
    """Each single fact of the block that an office can change and that would do is offered."""
    wanted = must(told.candidacy_id, ()) | {h.candidacy_id for h in facts.session.hearings}
    single = {r.facts[0] for r in told.repairs if len(r.facts) == 1}
    for fact in told.facts:
        helps = Reader(facts, without={plain(fact): 10_000}).can_hear(wanted)
        asked = can_change(facts, fact) and len(told.repairs) < MOST_VERIFIED
        # So many quarters of an hour do not exist
        if helps and asked and fact.kind.value != "HOURS":
            assert fact in single, f"{fact} is not offered"


def can_change(facts: SessionFacts, fact: Fact) -> bool:
    if fact.kind.value == "TIE":
        person = facts.candidacies[fact.candidacy].candidate_id
        states = {
            t.state.value
            for t in facts.ties
            if (t.candidate_id, t.examiner_id) == (person, fact.examiner)
        }
        return states == {"PROPOSED"}
    if fact.kind.value == "RULE":
        return fact.code.startswith(("HEAR-05", "CAND-01", "CAND-02", "INDIV-", "TRAIN-", "VAE-"))
    return fact.kind.value in COSTS


def day_in_words(day: date, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    first = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{first} {month} {day.year}"


def tidy(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def read_sentences(facts: SessionFacts, told: Explanation) -> None:
    teller = Teller(Circumstances(facts))
    for language in ("fr", "en"):
        words = Wording(language)
        for fact in told.facts:
            name_all(facts, fact, said(teller.block([fact]), words), language)
        for repair in told.repairs:
            for change in repair.changes:
                name_all(facts, change.fact, said(teller.changes([change]), words), language)


def said(found: Iterable[Finding], words: Wording) -> str:
    sentences = [tidy(finding_text(one, words)) for one in found]
    assert sentences
    assert not [s for s in sentences if "{" in s or not s.endswith(".")]
    return " ".join(sentences)


def name_all(facts: SessionFacts, fact: Fact, text: str, language: str) -> None:
    for needed in named(facts, fact, language):
        assert needed in text, f"{needed!r} is not in {text!r}"


def named(facts: SessionFacts, fact: Fact, language: str) -> Iterator[str]:
    """Yield who and when a sentence about a fact must name."""
    if fact.examiner:
        yield facts.examiners[fact.examiner].full_name
    if fact.candidacy:
        yield facts.candidate_of(facts.candidacies[fact.candidacy]).full_name
    if fact.day is not None:
        yield day_in_words(fact.day, language)
    if fact.day is not None and fact.half_day is not None:
        yield HALVES[language][fact.half_day.value]
    if fact.kind.value in {"HEARD", "ROOMS", "HOURS", "RULE"}:
        days = [day_in_words(day, language) for day in facts.session.days]
        yield from days[:1] if fact.kind.value != "RULE" else ()
    if fact.kind.value == "MANDATE":
        mandates = facts.examiners[fact.examiner].mandates
        missing = [
            d for d in facts.session.days if not any(m.start <= d <= m.end for m in mandates)
        ]
        yield day_in_words(min(missing), language)


SEEN: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def figures() -> Iterator[None]:
    """Say how much was read, for whoever looks (`-s`)."""
    yield
    sys.stdout.write(f"{dict(SEEN)}\n")


def read(world: World) -> None:
    facts = planned(world.facts())
    assume(facts.session.unplaced)
    reasons = Reasons(facts, seconds=30)
    for number in facts.session.unplaced[:MOST_EXPLAINED]:
        told = reasons.why(number)
        assert (told.is_blocked, told.is_smallest, told.is_minimal) == (True, True, True)
        read_block(facts, told)
        read_companions(facts, told)
        read_repairs(facts, told)
        read_what_is_offered(facts, told)
        read_sentences(facts, told)
        SEEN["explanations"] += 1
        SEEN.update(fact.kind.value for fact in told.facts)
        SEEN["repairs"] += len(told.repairs)
    SEEN["sessions"] += 1


# A world that fails is longer than Hypothesis likes: what failed is to be read all the same
pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking takes minutes, and what is found is small."""


@pytest.mark.timeout(3600)
@settings(max_examples=MANY, deadline=None, phases=PHASES)
@given(worlds())
def test_a_second_reader_agrees_where_a_pool_has_gaps(world: World) -> None:
    read(world)


@pytest.mark.timeout(3600)
@settings(max_examples=MANY, deadline=None, phases=PHASES)
@given(crowded())
def test_a_second_reader_agrees_where_others_are_in_the_way(world: World) -> None:
    read(world)
