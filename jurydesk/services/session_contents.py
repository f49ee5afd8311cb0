"""What the papers of a session show of it, read once for each certification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.services.facts import session_by_code
from jurydesk.services.minutes import content_now

if TYPE_CHECKING:
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.services.ports import Desk


def contents_of(desk: Desk, code: str) -> tuple[MinutesContent, ...]:
    """Return what is shown of each certification that the juries of a session judge.

    Raises:
        WrongUsage: there is no session with that code.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        return tuple(content_now(unit, session, judged) for judged in session.recorded)
