"""What the file of a candidacy holds and lacks: its checklist, its documents, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.document_retention import Keeping, keeping_of
from jurydesk.domain.document_rules import check_documents, check_owner
from jurydesk.domain.requirements import (
    CODES,
    SETTING,
    ChecklistLine,
    Purpose,
    Requirement,
    Weight,
    checklist,
    requirements_of,
    serves,
    setting_of,
)
from jurydesk.domain.retention import retentions
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.attachments import Attachment
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.certification import Certification
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.retention import DataClass, Retention
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class DocumentsView:
    """The documents of one candidacy, those of the person with them."""

    candidate: Candidate
    candidacy: Candidacy
    lines: tuple[ChecklistLine, ...]
    documents: tuple[Attachment, ...]
    """Of this candidacy and of the person, the newest first."""
    elsewhere: tuple[Attachment, ...]
    """Of the other candidacies of the same person."""
    keeping: Mapping[int, Keeping]
    """How long each document is kept, by its number."""
    findings: tuple[Finding, ...]

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """Return what the route asks for."""
        return tuple(line.requirement for line in self.lines)

    def purpose_of(self, requirement: Requirement) -> str:
        """Return what a document is for; to come in by experience is to be admissible."""
        is_vae = self.candidacy.route is AccessRoute.EXPERIENCE
        is_entry = requirement.purpose is Purpose.ENTRY
        return "ADMISSIBILITY" if is_vae and is_entry else str(requirement.purpose)


def documents_of(desk: Desk, *, candidacy_id: int) -> DocumentsView:
    """Return what the file of one candidacy holds and lacks.

    Raises:
        WrongUsage: no such candidacy, or somebody stored a setting that is none.
    """
    with desk.open_unit() as unit:
        candidacy = unit.candidacies.get(candidacy_id)
        candidate = unit.candidates.get(candidacy.candidate_id)
        attached = unit.attachments.of_candidate(candidate.id)
        paths = unit.candidacies.of_candidate(candidate.id)
        sheet = unit.certifications.by_code(candidacy.certification)
        asked = asked_of(candidacy.route, sheet, unit.settings.all())
        strangers = _holders_of_the_same(unit, attached)
        terms = terms_in(unit)
    lines = checklist(candidacy, attached, asked)
    newest = tuple(sorted(attached, key=lambda one: (one.added_at, one.id), reverse=True))
    own = tuple(one for one in newest if _belongs(one, candidacy, asked))
    return DocumentsView(
        candidate=candidate,
        candidacy=candidacy,
        lines=lines,
        documents=own,
        elsewhere=tuple(one for one in newest if one not in own),
        keeping={one.id: keeping_of(one, paths, terms) for one in newest},
        findings=(
            *check_owner(candidate, strangers),
            *check_documents(candidacy, candidate, lines),
        ),
    )


def asked_of(
    route: AccessRoute, sheet: Certification | None, settings: Mapping[str, str]
) -> tuple[Requirement, ...]:
    """Return what a route asks for, as the sheet and the office weigh it.

    Raises:
        WrongUsage: somebody stored a weight that is none.
    """
    try:
        return requirements_of(route, sheet, settings)
    except ValueError as error:
        raise WrongUsage("REQUIREMENT-WRONG", {"setting": str(error)}) from error


def insist(
    desk: Desk,
    *,
    document: str,
    weight: Weight,
    certification: str = "*",
    route: AccessRoute | None = None,
) -> Outcome[str]:
    """Say how much the office insists on a document: everywhere, for one sheet, for one route.

    Raises:
        WrongUsage: there is no such document, or no such sheet.
    """
    if document not in CODES:
        raise WrongUsage("DOCUMENT-UNKNOWN", {"document": document, "known": ", ".join(CODES)})
    with desk.open_unit() as unit:
        if certification != "*" and unit.certifications.by_code(certification) is None:
            raise WrongUsage("CERTIFICATION-UNKNOWN", {"certification": certification})
        key = setting_of(document, sheet=certification, route=route)
        unit.settings.put(key, str(weight))
        finish(unit, EventType.SETTING_CHANGED, {"settings": [key]})
        return Outcome(key, unit.changes, label="ACT-SETTINGS-SAVED")


def weights_set(desk: Desk) -> Mapping[str, str]:
    """Return the weights that the office set, by the key of the setting."""
    with desk.open_unit() as unit:
        stored = unit.settings.all()
    return {key: value for key, value in stored.items() if key.startswith(f"{SETTING}.")}


def terms_in(unit: UnitOfWork) -> Mapping[DataClass, Retention]:
    """Return how long each class of data is kept, as one unit of work sees it.

    Raises:
        WrongUsage: somebody stored a duration that is none.
    """
    try:
        return {term.data: term for term in retentions(unit.settings.all())}
    except ValueError as error:
        raise WrongUsage("RETENTION-WRONG", {"setting": str(error)}) from error


class Papers:
    """What the lists of candidacies say of documents: read once for all of them.

    An office that keeps its papers elsewhere is not told what each file lacks: a candidacy is
    spoken of once its person's file holds a document.
    """

    def __init__(self, unit: UnitOfWork, person: int | None = None) -> None:
        """Read what is attached, of everybody or of one person, and what the office asks for."""
        attachments = unit.attachments
        self._attached: dict[int, list[Attachment]] = {}
        for one in attachments.all() if person is None else attachments.of_candidate(person):
            if one.candidate_id is not None:
                self._attached.setdefault(one.candidate_id, []).append(one)
        self._settings = unit.settings.all() if self._attached else {}

    def findings(
        self, candidacy: Candidacy, candidate: Candidate, sheet: Certification | None
    ) -> tuple[Finding, ...]:
        """Return which documents one candidacy lacks."""
        own = self._attached.get(candidate.id, ())
        if not own or candidacy.closure is not Closure.IN_PROGRESS:
            return ()
        asked = asked_of(candidacy.route, sheet, self._settings)
        return tuple(check_documents(candidacy, candidate, checklist(candidacy, own, asked)))


def _holders_of_the_same(unit: UnitOfWork, attached: Iterable[Attachment]) -> tuple[Candidate, ...]:
    """Return who else has one of these contents in their file."""
    holders = {
        other.candidate_id
        for one in attached
        for other in unit.attachments.with_digest(one.digest)
        if other.candidate_id is not None
    }
    return unit.candidates.some(holders) if holders else ()


def _belongs(one: Attachment, candidacy: Candidacy, asked: Iterable[Requirement]) -> bool:
    if one.candidacy_id in {candidacy.id, None}:
        return True
    return any(serves(one, requirement, candidacy) for requirement in asked)
