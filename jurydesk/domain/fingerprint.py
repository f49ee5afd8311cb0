"""What a closed session was, as one number: whatever is changed afterwards, the number differs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import FIRST_EDITION, Incident

if TYPE_CHECKING:
    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.grids import Grid
    from jurydesk.domain.second_entry import SecondEntry
    from jurydesk.domain.session import Session

_SESSION_FIELDS = (
    "code",
    "days",
    "modality",
    "status",
    "candidacies",
    "juries",
    "hearings",
    "frozen_at",
    "frozen_findings",
    "closed_at",
)


def deliberation_fingerprint(deliberation: Deliberation) -> str:
    """Return the SHA-256 of a closed deliberation in canonical form, hexadecimal."""
    fields = asdict(deliberation, dict_factory=_without_later)
    # How often it was saved says nothing of what it says
    held = {name: fields[name] for name in fields if name not in {"id", "version"}}
    # The first edition had one text on what went wrong, and is written as it was then
    general = [one.text for one in deliberation.incidents if one == Incident(one.text)]
    if len(deliberation.incidents) == len(general) <= 1:
        held["incidents"] = "".join(general)
    if deliberation.edition == FIRST_EDITION:
        del held["edition"]
    return _digest(held)


def grids_fingerprint(grids: Iterable[Grid], entries: Iterable[SecondEntry]) -> str:
    """Return the SHA-256 of grids and second entries; empty where a session has neither."""
    people = sorted(grids, key=lambda grid: (grid.candidacy_id, grid.examiner_id or 0))
    typed = sorted(entries, key=lambda entry: entry.candidacy_id)
    if not (people or typed):
        return ""
    held = {"grids": [asdict(grid) for grid in people], "entries": [asdict(e) for e in typed]}
    for fields in (*held["grids"], *held["entries"]):
        del fields["id"], fields["version"]
    return _digest(held)


def session_fingerprint(session: Session) -> str:
    """Return the SHA-256 of what was held, in canonical form, hexadecimal."""
    fields = asdict(session)
    held = {name: fields[name] for name in _SESSION_FIELDS}
    # One certification is written as it was when a session had one only: older numbers still hold
    sole = session.certifications if len(session.certifications) == 1 else ()
    if sole:
        held["certification"] = sole[0]
    else:
        held["certifications"] = session.certifications
    # A jury may be annulled later, which the trail tells in an event of its own
    held["juries"] = [
        {
            name: value
            for name, value in jury.items()
            if name != "annulled" and not (name == "certification" and value in sole)
        }
        for jury in fields["juries"]
    ]
    return _digest(held)


def decisions_of(deliberation: Deliberation) -> dict[str, str]:
    """Return the decision on each candidacy, as the trail holds them."""
    records = deliberation.records
    return {str(r.candidacy_id): r.decision.value for r in records if r.decision}


_LATER = frozenset(
    {
        "acting_presidents",
        "advice",
        "ballots",
        "casting",
        "declarations",
        "evidence",
        "recorded_at",
    }
)
"""Fields that a later version added: empty, they are not there, and older numbers still hold."""


def _without_later(items: list[tuple[str, object]]) -> dict[str, object]:
    return {name: value for name, value in items if value or name not in _LATER}


def _digest(fields: Mapping[str, object]) -> str:
    written = json.dumps(
        fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=_plain
    )
    return hashlib.sha256(written.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no canonical form")
