"""The three ways to look at the board, and the filters that go with each of them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.services.deadlines import Deadline, Urgency
from jurydesk.ui.models.columns import sort_text
from jurydesk.ui.translation import translate
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.words import sentence_case, term

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from jurydesk.ui.theme.tokens import Tone
    from jurydesk.wording import Wording

URGENCY_LOOKS: dict[Urgency, tuple[str, Tone]] = {
    Urgency.LATE: ("warning", "danger"),
    Urgency.SOON: ("clock", "warning"),
    Urgency.LATER: ("calendar", "muted"),
    Urgency.STILL: ("stop", "muted"),
}


class Grouping(StrEnum):
    """What the board is ordered by."""

    URGENCY = "urgency"
    PERSON = "person"
    MONTH = "month"


class Groups:
    """Names the group of each line, and how many lines are in it."""

    def __init__(self, wording: Wording) -> None:
        """Begin with urgency, which is what one comes for."""
        self.grouping = Grouping.URGENCY
        self._wording = wording
        self._counts: Counter[str] = Counter()
        self._first: set[str] = set()

    def arranged(self, board: Sequence[Deadline]) -> list[Deadline]:
        """Return the lines in the order of their groups; within one, the first due first."""
        self._counts = Counter(self.name_of(one) for one in board)
        if self.grouping is Grouping.PERSON:
            # Stable: the lines of one person stay in the order of the board
            return sorted(board, key=lambda one: (sort_text(one.person), one.is_of_juror))
        return list(board)

    def name_of(self, one: Deadline) -> str:
        """Return the name of the group that a line belongs to."""
        if self.grouping is Grouping.PERSON:
            return one.person
        if self.grouping is Grouping.MONTH:
            return self.month(one.due)
        return sentence_case(self._wording.text(f"DEADLINE-URGENCY-{one.urgency}"))

    def text_of(self, one: Deadline) -> str:
        """Return the name of the group with the number of its lines."""
        name = self.name_of(one)
        if self.grouping is Grouping.PERSON:
            # The name stands in a column of its own
            return self._wording.text("DEADLINE-COUNT", count=self._counts[name])
        return f"{name} ({self._counts[name]})"

    def tone_of(self, one: Deadline) -> Tone:
        """Return the ink of the group: strong on its first line, quiet on those under it."""
        return "plain" if one.key in self._first else "muted"

    def show(self, shown: Sequence[Deadline]) -> None:
        """Note which line on screen is the first of its group."""
        first: dict[str, str] = {}
        for one in shown:
            first.setdefault(self.name_of(one), one.key)
        self._first = set(first.values())

    def month(self, day: date | None) -> str:
        """Return « Novembre 2026 », or that nothing is due."""
        if day is None:
            return sentence_case(self._wording.text(f"DEADLINE-URGENCY-{Urgency.STILL}"))
        return sentence_case(self._wording.month(day))

    def filters(self, board: Sequence[Deadline]) -> tuple[RowFilter[Deadline], ...]:
        """Return the filter chips that make sense for this way of looking."""
        if not board:
            return ()
        if self.grouping is Grouping.MONTH:
            months = {self.month(one.due): one.due for one in board}
            return tuple(self._month_filter(name) for name in months)
        kinds = dict.fromkeys(one.clock.kind for one in board)
        if self.grouping is Grouping.PERSON:
            return (
                RowFilter("candidates", translate("Deadlines", "Candidates"), _is_candidate),
                RowFilter("jurors", translate("Deadlines", "Jurors"), _is_juror),
                *(self._kind_filter(kind) for kind in kinds),
            )
        found = {one.urgency for one in board}
        shown = [urgency for urgency in Urgency if urgency in found]
        return (
            *(self._urgency_filter(urgency) for urgency in shown),
            *(self._kind_filter(kind) for kind in kinds),
        )

    def _urgency_filter(self, urgency: Urgency) -> RowFilter[Deadline]:
        name = sentence_case(self._wording.text(f"DEADLINE-URGENCY-{urgency}"))
        return RowFilter(f"u-{urgency}", name, _has("urgency", urgency), "urgency")

    def _kind_filter(self, kind: str) -> RowFilter[Deadline]:
        name = term(self._wording, "clock", kind)
        return RowFilter(f"k-{kind}", name, lambda one: one.clock.kind == kind, "kind")

    def _month_filter(self, name: str) -> RowFilter[Deadline]:
        return RowFilter(f"m-{name}", name, lambda one: self.month(one.due) == name, "month")


def _has(name: str, value: object) -> Callable[[Deadline], bool]:
    return lambda one: getattr(one, name) == value


def _is_juror(one: Deadline) -> bool:
    return one.is_of_juror


def _is_candidate(one: Deadline) -> bool:
    return not one.is_of_juror
