"""Forbidding: what is not to happen when juries are proposed; and the list of all wishes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.ban_rules import broken_in, finding_of
from jurydesk.domain.bans import Ban, BanKind, apart, from_session
from jurydesk.domain.findings import FigureValue, Finding, Severity, Subject
from jurydesk.domain.pins import NO_PINS, Pins
from jurydesk.domain.subjects import of_jury
from jurydesk.errors import WrongUsage
from jurydesk.exchange.roster_writer import Column, RosterTable, write_roster
from jurydesk.finding_text import finding_text
from jurydesk.planning.readiness import session_halves
from jurydesk.services.adjusting import adjust
from jurydesk.services.facts import facts_of
from jurydesk.services.sessions import open_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.session import Session
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.services.outcome import Outcome
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard
    from jurydesk.wording import Wording

__all__ = [
    "Ban",
    "BanKind",
    "OfferedBan",
    "Wish",
    "bans_about",
    "export_wishes",
    "forbid",
    "wishes",
]


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that is kept or forbidden, and whether the session stands by it."""

    pins: Pins
    """That wish and no other: what `pinning.let_these_go` takes to drop it."""
    sentence: Finding
    is_kept: bool
    """Whether the session as it stands has it so; a pin always is."""

    @property
    def is_ban(self) -> bool:
        """Tell whether it forbids something."""
        return bool(self.pins.forbidden)


@dataclass(frozen=True, slots=True)
class OfferedBan:
    """Something that could be forbidden about somebody, in words."""

    ban: Ban
    sentence: Finding


def forbid(desk: Desk, *, code: str, ban: Ban, forbidden: bool = True) -> Outcome[SessionBoard]:
    """Forbid something in the juries proposed from now on, or allow it again.

    What stands stays as it is until then, with a finding that says so.

    Raises:
        WrongUsage: it is about somebody, a day or a room that the session does not have.
    """

    def change(facts: SessionFacts) -> Session:
        if forbidden:
            _check(facts, ban)
        pins = facts.session.pins.with_ban(ban, forbidden=forbidden)
        return replace(facts.session, pins=pins)

    return adjust(desk, code, "ACT-FORBIDDEN" if forbidden else "ACT-ALLOWED", change)


def wishes(board: SessionBoard) -> tuple[Wish, ...]:
    """Return what is kept and what is forbidden in a session, one by one."""
    facts = facts_of(board)
    return (*_juries(facts), *_hearings(facts), *_forbidden(facts))


def export_wishes(desk: Desk, *, code: str, path: Path, wording: Wording) -> int:
    """Write what is kept and forbidden to a workbook; return how many wishes there are.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    every = wishes(open_session(desk, code=code))
    columns = (Column(wording.text("WISH-WHAT")), Column(wording.text("WISH-KEPT")))
    rows = tuple(
        (
            finding_text(one.sentence, wording),
            wording.text("WISH-YES" if one.is_kept else "WISH-NO"),
        )
        for one in every
    )
    title = wording.text("WISH-TITLE", session=code)
    sheet = RosterTable(wording.text("WISH-SHEET"), title=title, columns=columns, rows=rows)
    write_roster(path, (sheet,))
    return len(every)


def bans_about(
    board: SessionBoard, *, examiner_id: int = 0, candidacy_id: int = 0
) -> tuple[OfferedBan, ...]:
    """Return what could be forbidden about an examiner or a candidate; the likeliest first."""
    facts = facts_of(board)
    every = _about_examiner(facts, examiner_id) if examiner_id else ()
    every = _about_candidacy(facts, candidacy_id) if candidacy_id else every
    known = set(facts.session.pins.forbidden)
    return tuple(OfferedBan(ban, finding_of(facts, ban)) for ban in every if ban not in known)


def _about_examiner(facts: SessionFacts, number: int) -> Iterator[Ban]:
    session = facts.session
    yield from_session(number)
    for day, half_day in session_halves(session):
        yield Ban(BanKind.HALF_DAY, examiner=number, day=day, half_day=half_day)
    for jury in sorted(session.juries, key=lambda one: (one.half, one.room)):
        if len(session.rooms) > 1:
            yield Ban(BanKind.ROOM, number, 0, 0, *jury.half, jury.room)
    yield from (apart(number, other) for other in _seated_first(facts) if other != number)
    for candidacy in sorted(facts.candidacies.values(), key=lambda one: _name(facts, one)):
        yield Ban(BanKind.CANDIDATE, examiner=number, candidacy=candidacy.id)


def _about_candidacy(facts: SessionFacts, number: int) -> Iterator[Ban]:
    for day, half_day in session_halves(facts.session):
        yield Ban(BanKind.HEARING, candidacy=number, day=day, half_day=half_day)
    for examiner in _seated_first(facts):
        yield Ban(BanKind.CANDIDATE, examiner=examiner, candidacy=number)


def _seated_first(facts: SessionFacts) -> list[int]:
    """Return the pool by name, those who sit in the session before the others."""
    seated = {juror.examiner_id for jury in facts.session.juries for juror in jury.jurors}
    people = sorted(facts.examiners.values(), key=lambda one: one.full_name)
    return [one.id for one in sorted(people, key=lambda one: one.id not in seated)]


def _name(facts: SessionFacts, candidacy: Candidacy) -> str:
    return facts.candidate_of(candidacy).full_name


def _juries(facts: SessionFacts) -> Iterator[Wish]:
    session, pins = facts.session, facts.session.pins
    whole = ((number, 0) for number in pins.juries)
    for number, examiner in (*whole, *pins.seats):
        jury = session.jury(number)
        if jury is None:
            continue
        when: dict[str, FigureValue] = {"day": jury.day, "half_day": jury.half_day}
        if examiner:
            person = facts.examiner_subject(examiner)
            told = _told("PIN-SEAT", person, of_jury(jury), jury=number, **when)
            yield Wish(replace(NO_PINS, seats=((number, examiner),)), told, is_kept=True)
        else:
            told = _told("PIN-JURY", of_jury(jury), jury=number, **when)
            yield Wish(replace(NO_PINS, juries=(number,)), told, is_kept=True)


def _hearings(facts: SessionFacts) -> Iterator[Wish]:
    for number in facts.session.pins.hearings:
        hearing = facts.session.hearing(number)
        if hearing is not None and number in facts.candidacies:
            person = facts.candidacy_subject(facts.candidacies[number])
            day, start = hearing.start.date(), hearing.start.time()
            told = _told("PIN-HEARING", person, day=day, start=start)
            yield Wish(replace(NO_PINS, hearings=(number,)), told, is_kept=True)


def _forbidden(facts: SessionFacts) -> Iterator[Wish]:
    for ban in facts.session.pins.forbidden:
        alone = NO_PINS.with_ban(ban, forbidden=True)
        is_kept = not broken_in(facts.session, ban)
        yield Wish(alone, finding_of(facts, ban), is_kept)


def _told(code: str, *subjects: Subject, **figures: FigureValue) -> Finding:
    return Finding(code, Severity.WARNING, subjects, tuple(figures.items()))


def _check(facts: SessionFacts, ban: Ban) -> None:
    session = facts.session
    for number in (ban.examiner, ban.other):
        if number and number not in facts.examiners:
            raise WrongUsage("EXAMINER-UNKNOWN", {"examiner": number})
    if ban.candidacy and ban.candidacy not in session.candidacies:
        raise WrongUsage("CANDIDACY-NOT-IN-SESSION", {"session": session.code})
    if ban.day is not None and ban.day not in session.days:
        figures = {"session": session.code, "day": f"{ban.day:%d/%m/%Y}"}
        raise WrongUsage("SESSION-OTHER-DAY", figures)
    if ban.room and ban.room not in session.rooms:
        raise WrongUsage("SESSION-OTHER-ROOM", {"session": session.code, "room": ban.room})
    if ban.kind is BanKind.PAIR and ban.examiner == ban.other:
        raise WrongUsage("BAN-ONE-PERSON")
