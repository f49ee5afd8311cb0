"""Reads a file of minutes as it stands, without any workspace: its seal, its data, what it says."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.documents.minutes_mark import DATA_NAME, MinutesMark, mark_in
from jurydesk.documents.seal import SealState, seal_state

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class MinutesFile:
    """What a file says of itself. None: it does not say it, or cannot be read so far."""

    mark: MinutesMark | None
    seal: SealState
    added: int
    """How many bytes stand after what the seal covers."""
    is_readable: bool
    data: bytes | None
    session: str = ""
    certification: str = ""
    drawn_up_on: date | None = None

    @property
    def data_fingerprint(self) -> str | None:
        """Return the digest of the data that the file carries."""
        return None if self.data is None else hashlib.sha256(self.data).hexdigest()


def read_minutes(pdf: bytes) -> MinutesFile:
    """Return what a file says; whatever is damaged in it is missing from the answer."""
    seal, covered = seal_state(pdf)
    readable, keywords, data = _inside(pdf)
    # The metadata stand in the file in plain letters: legible even where nothing else is
    mark = mark_in(keywords) or mark_in(pdf.decode("latin-1"))
    session, certification, day = _told(data)
    return MinutesFile(
        mark=mark,
        seal=seal,
        added=len(pdf) - covered if seal is SealState.WHOLE else 0,
        is_readable=readable,
        data=data,
        session=session,
        certification=certification,
        drawn_up_on=day,
    )


def _inside(pdf: bytes) -> tuple[bool, str, bytes | None]:
    """Return whether the file can be opened, its keywords and its data."""
    import pikepdf  # noqa: PLC0415 -- slow import

    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return True, str(document.docinfo.get("/Keywords", "")), _data(document)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, KeyError):
        return False, "", None


def _data(document: pikepdf.Pdf) -> bytes | None:
    if DATA_NAME not in document.attachments:
        return None
    return document.attachments[DATA_NAME].get_file().read_bytes()


def _told(data: bytes | None) -> tuple[str, str, date | None]:
    """Return session, certification and day, as far as the data tell them."""
    try:
        content = json.loads(data or b"{}")
        day = content.get("drawn_up_on")
        return (
            str(content.get("session_code", "")),
            str(content.get("certification", {}).get("code", "")),
            date.fromisoformat(day) if day else None,
        )
    except (ValueError, TypeError, AttributeError):
        return "", "", None
