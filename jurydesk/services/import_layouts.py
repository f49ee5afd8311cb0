"""Remembers which column held which field, for the next file of the same layout."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.exchange.readings import Found
from jurydesk.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.services.import_preview import ImportPreview, RosterKind, SheetPreview
    from jurydesk.services.ports import Desk, UnitOfWork

_PREFIX = "import.layout."
_BY_PERSON = frozenset({Found.MAP, Found.REMEMBERED})


def remember_layouts(desk: Desk, *, preview: ImportPreview) -> Outcome[int]:
    """Keep what a person said of the columns of each sheet; return how many layouts are new.

    An act of its own, before the import: taking the import back does not forget it.
    """
    with desk.open_unit() as unit:
        known = layouts_in(unit, preview.kind)
        news = {
            sheet.layout: said
            for sheet in preview.sheets
            if (said := _said(sheet)) and known.get(sheet.layout) != said
        }
        for layout, said in news.items():
            key = f"{_PREFIX}{preview.kind}.{layout}"
            unit.settings.remember(key, json.dumps(said, ensure_ascii=False, sort_keys=True))
        if news:
            unit.audit.record(EventType.SETTING_CHANGED, {"settings": sorted(news)})
            unit.commit()
    return Outcome(len(news))


def layouts_in(unit: UnitOfWork, kind: RosterKind) -> Mapping[str, Mapping[str, str]]:
    """Return the fields by heading or letter of each layout met before."""
    prefix = f"{_PREFIX}{kind}."
    return {
        key.removeprefix(prefix): json.loads(value)
        for key, value in unit.settings.all().items()
        if key.startswith(prefix)
    }


def _said(sheet: SheetPreview) -> dict[str, str]:
    """Return what was not guessed: fields given by a person, and columns left out by them."""
    chosen = {column.heading or column.letter: column for column in sheet.columns}
    return {name: use.field for name, use in chosen.items() if use.found in _BY_PERSON}
