"""What was decided about a file and not imported yet: kept, so that leaving loses none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from jurydesk.services.imports import Choices
from jurydesk.ui.drafts import Typed

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.ui.drafts import Drafts

DRAFTS, CHOICES = "import", "choices"


class KeptChoices:
    """The choices of one file, as long as it is the same file."""

    def __init__(self, drafts: Drafts, path: Path) -> None:
        """Keep them among the drafts, so that closing the window asks first."""
        self._drafts = drafts
        self._path = path
        self._number = crc32(str(path.absolute()).encode())

    def keep(self, choices: Choices) -> None:
        """Keep these until the file is imported."""
        draft = Typed(_stamp(self._path), choices)
        self._drafts.keep(DRAFTS, self._number, {CHOICES: draft})

    def forget(self) -> None:
        """Keep nothing: it was imported, or taken back."""
        self._drafts.forget(DRAFTS, self._number)

    def find(self) -> Choices | None:
        """Return what was decided before; None where there is none or the file is another now."""
        draft = (self._drafts.find(DRAFTS, self._number) or {}).get(CHOICES)
        if draft is None or draft.stored != _stamp(self._path):
            return None
        return draft.typed if isinstance(draft.typed, Choices) else None


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from a later one of the same name; None where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
