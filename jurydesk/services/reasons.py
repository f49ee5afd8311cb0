"""Why candidates of a session have no hour, what would help, and the plan with that change made.

Nothing here is stored: a change that is wanted is kept by `repairing`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session_rules import check_session
from jurydesk.errors import WrongUsage
from jurydesk.planning.formulate import known_candidacies
from jurydesk.planning.progress import StopToken
from jurydesk.planning.propose import propose
from jurydesk.planning.reasons.answer import SECONDS, Explanation, Reasons
from jurydesk.planning.reasons.circumstances import Circumstances
from jurydesk.planning.reasons.facts import NOT_BEFORE, FactKind
from jurydesk.planning.reasons.repair import amend
from jurydesk.planning.reasons.telling import Teller, ripple
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.reasons_of_sites import with_rooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jurydesk.domain.certification import Seat
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.propose import Plan
    from jurydesk.planning.reasons.repair import Change, Repair
    from jurydesk.services.ports import Desk

PLAN_SECONDS = 10.0
ONE_SEX = "JURY-05"
_KEPT_HERE = frozenset(
    {
        FactKind.AWAY,
        FactKind.LAPSED,
        FactKind.UNANSWERED,
        FactKind.HOURS,
        FactKind.ROOMS,
        FactKind.SCOPE,
    }
)


@dataclass(frozen=True, slots=True)
class OfferedRepair:
    """A change that would help, as it is offered."""

    repair: Repair
    sentences: tuple[Finding, ...]
    """What is to be changed."""
    can_try: bool
    """Whether the plan with it can be computed."""
    can_keep: bool
    """Whether keeping it is one act; else it is made where it belongs, and asked for again."""

    @property
    def heard(self) -> int | None:
        """Return how many of those who wait it lets be heard; None: not known."""
        return None if self.repair.others is None else 1 + self.repair.others


@dataclass(frozen=True, slots=True)
class Reasoned:
    """One candidacy without an hour: the smallest set of facts that blocks it, and the changes."""

    candidacy_id: int
    """0: any candidate of `route`, in a session that has none; or the juries of one sex."""
    name: str
    route: AccessRoute | None
    """None: it is said why women and men do not both sit in each jury."""
    block: tuple[Finding, ...]
    """Empty: nothing stands in its way, a new proposal may hear it; if it is `is_known`."""
    is_known: bool
    """Whether there was time to find out."""
    is_smallest: bool
    is_minimal: bool
    is_complete: bool
    repairs: tuple[OfferedRepair, ...]
    certification: str = ""
    """What any candidate of `route` would aim at."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The plan of a session with a change made that is not stored."""

    repair: Repair
    plan: Plan
    ripple: tuple[Finding, ...]
    """What changes for whom."""
    version: int
    """Of the session that was planned."""
    can_keep: bool


def explain_session(desk: Desk, *, code: str, seconds: float = SECONDS) -> tuple[Reasoned, ...]:
    """Return why each candidacy without an hour has none, and what would help."""
    facts = _facts(desk, code)
    return tuple(_Answers(facts, seconds).all())


def explain_candidacy(
    desk: Desk,
    *,
    code: str,
    candidacy_id: int,
    seconds: float = SECONDS,
    stop: StopToken | None = None,
) -> Reasoned:
    """Return why one candidacy of a session has no hour, and what would help.

    Raises:
        WrongUsage: it is not in the session, or has an hour.
    """
    facts = _facts(desk, code)
    if candidacy_id not in facts.candidacies or candidacy_id not in facts.session.unplaced:
        raise WrongUsage("REASON-NOT-WAITING", {"session": code, "candidacy": candidacy_id})
    return _Answers(facts, seconds, stop).one(candidacy_id)


def try_repair(
    desk: Desk,
    *,
    code: str,
    repair: Repair,
    seconds: float = PLAN_SECONDS,
    stop: StopToken | None = None,
) -> Trial:
    """Plan the session with a change made: around what stands, or else anew. Nothing is stored.

    Raises:
        WrongUsage: what it would bring cannot be made up.
    """
    facts = _facts(desk, code)
    amended = amend(facts, repair.changes)
    if amended is None:
        raise WrongUsage("REASON-NOT-MADE-UP")
    plan = _least_change(amended, repair, seconds=seconds, stop=stop or StopToken())
    session = replace(amended.session, juries=plan.juries, hearings=plan.hearings)
    after = replace(amended, session=session)
    can_keep = all(_is_kept_here(change) for change in repair.changes)
    return Trial(repair, plan, ripple(facts, after), facts.session.version, can_keep)


def _least_change(facts: SessionFacts, repair: Repair, *, seconds: float, stop: StopToken) -> Plan:
    """Return the plan around all that stands if it hears as many as were promised; else the best.

    Of two plans that hear as many, the one that moves nobody is taken.
    """
    session = facts.session
    juries = frozenset(jury.number for jury in session.juries)
    hearings = frozenset(hearing.candidacy_id for hearing in session.hearings)
    around = propose(
        facts, seconds=seconds, stop=stop, pinned_juries=juries, pinned_hearings=hearings
    )
    if len(around.hearings) > len(hearings) + (repair.others or 0):
        return around
    anew = propose(facts, seconds=seconds, stop=stop)
    return max((around, anew), key=lambda plan: len(plan.hearings))


def _facts(desk: Desk, code: str) -> SessionFacts:
    with desk.open_unit() as unit:
        return session_facts(unit, session_by_code(unit, code), today=desk.clock.today())


def _is_kept_here(change: Change) -> bool:
    fact = change.fact
    return fact.kind in _KEPT_HERE or fact.code == NOT_BEFORE


class _Answers:
    """The answers for one session, in words."""

    def __init__(self, facts: SessionFacts, seconds: float, stop: StopToken | None = None) -> None:
        self._facts = facts
        self._reasons = Reasons(facts, seconds=seconds, stop=stop)
        self._teller = Teller(Circumstances(facts))

    def all(self) -> Iterator[Reasoned]:
        if not self._facts.session.candidacies:
            yield from self._juries()
        waiting = set(self._facts.session.unplaced)
        yield from (self.one(n) for n in known_candidacies(self._facts) if n in waiting)
        if any(found.code == ONE_SEX for found in check_session(self._facts)):
            yield self._told(self._reasons.why_one_sex(), "", None)

    def one(self, candidacy_id: int) -> Reasoned:
        candidacy = self._facts.candidacies[candidacy_id]
        name = self._facts.candidate_of(candidacy).full_name
        return self._told(self._reasons.why(candidacy_id), name, candidacy.route)

    def _juries(self) -> Iterator[Reasoned]:
        """Say why no jury can sit, once for each composition of each sheet."""
        routes: dict[tuple[str, tuple[Seat, ...]], AccessRoute] = {}
        for code in self._facts.session.certifications:
            for terms in self._facts.sheet(code).routes:
                if terms.composition is not None:
                    routes.setdefault((code, terms.composition.seats), terms.route)
        for (code, _), route in routes.items():
            told = self._told(self._reasons.why_no_jury(code, route), "", route)
            if told.block or not told.is_known:
                yield replace(told, certification=code)

    def _told(self, told: Explanation, name: str, route: AccessRoute | None) -> Reasoned:
        said = Reasoned(
            told.candidacy_id,
            name,
            route,
            self._teller.block(told.facts),
            told.is_known,
            told.is_smallest,
            told.is_minimal,
            told.is_complete,
            tuple(map(self._offered, told.repairs)),
        )
        return with_rooms(self._facts, said)

    def _offered(self, repair: Repair) -> OfferedRepair:
        return OfferedRepair(
            repair,
            self._teller.changes(repair.changes),
            can_try=amend(self._facts, repair.changes) is not None,
            can_keep=all(_is_kept_here(change) for change in repair.changes),
        )
