"""The ledger: blocks add up over sheets by confirmed equivalences; what remains; one block away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.acquisitions import Acquisition, Equivalence, EquivalenceState
from jurydesk.domain.certification import WHOLE
from jurydesk.domain.ledger import Credit, brought, standing_of
from tests.builders import CODE, a_certification
from tests.domain import ledger_cases
from tests.domain.case import Case, codes
from tests.domain.ledger_cases import (
    OLD,
    ONE,
    OPTION,
    THREE,
    TWO,
    an_entry,
    an_equivalence,
    the_older,
)

CONFIRMED, PROPOSED = EquivalenceState.CONFIRMED, EquivalenceState.PROPOSED


@pytest.mark.parametrize("case", ledger_cases.CASES, ids=str)
def test_what_is_aimed_at(case: Case) -> None:
    assert codes(case.find()) == case.expected


def test_blocks_acquired_and_blocks_left() -> None:
    standing = standing_of(a_certification(), (an_entry(ONE), an_entry(OPTION)))
    assert standing.held == {ONE, OPTION}
    assert [block.code for block in standing.remaining] == [TWO, THREE]
    assert (standing.options, standing.is_complete, standing.last_missing) == ((), False, None)


def test_one_block_away() -> None:
    standing = standing_of(a_certification(), (an_entry(ONE), an_entry(TWO)))
    assert standing.last_missing is not None
    assert standing.last_missing.code == THREE


def test_the_option_is_not_needed_for_the_title() -> None:
    standing = standing_of(a_certification(), map(an_entry, (ONE, TWO, THREE)))
    assert standing.is_complete
    assert [block.code for block in standing.options] == [OPTION]


def test_a_title_judged_as_a_whole() -> None:
    sheet = replace(a_certification(), code="RNCP6082", blocks=(), has_blocks=False)
    assert not standing_of(sheet, ()).is_complete
    assert standing_of(sheet, (an_entry(WHOLE, "RNCP6082"),)).is_complete


def test_of_a_sheet_nobody_has_read_nothing_is_said_to_be_complete() -> None:
    sheet = replace(a_certification(), blocks=(), has_blocks=None)
    standing = standing_of(sheet, (an_entry(ONE, OLD),))
    assert (standing.blocks_known, standing.is_complete) == (False, False)


@pytest.mark.parametrize(
    ("state", "held"), [(CONFIRMED, {ONE}), (PROPOSED, set()), (EquivalenceState.SET_ASIDE, set())]
)
def test_only_a_confirmed_equivalence_counts(state: EquivalenceState, held: set[str]) -> None:
    entries = (an_entry(f"{OLD}BC01", OLD),)
    assert standing_of(a_certification(), entries, (an_equivalence(state),)).held == held


def test_a_proposal_is_shown_with_the_block_it_would_give() -> None:
    entry, equal = an_entry(f"{OLD}BC01", OLD), an_equivalence(PROPOSED)
    standing = standing_of(a_certification(), (entry,), (equal,))
    assert [(p.block, p.entry, p.equivalence) for p in standing.proposals] == [(ONE, entry, equal)]


def test_a_block_acquired_itself_is_not_proposed_again() -> None:
    entries = (an_entry(f"{OLD}BC01", OLD), an_entry(ONE))
    standing = standing_of(a_certification(), entries, (an_equivalence(PROPOSED),))
    assert standing.proposals == ()


def test_equivalences_follow_one_another() -> None:
    first = Equivalence("RNCP6082", WHOLE, OLD, f"{OLD}BC01", CONFIRMED)
    second = an_equivalence(CONFIRMED)
    entry = an_entry(WHOLE, "RNCP6082")
    standing = standing_of(a_certification(), (entry,), (first, second))
    assert standing.credits == (Credit(ONE, entry, second),)
    assert standing_of(the_older(), (entry,), (first, second)).held == {f"{OLD}BC01"}


def test_equivalences_in_a_circle_end() -> None:
    back = Equivalence(CODE, ONE, OLD, f"{OLD}BC01", CONFIRMED)
    entry = an_entry(ONE)
    standing = standing_of(a_certification(), (entry,), (an_equivalence(CONFIRMED), back))
    assert standing.credits == (Credit(ONE, entry),)


def test_a_block_has_one_proof_the_first() -> None:
    itself, older = an_entry(ONE), an_entry(f"{OLD}BC01", OLD)
    standing = standing_of(a_certification(), (older, itself), (an_equivalence(CONFIRMED),))
    assert standing.credits == (Credit(ONE, itself),)


def test_an_acquisition_without_a_block_is_the_whole_title() -> None:
    entry = brought(Acquisition(1, "RNCP6082", "", None, None, "parchemin", id=7))
    assert (entry.block, entry.acquisition_id) == (WHOLE, 7)
