"""The minutes (procès-verbal) of a session as PDF, from their content alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jurydesk.domain.annulments import Annulment
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.wording import Wording


def render_minutes(
    content: MinutesContent,
    *,
    wording: Wording,
    missing: tuple[Finding, ...] = (),
    annulments: tuple[Annulment, ...] = (),
) -> bytes:
    """Print the minutes; a draft, marked as such, while they lack a statement or their number.

    `annulments` are noted on the copy: the content was sealed before them.
    """
    from jurydesk.documents.drawing.minutes_paper import draw_minutes  # noqa: PLC0415 -- slow import

    return draw_minutes(content, wording=wording, missing=missing, annulments=annulments)
