"""Double entry: what a second person typed from the paper grids, compared with the first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from jurydesk.domain.deliberation import Appearance, Deliberation, HearingRecord, Outcome


@dataclass(frozen=True, slots=True)
class TypedOutcome:
    """The outcome of one block as the second person read it."""

    block: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class SecondEntry:
    """What a second person typed of one candidacy; reasons are written once, by the first."""

    session_id: int
    candidacy_id: int
    by: str
    """Who typed it: as there are no accounts, a name that was given."""
    at: datetime
    appearance: Appearance
    outcomes: tuple[TypedOutcome, ...] = ()
    first_by: str = ""
    """Who had typed the first results."""
    id: int = 0
    version: int = field(default=0, compare=False)

    def outcome(self, block: str) -> Outcome | None:
        """Return what was typed of one block."""
        return next((one.outcome for one in self.outcomes if one.block == block), None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the two entries of one candidacy say different things."""

    candidacy_id: int
    block: str
    """Full code, `WHOLE`; empty where they differ on whether the candidate came."""
    first: str
    """Code of the outcome or of the appearance; empty: nothing was typed."""
    second: str


def differences(record: HearingRecord, entry: SecondEntry) -> Iterator[Difference]:
    """Return where a second entry differs from the first, presence first."""
    number = entry.candidacy_id
    if record.appearance is not entry.appearance:
        yield Difference(number, "", record.appearance.value, entry.appearance.value)
    typed = [*(one.block for one in record.results), *(one.block for one in entry.outcomes)]
    for block in dict.fromkeys(typed):
        result = record.result(block)
        first, second = result.outcome if result else None, entry.outcome(block)
        if first is not second:
            yield Difference(number, block, first.value if first else "", second or "")


def all_differences(
    deliberation: Deliberation, entries: Iterable[SecondEntry]
) -> tuple[Difference, ...]:
    """Return every difference of a session."""
    return tuple(
        difference
        for entry in entries
        for difference in differences(
            deliberation.record(entry.candidacy_id) or HearingRecord(entry.candidacy_id), entry
        )
    )


def same_person(first: str, second: str) -> bool:
    """Tell whether two typed names are one person's: case, accents, order and hyphens aside."""
    return _folded(first) == _folded(second)


def _folded(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return sorted(plain.casefold().replace("-", " ").split())
