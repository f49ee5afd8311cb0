"""What the services ask of contents, search, settings, sealed numbers and the trail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from jurydesk.domain.audit import AuditEvent, EventType
from jurydesk.domain.changes import Kind


class BlobStore(Protocol):
    """Contents of documents, each kept once under its SHA-256."""

    def put(self, content: bytes) -> str:
        """Keep a content if it is not kept yet; return its SHA-256, hexadecimal."""
        ...

    def get(self, digest: str) -> bytes:
        """Return a content.

        Raises:
            WrongUsage: there is none.
        """
        ...

    def orphans(self) -> tuple[str, ...]:
        """Return the digests that no attachment and no receipt names any more."""
        ...

    def discard(self, digest: str) -> None:
        """Forget a content for good."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """One entity that the search found."""

    kind: Kind
    id: int


class SearchIndex(Protocol):
    """Finds people, sessions and sheets by the beginnings of words, as fast as somebody types."""

    def find(self, query: str, *, kinds: Iterable[Kind], most: int) -> tuple[Found, ...]:
        """Return the first `most` of each kind under which every word of the query begins.

        Whole words come before beginnings; case, accents and the order of the words are nothing.
        """
        ...


class NationalNumberStore(Protocol):
    """National numbers (NIR), sealed: no image of one is ever part of a change."""

    def get(self, candidate_id: int) -> str | None:
        """Return the sealed number of one person, or None."""
        ...

    def put(self, candidate_id: int, sealed: str | None) -> None:
        """Keep a sealed number in the place of any other; None forgets it."""
        ...

    def holders(self) -> frozenset[int]:
        """Return who has one."""
        ...


class SettingRepository(Protocol):
    """Values that an administrator sets, as text, by key."""

    def get(self, key: str) -> str | None:
        """Return one setting, or None where nobody set it."""
        ...

    def put(self, key: str, value: str) -> None:
        """Set one value; the same value again is not a change."""
        ...

    def remove(self, key: str) -> None:
        """Set it no longer, so that its default holds."""
        ...

    def remember(self, key: str, value: str) -> None:
        """Keep what the program remembers by itself: told to pages, but not undone."""
        ...

    def all(self) -> Mapping[str, str]:
        """Return every setting."""
        ...


class AuditLog(Protocol):
    """The trail: it can be read and added to, nothing else."""

    def record(self, type_: EventType, details: Mapping[str, object]) -> AuditEvent:
        """Add one event at the end of the chain, in this transaction."""
        ...

    def events(self, *, after: int = 0, type_: EventType | None = None) -> tuple[AuditEvent, ...]:
        """Return the events in order, those after one sequence number, or of one type."""
        ...
