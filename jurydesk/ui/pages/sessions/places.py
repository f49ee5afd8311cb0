"""The hours at which a candidacy could be heard without breaking a rule."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.findings import blocking
from jurydesk.finding_text import finding_text
from jurydesk.services.placing import PlaceChecker
from jurydesk.ui.dialogs.pick_dialog import PickOption
from jurydesk.ui.messages import finding_lines
from jurydesk.ui.models.two_line_delegate import Entry
from jurydesk.ui.pages.sessions.readings import STEP, jury_at, moment
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.timetable_geometry import Place
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session import Jury
    from jurydesk.services.views import SessionBoard
    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.ui.widgets.findings_list import FindingLine
    from jurydesk.ui.widgets.timetable_geometry import Block
    from jurydesk.wording import Wording

GRID = 3 * STEP
"""Minutes between two hours that are offered."""
MOST = 60


class HearingPlaces:
    """Says of one board how a hearing would stand at any place; quick enough for a drag."""

    def __init__(self, board: SessionBoard, wording: Wording) -> None:
        """Gather what the rules need once."""
        self._board = board
        self._wording = wording
        self._checker = PlaceChecker(board)
        self._known: dict[int, frozenset[str]] = {}
        self._last: tuple[tuple[int, Place], tuple[Finding, ...]] | None = None

    def why_not(self, block: Block, place: Place) -> str:
        """Return why a hearing may not stand at a place; empty where it may."""
        if jury_at(self._board.session, place) is None:
            return translate("Jury", "No jury sits in this room on this half-day.")
        standing = blocking(self._found(block, place))
        return finding_text(standing[0], self._wording) if standing else ""

    def caution(self, block: Block, place: Place) -> str:
        """Return what is found there, and not where it stands, of a place where it may stand."""
        if block.key not in self._known:
            home = self._found(block, Place(block.lane, block.start))
            self._known[block.key] = frozenset(finding.code for finding in home)
        known = self._known[block.key]
        new = [one for one in self._found(block, place) if one.code not in known]
        return finding_text(new[0], self._wording) if new else ""

    def _found(self, block: Block, place: Place) -> tuple[Finding, ...]:
        jury = jury_at(self._board.session, place)
        if jury is None:
            return ()
        # A place that is asked whether it is legal is asked at once what a person should know of it
        if self._last is None or self._last[0] != (block.key, place):
            start = moment(place)
            check = self._checker.check(candidacy_id=block.key, jury=jury.number, start=start)
            self._last = ((block.key, place), check.findings)
        return self._last[1]


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
