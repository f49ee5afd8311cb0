"""Small builders of the trade's things: everything is in order until a test says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Handed,
    Intake,
    TrainingRecord,
)
from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    TEACHING_STAFF,
    Block,
    Certification,
    Composition,
    CompositionStatus,
    RouteTerms,
    Seat,
)
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Declaration,
    Deliberation,
    HearingRecord,
    Outcome,
    Result,
)
from jurydesk.domain.people import (
    BirthPlace,
    Candidate,
    Examiner,
    Mandate,
    Qualification,
    Sex,
    Training,
)
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.session import Hearing, Juror, Jury, Session
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.steps import Step, StepKind

TODAY = date(2026, 11, 23)
DAY = date(2026, 12, 14)
"""A Monday, on which sessions are held."""
CODE = "RNCP40642"

SEATS = (
    Seat(EMPLOYERS, "Représentant/e des employeurs", 25, external=True, deliberates=True),
    Seat(EMPLOYEES, "Représentant/e des salariés", 25, external=True, deliberates=True),
    Seat(INDEPENDENT, "Indépendant/e du secteur", 25, external=True, deliberates=True),
    Seat(TEACHING_STAFF, "Membre de l’équipe", 25, external=False, deliberates=False),
)
_PEOPLE = {
    1: ("Arnaud", "Zoé"),
    2: ("Bellec", "Yves"),
    3: ("Cadiou", "Xénia"),
    4: ("Dubos", "Will"),
}


def a_composition(**changes: Any) -> Composition:
    composition = Composition(SEATS, CompositionStatus.PUBLISHED, "Fiche de test")
    return replace(composition, **changes)


def some_routes(
    composition: Composition | None = None, *, access: Access = Access.OPEN
) -> tuple[RouteTerms, ...]:
    """The six routes, all under one composition."""
    jury = composition or a_composition()
    return tuple(RouteTerms(route, access, jury) for route in AccessRoute)


def a_certification(**changes: Any) -> Certification:
    """A sheet in force with three blocks and an optional one, all routes open."""
    blocks = tuple(Block(f"{CODE}BC0{n}", f"Bloc {n}", optional=n == 4) for n in range(1, 5))
    certification = Certification(
        CODE,
        "Assistant de production",
        family="AP",
        level=6,
        routes=some_routes(),
        blocks=blocks,
        has_blocks=True,
        registered_from=date(2025, 1, 1),
        registered_until=date(2029, 12, 31),
        id=1,
    )
    return replace(certification, **changes)


def an_examiner(identifier: int = 1, *, seat: str = EMPLOYERS, **changes: Any) -> Examiner:
    """Somebody who may hold that seat for any certification, from 2026 to 2028."""
    last_name, first_name = _PEOPLE.get(identifier, (f"Membre{identifier}", "Alex"))
    examiner = Examiner(
        last_name,
        first_name,
        sex=Sex.FEMALE if identifier % 2 else Sex.MALE,
        occupation="chargé de production",
        organisation="CEFPF" if seat == TEACHING_STAFF else f"Studio {identifier}",
        of_certifier=seat == TEACHING_STAFF,
        qualifications=(Qualification(seat, "attestation"),),
        mandates=(Mandate(date(2026, 1, 1), date(2028, 12, 31), "Décision 1"),),
        judges=None,
        training=Training.TRAINED,
        id=identifier,
    )
    return replace(examiner, **changes)


def a_pool() -> tuple[Examiner, ...]:
    """One person per seat, two women and two men; the fourth teaches and has no vote."""
    kinds = enumerate((EMPLOYERS, EMPLOYEES, INDEPENDENT, TEACHING_STAFF), start=1)
    return tuple(an_examiner(number, seat=seat) for number, seat in kinds)


def a_candidate(identifier: int = 1, **changes: Any) -> Candidate:
    candidate = Candidate(
        f"Legrand{identifier}",
        ("Ophélie", "Anne"),
        sex=Sex.FEMALE,
        birth_date=date(1990, 1, 21),
        birth_place=BirthPlace("Bastia", "2B033", department="Haute-Corse"),
        id=identifier,
    )
    return replace(candidate, **changes)


def a_candidacy(identifier: int = 1, **changes: Any) -> Candidacy:
    """Continuing education, ended, assessed, all handed in and certified: ready for a jury."""
    training = TrainingRecord(
        "AP 2026",
        entry=date(2026, 1, 5),
        exit=date(2026, 10, 30),
        assessment=Decimal("12.5"),
        dissertation=Handed.YES,
        attendance=Handed.YES,
    )
    candidacy = Candidacy(
        identifier,
        CODE,
        AccessRoute.CONTINUING_EDUCATION,
        intake=Intake.COMPLETE,
        training=training,
        id=identifier,
    )
    return replace(candidacy, **changes)


def a_vae(identifier: int = 1, *, file: dict[str, Any] | None = None, **changes: Any) -> Candidacy:
    """A VAE path of 2026, admissible by decision, validation file received: ready for a jury."""
    admissibility = AdmissibilityFile(
        received=date(2026, 3, 2),
        complete=date(2026, 3, 16),
        decided=date(2026, 5, 4),
        status=AdmissibilityStatus.ADMISSIBLE,
    )
    candidacy = Candidacy(
        identifier,
        CODE,
        AccessRoute.EXPERIENCE,
        intake=Intake.COMPLETE,
        begun=date(2026, 3, 2),
        admissibility=replace(admissibility, **(file or {})),
        validation_received=date(2026, 10, 1),
        id=identifier,
    )
    return replace(candidacy, **changes)


def some_jurors(*examiners: int, seats: tuple[Seat, ...] = SEATS) -> tuple[Juror, ...]:
    """Seat these examiners in the order of the seats; 1 to 4 where none is named."""
    people = zip(examiners or (1, 2, 3, 4), seats, strict=False)
    return tuple(
        Juror(who, seat.kind, external=seat.external, deliberates=seat.deliberates)
        for who, seat in people
    )


def a_jury(number: int = 1, **changes: Any) -> Jury:
    """Four members on the morning of the session, the first of them presides."""
    jury = Jury(number, DAY, HalfDay.AM, "Salle 1", CODE, some_jurors(), president_id=1)
    return replace(jury, **changes)


def a_hearing(
    candidacy: int = 1, *, at: str = "09:00", minutes: int = 45, **changes: Any
) -> Hearing:
    start = datetime.combine(DAY, time.fromisoformat(at))
    hearing = Hearing(candidacy, 1, start, start + timedelta(minutes=minutes))
    return replace(hearing, **changes)


def a_session(**changes: Any) -> Session:
    """One jury that hears one candidacy at nine."""
    session = Session(
        "2026-12-A",
        (CODE,),
        (DAY,),
        place="12 rue des Studios, 93200 Saint-Denis",
        candidacies=(1,),
        juries=(a_jury(),),
        hearings=(a_hearing(),),
        id=1,
    )
    return replace(session, **changes)


def some_facts(
    *candidacies: Candidacy,
    examiners: tuple[Examiner, ...] | None = None,
    session: dict[str, Any] | None = None,
    certification: Certification | None = None,
    **changes: Any,
) -> SessionFacts:
    """A session without any finding: change what the test is about."""
    heard = candidacies or (a_candidacy(),)
    held = a_session(candidacies=tuple(c.id for c in heard), **(session or {}))
    candidates = {c.candidate_id: a_candidate(c.candidate_id) for c in heard}
    facts = SessionFacts(
        held,
        {CODE: certification or a_certification()},
        candidates,
        {candidacy.id: candidacy for candidacy in heard},
        {examiner.id: examiner for examiner in examiners or a_pool()},
    )
    return replace(facts, **changes)


def everybody_present(facts: SessionFacts) -> tuple[Attendance, ...]:
    return tuple(
        Attendance(jury.number, juror.examiner_id, present=True)
        for jury in facts.session.juries
        for juror in jury.jurors
    )


def declared(attendance: tuple[Attendance, ...]) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(noted.jury, noted.examiner_id, read_files=True, no_tie=True)
        for noted in attendance
    )


def everybody_declares(facts: SessionFacts) -> tuple[Declaration, ...]:
    return declared(everybody_present(facts))


def a_record(candidacy: int = 1, **changes: Any) -> HearingRecord:
    """The candidate came and acquired the three mandatory blocks."""
    results = tuple(Result(f"{CODE}BC0{n}", Outcome.ACQUIRED) for n in range(1, 4))
    record = HearingRecord(candidacy, Appearance.PRESENT, results)
    return replace(record, **changes)


def a_deliberation(facts: SessionFacts, **changes: Any) -> Deliberation:
    """Everybody is there and every candidacy was judged."""
    records = tuple(a_record(hearing.candidacy_id) for hearing in facts.session.hearings)
    deliberation = Deliberation(
        facts.session.id,
        attendance=everybody_present(facts),
        records=records,
        declarations=everybody_declares(facts),
        id=1,
    )
    return replace(deliberation, **changes)


def a_step(identifier: int, kind: StepKind, *, day: date = DAY, **changes: Any) -> Step:
    """Something done on a day, written down at noon of it."""
    return Step(kind, day, datetime.combine(day, time(12)), "Camille", id=identifier, **changes)
