"""Looks at a file before it is parsed, so that nothing dangerous or foreign reaches the parser."""

from __future__ import annotations

import codecs
import copy
import io
import re
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from jurydesk.errors import DamagedFile, EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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

_PIECE = 256 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only ones that a workbook may use; the others cannot be unzipped in bounded pieces."""
_XML = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_LIKE_ASCII = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1"})
"""Encodings in which a tag has the same bytes as in ASCII, so that it can be searched for."""

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
        EnvironmentFailure: it is not there, a folder or a device, not ours to read, or too large.
    """
    figures = {"file": str(path)}
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise EnvironmentFailure("FILE-02", figures)
        # A device may never end, and a pipe is waited for even before anything can be read
        if not stat.S_ISREG(found.st_mode):
            raise EnvironmentFailure("FILE-15", figures)
        with path.open("rb") as file:
            content = _up_to_limit(file)
    except FileNotFoundError as missing:
        raise EnvironmentFailure("FILE-01", figures) from missing
    except PermissionError as denied:
        raise EnvironmentFailure("FILE-03", figures) from denied
    except (OSError, ValueError) as other:
        raise EnvironmentFailure("FILE-14", figures | {"reason": type(other).__name__}) from other
    if len(content) > MAX_FILE:
        limit = MAX_FILE // MEGABYTE
        raise EnvironmentFailure("FILE-10", {"file": str(path), "limit": limit})
    return content


def _up_to_limit(file: BinaryIO) -> bytes:
    """Read a little more than the limit at most; the size in the directory is nought in /proc."""
    content = io.BytesIO()
    while content.tell() <= MAX_FILE and (piece := file.read(_PIECE)):
        content.write(piece)
    return content.getvalue()


def check_workbook(content: bytes, name: str) -> None:
    """Refuse what is not an .xlsx workbook, and one that was made to fill the memory.

    Raises:
        DamagedFile: the code says what the file is instead.
    """
    code = _foreign(content)
    if code:
        raise DamagedFile(code, {"file": name})
    _check_archive(content, name, _check_kind)


def check_open_document(content: bytes, name: str) -> None:
    """Refuse an OpenDocument sheet that is encrypted, damaged or made to fill the memory.

    Raises:
        DamagedFile: the code says what is wrong.
    """
    _check_archive(content, name, _check_not_sealed)


def is_open_document(content: bytes) -> bool:
    """Tell whether the bytes begin as an OpenDocument file does: an archive that says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _calls_itself_open_document(archive)
    except _UNZIP_FAILURES:
        return False


def is_compound(content: bytes) -> bool:
    """Tell whether the bytes begin as the files of Excel before 2007 do."""
    return content.startswith((_OLE, *_OLD_EXCEL))


def is_encrypted_compound(content: bytes) -> bool:
    """Tell whether a recent workbook is hidden under a password in an old container."""
    return content.startswith(_OLE) and _ENCRYPTED in content


def _check_archive(
    content: bytes, name: str, check_kind: Callable[[zipfile.ZipFile, str], None]
) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, name)
            check_kind(archive, name)
            _check_parts(archive, entries, name)
    except _UNZIP_FAILURES as failure:
        raise DamagedFile("FILE-08", {"file": name}) from failure


def _check_not_sealed(archive: zipfile.ZipFile, name: str) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in _beginning(archive, manifest):
        raise DamagedFile("FILE-05", {"file": name})


def _calls_itself_open_document(archive: zipfile.ZipFile) -> bool:
    return "mimetype" in archive.namelist() and b"opendocument" in _beginning(archive, "mimetype")


def _foreign(content: bytes) -> str:
    if not content:
        return "FILE-04"
    if is_compound(content):
        return "FILE-05" if is_encrypted_compound(content) else "FILE-06"
    return "" if content.startswith(b"PK") else "FILE-07"


def _check_sizes(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Read the sizes that the central directory promises; what keeps to them is seen later."""
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
        if entry.compress_type not in _METHODS:
            raise DamagedFile("FILE-08", {"file": name})
    if total > MAX_TOTAL or parts > MAX_PARTS:
        raise DamagedFile("FILE-11", {"file": name})


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    names = set(archive.namelist())
    if "[Content_Types].xml" in names and any(n.startswith("xl/workbook.xml") for n in names):
        return
    if _calls_itself_open_document(archive):
        raise DamagedFile("FILE-09", {"file": name, "kind": "OpenDocument"})
    if "xl/workbook.bin" in names:
        raise DamagedFile("FILE-09", {"file": name, "kind": ".xlsb"})
    if any(n.startswith("word/") for n in names):
        raise DamagedFile("FILE-09", {"file": name, "kind": ".docx"})
    raise DamagedFile("FILE-07", {"file": name})


def _beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as stream:
        return stream.read(_PIECE)


def _check_parts(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    cells = spread = 0
    for entry in entries:
        is_xml = entry.filename.lower().endswith(_XML)
        content = _unzipped(archive, entry, name, keep=is_xml)
        if not is_xml:
            continue
        content = _as_ascii(content)
        # No spreadsheet writes them: entities that contain entities fill the memory
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise DamagedFile("FILE-11", {"file": name})
        if entry.filename.startswith("xl/worksheets"):
            cells += sum(1 for _ in _CELL.finditer(content))
        spread += sum(_area(reference) for reference in _SPREADING.findall(content))
        if cells > MAX_CELLS or spread > MAX_SPREAD:
            raise DamagedFile("FILE-11", {"file": name})


def _unzipped(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, *, keep: bool) -> bytes:
    """Unzip a part piece by piece to its true end, which the directory may lie about."""
    believing = copy.copy(entry)
    # The library stops where the directory says, and the parser would unzip what is behind
    believing.file_size = entry.file_size + 2 * _PIECE
    kept = io.BytesIO()
    size = 0
    with archive.open(believing) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > entry.file_size:
                raise DamagedFile("FILE-11", {"file": name})
            if keep:
                kept.write(piece)
    return kept.getvalue()


def _as_ascii(content: bytes) -> bytes:
    """Return a part in an encoding in which tags can be searched for.

    Raises:
        ValueError: it is in no encoding that a workbook may have.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        plain, encoding = content.decode("utf-16").encode(), b"utf-8"
    else:
        plain = content.removeprefix(codecs.BOM_UTF8)
        declared = _DECLARED.match(plain)
        encoding = declared[1].lower() if declared else b"utf-8"
    # Two or four bytes per letter that no mark announces show by their noughts
    if encoding not in _LIKE_ASCII or b"\0" in plain or not plain.lstrip().startswith(b"<"):
        raise ValueError(encoding)
    return plain


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
