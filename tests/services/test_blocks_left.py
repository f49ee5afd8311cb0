"""How many blocks remain of what is aimed at, told for the whole list from one reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import list_candidacies, open_candidate, save_file
from jurydesk.services.clock import clock_on
from jurydesk.services.ledger import one_block_away, record_acquisitions
from tests.builders import a_candidate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.services.ports import Desk

TODAY = date(2026, 11, 23)
OLD, WHOLE, UNREAD = "RNCP34316", "RNCP6082", "RNCP40642"
MANDATORY = tuple(f"{OLD}BC0{n}" for n in (1, 2, 3))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = create_workspace(tmp_path / "bureau.jurydesk", actor="Camille", clock=clock_on(TODAY))
    yield desk
    desk.close()


def aim(desk: Desk, code: str = OLD, *earned: str, whole: bool = False) -> int:
    """Enter somebody who aims at a certification, with blocks of it; return the candidate."""
    path = Candidacy(0, code, AccessRoute.EXPERIENCE, begun=TODAY)
    person = replace(a_candidate(id=0), birth_name=f"Legrand{code}")
    number = save_file(desk, candidate=person, candidacy=path).value.candidate_id
    if earned or whole:
        record_acquisitions(
            desk,
            candidate_id=number,
            certification=code,
            blocks=earned,
            acquired_on=date(2023, 6, 12),
            route=AccessRoute.CONTINUING_EDUCATION,
            evidence="attestation de blocs",
        )
    return number


def told(desk: Desk) -> dict[int, tuple[tuple[str, ...] | None, str]]:
    return {
        row.candidate.id: (
            None if row.remaining is None else tuple(block.code for block in row.remaining),
            row.last_missing.code if row.last_missing else "",
        )
        for row in list_candidacies(desk)
    }


def test_each_row_says_what_remains(desk: Desk) -> None:
    nothing, one = aim(desk), aim(desk, OLD, "BC01")
    two, optional = aim(desk, OLD, "BC01", "BC03"), aim(desk, OLD, "BC04")
    whole, judged_whole, unread = aim(desk, OLD, whole=True), aim(desk, WHOLE), aim(desk, UNREAD)
    assert told(desk) == {
        nothing: (MANDATORY, ""),
        one: (MANDATORY[1:], ""),
        two: (MANDATORY[1:2], MANDATORY[1]),
        optional: (MANDATORY, ""),
        whole: ((), ""),
        judged_whole: (None, ""),
        unread: (None, ""),
    }


def test_it_is_what_the_ledger_says_of_one_block_away(desk: Desk) -> None:
    for earned in ((), ("BC01",), ("BC01", "BC02"), ("BC02", "BC03"), ("BC01", "BC02", "BC03")):
        aim(desk, OLD, *earned)
    away = {(one.candidate.id, one.missing.code) for one in one_block_away(desk)}
    assert away == {(number, last) for number, (_, last) in told(desk).items() if last}
    assert len(away) == 2


def test_the_file_of_one_person_says_the_same(desk: Desk) -> None:
    number = aim(desk, OLD, "BC01", "BC02")
    (row,) = open_candidate(desk, candidate_id=number).candidacies
    assert [block.code for block in row.remaining or ()] == ["RNCP34316BC03"]
