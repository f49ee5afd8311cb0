"""On which days of a session a candidacy may be heard, by asking the domain's rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.hearing_rules import check_day
from jurydesk.domain.session import Jury, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.planning.openings import days_in_tables
from jurydesk.planning.problem import Half
from jurydesk.planning.watched_day import WatchedDays

LATE = "VAE-05"
_SEATED_ALIKE = "HEAR-08"
"""Found because the jury of the question hears nobody yet: panels see to it."""


def session_halves(session: Session) -> tuple[Half, ...]:
    """Return the half-days of a session that have any time, in the order of time."""
    return tuple(
        (day, half_day)
        for day in sorted(set(session.days))
        for half_day in HalfDay
        if len(set(session.hours.bounds(half_day))) > 1
    )


class DayReading(NamedTuple):
    """What a day is to a candidacy."""

    is_ready: bool
    is_late: bool
    """Whether it comes after the legal clock."""


class Readiness:
    """Asks the rules about the days of a session, one jury without members for each day."""

    def __init__(self, facts: SessionFacts) -> None:
        self._facts = facts
        self._days = dict(reversed(session_halves(facts.session)))
        self._watched = WatchedDays(self._days, known=days_in_tables(facts))
        self._asked: dict[tuple[type[date], date, str], SessionFacts] = {}

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days of the session that have any time, in order."""
        return tuple(sorted(self._days))

    def findings(self, candidacy: Candidacy, day: date) -> tuple[Finding, ...]:
        """Return what the rules find of hearing that candidacy on that day, juries apart."""
        asked = self._before_a_jury(day, candidacy.certification)
        (jury,) = asked.session.juries
        findings = check_day(asked, jury, candidacy)
        return tuple(finding for finding in findings if finding.code != _SEATED_ALIKE)

    def on_every_day(self, candidacy: Candidacy) -> dict[date, DayReading]:
        """Return whether each day is one on which the candidacy may be heard."""

        def read(day: date) -> DayReading:
            findings = self.findings(candidacy, day)
            late = any(finding.code == LATE for finding in findings)
            return DayReading(is_ready=not blocking(findings), is_late=late)

        return self._watched.ask(read)

    def _before_a_jury(self, day: date, aimed: str) -> SessionFacts:
        """Return the session with a jury of the day for that aim; of another, if it has none."""
        # A watched day must be the one that the rules are shown, and no other may see it
        key = type(day), day, aimed
        if key not in self._asked:
            session = self._facts.session
            judged = aimed if aimed in session.certifications else session.certifications[0]
            jury = Jury(0, day, self._days[day], room="", certification=judged)
            asked = replace(session, juries=(jury,), hearings=(), candidacies=())
            self._asked[key] = replace(self._facts, session=asked)
        return self._asked[key]
