"""The appeal file as one PDF: pieces, bound behind an index, every page numbered through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.appeal import AppealExtract, AppealHead, AppealPiece
    from jurydesk.wording import Wording

    Bound = tuple[str, bytes]
    """The code of a piece, and its pages as PDF."""


def render_piece(piece: AppealPiece, head: AppealHead, *, wording: Wording) -> bytes:
    """Print one piece from its facts."""
    from jurydesk.documents.drawing.appeal_paper import draw_piece  # noqa: PLC0415 -- slow import

    return draw_piece(piece, head, wording=wording)


def render_extract(extract: AppealExtract, head: AppealHead, *, wording: Wording) -> bytes:
    """Print what the minutes say of one candidate."""
    from jurydesk.documents.drawing.appeal_paper import draw_extract  # noqa: PLC0415 -- slow import

    return draw_extract(extract, head, wording=wording)


def bind_appeal(pieces: Sequence[Bound], head: AppealHead, *, wording: Wording) -> bytes:
    """Bind the pieces behind an index that names the page of each; the outline does the same."""
    from jurydesk.documents.drawing.appeal_binding import bind  # noqa: PLC0415 -- slow import

    return bind(pieces, head, wording=wording)
