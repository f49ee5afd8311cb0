"""Equivalences entered and taken out by hand: what counts follows, and comes back by undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.acquisitions import Equivalence, EquivalenceState
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Block
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import JurydeskError
from jurydesk.services.candidates import save_file
from jurydesk.services.clock import clock_on
from jurydesk.services.equivalences import add_equivalence, remove_equivalence
from jurydesk.services.ledger import (
    complete_sheet,
    ledger_of,
    list_equivalences,
    record_acquisitions,
)
from jurydesk.services.ports import Desk
from jurydesk.services.undo import revert
from tests.builders import a_candidate

OLD, NEW = "RNCP34316", "RNCP40642"
TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A person who acquired BC01 of the older sheet, and two blocks entered for the newer one."""
    desk = create_workspace(tmp_path / "bureau.jurydesk", actor="Camille", clock=clock_on(TODAY))
    path = Candidacy(0, NEW, AccessRoute.EXPERIENCE, begun=TODAY)
    save_file(desk, candidate=a_candidate(id=0), candidacy=path)
    record_acquisitions(
        desk,
        candidate_id=1,
        certification=OLD,
        blocks=("BC01",),
        acquired_on=date(2023, 6, 12),
        route=None,
        evidence="attestation",
    )
    blocks = [Block(f"{NEW}BC0{n}", f"Bloc {n}") for n in (1, 2)]
    complete_sheet(desk, certification=NEW, blocks=blocks, by="N. Diallo", source="fiche")
    yield desk
    desk.close()


def held(desk: Desk) -> frozenset[str]:
    (standing,) = [
        one for one in ledger_of(desk, candidate_id=1).standings if one.certification.code == NEW
    ]
    return standing.held


def enter(desk: Desk, from_block: str = f"{OLD}BC01", to_block: str = f"{NEW}BC02") -> Equivalence:
    return add_equivalence(
        desk, from_block=from_block, to_block=to_block, reason=" décision du 12/10/2026 "
    ).value


def test_what_is_entered_counts_at_once_and_is_signed(desk: Desk) -> None:
    assert held(desk) == frozenset()
    one = enter(desk)
    assert held(desk) == {f"{NEW}BC02"}
    assert (one.state, one.settled_by, one.settled_on, one.reason) == (
        EquivalenceState.CONFIRMED,
        "Camille",
        TODAY,
        "décision du 12/10/2026",
    )


def test_adding_and_taking_out_are_undone(desk: Desk) -> None:
    added = add_equivalence(
        desk, from_block=f"{OLD}BC01", to_block=f"{NEW}BC02", by="H. Fictive", reason="décision"
    )
    removed = remove_equivalence(desk, equivalence_id=added.value.id)
    assert (held(desk), removed.label) == (frozenset(), "ACT-EQUIVALENCE-REMOVED")
    revert(desk, outcome_changes=removed.changes)
    assert held(desk) == {f"{NEW}BC02"}
    (again,) = list_equivalences(desk)
    assert again.settled_by == "H. Fictive"
    removed = remove_equivalence(desk, equivalence_id=again.id)
    assert list_equivalences(desk) == ()


def test_what_was_added_is_undone(desk: Desk) -> None:
    added = add_equivalence(desk, from_block=f"{OLD}BC01", to_block=f"{NEW}BC01", reason="décision")
    revert(desk, outcome_changes=added.changes)
    assert (list_equivalences(desk), held(desk)) == ((), frozenset())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"from_block": f"{OLD}BC09"}, "LEDGER-NO-BLOCK"),
        ({"to_block": f"{NEW}BC03"}, "LEDGER-NO-BLOCK"),
        ({"from_block": "RNCP99999BC01"}, "CERTIFICATION-UNKNOWN"),
        ({"from_block": ""}, "CERTIFICATION-UNKNOWN"),
        ({"from_block": f"{NEW}BC01"}, "EQUIVALENCE-SAME-SHEET"),
        ({"reason": "  "}, "EQUIVALENCE-WITHOUT-GROUND"),
    ],
)
def test_what_cannot_be_equivalent(desk: Desk, given: dict[str, str], code: str) -> None:
    keywords = {"from_block": f"{OLD}BC01", "to_block": f"{NEW}BC02", "reason": "décision"}
    with pytest.raises(JurydeskError) as caught:
        add_equivalence(desk, **(keywords | given))
    assert (caught.value.code, list_equivalences(desk)) == (code, ())


def test_the_same_pair_is_not_entered_twice_and_another_is(desk: Desk) -> None:
    enter(desk)
    with pytest.raises(JurydeskError) as caught:
        enter(desk)
    assert caught.value.code == "EQUIVALENCE-KNOWN"
    enter(desk, from_block=f"{OLD}BC02")
    assert len(list_equivalences(desk, certification=NEW)) == 2
