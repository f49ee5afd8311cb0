"""Situations of a jury and of its members, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.certification import (
    EMPLOYEES,
    EMPLOYERS,
    INDEPENDENT,
    TEACHING_STAFF,
    CompositionStatus,
    RouteTerms,
    Seat,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Examiner, Mandate, Qualification, Sex, Training
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.domain.session import Jury, JurySpan
from jurydesk.domain.session_facts import Limits, SessionFacts
from jurydesk.domain.session_rules import check_session
from tests.builders import (
    DAY,
    SEATS,
    a_candidacy,
    a_certification,
    a_composition,
    a_hearing,
    a_jury,
    a_pool,
    a_vae,
    an_examiner,
    some_facts,
    some_jurors,
    some_routes,
)
from tests.domain.case import Case, case

_KINDS = (EMPLOYERS, EMPLOYEES, INDEPENDENT, TEACHING_STAFF)
_SPARE = an_examiner(5, seat=EMPLOYERS)


def _session(facts: SessionFacts) -> tuple[Finding, ...]:
    return check_session(facts)


def _jury(**changes: Any) -> partial[tuple[Finding, ...]]:
    """The session whose one jury is changed like this."""
    return _seated(a_jury(**changes))


def _seated(*juries: Jury, **changes: Any) -> partial[tuple[Finding, ...]]:
    return partial(_session, some_facts(session={"juries": juries}, **changes))


def _person(**changes: Any) -> partial[tuple[Finding, ...]]:
    """The session whose first member, who presides, is changed like this."""
    return _pool(replace(a_pool()[0], **changes), *a_pool()[1:])


def _pool(*examiners: Examiner, **changes: Any) -> partial[tuple[Finding, ...]]:
    return partial(_session, some_facts(examiners=examiners, **changes))


def _sexes(letters: str, **changes: Any) -> partial[tuple[Finding, ...]]:
    """The session whose members are of these sexes, seat by seat."""
    people = zip(a_pool(), letters, strict=True)
    pool = tuple(replace(person, sex=Sex(letter)) for person, letter in people)
    return partial(_session, some_facts(examiners=pool, **changes))


def _years(*mandates: tuple[int, int], limit: int = 5) -> partial[tuple[Finding, ...]]:
    held = tuple(Mandate(date(start, 1, 1), date(end, 12, 31)) for start, end in mandates)
    person = replace(a_pool()[0], mandates=held)
    return _pool(person, *a_pool()[1:], limits=Limits(consecutive_years=limit))


def _busy(*half_days: HalfDay, limit: int | None = None) -> partial[tuple[Finding, ...]]:
    elsewhere = tuple((1, DAY, half_day) for half_day in half_days)
    return partial(_session, some_facts(elsewhere=elsewhere, limits=Limits(yearly_juries=limit)))


_NO_TEACHER = a_composition(seats=SEATS[:3])
_ONE_VOTE = a_composition(
    seats=(
        SEATS[0],
        *(replace(seat, deliberates=False) for seat in SEATS[1:]),
    )
)
_OTHERS_SHEET = a_composition(
    seats=(
        Seat("PROFESSIONALS", "Professionnel/le", 67, external=True, deliberates=True),
        Seat("PROFESSIONALS", "Professionnel/le", 67, external=True, deliberates=True),
        Seat("SCHOOL", "École", 33, external=False, deliberates=True),
    )
)
_OTHERS_POOL = (
    an_examiner(1, seat="PROFESSIONALS"),
    an_examiner(2, seat="PROFESSIONALS"),
    an_examiner(3, seat="SCHOOL", of_certifier=True),
)
_OTHERS_JURY = a_jury(jurors=some_jurors(1, 2, 3, seats=_OTHERS_SHEET.seats))


def _two_routes() -> SessionFacts:
    """A training route with the usual four seats, and a VAE without the teaching seat."""
    routes = tuple(
        RouteTerms(terms.route, terms.access, _NO_TEACHER)
        if terms.route is AccessRoute.EXPERIENCE
        else terms
        for terms in some_routes()
    )
    hearings = (a_hearing(1), a_hearing(2, at="10:00"))
    sheet = a_certification(routes=routes)
    return some_facts(a_candidacy(1), a_vae(2), session={"hearings": hearings}, certification=sheet)


SEATS_AND_MEMBERS: tuple[Case, ...] = (
    case("four members in order", "", partial(_session, some_facts())),
    case("a vacant seat", "JURY-01", _jury(jurors=some_jurors(1, 2, 3))),
    case("nobody seated", "JURY-01 HEAR-03", _jury(jurors=(), president_id=None)),
    case(
        "an external seat held by the certifier's person",
        "JURY-02",
        _person(of_certifier=True),
    ),
    case(
        "the teaching seat held by an outsider is the outsider's matter",
        "",
        _pool(*a_pool()[:3], replace(a_pool()[3], of_certifier=False)),
    ),
    case(
        "one person in two seats",
        "JURY-03 JURY-07",
        _jury(jurors=some_jurors(1, 2, 1, 4)),
    ),
    case("not qualified for the seat", "JURY-07", _person(qualifications=())),
    case(
        "qualified without a document",
        "JURY-08",
        _person(qualifications=(Qualification(EMPLOYERS),)),
    ),
    case(
        "terms of the seat changed: the teacher votes",
        "JURY-01 JURY-19",
        _jury(
            jurors=(*some_jurors(1, 2, 3), replace(some_jurors()[3], deliberates=True)),
        ),
    ),
    case(
        "a member too many",
        "JURY-19",
        _seated(a_jury(jurors=(*some_jurors(), *some_jurors(5))), examiners=(*a_pool(), _SPARE)),
    ),
    case(
        "another certifier's composition, twice the same kind of seat",
        "",
        _seated(
            _OTHERS_JURY,
            examiners=_OTHERS_POOL,
            certification=a_certification(routes=some_routes(_OTHERS_SHEET)),
        ),
    ),
    case(
        "routes with different compositions before one jury",
        "JURY-19 HEAR-08",
        partial(_session, _two_routes()),
    ),
    case("somebody who is not in the pool", "JURY-21", _pool(*a_pool()[:3])),
    case("somebody who left the pool", "JURY-21", _person(active=False)),
)

VOTES_AND_PRESIDENCY: tuple[Case, ...] = (
    case("nobody presides", "JURY-13", _jury(president_id=None)),
    case("somebody from outside presides", "JURY-13", _jury(president_id=9)),
    case("the teaching member presides", "JURY-13", _jury(president_id=4)),
    case("the president would rather not", "JURY-18", _person(declines_presidency=True)),
    case(
        "another member would rather not",
        "",
        _pool(a_pool()[0], replace(a_pool()[1], declines_presidency=True), *a_pool()[2:]),
    ),
    case(
        "a composition in which one member deliberates",
        "JURY-17 HEAR-03",
        _seated(
            a_jury(jurors=some_jurors(seats=_ONE_VOTE.seats)),
            certification=a_certification(routes=some_routes(_ONE_VOTE)),
        ),
    ),
    case(
        "the president is not in the pool",
        "JURY-21",
        _pool(*a_pool()[1:]),
    ),
)

BALANCE: tuple[Case, ...] = (
    case("two and two", "", _sexes("FMFM")),
    case("three and one", "JURY-04", _sexes("FFFM")),
    case("one and three", "JURY-04", _sexes("MMFM")),
    case("four women without a reason", "JURY-05", _sexes("FFFF")),
    case(
        "four men, a reason of spaces",
        "JURY-05",
        _sexes("MMMM", session={"juries": (a_jury(one_sex_reason="  "),)}),
    ),
    case(
        "four women with a reason",
        "",
        _sexes("FFFF", session={"juries": (a_jury(one_sex_reason="Trois refus écrits."),)}),
    ),
    case("two, one and one not stated", "JURY-06", _sexes("FFMX")),
    case(
        "three women and one not stated: no man is known to sit", "JURY-05 JURY-06", _sexes("FFFX")
    ),
    case("nobody stated it", "JURY-06", _sexes("XXXX")),
    case(
        "a sheet that does not ask for balance, on a training route",
        "",
        _sexes(
            "FFFF", certification=a_certification(routes=some_routes(a_composition(balanced=False)))
        ),
    ),
    case(
        "the same sheet before a VAE: D6412-6 asks for it",
        "JURY-05",
        partial(
            _session,
            some_facts(
                a_vae(),
                examiners=tuple(replace(person, sex=Sex.MALE) for person in a_pool()),
                certification=a_certification(routes=some_routes(a_composition(balanced=False))),
            ),
        ),
    ),
    case(
        "one sex so far, a seat still vacant",
        "JURY-01",
        _seated(
            a_jury(jurors=some_jurors(1, 2, 3)),
            examiners=tuple(replace(person, sex=Sex.MALE) for person in a_pool()),
        ),
    ),
)

PERSONS: tuple[Case, ...] = (
    case(
        "mandate ended the day before",
        "JURY-09",
        _person(mandates=(Mandate(date(2024, 1, 1), date(2026, 12, 13)),)),
    ),
    case("mandate ends that very day", "", _person(mandates=(Mandate(date(2024, 1, 1), DAY),))),
    case("mandate begins that very day", "", _person(mandates=(Mandate(DAY, date(2027, 1, 1)),))),
    case("no mandate at all", "JURY-09", _person(mandates=())),
    case("judges another certification", "JURY-10", _person(judges=("RNCP41481",))),
    case("judges this one among others", "", _person(judges=("RNCP41481", "RNCP40642"))),
    case("away all day", "JURY-11", _person(absences=(Absence(DAY, DAY),))),
    case("away in the afternoon", "", _person(absences=(Absence(DAY, DAY, HalfDay.PM),))),
    case("in another session that morning", "JURY-12", _busy(HalfDay.AM)),
    case("in another session that afternoon", "", _busy(HalfDay.PM)),
    case(
        "in two juries of the session",
        "JURY-12",
        _seated(
            a_jury(),
            a_jury(2, room="Salle 2", jurors=some_jurors(1, 6, 7, 8)),
            examiners=(
                *a_pool(),
                *(an_examiner(n, seat=kind) for n, kind in zip((6, 7, 8), _KINDS[1:], strict=True)),
            ),
        ),
    ),
    case("not trained", "JURY-14", _person(training=Training.NOT_TRAINED)),
    case("training not recorded", "JURY-22", _person(training=Training.UNKNOWN)),
    case("a mandate for five years less a day", "", _years((2022, 2026))),
    case("mandates on end for more than five years", "JURY-15", _years((2018, 2022), (2023, 2027))),
    case("a year's break between mandates", "", _years((2015, 2021), (2023, 2027))),
    case(
        "overlapping mandates count from the first", "JURY-15", _years((2020, 2025), (2024, 2027))
    ),
    case("a mandate of later years does not count", "", _years((2026, 2026), (2027, 2036))),
    case("at the yearly limit", "", _busy(HalfDay.PM, limit=2)),
    case("over the yearly limit", "JURY-20", _busy(HalfDay.PM, limit=1)),
)

COMPOSITIONS: tuple[Case, ...] = (
    case(
        "proposed",
        "CERT-04",
        partial(
            _session,
            some_facts(
                certification=a_certification(
                    routes=some_routes(a_composition(status=CompositionStatus.PROPOSED))
                )
            ),
        ),
    ),
    case(
        "confirmed",
        "",
        partial(
            _session,
            some_facts(
                certification=a_certification(
                    routes=some_routes(a_composition(status=CompositionStatus.CONFIRMED))
                )
            ),
        ),
    ),
    case(
        "none at all",
        "CERT-04",
        partial(
            _session,
            some_facts(
                certification=a_certification(
                    routes=tuple(RouteTerms(route, Access.OPEN) for route in AccessRoute)
                )
            ),
        ),
    ),
)

_AT_NOON = replace(a_jury(), number=2, half_day=HalfDay.PM)


def _for_a_day(*juries: Jury) -> partial[tuple[Finding, ...]]:
    """The session whose juries are convened for a day."""
    session = {"juries": juries, "jury_span": JurySpan.DAY, "hearings": ()}
    return partial(_session, some_facts(session=session))


DAYS = (
    case(
        "another president at noon",
        "JURY-30",
        _for_a_day(a_jury(), replace(_AT_NOON, president_id=a_jury().jurors[1].examiner_id)),
    ),
    case("the same at noon", "", _for_a_day(a_jury(), _AT_NOON)),
)

CASES = (*DAYS, *SEATS_AND_MEMBERS, *VOTES_AND_PRESIDENCY, *BALANCE, *PERSONS, *COMPOSITIONS)
