"""What a person wants kept, and whom not to seat, when juries are proposed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.session import Session


@dataclass(frozen=True, slots=True)
class Pins:
    """Wishes about the plan of one session; all numbers are sorted."""

    juries: tuple[int, ...] = ()
    """Juries kept whole, by number: half-day, room, members. Whom they hear stays open."""
    hearings: tuple[int, ...] = ()
    """Candidacies whose hearing keeps its time and its jury."""
    seats: tuple[tuple[int, int], ...] = ()
    """Number of a jury and examiner who keeps a seat in it; its other seats stay open."""
    barred: tuple[int, ...] = ()
    """Examiners who are not to be seated in this session."""

    @property
    def any(self) -> bool:
        """Tell whether anything is wished."""
        return bool(self.juries or self.hearings or self.seats or self.barred)

    @property
    def kept_juries(self) -> frozenset[int]:
        """Return the juries that stay, whole or in part."""
        return frozenset(self.juries) | {jury for jury, _ in self.seats}

    def members_kept(self, jury: int) -> frozenset[int]:
        """Return the examiners pinned one by one to a jury."""
        return frozenset(examiner for number, examiner in self.seats if number == jury)

    def with_jury(self, number: int, *, pinned: bool) -> Pins:
        """Keep a jury whole, or let it go; pins of its members one by one go with either."""
        seats = tuple(seat for seat in self.seats if seat[0] != number)
        return replace(self, juries=_with(self.juries, number, is_in=pinned), seats=seats)

    def with_hearing(self, candidacy_id: int, *, pinned: bool) -> Pins:
        """Keep a hearing where it is, or let it go."""
        return replace(self, hearings=_with(self.hearings, candidacy_id, is_in=pinned))

    def with_seat(self, jury: int, examiner_id: int, *, pinned: bool) -> Pins:
        """Keep a person in a jury, or let them go; who is kept is no longer barred."""
        barred = _with(self.barred, examiner_id, is_in=False) if pinned else self.barred
        place = (jury, examiner_id)
        seats = tuple(sorted({*self.seats, place} if pinned else {*self.seats} - {place}))
        return replace(self, seats=seats, barred=barred)

    def with_barred(self, examiner_id: int, *, barred: bool) -> Pins:
        """Bar a person from the session, or admit them; who is barred is no longer kept."""
        seats = tuple(s for s in self.seats if s[1] != examiner_id) if barred else self.seats
        return replace(self, barred=_with(self.barred, examiner_id, is_in=barred), seats=seats)


NO_PINS = Pins()


def standing_pins(session: Session) -> Pins:
    """Return the pins of a session without those of juries, people and hearings that are gone."""
    pins = session.pins
    juries = {jury.number: jury for jury in session.juries}
    seats = (
        (number, examiner)
        for number, examiner in pins.seats
        if number in juries and juries[number].juror(examiner) is not None
    )
    return replace(
        pins,
        juries=tuple(number for number in pins.juries if number in juries),
        hearings=tuple(c for c in pins.hearings if session.hearing(c) is not None),
        seats=tuple(seats),
    )


def _with(numbers: Iterable[int], number: int, *, is_in: bool) -> tuple[int, ...]:
    return tuple(sorted({*numbers, number} if is_in else {*numbers} - {number}))
