"""Binds papers into one file with an outline: each paper, and beneath it its own entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jurydesk.wording import Wording


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One paper of a folder, with its entry of the outline; several copies stand beneath it."""

    title: str
    copies: tuple[tuple[str, bytes], ...]
    """Title and PDF of each; the title of an only copy is not shown."""


def _nobody_waits() -> None:
    """Stand in where nobody wants to know how far it is."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a paper has."""
    from jurydesk.documents.drawing.bound_file import count_pages  # noqa: PLC0415 -- slow import

    return count_pages(pdf)


def bind(
    sheaves: Sequence[Sheaf],
    *,
    title: str,
    author: str,
    wording: Wording,
    bound: Callable[[], None] = _nobody_waits,
) -> bytes:
    """Return one file with all pages; the same papers give the same bytes.

    `bound` is called after each copy, and may raise to stop.
    """
    from jurydesk.documents.drawing.bound_file import bind_sheaves  # noqa: PLC0415 -- slow import

    return bind_sheaves(sheaves, title=title, author=author, wording=wording, bound=bound)
