"""The workspace itself: its first contents, its health, its copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.exchange.safe_files import check_unused
from jurydesk.services.certifications import seed_certifications

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from jurydesk.services.ports import Desk, StorageReport


def furnish(desk: Desk) -> int:
    """Put CEFPF's certifications into a new workspace; return how many there were to add."""
    from jurydesk.exchange.certification_files import (  # noqa: PLC0415 -- slow import
        read_certifications,
    )

    with desk.open_unit() as unit:
        added = seed_certifications(unit, read_certifications())
        unit.audit.record(EventType.WORKSPACE_CREATED, {"certifications": added})
        unit.commit()
    return added


def verify(desk: Desk) -> StorageReport:
    """Check file integrity, foreign keys, the audit chain and the frozen minutes."""
    return desk.storage.verify()


def newest_copy(desk: Desk) -> datetime | None:
    """Return when the newest automatic copy was made; None: none yet, or a server's affair."""
    return desk.storage.newest_copy()


def backup(desk: Desk, *, target: Path) -> Path:
    """Copy the workspace and check the copy, which takes the place of nothing.

    Raises:
        EnvironmentFailure: it cannot be written there.
        RefusedByRule: there is a file already.
    """
    check_unused(target.expanduser())
    return desk.storage.backup(target)
