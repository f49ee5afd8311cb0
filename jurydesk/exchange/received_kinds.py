"""What a file is, read from its content and never believed from its name."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

MOST_PARTS: Final = 4000
MOST_OF_A_PART: Final = 1024 * 1024
"""Of the small parts that say what an archive is; no other part is ever unpacked."""
HEAD: Final = 1024


class UnfitContent(Exception):
    """Why a content is not taken, as the code of the sentence; who knows the name says it."""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of document that is taken, with the endings under which it goes."""

    media_type: str
    endings: tuple[str, ...]


PDF: Final = FileKind("application/pdf", ("pdf",))
PNG: Final = FileKind("image/png", ("png",))
JPEG: Final = FileKind("image/jpeg", ("jpg", "jpeg", "jpe", "jfif"))
GIF: Final = FileKind("image/gif", ("gif",))
TIFF: Final = FileKind("image/tiff", ("tif", "tiff"))
WEBP: Final = FileKind("image/webp", ("webp",))
HEIC: Final = FileKind("image/heic", ("heic", "heif"))
TEXT: Final = FileKind("text/plain", ("txt", "csv", "md", "text"))
RTF: Final = FileKind("application/rtf", ("rtf",))
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
DOCX: Final = FileKind(f"{_OOXML}wordprocessingml.document", ("docx",))
XLSX: Final = FileKind(f"{_OOXML}spreadsheetml.sheet", ("xlsx",))
PPTX: Final = FileKind(f"{_OOXML}presentationml.presentation", ("pptx",))
ODT: Final = FileKind(f"{_ODF}text", ("odt",))
ODS: Final = FileKind(f"{_ODF}spreadsheet", ("ods",))
ODP: Final = FileKind(f"{_ODF}presentation", ("odp",))
DOC: Final = FileKind("application/msword", ("doc",))
XLS: Final = FileKind("application/vnd.ms-excel", ("xls",))
PPT: Final = FileKind("application/vnd.ms-powerpoint", ("ppt",))
KINDS: Final = (
    PDF, PNG, JPEG, GIF, TIFF, WEBP, HEIC, TEXT, RTF, DOCX, XLSX, PPTX, ODT, ODS, ODP, DOC, XLS,
    PPT,
)  # fmt: skip
EXTENSIONS: Final = frozenset(ending for kind in KINDS for ending in kind.endings)

_STARTS_A_PROGRAM = re.compile(rb"/(?:L|#4[cC])aunch\b")
"""A page that starts a program when it is opened or clicked; scripts are left: forms have them."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_PROGRAMS = (
    b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe", b"L\x00\x00\x00\x01\x14\x02\x00", b"\x00asm", b"dex\n",
)  # fmt: skip
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"MSCF")
_IMAGES = (
    (PNG, (b"\x89PNG\r\n\x1a\n",), (b"IEND",)),
    (JPEG, (b"\xff\xd8\xff",), (b"\xff\xd9",)),
    (GIF, (b"GIF87a", b"GIF89a"), (b"\x3b",)),
    (TIFF, (b"II*\x00", b"MM\x00*"), ()),
)
_HEIC = frozenset({b"heic", b"heix", b"heif", b"hevc", b"mif1", b"msf1"})
_PAGES = (b"<!doctype", b"<html", b"<script", b"<svg", b"<?xml", b"<?php", b"<hta", b"mime-version")
_ZIP_FAILURES = (zipfile.BadZipFile, EOFError, LookupError, NotImplementedError, OSError,
                 RuntimeError, ValueError)  # fmt: skip


def kind_of(content: bytes) -> FileKind:
    """Return what a content is.

    Raises:
        UnfitContent: it is empty, a program, an archive, cut off, locked, holds macros, or it is
            none of the kinds that are taken.
    """
    if not content:
        raise UnfitContent("ATTACH-EMPTY")
    if content.startswith(_PROGRAMS):
        raise UnfitContent("ATTACH-PROGRAM")
    if content.startswith(_ARCHIVES):
        raise UnfitContent("ATTACH-ARCHIVE")
    readers: tuple[Callable[[bytes], FileKind | None], ...] = (_pdf, _image, _packed, _ole, _rtf)
    for reader in readers:
        found = reader(content)
        if found is not None:
            return found
    return _text(content)


def _pdf(content: bytes) -> FileKind | None:
    if not content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-"):
        return None
    if b"%%EOF" not in content:
        raise UnfitContent("ATTACH-CUT")
    if _STARTS_A_PROGRAM.search(content):
        raise UnfitContent("ATTACH-ACTIVE")
    return PDF


def _image(content: bytes) -> FileKind | None:
    for kind, beginnings, ends in _IMAGES:
        if content.startswith(beginnings):
            # Cameras append things of their own after the end: it only has to be there
            if ends and not any(end in content for end in ends):
                raise UnfitContent("ATTACH-CUT")
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    return HEIC if content[4:8] == b"ftyp" and content[8:12] in _HEIC else None


def _packed(content: bytes) -> FileKind | None:
    if not content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if len(names) > MOST_PARTS:
                raise UnfitContent("ATTACH-ARCHIVE")
            if "[Content_Types].xml" in names:
                return _office(names, _part(archive, "[Content_Types].xml"))
            if "mimetype" in names:
                return _open_document(names, _part(archive, "mimetype"))
    except _ZIP_FAILURES as failure:
        raise UnfitContent("ATTACH-CUT") from failure
    raise UnfitContent("ATTACH-ARCHIVE")


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(MOST_OF_A_PART)


def _office(names: Iterable[str], types: bytes) -> FileKind:
    small = [name.lower() for name in names]
    macros = any("vbaproject" in name or "vbadata" in name for name in small)
    if macros or b"macroenabled" in types.lower():
        raise UnfitContent("ATTACH-MACROS")
    if any("activex" in name or name.endswith("oleobject1.bin") for name in small):
        raise UnfitContent("ATTACH-ACTIVE")
    for folder, kind in (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX)):
        if any(name.startswith(folder) for name in small):
            return kind
    raise UnfitContent("ATTACH-KIND")


def _open_document(names: Iterable[str], said: bytes) -> FileKind:
    if any(name.startswith(("Basic/", "Scripts/")) for name in names):
        raise UnfitContent("ATTACH-MACROS")
    media_type = said.decode("ascii", "replace").strip()
    for kind in (ODT, ODS, ODP):
        if kind.media_type == media_type:
            return kind
    raise UnfitContent("ATTACH-KIND")


def _ole(content: bytes) -> FileKind | None:
    if not content.startswith(_OLE):
        return None
    if _wide("EncryptedPackage") in content:
        raise UnfitContent("ATTACH-LOCKED")
    if _wide("_VBA_PROJECT") in content or _wide("VBA") + b"\x00\x00" in content:
        raise UnfitContent("ATTACH-MACROS")
    streams = (("WordDocument", DOC), ("Workbook", XLS), ("PowerPoint Document", PPT))
    for stream, kind in streams:
        if _wide(stream) in content:
            return kind
    raise UnfitContent("ATTACH-KIND")


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _rtf(content: bytes) -> FileKind | None:
    if not content.startswith(b"{\\rtf"):
        return None
    if b"\\obj" in content or b"\\dde" in content.lower():
        raise UnfitContent("ATTACH-ACTIVE")
    return RTF


def _text(content: bytes) -> FileKind:
    if content[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        raise UnfitContent("ATTACH-KIND")
    text = text_of(content)
    if any(letter < " " and letter not in "\t\r\n\f" for letter in text):
        raise UnfitContent("ATTACH-KIND")
    return TEXT


def text_of(content: bytes) -> str:
    """Return a text as written, in UTF-8 or as older Windows programs write French."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
