"""Notes of what the program did, and reports of its crashes: never a name, a mail or a number."""

from __future__ import annotations

import logging
import platform
import re
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from typing_extensions import override

from jurydesk.paths import user_data

if TYPE_CHECKING:
    from pathlib import Path

MAIL = re.compile(r"[\w.+-]+@[\w.-]+")
LONG_NUMBER = re.compile(r"(?<![\w-])\+?\d(?:[ .]?\d){8,}(?![\w-])")
"""Phone numbers, SIRETs and social security numbers alike."""
NATIONAL_NUMBER = re.compile(
    r"(?<!\w)[1-8](?:[\s.-]?\d{2}){2}[\s.-]?(?:\d{2}|2[AB])(?:[\s.-]?\d{3}){2}"
    r"(?:[\s.-]?\d{2})?(?!\w)",
    re.IGNORECASE,
)
"""A number of Corsica has a letter, and is no long number."""
PASSWORD = re.compile(r"(?<=://)[^/\s@]+@")
BYTES_KEPT = 512 * 1024


class Redaction(logging.Filter):
    """Takes personal data out of every line before it is written."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the line; none is dropped."""
        record.msg, record.args = redacted(record.getMessage()), ()
        return True


class QuietFile(RotatingFileHandler):
    """A file that never grows large, and whose own troubles are nobody's business."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Lose the line: a full disk must not add a traceback to what the person reads."""


def redacted(text: str) -> str:
    """Return the text without mails, long numbers and passwords of addresses.

    >>> redacted("ophelie@exemple.fr, 06 12 34 56 78, postgresql://eva:secret@host/desk")
    '[mail], [number], postgresql://host/desk'
    """
    plain = MAIL.sub("[mail]", PASSWORD.sub("", text))
    return LONG_NUMBER.sub("[number]", NATIONAL_NUMBER.sub("[number]", plain))


def logs_folder() -> Path:
    """Return the folder of logs and reports."""
    return user_data() / "logs"


def start_logging() -> None:
    """Write what matters to a file that never grows large; do without where it cannot be."""
    root = logging.getLogger("jurydesk")
    if any(isinstance(handler, QuietFile) for handler in root.handlers):
        return
    folder = logs_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = QuietFile(
            folder / "jurydesk.log",
            maxBytes=BYTES_KEPT,
            backupCount=2,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return
    handler.addFilter(Redaction())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def write_crash_report(error: BaseException, *, version: str) -> Path | None:
    """Leave a report of versions and places passed through; None where nothing can be written.

    The message of the error is left out: it may hold a name.
    """
    frames = traceback.extract_tb(error.__traceback__)
    now = datetime.now(UTC)
    lines = (
        f"jurydesk {version}, Python {platform.python_version()}, {platform.platform()}",
        f"{now:%Y-%m-%d %H:%M:%S} UTC",
        f"{type(error).__module__}.{type(error).__qualname__}",
        *(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames),
    )
    path = logs_folder() / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return None
    return path
