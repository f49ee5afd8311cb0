"""Whether a step may be taken: a refusal is a code with figures, and none means yes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from jurydesk.domain.axes import Axis, state_on
from jurydesk.domain.candidacy import AdmissibilityStatus, Candidacy, Closure
from jurydesk.domain.certification import Certification
from jurydesk.domain.clocks import admissible_since, lapse_run, tacitly_admissible_on
from jurydesk.domain.deliberation import Decision
from jurydesk.domain.entry_rules import open_conditions
from jurydesk.domain.findings import Finding, blocking
from jurydesk.domain.moves import StepDraft, read_mark
from jurydesk.domain.routes import Access
from jurydesk.domain.steps import StepKind
from jurydesk.domain.transitions import TRANSITIONS, Guard, Need, Transition

Figure = str | int | date

JUDGED = frozenset({Decision.FULL, Decision.PARTIAL, Decision.NONE})


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step may not be taken: a code of the wording with its figures."""

    code: str
    figures: tuple[tuple[str, Figure], ...] = ()


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What a guard looks at besides the candidacy, gathered by the caller."""

    today: date
    certification: Certification | None = None
    findings: tuple[Finding, ...] = ()
    """What the rules find of the file as it is written."""
    decision: Decision | None = None
    """The decision that stands: of the session named, or of any closed one."""
    is_seated: bool = False
    is_placed: bool = False
    done_before: bool = False
    """The same acknowledgement stands already for that session."""
    has_session: bool = False
    has_examiner: bool = False


def check_step(candidacy: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
    """Return why the table or a guard refuses the step; None: it may be taken."""
    line = TRANSITIONS.get(draft.kind)
    if line is None or candidacy.route not in line.routes:
        return _refusal("STEP-02", step=draft.kind, route=candidacy.route)
    checks = (_check_closed, _check_state, _check_day, _check_needs)
    refused = next(filter(None, (check(line, candidacy, draft, facts) for check in checks)), None)
    return refused or _check_guards(line, candidacy, draft, facts)


def _refusal(code: str, **figures: Figure) -> Refusal:
    return Refusal(code, tuple(figures.items()))


def _check_closed(
    line: Transition, candidacy: Candidacy, draft: StepDraft, _facts: StepFacts
) -> Refusal | None:
    """A path that is over is taken up again first; what the office still owes is not stopped."""
    moves = line.axis not in {None, Axis.CLOSURE}
    if moves and candidacy.closure is not Closure.IN_PROGRESS:
        return _refusal("STEP-09", step=draft.kind, closure=candidacy.closure)
    return None


def _check_state(
    line: Transition, candidacy: Candidacy, draft: StepDraft, _facts: StepFacts
) -> Refusal | None:
    if line.axis is None:
        return None
    state = state_on(line.axis, candidacy)
    if state not in line.sources:
        return _refusal("STEP-01", step=draft.kind, axis=line.axis, state=state)
    return None


def _check_day(
    line: Transition, candidacy: Candidacy, draft: StepDraft, facts: StepFacts
) -> Refusal | None:
    if draft.day > facts.today:
        return _refusal("STEP-04", step=draft.kind, day=draft.day)
    earliest = earliest_day(candidacy, line.kind)
    if earliest is not None and draft.day < earliest:
        return _refusal("STEP-03", step=draft.kind, day=draft.day, earliest=earliest)
    return None


def _check_needs(
    line: Transition, _candidacy: Candidacy, draft: StepDraft, facts: StepFacts
) -> Refusal | None:
    given = {
        Need.REASON: bool(draft.reason.strip()),
        Need.DETAIL: bool(draft.detail.strip()),
        Need.MARK: read_mark(draft.detail) is not None,
        Need.SESSION: facts.has_session,
        Need.EXAMINER: facts.has_examiner,
    }
    codes = {
        Need.REASON: "STEP-05",
        Need.DETAIL: "STEP-15",
        Need.MARK: "STEP-16",
        Need.SESSION: "STEP-17",
        Need.EXAMINER: "STEP-17",
    }
    missing = next((need for need in Need if need in line.needs and not given[need]), None)
    return _refusal(codes[missing], step=draft.kind) if missing else None


def earliest_day(candidacy: Candidacy, kind: StepKind) -> date | None:
    """Return the first day on which the step makes sense after what is written already."""
    after = _AFTER.get(kind)
    return max(filter(None, after(candidacy)), default=None) if after else None


def _after_file(candidacy: Candidacy) -> tuple[date | None, ...]:
    file = candidacy.admissibility
    ends = (day for s in file.suspensions for day in (s.since, s.until))
    return (file.received, file.complete, *ends)


def _after_decision(candidacy: Candidacy) -> tuple[date | None, ...]:
    file = candidacy.admissibility
    by_silence = file.status is AdmissibilityStatus.COMPLETE
    tacit = tacitly_admissible_on(candidacy) if by_silence else None
    return (file.decided, file.notified, tacit)


_AFTER: Mapping[StepKind, Callable[[Candidacy], tuple[date | None, ...]]] = MappingProxyType(
    {
        StepKind.FILE_RECEIVED: lambda c: (c.begun,),
        StepKind.FILE_INCOMPLETE: _after_file,
        StepKind.FILE_COMPLETE: _after_file,
        StepKind.ADMITTED: _after_file,
        StepKind.REFUSED: _after_file,
        StepKind.TACITLY_ADMITTED: _after_file,
        StepKind.PROGRESS_RECORDED: _after_decision,
        StepKind.LAPSED: _after_decision,
        StepKind.VALIDATION_RECEIVED: lambda c: (*_after_decision(c), c.validation_returned),
        StepKind.VALIDATION_RETURNED: lambda c: (c.validation_received,),
        StepKind.ENTERED: lambda c: (c.training.enrolled,),
        StepKind.TRAINING_ENDED: lambda c: (c.training.entry,),
        StepKind.ASSESSED: lambda c: (c.training.entry,),
        StepKind.DISSERTATION_RECEIVED: lambda c: (c.training.entry,),
        StepKind.ATTENDANCE_CERTIFIED: lambda c: (c.training.entry,),
        StepKind.ENTRANCE_MET: lambda c: (c.individual.received,),
        StepKind.ENTRANCE_NOT_MET: lambda c: (c.individual.received,),
        StepKind.EVIDENCE_RECEIVED: lambda c: (c.individual.received,),
        StepKind.RESUMED: lambda c: (c.closed,),
    }
)

Check = Callable[[Candidacy, StepDraft, StepFacts], Refusal | None]


def _check_guards(
    line: Transition, candidacy: Candidacy, draft: StepDraft, facts: StepFacts
) -> Refusal | None:
    found = (_GUARDS[guard](candidacy, draft, facts) for guard in line.guards)
    return next(filter(None, found), None)


def _nothing_blocks(_: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
    count = len(blocking(facts.findings))
    return _refusal("STEP-08", step=draft.kind, count=count) if count else None


def _route_open(candidacy: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
    sheet = facts.certification
    if sheet is not None and sheet.terms(candidacy.route).access is Access.CLOSED:
        return _refusal("STEP-06", step=draft.kind, route=candidacy.route, certification=sheet.code)
    return None


def _silence(candidacy: Candidacy, draft: StepDraft, _: StepFacts) -> Refusal | None:
    since = tacitly_admissible_on(candidacy)
    if since is None:
        return _refusal("STEP-18", step=draft.kind)
    return None if draft.day >= since else _refusal("STEP-07", step=draft.kind, since=since)


def _before_silence(candidacy: Candidacy, draft: StepDraft, _: StepFacts) -> Refusal | None:
    since = tacitly_admissible_on(candidacy)
    if since is None or draft.day < since:
        return None
    return _refusal("STEP-19", step=draft.kind, due=since - timedelta(days=1))


def _no_step(candidacy: Candidacy, draft: StepDraft, _: StepFacts) -> Refusal | None:
    found = lapse_run(candidacy, draft.day)
    if found is None or found.due is None:
        return _refusal("STEP-21", step=draft.kind)
    steps = (candidacy.admissibility.last_step, candidacy.validation_received)
    if any(day and found.starts <= day <= found.due for day in steps):
        return _refusal("STEP-20", step=draft.kind)
    return None if draft.day > found.due else _refusal("STEP-10", step=draft.kind, due=found.due)


def _admissible(candidacy: Candidacy, draft: StepDraft, _: StepFacts) -> Refusal | None:
    since = admissible_since(candidacy, draft.day)
    return None if since else _refusal("STEP-21", step=draft.kind)


def _decided(*decisions: Decision) -> Check:
    def check(_candidacy: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
        return None if facts.decision in decisions else _refusal("STEP-11", step=draft.kind)

    return check


def _true(code: str, is_so: Callable[[StepFacts], bool]) -> Check:
    def check(_candidacy: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
        return None if is_so(facts) else _refusal(code, step=draft.kind)

    return check


def _conditions(candidacy: Candidacy, draft: StepDraft, facts: StepFacts) -> Refusal | None:
    count = len(open_conditions(candidacy, facts.certification))
    return _refusal("STEP-25", step=draft.kind, count=count) if count else None


def _path_is_over(candidacy: Candidacy, draft: StepDraft, _: StepFacts) -> Refusal | None:
    refused = {AdmissibilityStatus.REFUSED, AdmissibilityStatus.LAPSED}
    over = candidacy.closure is not Closure.IN_PROGRESS or candidacy.admissibility.status in refused
    return None if over else _refusal("STEP-12", step=draft.kind)


_GUARDS: Mapping[Guard, Check] = MappingProxyType(
    {
        Guard.NOTHING_BLOCKS: _nothing_blocks,
        Guard.ROUTE_OPEN: _route_open,
        Guard.SILENCE: _silence,
        Guard.NO_STEP: _no_step,
        Guard.BEFORE_SILENCE: _before_silence,
        Guard.ADMISSIBLE: _admissible,
        Guard.FULL_DECISION: _decided(Decision.FULL),
        Guard.PARTIAL_DECISION: _decided(Decision.PARTIAL),
        Guard.JUDGED: _decided(*JUDGED),
        Guard.SEATED: _true("STEP-14", lambda facts: facts.is_seated),
        Guard.PLACED: _true("STEP-14", lambda facts: facts.is_placed),
        Guard.PATH_IS_OVER: _path_is_over,
        Guard.CONDITIONS: _conditions,
        Guard.NOT_YET: _true("STEP-13", lambda facts: not facts.done_before),
    }
)
