"""How many blocks remain of the certification aimed at, in the list of candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.ui.models.columns import Column
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.theme.tokens import Tone

NONE_KNOWN = 1000
"""In order after every certification whose blocks are known."""


def blocks_column() -> Column[CandidacyRow]:
    """Return the column: how many mandatory blocks remain, and which."""
    return Column(
        "blocks",
        translate("Candidates", "Blocks left"),
        _text,
        lambda row: NONE_KNOWN if row.remaining is None else len(row.remaining),
        tooltip=_names,
        icon=lambda row: "check-circle" if row.remaining == () else "",
        tone=_tone,
        is_tabular=True,
        is_hidden=True,
        width=19,
    )


def blocks_filters(rows: Sequence[CandidacyRow]) -> tuple[RowFilter[CandidacyRow], ...]:
    """Return the filter for those who lack one block, where there is anybody."""
    if not any(row.last_missing for row in rows):
        return ()
    name = translate("Candidates", "One block away")
    return (RowFilter("one-block", name, lambda row: row.last_missing is not None),)


def _text(row: CandidacyRow) -> str:
    if row.remaining is None:
        return ""
    if not row.remaining:
        return translate("Candidates", "none left")
    return pair(str(len(row.remaining)), ", ".join(block.short_code for block in row.remaining))


def _names(row: CandidacyRow) -> str:
    return "\n".join(f"{block.short_code} · {block.title}" for block in row.remaining or ())


def _tone(row: CandidacyRow) -> Tone:
    if row.remaining == ():
        return "success"
    return "accent" if row.last_missing is not None else "plain"
