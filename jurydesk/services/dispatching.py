"""What becomes of a begun message once its person was told: it left, or is not needed any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.outbox import OutboxMessage, dispatched
from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel
from jurydesk.errors import RefusedByRule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jurydesk.domain.release import Person
    from jurydesk.services.ports import UnitOfWork

WRITTEN = frozenset({Channel.EMAIL, Channel.POST, Channel.HAND})
"""Ways by which a draft leaves; by the others a person speaks."""


def open_messages(unit: UnitOfWork, session_id: int) -> Mapping[Person, OutboxMessage]:
    """Return what was begun for each person of a session and has not left."""
    every = unit.outbox.of_session(session_id)
    return {one.person: one for one in every if one.is_open}


def close_message(
    unit: UnitOfWork, message: OutboxMessage, *, tells: bool, on: date, channel: Channel
) -> None:
    """Write down that a prepared message left; what was never prepared is forgotten.

    Raises:
        RefusedByRule: a draft would have left that tells of an earlier plan.
    """
    is_prepared = message.prepared_at is not None
    if is_prepared and not tells and channel in WRITTEN:
        raise RefusedByRule("OUTBOX-STALE", {"name": name_of(unit, message.person)})
    if is_prepared and tells:
        unit.outbox.save(dispatched(message, on=on, channel=channel))
    else:
        unit.outbox.remove(message.id)


def name_of(unit: UnitOfWork, person: Person) -> str:
    """Return the name of somebody who is convened, those who left included."""
    role, number = person
    if role is Role.EXAMINER:
        examiner = unit.examiners.find(number)
        return examiner.full_name if examiner else f"#{number}"
    candidacy = unit.candidacies.find(number)
    candidate = unit.candidates.find(candidacy.candidate_id) if candidacy else None
    return candidate.full_name if candidate else f"#{number}"
