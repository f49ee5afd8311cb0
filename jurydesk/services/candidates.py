"""What is done with candidates and their candidacies: list, open, save, remove, check a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy_rules import check_candidacy
from jurydesk.domain.changes import Kind
from jurydesk.domain.ledger import standing_of
from jurydesk.domain.ledger_rules import check_aim
from jurydesk.domain.session import SessionStatus
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.belongings import remove_candidacy_belongings, remove_person_belongings
from jurydesk.services.document_lists import Papers
from jurydesk.services.facts import Standpoint, candidacy_row, holding_sessions
from jurydesk.services.journeys import bound_fields_changed
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.outcome import Outcome
from jurydesk.services.recording import finish
from jurydesk.services.search import matching
from jurydesk.services.ties import propose_ties
from jurydesk.services.views import CandidacyRow, CandidateFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.certification import Certification
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.ledger import Standing
    from jurydesk.domain.people import Candidate
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import Desk, UnitOfWork


def list_candidacies(desk: Desk) -> tuple[CandidacyRow, ...]:
    """Return every candidacy, in the order of the alphabet."""
    with desk.open_unit() as unit:
        people = {candidate.id: candidate for candidate in unit.candidates.all()}
        return rows_of(unit, people, today=desk.clock.today())


def open_candidate(desk: Desk, *, candidate_id: int) -> CandidateFile:
    """Return everything about one person."""
    with desk.open_unit() as unit:
        candidate = unit.candidates.get(candidate_id)
        return _file_of(unit, candidate, desk)


def find_candidates(desk: Desk, *, query: str) -> tuple[CandidateFile, ...]:
    """Return the files of those who match, by their numbers; an empty query matches all."""
    with desk.open_unit() as unit:
        found = matching(unit, unit.candidates, Kind.CANDIDATE, query=query)
        return tuple(_file_of(unit, candidate, desk) for candidate in found)


def save_file(desk: Desk, *, candidate: Candidate, candidacy: Candidacy) -> Outcome[Candidacy]:
    """Keep a person and one candidacy of theirs (number 0: new ones) as one act.

    Raises:
        WrongUsage: the person has no name.
        RefusedByRule: the decision is fixed, and only an amendment may change what was judged; or
            a recorded legal act fixes what was edited.
    """
    if not (candidate.birth_name.strip() and candidate.first_name.strip()):
        raise WrongUsage("CANDIDATE-WITHOUT-NAME")
    with desk.open_unit() as unit:
        store = unit.candidates.save if candidate.id else unit.candidates.add
        person = store(candidate)
        stored = store_candidacy(unit, replace(candidacy, candidate_id=person.id))
        touched = any(change.kind is Kind.CANDIDACY for change in unit.changes)
        if unit.changes:
            propose_ties(unit, today=desk.clock.today(), people=[person.id])
        _finish_saving(unit, stored, is_path=touched)
        label = "ACT-CANDIDACY-SAVED" if touched else "ACT-CANDIDATE-SAVED"
        return Outcome(stored, unit.changes, _check(unit, person, stored, desk), label)


def save_candidacy(desk: Desk, *, candidacy: Candidacy) -> Outcome[Candidacy]:
    """Add a candidacy (number 0) or keep what was changed; a draft may have findings.

    Raises:
        RefusedByRule: its decision is fixed, and only an amendment may change what was judged.
    """
    with desk.open_unit() as unit:
        candidate = unit.candidates.get(candidacy.candidate_id)
        stored = store_candidacy(unit, candidacy)
        if unit.changes:
            propose_ties(unit, today=desk.clock.today(), people=[candidate.id])
        _finish_saving(unit, stored, is_path=True)
        findings = _check(unit, candidate, stored, desk)
        return Outcome(stored, unit.changes, findings, "ACT-CANDIDACY-SAVED")


def remove_candidate(desk: Desk, *, candidate_id: int) -> Outcome[None]:
    """Delete a person with their candidacies and ties; open sessions let them go.

    Raises:
        RefusedByRule: the person was heard, is to be heard in a session already frozen, or a
            legal act was done on one of the candidacies.
    """
    with desk.open_unit() as unit:
        unit.candidates.get(candidate_id)
        candidacies = unit.candidacies.of_candidate(candidate_id)
        remove_in(unit, [candidacy.id for candidacy in candidacies])
        remove_person_belongings(unit, candidate_id)
        unit.candidates.remove(candidate_id)
        finish(
            unit,
            EventType.CANDIDATE_REMOVED,
            {"candidate": candidate_id, "candidacies": [c.id for c in candidacies]},
        )
        return Outcome(None, unit.changes, label="ACT-CANDIDATE-REMOVED")


def remove_candidacies(desk: Desk, *, ids: Iterable[int]) -> Outcome[None]:
    """Delete candidacies, all of them or none; open sessions let them go.

    Raises:
        RefusedByRule: one was heard, is to be heard in a session already frozen, or a legal act
            was done on it.
    """
    numbers = sorted(set(ids))
    with desk.open_unit() as unit:
        people = {unit.candidacies.get(number).candidate_id for number in numbers}
        remove_in(unit, numbers)
        finish(
            unit,
            EventType.CANDIDACY_REMOVED,
            {"candidacy": numbers, "candidate": sorted(people), "count": len(numbers)},
        )
        many = len(numbers) > 1
        label = "ACT-CANDIDACIES-REMOVED" if many else "ACT-CANDIDACY-REMOVED"
        return Outcome(None, unit.changes, label=label)


def check_draft(desk: Desk, *, candidate: Candidate, candidacy: Candidacy) -> tuple[Finding, ...]:
    """Return what the rules find of a file as it is being typed; nothing is stored."""
    with desk.open_unit() as unit:
        return _check(unit, candidate, candidacy, desk)


def rows_of(
    unit: UnitOfWork, people: Mapping[int, Candidate], *, today: date
) -> tuple[CandidacyRow, ...]:
    """Return the rows of some persons' candidacies, in the order of the alphabet."""
    held = holding_sessions(unit.sessions.all())
    sheets = {sheet.code: sheet for sheet in unit.certifications.all()}
    every = [c for c in unit.candidacies.all() if c.candidate_id in people]
    standings, papers = _Standings(unit, people), Papers(unit)
    of_person: dict[int, list[Candidacy]] = {}
    for candidacy in every:
        of_person.setdefault(candidacy.candidate_id, []).append(candidacy)
    rows = [
        candidacy_row(
            candidacy,
            people[candidacy.candidate_id],
            sheet,
            seen=Standpoint(
                today=today,
                session=held.get(candidacy.id),
                others=_others(of_person[candidacy.candidate_id], candidacy),
                has_ledger=True,
                standing=standings.of(candidacy, sheet),
                documents=papers.findings(candidacy, people[candidacy.candidate_id], sheet),
            ),
        )
        for candidacy, sheet in ((c, sheets.get(c.certification)) for c in every)
    ]
    return tuple(sorted(rows, key=lambda row: (row.candidate.full_name, row.key)))


def remove_in(unit: UnitOfWork, identifiers: Iterable[int]) -> None:
    """Delete candidacies with what belongs to them, as a part of an act.

    Raises:
        RefusedByRule: one was heard by a jury, or a legal act was done on it.
    """
    gone = set(identifiers)
    for session in unit.sessions.all():
        if not gone & set(session.candidacies):
            continue
        if not session.can_be_planned:
            raise RefusedByRule("CANDIDACY-IN-SESSION", {"session": session.code})
        unit.sessions.save(withdraw_from(session, gone))
    remove_candidacy_belongings(unit, gone)
    for identifier in sorted(gone):
        unit.candidacies.remove(identifier)


def withdraw_from(session: Session, identifiers: Iterable[int]) -> Session:
    """Return a session without some candidacies and their hearings."""
    gone = set(identifiers)
    return replace(
        session,
        candidacies=tuple(c for c in session.candidacies if c not in gone),
        hearings=tuple(h for h in session.hearings if h.candidacy_id not in gone),
    )


def _file_of(unit: UnitOfWork, candidate: Candidate, desk: Desk) -> CandidateFile:
    ties = unit.ties.of_candidates([candidate.id])
    examiners = {e.id: e for e in unit.examiners.some(tie.examiner_id for tie in ties)}
    held = holding_sessions(unit.sessions.all())
    candidacies = unit.candidacies.of_candidate(candidate.id)
    standings, papers = _Standings(unit, [candidate.id]), Papers(unit, candidate.id)
    sheets = {c.certification: unit.certifications.by_code(c.certification) for c in candidacies}
    rows = tuple(
        candidacy_row(
            candidacy,
            candidate,
            sheets[candidacy.certification],
            seen=Standpoint(
                today=desk.clock.today(),
                session=held.get(candidacy.id),
                others=_others(candidacies, candidacy),
                has_ledger=True,
                standing=standings.of(candidacy, sheets[candidacy.certification]),
                documents=papers.findings(candidacy, candidate, sheets[candidacy.certification]),
            ),
        )
        for candidacy in candidacies
    )
    return CandidateFile(candidate, rows, tuple((tie, examiners[tie.examiner_id]) for tie in ties))


class _Standings:
    """Where persons stand with what they aim at: their ledgers are read once for all of them."""

    def __init__(self, unit: UnitOfWork, people: Iterable[int]) -> None:
        """Read what these persons have acquired."""
        self._owned = entries_of(unit, people)
        self._equivalences = unit.equivalences.all() if self._owned else ()

    def of(self, candidacy: Candidacy, sheet: Certification | None) -> Standing | None:
        """Return where the person of a candidacy stands; None: nothing was acquired."""
        entries = self._owned.get(candidacy.candidate_id)
        return standing_of(sheet, entries, self._equivalences) if sheet and entries else None


def _others(candidacies: Iterable[Candidacy], one: Candidacy) -> tuple[Candidacy, ...]:
    return tuple(candidacy for candidacy in candidacies if candidacy.id != one.id)


def _check(
    unit: UnitOfWork, candidate: Candidate, candidacy: Candidacy, desk: Desk
) -> tuple[Finding, ...]:
    known = unit.candidacies.of_candidate(candidate.id) if candidate.id else ()
    sheet = unit.certifications.by_code(candidacy.certification)
    others = _others(known, candidacy)
    today = desk.clock.today()
    found = check_candidacy(candidacy, candidate, sheet, today=today, others=others)
    standing = _Standings(unit, [candidate.id]).of(candidacy, sheet) if candidate.id else None
    aim = check_aim(candidacy, candidate, standing) if standing else ()
    return (*found, *aim)


def store_candidacy(unit: UnitOfWork, candidacy: Candidacy) -> Candidacy:
    """Store a candidacy inside a unit that the caller finishes, such as a bulk act.

    Raises:
        RefusedByRule: a closed session judged what would change, or a legal act has fixed it.
    """
    if candidacy.id:
        _refuse_judged(unit, candidacy)
        _refuse_bound(unit, candidacy)
    store = unit.candidacies.save if candidacy.id else unit.candidacies.add
    return store(candidacy)


def _finish_saving(unit: UnitOfWork, stored: Candidacy, *, is_path: bool) -> None:
    """Record what was saved under the name of what changed: the path, or the person alone."""
    if is_path:
        details = {
            "candidacy": stored.id,
            "candidate": stored.candidate_id,
            "route": stored.route,
        }
        finish(unit, EventType.CANDIDACY_SAVED, details)
    else:
        finish(unit, EventType.CANDIDATE_SAVED, {"candidate": stored.candidate_id})


def _refuse_judged(unit: UnitOfWork, candidacy: Candidacy) -> None:
    """What a closed session judged stays: certification, route and blocks are frozen with it."""
    before = unit.candidacies.get(candidacy.id)
    judged = (before.candidate_id, before.certification, before.route, before.blocks)
    if judged == (
        candidacy.candidate_id,
        candidacy.certification,
        candidacy.route,
        candidacy.blocks,
    ):
        return
    for session in unit.sessions.all():
        if session.status is SessionStatus.CLOSED and session.hearing(candidacy.id):
            raise RefusedByRule("CANDIDACY-JUDGED", {"session": session.code})


def _refuse_bound(unit: UnitOfWork, candidacy: Candidacy) -> None:
    """What a legal act has fixed is revoked with a reason, never edited over."""
    before = unit.candidacies.get(candidacy.id)
    if bound_fields_changed(before, candidacy, unit.steps.of_candidacies([candidacy.id])):
        raise RefusedByRule("CANDIDACY-BOUND")
