"""The parchment and its register of issue: numbered per year without holes, frozen once issued."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from enum import StrEnum

from jurydesk.domain.people import Sex


@dataclass(frozen=True, slots=True)
class ParchmentContent:
    """Everything that a parchment shows; frozen as it is when it is issued."""

    holder: str
    """As in civil status: first names in order, then the birth name in capitals."""
    sex: Sex
    birth_date: date | None
    birth_partial: str
    """What civil status knows of the birth where it has no full date."""
    birth_place: str
    certification: str
    """RNCP number."""
    title: str
    level: int | None
    registered_until: date | None
    ground: str
    """Code of the legal ground where the registration had ended (L6113-9); else empty."""
    decided_on: date
    """The day on which the jury decided."""
    minutes: str
    certifier: str
    siret: str
    address: str
    signatory: str
    signatory_role: str


@dataclass(frozen=True, slots=True)
class Parchment:
    """One line of the register: a parchment, or a duplicate of an earlier one."""

    number: str
    """Of the one series of the year, such as `PA-2026-0001`; a duplicate has its own."""
    candidacy_id: int
    session_id: int
    content: ParchmentContent
    content_hash: str
    """SHA-256 of the content in canonical JSON, hexadecimal."""
    delivered_on: date
    """When it was handed over or sent: the CPF declaration counts from it (R6113-17-2)."""
    issued_at: datetime
    issued_by: str
    duplicate_of: str = ""
    """Number of the first parchment."""
    reason: str = ""
    """Why a duplicate was made out."""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def first_number(self) -> str:
        """Return the number that the paper bears: a duplicate bears that of the first."""
        return self.duplicate_of or self.number


class ParchmentMark(StrEnum):
    """What has happened since to the decision that a parchment rests on."""

    HOLDS = "HOLDS"
    ANNULLED = "ANNULLED"
    """The jury was annulled: the parchment proves nothing any more."""
    CORRECTED = "CORRECTED"
    """An amendment says that the title was not obtained."""


def next_parchment(year: int, given: Iterable[str]) -> str:
    """Return the number after the highest one given in that year: `PA-2026-0001` at first."""
    pattern = re.compile(rf"PA-{year}-(\d+)")
    matches = (pattern.fullmatch(number) for number in given)
    highest = max((int(match[1]) for match in matches if match), default=0)
    return f"PA-{year}-{highest + 1:04d}"


def missing_numbers(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers that the register lacks: none, unless lines were taken out of it."""
    years: dict[str, set[int]] = {}
    for number in numbers:
        _, year, rank = number.split("-")
        years.setdefault(year, set()).add(int(rank))
    return tuple(
        f"PA-{year}-{rank:04d}"
        for year, ranks in sorted(years.items())
        for rank in range(1, max(ranks) + 1)
        if rank not in ranks
    )


def parchment_hash(content: ParchmentContent) -> str:
    """Return the SHA-256 of the content in canonical JSON, hexadecimal."""
    written = json.dumps(
        asdict(content), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_iso
    )
    return hashlib.sha256(written.encode()).hexdigest()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a parchment")
