"""The claim of one person for one session as PDF, to be signed and paid from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.expense_papers import ClaimContent


def render_claim(content: ClaimContent, *, wording: Wording = Wording()) -> bytes:
    """Print the lines, the receipts, the totals and the boxes to sign in."""
    from jurydesk.documents.drawing.claim_paper import draw_claim  # noqa: PLC0415 -- slow import

    return draw_claim(content, wording=wording)
