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
from jurydesk.planning.reasons.repair import amend
from jurydesk.planning.reasons.telling import Teller, ripple
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.reasons_limits import within_limits
from jurydesk.services.repair_needs import Needs, drafts_of, is_kept_here, needs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from jurydesk.domain.certification import Seat
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Examiner
    from jurydesk.domain.session_rules import SessionFacts
    from jurydesk.planning.propose import Plan
    from jurydesk.planning.reasons.repair import Repair
    from jurydesk.services.ports import Desk

PLAN_SECONDS = 10.0
ONE_SEX = "JURY-05"


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
    needs: frozenset[Needs] = frozenset()
    """What a person must decide for it to be kept."""
    recruits: tuple[Examiner, ...] = ()
    """Whom it asks to find, as far as it says who they must be: drafts, without a name."""
    days: tuple[date, ...] = ()
    """The days of the session."""


class ReasonMemory:
    """Keeps what was worked out of one session, for as long as nothing about it changes."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._reasons: Reasons | None = None

    def reasons(self, facts: SessionFacts, *, seconds: float, stop: StopToken | None) -> Reasons:
        """Return the answers of a session, what they share worked out once."""
        known = self._reasons
        if known is None or known.facts != facts:
            known = Reasons(facts, seconds=seconds)
        known.listen_to(stop)
        self._reasons = known
        return known


def explain_session(desk: Desk, *, code: str, seconds: float = SECONDS) -> tuple[Reasoned, ...]:
    """Return why each candidacy without an hour has none, and what would help."""
    facts = _facts(desk, code)
    return tuple(_Answers(facts, Reasons(facts, seconds=seconds)).all())


def explain_candidacy(
    desk: Desk,
    *,
    code: str,
    candidacy_id: int,
    seconds: float = SECONDS,
    stop: StopToken | None = None,
    memory: ReasonMemory | None = None,
    tell: Callable[[Reasoned], None] = lambda _: None,
) -> Reasoned:
    """Return why one candidacy of a session has no hour, and what would help.

    What is known is told before the end: what blocks, then each change that would help.

    Raises:
        WrongUsage: it is not in the session, or has an hour.
    """
    facts = _facts(desk, code)
    if candidacy_id not in facts.candidacies or candidacy_id not in facts.session.unplaced:
        raise WrongUsage("REASON-NOT-WAITING", {"session": code, "candidacy": candidacy_id})
    reasons = (memory or ReasonMemory()).reasons(facts, seconds=seconds, stop=stop)
    return _Answers(facts, reasons).one(candidacy_id, tell)


def explain_one_sex(
    desk: Desk, *, code: str, seconds: float = SECONDS, stop: StopToken | None = None
) -> Reasoned:
    """Return why women and men do not both sit in each jury, and what would help.

    Nothing blocks where they could: a new proposal seats both.
    """
    facts = _facts(desk, code)
    return _Answers(facts, Reasons(facts, seconds=seconds, stop=stop)).one_sex()


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
    return Trial(
        repair,
        plan,
        ripple(facts, after),
        facts.session.version,
        can_keep=is_kept_here(repair),
        needs=needs_of(repair),
        recruits=drafts_of(facts, repair),
        days=tuple(sorted(set(facts.session.days))),
    )


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


class _Answers:
    """The answers for one session, in words."""

    def __init__(self, facts: SessionFacts, reasons: Reasons) -> None:
        self._facts = facts
        self._reasons = reasons
        self._teller = Teller(Circumstances(facts))

    def all(self) -> Iterator[Reasoned]:
        if not self._facts.session.candidacies:
            yield from self._juries()
        waiting = set(self._facts.session.unplaced)
        yield from (self.one(n) for n in known_candidacies(self._facts) if n in waiting)
        if any(found.code == ONE_SEX for found in check_session(self._facts)):
            yield self.one_sex()

    def one(self, candidacy_id: int, tell: Callable[[Reasoned], None] = lambda _: None) -> Reasoned:
        candidacy = self._facts.candidacies[candidacy_id]
        name = self._facts.candidate_of(candidacy).full_name

        def so_far(told: Explanation) -> None:
            tell(self._told(told, name, candidacy.route))

        return self._told(self._reasons.why(candidacy_id, so_far), name, candidacy.route)

    def one_sex(self) -> Reasoned:
        return self._told(self._reasons.why_one_sex(), "", None)

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
        return within_limits(self._facts, said)

    def _offered(self, repair: Repair) -> OfferedRepair:
        return OfferedRepair(
            repair,
            self._teller.changes(repair.changes),
            can_try=amend(self._facts, repair.changes) is not None,
            can_keep=is_kept_here(repair),
        )
