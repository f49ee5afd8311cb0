"""Contents as people hand them in, and as somebody who means harm would."""

from __future__ import annotations

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 16 + b"IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 16 + b"\xff\xd9"
GIF = b"GIF89a" + b"\x00" * 8 + b"\x3b"
TEXT = "Né à Orléans, le 21 janvier.\r\n".encode()
PROGRAM = b"MZ\x90\x00" + b"\x00" * 60
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + b"\x00" * 64


def packed(*names: str, **contents: bytes) -> bytes:
    """Return an archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"<x/>"))
    return buffer.getvalue()


def office(folder: str, *more: str) -> bytes:
    """Return what Word, Excel or PowerPoint writes, as far as anybody looks."""
    return packed("[Content_Types].xml", f"{folder}/main.xml", *more)


def open_document(kind: str, *more: str) -> bytes:
    """Return what LibreOffice writes."""
    media_type = f"application/vnd.oasis.opendocument.{kind}".encode()
    return packed("mimetype", "content.xml", *more, mimetype=media_type)


def older_office(*streams: str) -> bytes:
    """Return what Word 97 wrote: its streams are named in the directory, two bytes a letter."""
    return OLE + b"".join(name.encode("utf-16-le") + b"\x00\x00" for name in streams)
