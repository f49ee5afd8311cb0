"""Amendments in which one thing is wrong, and the rule that names it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from jurydesk.domain.alterations import Part, Point, Rectification
from jurydesk.domain.amendment import alterations, rectified
from jurydesk.domain.amendment_rules import (
    AmendmentGround,
    check_amendment,
    check_points,
    with_decisions,
)
from jurydesk.domain.candidate_statement import Identity, identity_of
from jurydesk.domain.findings import Finding
from jurydesk.domain.minutes import MinutesContent
from tests.builders import CODE, a_candidacy, a_candidate, a_certification
from tests.domain.case import case
from tests.domain.minutes_cases import minutes_of

BC03 = f"{CODE}BC03"
GROUND = AmendmentGround(
    candidacies={1: a_candidacy()},
    sheet=a_certification(),
    on_file={1: identity_of(a_candidate())},
)
ISSUED = replace(minutes_of(), number="PV-2026-001")


def of_candidate(field: str, value: str) -> Rectification:
    return Rectification(Point(Part.CANDIDATE, field, subject=1), value)


def of_block(field: str, value: str, block: str = BC03) -> Rectification:
    return Rectification(Point(Part.BLOCK, field, subject=1, block=block), value)


def of_member(field: str, value: str, *, jury: int = 0, number: int = 1) -> Rectification:
    return Rectification(Point(Part.MEMBER, field, jury, number), value)


def of_jury(field: str, value: str, jury: int = 1) -> Rectification:
    return Rectification(Point(Part.JURY, field, jury), value)


def of_session(field: str, value: str) -> Rectification:
    return Rectification(Point(Part.SESSION, field), value)


def amended(
    *points: Rectification,
    before: MinutesContent = ISSUED,
    ground: AmendmentGround = GROUND,
    reason: str = "Saisie inversée.",
    asked_by: str = "Mme Legrand",
) -> MinutesContent:
    """Return the content that an amendment would seal."""
    settled = {p.point.subject for p in points if p.point.field == "decision"}
    after = with_decisions(before, rectified(before, points), ground, settled=settled)
    return replace(
        after,
        amends=before.number,
        amendment_reason=reason,
        asked_by=asked_by,
        alterations=alterations(before, after),
    )


def _found(
    *points: Rectification, ground: AmendmentGround = GROUND, **told: Any
) -> partial[tuple[Finding, ...]]:
    return partial(check_amendment, ISSUED, amended(*points, ground=ground, **told), ground)


def _points(*points: Rectification) -> partial[tuple[Finding, ...]]:
    return partial(check_points, ISSUED, points)


_ROOM = of_jury("room", "Salle 2")
_REFUSED = (
    of_block("outcome", "REFUSED"),
    of_block("reason", "Le plan ne tient pas."),
    of_block("evidence", "Le plan de travail remis."),
    of_block("advice", "Refaire le plan avec un régisseur."),
)
_OTHERS = replace(GROUND, on_file={1: Identity("LEGRAND Paul", a_candidate().sex, None, "")})

_THREE_TEXTS = "MIN-20 MIN-25 MIN-26"

CASES = (
    case("another room", "", _found(_ROOM)),
    case("a block refused, with its reason", "", _found(*_REFUSED)),
    case("no reason", "AMEND-01", _found(_ROOM, reason=" ")),
    case("nobody asked for it", "AMEND-02", _found(_ROOM, asked_by="")),
    case("nothing differs", "AMEND-03", _found(of_jury("room", "Salle 1"))),
    case(
        "a decision that its blocks do not give",
        "AMEND-04",
        _found(of_candidate("decision", "PARTIAL")),
    ),
    case(
        "a decision that does not follow the corrected blocks",
        "AMEND-04",
        _found(*_REFUSED, of_candidate("decision", "FULL")),
    ),
    case(
        "an annulled jury",
        "AMEND-05",
        _found(_ROOM, ground=replace(GROUND, annulled={1})),
    ),
    case(
        "somebody heard by an annulled jury",
        "AMEND-05",
        _found(of_candidate("observations", "…"), ground=replace(GROUND, annulled={1})),
    ),
    case(
        "a session of which another jury is annulled",
        "",
        _found(_ROOM, ground=replace(GROUND, annulled={2})),
    ),
    case("no such day", "AMEND-06", _points(of_candidate("birth_date", "31/02/1990"))),
    case("no such hour", "AMEND-06", _points(of_member("arrived", "25:00", jury=1))),
    case("no such result", "AMEND-06", _points(of_block("outcome", "PERHAPS"))),
    case("neither there nor away", "AMEND-06", _points(of_member("present", "PERHAPS", jury=1))),
    case("a name left empty", "AMEND-06", _points(of_candidate("name", " "))),
    case(
        "values as they are written", "", _points(_ROOM, of_candidate("birth_date", "1990-02-28"))
    ),
    case(
        "somebody who is not in the minutes", "AMEND-07", _points(of_member("name", "X", number=9))
    ),
    case("what follows from the rest", "AMEND-07", _points(of_jury("start", "09:00"))),
    case("what minutes do not say", "AMEND-07", _points(of_session("weather", "rain"))),
    case(
        "a hearing that ends before it begins",
        "AMEND-08 MIN-31",
        _found(of_candidate("end", "08:00")),
    ),
    case(
        "a member who left before they came",
        "AMEND-08 AMEND-10",
        _found(
            of_member("arrived", "11:00", jury=1),
            of_member("left", "10:00", jury=1),
            of_member("present", "NO", jury=1, number=2),
            of_candidate("observations", "…"),
        ),
    ),
    case(
        "another name than the file has",
        "AMEND-09",
        _found(of_candidate("name", "LEGRANT Ophélie"), ground=_OTHERS),
    ),
    case(
        "too few who deliberated",
        "AMEND-10",
        _found(
            of_member("present", "NO", jury=1, number=2),
            of_member("present", "NO", jury=1, number=3),
            of_candidate("observations", "…"),
        ),
    ),
    case("a refusal without a reason", _THREE_TEXTS, _found(of_block("outcome", "REFUSED"))),
    case("absent after all", "", _found(of_candidate("appearance", "ABSENT"))),
)
