"""The hours at which a candidacy could be heard without breaking a rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.services.placing import PlaceChecker
from jurydesk.ui.dialogs.pick_dialog import PickOption
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.pages.sessions.readings import STEP
from jurydesk.ui.translation import translate
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.session import Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.findings_list import FindingLine
    from jurydesk.wording import Wording

GRID = 3 * STEP
"""Minutes between two hours that are offered."""
MOST = 60


def legal_places(board: SessionBoard, candidacy_id: int, wording: Wording) -> list[PickOption]:
    """Return the free and legal hours, in the order of time; each key is (jury, moment)."""
    found: list[PickOption] = []
    checker = PlaceChecker(board)
    for jury in sorted(board.session.juries, key=lambda one: (one.half, one.room)):
        for start in _moments(board, jury):
            if len(found) >= MOST:
                return found
            check = checker.check(candidacy_id=candidacy_id, jury=jury.number, start=start)
            if not blocking(check.findings):
                lines = finding_lines(check.findings, wording)
                found.append(_option(jury, start, lines, wording))
    return found


def _moments(board: SessionBoard, jury: Jury) -> Iterator[datetime]:
    first, last = board.session.hours.bounds(jury.half_day)
    start, end = datetime.combine(jury.day, first), datetime.combine(jury.day, last)
    while start < end:
        yield start
        start += timedelta(minutes=GRID)


def _option(
    jury: Jury, start: datetime, lines: tuple[FindingLine, ...], wording: Wording
) -> PickOption:
    day = wording.date(jury.day, weekday=True)
    half = term(wording, "half_day", jury.half_day).lower()
    room = translate("Jury", "{room}, jury {number}, {half}").format(
        room=jury.room, number=jury.number, half=half
    )
    title = f"{day}, {wording.time(start.time())}"
    look: tuple[str, Tone] = ("warning", "warning") if lines else ("check-circle", "success")
    return PickOption((jury.number, start), Entry(sentence_case(title), room, *look), lines)
