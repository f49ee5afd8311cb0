"""Documents of a file: attached, described anew, taken out; each act can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.document_rules import check_owner
from jurydesk.domain.requirements import CODES, REQUIREMENTS
from jurydesk.errors import WrongUsage
from jurydesk.exchange.received_files import LARGEST, ReceivedFile, receive, received
from jurydesk.services.outcome import Outcome
from jurydesk.services.proofs import withdraw_proofs
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from jurydesk.domain.findings import Finding
    from jurydesk.services.ports import Desk, UnitOfWork

MOST_AT_ONCE = 30
PERSONAL = frozenset(one.code for one in REQUIREMENTS if one.of_person)
"""Documents of the person, which serve every candidacy."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that is to be attached, and what it is."""

    file: ReceivedFile
    requirement: str = ""
    """Code of the requirement that it meets; empty: something else."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attached:
    """What attaching did."""

    stored: tuple[Attachment, ...]
    known: tuple[Attachment, ...] = ()
    """Documents that were here already, with the same content for the same requirement."""


def read_paper(path: Path, *, requirement: str = "", note: str = "") -> Paper:
    """Read a file that somebody hands in; nothing is stored.

    Raises:
        EnvironmentFailure: it is not there, or not ours to read.
        RefusedByRule: it is no ordinary file, too large, or its name or content is refused.
    """
    return Paper(receive(path, largest=LARGEST), requirement, note)


def attach(
    desk: Desk, *, candidate_id: int, papers: Sequence[Paper], candidacy_id: int | None = None
) -> Outcome[Attached]:
    """Put documents into the file of a person, all of them or none; a known content is said.

    Raises:
        WrongUsage: no such person, candidacy or requirement, or too many at once.
    """
    _check_papers(papers)
    with desk.open_unit() as unit:
        _check_owner_of(unit, candidate_id, candidacy_id)
        stored: list[Attachment] = []
        known: list[Attachment] = []
        for paper in papers:
            draft = _draft(desk, paper, candidate_id, candidacy_id)
            same = _same(unit, draft)
            if same is not None:
                known.append(same)
            else:
                unit.blobs.put(paper.file.content)
                stored.append(unit.attachments.add(draft))
        findings = _wrong_file(unit, candidate_id, stored)
        finish(unit, EventType.DOCUMENT_ATTACHED, _details(stored, candidate_id, candidacy_id))
        label = "ACT-DOCUMENTS-ATTACHED" if len(stored) > 1 else "ACT-DOCUMENT-ATTACHED"
        return Outcome(Attached(tuple(stored), tuple(known)), unit.changes, findings, label)


def detach(desk: Desk, *, attachment_ids: Iterable[int]) -> Outcome[tuple[Attachment, ...]]:
    """Take documents out of a file; their contents stay until the next purge, for undo.

    Raises:
        WrongUsage: one of them does not exist.
    """
    with desk.open_unit() as unit:
        gone = [unit.attachments.get(number) for number in dict.fromkeys(attachment_ids)]
        for paper in gone:
            unit.attachments.remove(paper.id)
        withdraw_proofs(unit, gone)
        people = sorted({paper.candidate_id for paper in gone if paper.candidate_id is not None})
        details = {
            "attachment": [paper.id for paper in gone],
            "candidate": people[0] if len(people) == 1 else people,
            "examiner": sorted({paper.examiner_id for paper in gone if paper.examiner_id}),
            "digests": [paper.digest for paper in gone],
        }
        finish(unit, EventType.DOCUMENT_REMOVED, details)
        label = "ACT-DOCUMENTS-REMOVED" if len(gone) > 1 else "ACT-DOCUMENT-REMOVED"
        return Outcome(tuple(gone), unit.changes, label=label)


def describe(
    desk: Desk,
    *,
    attachment_id: int,
    name: str | None = None,
    requirement: str | None = None,
    candidacy_id: int | None = None,
    note: str | None = None,
) -> Outcome[Attachment]:
    """Give a document another name, kind or note; the content stays. None: as it was.

    `candidacy_id`: where a document of the person goes when it becomes one of a path.

    Raises:
        RefusedByRule: the name is refused, or does not go with what the content is.
        WrongUsage: no such document or requirement.
    """
    if requirement is not None:
        _check_requirement(requirement)
    with desk.open_unit() as unit:
        before = unit.attachments.get(attachment_id)
        if candidacy_id is not None and before.candidate_id is not None:
            _check_owner_of(unit, before.candidate_id, candidacy_id)
        after = replace(before, note=before.note if note is None else note.strip())
        if name is not None:
            after = replace(after, name=_renamed(unit, before, name))
        if requirement is not None:
            after = _meant(after, requirement, candidacy_id)
        if after != before:
            after = unit.attachments.save(after)
        finish(unit, EventType.DOCUMENT_CHANGED, _changed(after))
        return Outcome(after, unit.changes, label="ACT-DOCUMENT-CHANGED")


def _check_papers(papers: Sequence[Paper]) -> None:
    if not papers:
        raise WrongUsage("ATTACH-NOTHING")
    if len(papers) > MOST_AT_ONCE:
        raise WrongUsage("ATTACH-MANY", {"most": MOST_AT_ONCE})
    for paper in papers:
        _check_requirement(paper.requirement)


def _check_requirement(code: str) -> None:
    if code and code not in CODES:
        raise WrongUsage("DOCUMENT-UNKNOWN", {"document": code, "known": ", ".join(CODES)})


def _check_owner_of(unit: UnitOfWork, candidate_id: int, candidacy_id: int | None) -> None:
    unit.candidates.get(candidate_id)
    if candidacy_id is None:
        return
    if unit.candidacies.get(candidacy_id).candidate_id != candidate_id:
        raise WrongUsage("ATTACH-OTHER-PERSON")


def _draft(desk: Desk, paper: Paper, candidate_id: int, candidacy_id: int | None) -> Attachment:
    return Attachment(
        candidate_id=candidate_id,
        name=paper.file.name,
        digest=paper.file.digest,
        size=paper.file.size,
        media_type=paper.file.media_type,
        added_at=desk.clock.now(),
        added_by=desk.actor,
        requirement=paper.requirement,
        candidacy_id=None if paper.requirement in PERSONAL else candidacy_id,
        note=paper.note.strip(),
    )


def _same(unit: UnitOfWork, draft: Attachment) -> Attachment | None:
    key = (draft.candidate_id, draft.candidacy_id, draft.requirement)
    kept = unit.attachments.with_digest(draft.digest)
    return next(
        (one for one in kept if (one.candidate_id, one.candidacy_id, one.requirement) == key), None
    )


def _wrong_file(
    unit: UnitOfWork, candidate_id: int, stored: Iterable[Attachment]
) -> tuple[Finding, ...]:
    holders = {
        other.candidate_id or 0
        for one in stored
        for other in unit.attachments.with_digest(one.digest)
        if other.candidate_id not in {None, candidate_id}
    }
    if not holders:
        return ()
    person = unit.candidates.get(candidate_id)
    return tuple(check_owner(person, unit.candidates.some(holders)))


def _details(
    stored: Sequence[Attachment], candidate_id: int, candidacy_id: int | None
) -> dict[str, object]:
    """No name of a file: it is made of names of persons. The digest proves which one it was."""
    return {
        "candidate": candidate_id,
        "candidacy": candidacy_id,
        "attachment": [one.id for one in stored],
        "requirements": [one.requirement for one in stored],
        "digests": [one.digest for one in stored],
    }


def _renamed(unit: UnitOfWork, before: Attachment, name: str) -> str:
    return received(name.strip(), unit.blobs.get(before.digest)).name


def _meant(before: Attachment, requirement: str, candidacy_id: int | None) -> Attachment:
    path = before.candidacy_id or candidacy_id
    owner = None if requirement in PERSONAL else path
    return replace(before, requirement=requirement, candidacy_id=owner)


def _changed(after: Attachment) -> dict[str, object]:
    return {
        "attachment": after.id,
        "candidate": after.candidate_id,
        "requirement": after.requirement,
    }
