"""Writes a file whole or not at all, and says in a code why it could not."""

from __future__ import annotations

import errno
import os
import secrets
from typing import TYPE_CHECKING

from jurydesk.errors import EnvironmentFailure

if TYPE_CHECKING:
    from pathlib import Path

_CODES = {
    errno.ENOENT: "FILE-20", errno.ENOTDIR: "FILE-20",
    errno.EACCES: "FILE-21", errno.EPERM: "FILE-21", errno.EROFS: "FILE-21",
    errno.ENOSPC: "FILE-22", errno.EFBIG: "FILE-22",
    errno.EBUSY: "FILE-23", errno.ETXTBSY: "FILE-23",
    errno.EISDIR: "FILE-24",
}  # fmt: skip
_IN_USE_ON_WINDOWS = frozenset({32, 33})


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old content or the new, never a half.

    Raises:
        EnvironmentFailure: it could not be written; what was there before still is.
    """
    if path.is_dir():
        raise EnvironmentFailure("FILE-24", {"file": str(path)})
    # In the same folder: only within one file system is a replacement a single step
    draft = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            # Else a power cut after the replacement leaves a file of the right name and no content
            os.fsync(stream.fileno())
    except OSError as failure:
        _forget(draft)
        raise write_failure(failure, path) from failure
    try:
        draft.replace(path)
    except OSError as failure:
        _forget(draft)
        raise _replace_failure(failure, path) from failure


def write_failure(failure: OSError, path: Path) -> EnvironmentFailure:
    """Return the error that says why a file could not be written."""
    if getattr(failure, "winerror", None) in _IN_USE_ON_WINDOWS:
        code = "FILE-23"
    else:
        code = _CODES.get(failure.errno or 0, "FILE-25")
    figures = {"file": str(path), "folder": str(path.parent), "reason": type(failure).__name__}
    return EnvironmentFailure(code, figures)


def _replace_failure(failure: OSError, path: Path) -> EnvironmentFailure:
    """A file that exists but may not be replaced is open elsewhere: Excel locks it on Windows."""
    if isinstance(failure, PermissionError) and path.exists():
        return EnvironmentFailure("FILE-23", {"file": str(path)})
    return write_failure(failure, path)


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        # The folder went away with it
        return
