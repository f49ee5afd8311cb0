"""Reads a file that somebody hands in: ordinary, of a bearable size, and what its name says."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jurydesk.errors import EnvironmentFailure, RefusedByRule
from jurydesk.exchange.received_kinds import EXTENSIONS, UnfitContent, kind_of
from jurydesk.exchange.received_names import ending_of, safe_name, shown

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.errors import JurydeskError

MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 25 * MEGABYTE
"""A scanned validation file of some two hundred pages; a film belongs elsewhere."""
# Neither a link nor a pipe put in its place between the look and the opening
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file as read: what was looked at is what will be stored."""

    name: str
    """Cleaned, with the ending of what it is."""
    content: bytes
    media_type: str
    digest: str
    """SHA-256, hexadecimal."""

    @property
    def size(self) -> int:
        """Return how many bytes it has."""
        return len(self.content)


def receive(path: Path, *, largest: int = LARGEST) -> ReceivedFile:
    """Read one file whole.

    Raises:
        EnvironmentFailure: it is not there, or not ours to read.
        RefusedByRule: it is no ordinary file, too large, or its name or content is refused.
    """
    # The name first: nothing of a file that hides what it is needs to be read
    safe_name(path.name)
    return received(path.name, _read(path, largest))


def receive_any(path: Path, *, largest: int = LARGEST) -> bytes:
    """Read one file whole, whatever it is: to be looked at, never to be kept.

    Raises:
        EnvironmentFailure: it is not there, or not ours to read.
        RefusedByRule: it is no ordinary file, or too large.
    """
    return _read(path, largest)


def received(name: str, content: bytes) -> ReceivedFile:
    """Return a content under a name, as `receive` does.

    Raises:
        RefusedByRule: the name or the content is refused, or they do not agree.
    """
    safe = safe_name(name)
    try:
        kind = kind_of(content)
    except UnfitContent as unfit:
        raise RefusedByRule(unfit.code, {"name": safe}) from unfit
    ending = ending_of(safe)
    if ending in EXTENSIONS and ending not in kind.endings:
        figures = {"name": safe, "ending": ending, "really": kind.endings[0]}
        raise RefusedByRule("ATTACH-MISMATCH", figures)
    if ending not in kind.endings:
        safe = safe_name(f"{safe}.{kind.endings[0]}")
    return ReceivedFile(safe, content, kind.media_type, hashlib.sha256(content).hexdigest())


def _read(path: Path, largest: int) -> bytes:
    try:
        _check_mode(path.lstat().st_mode, path)
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as stream:
            mode = os.fstat(stream.fileno())
            _check_mode(mode.st_mode, path)
            if mode.st_size > largest:
                raise _too_large(path, largest)
            content = stream.read(largest + 1)
    except OSError as failure:
        raise _read_failure(failure, path) from failure
    if len(content) > largest:
        raise _too_large(path, largest)
    return content


def _check_mode(mode: int, path: Path) -> None:
    refusals = (
        (stat.S_ISLNK, "ATTACH-LINK"),
        (stat.S_ISDIR, "ATTACH-FOLDER"),
    )
    for is_one, code in refusals:
        if is_one(mode):
            raise RefusedByRule(code, {"name": shown(path.name)})
    if not stat.S_ISREG(mode):
        raise RefusedByRule("ATTACH-DEVICE", {"name": shown(path.name)})


def _too_large(path: Path, largest: int) -> RefusedByRule:
    return RefusedByRule("ATTACH-LARGE", {"name": shown(path.name), "most": largest // MEGABYTE})


def _read_failure(failure: OSError, path: Path) -> JurydeskError:
    code = "ATTACH-GONE" if isinstance(failure, FileNotFoundError) else "ATTACH-UNREADABLE"
    return EnvironmentFailure(code, {"name": shown(path.name)})
