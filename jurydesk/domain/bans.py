"""What a person forbids in one session: kept to the letter whenever juries are proposed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurydesk.domain.availability import HalfDay


class BanKind(StrEnum):
    """What is forbidden."""

    SESSION = "SESSION"
    """An examiner is not seated at all."""
    HALF_DAY = "HALF_DAY"
    """An examiner is not seated on a half-day."""
    ROOM = "ROOM"
    """An examiner is not seated in the jury of a half-day and room."""
    PAIR = "PAIR"
    """Two examiners do not sit in one jury."""
    CANDIDATE = "CANDIDATE"
    """An examiner does not sit before a candidate."""
    HEARING = "HEARING"
    """A candidate is not heard on a half-day."""


@dataclass(frozen=True, slots=True)
class Ban:
    """One thing that is not to happen; what it is about is filled in as its kind needs."""

    kind: BanKind
    examiner: int = 0
    other: int = 0
    """The other examiner of a pair, the higher number."""
    candidacy: int = 0
    day: date | None = None
    half_day: HalfDay | None = None
    room: str = ""

    @property
    def half(self) -> tuple[date, HalfDay] | None:
        """Return the half-day that it is about; None where it holds on all of them."""
        if self.day is None or self.half_day is None:
            return None
        return self.day, self.half_day

    def is_about(self, examiner_id: int) -> bool:
        """Tell whether it keeps that examiner, alone or with somebody, out of anything."""
        return examiner_id in {self.examiner, self.other} and bool(examiner_id)

    @property
    def key(self) -> tuple[object, ...]:
        """Return what sorts bans: by kind, then by what they are about."""
        kinds = list(BanKind)
        when = (str(self.day or ""), str(self.half_day or ""), self.room)
        return (kinds.index(self.kind), self.examiner, self.other, self.candidacy, *when)


def apart(one: int, other: int) -> Ban:
    """Return that two examiners do not sit together, whichever is named first."""
    return Ban(BanKind.PAIR, examiner=min(one, other), other=max(one, other))


def from_session(examiner_id: int) -> Ban:
    """Return that an examiner does not sit in the session at all."""
    return Ban(BanKind.SESSION, examiner=examiner_id)


_ABOUT = {
    frozenset({"examiner"}): BanKind.SESSION,
    frozenset({"examiner", "half"}): BanKind.HALF_DAY,
    frozenset({"examiner", "half", "room"}): BanKind.ROOM,
    frozenset({"examiner", "other"}): BanKind.PAIR,
    frozenset({"examiner", "candidacy"}): BanKind.CANDIDATE,
    frozenset({"candidacy", "half"}): BanKind.HEARING,
}


def ban_of(
    *,
    examiner: int = 0,
    other: int = 0,
    candidacy: int = 0,
    half: tuple[date, HalfDay] | None = None,
    room: str = "",
) -> Ban | None:
    """Return the ban that is about just that; None where nothing can be forbidden of it."""
    named = {"examiner": examiner, "other": other, "candidacy": candidacy, "room": room}
    about = {name for name, value in named.items() if value} | ({"half"} if half else set())
    kind = _ABOUT.get(frozenset(about))
    if kind is None:
        return None
    if kind is BanKind.PAIR:
        return apart(examiner, other)
    day, half_day = half or (None, None)
    return Ban(kind, examiner, 0, candidacy, day, half_day, room)
