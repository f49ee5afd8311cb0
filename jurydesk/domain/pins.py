"""What a person wants kept, and whom not to seat, when juries are proposed again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.bans import Ban, BanKind, from_session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jurydesk.domain.availability import HalfDay
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
    bans: tuple[Ban, ...] = ()
    """What else is forbidden, each once."""

    @property
    def any(self) -> bool:
        """Tell whether anything is wished."""
        return bool(self.count)

    @property
    def count(self) -> int:
        """Return how many wishes there are."""
        kept = len(self.juries) + len(self.hearings) + len(self.seats)
        return kept + len(self.barred) + len(self.bans)

    @property
    def forbidden(self) -> tuple[Ban, ...]:
        """Return everything that is forbidden, who is barred from the whole session first."""
        return (*map(from_session, self.barred), *self.bans)

    @property
    def apart(self) -> frozenset[tuple[int, int]]:
        """Return the examiners who are not to sit in one jury, the lower number first."""
        return frozenset((b.examiner, b.other) for b in self.bans if b.kind is BanKind.PAIR)

    def kept_out(self, half: tuple[date, HalfDay], room: str = "") -> frozenset[int]:
        """Return who is not to be seated on a half-day; with a room, not in the jury there."""
        return frozenset(self.barred) | {
            ban.examiner
            for ban in self.bans
            if ban.half == half
            and (ban.kind is BanKind.HALF_DAY or (ban.kind is BanKind.ROOM and ban.room == room))
        }

    def kept_from(self, candidacy_id: int) -> frozenset[int]:
        """Return the examiners who are not to sit before a candidate."""
        mine = (ban for ban in self.bans if ban.candidacy == candidacy_id)
        return frozenset(ban.examiner for ban in mine if ban.kind is BanKind.CANDIDATE)

    def not_heard_on(self, candidacy_id: int) -> frozenset[tuple[date, HalfDay]]:
        """Return the half-days on which a candidate is not to be heard."""
        mine = (ban for ban in self.bans if ban.candidacy == candidacy_id)
        return frozenset(b.half for b in mine if b.kind is BanKind.HEARING and b.half is not None)

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

    def with_ban(self, ban: Ban, *, forbidden: bool) -> Pins:
        """Forbid something, or allow it again."""
        if ban.kind is BanKind.SESSION:
            return self.with_barred(ban.examiner, barred=forbidden)
        others = {*self.bans} - {ban}
        bans = {*others, ban} if forbidden else others
        return replace(self, bans=tuple(sorted(bans, key=lambda one: one.key)))

    def joined(self, other: Pins) -> Pins:
        """Return these pins and bans with others beside them, as they are."""
        return Pins(
            juries=tuple(sorted({*self.juries, *other.juries})),
            hearings=tuple(sorted({*self.hearings, *other.hearings})),
            seats=tuple(sorted({*self.seats, *other.seats})),
            barred=tuple(sorted({*self.barred, *other.barred})),
            bans=tuple(sorted({*self.bans, *other.bans}, key=lambda ban: ban.key)),
        )

    def without(self, gone: Pins) -> Pins:
        """Return these pins and bans without some of them."""
        return Pins(
            juries=tuple(n for n in self.juries if n not in gone.juries),
            hearings=tuple(n for n in self.hearings if n not in gone.hearings),
            seats=tuple(seat for seat in self.seats if seat not in gone.seats),
            barred=tuple(n for n in self.barred if n not in gone.barred),
            bans=tuple(ban for ban in self.bans if ban not in gone.bans),
        )


NO_PINS = Pins()


def standing_pins(session: Session) -> Pins:
    """Return the pins of a session without those of juries, people and hearings that are gone.

    Bans fall with their day, room or candidate; a jury may go, its place stays forbidden.
    """
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
        bans=tuple(ban for ban in pins.bans if _has_meaning(session, ban)),
    )


def _has_meaning(session: Session, ban: Ban) -> bool:
    """Tell whether the session still has the day, the room and the candidate of a ban."""
    return (
        (ban.day is None or ban.day in session.days)
        and (not ban.room or ban.room in session.rooms)
        and (not ban.candidacy or ban.candidacy in session.candidacies)
    )


def _with(numbers: Iterable[int], number: int, *, is_in: bool) -> tuple[int, ...]:
    return tuple(sorted({*numbers, number} if is_in else {*numbers} - {number}))
