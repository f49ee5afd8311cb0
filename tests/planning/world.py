"""Small worlds to plan in: a sheet, a pool, candidates and ties, made from a few figures."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations
from random import Random

from jurydesk.domain.availability import Absence, HalfDay
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
    SEAT_KINDS,
    TEACHING_STAFF,
    Certification,
    Composition,
    CompositionStatus,
    RouteTerms,
    Seat,
)
from jurydesk.domain.people import Candidate, Examiner, Mandate, Qualification, Sex, Training
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.service_record import NO_PAST, PastYear
from jurydesk.domain.session import Session
from jurydesk.domain.session_rules import Limits, SessionFacts
from jurydesk.domain.sites import NOWHERE, SiteMap, Stay
from jurydesk.domain.ties import Tie, TieKind, TieState

MONDAY = date(2026, 12, 14)
CODE = "RNCP40642"

FOUR_SEATS = tuple(
    Seat(
        kind, kind.title(), 25, external=kind != TEACHING_STAFF, deliberates=kind != TEACHING_STAFF
    )
    for kind in SEAT_KINDS
)
THREE_SEATS = tuple(
    Seat(kind, kind.title(), 33, external=False, deliberates=True)
    for kind in (EMPLOYERS, EMPLOYEES, INDEPENDENT)
)
FIVE_SEATS = (FOUR_SEATS[0], FOUR_SEATS[1], FOUR_SEATS[1], FOUR_SEATS[2], FOUR_SEATS[3])


def composition(seats: tuple[Seat, ...] = FOUR_SEATS, **more: object) -> Composition:
    given = {"status": CompositionStatus.CONFIRMED, "source": "fiche", **more}
    return Composition(seats, **given)  # -- keywords from data


def certification(
    seats: tuple[Seat, ...] = FOUR_SEATS, *, code: str = CODE, **by_route: Composition | None
) -> Certification:
    """A sheet open on every route; `EXPERIENCE=…` gives one route another jury."""
    return Certification(
        code,
        "Assistant de production",
        routes=tuple(
            RouteTerms(route, Access.OPEN, by_route.get(route.name, composition(seats)))
            for route in AccessRoute
        ),
        has_blocks=False,
        registered_from=date(2020, 1, 1),
        registered_until=date(2030, 1, 1),
        last_delivery=date(2033, 1, 1),
    )


def examiner(number: int, seat: str, sex: Sex = Sex.FEMALE, **more: object) -> Examiner:
    given = {
        "sex": sex,
        "of_certifier": seat == TEACHING_STAFF,
        "qualifications": (Qualification(seat, "attestation"),),
        "mandates": (Mandate(date(2026, 1, 1), date(2027, 12, 31)),),
        "judges": None,
        "training": Training.TRAINED,
        "id": number,
        **more,
    }
    return Examiner(f"Membre{number:03d}", "Alix", **given)  # -- keywords from data


def candidate(number: int) -> Candidate:
    return Candidate(f"Candidat{number:03d}", ("Camille",), birth_date=date(1990, 1, 1), id=number)


def trained(number: int, **more: object) -> Candidacy:
    """Somebody who finished a training and handed everything in."""
    given = {
        "begun": date(2025, 9, 1),
        "intake": Intake.COMPLETE,
        "training": TrainingRecord(
            entry=date(2025, 9, 1),
            exit=date(2026, 6, 30),
            assessment=14,
            dissertation=Handed.YES,  # -- keywords from data
            attendance=Handed.YES,
        ),
        "id": number,
        **more,
    }
    return Candidacy(
        number, CODE, AccessRoute.CONTINUING_EDUCATION, **given
    )  # -- keywords from data


def experienced(number: int, *, filed: date = date(2026, 11, 2), **more: object) -> Candidacy:
    """Somebody whose validation file was received on that day."""
    given = {
        "begun": date(2026, 1, 5),
        "intake": Intake.COMPLETE,
        "admissibility": AdmissibilityFile(
            received=date(2026, 1, 5),
            complete=date(2026, 1, 5),
            decided=date(2026, 2, 5),
            status=AdmissibilityStatus.ADMISSIBLE,
        ),
        "validation_received": filed,
        "id": number,
        **more,
    }
    return Candidacy(number, CODE, AccessRoute.EXPERIENCE, **given)  # -- keywords from data


def tie(candidacy: int, member: int, kind: TieKind = TieKind.TRAINER) -> Tie:
    return Tie(candidacy, member, kind, TieState.CONFIRMED)


@dataclass
class World:
    """What `facts` are made from; each test changes what it is about."""

    candidacies: list[Candidacy] = field(default_factory=list)
    examiners: list[Examiner] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    session: Session = field(default_factory=lambda: Session("2026-12-A", (CODE,), (MONDAY,)))
    certification: Certification = field(default_factory=certification)
    others: list[Certification] = field(default_factory=list)
    """What the session judges beside it."""
    elsewhere: list[tuple[int, date, HalfDay]] = field(default_factory=list)
    excluded: set[tuple[int, int]] = field(default_factory=set)
    limits: Limits = field(default_factory=Limits)
    today: date | None = None
    sites: SiteMap = NOWHERE
    stays: tuple[Stay, ...] = ()
    past: PastYear = NO_PAST

    def facts(self) -> SessionFacts:
        numbers = tuple(candidacy.id for candidacy in self.candidacies)
        persons = {candidacy.candidate_id for candidacy in self.candidacies}
        sheets = {sheet.code: sheet for sheet in (self.certification, *self.others)}
        return SessionFacts(
            session=replace(self.session, certifications=tuple(sheets), candidacies=numbers),
            certifications=sheets,
            candidates={number: candidate(number) for number in persons},
            candidacies={candidacy.id: candidacy for candidacy in self.candidacies},
            examiners={person.id: person for person in self.examiners},
            ties=tuple(self.ties),
            elsewhere=tuple(self.elsewhere),
            excluded=frozenset(self.excluded),
            limits=self.limits,
            today=self.today,
            sites=self.sites,
            stays=self.stays,
            past=self.past,
        )


def pool(per_seat: int = 2, seats: tuple[Seat, ...] = FOUR_SEATS) -> list[Examiner]:
    """As many women as men for each seat, numbered from 1."""
    kinds = dict.fromkeys(seat.kind for seat in seats)
    sexes = (Sex.FEMALE, Sex.MALE)
    return [
        examiner(1 + rank * per_seat + number, kind, sexes[(rank + number) % 2])
        for rank, kind in enumerate(kinds)
        for number in range(per_seat)
    ]


def days(count: int) -> tuple[date, ...]:
    """That many working days from the Monday of the session on."""
    every = (MONDAY + timedelta(days=number) for number in range(2 * count + 2))
    return tuple([day for day in every if day.weekday() < 5][:count])


def office(people: int, *, seed: int = 0, tight: bool = False) -> World:
    """A session as an office has them, drawn at random: routes, ties, absences, adaptations."""
    draw = Random(f"{people}-{seed}-{tight}")
    rooms = 1 if people <= 10 else 2 if people <= 60 else 3
    per_day = 9 * rooms
    length = max(2, round(people / per_day * (1.1 if tight else 1.6)) + (not tight))
    session_days = days(length)
    size = max(8, round(people * (0.4 if tight else 0.7))) if people <= 60 else people // 3
    examiners = [_drawn_examiner(draw, number, session_days) for number in range(1, size + 1)]
    candidacies = [_drawn_candidacy(draw, number, session_days) for number in range(1, people + 1)]
    ties = [
        Tie(c.id, e.id, draw.choice(list(TieKind)), draw.choice(list(TieState)))
        for c in candidacies
        for e in examiners
        if draw.random() < 0.03
    ]
    session = Session(
        f"2026-12-{seed}",
        (CODE,),
        session_days,
        rooms=tuple(f"Salle {number + 1}" for number in range(rooms)),
    )
    past = drawn_past(Random(f"past-{people}-{seed}"), [person.id for person in examiners])
    return World(candidacies, examiners, ties, session, past=past)


def drawn_past(draw: Random, people: list[int]) -> PastYear:
    """Who presided and who sat together in the year before, drawn at random."""
    presided = {number: draw.randint(1, 2) for number in people if draw.random() < 0.3}
    pairs = combinations(people, 2)
    return PastYear(presided, frozenset(pair for pair in pairs if draw.random() < 0.05))


def _drawn_examiner(draw: Random, number: int, session_days: tuple[date, ...]) -> Examiner:
    kind = SEAT_KINDS[number % 4]
    more = [other for other in SEAT_KINDS[:3] if other != kind and draw.random() < 0.15]
    kinds = [kind, *(more if kind != TEACHING_STAFF else ())]
    absences = [
        Absence(day, day, draw.choice((None, HalfDay.AM, HalfDay.PM)))
        for day in session_days
        if draw.random() < 0.35
    ]
    ends = session_days[-1] if draw.random() < 0.9 else draw.choice(session_days)
    return examiner(
        number,
        kind,
        draw.choice((Sex.FEMALE, Sex.MALE)),
        qualifications=tuple(Qualification(k, draw.choice(("", "acte"))) for k in kinds),
        mandates=(Mandate(date(2025, 1, 1), ends),),
        absences=tuple(absences),
        preferred_half_day=draw.choice((None, None, HalfDay.AM, HalfDay.PM)),
        declines_presidency=draw.random() < 0.2,
        juries_last_year=draw.choice((None, 0, 1, 2, 3)),
    )


def _drawn_candidacy(draw: Random, number: int, session_days: tuple[date, ...]) -> Candidacy:
    more: dict[str, object] = {
        "extra_time": draw.random() < 0.08,
        "not_before": draw.choice(session_days) if draw.random() < 0.15 else None,
    }
    if draw.random() < 0.4:
        filed = session_days[0] - timedelta(days=draw.choice((30, 60, 88, 90)))
        return experienced(number, filed=filed, **more)
    return trained(number, **more)
