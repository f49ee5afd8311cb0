"""Who could give up a hearing so that somebody who waits is heard: read off the plan as it stands.

The one who waits takes the place of another, who takes the place of a third, and so on; whoever is
last goes without. Each such chain is a plan, so no solver is needed to know that it would do.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

from jurydesk.domain.ban_rules import is_broken
from jurydesk.domain.session import Jury
from jurydesk.planning.reasons.circumstances import Circumstances, Wanted


@dataclass(frozen=True, slots=True)
class _Step:
    """Somebody without a place, and the juries in which a place changed hands before."""

    candidacy: int
    wanted: Wanted
    juries: frozenset[int] = frozenset()


class Exchange:
    """The plan of a session, as places that can change hands."""

    def __init__(self, circumstances: Circumstances) -> None:
        """Read the plan; where any rule finds fault with it nothing is exchanged."""
        self._circumstances = circumstances
        self._session = circumstances.facts.session
        self._heard = {
            jury.number: tuple(
                hearing.candidacy_id for hearing in self._session.hearings_of(jury.number)
            )
            for jury in self._session.juries
        }
        self._is_sound = all(self._sits_well(jury) for jury in self._session.juries)
        self._is_sound = self._is_sound and self._rooms_suffice()

    def who_could_go(self, candidacy_id: int) -> frozenset[int]:
        """Return each candidacy that has a hearing without which this one could have one."""
        if not self._is_sound:
            return frozenset()
        first = _Step(candidacy_id, self._circumstances.wanted(candidacy_id))
        waiting, gone = deque([first]), {candidacy_id}
        while waiting:
            step = waiting.popleft()
            for other, jury in self._places(step):
                if other not in gone:
                    gone.add(other)
                    wanted = self._circumstances.wanted(other)
                    waiting.append(_Step(other, wanted, step.juries | {jury}))
        return frozenset(gone - {candidacy_id})

    def _places(self, step: _Step) -> Iterator[tuple[int, int]]:
        """Yield whose places somebody could take, each with the number of the jury."""
        for jury in self._session.juries:
            if not self._may_hear(jury, step.wanted):
                continue
            for other in self._heard[jury.number]:
                its = self._circumstances.wanted(other)
                slack = 0 if jury.number in step.juries else self._slack(jury)
                fits = step.wanted.minutes <= its.minutes + slack
                if its.panel == step.wanted.panel and fits and not self._twice(step, other, jury):
                    yield other, jury.number

    def _may_hear(self, jury: Jury, wanted: Wanted) -> bool:
        if wanted.always or wanted.by_day.get(jury.day) or jury.half in wanted.by_half:
            return False
        members = {juror.examiner_id for juror in jury.jurors}
        voting = {juror.examiner_id for juror in jury.jurors if juror.deliberates}
        if any(number in members for number, _ in wanted.excluded):
            return False
        return len({n for n, _ in wanted.recused} & voting) <= wanted.spare

    def _twice(self, step: _Step, other: int, jury: Jury) -> bool:
        """Tell whether the person may be heard twice on that half-day: then it is left."""
        return bool({step.candidacy, other} & self._circumstances.several.keys())

    def _slack(self, jury: Jury) -> int:
        taken = sum(self._circumstances.wanted(n).minutes for n in self._heard[jury.number])
        return self._circumstances.length(jury.half) - taken

    def _sits_well(self, jury: Jury) -> bool:
        """Tell whether a jury is as the model would have it."""
        heard = [self._circumstances.wanted(n) for n in self._heard[jury.number]]
        panels = {wanted.panel for wanted in heard}
        if len(panels) != 1 or jury.half not in self._circumstances.halves:
            return False
        if self._slack(jury) < 0 or not all(self._may_hear(jury, wanted) for wanted in heard):
            return False
        bans = self._circumstances.facts.session.pins.forbidden
        if any(is_broken(ban, jury, self._heard[jury.number]) for ban in bans):
            return False
        (panel,) = panels
        seats = {(s.kind, s.external, s.deliberates): s for s in panel.seats}
        asked = Counter((s.kind, s.external, s.deliberates) for s in panel.seats)
        given = Counter((j.seat, j.external, j.deliberates) for j in jury.jurors)
        return given == asked and all(
            self._circumstances.holders(panel, seats[j.seat, j.external, j.deliberates])
            .get(j.examiner_id, {})
            .get(jury.half)
            == ()
            for j in jury.jurors
        )

    def _rooms_suffice(self) -> bool:
        """Tell whether no half-day has more juries than rooms, and nobody sits twice on it."""
        juries = Counter(jury.half for jury in self._session.juries)
        seats = Counter(
            (jury.half, juror.examiner_id) for jury in self._session.juries for juror in jury.jurors
        )
        rooms = self._circumstances.rooms
        return all(n <= rooms for n in juries.values()) and all(n == 1 for n in seats.values())
