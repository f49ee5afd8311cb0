"""Equivalences that a person enters or takes out; `ledger` proposes and settles the likely ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.acquisitions import Equivalence, EquivalenceState
from jurydesk.domain.audit import EventType
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import certification_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from jurydesk.domain.certification import Certification
    from jurydesk.services.ports import Desk


def add_equivalence(
    desk: Desk, *, from_block: str, to_block: str, by: str = "", reason: str
) -> Outcome[Equivalence]:
    """Say that a block of one sheet stands for a block of another; who says so answers for it.

    Both are full codes (`RNCP34316BC01`); `by` is the name, else that of who works here.

    Raises:
        WrongUsage: one of the sheets or blocks is not known, or no ground is given.
        RefusedByRule: both are of one sheet, or the pair is there already.
    """
    if not reason.strip():
        raise WrongUsage("EQUIVALENCE-WITHOUT-GROUND")
    with desk.open_unit() as unit:
        older = certification_by_code(unit, from_block.partition("BC")[0])
        newer = certification_by_code(unit, to_block.partition("BC")[0])
        if older.code == newer.code:
            raise RefusedByRule("EQUIVALENCE-SAME-SHEET", {"certification": older.code})
        one = Equivalence(
            older.code,
            _block(older, from_block),
            newer.code,
            _block(newer, to_block),
            state=EquivalenceState.CONFIRMED,
            settled_by=by.strip() or desk.actor,
            settled_on=desk.clock.today(),
            reason=reason.strip(),
        )
        for known in unit.equivalences.to_certification(newer.code):
            if (known.from_block, known.to_block) == (one.from_block, one.to_block):
                figures = {"from_block": one.from_block, "to_block": one.to_block}
                raise RefusedByRule("EQUIVALENCE-KNOWN", figures)
        stored = unit.equivalences.add(one)
        finish(unit, EventType.EQUIVALENCE_SETTLED, _told(stored))
        return Outcome(stored, unit.changes, label="ACT-EQUIVALENCE-ADDED")


def remove_equivalence(desk: Desk, *, equivalence_id: int) -> Outcome[None]:
    """Take an equivalence out: what was acquired under the older sheet counts by it no more."""
    with desk.open_unit() as unit:
        one = unit.equivalences.get(equivalence_id)
        unit.equivalences.remove(equivalence_id)
        finish(unit, EventType.EQUIVALENCE_REMOVED, _told(one))
        return Outcome(None, unit.changes, label="ACT-EQUIVALENCE-REMOVED")


def _block(sheet: Certification, code: str) -> str:
    block = sheet.block(code.strip().upper())
    if block is None:
        raise WrongUsage("LEDGER-NO-BLOCK", {"block": code, "certification": sheet.code})
    return block.code


def _told(one: Equivalence) -> dict[str, object]:
    return {
        "from_block": one.from_block,
        "to_block": one.to_block,
        "state": one.state,
        "count": 1,
    }
