"""The block ledger: what a person has, by session or from outside; equivalences; what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.acquisitions import Acquisition, Equivalence, EquivalenceState
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.certification import Block, Certification
from jurydesk.domain.ledger import LedgerEntry, Standing, brought, standing_of
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.exchange.block_likeness import pair_blocks
from jurydesk.services.facts import certification_by_code
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.services.ports import Desk

BLOCK_CODE = re.compile(r"(RNCP\d{3,6})BC\d{2}")


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger of one person, and where they stand with each title of its chain."""

    candidate: Candidate
    entries: tuple[LedgerEntry, ...]
    standings: tuple[Standing, ...]
    """Of every certification aimed at or held, its predecessors and successors, oldest first."""
    aimed: Mapping[str, tuple[str, ...]]
    """Blocks aimed at by the candidacies in progress, by certification; empty: all of it."""


@dataclass(frozen=True, slots=True)
class AlmostThere:
    """A person who lacks one mandatory block of a title."""

    candidate: Candidate
    certification: str
    missing: Block
    held: int


def ledger_of(desk: Desk, *, candidate_id: int) -> LedgerView:
    """Return the ledger of one person."""
    with desk.open_unit() as unit:
        candidate = unit.candidates.get(candidate_id)
        entries = entries_of(unit, [candidate_id]).get(candidate_id, ())
        paths = unit.candidacies.of_candidate(candidate_id)
        sheets = {sheet.code: sheet for sheet in unit.certifications.all()}
        equivalences = unit.equivalences.all()
    concerned = {c.certification for c in paths} | {e.certification for e in entries}
    chain = _with_relatives(concerned, sheets)
    open_ = {c.certification: c.blocks for c in paths if c.closure is Closure.IN_PROGRESS}
    standings = tuple(standing_of(sheets[code], entries, equivalences) for code in chain)
    return LedgerView(candidate, entries, standings, open_)


def record_acquisitions(
    desk: Desk,
    *,
    candidate_id: int,
    certification: str,
    blocks: Iterable[str],
    acquired_on: date | None,
    route: AccessRoute | None,
    evidence: str,
) -> Outcome[tuple[Acquisition, ...]]:
    """Write down blocks that a person brings with them; no block: the whole title.

    Raises:
        WrongUsage: nothing proves it, the day is to come, or the sheet has no such block.
        RefusedByRule: the person has one of them already.
    """
    if not evidence.strip():
        raise WrongUsage("LEDGER-WITHOUT-EVIDENCE")
    if acquired_on and acquired_on > desk.clock.today():
        raise WrongUsage("LEDGER-IN-FUTURE", {"day": acquired_on})
    with desk.open_unit() as unit:
        unit.candidates.get(candidate_id)
        sheet = certification_by_code(unit, certification)
        codes = tuple(_block_of(sheet, code) for code in blocks) or ("",)
        owned = {
            (e.certification, e.block)
            for e in entries_of(unit, [candidate_id]).get(candidate_id, ())
        }
        stored = []
        for code in dict.fromkeys(codes):
            one = Acquisition(
                candidate_id, sheet.code, code, acquired_on, route, evidence.strip(), desk.actor
            )
            if (sheet.code, brought(one).block) in owned:
                raise RefusedByRule("LEDGER-OWNED", {"block": code or sheet.code})
            stored.append(unit.acquisitions.add(one))
        details = {"candidate": candidate_id, "certification": sheet.code, "blocks": list(codes)}
        finish(unit, EventType.BLOCKS_RECORDED, details)
        return Outcome(tuple(stored), unit.changes, label="ACT-BLOCKS-RECORDED")


def remove_acquisition(desk: Desk, *, acquisition_id: int) -> Outcome[None]:
    """Take a block out that was written down by mistake."""
    with desk.open_unit() as unit:
        one = unit.acquisitions.get(acquisition_id)
        unit.acquisitions.remove(acquisition_id)
        details = {"candidate": one.candidate_id, "certification": one.certification, "blocks": []}
        finish(unit, EventType.BLOCKS_RECORDED, details)
        return Outcome(None, unit.changes, label="ACT-BLOCKS-REMOVED")


def propose_equivalences(desk: Desk, *, certification: str) -> Outcome[tuple[Equivalence, ...]]:
    """Compare the blocks of a sheet with those that it replaces; each likely pair is proposed.

    Nothing counts before a person confirms it; what was settled before is left as it is.

    Raises:
        RefusedByRule: it replaces no sheet, or the blocks of one of both are not known.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, certification)
        older = unit.certifications.by_code(sheet.replaces) if sheet.replaces else None
        if older is None:
            raise RefusedByRule("EQUIVALENCE-NO-OLDER", {"certification": sheet.code})
        for one in (older, sheet):
            if not one.blocks:
                raise RefusedByRule("EQUIVALENCE-NO-BLOCKS", {"certification": one.code})
        known = {(e.from_block, e.to_block) for e in unit.equivalences.to_certification(sheet.code)}
        settled = {source for source, _ in known}
        stored = []
        for block, closest, likeness in pair_blocks(older.blocks, sheet.blocks):
            if block.code not in settled:
                equal = Equivalence(
                    older.code, block.code, sheet.code, closest.code, likeness=likeness
                )
                stored.append(unit.equivalences.add(equal))
        if stored:
            unit.audit.record(EventType.EQUIVALENCE_SETTLED, _told(stored[0], len(stored)))
            unit.commit()
        return Outcome(tuple(stored), unit.changes, label="ACT-EQUIVALENCES-PROPOSED")


def settle_equivalence(
    desk: Desk,
    *,
    equivalence_id: int,
    state: EquivalenceState,
    by: str,
    reason: str = "",
    to_block: str = "",
) -> Outcome[Equivalence]:
    """Confirm that a block stands for another, or set that aside; a named person answers for it.

    `to_block` names another block of the new sheet than the one proposed.

    Raises:
        WrongUsage: nobody is named, or it is set aside without a reason.
    """
    if not by.strip():
        raise WrongUsage("EQUIVALENCE-WITHOUT-NAME")
    if state is EquivalenceState.SET_ASIDE and not reason.strip():
        raise WrongUsage("EQUIVALENCE-WITHOUT-REASON")
    with desk.open_unit() as unit:
        one = unit.equivalences.get(equivalence_id)
        if to_block:
            sheet = certification_by_code(unit, one.to_certification)
            one = replace(one, to_block=_block_of(sheet, to_block))
        settled = replace(
            one,
            state=state,
            settled_by=by.strip(),
            settled_on=desk.clock.today(),
            reason=reason.strip(),
        )
        stored = unit.equivalences.save(settled)
        finish(unit, EventType.EQUIVALENCE_SETTLED, _told(stored, 1))
        return Outcome(stored, unit.changes, label=f"ACT-EQUIVALENCE-{state}")


def list_equivalences(desk: Desk, *, certification: str = "") -> tuple[Equivalence, ...]:
    """Return the equivalences towards one sheet, or all of them."""
    with desk.open_unit() as unit:
        if not certification:
            return unit.equivalences.all()
        sheet = certification_by_code(unit, certification)
        return unit.equivalences.to_certification(sheet.code)


def complete_sheet(
    desk: Desk, *, certification: str, blocks: Iterable[Block], by: str, source: str
) -> Outcome[Certification]:
    """Enter the blocks of a sheet that nobody has read yet; they are marked as entered by hand.

    Raises:
        RefusedByRule: the sheet's blocks are known.
        WrongUsage: a code is not one of that sheet, comes twice, or nobody is named.
    """
    if not by.strip() or not source.strip():
        raise WrongUsage("SHEET-WITHOUT-SOURCE")
    entered = tuple(blocks)
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, certification)
        if sheet.has_blocks is not None:
            raise RefusedByRule("SHEET-BLOCKS-KNOWN", {"certification": sheet.code})
        codes = [block.code for block in entered]
        for code in codes:
            match = BLOCK_CODE.fullmatch(code)
            if match is None or match[1] != sheet.code or codes.count(code) > 1:
                raise WrongUsage("SHEET-BAD-BLOCK", {"block": code, "certification": sheet.code})
        if not entered:
            raise WrongUsage("SHEET-BAD-BLOCK", {"block": "", "certification": sheet.code})
        told = f"{source.strip()} ({by.strip()}, {desk.clock.today():%d/%m/%Y})"
        completed = replace(
            sheet,
            blocks=tuple(sorted(entered, key=lambda block: block.code)),
            has_blocks=True,
            unknown=tuple(name for name in sheet.unknown if name not in {"blocks", "has_blocks"}),
            uncertain=tuple(dict.fromkeys((*sheet.uncertain, "blocks"))),
            sources=(*sheet.sources, told),
        )
        stored = unit.certifications.save(completed)
        finish(unit, EventType.SHEET_COMPLETED, {"certification": sheet.code, "blocks": codes})
        return Outcome(stored, unit.changes, label="ACT-SHEET-COMPLETED")


def one_block_away(desk: Desk) -> tuple[AlmostThere, ...]:
    """Return who lacks one mandatory block of a title, in the order of names."""
    with desk.open_unit() as unit:
        owned = entries_of(unit)
        people = {c.id: c for c in unit.candidates.some(owned)}
        sheets = unit.certifications.all()
        equivalences = unit.equivalences.all()
    found = [
        AlmostThere(people[number], sheet.code, standing.last_missing, len(standing.credits))
        for number, entries in owned.items()
        for sheet in sheets
        for standing in (standing_of(sheet, entries, equivalences),)
        if standing.last_missing is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.candidate.full_name, one.certification)))


def _with_relatives(codes: Iterable[str], sheets: Mapping[str, Certification]) -> tuple[str, ...]:
    """Return the sheets of the chains, each after the one that it replaces."""
    chain: list[str] = []
    for code in codes:
        first = code
        while first in sheets and sheets[first].replaces in sheets:
            first = sheets[first].replaces
        while first in sheets and first not in chain:
            chain.append(first)
            first = sheets[first].replaced_by
    return tuple(chain)


def _block_of(sheet: Certification, code: str) -> str:
    block = sheet.block(code.strip().upper())
    if block is None:
        raise WrongUsage("LEDGER-NO-BLOCK", {"block": code, "certification": sheet.code})
    return block.code


def _told(one: Equivalence, count: int) -> dict[str, object]:
    return {
        "from_block": one.from_block,
        "to_block": one.to_block,
        "state": one.state,
        "count": count,
    }
