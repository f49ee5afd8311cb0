"""The triggers that keep history: what they are called, so that a missing one is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_FIXED = tuple(
    f"{table}_{act}"
    for table in ("minutes", "correction", "audit_event")
    for act in ("update", "delete")
)
_HEAD = tuple(f"audit_head_{act}" for act in ("insert", "update", "delete"))
_CLOSED = tuple(
    f"{table}_closed_{act}"
    for table in (
        "attendance",
        "hearing_record",
        "block_result",
        "recusal",
        "declaration",
        "acting_president",
        "incident",
    )
    for act in ("insert", "update", "delete")
)
_DELIBERATION = ("deliberation_closed_update", "deliberation_closed_delete")
_LEGAL = ("step_legal_update", "step_legal_delete")
_COMMON = (*_FIXED, *_HEAD, *_CLOSED, *_DELIBERATION, *_LEGAL)
GUARDS = {
    "sqlite": frozenset({*_COMMON, "minutes_replace", "correction_replace", "audit_event_append"}),
    "postgresql": frozenset(
        {
            *_COMMON,
            "minutes_truncate",
            "correction_truncate",
            "audit_event_truncate",
            "audit_head_truncate",
        }
    ),
}
"""The names of the triggers by database."""

_QUERIES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def missing_guards(connection: Connection) -> tuple[str, ...]:
    """Return the names of the triggers that somebody took away."""
    dialect = connection.dialect.name
    found = set(connection.scalars(text(_QUERIES[dialect])))
    return tuple(sorted(GUARDS[dialect] - found))
