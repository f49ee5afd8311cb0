"""Situations of a candidacy, as a draft and before a jury, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure, Handed, Suspension
from jurydesk.domain.candidacy_rules import check_candidacy, check_readiness
from jurydesk.domain.certification import Certification, RegistrationPeriod
from jurydesk.domain.entry_conditions import (
    Answer,
    ConditionAnswer,
    ConditionKind,
    EntryCondition,
)
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import Access, AccessRoute
from tests.builders import (
    CODE,
    DAY,
    TODAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_vae,
    some_routes,
)
from tests.domain.case import case

Find = partial[tuple[Finding, ...]]
_LAST = date(2026, 11, 1)
_ENDED = a_certification(registered_until=_LAST)
_WITHOUT_DATES = a_certification(registered_from=None, registered_until=None)


def _draft(
    candidacy: Candidacy | None = None,
    *,
    candidate: Candidate | None = None,
    certification: Certification | None = None,
    others: tuple[Candidacy, ...] = (),
    today: date = TODAY,
) -> Find:
    return partial(
        check_candidacy,
        candidacy or a_candidacy(),
        candidate or a_candidate(),
        certification or a_certification(),
        today=today,
        others=others,
    )


def _ready(
    candidacy: Candidacy | None = None,
    *,
    candidate: Candidate | None = None,
    certification: Certification | None = None,
    on: date = DAY,
) -> Find:
    sheet = certification or a_certification()
    person = candidate or a_candidate()
    return partial(check_readiness, candidacy or a_candidacy(), person, sheet, on=on)


def _trained(route: AccessRoute = AccessRoute.INITIAL_TRAINING, **changes: Any) -> Candidacy:
    candidacy = a_candidacy(route=route)
    return replace(candidacy, training=replace(candidacy.training, **changes))


def _filed(identifier: int, received: date, code: str = CODE, **changes: Any) -> Candidacy:
    """Another VAE file of the same person."""
    filed = a_vae(identifier, file={"received": received}, candidate_id=1, certification=code)
    return replace(filed, **changes)


def _undecided(**file: Any) -> Candidacy:
    """A complete file without a decision."""
    return a_vae(
        file={"status": Status.COMPLETE, "decided": None, **file}, validation_received=None
    )


IDENTITY = (
    case("complete", "", _draft()),
    case("no birth date", "CAND-01", _draft(candidate=a_candidate(birth_date=None))),
    case("no first name", "CAND-01", _draft(candidate=a_candidate(first_names=()))),
    case("a birth name of spaces", "CAND-01", _draft(candidate=a_candidate(birth_name=" "))),
    case(
        "born tomorrow", "CAND-02", _draft(candidate=a_candidate(birth_date=TODAY + timedelta(1)))
    ),
    case("fourteen today", "", _draft(candidate=a_candidate(birth_date=date(2012, 11, 23)))),
    case(
        "fourteen tomorrow", "CAND-02", _draft(candidate=a_candidate(birth_date=date(2012, 11, 24)))
    ),
    case("a hundred today", "", _draft(candidate=a_candidate(birth_date=date(1926, 11, 23)))),
    case(
        "a hundred yesterday",
        "CAND-02",
        _draft(candidate=a_candidate(birth_date=date(1926, 11, 22))),
    ),
    case("no identity, before a jury", "CAND-01", _ready(candidate=a_candidate(birth_date=None))),
    case("withdrawn", "CAND-03", _ready(a_candidacy(closure=Closure.WITHDRAWN))),
)

SHEET = (
    case(
        "unknown certification, draft",
        "CERT-06",
        partial(check_candidacy, a_candidacy(), a_candidate(), None, today=TODAY),
    ),
    case(
        "unknown certification, jury",
        "CERT-06",
        partial(check_readiness, a_candidacy(), a_candidate(), None, on=DAY),
    ),
    case(
        "route closed",
        "ROUTE-01",
        _draft(certification=a_certification(routes=some_routes(access=Access.CLOSED))),
    ),
    case("route not known", "ROUTE-02", _draft(certification=a_certification(routes=()))),
    case(
        "blocks of the sheet, in full and in short",
        "",
        _draft(a_candidacy(blocks=(f"{CODE}BC01", "BC04"))),
    ),
    case(
        "a block that the sheet does not have",
        "SCOPE-01",
        _draft(a_candidacy(blocks=("BC01", "BC09"))),
    ),
    case(
        "a block of a sheet judged as a whole",
        "SCOPE-01",
        _draft(
            a_candidacy(blocks=("BC01",)),
            certification=a_certification(blocks=(), has_blocks=False),
        ),
    ),
    case(
        "a block of a sheet whose blocks are not known",
        "SCOPE-02",
        _draft(
            a_candidacy(blocks=("BC01",)), certification=a_certification(blocks=(), has_blocks=None)
        ),
    ),
)

_PERIODS = (
    RegistrationPeriod(DAY, DAY, date(2008, 8, 27), date(2013, 8, 27), 5),
    RegistrationPeriod(DAY, DAY, date(2014, 12, 31), date(2015, 12, 31), 1),
)
_PERIODIC = a_certification(registrations=_PERIODS, registered_from=None, registered_until=None)

REGISTRATION = (
    case("entered on the first day", "", _draft(_trained(entry=date(2025, 1, 1)))),
    case("entered the day before", "CERT-01", _draft(_trained(entry=date(2024, 12, 31)))),
    case(
        "entered on the last day",
        "",
        _draft(_trained(entry=_LAST, exit=None), certification=_ENDED),
    ),
    case(
        "entered the day after",
        "CERT-01",
        _draft(_trained(entry=_LAST + timedelta(1), exit=None), certification=_ENDED),
    ),
    case("dates not known", "CERT-03", _draft(certification=_WITHOUT_DATES)),
    case(
        "only the beginning known, entered before",
        "CERT-03 CERT-01",
        _draft(
            _trained(entry=date(2024, 1, 1)),
            certification=a_certification(registered_until=None),
        ),
    ),
    case(
        "between two registrations",
        "CERT-01",
        _draft(_trained(entry=date(2014, 6, 1)), certification=_PERIODIC),
    ),
    case(
        "in the second registration",
        "",
        _draft(_trained(entry=date(2015, 12, 31)), certification=_PERIODIC),
    ),
    case("VAE admissible while registered", "", _draft(a_vae(), certification=_ENDED)),
    case(
        "VAE admissible after the end",
        "CERT-01",
        _draft(
            a_vae(file={"decided": date(2026, 11, 2)}, validation_received=None),
            certification=_ENDED,
        ),
    ),
    case(
        "VAE not decided when registration ends",
        "CERT-01",
        _draft(_undecided(complete=date(2026, 10, 15)), certification=_ENDED),
    ),
    case(
        "VAE tacitly admissible on the last day",
        "VAE-03",
        _draft(_undecided(complete=date(2026, 8, 31)), certification=_ENDED),
    ),
    case(
        "VAE tacitly admissible the day after",
        "CERT-01 VAE-03",
        _draft(_undecided(complete=date(2026, 9, 1)), certification=_ENDED),
    ),
    case(
        "delivered after the end to somebody who had entered",
        "CERT-05",
        _ready(certification=_ENDED),
    ),
    case(
        "delivered on the last day", "", _ready(certification=a_certification(registered_until=DAY))
    ),
    case(
        "delivered after the end, entered after it too",
        "CERT-01 TRAIN-02",
        _ready(_trained(entry=_LAST + timedelta(1), exit=date(2027, 1, 1)), certification=_ENDED),
    ),
    case(
        "delivered after the last day of delivery",
        "CERT-02",
        _ready(certification=replace(_ENDED, last_delivery=DAY - timedelta(1))),
    ),
    case(
        "delivered on the last day of delivery",
        "CERT-05",
        _ready(certification=replace(_ENDED, last_delivery=DAY)),
    ),
    case(
        "delivered, entry not known", "TRAIN-01", _ready(_trained(entry=None), certification=_ENDED)
    ),
    case("delivered, dates not known", "CERT-03", _ready(certification=_WITHOUT_DATES)),
)

_NOTHING = {"entry": None, "exit": None, "assessment": None, "dissertation": Handed.UNKNOWN}
_NOTHING |= {"attendance": Handed.UNKNOWN}


_DEMANDING = a_certification(
    conditions=(
        EntryCondition(
            f"{CODE}C01", ConditionKind.LEVEL, "Niveau 5", (AccessRoute.INDIVIDUAL,), threshold=5
        ),
    )
)
_ANSWERED = (ConditionAnswer(f"{CODE}C01", Answer.MET, "diplôme", "Camille", TODAY),)


def _alone(sheet: Certification | None = None, **changes: Any) -> Find:
    """An individual application: entered, let in, dissertation and evidence received."""
    record = {"entrance": Handed.YES, "evidence": Handed.YES, **changes}
    path = _trained(AccessRoute.INDIVIDUAL, exit=None, assessment=None, attendance=Handed.UNKNOWN)
    answers = record.pop("answers", ())
    path = replace(path, individual=replace(path.individual, **record), conditions=answers)
    return _ready(path, certification=sheet)


TRAINING = (
    case("ready", "", _ready()),
    case("nothing recorded", "TRAIN-01 TRAIN-03 TRAIN-05 TRAIN-04 TRAIN-07",
         _ready(_trained(**_NOTHING))),
    case("no entry date, draft", "TRAIN-01", _draft(_trained(entry=None))),
    case(
        "no entry, but a beginning",
        "",
        _draft(replace(_trained(entry=None), begun=date(2026, 1, 5))),
    ),
    case("ends on the day of the jury", "", _ready(_trained(exit=DAY))),
    case("ends the day after", "TRAIN-02", _ready(_trained(exit=DAY + timedelta(1)))),
    case("ends before it begins", "TRAIN-06", _draft(_trained(exit=date(2026, 1, 4)))),
    case("begins and ends the same day", "", _draft(_trained(exit=date(2026, 1, 5)))),
    case("dissertation not handed in", "TRAIN-03", _ready(_trained(dissertation=Handed.NO))),
    case(
        "absent at the assessment",
        "TRAIN-04",
        _ready(_trained(assessment=None, assessment_missed=True)),
    ),
    case("assessed nought", "", _ready(_trained(assessment=Decimal(0)))),
    case(
        "by contract",
        "TRAIN-04",
        _ready(_trained(AccessRoute.PROFESSIONALISATION_CONTRACT, assessment=None)),
    ),
    *(
        case(f"attendance not known, {route}", "TRAIN-07",
             _ready(_trained(route, attendance=Handed.UNKNOWN)))
        for route in AccessRoute if route.is_training
    ),
    case("attendance found wanting", "TRAIN-07", _ready(_trained(attendance=Handed.NO))),
    case("attendance is of no matter to a draft", "", _draft(_trained(attendance=Handed.NO))),
    case("attendance is not asked of a VAE", "", _ready(a_vae())),
    case("on one's own: neither end of training, mark nor attendance", "", _alone()),
    case("on one's own, not let in", "INDIV-01", _alone(entrance=Handed.NO)),
    case("on one's own, nobody has judged the entrance", "INDIV-01",
         _alone(entrance=Handed.UNKNOWN)),
    case("on one's own, a condition of the sheet is open: it alone is named", "ENTRY-01",
         _alone(_DEMANDING, entrance=Handed.UNKNOWN)),
    case("on one's own, the condition is met and nobody has said so of all", "INDIV-01",
         _alone(_DEMANDING, entrance=Handed.UNKNOWN, answers=_ANSWERED)),
    case("on one's own, let in by the condition of the sheet", "",
         _alone(_DEMANDING, answers=_ANSWERED)),
    case("on one's own, no evidence", "INDIV-02", _alone(evidence=Handed.NO)),
    case("on one's own, evidence not known", "INDIV-02", _alone(evidence=Handed.UNKNOWN)),
    case(
        "on one's own, nothing recorded",
        "TRAIN-01 TRAIN-03 INDIV-01 INDIV-02",
        _ready(_trained(AccessRoute.INDIVIDUAL, **_NOTHING)),
    ),
)  # fmt: skip

_RECENT = {"decided": date(2026, 10, 1)}

VAE_READINESS = (
    case("ready", "", _ready(a_vae())),
    case("no file", "VAE-01 VAE-02", _ready(Candidacy(1, CODE, AccessRoute.EXPERIENCE))),
    case("refused", "VAE-01", _ready(a_vae(file={"status": Status.REFUSED}))),
    case(
        "incomplete", "VAE-01", _ready(a_vae(file={"status": Status.INCOMPLETE, "decided": None}))
    ),
    case("lapsed", "VAE-04", _ready(a_vae(file={"status": Status.LAPSED}))),
    case("admissible without a date", "VAE-11 VAE-01", _ready(a_vae(file={"decided": None}))),
    case("decided after the jury", "VAE-01", _ready(a_vae(file={"decided": DAY + timedelta(1)}))),
    case(
        "silent for two months to the day",
        "VAE-01 VAE-02",
        _ready(_undecided(complete=date(2026, 10, 14))),
    ),
    case(
        "silent for two months and a day",
        "VAE-03 VAE-02",
        _ready(_undecided(complete=date(2026, 10, 13))),
    ),
    case(
        "tacitly admissible, as recorded",
        "",
        _ready(a_vae(file={"status": Status.TACITLY_ADMISSIBLE, "decided": None})),
    ),
    case(
        "silence under the older law decides nothing",
        "VAE-01 VAE-02",
        _ready(replace(_undecided(), begun=date(2023, 12, 31))),
    ),
    case(
        "file of today for a jury of today",
        "",
        _ready(a_vae(file=_RECENT, validation_received=DAY)),
    ),
    case(
        "file of tomorrow",
        "VAE-02",
        _ready(a_vae(file=_RECENT, validation_received=DAY + timedelta(1))),
    ),
    case(
        "jury three months after the file", "", _ready(a_vae(validation_received=date(2026, 9, 14)))
    ),
    case(
        "jury three months and a day after",
        "VAE-05",
        _ready(a_vae(validation_received=date(2026, 9, 13))),
    ),
    case(
        "late jury of a path of the older law",
        "",
        _ready(a_vae(begun=date(2023, 12, 31), validation_received=date(2026, 6, 1))),
    ),
)


def _suspended(days: int) -> Candidacy:
    """Complete two months and a day ago, then incomplete for so many days."""
    since = date(2026, 10, 1)
    path = _undecided(complete=date(2026, 9, 22))
    stop = Suspension(since, since + timedelta(days))
    return replace(path, admissibility=replace(path.admissibility, suspensions=(stop,)))


VAE_FILE = (
    case("in order", "", _draft(a_vae())),
    case(
        "complete before it was received",
        "VAE-07",
        _draft(a_vae(file={"complete": date(2026, 3, 1)})),
    ),
    case(
        "all on one day",
        "",
        _draft(
            a_vae(
                file={"complete": date(2026, 3, 2), "decided": date(2026, 3, 2)},
                validation_received=date(2026, 3, 2),
            )
        ),
    ),
    case(
        "validation file before the decision",
        "VAE-07",
        _draft(a_vae(validation_received=date(2026, 5, 3))),
    ),
    case(
        "a date missing in between",
        "VAE-07",
        _draft(
            a_vae(
                file={"complete": None, "decided": date(2026, 3, 1)},
                validation_received=date(2026, 8, 1),
            )
        ),
    ),
    case(
        "received tomorrow",
        "VAE-09",
        _draft(a_vae(file=_RECENT, validation_received=TODAY + timedelta(1))),
    ),
    case("admissible without a date", "VAE-11", _draft(a_vae(file={"decided": None}))),
    case("lapsed", "VAE-04", _draft(a_vae(file={"status": Status.LAPSED}))),
    case(
        "six months without a step, to the day",
        "",
        _draft(a_vae(file={"decided": date(2026, 5, 23)}, validation_received=None)),
    ),
    case(
        "six months and a day without a step",
        "VAE-08",
        _draft(a_vae(file={"decided": date(2026, 5, 22)}, validation_received=None)),
    ),
    case(
        "validation file after the sixth month",
        "VAE-08",
        _draft(a_vae(file={"decided": date(2026, 3, 31)})),
    ),
    case(
        "six months under the older law",
        "",
        _draft(a_vae(begun=date(2023, 12, 31), file={"decided": date(2026, 3, 31)})),
    ),
    case("silent for two months", "VAE-03", _draft(_undecided(complete=date(2026, 9, 22)))),
    case("silent for a day less", "", _draft(_undecided(complete=date(2026, 9, 23)))),
    case("silent, a day of it while papers were missing", "", _draft(_suspended(1))),
    case("silent since the day after a suspension", "VAE-03", _draft(_suspended(0))),
    case(
        "six months and a day after the notification",
        "VAE-08",
        _draft(a_vae(file={"notified": date(2026, 5, 22)}, validation_received=None)),
    ),
    case(
        "six months after the notification",
        "",
        _draft(a_vae(file={"notified": date(2026, 5, 23)}, validation_received=None)),
    ),
    case(
        "a step within the six months",
        "",
        _draft(a_vae(file={"last_step": date(2026, 5, 4)}, validation_received=None)),
    ),
    case(
        "a step before the decision",
        "VAE-08",
        _draft(a_vae(file={"last_step": date(2026, 5, 3)}, validation_received=None)),
    ),
)


def _year(*others: Candidacy, **changes: Any) -> Find:
    return _draft(a_vae(9, candidate_id=1, **changes), others=others)


_JANUARY = date(2026, 1, 15)
VAE_FILES_PER_YEAR = (
    case("the first of the year", "", _year()),
    case("the same certification twice", "VAE-06", _year(_filed(1, _JANUARY))),
    case("the same one last year", "", _year(_filed(1, date(2025, 12, 31)))),
    case("the same one before, for a block", "", _year(_filed(1, _JANUARY, blocks=("BC01",)))),
    case(
        "the same one before, lapsed since",
        "",
        _year(
            replace(
                _filed(1, _JANUARY),
                admissibility=replace(_filed(1, _JANUARY).admissibility, status=Status.LAPSED),
            )
        ),
    ),
    case(
        "the same one later in the year is the other's matter",
        "",
        _year(_filed(1, date(2026, 3, 3))),
    ),
    case("the same day: the first recorded counts", "VAE-06", _year(_filed(1, date(2026, 3, 2)))),
    case("the same day, recorded later", "", _year(_filed(10, date(2026, 3, 2)))),
    case(
        "the same day, this one not recorded yet",
        "VAE-06",
        _draft(a_vae(0, candidate_id=1), others=(_filed(10, date(2026, 3, 2)),)),
    ),
    case(
        "three different ones",
        "",
        _year(_filed(1, _JANUARY, "RNCP1"), _filed(2, _JANUARY, "RNCP2")),
    ),
    case("a fourth", "VAE-06", _year(*(_filed(n, _JANUARY, f"RNCP{n}") for n in (1, 2, 3)))),
    case(
        "a fourth under the older law",
        "",
        _year(*(_filed(n, _JANUARY, f"RNCP{n}") for n in (1, 2, 3)), begun=date(2023, 12, 31)),
    ),
    case("a file without a date", "", _year(_filed(1, _JANUARY), file={"received": None})),
    case(
        "another file without a date", "", _year(a_vae(1, file={"received": None}, candidate_id=1))
    ),
)


def _beside(
    route: AccessRoute = AccessRoute.APPRENTICESHIP,
    *,
    begun: date = date(2026, 3, 2),
    **changes: Any,
) -> Find:
    other = replace(_trained(route), id=5, **changes)
    return _draft(a_vae(begun=begun), others=(other,))


INITIAL_TRAINING = (
    case("an apprentice for the same certification", "VAE-10", _beside()),
    case(
        "a student for it, on the last day",
        "VAE-10",
        _beside(AccessRoute.INITIAL_TRAINING, begun=date(2026, 10, 30)),
    ),
    case("a student who had finished", "", _beside(begun=date(2026, 10, 31))),
    case("a student for another certification", "", _beside(certification="RNCP41481")),
    case("continuing education", "", _beside(AccessRoute.CONTINUING_EDUCATION)),
    case("an apprentice who gave up", "", _beside(closure=Closure.ABANDONED)),
    case("entry not known", "", _beside(training=replace(a_candidacy().training, entry=None))),
    case("under the older law", "", _beside(begun=date(2023, 12, 31))),
)

CASES = (
    *IDENTITY,
    *SHEET,
    *REGISTRATION,
    *TRAINING,
    *VAE_READINESS,
    *VAE_FILE,
    *VAE_FILES_PER_YEAR,
    *INITIAL_TRAINING,
)
