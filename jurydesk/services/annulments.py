"""What the trail says of the juries of a session that were annulled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from jurydesk.domain.annulments import Annulment
from jurydesk.domain.audit import EventType

if TYPE_CHECKING:
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork


def annulments_of(
    unit: UnitOfWork, session: Session, certification: str = ""
) -> tuple[Annulment, ...]:
    """Return the annulled juries of a session, or those that judged one certification.

    The trail alone knows why: it is read only where a jury is annulled.
    """
    annulled = {
        jury.number
        for jury in session.juries
        if jury.annulled and certification in {"", jury.certification}
    }
    if not annulled:
        return ()
    found = []
    for event in unit.audit.events(type_=EventType.JURY_ANNULLED):
        details = json.loads(event.details)
        if details.get("session") == session.code and details.get("jury") in annulled:
            found.append(
                Annulment(
                    session=session.code,
                    jury=details["jury"],
                    on=event.at.date(),
                    reason=str(details.get("reason", "")),
                    by=event.actor,
                    act=event.sequence,
                )
            )
    return tuple(found)
