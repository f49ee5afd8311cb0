"""How complete identities are for the CPF, in the list of candidates: a column and two filters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jurydesk.domain.identity import identity_score
from jurydesk.ui.models.columns import Column
from jurydesk.ui.pages.candidate_findings import HEAVY
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jurydesk.domain.identity import IdentityScore
    from jurydesk.services.views import CandidacyRow
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

GROUP = "identity"


def identity_column(wording: Wording, today: date) -> Column[CandidacyRow]:
    """Return the column: complete, or the points with what is missing as a tooltip."""
    return Column(
        "identity",
        translate("Candidates", "CPF identity"),
        partial(_text, today),
        lambda row: _score(row, today).points,
        tooltip=partial(_missing, wording, today),
        icon=lambda row: "check-circle" if _score(row, today).is_complete else "warning",
        tone=partial(_tone, today),
        is_tabular=True,
        # Names need the room: the filters say how many are incomplete, the column which
        is_hidden=True,
        width=13,
    )


def identity_filters(
    rows: Sequence[CandidacyRow], today: date
) -> tuple[RowFilter[CandidacyRow], ...]:
    """Return the filters, none where every identity is complete."""
    complete = {_score(row, today).is_complete for row in rows}
    incomplete: RowFilter[CandidacyRow] = RowFilter(
        "identity.incomplete",
        translate("Candidates", "CPF identity incomplete"),
        lambda row: not _score(row, today).is_complete,
        GROUP,
    )
    whole: RowFilter[CandidacyRow] = RowFilter(
        "identity.complete",
        translate("Candidates", "CPF identity complete"),
        lambda row: _score(row, today).is_complete,
        GROUP,
    )
    if False not in complete:
        return ()
    return (incomplete, whole) if True in complete else (incomplete,)


def _score(row: CandidacyRow, today: date) -> IdentityScore:
    return identity_score(row.candidate, today=today)


def _text(today: date, row: CandidacyRow) -> str:
    score = _score(row, today)
    if score.is_complete:
        return translate("Candidates", "complete")
    return translate("Candidates", "{points} of 100").format(points=score.points)


def _missing(wording: Wording, today: date, row: CandidacyRow) -> str:
    return "\n".join(wording.text(gap.code) for gap in _score(row, today).gaps)


def _tone(today: date, row: CandidacyRow) -> Tone:
    gaps = _score(row, today).gaps
    if not gaps:
        return "success"
    return "danger" if any(gap.weight >= HEAVY for gap in gaps) else "warning"
