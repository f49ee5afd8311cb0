"""What stands between a deliberation and its closing, line by line, and where each is settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.deliberation import Appearance
from jurydesk.domain.findings import SubjectKind
from jurydesk.services.deliberating import open_deliberation

if TYPE_CHECKING:
    from jurydesk.domain.findings import Finding
    from jurydesk.services.deliberating import DeliberationBoard
    from jurydesk.services.ports import Desk


class LineState(StrEnum):
    """How a line of the checklist stands."""

    DONE = "DONE"
    TO_DO = "TO_DO"
    """The deliberation cannot be closed like this."""
    TO_KNOW = "TO_KNOW"
    """It can; whoever closes should have seen it."""


class FixPlace(StrEnum):
    """Where something is settled."""

    DELIBERATION = "DELIBERATION"
    SETTINGS = "SETTINGS"
    CERTIFICATION = "CERTIFICATION"
    EXAMINER = "EXAMINER"
    CANDIDATE = "CANDIDATE"
    SESSION_PLACE = "SESSION_PLACE"


@dataclass(frozen=True, slots=True)
class FixTarget:
    """The place that settles a finding; `number` of the candidacy or examiner, 0: the whole."""

    place: FixPlace
    session: str
    number: int = 0
    jury: int = 0


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One line: `CLOSING-<code>` names it in the wording."""

    code: str
    state: LineState
    count: int
    """How many points are open; of a line that is done, how many it covers."""
    findings: tuple[Finding, ...] = ()
    target: FixTarget | None = None
    """Where the first open point is settled."""


@dataclass(frozen=True, slots=True)
class ClosingChecklist:
    """All lines, in the order in which a secretary goes through them."""

    session: str
    lines: tuple[ChecklistLine, ...]
    is_closed: bool = False

    @property
    def may_close(self) -> bool:
        """Tell whether nothing blocks."""
        to_do = any(line.state is LineState.TO_DO for line in self.lines)
        return not (self.is_closed or to_do)


@dataclass(frozen=True, slots=True)
class _Subject:
    """The rules whose findings make one line."""

    code: str
    rules: frozenset[str]


_SUBJECTS = (
    _Subject("PRESENCE", frozenset({"DELIB-08", "DELIB-11", "DELIB-14", "DELIB-28"})),
    _Subject("DECLARATIONS", frozenset({"DELIB-16", "DELIB-17", "DELIB-18"})),
    _Subject("DECISIONS", frozenset({"DELIB-01", "DELIB-02", "DELIB-05", "DELIB-13"})),
    _Subject("REASONS", frozenset({"DELIB-03", "DELIB-26", "DELIB-27"})),
    _Subject("RECUSALS", frozenset({"DELIB-09", "DELIB-15"})),
    _Subject(
        "VOTES",
        frozenset(
            "DELIB-06 DELIB-07 DELIB-10 DELIB-22 DELIB-23 DELIB-24 DELIB-25 DELIB-29".split()
        ),
    ),
)
REGULARITY, STATEMENTS = "REGULARITY", "STATEMENTS"
CHECKLIST = (
    *(subject.code for subject in _SUBJECTS),
    REGULARITY,
    STATEMENTS,
    "INCIDENTS",
    "INCIDENTS-NONE",
    "SIGNATURES",
)
"""Every line that there is."""
_TWICE = frozenset(
    ("MIN-15", *(f"MIN-{number}" for number in range(18, 29))),
)
"""Statements whose lack the rules of the deliberation name already."""
_PLACES = {
    **dict.fromkeys(("MIN-01", "MIN-02", "MIN-03", "MIN-09"), FixPlace.SETTINGS),
    **dict.fromkeys(("MIN-04", "MIN-05", "MIN-06", "MIN-30"), FixPlace.CERTIFICATION),
    **dict.fromkeys(("MIN-12", "MIN-13", "MIN-14"), FixPlace.EXAMINER),
    **dict.fromkeys(("MIN-17", "MIN-34"), FixPlace.CANDIDATE),
    "MIN-08": FixPlace.SESSION_PLACE,
}
_KINDS = {
    FixPlace.EXAMINER: SubjectKind.EXAMINER,
    FixPlace.CANDIDATE: SubjectKind.CANDIDACY,
    FixPlace.DELIBERATION: SubjectKind.CANDIDACY,
}


def closing_checklist(desk: Desk, *, code: str) -> ClosingChecklist:
    """Return the checklist of a frozen session as it stands.

    Raises:
        RefusedByRule: the session is not frozen yet.
    """
    return checklist_of(open_deliberation(desk, code=code))


def checklist_of(board: DeliberationBoard) -> ClosingChecklist:
    """Return the checklist of a deliberation that was read already: nothing is asked of storage."""
    code = board.board.session.code
    said = tuple(dict.fromkeys((*board.findings, *_not_said_twice(board))))
    grouped: dict[str, list[Finding]] = {}
    for finding in said:
        grouped.setdefault(_subject_of(finding), []).append(finding)
    covered = _covered(board)
    names = [*(subject.code for subject in _SUBJECTS), REGULARITY, STATEMENTS]
    lines = [_line(name, grouped.get(name, []), covered.get(name, 0), code) for name in names]
    lines[-1:-1] = [_incidents(board)]
    return ClosingChecklist(
        code, (*lines, _signatures(board)), is_closed=board.deliberation.is_closed
    )


def target_of(finding: Finding, session: str) -> FixTarget:
    """Return where a finding of a deliberation, or of its minutes, is settled."""
    place = _PLACES.get(finding.code, FixPlace.DELIBERATION)
    numbers = {subject.kind: subject.id for subject in finding.subjects}
    kind = _KINDS.get(place)
    number = numbers.get(kind, 0) if kind else 0
    return FixTarget(place, session, number, numbers.get(SubjectKind.JURY, 0))


def _not_said_twice(board: DeliberationBoard) -> tuple[Finding, ...]:
    return tuple(finding for finding in board.missing if finding.code not in _TWICE)


def _subject_of(finding: Finding) -> str:
    for subject in _SUBJECTS:
        if finding.code in subject.rules:
            return subject.code
    # Quorum, declarations, who presides: whatever else a rule of the deliberation finds
    return STATEMENTS if finding.code.startswith("MIN-") else REGULARITY


def _line(name: str, findings: list[Finding], covered: int, session: str) -> ChecklistLine:
    open_ = [finding for finding in findings if finding.blocks]
    first = next(iter(open_ or findings), None)
    state = LineState.TO_DO if open_ else LineState.TO_KNOW if findings else LineState.DONE
    return ChecklistLine(
        name,
        state,
        len(open_ or findings) or covered,
        tuple(findings),
        target_of(first, session) if first else None,
    )


def _covered(board: DeliberationBoard) -> dict[str, int]:
    """Return how many things each line is about, to be said once it is done."""
    records = board.deliberation.records
    return {
        "PRESENCE": len(board.deliberation.attendance),
        "DECISIONS": len(records),
        "DECLARATIONS": len(board.deliberation.declarations),
        "RECUSALS": sum(len(record.recusals) for record in records),
        "VOTES": sum(record.vote is not None for record in records),
        REGULARITY: sum(record.appearance is Appearance.PRESENT for record in records),
    }


def _incidents(board: DeliberationBoard) -> ChecklistLine:
    """None written down is an answer too: the minutes will say that there were none."""
    written = bool(board.deliberation.incidents)
    state = LineState.DONE if written else LineState.TO_KNOW
    target = FixTarget(FixPlace.DELIBERATION, board.board.session.code)
    code = "INCIDENTS" if written else "INCIDENTS-NONE"
    return ChecklistLine(code, state, int(written), target=target)


def _signatures(board: DeliberationBoard) -> ChecklistLine:
    """Say how many will sign: who sat, and whoever represents the certifying body."""
    here = {note.examiner_id for note in board.deliberation.attendance if note.present}
    return ChecklistLine("SIGNATURES", LineState.TO_KNOW, len(here) + 1)
