"""The hours at which a candidacy could be heard without breaking a rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.services.placing import check_place
from jurydesk.ui.dialogs.pick_dialog import PickOption
from jurydesk.ui.pages.sessions.readings import STEP
from jurydesk.ui.translation import translate
from jurydesk.ui.words import term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.session import Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording

GRID = 3 * STEP
"""Minutes between two hours that are offered."""
MOST = 60


def legal_places(board: SessionBoard, candidacy_id: int, wording: Wording) -> list[PickOption]:
    """Return the free and legal hours, in the order of time; each key is (jury, moment)."""
    found: list[PickOption] = []
    for jury in sorted(board.session.juries, key=lambda one: (one.half, one.room)):
        for start in _moments(board, jury):
            if len(found) >= MOST:
                return found
            check = check_place(board, candidacy_id=candidacy_id, jury=jury.number, start=start)
            if not blocking(check.findings):
                found.append(_option(jury, start, len(check.findings), wording))
    return found


def _moments(board: SessionBoard, jury: Jury) -> Iterator[datetime]:
    first, last = board.session.hours.bounds(jury.half_day)
    start, end = datetime.combine(jury.day, first), datetime.combine(jury.day, last)
    while start < end:
        yield start
        start += timedelta(minutes=GRID)


def _option(jury: Jury, start: datetime, warnings: int, wording: Wording) -> PickOption:
    day = wording.date(jury.day, weekday=True)
    half = term(wording, "half_day", jury.half_day).lower()
    room = translate("Jury", "{room}, jury {number}, {half}").format(
        room=jury.room, number=jury.number, half=half
    )
    title = f"{day}, {wording.time(start.time())}"
    return PickOption(
        (jury.number, start),
        title[:1].upper() + title[1:],
        room,
        "warning" if warnings else "check-circle",
        "warning" if warnings else "success",
    )
