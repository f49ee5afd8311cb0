"""The document that a qualification names: it comes and goes with the document of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.right_to_sit import SEAT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.attachments import Attachment
    from jurydesk.domain.people import Examiner
    from jurydesk.services.ports import UnitOfWork


def with_proof(person: Examiner, proves: str, name: str) -> Examiner:
    """Return the examiner whose qualification names that document, if it named none (JURY-08)."""
    held = tuple(
        replace(one, document=name) if f"{SEAT}{one.seat}" == proves and not one.document else one
        for one in person.qualifications
    )
    return replace(person, qualifications=held)


def withdraw_proofs(unit: UnitOfWork, gone: Iterable[Attachment]) -> None:
    """Let qualifications name no document that is gone, but another that proves the same."""
    for paper in gone:
        if paper.examiner_id is None:
            continue
        person = unit.examiners.get(paper.examiner_id)
        left = unit.attachments.of_examiner(paper.examiner_id)
        names = [one.name for one in left if one.requirement == paper.requirement]
        held = tuple(
            replace(one, document=names[0] if names else "")
            if (f"{SEAT}{one.seat}", one.document) == (paper.requirement, paper.name)
            else one
            for one in person.qualifications
        )
        if held != person.qualifications:
            unit.examiners.save(replace(person, qualifications=held))
