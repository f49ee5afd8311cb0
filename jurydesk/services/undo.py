"""Takes an act back by putting the images of what it changed back, if nothing else did since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Change, Entity, Kind
from jurydesk.domain.expenses import Claim
from jurydesk.domain.session import Session
from jurydesk.domain.setting import Setting
from jurydesk.errors import RefusedByRule, StaleData
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.services.ports import Desk, Repository, SettingRepository, UnitOfWork


def revert(desk: Desk, *, outcome_changes: Iterable[Change], label: str = "") -> Outcome[None]:
    """Put back what an act changed, as an act of its own: it can be taken back in turn.

    Raises:
        StaleData: something of it was changed since.
        RefusedByRule: minutes and closed decisions are amended, not undone.
        WrongUsage: the content of a document that would come back was destroyed.
    """
    told = tuple(outcome_changes)
    if not all(change.can_be_undone for change in told):
        raise RefusedByRule("UNDO-NEVER")
    changes = merged(told)
    with desk.open_unit() as unit:
        stores = _stores(unit)
        for change in changes:
            if change.kind is Kind.SETTING:
                _check_setting(unit.settings, change)
            else:
                _check_unchanged(unit, stores[change.kind], change)
        for change in reversed(changes):
            if change.kind is Kind.SETTING:
                _set_back(unit.settings, change)
            else:
                _put_back(stores[change.kind], change)
        finish(
            unit,
            EventType.UNDONE,
            {"act": label, "entities": [change.name for change in changes]},
        )
        return Outcome(None, unit.changes, label="ACT-UNDONE")


def merged(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Join the changes of one entity into one, in the order in which each was first touched."""
    joined: dict[str, Change] = {}
    for change in changes:
        first = joined.get(change.name, change)
        joined[change.name] = replace(change, before=first.before)
    return tuple(c for c in joined.values() if not (c.before is None and c.after is None))


def _check_unchanged(unit: UnitOfWork, store: Repository[Any], change: Change) -> None:
    now: Entity | None = store.find(change.id)
    if now != change.after:
        raise StaleData("UNDO-STALE")
    if isinstance(change.before, Attachment):
        # Its content may have been destroyed since, at the end of its time
        unit.blobs.get(change.before.digest)
    if isinstance(change.before, Claim):
        for receipt in change.before.receipts:
            unit.blobs.get(receipt.digest)
    if isinstance(now, Session):
        _check_nothing_recorded(unit, now, change)


def _check_setting(settings: SettingRepository, change: Change) -> None:
    after = change.after
    now = settings.get(change.key)
    if now != (after.value if isinstance(after, Setting) else None):
        raise StaleData("UNDO-STALE")


def _set_back(settings: SettingRepository, change: Change) -> None:
    if isinstance(change.before, Setting):
        settings.put(change.key, change.before.value)
    else:
        settings.remove(change.key)


def _check_nothing_recorded(unit: UnitOfWork, session: Session, change: Change) -> None:
    """A session is not thawed or removed under a deliberation that relies on it."""
    before = change.before
    relied_on = isinstance(before, Session) and before.frozen_at == session.frozen_at
    if not relied_on and unit.deliberations.of_session(session.id) is not None:
        raise StaleData("UNDO-STALE")


def _put_back(store: Repository[Any], change: Change) -> None:
    if change.before is None:
        store.remove(change.id)
    elif change.after is None:
        store.add(change.before)
    else:
        now = store.get(change.id)
        store.save(replace(change.before, version=now.version))


def _stores(unit: UnitOfWork) -> Mapping[Kind, Repository[Any]]:
    return {
        Kind.CANDIDATE: unit.candidates,
        Kind.CANDIDACY: unit.candidacies,
        Kind.EXAMINER: unit.examiners,
        Kind.CERTIFICATION: unit.certifications,
        Kind.TIE: unit.ties,
        Kind.SESSION: unit.sessions,
        Kind.DELIBERATION: unit.deliberations,
        Kind.STEP: unit.steps,
        Kind.ATTACHMENT: unit.attachments,
        Kind.ACQUISITION: unit.acquisitions,
        Kind.EQUIVALENCE: unit.equivalences,
        Kind.NOTE: unit.notes,
        Kind.DISTINCTION: unit.distinctions,
        Kind.SITE: unit.sites,
        Kind.TRAVEL: unit.travels,
        Kind.RATE: unit.rates,
        Kind.CLAIM: unit.claims,
        Kind.SUMMONS: unit.summonses,
        Kind.NOTIFICATION: unit.notifications,
        Kind.LETTER_TEMPLATE: unit.letter_templates,
        Kind.OUTBOX_MESSAGE: unit.outbox,
        Kind.GRID: unit.grids,
        Kind.SECOND_ENTRY: unit.second_entries,
    }
