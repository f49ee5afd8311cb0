"""The trail as a person reads it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.domain.steps import StepKind
from jurydesk.services.views import AuditRow

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk


def audit_rows(desk: Desk, *, limit: int = 500) -> tuple[AuditRow, ...]:
    """Return the latest events, the newest first; codes become sentences at the desk."""
    with desk.open_unit() as unit:
        events = unit.audit.events()
    rows = [
        AuditRow(event.sequence, event.at, event.actor, f"AUDIT-{event.type}", event.details)
        for event in events[-limit:]
    ]
    return tuple(reversed(rows))


def audit_figures(row: AuditRow) -> dict[str, object]:
    """Return what an event says of itself, ready to fill its sentence and choose its number."""
    details: dict[str, object] = json.loads(row.details)
    return {name: _written(name, value) for name, value in details.items()}


def _written(name: str, value: object) -> object:
    if name == "step" and value in set(StepKind):
        return StepKind(str(value))
    return ", ".join(map(str, value)) if isinstance(value, list) else value
