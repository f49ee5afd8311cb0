"""Ties as a list shows them: with both persons, what they forbid, and the session that waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Closure
from jurydesk.domain.ties import TieEffect, TieState, effect
from jurydesk.exchange.folding import fold
from jurydesk.exchange.roster_writer import Column, Kind, RosterTable, write_roster
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.ties import Tie
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording

ORDER = tuple(TieState)


@dataclass(frozen=True, slots=True)
class TieRow:
    """One line of the list of ties."""

    tie: Tie
    candidate: Candidate
    examiner: Examiner
    weighs: TieEffect | None = None
    """The gravest that it forbids before a candidacy in progress; None: it forbids nothing."""
    sessions: tuple[str, ...] = ()
    """Codes of the sessions being prepared that hold the candidate."""
    candidacy_id: int = 0
    """The candidacy whose file shows the tie: one in progress where there is one; 0: none."""

    @property
    def key(self) -> int:
        """Return what identifies the row."""
        return self.tie.id


def list_tie_rows(desk: Desk, *, examiner_id: int = 0) -> tuple[TieRow, ...]:
    """Return every tie, or those of one examiner; those to be settled first.

    Of these, those that a session being prepared waits for come before the others.
    """
    with desk.open_unit() as unit:
        ties = unit.ties.of_examiner(examiner_id) if examiner_id else unit.ties.all()
        people = {tie.candidate_id for tie in ties}
        candidates = {c.id: c for c in unit.candidates.some(people)}
        examiners = {e.id: e for e in unit.examiners.some({t.examiner_id for t in ties})}
        paths = _paths(unit, people)
        held = _held(unit)
    rows = []
    for tie in ties:
        every = paths.get(tie.candidate_id, [])
        running = [one for one in every if one.closure is Closure.IN_PROGRESS]
        rows.append(
            TieRow(
                tie,
                candidates[tie.candidate_id],
                examiners[tie.examiner_id],
                weighs=gravest_effect(tie, running),
                sessions=_codes(running, held),
                candidacy_id=next((one.id for one in (*running, *every)), 0),
            )
        )
    return tuple(sorted(rows, key=_rank))


def gravest_effect(tie: Tie, paths: Iterable[Candidacy]) -> TieEffect | None:
    """Return the gravest that a tie forbids before any of these candidacies."""
    found = {effect(tie, path) for path in paths}
    return next((one for one in TieEffect if one in found), None)


def export_ties(
    desk: Desk, *, path: Path, wording: Wording, only: Iterable[int] | None = None
) -> int:
    """Write ties to a workbook, all or those with the numbers `only`; return how many.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    every = list_tie_rows(desk)
    if only is not None:
        found = {row.key: row for row in every}
        every = tuple(found[number] for number in only if number in found)
    write_roster(path, (tie_table(every, wording=wording),))
    return len(every)


def tie_table(rows: Iterable[TieRow], *, wording: Wording) -> RosterTable:
    """Return ties as a sheet of a workbook, one row each."""
    headings = (
        Column(wording.text("EXPORT-TIE-CANDIDATE")),
        Column(wording.text("EXPORT-TIE-EXAMINER")),
        Column(wording.text("EXPORT-TIE-KIND")),
        Column(wording.text("EXPORT-TIE-STATE")),
        Column(wording.text("EXPORT-TIE-EVIDENCE")),
        Column(wording.text("EXPORT-TIE-SOURCE")),
        Column(wording.text("EXPORT-TIE-LIKENESS"), Kind.INTEGER),
        Column(wording.text("EXPORT-TIE-BY")),
        Column(wording.text("EXPORT-TIE-ON"), Kind.DATE),
        Column(wording.text("EXPORT-TIE-REASON")),
    )
    title = wording.text("EXPORT-SHEET-TIES")
    values = tuple(
        (
            row.candidate.full_name,
            row.examiner.full_name,
            term("tie", row.tie.kind, wording),
            term("tie_state", row.tie.state, wording),
            row.tie.evidence,
            term("tie_source", row.tie.source, wording),
            row.tie.likeness or None,
            row.tie.settled_by,
            row.tie.settled_on,
            row.tie.reason,
        )
        for row in rows
    )
    return RosterTable(title, title, headings, values)


def _paths(unit: UnitOfWork, people: Iterable[int]) -> Mapping[int, list[Candidacy]]:
    """Return the candidacies of these persons, by person."""
    found: dict[int, list[Candidacy]] = {}
    for candidacy in unit.candidacies.of_candidates(people):
        found.setdefault(candidacy.candidate_id, []).append(candidacy)
    return found


def _held(unit: UnitOfWork) -> Mapping[int, list[str]]:
    """Return the codes of the sessions being prepared, by candidacy."""
    found: dict[int, list[str]] = {}
    for session in unit.sessions.all():
        if session.can_be_planned:
            for candidacy_id in session.candidacies:
                found.setdefault(candidacy_id, []).append(session.code)
    return found


def _codes(paths: Iterable[Candidacy], held: Mapping[int, list[str]]) -> tuple[str, ...]:
    return tuple(sorted({code for path in paths for code in held.get(path.id, ())}))


def _rank(row: TieRow) -> tuple[int, bool, str, str, int]:
    state = ORDER.index(row.tie.state)
    people = (fold(row.candidate.full_name), fold(row.examiner.full_name))
    return (state, not row.sessions, *people, row.key)
