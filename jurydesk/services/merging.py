"""Makes one file of two files of one person, as one act that can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy_rules import check_candidacy
from jurydesk.domain.merging import FieldChoice, Take, choices, merged_person, same_fields
from jurydesk.errors import RefusedByRule, StaleData, WrongUsage
from jurydesk.services.belongings import of_person
from jurydesk.services.duplicates import likeness_of
from jurydesk.services.following import hand_over
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.ties import propose_ties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class MergeDraft:
    """Which file stays, which goes, and what was chosen field by field."""

    kept_id: int
    other_id: int
    taken: Mapping[str, Take] = field(default_factory=dict)
    """By field of the candidate; what is not named is as proposed."""
    versions: tuple[int, int] | None = None
    """Of the two files as they were seen; None: as they are now."""


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two files side by side, before anything is done."""

    kept: Candidate
    other: Candidate
    choices: tuple[FieldChoice, ...]
    same: tuple[str, ...]
    """Fields in which both say the same."""
    follows: tuple[tuple[str, int], ...]
    """What goes to the file that stays: codes of sentences with their count."""
    reasons: tuple[str, ...] = ()
    """Why they may be one person, as codes; empty: nothing speaks for it."""
    refusal: RefusedByRule | None = None
    """Why they cannot be merged, if they cannot."""


def preview_merge(desk: Desk, *, kept_id: int, other_id: int) -> MergePreview:
    """Return the two files side by side.

    Raises:
        WrongUsage: it is one file, or there is no such person.
    """
    with desk.open_unit() as unit:
        kept, other = _pair(unit, MergeDraft(kept_id, other_id))
        likeness = likeness_of(kept, other)
        return MergePreview(
            kept,
            other,
            choices(kept, other),
            same_fields(kept, other),
            tuple(_follows(unit, other_id)),
            tuple(map(str, likeness.reasons)) if likeness else (),
            _refusal(unit, kept_id, other_id),
        )


def merge(desk: Desk, *, draft: MergeDraft) -> Outcome[Candidate]:
    """Make one file of two: everything that refers to the one refers to the other afterwards.

    Sessions, deliberations and minutes name candidacies, and those keep their numbers: what was
    frozen or signed stays letter by letter as it was.

    Raises:
        WrongUsage: it is one file, or there is no such person.
        StaleData: one of them was changed since it was seen.
        RefusedByRule: both were heard in one session, or both have a national number.
    """
    with desk.open_unit() as unit:
        kept, other = _pair(unit, draft)
        refusal = _refusal(unit, kept.id, other.id)
        if refusal is not None:
            raise refusal
        stored = unit.candidates.save(merged_person(kept, other, draft.taken))
        hand_over(unit, other.id, kept.id)
        unit.candidates.remove(other.id)
        propose_ties(unit, today=desk.clock.today(), people=[kept.id])
        details = {"kept": kept.id, "gone": other.id, "candidate": kept.id}
        finish(unit, EventType.PEOPLE_MERGED, details)
        findings = tuple(_findings(unit, stored, desk))
        return Outcome(stored, unit.changes, findings, "ACT-PEOPLE-MERGED")


def _pair(unit: UnitOfWork, draft: MergeDraft) -> tuple[Candidate, Candidate]:
    if draft.kept_id == draft.other_id:
        raise WrongUsage("MERGE-SAME-FILE")
    kept, other = unit.candidates.get(draft.kept_id), unit.candidates.get(draft.other_id)
    if draft.versions not in {None, (kept.version, other.version)}:
        raise StaleData("MERGE-STALE")
    return kept, other


def _refusal(unit: UnitOfWork, kept_id: int, other_id: int) -> RefusedByRule | None:
    """Return why two files cannot be one: two hearings in a session are two persons before it."""
    numbers = unit.national_numbers
    if numbers.get(kept_id) is not None and numbers.get(other_id) is not None:
        return RefusedByRule("MERGE-TWO-NUMBERS")
    if numbers.get(other_id) is not None:
        # Sealed for that person alone: with another it would never open again
        return RefusedByRule("MERGE-NUMBER-BOUND")
    mine, theirs = (
        {candidacy.id for candidacy in unit.candidacies.of_candidate(number)}
        for number in (kept_id, other_id)
    )
    for session in unit.sessions.all():
        heard = {hearing.candidacy_id for hearing in session.hearings}
        if not session.can_be_planned and heard & mine and heard & theirs:
            return RefusedByRule("MERGE-BOTH-HEARD", {"session": session.code})
    return None


def _follows(unit: UnitOfWork, other_id: int) -> Iterator[tuple[str, int]]:
    paths = [candidacy.id for candidacy in unit.candidacies.of_candidate(other_id)]
    yield "MERGE-FOLLOWS-CANDIDACIES", len(paths)
    yield "MERGE-FOLLOWS-STEPS", len(unit.steps.of_candidacies(paths))
    hearings = (hearing for session in unit.sessions.all() for hearing in session.hearings)
    yield "MERGE-FOLLOWS-HEARINGS", sum(hearing.candidacy_id in paths for hearing in hearings)
    kinds = [type(one).__name__.upper() for _, one in of_person(unit, other_id)]
    yield "MERGE-FOLLOWS-ATTACHMENTS", kinds.count("ATTACHMENT")
    yield "MERGE-FOLLOWS-ACQUISITIONS", kinds.count("ACQUISITION")
    yield "MERGE-FOLLOWS-TIES", kinds.count("TIE")
    yield "MERGE-FOLLOWS-NOTES", kinds.count("NOTE")


def _findings(unit: UnitOfWork, person: Candidate, desk: Desk) -> Iterator[Finding]:
    """Yield what the rules find of the paths that are now of one person, each once."""
    paths = unit.candidacies.of_candidate(person.id)
    today = desk.clock.today()
    found = (
        finding
        for path in paths
        for finding in check_candidacy(
            path,
            person,
            unit.certifications.by_code(path.certification),
            today=today,
            others=tuple(one for one in paths if one.id != path.id),
        )
    )
    yield from dict.fromkeys(found)
