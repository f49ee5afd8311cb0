"""Candidates and examiners face to face: which of them are tied, for one sheet or one session."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.ties import Tie, TieEffect, TieState
from jurydesk.exchange.folding import fold
from jurydesk.services.facts import certification_by_code, session_by_code, sheet_or_bare
from jurydesk.services.tie_rows import gravest_effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork

WEIGHT = (TieState.CONFIRMED, TieState.PROPOSED, TieState.SET_ASIDE)
"""Of several ties of two persons, the state that counts first."""


@dataclass(frozen=True, slots=True)
class MatrixSubject:
    """What a matrix can be of: a session being prepared, or a sheet with people to judge."""

    code: str
    is_session: bool
    title: str
    candidates: int


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One candidate to judge, by one candidacy."""

    candidate: Candidate
    candidacy: Candidacy


@dataclass(frozen=True, slots=True)
class TieMatrix:
    """Lines of candidates, columns of examiners, and the ties of those who have some."""

    subject: MatrixSubject
    lines: tuple[MatrixLine, ...]
    examiners: tuple[Examiner, ...]
    cells: Mapping[tuple[int, int], tuple[Tie, ...]] = field(default_factory=dict)
    """By candidate and examiner; most pairs have none."""

    def ties(self, line: int, column: int) -> tuple[Tie, ...]:
        """Return the ties at one place, the weightiest first."""
        pair = (self.lines[line].candidate.id, self.examiners[column].id)
        return self.cells.get(pair, ())

    def state(self, line: int, column: int) -> TieState | None:
        """Return the state that counts at one place; None: no tie is known."""
        found = self.ties(line, column)
        return found[0].state if found else None

    def weighs(self, line: int, column: int) -> TieEffect | None:
        """Return what the ties at one place forbid before that candidacy."""
        path = (self.lines[line].candidacy,)
        effects = {gravest_effect(tie, path) for tie in self.ties(line, column)}
        return next((one for one in TieEffect if one in effects), None)

    def tied(self) -> tuple[tuple[int, int], ...]:
        """Return the places with ties, line by line: few, however large the matrix."""
        columns = {one.id: at for at, one in enumerate(self.examiners)}
        lines: dict[int, list[int]] = {}
        for at, line in enumerate(self.lines):
            lines.setdefault(line.candidate.id, []).append(at)
        return tuple(
            sorted(
                (at, columns[examiner])
                for candidate, examiner in self.cells
                if examiner in columns
                for at in lines.get(candidate, ())
            )
        )

    def only_tied(self) -> TieMatrix:
        """Return the same without those whom nothing ties to anybody here."""
        places = self.tied()
        left, right = {line for line, _ in places}, {column for _, column in places}
        return replace(
            self,
            lines=tuple(line for at, line in enumerate(self.lines) if at in left),
            examiners=tuple(one for at, one in enumerate(self.examiners) if at in right),
        )

    def count(self, state: TieState) -> int:
        """Return how many places are in a state."""
        people = {line.candidate.id for line in self.lines}
        return sum(ties[0].state is state for (one, _), ties in self.cells.items() if one in people)


def matrix_subjects(desk: Desk) -> tuple[MatrixSubject, ...]:
    """Return what a matrix can be of: sessions by their first day, then sheets by number."""
    with desk.open_unit() as unit:
        open_ = [session for session in unit.sessions.all() if session.can_be_planned]
        sheets = {sheet.code: sheet for sheet in unit.certifications.all()}
        counts: dict[str, int] = {}
        for candidacy in unit.candidacies.all():
            if candidacy.closure is Closure.IN_PROGRESS:
                counts[candidacy.certification] = counts.get(candidacy.certification, 0) + 1
    sessions = sorted(open_, key=lambda session: (session.days, session.code))
    titles = {code: sheet.title for code, sheet in sheets.items()}
    return (
        *(MatrixSubject(s.code, True, _title_of(s, titles), len(s.candidacies)) for s in sessions),
        *(
            MatrixSubject(code, False, titles.get(code, ""), count)
            for code, count in sorted(counts.items(), key=lambda one: (len(one[0]), one[0]))
        ),
    )


def matrix_of_certification(desk: Desk, *, code: str) -> TieMatrix:
    """Return the matrix of everybody to be judged for a sheet and everybody who may judge it.

    Raises:
        WrongUsage: the workspace has no sheet with that number.
    """
    with desk.open_unit() as unit:
        sheet = certification_by_code(unit, code)
        paths = [
            one
            for one in unit.candidacies.for_certification(sheet.code)
            if one.closure is Closure.IN_PROGRESS
        ]
        subject = MatrixSubject(sheet.code, False, sheet.title, len(paths))
        return _matrix(unit, subject, paths, (sheet.code,))


def matrix_of_session(desk: Desk, *, code: str) -> TieMatrix:
    """Return the matrix of the candidates of a session and everybody who may judge them.

    Raises:
        WrongUsage: there is no session with that code.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        paths = unit.candidacies.some(session.candidacies)
        titles = {code: sheet_or_bare(unit, code).title for code in session.certifications}
        subject = MatrixSubject(session.code, True, _title_of(session, titles), len(paths))
        return _matrix(unit, subject, paths, session.certifications)


def _title_of(session: Session, titles: Mapping[str, str]) -> str:
    """Return the title of what a session judges, or the numbers of several."""
    if session.has_several:
        return " · ".join(session.certifications)
    return titles.get(session.certifications[0], "")


def _matrix(
    unit: UnitOfWork,
    subject: MatrixSubject,
    paths: Iterable[Candidacy],
    sheets: tuple[str, ...],
) -> TieMatrix:
    paths = tuple(paths)
    people = {c.id: c for c in unit.candidates.some({path.candidate_id for path in paths})}
    pool = [one for one in unit.examiners.all() if one.active and any(map(one.may_judge, sheets))]
    lines = [MatrixLine(people[path.candidate_id], path) for path in paths]
    seen = {one.id for one in pool}
    cells: dict[tuple[int, int], tuple[Tie, ...]] = {}
    for tie in sorted(unit.ties.of_candidates(people), key=lambda t: WEIGHT.index(t.state)):
        if tie.examiner_id in seen:
            pair = (tie.candidate_id, tie.examiner_id)
            cells[pair] = (*cells.get(pair, ()), tie)
    return TieMatrix(
        subject,
        tuple(sorted(lines, key=lambda line: (fold(line.candidate.full_name), line.candidacy.id))),
        tuple(sorted(pool, key=lambda one: (fold(one.full_name), one.id))),
        cells,
    )
