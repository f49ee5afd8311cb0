"""Why a candidacy has no hearing: what stands in its way alone, then what the others leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.jury_rules import STATUTORY_QUORUM, check_composition
from jurydesk.domain.session_rules import SessionFacts
from jurydesk.domain.subjects import of_candidacy
from jurydesk.planning.case import Case, reason
from jurydesk.planning.competition import why_not_beside
from jurydesk.planning.formulate import (
    avoided,
    known_candidacies,
    panel_for,
    read_panels,
)
from jurydesk.planning.openings import read_openings
from jurydesk.planning.problem import Half, Openings, Panel
from jurydesk.planning.readiness import Readiness, session_halves
from jurydesk.planning.sites import room_faults, room_windows
from jurydesk.planning.vacancies import why_no_jury

NO_HALF_DAY = "PLAN-01"
NEVER_READY = "PLAN-02"
TOO_FEW_VOTERS = "PLAN-03"
TOO_LONG = "PLAN-04"
NO_ROOM = "PLAN-17"
FORBIDDEN = "PLAN-19"


def why_unplaced(facts: SessionFacts, candidacy_id: int) -> tuple[Finding, ...]:
    """Return why a candidacy of the session has no hearing; nothing where it has one."""
    return Explainer(facts).why(candidacy_id)


class Explainer:
    """Answers for the candidacies of one session; what they share is worked out once."""

    def __init__(self, facts: SessionFacts) -> None:
        self._facts = facts

    def why(self, candidacy_id: int) -> tuple[Finding, ...]:
        """Return the reasons, the facts first and the verdict on them last."""
        facts = self._facts
        is_known = candidacy_id in known_candidacies(facts)
        if not is_known or facts.session.hearing(candidacy_id) is not None:
            return ()
        candidacy = facts.candidacies[candidacy_id]
        shut = self._why_shut(candidacy)
        if shut:
            return shut
        case = self._case(candidacy)
        if case.alone:
            return why_not_beside(case)
        return self._why_forbidden(case) or why_no_jury(case)

    def _why_forbidden(self, case: Case) -> tuple[Finding, ...]:
        """Return that a jury could sit but for what a person forbade, if it is so."""
        pins = self._facts.session.pins
        if not pins.forbidden:
            return ()
        free = replace(self._facts.session, pins=replace(pins, barred=(), bans=()))
        freed = Explainer(replace(self._facts, session=free))
        halves = freed._case(case.candidacy).alone
        if not halves:
            return freed.why(case.candidacy.id)
        return (reason(FORBIDDEN, case.subject, count=len(halves), bans=len(pins.forbidden)),)

    def _why_shut(self, candidacy: Candidacy) -> tuple[Finding, ...]:
        """Return what keeps the candidacy out of the session whoever sits."""
        session = self._facts.session
        subject = of_candidacy(candidacy, self._facts.candidate_of(candidacy))
        if not self._halves or not session.rooms:
            figures = {"days": len(set(session.days)), "rooms": len(set(session.rooms))}
            return (reason(NO_HALF_DAY, subject, **figures),)
        ready = self._ready_days(candidacy)
        composition = self._why_no_composition(candidacy)
        if composition or not ready:
            unready = () if ready else self._why_unready(candidacy)
            return (*unready, *composition)
        minutes = self._minutes(candidacy)
        halves = [half for half in self._halves if half[0] in ready]
        if not any(self._rooms(half, candidacy) for half in halves):
            return self._why_no_room(candidacy, halves)
        longest = max(self._room(half, candidacy) for half in halves)
        if minutes > longest or minutes <= 0:
            return (reason(TOO_LONG, subject, minutes=minutes, longest=longest),)
        return ()

    def _why_no_composition(self, candidacy: Candidacy) -> tuple[Finding, ...]:
        sheet = self._facts.sheet_of(candidacy)
        unsettled = tuple(check_composition(sheet, candidacy.route))
        composition = sheet.composition(candidacy.route)
        quorum = max(STATUTORY_QUORUM, self._facts.limits.quorum)
        if unsettled or composition is None or composition.voters >= quorum:
            return unsettled
        subject = of_candidacy(candidacy, self._facts.candidate_of(candidacy))
        figures = {"count": composition.voters, "quorum": quorum}
        return (reason(TOO_FEW_VOTERS, subject, route=candidacy.route, **figures),)

    def _why_unready(self, candidacy: Candidacy) -> tuple[Finding, ...]:
        """Return what the rules find on the day on which they find least, the last of them."""
        days = self._readiness.days
        found = {day: blocking(self._readiness.findings(candidacy, day)) for day in days}
        least = min(reversed(days), key=lambda day: len(found[day]))
        subject = of_candidacy(candidacy, self._facts.candidate_of(candidacy))
        verdict = reason(NEVER_READY, subject, count=len(days), first=days[0], last=days[-1])
        return (verdict, *found[least])

    def _case(self, candidacy: Candidacy) -> Case:
        number = panel_for(self._facts, candidacy, self._panels)
        if number is None:
            raise ValueError("whoever has no panel was answered before")
        minutes = self._minutes(candidacy)
        ready = self._ready_days(candidacy)
        never = self._facts.session.pins.not_heard_on(candidacy.id)
        days = [half for half in self._halves if half[0] in ready and half not in never]
        halves = [half for half in days if self._room(half, candidacy) >= minutes]
        excluded, recused = avoided(self._facts, candidacy)
        return Case(
            facts=self._facts,
            candidacy=candidacy,
            panel=self._panels[number],
            minutes=minutes,
            openings={half: self._openings[half][number] for half in halves},
            excluded=excluded,
            recused=recused,
            rooms={half: self._rooms(half, candidacy) for half in halves},
        )

    def _ready_days(self, candidacy: Candidacy) -> frozenset[date]:
        return frozenset(
            day
            for day in self._readiness.days
            if not blocking(self._readiness.findings(candidacy, day))
        )

    def _minutes(self, candidacy: Candidacy) -> int:
        length = self._facts.session.hours.length(extra_time=candidacy.extra_time)
        return int(length.total_seconds()) // 60

    def _room(self, half: Half, candidacy: Candidacy) -> int:
        """Return the longest time of a room that suits the candidate; 0 where none does."""
        windows = (
            window
            for room in self._rooms(half, candidacy)
            for window in room_windows(self._facts, half, room)
        )
        return max((end - start for start, end in windows), default=0)

    def _rooms(self, half: Half, candidacy: Candidacy) -> tuple[str, ...]:
        """Return the rooms of the session that suit the candidate on a half-day."""
        rooms = dict.fromkeys(self._facts.session.rooms)
        return tuple(r for r in rooms if not room_faults(self._facts, candidacy, half, r))

    def _why_no_room(self, candidacy: Candidacy, halves: list[Half]) -> tuple[Finding, ...]:
        """Return what is wrong with each room on the half-day on which least is."""
        subject = of_candidacy(candidacy, self._facts.candidate_of(candidacy))
        rooms = dict.fromkeys(self._facts.session.rooms)
        found = {
            half: [f for r in rooms for f in room_faults(self._facts, candidacy, half, r)]
            for half in halves
        }
        least = min(halves, key=lambda half: len(found[half]))
        verdict = reason(NO_ROOM, subject, count=len(halves), rooms=len(rooms))
        return (verdict, *found[least])

    @cached_property
    def _halves(self) -> tuple[Half, ...]:
        return session_halves(self._facts.session)

    @cached_property
    def _readiness(self) -> Readiness:
        return Readiness(self._facts)

    @cached_property
    def _panels(self) -> tuple[Panel, ...]:
        return read_panels(self._facts)

    @cached_property
    def _openings(self) -> Mapping[Half, tuple[Openings, ...]]:
        """Return who may sit when, as if the session had no jury yet."""
        session = replace(self._facts.session, juries=(), hearings=())
        return read_openings(replace(self._facts, session=session), self._panels, self._halves)
