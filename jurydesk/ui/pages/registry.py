"""The list of pages: add an entry here and the rail, the shortcuts and the screens know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.ui.pages.page import Page, PageContext


@dataclass(frozen=True)
class PageEntry:
    """One page of the rail; `title` is a call because the language may change."""

    name: str
    icon: str
    title: Callable[[], str]
    factory: Callable[[PageContext], Page]
    place: Literal["top", "bottom"] = "top"


def page_entries() -> tuple[PageEntry, ...]:
    """Return every page in the order of the rail; Ctrl+1 … Ctrl+9 follow it."""
    return ()
