"""Looks at a file before it is parsed, so that nothing dangerous or foreign reaches the parser."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile, EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MEGABYTE = 1024 * 1024
MAX_FILE = 40 * MEGABYTE
MAX_PART = 32 * MEGABYTE
MAX_TOTAL = 96 * MEGABYTE
MAX_RATIO = 150
"""A part swollen more than that, and larger than `FREE_PART`, was made to do harm."""
FREE_PART = 4 * MEGABYTE
MAX_PARTS = 4000
MAX_CELLS = 1_000_000
MAX_SPREAD = 200_000
"""How many cells merged ranges and links may cover together: the parser creates each of them."""

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_EXCEL = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_SPREADING = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink|comment)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)[\"']"
)
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_UNZIP_FAILURES = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError,
    OSError, RuntimeError, ValueError,
)  # fmt: skip


def load_bytes(path: Path) -> bytes:
    """Read a file of a bearable size.

    Raises:
        EnvironmentFailure: it is not there, a folder, not ours to read, or too large.
    """
    figures = {"file": str(path)}
    try:
        if path.is_dir():
            raise EnvironmentFailure("FILE-02", figures)
        if path.stat().st_size > MAX_FILE:
            limit = MAX_FILE // MEGABYTE
            raise EnvironmentFailure("FILE-10", {"file": str(path), "limit": limit})
        return path.read_bytes()
    except FileNotFoundError as missing:
        raise EnvironmentFailure("FILE-01", figures) from missing
    except PermissionError as denied:
        raise EnvironmentFailure("FILE-03", figures) from denied
    except (OSError, ValueError) as other:
        raise EnvironmentFailure("FILE-14", figures | {"reason": type(other).__name__}) from other


def check_workbook(content: bytes, name: str) -> None:
    """Refuse what is not an .xlsx workbook, and one that was made to fill the memory.

    Raises:
        DamagedFile: the code says what the file is instead.
    """
    figures = {"file": name}
    code = _foreign(content)
    if code:
        raise DamagedFile(code, figures)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            _check_kind(archive, name)
            _check_parts(archive, entries, name)
    except _UNZIP_FAILURES as failure:
        raise DamagedFile("FILE-08", figures) from failure


def _foreign(content: bytes) -> str:
    if not content:
        return "FILE-04"
    if content.startswith(_OLE):
        return "FILE-05" if _ENCRYPTED in content else "FILE-06"
    if content.startswith(_OLD_EXCEL):
        return "FILE-06"
    return "" if content.startswith(b"PK") else "FILE-07"


def _check_sizes(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Read the sizes in the central directory; unzipping never gives more than it promises."""
    total = parts = 0
    for entry in entries:
        parts += 1
        total += entry.file_size
        swollen = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.file_size > MAX_PART or (swollen and entry.file_size > FREE_PART):
            raise DamagedFile("FILE-11", {"file": name})
        # Set where the archive itself is under a password
        if entry.flag_bits & 1:
            raise DamagedFile("FILE-05", {"file": name})
    if total > MAX_TOTAL or parts > MAX_PARTS:
        raise DamagedFile("FILE-11", {"file": name})


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(n.startswith("xl/workbook.xml") for n in names):
        return
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise DamagedFile("FILE-09", {"file": name, "kind": "OpenDocument"})
    if "xl/workbook.bin" in names:
        raise DamagedFile("FILE-09", {"file": name, "kind": ".xlsb"})
    if any(n.startswith("word/") for n in names):
        raise DamagedFile("FILE-09", {"file": name, "kind": ".docx"})
    raise DamagedFile("FILE-07", {"file": name})


def _check_parts(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    cells = spread = 0
    for entry in entries:
        if not entry.filename.endswith((".xml", ".rels", ".vml")):
            continue
        content = archive.read(entry)
        # No spreadsheet writes them: entities that contain entities fill the memory
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise DamagedFile("FILE-11", {"file": name})
        if entry.filename.startswith("xl/worksheets"):
            cells += sum(1 for _ in _CELL.finditer(content))
        spread += sum(_area(reference) for reference in _SPREADING.findall(content))
        if cells > MAX_CELLS or spread > MAX_SPREAD:
            raise DamagedFile("FILE-11", {"file": name})


def _area(reference: bytes) -> int:
    """Count the cells of `A1:C4`; what is not a plain reference counts as too many."""
    match = _RANGE.fullmatch(reference.decode("ascii", "replace").upper())
    if match is None:
        return MAX_SPREAD + 1
    left, top, right, bottom = match.groups()
    if right is None:
        return 1
    return (abs(_number(right) - _number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
