"""Amended minutes: the points named, what follows from them, and the record that counts since."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from jurydesk.domain.alterations import Alteration, Part, Point
from jurydesk.domain.amendment import alterations, rectified, stated_points
from jurydesk.domain.amendment_fields import FIELDS, read, written
from jurydesk.domain.corrections import agrees, as_corrected, correction_of
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Decision,
    Deliberation,
    Outcome,
    Result,
    Vote,
)
from jurydesk.domain.minutes import MinutesContent
from jurydesk.domain.minutes_content import content_hash
from jurydesk.domain.minutes_numbers import holes, next_number
from tests.builders import a_deliberation, a_jury, a_record, some_facts
from tests.domain.amendment_cases import (
    BC03,
    CASES,
    ISSUED,
    amended,
    of_block,
    of_candidate,
    of_jury,
    of_member,
    of_session,
)
from tests.domain.case import Case, codes
from tests.domain.minutes_cases import minutes_of

REFUSED = (
    of_block("outcome", "REFUSED"),
    of_block("reason", "Le plan ne tient pas."),
    of_block("evidence", "Le plan de travail remis."),
    of_block("advice", "Refaire le plan avec un régisseur."),
)


@pytest.mark.parametrize("one", CASES, ids=str)
def test_rules_of_amendments(one: Case) -> None:
    assert codes(one.find()) == one.expected


def before_and_after(content: MinutesContent) -> list[tuple[str, str, str]]:
    return [(f"{a.point.part}.{a.point.field}", a.before, a.after) for a in content.alterations]


def test_decision_and_totals_follow_a_corrected_block() -> None:
    content = amended(*REFUSED)
    assert before_and_after(content) == [
        ("CANDIDATE.decision", "FULL", "PARTIAL"),
        ("BLOCK.outcome", "ACQUIRED", "REFUSED"),
        ("BLOCK.reason", "", "Le plan ne tient pas."),
        ("BLOCK.evidence", "", "Le plan de travail remis."),
        ("BLOCK.advice", "", "Refaire le plan avec un régisseur."),
        ("TOTALS.full", "1", "0"),
        ("TOTALS.partial", "0", "1"),
    ]
    (named,) = {(a.name, a.point.block) for a in content.alterations if a.point.part is Part.BLOCK}
    assert named == (ISSUED.juries[0].candidates[0].name, BC03)


def test_whoever_did_not_come_has_no_results_and_no_vote() -> None:
    voted = minutes_of(records=(a_record(vote=Vote(2, 1)),))
    content = rectified(voted, [of_candidate("appearance", "ABSENT")])
    (candidate,) = content.juries[0].candidates
    assert (candidate.appearance, candidate.vote) == (Appearance.ABSENT, None)
    assert {block.outcome for block in candidate.blocks} == {None}
    assert amended(of_candidate("appearance", "ABSENT")).totals.absent == 1


def test_a_member_is_renamed_before_every_jury_and_in_recusals() -> None:
    two = some_facts(session={"juries": (a_jury(), a_jury(2))})
    issued = minutes_of(two)
    old = issued.juries[0].members[0].name
    (candidate,) = issued.juries[0].candidates
    told = replace(candidate, recused=((old, "ancien employeur"),))
    issued = replace(
        issued, juries=(replace(issued.juries[0], candidates=(told,)), issued.juries[1])
    )
    after = rectified(issued, [of_member("name", "ARNAUT Zoé")])
    assert [jury.members[0].name for jury in after.juries] == ["ARNAUT Zoé"] * 2
    assert after.juries[0].candidates[0].recused == (("ARNAUT Zoé", "ancien employeur"),)
    assert [a.before for a in alterations(issued, after)] == [old]


def test_who_deliberated_follows_from_a_corrected_hour() -> None:
    content = amended(of_member("arrived", "09:10", jury=1))
    assert before_and_after(content) == [
        ("MEMBER.arrived", "", "09:10"),
        ("CANDIDATE.deliberating", "3", "2"),
    ]


def test_hours_of_the_jury_follow_those_of_its_hearings() -> None:
    content = amended(of_candidate("start", "08:45"), of_candidate("end", "09:40"))
    jury = content.juries[0]
    assert (jury.start, jury.end) == (time(8, 45), time(9, 40))
    day = ISSUED.juries[0].day
    assert jury.candidates[0].start == datetime.combine(day, time(8, 45))


def test_every_point_comes_back_as_it_is_written() -> None:
    statements = {
        Part.SESSION: ISSUED,
        Part.JURY: ISSUED.juries[0],
        Part.MEMBER: ISSUED.juries[0].members[0],
        Part.CANDIDATE: ISSUED.juries[0].candidates[0],
        Part.BLOCK: ISSUED.juries[0].candidates[0].blocks[0],
    }
    for field in FIELDS.values():
        if field.part is Part.TOTALS or field.follows:
            continue
        statement = statements[field.part]
        text = written(statement, field)
        if text or field.may_be_empty:
            assert read(text, field, statement) == getattr(statement, field.name), field.key


def test_points_are_unique_and_nothing_differs_from_itself() -> None:
    points = [one.point for one in stated_points(ISSUED)]
    assert len(points) == len(set(points))
    assert alterations(ISSUED, rectified(ISSUED, [])) == ()
    assert rectified(ISSUED, []) == ISSUED


def test_seal_of_minutes_that_amend_nothing_is_what_it_was() -> None:
    bare = replace(ISSUED, asked_by="", alterations=())
    assert content_hash(bare) == content_hash(ISSUED)
    point = Point(Part.SESSION, "place")
    told = replace(ISSUED, alterations=(Alteration(point, "", "Paris", "Bry"),))
    assert content_hash(told) != content_hash(ISSUED)


class TestTheRecordThatCounts:
    """The original stays; amendments lie over it in their order."""

    facts = some_facts()
    original = a_deliberation(facts, records=(a_record(decision=Decision.FULL),))

    def corrected(self, *contents: MinutesContent) -> Deliberation:
        standing = self.original
        corrections = []
        for content in contents:
            corrections.append(correction_of(standing, content))
            standing = as_corrected(self.original, corrections)
        return standing

    def test_a_corrected_block_counts(self) -> None:
        content = replace(amended(*REFUSED), number="PV-2026-002")
        record = self.corrected(content).record(1)
        assert record is not None
        assert record.decision is Decision.PARTIAL
        assert record.result(BC03) == Result(
            BC03,
            Outcome.REFUSED,
            "Le plan ne tient pas.",
            "Le plan de travail remis.",
            "Refaire le plan avec un régisseur.",
        )
        assert self.original.records[0].decision is Decision.FULL

    def test_a_later_amendment_counts_over_an_earlier_one(self) -> None:
        first = replace(amended(*REFUSED), number="PV-2026-002")
        back = amended(
            of_block("outcome", "ACQUIRED"),
            *(of_block(name, "") for name in ("reason", "evidence", "advice")),
            before=first,
        )
        second = replace(back, number="PV-2026-003")
        assert second.amends == "PV-2026-002"
        assert self.corrected(first, second) == self.original

    def test_a_corrected_hour_counts(self) -> None:
        content = amended(of_member("arrived", "09:10", jury=1))
        note = self.corrected(content).presence(1, 1)
        assert note == Attendance(1, 1, present=True, arrived=time(9, 10))

    def test_what_is_no_record_is_none_of_it(self) -> None:
        for point in (of_jury("room", "Salle 2"), of_session("place", "Bry")):
            correction = correction_of(self.original, amended(point))
            assert (correction.records, correction.attendance) == ((), ())

    def test_a_correction_that_was_changed_no_longer_agrees(self) -> None:
        content = amended(*REFUSED, of_member("arrived", "09:10", jury=1))
        kept = correction_of(self.original, content)
        (record,), (note,) = kept.records, kept.attendance
        assert agrees(kept, content)
        for changed in (
            replace(kept, records=(replace(record, decision=Decision.FULL),)),
            replace(kept, records=(replace(record, results=record.results[:1]),)),
            replace(kept, records=()),
            replace(kept, attendance=(replace(note, arrived=None),)),
            replace(kept, attendance=()),
        ):
            assert not agrees(changed, content)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((), "PV-2026-001"),
        (("PV-2026-001", "PV-2025-007"), "PV-2026-002"),
        (("PV-2026-009", "PV-2026-001"), "PV-2026-010"),
        (("PV-2026-999", "other"), "PV-2026-1000"),
    ],
)
def test_numbers_follow_the_highest(given: tuple[str, ...], expected: str) -> None:
    assert next_number(2026, given) == expected


def test_holes_are_named_year_by_year() -> None:
    given = ("PV-2025-002", "PV-2026-001", "PV-2026-004", "other")
    assert holes(given) == ("PV-2025-001", "PV-2026-002", "PV-2026-003")
    assert holes(()) == ()
