"""What is done with the sheets: list, show, confirm the composition of a jury."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.routes import Access
from jurydesk.errors import RefusedByRule
from jurydesk.services.facts import certification_by_code
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.views import CertificationView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.certification import Certification, Composition, RouteTerms
    from jurydesk.services.ports import Desk, UnitOfWork


def list_certifications(desk: Desk) -> tuple[CertificationView, ...]:
    """Return every sheet of the workspace in the order of their numbers."""
    with desk.open_unit() as unit:
        counts = Counter(candidacy.certification for candidacy in unit.candidacies.all())
        sheets = unit.certifications.all()
    ordered = sorted(sheets, key=lambda sheet: (len(sheet.code), sheet.code))
    return tuple(_view(sheet, counts[sheet.code]) for sheet in ordered)


def show_certification(desk: Desk, *, code: str) -> CertificationView:
    """Return one sheet by its number."""
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, code)
        return _view(sheet, len(unit.candidacies.for_certification(sheet.code)))


def confirm_composition(
    desk: Desk, *, code: str, like: str = "", by: str = ""
) -> Outcome[Certification]:
    """Answer for the composition proposed for a sheet, or take over that of another one.

    `by` is the name that the minutes print; without it, the one under which the person works.

    Raises:
        RefusedByRule: the sheet publishes its composition, or there is none to confirm.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, code)
        model = certification_by_code(unit, like) if like else None
        signed = by.strip() or desk.actor
        routes = tuple(_confirmed(t, model, by=signed, desk=desk) for t in sheet.routes)
        if routes == sheet.routes:
            raise RefusedByRule("COMPOSITION-SETTLED", {"certification": sheet.code})
        stored = unit.certifications.save(replace(sheet, routes=routes))
        finish(
            unit,
            EventType.COMPOSITION_CONFIRMED,
            {"certification": stored.code, "like": model.code if model else ""},
        )
        return Outcome(stored, unit.changes, label="ACT-COMPOSITION-CONFIRMED")


def seed_certifications(unit: UnitOfWork, sheets: Iterable[Certification]) -> int:
    """Add the sheets that the workspace does not have yet; return how many."""
    new = [sheet for sheet in sheets if unit.certifications.by_code(sheet.code) is None]
    for sheet in new:
        unit.certifications.add(sheet)
    return len(new)


def _view(sheet: Certification, candidacies: int) -> CertificationView:
    found = [t.composition for t in sheet.routes if t.composition and t.access is not Access.CLOSED]
    compositions = tuple(dict.fromkeys(found))
    needs = not compositions or any(not composition.is_settled for composition in compositions)
    return CertificationView(sheet, compositions, needs, candidacies)


def _confirmed(
    terms: RouteTerms, model: Certification | None, *, by: str, desk: Desk
) -> RouteTerms:
    """A published composition is never replaced: the sheet is the law of its juries."""
    composition = terms.composition
    if terms.access is Access.CLOSED or _is_published(composition):
        return terms
    if model is not None:
        taken = _composition_of(model)
        composition = taken and replace(taken, source=model.code)
    if composition is None or (composition.is_settled and model is None):
        return terms
    signed = replace(
        composition,
        status=CompositionStatus.CONFIRMED,
        confirmed_by=by,
        confirmed_on=desk.clock.today(),
    )
    return replace(terms, composition=signed)


def _is_published(composition: Composition | None) -> bool:
    return composition is not None and composition.status is CompositionStatus.PUBLISHED


def _composition_of(sheet: Certification) -> Composition | None:
    return next((terms.composition for terms in sheet.routes if terms.composition), None)
