"""The content of a document: read and checked, written where a person or a program wants it."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.errors import DamagedFile
from jurydesk.exchange.received_kinds import TEXT, text_of
from jurydesk.exchange.safe_files import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.domain.attachments import Attachment
    from jurydesk.services.ports import Desk


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """One document with its bytes, which have the digest that they had when they came in."""

    attachment: Attachment
    content: bytes


def read_document(desk: Desk, *, attachment_id: int) -> DocumentContent:
    """Return a document with its content.

    Raises:
        DamagedFile: the content is not the one that came in.
        WrongUsage: no such document, or its content is gone.
    """
    with desk.open_unit() as unit:
        attachment = unit.attachments.get(attachment_id)
        content = unit.blobs.get(attachment.digest)
    if hashlib.sha256(content).hexdigest() != attachment.digest:
        raise DamagedFile("ATTACH-ALTERED", {"name": attachment.name})
    return DocumentContent(attachment, content)


def save_document(desk: Desk, *, attachment_id: int, place: Path) -> Path:
    """Write a document where the person wants it; into a folder under its own name.

    Raises:
        EnvironmentFailure: it cannot be written there.
        RefusedByRule: a workspace is there.
    """
    document = read_document(desk, attachment_id=attachment_id)
    target = place / document.attachment.name if place.is_dir() else place
    write_file(target, document.content)
    return target


def document_text(document: DocumentContent) -> str | None:
    """Return a document as plain text; None: it is none."""
    if document.attachment.media_type != TEXT.media_type:
        return None
    return text_of(document.content)


def copy_to_read(desk: Desk, *, attachment_id: int, folder: Path) -> Path:
    """Write a copy that another program may show and nobody takes for the document itself.

    Raises:
        DamagedFile: the content is not the one that came in.
        EnvironmentFailure: it cannot be written there.
    """
    document = read_document(desk, attachment_id=attachment_id)
    place = folder / f"{attachment_id}" / document.attachment.name
    place.parent.mkdir(exist_ok=True)
    if not place.exists():
        write_file(place, document.content)
        place.chmod(stat.S_IRUSR)
    return place
