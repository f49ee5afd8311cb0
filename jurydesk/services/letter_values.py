"""What letters after a jury name in the same way: persons, towns, blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jurydesk.domain.certification import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.minutes import BlockStatement, CertificationStatement
    from jurydesk.domain.people import Candidate, Sex
    from jurydesk.wording import Wording

_TOWN = re.compile(r"\b\d{5}\s+([^\d,;\n]+?)\s*(?:cedex.*)?$", re.IGNORECASE)

Values = tuple[dict[str, object], ...]


def civility(sex: Sex, wording: Wording) -> str:
    """Return how a letter begins: « Madame », « Monsieur », « Madame, Monsieur »."""
    return wording.text(f"aftermath.civility.{sex.value}")


def name_in_letters(candidate: Candidate, wording: Wording) -> str:
    """Return how a letter names a person: « Madame Ophélie LEGRAND », by the name in use."""
    name = f"{candidate.first_name} {(candidate.usage_name or candidate.birth_name).upper()}"
    return wording.text(f"aftermath.person.{candidate.sex.value}", name=name.strip())


def town_of(address: str) -> str:
    """Return the town of an address, `Paris` of « 1 rue du Jury, 75011 Paris »; else nothing."""
    found = _TOWN.search(address.strip())
    return found[1].strip() if found else ""


def block_values(blocks: Iterable[BlockStatement]) -> Values:
    """Return blocks by code and title."""
    return tuple({"code": block.code, "title": block.title} for block in blocks)


def refused_values(
    blocks: Iterable[BlockStatement], sheet: CertificationStatement, wording: Wording
) -> Values:
    """Return what was refused, with what was missing, on what evidence, what is advised."""
    return tuple(
        {
            "code": sheet.code if block.code == WHOLE else block.code,
            "title": sheet.title if block.code == WHOLE else block.title,
            "reason": block.reason or wording.text("aftermath.no_reason"),
            "evidence": getattr(block, "evidence", ""),
            "advice": getattr(block, "advice", ""),
        }
        for block in blocks
    )
