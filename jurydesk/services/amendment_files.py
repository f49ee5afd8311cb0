"""Reads an amendment from a JSON file: what to correct, why, and who asked for it.

`{"reason": …, "asked_by": …, "amends": "PV-2026-001", "corrections": [{"candidacy": 12,
"block": "BC01", "field": "outcome", "value": "ACQUIRED"}, {"examiner": 3, "jury": 1, "field":
"arrived", "value": "09:10"}, {"jury": 1, "field": "room", "value": …}, {"field": "place", …}]}`
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.domain.alterations import Part, Point, Rectification
from jurydesk.domain.certification import short_code
from jurydesk.errors import DamagedFile, WrongUsage
from jurydesk.exchange.workbook_guard import load_bytes
from jurydesk.services.amending import AmendmentDraft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jurydesk.domain.amendment import StatedPoint

    Given = Mapping[str, object]


def read_draft(
    path: Path, points: tuple[StatedPoint, ...], *, reason: str = "", asked_by: str = ""
) -> AmendmentDraft:
    """Return what a file asks to correct; `points` are those that may be corrected.

    `reason` and `asked_by` stand in for what the file says of them.

    Raises:
        EnvironmentFailure: it is not there, or cannot be read.
        WrongUsage: it describes no amendment.
    """
    given = _read(path)
    listed = given.get("corrections")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise WrongUsage("AMENDMENT-FILE", {"path": str(path), "detail": "corrections: […]"})
    return AmendmentDraft(
        tuple(_rectification(one, points) for one in listed),
        reason or _text(given, "reason"),
        asked_by or _text(given, "asked_by"),
        _text(given, "amends"),
    )


def _read(path: Path) -> Given:
    content = load_bytes(path)
    try:
        # Windows editors put a byte order mark first
        given: object = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedFile("AMENDMENT-FILE", {"path": str(path), "detail": str(error)}) from error
    if not isinstance(given, dict):
        raise WrongUsage("AMENDMENT-FILE", {"path": str(path), "detail": "{…}"})
    return given


def _rectification(given: Given, points: tuple[StatedPoint, ...]) -> Rectification:
    """Find the point that is meant; one that is nowhere is kept, and found by the rules."""
    part, name, block = _part(given), _text(given, "field"), _text(given, "block").upper()
    subject, jury = (
        _number(given, "candidacy") or _number(given, "examiner"),
        _number(given, "jury"),
    )
    meant = [
        one.point
        for one in points
        if (one.point.part, one.point.field, one.point.subject) == (part, name, subject)
        and block in {"", one.point.block, short_code(one.point.block)}
        and jury in {0, one.point.jury}
    ]
    point = meant[0] if len(meant) == 1 else Point(part, name, jury, subject, block)
    return Rectification(point, _text(given, "value"))


def _part(given: Given) -> Part:
    if "block" in given:
        return Part.BLOCK
    if "candidacy" in given:
        return Part.CANDIDATE
    if "examiner" in given:
        return Part.MEMBER
    return Part.JURY if "jury" in given else Part.SESSION


def _text(given: Given, name: str) -> str:
    value = given.get(name)
    return "" if value is None else str(value).strip()


def _number(given: Given, name: str) -> int:
    value = given.get(name)
    return value if isinstance(value, int) else 0
