"""A small office in the database: people, a sheet, a session with a jury, a deliberation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from jurydesk.domain.audit import EventType
from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Decision,
    Declaration,
    Deliberation,
    HearingRecord,
    Incident,
    Outcome,
    Recusal,
    Result,
)
from jurydesk.domain.fingerprint import (
    decisions_of,
    deliberation_fingerprint,
    grids_fingerprint,
    session_fingerprint,
)
from jurydesk.domain.people import Candidate, Examiner, Mandate, Qualification
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Hearing, Juror, Jury, Session, SessionStatus
from jurydesk.domain.ties import Tie, TieKind

if TYPE_CHECKING:
    from jurydesk.db.unit_of_work import SqlUnitOfWork
    from jurydesk.db.workspace import Workspace
    from jurydesk.domain.minutes import Minutes

DAY = date(2026, 12, 14)
NINE = datetime.fromisoformat("2026-12-14T09:00")
TEN = datetime.fromisoformat("2026-12-14T10:00")


@dataclass(frozen=True)
class Office:
    """What `furnish` stored."""

    certification: Certification
    candidates: tuple[Candidate, ...]
    candidacies: tuple[Candidacy, ...]
    examiners: tuple[Examiner, ...]
    tie: Tie
    session: Session
    deliberation: Deliberation

    @property
    def candidacy_ids(self) -> tuple[int, ...]:
        return tuple(c.id for c in self.candidacies)

    @property
    def examiner_ids(self) -> tuple[int, ...]:
        return tuple(e.id for e in self.examiners)


def furnish(unit: SqlUnitOfWork) -> Office:
    """Store one of everything; the caller commits."""
    certification = unit.certifications.add(Certification("RNCP40642", "Assistant de production"))
    names = (("Đỗ", "Jean-Noël"), ("Legrand", "Ophélie"), ("Œuvrard", "Łucja"))
    candidates = tuple(unit.candidates.add(Candidate(name, (first,))) for name, first in names)
    candidacies = tuple(
        unit.candidacies.add(Candidacy(c.id, certification.code, AccessRoute.EXPERIENCE))
        for c in candidates
    )
    examiners = tuple(unit.examiners.add(an_examiner(f"Juré {n}")) for n in range(4))
    tie = unit.ties.add(Tie(candidates[0].id, examiners[0].id, TieKind.TRAINER))
    session = unit.sessions.add(a_session("2026-12-A", candidacies, examiners))
    deliberation = unit.deliberations.add(a_deliberation(session))
    unit.audit.record(EventType.WORKSPACE_CREATED, {})
    return Office(certification, candidates, candidacies, examiners, tie, session, deliberation)


def furnished(workspace: Workspace) -> Office:
    with workspace.open_unit() as unit:
        office = furnish(unit)
        unit.commit()
    return office


def an_examiner(name: str) -> Examiner:
    return Examiner(
        name,
        "Clémence",
        organisation="Société Ørsted & Cie",
        qualifications=(Qualification("EMPLOYERS", "contrat.pdf"), Qualification("INDEPENDENT")),
        mandates=(Mandate(date(2026, 1, 1), date(2026, 12, 31), "décision n° 4"),),
        absences=(
            Absence(date(2026, 8, 1), date(2026, 8, 31), HalfDay.AM, "congés"),
            Absence(
                date(2026, 12, 14),
                date(2026, 12, 15),
                kind=AvailabilityKind.OPTION,
                held_until=date(2026, 12, 1),
                origin=Origin.ROSTER,
                given=date(2026, 11, 2),
            ),
        ),
        judges=("RNCP40642",),
    )


def a_session(
    code: str, candidacies: tuple[Candidacy, ...], examiners: tuple[Examiner, ...]
) -> Session:
    jurors = tuple(Juror(e.id, "EMPLOYERS", external=True, deliberates=True) for e in examiners)
    judged = "RNCP40642"
    jury = Jury(1, DAY, HalfDay.AM, "Salle 1", judged, jurors, president_id=examiners[0].id)
    return Session(
        code,
        (judged,),
        days=(DAY,),
        candidacies=tuple(c.id for c in candidacies),
        juries=(jury,),
        hearings=(Hearing(candidacies[0].id, 1, NINE, TEN, recused=(examiners[0].id,)),),
    )


def a_deliberation(session: Session) -> Deliberation:
    juror = session.juries[0].jurors[0].examiner_id
    record = HearingRecord(
        session.hearings[0].candidacy_id,
        Appearance.PRESENT,
        results=(
            Result("BC01", Outcome.ACQUIRED),
            Result("BC02", Outcome.REFUSED, "incomplet", "page 3", "le compléter"),
        ),
        recusals=(Recusal(juror, "formatrice du candidat"),),
    )
    attendance = (Attendance(1, juror, present=True),)
    return Deliberation(
        session.id,
        NINE,
        attendance,
        records=(record,),
        incidents=(Incident("Coupure de courant.", jury=1, at=NINE.time()),),
        declarations=(Declaration(1, juror, read_files=True, no_tie=True, at=NINE),),
        acting_presidents=(ActingPresident(1, juror, "Retard"),),
    )


def issue(unit: SqlUnitOfWork, minutes: Minutes) -> Minutes:
    """Store minutes with the event that tells of them."""
    issued = unit.minutes.add(minutes)
    details = {
        "session": unit.sessions.get(minutes.session_id).code,
        "number": minutes.number,
        "hash": minutes.content_hash,
        "issued_at": minutes.issued_at.isoformat(),
    }
    unit.audit.record(EventType.MINUTES_ISSUED, details)
    return issued


def close_session(workspace: Workspace, office: Office, *, hashed: bool = True) -> None:
    """Close the deliberation and the session as the service does."""
    record = replace(office.deliberation.records[0], decision=Decision.PARTIAL)
    with workspace.open_unit() as unit:
        closed = unit.deliberations.save(
            replace(office.deliberation, records=(record,), closed_at=TEN)
        )
        held = replace(office.session, status=SessionStatus.CLOSED, closed_at=TEN)
        session = unit.sessions.save(held)
        details: dict[str, object] = {"session": session.code, "decisions": decisions_of(closed)}
        if hashed:
            grids = unit.grids.of_session(session.id)
            entries = unit.second_entries.of_session(session.id)
            details["grids_hash"] = grids_fingerprint(grids, entries)
            details["deliberation_hash"] = deliberation_fingerprint(closed)
            details["session_hash"] = session_fingerprint(session)
        unit.audit.record(EventType.DELIBERATION_CLOSED, details)
        unit.commit()


def close_deliberation(workspace: Workspace, office: Office) -> Deliberation:
    with workspace.open_unit() as unit:
        closed = unit.deliberations.save(replace(office.deliberation, closed_at=TEN))
        unit.audit.record(EventType.DELIBERATION_CLOSED, {"session": office.session.code})
        unit.commit()
    return closed
