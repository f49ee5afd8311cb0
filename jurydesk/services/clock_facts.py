"""What the clocks of a workspace need, read at once: no query per row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Appearance, Decision
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.steps import StepKind, standing
from jurydesk.services.standing_records import standing_records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.deliberation import Deliberation
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.session import Session
    from jurydesk.domain.steps import Step
    from jurydesk.services.ports import UnitOfWork

JUDGED = frozenset({Decision.FULL, Decision.PARTIAL, Decision.NONE})
"""Decisions that are a result; whoever was absent or adjourned waits for one."""
STOPPING = frozenset(
    {
        StepKind.LEAVE_ASKED,
        StepKind.EMPLOYER_TOLD,
        StepKind.RESULT_NOTIFIED,
        StepKind.DECLARED,
    }
)


@dataclass(frozen=True, slots=True)
class Held:
    """A hearing that took place; `decision` is None while the deliberation is open."""

    session: Session
    candidacy_id: int
    day: date
    decision: Decision | None = None

    @property
    def delivered(self) -> date:
        """Return when the certification was delivered: with the deliberation."""
        closed = self.session.closed_at
        return closed.date() if closed else max(self.session.days, default=self.day)


@dataclass(frozen=True)
class ClockFacts:
    """Everything that the clocks are read from, and what follows from it."""

    today: date
    candidates: Mapping[int, Candidate]
    candidacies: Mapping[int, Candidacy]
    examiners: Mapping[int, Examiner]
    sessions: tuple[Session, ...] = ()
    deliberations: Mapping[int, Deliberation] | None = None
    """By session."""
    steps: tuple[Step, ...] = ()

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Return every hearing that took place, oldest first."""
        found = (held for session in self.sessions for held in _held(self, session))
        return tuple(sorted(found, key=lambda held: (held.day, held.session.id)))

    @cached_property
    def last_held(self) -> Mapping[int, Held]:
        """Return the last hearing of each candidacy that had one."""
        return {held.candidacy_id: held for held in self.held}

    @cached_property
    def planned(self) -> Mapping[int, tuple[Session, date]]:
        """Return the next hearing of each candidacy that is placed before a jury to come."""
        found: dict[int, tuple[Session, date]] = {}
        for session in self.sessions:
            if session.status is SessionStatus.CLOSED:
                continue
            for number, hearing in session.standing_hearings.items():
                day = hearing.start.date()
                if day >= self.today and (number not in found or day < found[number][1]):
                    found[number] = (session, day)
        return found

    @cached_property
    def _acts(self) -> Mapping[tuple[StepKind, int | None, int | None], list[Step]]:
        found: dict[tuple[StepKind, int | None, int | None], list[Step]] = defaultdict(list)
        for step in standing(self.steps):
            if step.kind in STOPPING:
                found[step.kind, step.candidacy_id, step.examiner_id].append(step)
        return found

    def is_heard(self, candidacy: Candidacy) -> bool:
        """Tell whether a jury has heard the candidate since the validation file came in."""
        held, filed = self.last_held.get(candidacy.id), candidacy.validation_received
        return held is not None and filed is not None and held.day >= filed

    def is_done(
        self,
        kind: StepKind,
        session: Session,
        *,
        candidacy_id: int | None = None,
        examiner_id: int | None = None,
        since: date | None = None,
    ) -> bool:
        """Tell whether somebody did that act for this session.

        A step that names no session counts from the day `since` on, where one is given.
        """
        return any(
            step.session_id == session.id
            or (step.session_id is None and since is not None and step.day >= since)
            for step in self._acts.get((kind, candidacy_id, examiner_id), ())
        )


def clock_facts(unit: UnitOfWork, today: date) -> ClockFacts:
    """Read what the clocks need, in one query for each kind of thing."""
    return ClockFacts(
        today=today,
        candidates={candidate.id: candidate for candidate in unit.candidates.all()},
        candidacies={candidacy.id: candidacy for candidacy in unit.candidacies.all()},
        examiners={examiner.id: examiner for examiner in unit.examiners.all()},
        sessions=unit.sessions.all(),
        deliberations={one.session_id: one for one in standing_records(unit)},
        steps=unit.steps.all(),
    )


def _held(facts: ClockFacts, session: Session) -> Iterator[Held]:
    if session.can_be_planned:
        return
    deliberation = (facts.deliberations or {}).get(session.id)
    records = {r.candidacy_id: r for r in deliberation.records} if deliberation else {}
    is_closed = session.status is SessionStatus.CLOSED
    for number, hearing in session.standing_hearings.items():
        record, day = records.get(number), hearing.start.date()
        if is_closed:
            if record is not None and record.decision in JUDGED:
                yield Held(session, number, day, record.decision)
        elif day <= facts.today and (record is None or _came(record.appearance)):
            yield Held(session, number, day)


def _came(appearance: Appearance) -> bool:
    return appearance in {Appearance.PRESENT, Appearance.EXPECTED}
