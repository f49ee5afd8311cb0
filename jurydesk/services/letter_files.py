"""Reads the text of a letter from a file of any editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.errors import EnvironmentFailure, WrongUsage

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 1024 * 1024
"""Bytes; a text of the greatest length that is allowed has a tenth of it."""


def read_template_file(path: Path) -> str:
    """Return the text of a file, whichever system wrote it.

    Raises:
        EnvironmentFailure: it is not there, or cannot be read.
        WrongUsage: it is no ordinary file, or no text in UTF-8.
    """
    figures = {"file": path.name}
    if path.exists() and not path.is_file():
        raise WrongUsage("MODEL-NO-FILE", figures)
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError as failure:
        raise EnvironmentFailure("FILE-01", {"file": str(path)}) from failure
    except OSError as failure:
        raise EnvironmentFailure("MODEL-UNREADABLE", figures) from failure
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise WrongUsage("MODEL-NOT-TEXT", figures) from failure
    if len(content) > LARGEST or "\0" in text:
        raise WrongUsage("MODEL-NOT-TEXT", figures)
    return text
