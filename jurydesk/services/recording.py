"""How every act ends: one audit event in the same transaction, and none where nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.audit import EventType
    from jurydesk.services.ports import UnitOfWork


def finish(unit: UnitOfWork, type_: EventType, details: Mapping[str, object]) -> None:
    """Record the act and make it last; an act that changed nothing leaves no trace."""
    if unit.changes:
        unit.audit.record(type_, details)
        unit.commit()
