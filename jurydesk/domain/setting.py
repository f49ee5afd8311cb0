"""One thing that the office has set, as text under a key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A value under its key, such as `retention.CANDIDATE_FILE`; the reader knows what it means."""

    key: str
    value: str
