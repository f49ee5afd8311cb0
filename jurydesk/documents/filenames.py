"""Names of the files of a session's papers: its code, and nothing about any person."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST = 80


def minutes_name(session_code: str, certification: str = "") -> str:
    """Return `pv-<session>.pdf`, or `pv-<session>-<certification>.pdf` of one of several."""
    parts = filter(None, (session_code, certification))
    return f"pv-{'-'.join(map(_safe, parts))}.pdf"


def attendance_name(session_code: str) -> str:
    """Return `emargement-<session>.pdf`."""
    return f"emargement-{_safe(session_code)}.pdf"


def passage_name(session_code: str) -> str:
    """Return `ordre-de-passage-<session>.pdf`."""
    return f"ordre-de-passage-{_safe(session_code)}.pdf"


def annulment_name(session_code: str, jury: int) -> str:
    """Return `annulation-<session>-jury-<number>.pdf`."""
    return f"annulation-{_safe(session_code)}-jury-{jury}.pdf"


def claim_name(session_code: str, number: int) -> str:
    """Return `etat-de-frais-<session>-<number>.pdf`: the number tells persons apart."""
    return f"etat-de-frais-{_safe(session_code)}-{number}.pdf"


def statement_name(session_or_year: str) -> str:
    """Return `frais-<session or year>.pdf`."""
    return f"frais-{_safe(session_or_year)}.pdf"


def _safe(code: str) -> str:
    """Keep what every file system takes; a code of odd signs only still gives a name."""
    plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode("ascii")
    return _UNSAFE.sub("-", plain).strip("-.")[:_LONGEST] or "session"
