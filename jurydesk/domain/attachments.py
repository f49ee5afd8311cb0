"""Documents of a file: what is attached, kept by the hash of its content."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """One document of one person; its content is stored once under its SHA-256."""

    candidate_id: int | None
    """The person whose file it is in; None: somebody of the pool."""
    name: str
    """File name as shown: never a path."""
    digest: str
    """SHA-256 of the content, hexadecimal."""
    size: int
    """Bytes."""
    media_type: str
    """Read from the content, never believed from the name."""
    added_at: datetime
    added_by: str
    requirement: str = ""
    """Code of the requirement of the route that it meets; empty: something else."""
    candidacy_id: int | None = None
    """The candidacy that it belongs to; None: to the person, such as an identity card."""
    examiner_id: int | None = None
    """The person of the pool whose right to sit it proves; then there is no candidate."""
    note: str = ""
    id: int = 0
    version: int = field(default=0, compare=False)
