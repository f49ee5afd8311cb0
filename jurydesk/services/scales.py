"""The scale of the grids of each certification: read, changed, written as JSON for people."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.scales import ItemKind, Level, Scale, ScaleKind, check_scale
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import certification_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.services.ports import Desk, UnitOfWork

PREFIX = "grid.scale."


@dataclass(frozen=True, slots=True)
class NamedScale:
    """The scale of one certification."""

    certification: str
    scale: Scale
    is_set: bool
    """Whether the office set it; otherwise it is the usual one."""


def read_scale(desk: Desk, *, certification: str) -> NamedScale:
    """Return the scale of one certification.

    Raises:
        WrongUsage: the workspace has no such certification.
    """
    with desk.open_unit() as unit:
        code = certification_by_code(unit, certification).code
        return NamedScale(code, scale_of(unit, code), unit.settings.get(PREFIX + code) is not None)


def save_scale(desk: Desk, *, certification: str, scale: Scale | None) -> Outcome[NamedScale]:
    """Keep the scale of one certification; None goes back to the usual one.

    Raises:
        WrongUsage: the scale cannot be used.
        RefusedByRule: grids of a deliberation that is still open were begun under another one.
    """
    fault = check_scale(scale) if scale else None
    if fault:
        raise WrongUsage(f"GRID-SCALE-{fault}", {"most": str(scale.ceiling) if scale else ""})
    with desk.open_unit() as unit:
        code = certification_by_code(unit, certification).code
        _ensure_unused(unit, code, scale or Scale())
        if scale is None:
            unit.settings.remove(PREFIX + code)
        else:
            unit.settings.put(PREFIX + code, scale_text(scale))
        finish(unit, EventType.SCALE_CHANGED, {"certification": code})
        kept = NamedScale(code, scale or Scale(), scale is not None)
        return Outcome(kept, unit.changes, label="ACT-SCALE-SAVED")


def scale_of(unit: UnitOfWork, certification: str) -> Scale:
    """Return the scale of one certification as a unit of work sees it."""
    text = unit.settings.get(PREFIX + certification)
    return Scale() if text is None else scale_from(text)


def scale_text(scale: Scale) -> str:
    """Write a scale as JSON that a person can read and change."""
    document = {
        "kind": scale.kind.value,
        "items": scale.items.value,
        "levels": [
            {"code": level.code, "label": level.label, "acquired": level.is_acquired}
            for level in scale.levels
        ],
        "maximum": str(scale.maximum),
        "threshold": str(scale.threshold),
        "thresholds": {block: str(value) for block, value in scale.thresholds},
    }
    return json.dumps(document, ensure_ascii=False)


def scale_from(text: str) -> Scale:
    """Read a scale; what is not said is as usual for its kind.

    Raises:
        WrongUsage: it is not the JSON of a scale.
    """
    try:
        document = json.loads(text)
        return _scale(document)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise WrongUsage("GRID-SCALE-UNREADABLE") from error


def _scale(document: Mapping[str, object]) -> Scale:
    kind = ScaleKind(str(document.get("kind", ScaleKind.LEVELS)))
    usual = Scale(kind, threshold=Decimal(10 if kind is ScaleKind.POINTS else 50))
    levels, thresholds = document.get("levels"), document.get("thresholds", {})
    if not isinstance(levels, list | None) or not isinstance(thresholds, dict):
        raise TypeError("levels are a list, thresholds an object")
    return Scale(
        kind=kind,
        items=ItemKind(str(document.get("items", usual.items))),
        levels=usual.levels if levels is None else tuple(map(_level, levels)),
        maximum=_number(document.get("maximum", usual.maximum)),
        threshold=_number(document.get("threshold", usual.threshold)),
        thresholds=tuple((str(block), _number(value)) for block, value in thresholds.items()),
    )


def _level(written: Mapping[str, object]) -> Level:
    return Level(
        code=str(written["code"]).strip(),
        label=str(written["label"]).strip(),
        is_acquired=bool(written.get("acquired", False)),
    )


def _number(written: object) -> Decimal:
    number = Decimal(str(written).replace(",", "."))
    if not number.is_finite():
        raise ValueError("not a number")
    return number


def _ensure_unused(unit: UnitOfWork, certification: str, scale: Scale) -> None:
    if scale == scale_of(unit, certification):
        return
    for session in unit.sessions.all():
        judged = certification in session.certifications
        if session.status is not SessionStatus.FROZEN or not judged:
            continue
        grids = [grid for grid in unit.grids.of_session(session.id) if not grid.is_blank]
        aims = {c.certification for c in unit.candidacies.some(g.candidacy_id for g in grids)}
        if certification in aims:
            raise RefusedByRule("GRID-SCALE-IN-USE", {"session": session.code})
