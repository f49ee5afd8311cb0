"""Tells a true copy of minutes from an altered one, offline or beside what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.documents.minutes_reading import read_minutes
from jurydesk.documents.seal import SealState
from jurydesk.domain.minutes_content import canonical_content
from jurydesk.errors import DamagedFile
from jurydesk.exchange.received_files import receive_any

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.documents.minutes_reading import MinutesFile
    from jurydesk.services.ports import Desk

BEGINNING = b"%PDF-"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a file is not what was issued. `code` names its sentence."""

    code: str
    figures: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class MinutesProof:
    """What a file of minutes is, and in what it differs from what was issued."""

    file: MinutesFile
    differences: tuple[Difference, ...]
    is_compared: bool
    """With what a workspace stores."""

    @property
    def is_true(self) -> bool:
        """Return whether nothing differs."""
        return not self.differences


def prove_minutes(path: Path, *, desk: Desk | None = None) -> MinutesProof:
    """Say whether a file is a true copy of minutes; `desk`: as stored there.

    Raises:
        DamagedFile: it is no PDF, or one that nobody can open any more.
        EnvironmentFailure: it is not there, or cannot be read.
        RefusedByRule: it is no ordinary file, or too large.
    """
    content = receive_any(path)
    file = read_minutes(content)
    if file.mark is None and not (file.is_readable and content.startswith(BEGINNING)):
        raise DamagedFile("PROOF-DAMAGED", {"name": path.name})
    differences = _own(file)
    if desk is not None and file.mark is not None:
        differences += _stored(file, desk)
    return MinutesProof(file, differences, desk is not None)


def _own(file: MinutesFile) -> tuple[Difference, ...]:
    """Return in what a file contradicts itself."""
    if file.mark is None:
        return (Difference("PROOF-FOREIGN", {}),)
    found: list[Difference] = []
    if file.seal is not SealState.WHOLE:
        found.append(Difference("PROOF-SEAL", {}))
    if file.added:
        found.append(Difference("PROOF-ADDED", {"count": file.added}))
    if file.data is None:
        found.append(Difference("PROOF-NO-DATA", {}))
    elif file.data_fingerprint != file.mark.fingerprint:
        found.append(Difference("PROOF-DATA", {}))
    return tuple(found)


def _stored(file: MinutesFile, desk: Desk) -> tuple[Difference, ...]:
    """Return in what a file differs from the minutes that are stored under its number."""
    number = file.mark.number if file.mark else ""
    with desk.open_unit() as unit:
        stored = next((one for one in unit.minutes.all() if one.number == number), None)
    if stored is None:
        return (Difference("PROOF-NOT-STORED", {"number": number}),)
    if file.data != canonical_content(stored.content):
        return (Difference("PROOF-STORED", {"number": number}),)
    return ()
