"""Gathers what the rules need to judge a session, from one unit of work or from a board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jurydesk.domain.ban_rules import check_bans
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.candidacy_rules import check_candidacy, check_readiness
from jurydesk.domain.candidacy_stage import stage
from jurydesk.domain.certification import Block, Certification
from jurydesk.domain.ledger import Standing, standing_of
from jurydesk.domain.ledger_rules import check_aim
from jurydesk.domain.service_record import past_year
from jurydesk.domain.session import SessionStatus
from jurydesk.domain.session_rules import Limits, SessionFacts, check_session
from jurydesk.errors import WrongUsage
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.settings import settings_in
from jurydesk.services.site_facts import site_map, stays_elsewhere
from jurydesk.services.standing_records import standing_record
from jurydesk.services.views import CandidacyRow, SessionBoard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from jurydesk.domain.availability import HalfDay
    from jurydesk.domain.candidacy import Candidacy
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.people import Candidate, Examiner
    from jurydesk.domain.session import Session
    from jurydesk.services.ports import UnitOfWork


def session_by_code(unit: UnitOfWork, code: str) -> Session:
    """Return a session.

    Raises:
        WrongUsage: there is none with that code.
    """
    session = unit.sessions.by_code(code.strip())
    if session is None:
        raise WrongUsage("SESSION-UNKNOWN", {"session": code})
    return session


def certification_by_code(unit: UnitOfWork, code: str) -> Certification:
    """Return a sheet by its RNCP number, written with or without the letters.

    Raises:
        WrongUsage: the workspace has none with that number.
    """
    written = code.strip().upper().replace(" ", "")
    found = unit.certifications.by_code(written if written.startswith("R") else f"RNCP{written}")
    if found is None:
        raise WrongUsage("CERTIFICATION-UNKNOWN", {"certification": code})
    return found


def sheet_or_bare(unit: UnitOfWork, code: str) -> Certification:
    """Return a sheet, or one of which nothing is known: the rules then say so."""
    return unit.certifications.by_code(code) or Certification(code=code, title="")


def session_facts(unit: UnitOfWork, session: Session, *, today: date | None) -> SessionFacts:
    """Return everything that the rules of a session need; of one held, nothing lapses any more."""
    candidacies = {c.id: c for c in unit.candidacies.some(session.candidacies)}
    candidates = unit.candidates.some(sorted({c.candidate_id for c in candidacies.values()}))
    sites = site_map(unit)
    aims = (candidacy.certification for candidacy in candidacies.values())
    codes = dict.fromkeys((*session.certifications, *aims))
    standings = _standings(unit, candidacies, session_id=session.id)
    return SessionFacts(
        session=session,
        certifications={code: sheet_or_bare(unit, code) for code in codes},
        candidates={c.id: c for c in candidates},
        candidacies=candidacies,
        examiners=_pool(unit, session),
        ties=unit.ties.of_candidates(sorted({c.id for c in candidates})),
        elsewhere=_seats_elsewhere(unit, session),
        excluded=_annulled_pairs(unit, session),
        limits=settings_in(unit).limits,
        acquired={number: standing.held for number, standing in standings.items()},
        credits={number: standing.credits for number, standing in standings.items()},
        today=today,
        sites=sites,
        stays=stays_elsewhere(unit, session, sites),
        summonses=unit.summonses.of_session(session.id),
        past=past_year(unit.sessions.all(), session),
    )


def board_of(unit: UnitOfWork, session: Session, *, today: date) -> SessionBoard:
    """Return a session with all that is needed to show, check and adjust it."""
    facts = session_facts(unit, session, today=today)
    return SessionBoard(
        session=session,
        sheets=facts.certifications,
        examiners=tuple(facts.examiners.values()),
        candidacies=session_rows(facts, today=today),
        ties=facts.ties,
        findings=findings_of(facts),
        deliberation=standing_record(unit, session.id) if session.id else None,
        minutes=unit.minutes.of_session(session.id) if session.id else (),
        elsewhere=facts.elsewhere,
        excluded=facts.excluded,
        limits=facts.limits,
        acquired=facts.acquired,
        today=today,
        sites=facts.sites,
        stays=facts.stays,
        summonses=facts.summonses,
        past=facts.past,
        loads=yearly_loads(unit.sessions.all(), year=_year(session, today)),
    )


def facts_of(board: SessionBoard) -> SessionFacts:
    """Return what the rules need from a board already read: no storage is asked."""
    return SessionFacts(
        session=board.session,
        certifications=board.sheets,
        candidates={row.candidate.id: row.candidate for row in board.candidacies},
        candidacies={row.key: row.candidacy for row in board.candidacies},
        examiners={examiner.id: examiner for examiner in board.examiners},
        ties=board.ties,
        elsewhere=board.elsewhere,
        excluded=board.excluded,
        limits=board.limits or Limits(),
        acquired=board.acquired,
        today=board.today,
        sites=board.sites,
        stays=board.stays,
        summonses=board.summonses,
        past=board.past,
    )


def findings_of(facts: SessionFacts) -> tuple[Finding, ...]:
    """Return what the rules find now, or what they found on the day once it is past."""
    if facts.session.can_be_planned:
        return (*check_session(facts), *check_bans(facts))
    return facts.session.frozen_findings


def session_rows(facts: SessionFacts, *, today: date) -> tuple[CandidacyRow, ...]:
    """Return the candidacies of one session as rows, checked for its first day."""
    on = facts.session.days[0] if facts.session.days else today
    seen = Standpoint(today=today, on=on, session=facts.session)
    found = (facts.candidacies[i] for i in facts.session.candidacies if i in facts.candidacies)
    return tuple(
        candidacy_row(c, facts.candidates[c.candidate_id], facts.sheet_of(c), seen=seen)
        for c in found
    )


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a candidacy is looked at: the day, the day of the jury, what surrounds it."""

    today: date
    on: date | None = None
    """The day it should be ready for; None: today."""
    session: Session | None = None
    """The session that holds it."""
    others: tuple[Candidacy, ...] = ()
    """The other candidacies of the same person."""
    standing: Standing | None = None
    """Where the person stands with the certification; None: nothing was acquired."""
    has_ledger: bool = False
    """Whether it was asked at all what the person has acquired."""
    documents: tuple[Finding, ...] = ()
    """What the rules find of the documents of the file."""


def candidacy_row(
    candidacy: Candidacy,
    candidate: Candidate,
    certification: Certification | None,
    *,
    seen: Standpoint,
) -> CandidacyRow:
    """Return one candidacy with where it stands and what the rules find of it."""
    findings = check_candidacy(
        candidacy, candidate, certification, today=seen.today, others=seen.others
    )
    if candidacy.closure is Closure.IN_PROGRESS:
        on = seen.on or seen.today
        findings += check_readiness(candidacy, candidate, certification, on=on)
    if seen.standing is not None:
        findings += tuple(check_aim(candidacy, candidate, seen.standing))
    findings = tuple(dict.fromkeys((*findings, *seen.documents)))
    held = seen.session if seen.session and seen.session.hearing(candidacy.id) else None
    return CandidacyRow(
        candidacy=candidacy,
        candidate=candidate,
        stage=stage(
            candidacy,
            findings,
            placed=held is not None,
            heard=held is not None and held.status is SessionStatus.FROZEN,
            decided=held is not None and held.status is SessionStatus.CLOSED,
        ),
        findings=findings,
        session_code=seen.session.code if seen.session is not None else "",
        remaining=_remaining(certification, seen),
        last_missing=seen.standing.last_missing if seen.standing is not None else None,
    )


def _remaining(certification: Certification | None, seen: Standpoint) -> tuple[Block, ...] | None:
    if certification is None or not certification.blocks or not seen.has_ledger:
        return None
    standing = seen.standing
    return certification.mandatory_blocks if standing is None else standing.remaining


def holding_sessions(sessions: Iterable[Session]) -> Mapping[int, Session]:
    """Return, for each candidacy, the session that holds it; one not closed comes first."""
    held: dict[int, Session] = {}
    ordered = sorted(sessions, key=lambda s: (s.status is not SessionStatus.CLOSED, s.days))
    for session in ordered:
        held |= dict.fromkeys(enrolled(session), session)
    return held


def enrolled(session: Session) -> tuple[int, ...]:
    """Return whom a session holds: all it took until the day, then only those with a hearing.

    A hearing before a jury that was annulled holds nobody.
    """
    if session.can_be_planned:
        return session.candidacies
    return tuple(session.standing_hearings)


def yearly_loads(sessions: Iterable[Session], *, year: int) -> Mapping[int, int]:
    """Return how many juries each examiner sits in during one calendar year."""
    loads: dict[int, int] = {}
    for session in sessions:
        for jury in session.juries:
            if jury.day.year == year and not jury.annulled:
                for juror in jury.jurors:
                    loads[juror.examiner_id] = loads.get(juror.examiner_id, 0) + 1
    return loads


def _standings(
    unit: UnitOfWork, candidacies: Mapping[int, Candidacy], *, session_id: int
) -> Mapping[int, Standing]:
    """Return where each person stands with what they aim at, before a session.

    Blocks of an older sheet count by the equivalences that a person confirmed. What an annulled
    jury gave is not acquired.
    """
    people = {candidacy.candidate_id for candidacy in candidacies.values()}
    owned = entries_of(unit, people, without_session=session_id)
    equivalences = unit.equivalences.all() if owned else ()
    sheets = {c.certification for c in candidacies.values()}
    known = {code: sheet_or_bare(unit, code) for code in sheets}
    return {
        c.id: standing_of(known[c.certification], owned.get(c.candidate_id, ()), equivalences)
        for c in candidacies.values()
    }


def _pool(unit: UnitOfWork, session: Session) -> Mapping[int, Examiner]:
    """The active pool, with whoever sits in a session already frozen."""
    seated = {j.examiner_id for jury in session.juries for j in jury.jurors}
    kept = frozenset() if session.can_be_planned else frozenset(seated)
    return {e.id: e for e in unit.examiners.all() if e.active or e.id in kept}


def _year(session: Session, today: date) -> int:
    return session.days[0].year if session.days else today.year


def _seats_elsewhere(unit: UnitOfWork, session: Session) -> tuple[tuple[int, date, HalfDay], ...]:
    return tuple(
        (juror.examiner_id, jury.day, jury.half_day)
        for other in unit.sessions.on_days(session.days)
        if other.id != session.id
        for jury in other.juries
        if not jury.annulled
        for juror in jury.jurors
    )


def _annulled_pairs(unit: UnitOfWork, session: Session) -> frozenset[tuple[int, int]]:
    """Who sat in an annulled jury for whom: such a jury is entirely renewed."""
    return frozenset(
        (hearing.candidacy_id, juror.examiner_id)
        for other in unit.sessions.all()
        for jury in other.juries
        if jury.annulled
        for hearing in other.hearings_of(jury.number)
        if hearing.candidacy_id in session.candidacies
        for juror in jury.jurors
    )
