"""The ledger through the services, on a real workspace: from 2023 and RNCP34316 to RNCP40642."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.candidacy import Candidacy, Intake
from jurydesk.domain.certification import Block
from jurydesk.domain.changes import Kind
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.candidates import list_candidacies, save_file
from jurydesk.services.clock import clock_on
from jurydesk.services.ledger import (
    complete_sheet,
    ledger_of,
    list_equivalences,
    one_block_away,
    propose_equivalences,
    record_acquisitions,
    remove_acquisition,
    settle_equivalence,
)
from jurydesk.services.undo import revert
from tests.builders import a_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk

OLD, NEW = "RNCP34316", "RNCP40642"
TODAY, EARNED = date(2026, 11, 23), date(2023, 6, 12)
TITLES = (
    "Préparer un projet de production cinéma, audiovisuel ou de contenus numériques",
    "Gérer la production et suivre la postproduction d’un projet",
    "Suivre l’administration et le droit d’une société de production",
)
BLOCKS = tuple(Block(f"{NEW}BC0{n}", title) for n, title in enumerate(TITLES, start=1))
CONFIRMED = EquivalenceState.CONFIRMED


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A person who wants RNCP40642 in 2026, on a real file."""
    desk = create_workspace(tmp_path / "bureau.jurydesk", actor="Camille", clock=clock_on(TODAY))
    path = Candidacy(0, NEW, AccessRoute.EXPERIENCE, intake=Intake.COMPLETE, begun=TODAY)
    save_file(desk, candidate=a_candidate(id=0), candidacy=path)
    yield desk
    desk.close()


def earn(desk: Desk, *blocks: str) -> None:
    record_acquisitions(
        desk,
        candidate_id=1,
        certification=OLD,
        blocks=blocks,
        acquired_on=EARNED,
        route=AccessRoute.CONTINUING_EDUCATION,
        evidence="attestation de blocs du 12/06/2023",
    )


def complete(desk: Desk, *blocks: Block) -> None:
    complete_sheet(
        desk, certification=NEW, blocks=blocks or BLOCKS, by="N. Diallo", source="fiche imprimée"
    )


def codes(desk: Desk) -> list[str]:
    (row,) = list_candidacies(desk)
    return [f.code for f in row.findings if f.code.startswith("SCOPE")]


def test_two_blocks_of_2023_on_the_way_to_the_successor(desk: Desk) -> None:
    earn(desk, "BC01", "BC02")
    older, newer = ledger_of(desk, candidate_id=1).standings[-2:]
    assert (older.certification.code, newer.certification.code) == (OLD, NEW)
    assert older.held == {f"{OLD}BC01", f"{OLD}BC02"}
    assert [block.code for block in older.remaining] == [f"{OLD}BC03"]
    assert [block.code for block in older.options] == [f"{OLD}BC04"]
    assert not newer.blocks_known, "nobody has read the blocks of RNCP40642 yet"

    complete(desk)
    proposed = propose_equivalences(desk, certification=NEW).value
    pairs = {(one.from_block[-4:], one.to_block[-4:]) for one in proposed}
    assert {("BC01", "BC01"), ("BC02", "BC02"), ("BC03", "BC03")} <= pairs
    newer = ledger_of(desk, candidate_id=1).standings[-1]
    assert newer.held == frozenset(), "what is only proposed counts for nothing"
    assert [p.block for p in newer.proposals] == [f"{NEW}BC01", f"{NEW}BC02"]
    assert codes(desk) == ["SCOPE-05"]

    for one in proposed[:2]:
        settle_equivalence(
            desk, equivalence_id=one.id, state=CONFIRMED, by="N. Diallo", reason="commission"
        )
    newer = ledger_of(desk, candidate_id=1).standings[-1]
    told = [
        (c.block, c.entry.block, c.equivalence.settled_by, c.equivalence.settled_on)
        for c in newer.credits
        if c.equivalence
    ]
    assert told == [
        (f"{NEW}BC01", f"{OLD}BC01", "N. Diallo", TODAY),
        (f"{NEW}BC02", f"{OLD}BC02", "N. Diallo", TODAY),
    ]
    assert [block.code for block in newer.remaining] == [f"{NEW}BC03"]
    assert codes(desk) == []
    away = [(a.certification, a.missing.code, a.held) for a in one_block_away(desk)]
    assert away == [(OLD, f"{OLD}BC03", 2), (NEW, f"{NEW}BC03", 2)]


def test_what_was_set_aside_never_comes_back(desk: Desk) -> None:
    earn(desk, "BC01")
    complete(desk)
    first = propose_equivalences(desk, certification=NEW).value[0]
    settle_equivalence(
        desk,
        equivalence_id=first.id,
        state=EquivalenceState.SET_ASIDE,
        by="N. Diallo",
        reason="le référentiel a changé",
    )
    again = propose_equivalences(desk, certification=NEW)
    assert (again.value, again.changes) == ((), ())
    kept = list_equivalences(desk, certification=NEW)
    assert [one.state for one in kept if one.id == first.id] == [EquivalenceState.SET_ASIDE]


def test_a_person_may_choose_another_block_than_the_one_proposed(desk: Desk) -> None:
    earn(desk, "BC01")
    complete(desk)
    first = propose_equivalences(desk, certification=NEW).value[0]
    settled = settle_equivalence(
        desk, equivalence_id=first.id, state=CONFIRMED, by="N. Diallo", to_block="BC03"
    ).value
    assert settled.to_block == f"{NEW}BC03"
    assert ledger_of(desk, candidate_id=1).standings[-1].held == {f"{NEW}BC03"}


def test_each_act_is_undone(desk: Desk) -> None:
    outcome = record_acquisitions(
        desk,
        candidate_id=1,
        certification=OLD,
        blocks=("BC01", "BC02"),
        acquired_on=None,
        route=None,
        evidence="PV",
    )
    revert(desk, outcome_changes=outcome.changes)
    assert ledger_of(desk, candidate_id=1).entries == ()
    earn(desk, "BC01")
    with desk.open_unit() as unit:
        (stored,) = unit.acquisitions.all()
    removed = remove_acquisition(desk, acquisition_id=stored.id)
    assert ledger_of(desk, candidate_id=1).entries == ()
    revert(desk, outcome_changes=removed.changes)
    assert [e.block for e in ledger_of(desk, candidate_id=1).entries] == [f"{OLD}BC01"]
    assert [change.kind for change in removed.changes] == [Kind.ACQUISITION]


def test_a_completed_sheet_says_by_whom(desk: Desk) -> None:
    complete(desk)
    with desk.open_unit() as unit:
        sheet = unit.certifications.by_code(NEW)
    assert sheet is not None
    assert (sheet.has_blocks, "blocks" in sheet.uncertain, "blocks" in sheet.unknown) == (
        True,
        True,
        False,
    )
    assert sheet.sources[-1] == "fiche imprimée (N. Diallo, 23/11/2026)"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ({"evidence": " "}, "LEDGER-WITHOUT-EVIDENCE"),
        ({"acquired_on": date(2027, 1, 1)}, "LEDGER-IN-FUTURE"),
        ({"blocks": ("BC09",)}, "LEDGER-NO-BLOCK"),
        ({"certification": "RNCP1"}, "CERTIFICATION-UNKNOWN"),
    ],
)
def test_what_cannot_be_written_down(desk: Desk, call: dict[str, object], code: str) -> None:
    given = {
        "candidate_id": 1,
        "certification": OLD,
        "blocks": ("BC01",),
        "acquired_on": EARNED,
        "route": None,
        "evidence": "PV",
    }
    with pytest.raises(WrongUsage, match=code):
        record_acquisitions(desk, **(given | call))  # type: ignore[arg-type]  # -- keywords from data
    assert ledger_of(desk, candidate_id=1).entries == ()


def test_a_block_is_acquired_once(desk: Desk) -> None:
    earn(desk, "BC01")
    with pytest.raises(RefusedByRule, match="LEDGER-OWNED"):
        earn(desk, "BC02", "BC01")
    assert len(ledger_of(desk, candidate_id=1).entries) == 1


@pytest.mark.parametrize("code", ["RNCP40642BC1", "RNCP34316BC01", "BC01", "", "RNCP40642BC01"])
def test_a_code_that_is_none_of_the_sheet(desk: Desk, code: str) -> None:
    # The last one is right, but stands twice
    blocks = (Block(code, "Un"), Block(f"{NEW}BC01", "Deux"))
    with pytest.raises(WrongUsage, match="SHEET-BAD-BLOCK"):
        complete(desk, *blocks)


def test_a_published_sheet_is_not_typed_over(desk: Desk) -> None:
    with pytest.raises(RefusedByRule, match="SHEET-BLOCKS-KNOWN"):
        complete_sheet(desk, certification=OLD, blocks=BLOCKS, by="x", source="y")


@pytest.mark.parametrize(
    ("certification", "code"),
    [("RNCP6082", "EQUIVALENCE-NO-OLDER"), (NEW, "EQUIVALENCE-NO-BLOCKS")],
)
def test_nothing_to_compare(desk: Desk, certification: str, code: str) -> None:
    with pytest.raises(RefusedByRule, match=code):
        propose_equivalences(desk, certification=certification)


def test_somebody_answers_for_an_equivalence(desk: Desk) -> None:
    complete(desk)
    first = propose_equivalences(desk, certification=NEW).value[0]
    for state, by, code in (
        (CONFIRMED, " ", "EQUIVALENCE-WITHOUT-NAME"),
        (EquivalenceState.SET_ASIDE, "N. Diallo", "EQUIVALENCE-WITHOUT-REASON"),
    ):
        with pytest.raises(WrongUsage, match=code):
            settle_equivalence(desk, equivalence_id=first.id, state=state, by=by)
