"""The ledger of one person: which blocks, acquired when and how, and what remains of a title.

Parts of a certification are acquired for good (facts kept from L335-5 of the « code de
l'éducation »): they add up over sessions, routes and successor certifications. What was acquired
under an older sheet counts for its successor only by an equivalence that a person confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jurydesk.domain.acquisitions import Acquisition, Equivalence, EquivalenceState
from jurydesk.domain.certification import WHOLE, Block, Certification
from jurydesk.domain.routes import AccessRoute


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One block that a person has; `block` is WHOLE for a title judged or brought as a whole."""

    certification: str
    block: str
    acquired_on: date | None = None
    route: AccessRoute | None = None
    session: str = ""
    """Code of the session that awarded it; empty: it was brought from outside."""
    evidence: str = ""
    """What proves one brought from outside."""
    acquisition_id: int = 0


@dataclass(frozen=True, slots=True)
class Credit:
    """A block of the sheet aimed at that counts, and by what: acquired itself or equivalent."""

    block: str
    entry: LedgerEntry
    equivalence: Equivalence | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A block that would count if somebody confirmed its equivalence."""

    block: str
    entry: LedgerEntry
    equivalence: Equivalence


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands with one certification."""

    certification: Certification
    credits: tuple[Credit, ...]
    proposals: tuple[Proposal, ...]
    remaining: tuple[Block, ...]
    """Mandatory blocks still to be acquired, in the order of the sheet."""
    options: tuple[Block, ...]
    """Optional blocks not acquired: the title does not need them."""
    blocks_known: bool
    """False: nobody has read which blocks the sheet has."""

    @property
    def held(self) -> frozenset[str]:
        """Return the codes of the sheet's blocks that count."""
        return frozenset(credit.block for credit in self.credits)

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing mandatory is left: the whole title is acquired."""
        if WHOLE in self.held:
            return True
        return self.blocks_known and bool(self.certification.blocks) and not self.remaining

    @property
    def last_missing(self) -> Block | None:
        """Return the one block that is missing where all the others are there."""
        alone = len(self.remaining) == 1 and bool(self.credits)
        return self.remaining[0] if alone else None


def brought(acquisition: Acquisition) -> LedgerEntry:
    """Return a block that a person brought with them as an entry."""
    return LedgerEntry(
        acquisition.certification,
        acquisition.block or WHOLE,
        acquisition.acquired_on,
        acquisition.route,
        evidence=acquisition.evidence,
        acquisition_id=acquisition.id,
    )


def standing_of(
    certification: Certification,
    entries: Iterable[LedgerEntry],
    equivalences: Iterable[Equivalence] = (),
) -> Standing:
    """Return where a person stands with a certification, given all that they have acquired."""
    owned = tuple(entries)
    known = tuple(equivalences)
    credits_ = tuple(_first_of_each(_credits(certification, owned, known)))
    held = {credit.block for credit in credits_}
    whole = WHOLE in held
    missing = [b for b in certification.blocks if b.code not in held and not whole]
    proposals = (p for p in _proposals(certification, owned, known) if p.block not in held)
    return Standing(
        certification,
        credits_,
        tuple(proposals),
        tuple(block for block in missing if not block.optional),
        tuple(block for block in missing if block.optional),
        blocks_known=certification.has_blocks is not None,
    )


def _credits(
    certification: Certification,
    entries: tuple[LedgerEntry, ...],
    equivalences: tuple[Equivalence, ...],
) -> Iterator[Credit]:
    for entry in entries:
        if entry.certification == certification.code:
            yield Credit(entry.block, entry)
    # By several confirmed steps too: 6082 → 34316 → 40642
    reached = [(entry, entry.certification, entry.block) for entry in entries]
    seen = {(id(entry), code, block) for entry, code, block in reached}
    while reached:
        entry, code, block = reached.pop(0)
        for one in equivalences:
            if not one.holds or (one.from_certification, one.from_block) != (code, block):
                continue
            place = (id(entry), one.to_certification, one.to_block)
            if place in seen:
                continue
            seen.add(place)
            reached.append((entry, one.to_certification, one.to_block))
            if one.to_certification == certification.code:
                yield Credit(one.to_block, entry, one)


def _proposals(
    certification: Certification,
    entries: tuple[LedgerEntry, ...],
    equivalences: tuple[Equivalence, ...],
) -> Iterator[Proposal]:
    for one in equivalences:
        if one.to_certification != certification.code:
            continue
        if one.state is not EquivalenceState.PROPOSED:
            continue
        source = (one.from_certification, one.from_block)
        entry = next((e for e in entries if (e.certification, e.block) == source), None)
        if entry is not None:
            yield Proposal(one.to_block, entry, one)


def _first_of_each(credits_: Iterable[Credit]) -> Iterator[Credit]:
    """Acquired once, acquired for good: the first proof stands, what was acquired itself first."""
    seen: set[str] = set()
    for credit in credits_:
        if credit.block not in seen:
            seen.add(credit.block)
            yield credit
