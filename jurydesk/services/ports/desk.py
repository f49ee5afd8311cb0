"""What every service is given: the time, the workspace, who acts, and what is sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from jurydesk.errors import JurydeskError
from jurydesk.services.ports.unit_of_work import UnitOfWork


class Clock(Protocol):
    """Tells the time, so that a test can move it."""

    def now(self) -> datetime:
        """Return the local time without a zone, to the second."""
        ...

    def today(self) -> date:
        """Return the local day."""
        ...


@dataclass(frozen=True, slots=True)
class StorageReport:
    """What the storage itself says of its health; `problems` are codes with a detail each."""

    problems: tuple[tuple[str, str], ...] = ()
    audit_events: int = 0
    broken_event: int | None = None
    """Sequence number of the first audit event that does not hold."""
    altered_minutes: tuple[str, ...] = ()
    """Numbers of minutes whose content no longer has its hash."""

    @property
    def sound(self) -> bool:
        """Tell whether nothing was found."""
        return not (self.problems or self.altered_minutes or self.broken_event is not None)


class Storage(Protocol):
    """The workspace as a whole: a file or a server."""

    @property
    def label(self) -> str:
        """Return how a person knows it: the file's name or the server's, without a password."""
        ...

    def verify(self) -> StorageReport:
        """Check file integrity, foreign keys, the audit chain and the frozen minutes."""
        ...

    def newest_copy(self) -> datetime | None:
        """Return when the newest automatic copy was made; None: there is none of ours."""
        ...

    def backup(self, target: Path) -> Path:
        """Copy the workspace through the database's own means, open the copy, check it.

        Raises:
            EnvironmentFailure: it cannot be written there, or the server has its own backups.
        """
        ...


class SealingKey(Protocol):
    """What seals and opens numbers; made from a passphrase, which it does not hold."""

    @property
    def parameters(self) -> str:
        """Return what is stored to make the same key again: no secret, and how to tell it."""
        ...

    def seal(self, number: str, *, candidate_id: int) -> str:
        """Return a number sealed for one person."""
        ...

    def unseal(self, sealed: str, *, candidate_id: int) -> str:
        """Return a number that was sealed for that person.

        Raises:
            DamagedFile: it was altered, or belongs to somebody else.
        """
        ...


class Vault(Protocol):
    """Keeps the key of the national numbers for this run of the program; None: locked."""

    key: SealingKey | None

    def new_key(self, passphrase: str) -> SealingKey:
        """Return a key of a new passphrase; it takes about half a second on purpose."""
        ...

    def key_from(self, parameters: str, passphrase: str) -> SealingKey:
        """Return the key that these parameters and this passphrase make.

        Raises:
            WrongUsage: the passphrase is another one.
            DamagedFile: the parameters cannot be read.
        """
        ...


def _nothing_to_close() -> None:
    """Stand in where a desk holds no connection."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every service is given: how to open a unit of work, the time, and who acts."""

    open_unit: Callable[[], UnitOfWork]
    clock: Clock
    actor: str
    storage: Storage
    close: Callable[[], None] = _nothing_to_close
    """Gives the connections back; the desk is not used any more."""
    warnings: tuple[JurydeskError, ...] = ()
    """What a person should know of the place where the workspace lies."""
    vault: Vault | None = None
    """Where the national numbers are sealed; None: this desk cannot."""
