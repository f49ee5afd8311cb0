"""Reads the facts of a session one by one, by asking the domain's rules what forbids what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from jurydesk.domain.bans import Ban, BanKind
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Seat
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.jury_rules import STATUTORY_QUORUM
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hours, Jury
from jurydesk.domain.session_rules import SessionFacts, check_juror
from jurydesk.domain.ties import TieEffect
from jurydesk.planning.formulate import avoided, known_candidacies
from jurydesk.planning.problem import Half, Panel, minutes_of
from jurydesk.planning.readiness import Readiness, session_halves
from jurydesk.planning.reasons.facts import Fact, FactKind

_OF_THE_PERSON = {
    "JURY-09": FactKind.MANDATE,
    "JURY-10": FactKind.SCOPE,
    "JURY-11": FactKind.AWAY,
    "JURY-12": FactKind.BUSY,
    "JURY-23": FactKind.LAPSED,
    "JURY-26": FactKind.UNANSWERED,
    "CALL-01": FactKind.DECLINED,
}
"""What keeps somebody out of a seat who is qualified for it."""
_OF_THE_HALF_DAY = frozenset(
    {FactKind.AWAY, FactKind.LAPSED, FactKind.UNANSWERED, FactKind.DECLINED, FactKind.BUSY}
)

Barred = Mapping[Half, tuple[Fact, ...]]
"""By half-day, what keeps somebody from a seat."""


@dataclass(frozen=True)
class Wanted:
    """A hearing that is wanted, and each fact that may forbid it."""

    panel: Panel
    minutes: int
    spare: int
    """How many voting members the candidate can do without."""
    always: tuple[Fact, ...] = ()
    """What forbids it on every day."""
    by_day: Mapping[date, tuple[Fact, ...]] = field(default_factory=dict)
    by_half: Mapping[Half, Fact] = field(default_factory=dict)
    """Half-days on which somebody forbade to hear the candidate."""
    excluded: tuple[tuple[int, Fact], ...] = ()
    """Examiners who may not sit."""
    recused: tuple[tuple[int, Fact], ...] = ()
    """Examiners who may sit without deliberating."""


class Circumstances:
    """One session as facts; what several questions share is read once."""

    def __init__(self, facts: SessionFacts) -> None:
        """Read nothing yet."""
        self.facts = facts
        bare = replace(facts.session, juries=(), hearings=())
        self._bare = replace(facts, session=bare)
        self._barred: dict[tuple[str, Seat], Mapping[int, Barred]] = {}
        self._wanted: dict[int, Wanted] = {}
        self._read_before: dict[tuple[str, Seat], dict[int, Barred | None]] = {}

    def amended(self, facts: SessionFacts) -> Circumstances:
        """Return the circumstances of the session as it would be; only what differs is read."""
        other = Circumstances(facts)
        if _asked_of_persons(facts) == _asked_of_persons(self.facts):
            same = {n for n, e in facts.examiners.items() if self.facts.examiners.get(n) is e}
            other._read_before = {
                key: {n: barred.get(n) for n in same} for key, barred in self._barred.items()
            }
        if _asked_of_candidacies(facts) == _asked_of_candidacies(self.facts):
            own = facts.candidacies
            other._wanted = {
                n: w for n, w in self._wanted.items() if self.facts.candidacies[n] is own[n]
            }
        return other

    @cached_property
    def halves(self) -> tuple[Half, ...]:
        """Return the half-days that have any time."""
        return session_halves(self.facts.session)

    @property
    def rooms(self) -> int:
        """Return how many rooms the session has."""
        return len(self.room_names)

    @property
    def room_names(self) -> tuple[str, ...]:
        """Return the rooms of the session, each once."""
        return tuple(dict.fromkeys(self.facts.session.rooms))

    def forbidden(self, kind: BanKind) -> tuple[Ban, ...]:
        """Return what is forbidden of that kind."""
        return tuple(ban for ban in self.facts.session.pins.forbidden if ban.kind is kind)

    def length(self, half: Half) -> int:
        """Return the minutes of a half-day."""
        start, end = map(minutes_of, self.facts.session.hours.bounds(half[1]))
        return end - start

    def holders(self, panel: Panel, seat: Seat) -> Mapping[int, Barred]:
        """Return by examiner qualified for the seat, and half-day, what keeps them from it."""
        key = panel.certification, seat
        if key not in self._barred:
            self._barred[key] = dict(self._read_holders(*key))
        return self._barred[key]

    def may_hold(self, kind: str) -> frozenset[int]:
        """Return the examiners who are qualified for a kind of seat of any jury read so far."""
        seats = (holders for (_, seat), holders in self._barred.items() if seat.kind == kind)
        return frozenset(number for holders in seats for number in holders)

    def wanted(self, candidacy_id: int) -> Wanted:
        """Return the hearing of a candidacy of the session."""
        if candidacy_id not in self._wanted:
            self._wanted[candidacy_id] = self._read_wanted(self.facts.candidacies[candidacy_id])
        return self._wanted[candidacy_id]

    @cached_property
    def heard(self) -> tuple[int, ...]:
        """Return the candidacies that have a hearing."""
        heard = {hearing.candidacy_id for hearing in self.facts.session.hearings}
        return tuple(n for n in known_candidacies(self.facts) if n in heard)

    def likeness(self, candidacy_id: int, wanted: Wanted) -> Hashable:
        """Return a key that candidacies share of which any may take the place of any other."""
        days = tuple(sorted(wanted.by_day.items()))
        halves = tuple(wanted.by_half.items())
        named = (wanted.always, days, halves, wanted.excluded, wanted.recused)
        alone = candidacy_id if candidacy_id in self.several else None
        return wanted.panel, wanted.minutes, wanted.spare, named, alone

    @cached_property
    def several(self) -> Mapping[int, int]:
        """Return by candidacy the person, of those who have another one in the session."""
        known = {n: self.facts.candidacies[n].candidate_id for n in known_candidacies(self.facts)}
        count = Counter(known.values())
        return {number: person for number, person in known.items() if count[person] > 1}

    def is_mixed(self, panel: Panel) -> bool:
        """Tell whether women and men must both sit: the sheet says so, or a VAE is heard."""
        code = panel.certification
        routes = self.facts.routes(self.facts.aiming_at(code)) or tuple(AccessRoute)
        known = ((route, self.facts.sheet(code).composition(route)) for route in routes)
        return any(
            composition.balanced or route is AccessRoute.EXPERIENCE
            for route, composition in known
            if composition is not None and composition.seats == panel.seats
        )

    def anybody(self, certification: str, route: AccessRoute) -> Wanted:
        """Return the hearing of a candidate of that route about whom nothing is known."""
        return self._on(certification, route, minutes=self._minutes(extra_time=False))

    def rule(self, fact: Fact) -> Mapping[date, Finding]:
        """Return by day what the rule of the fact finds of the candidacy."""
        candidacy = self.facts.candidacies[fact.candidacy]
        found = {day: self._readiness.findings(candidacy, day) for day in self._readiness.days}
        return {
            day: finding
            for day, findings in found.items()
            for finding in blocking(findings)
            if finding.code == fact.code
        }

    def _read_holders(self, certification: str, seat: Seat) -> Iterator[tuple[int, Barred]]:
        known = self._read_before.get((certification, seat), {})
        for number in sorted(self.facts.examiners):
            barred = known[number] if number in known else self._read(certification, seat, number)
            if barred is not None:
                yield number, barred

    def _read(self, certification: str, seat: Seat, number: int) -> Barred | None:
        """Return what keeps somebody from a seat by half-day; None: not qualified for it."""
        barred: dict[Half, tuple[Fact, ...]] = {}
        for half in self.halves:
            jury = Jury(0, *half, room="", certification=certification)
            codes = self._codes(jury, seat, number)
            if not codes <= _OF_THE_PERSON.keys():
                return None
            found = [_personal(code, number, jury) for code in sorted(codes)]
            barred[half] = (*found, *self._bans_on(number, half))
        return barred

    def _bans_on(self, number: int, half: Half) -> Iterator[Fact]:
        for kind in (BanKind.SESSION, BanKind.HALF_DAY):
            for ban in self.forbidden(kind):
                if ban.examiner == number and ban.half in {None, half}:
                    yield banned(ban)

    def _codes(self, jury: Jury, seat: Seat, number: int) -> set[str]:
        examiner = self.facts.examiners[number]
        found = check_juror(self._bare, jury, seat=seat, examiner=examiner)
        return {finding.code for finding in blocking(found)}

    def _read_wanted(self, candidacy: Candidacy) -> Wanted:
        excluded, recused = avoided(self.facts, candidacy)
        found = {day: self._readiness.findings(candidacy, day) for day in self._readiness.days}
        by_day = {day: tuple(_rules(candidacy.id, findings)) for day, findings in found.items()}
        minutes = self._minutes(extra_time=candidacy.extra_time)
        wanted = self._on(candidacy.certification, candidacy.route, minutes=minutes)
        return replace(
            wanted,
            by_day=by_day,
            by_half={
                ban.half: banned(ban)
                for ban in self.forbidden(BanKind.HEARING)
                if ban.candidacy == candidacy.id and ban.half is not None
            },
            excluded=tuple(self._excluding(candidacy, excluded)),
            recused=tuple((n, _tie(candidacy.id, n)) for n in sorted(recused)),
        )

    def _excluding(
        self, candidacy: Candidacy, excluded: frozenset[int]
    ) -> Iterator[tuple[int, Fact]]:
        for number in sorted(excluded):
            if (candidacy.id, number) in self.facts.excluded:
                yield number, Fact(FactKind.ANNULLED, examiner=number, candidacy=candidacy.id)
            if self.facts.tie_effect(candidacy, number) is TieEffect.EXCLUDED:
                yield number, _tie(candidacy.id, number)
        for ban in self.forbidden(BanKind.CANDIDATE):
            if ban.candidacy == candidacy.id:
                yield ban.examiner, banned(ban)

    def _on(self, code: str, route: AccessRoute, *, minutes: int) -> Wanted:
        composition = self.facts.sheet(code).composition(route)
        unsettled = composition is None or not composition.is_settled
        seats = composition.seats if composition else ()
        panel = Panel(seats, balanced=False, certification=code)
        needed = max(STATUTORY_QUORUM, self.facts.limits.quorum)
        always = []
        if unsettled:
            always.append(Fact(FactKind.COMPOSITION, code=route, certification=code))
        if composition and panel.voters < needed:
            always.append(Fact(FactKind.QUORUM, code=route, certification=code))
        spare = max(0, panel.voters - self.facts.limits.quorum)
        return Wanted(panel, minutes, spare, tuple(always))

    def _minutes(self, *, extra_time: bool) -> int:
        length = self.facts.session.hours.length(extra_time=extra_time)
        return int(length.total_seconds()) // 60

    @cached_property
    def _readiness(self) -> Readiness:
        return Readiness(self.facts)


def _asked_of_persons(facts: SessionFacts) -> tuple[object, ...]:
    """Return all that the rules look at in a seat, but for the person."""
    session = replace(facts.session, rooms=(), hours=Hours(), juries=(), hearings=())
    return session_halves(facts.session), replace(
        facts, session=session, examiners={}, candidacies={}
    )


def _asked_of_candidacies(facts: SessionFacts) -> tuple[object, ...]:
    """Return all that the rules look at in a hearing, but for the candidacy."""
    session = replace(facts.session, rooms=(), juries=(), hearings=())
    return facts.examiners.keys(), replace(facts, session=session, examiners={}, candidacies={})


def _personal(code: str, number: int, jury: Jury) -> Fact:
    kind = _OF_THE_PERSON[code]
    if kind in _OF_THE_HALF_DAY:
        return Fact(kind, examiner=number, day=jury.day, half_day=jury.half_day)
    if kind is FactKind.SCOPE:
        return Fact(kind, examiner=number, certification=jury.certification)
    return Fact(kind, examiner=number)


def banned(ban: Ban) -> Fact:
    """Return the fact that something is forbidden."""
    return Fact(FactKind.BAN, ban=ban)


def _tie(candidacy_id: int, number: int) -> Fact:
    return Fact(FactKind.TIE, examiner=number, candidacy=candidacy_id)


def _rules(candidacy_id: int, findings: tuple[Finding, ...]) -> Iterator[Fact]:
    for code in sorted({finding.code for finding in blocking(findings)}):
        yield Fact(FactKind.RULE, candidacy=candidacy_id, code=code)
