"""Who may take which seat on which half-day of a session, and at what price."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.people import Examiner
from jurydesk.domain.release import Appointment
from jurydesk.domain.seat_rules import check_answer
from jurydesk.domain.session import Jury
from jurydesk.domain.session_rules import SessionFacts, check_juror
from jurydesk.domain.summons import Summons
from jurydesk.planning.problem import Half, Openings, Panel
from jurydesk.planning.watched_day import WatchedDays

_WHATEVER_THE_DAY = frozenset({"JURY-02", "JURY-07", "JURY-10"})
"""What no other half-day would cure in a person: not asked again."""


class Post(NamedTuple):
    """A seat of a jury of some half-day."""

    certification: str
    seat: Seat
    half_day: HalfDay


class Weight(NamedTuple):
    """What the rules found of somebody: whether it keeps them away, and how much there is."""

    blocks: bool
    findings: int


_NOTHING = Weight(blocks=False, findings=0)


def read_openings(
    facts: SessionFacts, panels: tuple[Panel, ...], halves: tuple[Half, ...]
) -> Mapping[Half, tuple[Openings, ...]]:
    """Return, by half-day, panel and post, who may sit and at what price."""
    pool = _Pool(facts, halves)
    return {
        half: tuple(
            tuple(
                pool.prices(half, Post(panel.certification, post.seat, half[1]))
                for post in panel.posts
            )
            for panel in panels
        )
        for half in halves
    }


def days_in_tables(facts: SessionFacts) -> frozenset[date]:
    """Return the days by which something is known of somebody: where they are, what they said."""
    asked = (one.day for summons in facts.summonses for one in _appointments(summons))
    seated = (day for _, day, _ in facts.busy)
    return frozenset((*asked, *seated, *(stay.day for stay in facts.stays)))


def _appointments(summons: Summons) -> Iterator[Appointment]:
    for sending in summons.sendings:
        yield from sending.asked
    for answer in summons.answers:
        yield from answer.to


class _Pool:
    """The examiners of a session, asked in two parts: who they are, and what they said.

    Who they are changes on few days, what they said on many: apart, both are quickly asked.
    """

    def __init__(self, facts: SessionFacts, halves: tuple[Half, ...]) -> None:
        self._facts = facts
        self._halves = halves
        self._watched = WatchedDays({day for day, _ in halves}, known=days_in_tables(facts))
        self._standing: dict[Post, dict[int, dict[date, Weight]]] = {}

    def prices(self, half: Half, post: Post) -> Mapping[int, int]:
        """Return who may take that post, with the price."""
        out = self._facts.session.pins.kept_out(half)
        found: dict[int, int] = {}
        for number, standing in self._standings(post).items():
            own, said = standing[half[0]], self._said[number].get(half, self._silence)
            if number not in out and not (own.blocks or said.blocks):
                preferred = self._facts.examiners[number].preferred_half_day
                extra = preferred not in {None, half[1]}
                found[number] = own.findings + said.findings + extra
        return found

    def _standings(self, post: Post) -> dict[int, dict[date, Weight]]:
        if post not in self._standing:
            pool = sorted(self._silent.examiners.items())
            self._standing[post] = {
                number: self._watched.ask(partial(self._weigh, examiner, post))
                for number, examiner in pool
                if not self._is_barred(examiner, post)
            }
        return self._standing[post]

    def _is_barred(self, examiner: Examiner, post: Post) -> bool:
        findings = blocking(self._ask(examiner, post, self._halves[0][0]))
        return any(finding.code in _WHATEVER_THE_DAY for finding in findings)

    def _weigh(self, examiner: Examiner, post: Post, day: date) -> Weight:
        return _weight(self._ask(examiner, post, day))

    def _ask(self, examiner: Examiner, post: Post, day: date) -> tuple[Finding, ...]:
        jury = Jury(0, day, post.half_day, room="", certification=post.certification)
        return check_juror(self._silent, jury, seat=post.seat, examiner=examiner)

    @cached_property
    def _silent(self) -> SessionFacts:
        """The same facts where nobody said anything, and nobody had to."""
        people = {n: replace(e, absences=()) for n, e in self._facts.examiners.items()}
        limits = replace(self._facts.limits, only_given_answers=False)
        return replace(self._facts, examiners=people, limits=limits)

    @cached_property
    def _silence(self) -> Weight:
        """What it weighs to have said nothing of a half-day."""
        if not self._facts.limits.only_given_answers or not self._facts.examiners:
            return _NOTHING
        anybody = next(iter(self._silent.examiners.values()))
        return self._answer(anybody, self._halves[0])

    @cached_property
    def _said(self) -> dict[int, dict[Half, Weight]]:
        """By examiner, the half-days of which something is said."""
        return {
            number: {half: self._answer(examiner, half) for half in self._spoken_of(examiner)}
            for number, examiner in self._facts.examiners.items()
        }

    def _spoken_of(self, examiner: Examiner) -> set[Half]:
        days = [day for day, _ in self._halves]
        return {
            half
            for entry in examiner.absences
            for half in self._halves[bisect_left(days, entry.start) : bisect_right(days, entry.end)]
            if entry.covers(*half)
        }

    def _answer(self, examiner: Examiner, half: Half) -> Weight:
        jury = Jury(0, *half, room="", certification="")
        return _weight(tuple(check_answer(self._facts, jury, examiner)))


def _weight(findings: tuple[Finding, ...]) -> Weight:
    return Weight(bool(blocking(findings)), len(findings))
