"""The filter chips of a list: which are on, what they let through, how many rows each leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jurydesk.ui.list_state import KeptFilter
from jurydesk.ui.slices import SlicedWork
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.chips import FilterChip
from jurydesk.ui.widgets.flow import FlowRow
from jurydesk.ui.widgets.layouts import column

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

R = TypeVar("R")
COUNTED_IN_A_STEP = 100
"""Every filter over that many rows takes a millisecond or two."""


@dataclass(frozen=True)
class RowFilter(Generic[R]):
    """One filter chip: filters of one group widen each other, groups narrow each other."""

    name: str
    text: str
    accepts: Callable[[R], bool]
    group: str = ""


class FilterBar(QWidget, Generic[R]):
    """A row of chips.

    Signals:
        changed: a chip was switched.
    """

    changed = Signal()

    def __init__(self) -> None:
        """Start without a chip, and hidden."""
        super().__init__()
        self.chips: dict[str, FilterChip] = {}
        self._filters: dict[str, RowFilter[R]] = {}
        self._waiting: tuple[RowFilter[R], ...] = ()
        self._counting: SlicedWork[dict[str, int]] = SlicedWork(self)
        self._counted: Sequence[R] | None = None
        self._row = FlowRow()
        column(self, margins=(Space.XL, 0, Space.XL, Space.M)).addWidget(self._row)
        self.hide()

    def offer(self, filters: Sequence[RowFilter[R]]) -> None:
        """Show chips; what is on and no row has any more stays: else everybody would be shown."""
        on = {one.name: one for one in self._wanted()}
        names = {one.name for one in filters}
        lost = tuple(replace(o, accepts=_nobody) for n, o in on.items() if n not in names)
        self._waiting = () if filters else lost
        shown = (*filters, *lost) if filters else ()
        self._counting.stop()
        self._counted = None
        self._filters = {one.name: one for one in shown}
        self.chips = {one.name: FilterChip(one.text) for one in shown}
        for name, chip in self.chips.items():
            chip.show_checked(is_on=name in on)
            chip.toggled.connect(self.changed)
        self._row.set_widgets(tuple(self.chips.values()))
        self.setVisible(bool(filters))

    def names_on(self) -> tuple[str, ...]:
        """Return the names of the filters that are on."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())

    def kept(self) -> tuple[KeptFilter, ...]:
        """Return what is on, to be shown again another day."""
        on = sorted(self._wanted(), key=lambda one: one.name)
        return tuple(KeptFilter(one.name, one.text, one.group) for one in on)

    def show_on(self, kept: Sequence[KeptFilter]) -> None:
        """Switch these on and the others off, without telling anybody."""
        names = {one.name for one in kept}
        for name, chip in self.chips.items():
            chip.show_checked(is_on=name in names)
        lost = [one for one in kept if one.name not in self._filters]
        self._waiting = tuple(RowFilter(o.name, o.text, _nobody, o.group) for o in lost)
        if lost and self._filters:
            self.offer([one for one in self._filters.values() if one.accepts is not _nobody])

    def accepts(self) -> tuple[Callable[[R], bool], ...]:
        """Return what a row must pass: one of the filters of each group."""
        groups: dict[str, list[RowFilter[R]]] = {}
        for name in self.names_on():
            one = self._filters[name]
            groups.setdefault(one.group or one.name, []).append(one)
        return tuple(partial(_any_accepts, tuple(group)) for group in groups.values())

    def count(self, everything: Sequence[R], *, at_once: bool) -> None:
        """Say on each chip how many rows it would leave; of many rows a moment later."""
        if everything is self._counted:
            # What is looked for changes nothing of what each filter would leave
            return
        self._counted = everything
        self._counting.start_later(self._count(everything), self._on_counted)
        if at_once:
            self._counting.finish()

    def _wanted(self) -> tuple[RowFilter[R], ...]:
        return (*(self._filters[name] for name in self.names_on()), *self._waiting)

    def _count(self, everything: Sequence[R]) -> Generator[None, None, dict[str, int]]:
        counts = dict.fromkeys(self.chips, 0)
        for start in range(0, len(everything), COUNTED_IN_A_STEP):
            part = everything[start : start + COUNTED_IN_A_STEP]
            for name in counts:
                counts[name] += sum(map(self._filters[name].accepts, part))
            yield
        return counts

    def _on_counted(self, counts: dict[str, int]) -> None:
        for name, count in counts.items():
            self.chips[name].show_count(count)


def _nobody(_row: object) -> bool:
    return False


def _any_accepts(group: tuple[RowFilter[R], ...], one: R) -> bool:
    return any(row_filter.accepts(one) for row_filter in group)
