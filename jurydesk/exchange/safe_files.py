"""Writes a file whole or not at all, and says in a code why it could not."""

from __future__ import annotations

import errno
import os
import secrets
from typing import TYPE_CHECKING

from jurydesk.errors import EnvironmentFailure, RefusedByRule

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
_DATABASE = b"SQLite format 3\x00"
"""How every workspace file begins, and every other SQLite database."""
_BESIDE_A_DATABASE = ("-journal", "-wal", "-shm")
_ROOM = bytes(256 * 1024)
"""More than a paper or a roster of an office takes."""


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old content or the new, never a half.

    Raises:
        EnvironmentFailure: it could not be written; what was there before still is.
        RefusedByRule: a workspace is there.
    """
    check_replaceable(path)
    draft = _write_draft(path, content)
    try:
        draft.replace(path)
    except OSError as failure:
        _forget(draft)
        raise _replace_failure(failure, path) from failure


def check_replaceable(path: Path, *, inputs: tuple[Path, ...] = ()) -> None:
    """Refuse a place whose content no output may take: a database, or a file being read.

    Raises:
        EnvironmentFailure: it is a folder, or what is there cannot be looked at.
        RefusedByRule: a workspace is there, or one of the `inputs`.
    """
    try:
        if path.is_dir():
            raise EnvironmentFailure("FILE-24", {"file": str(path)})
        if any(given.exists() and path.exists() and path.samefile(given) for given in inputs):
            raise RefusedByRule("FILE-27", {"file": str(path)})
        if _is_database(path):
            raise RefusedByRule("FILE-26", {"file": str(path)})
    except OSError as failure:
        raise write_failure(failure, path) from failure


def check_unused(path: Path) -> None:
    """Refuse a place where there is a file already.

    Raises:
        EnvironmentFailure: it is a folder, or what is there cannot be looked at.
        RefusedByRule: there is a file, or a workspace.
    """
    check_replaceable(path)
    if path.exists():
        raise RefusedByRule("FILE-28", {"file": str(path)})


def ensure_writable(path: Path) -> None:
    """Try out, before an act that cannot be taken back, that its output can be written.

    Raises:
        EnvironmentFailure: it could not; nothing is left behind.
        RefusedByRule: a workspace is there.
    """
    check_replaceable(path)
    try:
        if path.is_file():
            # Changes nothing, and fails where another program holds the file
            path.open("r+b").close()
    except OSError as failure:
        raise _replace_failure(failure, path) from failure
    _forget(_write_draft(path, _ROOM))


def _is_database(path: Path) -> bool:
    """Tell whether it is a database, or one of the files that SQLite keeps beside one."""
    for ending in _BESIDE_A_DATABASE:
        if path.name.endswith(ending) and path.name != ending:
            main = path.with_name(path.name.removesuffix(ending))
            return _begins_a_database(main) or _begins_a_database(path)
    return _begins_a_database(path)


def _begins_a_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(len(_DATABASE)) == _DATABASE


def _write_draft(path: Path, content: bytes) -> Path:
    """Write the content beside its place.

    Raises:
        EnvironmentFailure: it could not be written; nothing is left behind.
    """
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
    return draft


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
