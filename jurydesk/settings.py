"""Where the program looks for its workspace, and which day it takes for today."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.errors import WrongUsage
from jurydesk.paths import user_data

if TYPE_CHECKING:
    from pathlib import Path

WORKSPACE = "JURYDESK_WORKSPACE"
TODAY = "JURYDESK_TODAY"


def default_workspace() -> Path:
    """Return the workspace of a person who names none."""
    return user_data() / "bureau.jurydesk"


def workspace_location(named: str | None = None) -> str | Path:
    """Return where the workspace is: as named, else as the environment says, else the default."""
    return named or os.environ.get(WORKSPACE) or default_workspace()


def set_day(named: str | None = None) -> date | None:
    """Return the day to take for today, for demonstrations and tests; None: the real one.

    Raises:
        WrongUsage: it is not a date.
    """
    written = named or os.environ.get(TODAY)
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise WrongUsage("DATE-WRONG", {"value": written}) from error
