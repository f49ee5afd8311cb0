"""Another candidacy of a person who is known already, begun from one that they have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from typing_extensions import override

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.candidacy_stage import Stage
from jurydesk.domain.ledger import standing_of
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.views import CandidacyRow

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk, UnitOfWork


@dataclass(frozen=True, slots=True)
class SecondPath(CandidacyRow):
    """A candidacy that is not stored yet, with its person as stored."""

    seen_from: int = 0
    """Number of the candidacy from which it was begun."""

    @property
    @override
    def key(self) -> int:
        """Return the candidacy to which one comes back."""
        return self.seen_from


def begin_second_path(desk: Desk, *, candidacy_id: int) -> SecondPath:
    """Return a new candidacy of the same person, to be filled in; nothing is stored.

    It takes the route of the one from which it is begun, its certification, or the successor
    where that is no longer registered, and the blocks that are left where some are acquired.
    """
    with desk.open_unit() as unit:
        before = unit.candidacies.get(candidacy_id)
        candidate = unit.candidates.get(before.candidate_id)
        code = _certification(unit, before, desk)
        blocks = _blocks_left(unit, candidate.id, code)
    path = Candidacy(candidate.id, code, before.route, blocks)
    return SecondPath(path, candidate, Stage.DRAFT, (), seen_from=candidacy_id)


def _certification(unit: UnitOfWork, before: Candidacy, desk: Desk) -> str:
    sheet = unit.certifications.by_code(before.certification)
    today = desk.clock.today()
    while sheet is not None and sheet.registered_on(today) is False:
        newer = unit.certifications.by_code(sheet.replaced_by) if sheet.replaced_by else None
        if newer is None:
            break
        sheet = newer
    return sheet.code if sheet else before.certification


def _blocks_left(unit: UnitOfWork, candidate_id: int, code: str) -> tuple[str, ...]:
    sheet = unit.certifications.by_code(code)
    entries = entries_of(unit, [candidate_id]).get(candidate_id, ())
    if sheet is None or not entries:
        return ()
    standing = standing_of(sheet, entries, unit.equivalences.all())
    return tuple(block.code for block in standing.remaining) if standing.credits else ()
