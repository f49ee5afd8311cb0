"""The end of documents and claims: what is past its time, its destruction, proved in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.document_retention import Keeping, keeping_of
from jurydesk.domain.expense_retention import ClaimKeeping, claim_keeping
from jurydesk.domain.retention import DataClass
from jurydesk.errors import StaleData
from jurydesk.services.document_lists import terms_in
from jurydesk.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class PastDocument:
    """A document that must go, and whose it is."""

    keeping: Keeping
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class PastClaim:
    """A claim that must go with its receipts, and whose it is."""

    keeping: ClaimKeeping
    examiner: Examiner


@dataclass(frozen=True, slots=True)
class PurgePreview:
    """What a purge would destroy."""

    expired: tuple[PastDocument, ...]
    orphans: tuple[str, ...]
    """Digests of the contents that were taken out of their files and can still come back."""
    claims: tuple[PastClaim, ...] = ()

    @property
    def count(self) -> int:
        """Return how many things would be destroyed."""
        return len(self.expired) + len(self.orphans) + len(self.claims)

    @property
    def key(self) -> tuple[tuple[int, ...], tuple[str, ...], tuple[int, ...]]:
        """Return what tells whether it still is what a person has seen."""
        papers = tuple(one.keeping.attachment.id for one in self.expired)
        return papers, self.orphans, tuple(one.keeping.claim.id for one in self.claims)


@dataclass(frozen=True, slots=True)
class PurgeProof:
    """What was destroyed: the digests prove which contents, without saying anything of them."""

    documents: int
    """How many documents and claims went."""
    digests: tuple[str, ...]
    day: date
    event: int
    """Number of the event in the trail."""


def preview_purge(desk: Desk) -> PurgePreview:
    """Return what is past its time; nothing is destroyed by itself.

    Raises:
        WrongUsage: somebody stored a duration that is none.
    """
    with desk.open_unit() as unit:
        return _preview(unit, desk.clock.today())


def purge_documents(desk: Desk, *, seen: PurgePreview | None = None) -> Outcome[PurgeProof]:
    """Destroy what is past its time, for good; copies made before keep it until they are replaced.

    `seen` is what the person was shown: nothing else is destroyed.

    Raises:
        StaleData: something has changed since it was shown.
    """
    today = desk.clock.today()
    with desk.open_unit() as unit:
        preview = _preview(unit, today)
        if seen is not None and seen.key != preview.key:
            raise StaleData("PURGE-STALE")
        if not preview.count:
            return Outcome(PurgeProof(0, (), today, 0))
        for one in preview.expired:
            unit.attachments.remove(one.keeping.attachment.id)
        for past in preview.claims:
            unit.claims.remove(past.keeping.claim.id)
        digests = unit.blobs.orphans()
        for digest in digests:
            unit.blobs.discard(digest)
        event = unit.audit.record(EventType.DOCUMENTS_PURGED, _details(preview, digests, today))
        unit.commit()
        proof = PurgeProof(
            len(preview.expired) + len(preview.claims), digests, today, event.sequence
        )
        return Outcome(proof, unit.changes, label="ACT-DOCUMENTS-PURGED", is_final=True)


def _preview(unit: UnitOfWork, today: date) -> PurgePreview:
    past = tuple(_past_claims(unit, today))
    return PurgePreview(tuple(_expired(unit, today)), unit.blobs.orphans(), past)


def _past_claims(unit: UnitOfWork, today: date) -> Iterator[PastClaim]:
    claims = unit.claims.all()
    if not claims:
        return
    term = terms_in(unit)[DataClass.ACCOUNTING]
    sessions = {one.id: one for one in unit.sessions.some({c.session_id for c in claims})}
    people = {one.id: one for one in unit.examiners.some({c.examiner_id for c in claims})}
    for claim in claims:
        keeping = claim_keeping(claim, sessions[claim.session_id], term)
        if keeping.is_over(today):
            yield PastClaim(keeping, people[claim.examiner_id])


def _expired(unit: UnitOfWork, today: date) -> Iterator[PastDocument]:
    # What proves the right of somebody of the pool to sit is no document of a path
    attached = tuple(one for one in unit.attachments.all() if one.candidate_id is not None)
    if not attached:
        return
    terms = terms_in(unit)
    people = {c.id: c for c in unit.candidates.some({one.candidate_id or 0 for one in attached})}
    paths: dict[int, list[Candidacy]] = {}
    for path in unit.candidacies.all():
        paths.setdefault(path.candidate_id, []).append(path)
    for one in attached:
        keeping = keeping_of(one, paths.get(one.candidate_id or 0, ()), terms)
        if keeping.is_over(today):
            yield PastDocument(keeping, people[one.candidate_id or 0])


def _details(preview: PurgePreview, digests: tuple[str, ...], today: date) -> dict[str, object]:
    gone = [one.keeping.attachment for one in preview.expired]
    past = [one.keeping.claim.id for one in preview.claims]
    return {
        **({"claims": past} if past else {}),
        "count": max(len(gone) + len(past), len(digests)),
        "attachments": [one.id for one in gone],
        "candidates": sorted({one.candidate_id or 0 for one in gone}),
        "expired": [one.digest for one in gone],
        "digests": list(digests),
        "day": today.isoformat(),
    }
