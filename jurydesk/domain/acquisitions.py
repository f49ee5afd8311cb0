"""Blocks acquired outside a session of this workspace, and equivalences between sheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jurydesk.domain.routes import AccessRoute


@dataclass(frozen=True, slots=True)
class Acquisition:
    """One block that a person brought with them: acquired for good, proved by a document."""

    candidate_id: int
    certification: str
    """RNCP number of the version of the sheet under which it was acquired."""
    block: str
    """Code of the block; empty: the whole certification."""
    acquired_on: date | None
    route: AccessRoute | None
    evidence: str
    """What proves it, such as « attestation de blocs du 12/06/2023 »."""
    recorded_by: str = ""
    id: int = 0
    version: int = field(default=0, compare=False)


class EquivalenceState(StrEnum):
    """What a person made of an equivalence; one only proposed counts for nothing."""

    PROPOSED = "PROPOSED"
    CONFIRMED = "CONFIRMED"
    SET_ASIDE = "SET_ASIDE"


@dataclass(frozen=True, slots=True)
class Equivalence:
    """A block of one sheet that stands for a block of its successor, once a person confirms it."""

    from_certification: str
    from_block: str
    to_certification: str
    to_block: str
    state: EquivalenceState = EquivalenceState.PROPOSED
    likeness: int = 0
    """How alike the titles are, from 0 to 100; 0: nobody compared them."""
    settled_by: str = ""
    settled_on: date | None = None
    reason: str = ""
    """On what ground it was confirmed or set aside."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def holds(self) -> bool:
        """Tell whether the block acquired before counts for the new sheet."""
        return self.state is EquivalenceState.CONFIRMED
