"""Three voters in every situation, against a table written by hand from D6412-6 and the sheet.

The table names the president and two other members who vote. What each of the two does may be
exchanged, and the table then says the same: every row is tried both ways.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import combinations_with_replacement, product
from pathlib import Path

import pytest

from jurydesk.domain.deliberation import (
    ActingPresident,
    Attendance,
    Ballot,
    Decision,
    Deliberation,
    Outcome,
    Recusal,
    Result,
    Voice,
    Vote,
)
from jurydesk.domain.deliberation_rules import check_record
from jurydesk.domain.findings import blocking
from jurydesk.domain.minutes_content import build_minutes
from jurydesk.domain.regularity import regularity_of
from jurydesk.domain.session_facts import SessionFacts
from tests.builders import CODE, a_deliberation, a_record, some_facts
from tests.domain.minutes_cases import CERTIFIER

STATES = ("for", "against", "abstains", "recused", "absent")
VOICES = {"for": Voice.IN_FAVOUR, "against": Voice.AGAINST, "abstains": Voice.ABSTAINED}
MEMBERS = (1, 2, 3)
TABLE = Path(__file__).parent / "truth_table.csv"
ROWS = tuple(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
BOTH_WAYS = [
    pytest.param(row, order, id="-".join((row["president"], *(row[o] for o in order))))
    for row in ROWS
    for order in (("first", "second"), ("second", "first"))
]
GIVEN = a_record().results
REFUSED = tuple(
    Result(given.block, Outcome.REFUSED, "Non montré.", "Dossier, page 3.", "Le reprendre.")
    for given in GIVEN
)


def _states(row: dict[str, str], order: tuple[str, str]) -> dict[int, str]:
    return dict(zip(MEMBERS, (row["president"], *(row[each] for each in order)), strict=True))


def _room(facts: SessionFacts, states: dict[int, str], results: tuple[Result, ...]) -> Deliberation:
    ballots = tuple(Ballot(n, VOICES[s]) for n, s in states.items() if s in VOICES)
    record = a_record(
        results=results,
        recusals=tuple(Recusal(n, "Lien") for n, s in states.items() if s == "recused"),
        vote=Vote.of(ballots) if ballots else None,
    )
    attendance = tuple(
        Attendance(1, number, present=states.get(number) != "absent") for number in (*MEMBERS, 4)
    )
    return a_deliberation(facts, attendance=attendance, records=(record,))


def _codes(facts: SessionFacts, room: Deliberation) -> set[str]:
    (record,) = room.records
    return {finding.code for finding in blocking(check_record(facts, room, record))}


def _acting(room: Deliberation, states: dict[int, str]) -> Deliberation:
    able = next((n for n in MEMBERS[1:] if states[n] in VOICES), None)
    named = (ActingPresident(1, able, "Absence"),) if able else ()
    return replace(room, acting_presidents=named)


def _casting(room: Deliberation, voice: Voice) -> Deliberation:
    (record,) = room.records
    # The figures alone, since a president who has voted casts the same voice again
    assert record.vote is not None
    vote = Vote(*record.vote.counts, casting=voice)
    return replace(room, records=(replace(record, vote=vote),))


def test_the_table_names_every_situation_once() -> None:
    named = [(row["president"], row["first"], row["second"]) for row in ROWS]
    pairs = combinations_with_replacement(STATES, 2)
    assert sorted(named) == sorted((state, *pair) for state, pair in product(STATES, pairs))


@pytest.mark.parametrize(("row", "order"), BOTH_WAYS)
def test_who_deliberates_and_whether_it_stands(row: dict[str, str], order: tuple[str, str]) -> None:
    facts, states = some_facts(), _states(row, order)
    jury, hearing = facts.session.juries[0], facts.session.hearings[0]
    room = _room(facts, states, GIVEN)
    alone = regularity_of(facts, jury, hearing, room)
    helped = regularity_of(facts, jury, hearing, _acting(room, states))
    assert alone.deliberating == helped.deliberating == int(row["deliberating"])
    assert (alone.is_regular, helped.is_regular) == (
        row["regular"] == "yes",
        row["regular_if_another_acts"] == "yes",
    )


@pytest.mark.parametrize(("row", "order"), BOTH_WAYS)
def test_what_the_vote_amounts_to(row: dict[str, str], order: tuple[str, str]) -> None:
    facts, states = some_facts(), _states(row, order)
    expected = set(row["codes"].split())
    given, refused = (_room(facts, states, results) for results in (GIVEN, REFUSED))
    against = {"DELIB-10"}
    # A lost vote gives no certification, and a vote that is won refuses none
    assert _codes(facts, given) == expected | (against if row["outcome"] == "lost" else set())
    assert _codes(facts, refused) == expected | (against if row["outcome"] == "won" else set())


@pytest.mark.parametrize(
    ("row", "order"), [case for case in BOTH_WAYS if case.values[0]["outcome"] == "tie"]
)
def test_the_casting_vote_decides_where_voices_are_equal(
    row: dict[str, str], order: tuple[str, str]
) -> None:
    facts, states = some_facts(), _states(row, order)
    given, refused = (_acting(_room(facts, states, r), states) for r in (GIVEN, REFUSED))
    few = {"DELIB-04"} if int(row["deliberating"]) < 2 else set()
    assert _codes(facts, given) == few | {"DELIB-22"}
    assert _codes(facts, _casting(given, Voice.IN_FAVOUR)) == few
    assert _codes(facts, _casting(given, Voice.AGAINST)) == few | {"DELIB-10"}
    assert _codes(facts, _casting(refused, Voice.AGAINST)) == few
    assert _codes(facts, _casting(refused, Voice.IN_FAVOUR)) == few | {"DELIB-10"}


def test_minutes_tell_the_casting_vote_and_not_who_voted_what() -> None:
    facts = some_facts()
    states = {1: "for", 2: "against", 3: "abstains"}
    room = _room(facts, states, GIVEN)
    (record,) = room.records
    assert record.vote is not None
    vote = replace(record.vote, casting=Voice.IN_FAVOUR)
    room = replace(room, records=(replace(record, vote=vote),))
    content = build_minutes(facts, room, certification=CODE, certifier=CERTIFIER, recourse="…")
    (candidate,) = content.juries[0].candidates
    assert candidate.vote == Vote(1, 1, 1, casting=Voice.IN_FAVOUR)
    assert candidate.decision is Decision.FULL
    assert candidate.presided_by == facts.examiner_subject(1).name
    assert candidate.regularity == regularity_of(
        facts, facts.session.juries[0], facts.session.hearings[0], room
    )
