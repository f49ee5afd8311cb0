"""Where other pages lead: the file of one candidacy, at one of its sections."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKey:
    """What `navigate("candidates", FileKey(12, "documents"))` opens."""

    candidacy_id: int
    section: str = "journey"
    """Name of a section, as `candidate_file.sections` lists them."""
