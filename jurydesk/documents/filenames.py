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


def signs_name(session_code: str) -> str:
    """Return `affiches-<session>.pdf`."""
    return f"affiches-{_safe(session_code)}.pdf"


def contacts_name(session_code: str) -> str:
    """Return `contacts-confidentiel-<session>.pdf`."""
    return f"contacts-confidentiel-{_safe(session_code)}.pdf"


def blank_name(session_code: str) -> str:
    """Return `pv-a-remplir-<session>.pdf`."""
    return f"pv-a-remplir-{_safe(session_code)}.pdf"


def cover_name(session_code: str) -> str:
    """Return `note-du-jour-<session>.pdf`."""
    return f"note-du-jour-{_safe(session_code)}.pdf"


def folder_name(session_code: str, stage: str) -> str:
    """Return `dossier-<stage>-<session>.pdf`."""
    return f"dossier-{_safe(stage)}-{_safe(session_code)}.pdf"


def grid_name(session_code: str, number: int) -> str:
    """Return `grille-<session>-<number>.pdf`: the place in the order of passage tells apart."""
    return f"grille-{_safe(session_code)}-{number:03d}.pdf"


def claim_name(session_code: str, number: int) -> str:
    """Return `etat-de-frais-<session>-<number>.pdf`: the number tells persons apart."""
    return f"etat-de-frais-{_safe(session_code)}-{number}.pdf"


def summons_stem(session_code: str, role: str, number: int) -> str:
    """Return `convocation-<session>-<role>-<number>`: the number tells persons apart."""
    return f"convocation-{_safe(session_code)}-{_safe(role)}-{number}"


def statement_name(session_or_year: str) -> str:
    """Return `frais-<session or year>.pdf`."""
    return f"frais-{_safe(session_or_year)}.pdf"


def aftermath_name(paper: str, *parts: str | int) -> str:
    """Return `<paper>-<session>-….pdf`: numbers tell persons apart, never a name."""
    return f"{'-'.join((paper, *(_safe(str(part)) for part in parts if part)))}.pdf"


def _safe(code: str) -> str:
    """Keep what every file system takes; a code of odd signs only still gives a name."""
    plain = unicodedata.normalize("NFKD", code).encode("ascii", "ignore").decode("ascii")
    return _UNSAFE.sub("-", plain).strip("-.")[:_LONGEST] or "session"
