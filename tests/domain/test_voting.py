"""What is judged, who judges it, and the decision that follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Decision,
    Deliberation,
    HearingRecord,
    Outcome,
    Recusal,
    Result,
    Vote,
)
from jurydesk.domain.deliberation_rules import (
    blocks_to_judge,
    check_record,
    close,
    deliberating_jurors,
    derive_decision,
    present_jurors,
)
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_certification,
    a_deliberation,
    a_hearing,
    a_jury,
    a_record,
    some_facts,
)

BC01, BC02, BC03, BC04 = (f"{CODE}BC0{number}" for number in range(1, 5))
WITHOUT_BLOCKS = a_certification(blocks=(), has_blocks=False)
NOT_KNOWN = a_certification(blocks=(), has_blocks=None)


def _results(**outcomes: bool) -> tuple[Result, ...]:
    names = {"bc01": BC01, "bc02": BC02, "bc03": BC03, "bc04": BC04, "whole": WHOLE}
    return tuple(
        Result(names[name], Outcome.ACQUIRED if gained else Outcome.REFUSED, "Motif")
        for name, gained in outcomes.items()
    )


@pytest.mark.parametrize(
    ("asked", "certification", "expected"),
    [
        ((), a_certification(), (BC01, BC02, BC03)),
        (("BC04",), a_certification(), (BC04,)),
        ((BC02, "BC01"), a_certification(), (BC02, BC01)),
        ((), WITHOUT_BLOCKS, (WHOLE,)),
        ((), NOT_KNOWN, (WHOLE,)),
        (("BC01",), NOT_KNOWN, ("BC01",)),
    ],
)
def test_blocks_to_judge(asked, certification, expected) -> None:
    assert blocks_to_judge(a_candidacy(blocks=asked), certification) == expected


def test_blocks_acquired_before_are_not_judged_again() -> None:
    blocks = blocks_to_judge(a_candidacy(), a_certification(), acquired={BC02})
    assert blocks == (BC01, BC03)


@pytest.mark.parametrize(
    ("asked", "outcomes", "acquired", "expected"),
    [
        ((), {"bc01": True, "bc02": True, "bc03": True}, (), Decision.FULL),
        ((), {"bc01": True, "bc02": True, "bc03": False}, (), Decision.PARTIAL),
        ((), {"bc01": False, "bc02": False, "bc03": False}, (), Decision.NONE),
        ((), {"bc01": True, "bc02": True}, (), None),
        ((), {"bc01": True, "bc02": True}, (BC03,), Decision.FULL),
        ((), {"bc01": False, "bc02": False}, (BC03,), Decision.NONE),
        (("BC01",), {"bc01": True}, (), Decision.PARTIAL),
        (("BC01",), {"bc01": True}, (BC02, BC03), Decision.FULL),
        (("BC01",), {"bc01": False}, (), Decision.NONE),
        (("BC04",), {"bc04": True}, (), Decision.PARTIAL),
    ],
)
def test_decision_by_block(asked, outcomes, acquired, expected) -> None:
    record = a_record(results=_results(**outcomes))
    candidacy = a_candidacy(blocks=asked)
    decision = derive_decision(record, candidacy, a_certification(), acquired=acquired)
    assert decision is expected


@pytest.mark.parametrize(("gained", "expected"), [(True, Decision.FULL), (False, Decision.NONE)])
def test_decision_on_a_sheet_judged_as_a_whole(gained: bool, expected: Decision) -> None:
    record = a_record(results=_results(whole=gained))
    assert derive_decision(record, a_candidacy(), WITHOUT_BLOCKS) is expected


def test_a_block_of_a_sheet_whose_blocks_are_not_known_is_partial() -> None:
    record = a_record(results=(Result("BC01", Outcome.ACQUIRED),))
    assert derive_decision(record, a_candidacy(blocks=("BC01",)), NOT_KNOWN) is Decision.PARTIAL


@pytest.mark.parametrize(
    ("appearance", "expected"),
    [
        (Appearance.EXPECTED, None),
        (Appearance.ABSENT, Decision.ABSENT),
        (Appearance.EXCUSED, Decision.EXCUSED),
        (Appearance.ADJOURNED, Decision.ADJOURNED),
    ],
)
def test_decision_without_a_hearing(appearance: Appearance, expected: Decision | None) -> None:
    record = a_record(appearance=appearance, results=())
    assert derive_decision(record, a_candidacy(), a_certification()) is expected


OUTCOMES = st.none() | st.sampled_from(Outcome)


@given(
    appearance=st.sampled_from(Appearance),
    outcomes=st.fixed_dictionaries(dict.fromkeys((BC01, BC02, BC03, BC04, WHOLE), OUTCOMES)),
    asked=st.sets(st.sampled_from((BC01, BC02, BC03, BC04))),
    acquired=st.sets(st.sampled_from((BC01, BC02, BC03))),
)
def test_decision_is_total_and_never_more_than_what_was_acquired(
    appearance, outcomes, asked, acquired
) -> None:
    results = tuple(
        Result(block, outcome, "Motif") for block, outcome in outcomes.items() if outcome
    )
    record = HearingRecord(1, appearance, results)
    candidacy = a_candidacy(blocks=tuple(sorted(asked)))
    sheet = a_certification()
    decision = derive_decision(record, candidacy, sheet, acquired=acquired)
    judged = blocks_to_judge(candidacy, sheet, acquired=acquired)
    complete = all(record.result(block) for block in judged)
    gained = {r.block for r in results if r.block in judged and r.outcome is Outcome.ACQUIRED}
    if appearance is not Appearance.PRESENT:
        assert decision == (None if appearance is Appearance.EXPECTED else appearance)
    elif not complete:
        assert decision is None
    elif {BC01, BC02, BC03} <= gained | acquired:
        assert decision is Decision.FULL
    else:
        assert decision is (Decision.PARTIAL if gained else Decision.NONE)


@given(
    present=st.sets(st.integers(1, 4)),
    planned=st.sets(st.integers(1, 4)),
    recorded=st.sets(st.integers(1, 4)),
)
def test_who_deliberates_in_the_room(
    present: set[int], planned: set[int], recorded: set[int]
) -> None:
    jury, hearing = a_jury(), a_hearing(recused=tuple(planned))
    deliberation = Deliberation(
        1,
        attendance=tuple(Attendance(1, n, present=n in present) for n in range(1, 5)),
        records=(HearingRecord(1, recusals=tuple(Recusal(n) for n in sorted(recorded))),),
    )
    there = {juror.examiner_id for juror in present_jurors(jury, deliberation)}
    voting = {juror.examiner_id for juror in deliberating_jurors(jury, hearing, deliberation)}
    assert there == present
    assert voting == (present & {1, 2, 3}) - planned - recorded


@given(
    favour=st.integers(0, 4),
    against=st.integers(0, 4),
    abstained=st.integers(0, 4),
    president=st.booleans(),
)
def test_vote_needs_every_voice_and_a_president_to_part_equal_ones(
    favour: int, against: int, abstained: int, president: bool
) -> None:
    facts = some_facts()
    recusals = () if president else (Recusal(1, "Lien"),)
    record = a_record(vote=Vote(favour, against, abstained), recusals=recusals)
    found = {f.code for f in check_record(facts, a_deliberation(facts), record)}
    members = 3 if president else 2
    assert ("DELIB-06" in found) == (favour + against + abstained != members)
    assert ("DELIB-07" in found) == (favour == against and not president)
    assert ("DELIB-10" in found) == (against > favour)


def test_closing_fixes_every_decision_in_the_order_of_the_day() -> None:
    facts = some_facts(
        a_candidacy(1),
        a_candidacy(2),
        session={"hearings": (a_hearing(1, at="10:00"), a_hearing(2, at="09:00"))},
    )
    absent = a_record(1, appearance=Appearance.ABSENT, results=())
    open_ = a_deliberation(facts, records=(absent, a_record(2)))
    moment = datetime.combine(DAY, time(12, 30))
    closed = close(facts, open_, at=moment)
    assert closed == replace(
        open_,
        closed_at=moment,
        records=(
            replace(a_record(2), decision=Decision.FULL),
            replace(absent, decision=Decision.ABSENT),
        ),
    )
    assert closed.is_closed


def test_record_of_a_candidacy_that_has_no_hearing() -> None:
    facts = some_facts()
    assert check_record(facts, a_deliberation(facts), a_record(7)) == ()


def test_record_before_a_jury_that_is_not_there() -> None:
    facts = some_facts(session={"juries": ()})
    assert check_record(facts, a_deliberation(facts), a_record()) == ()
