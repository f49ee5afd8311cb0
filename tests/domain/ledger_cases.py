"""Situations of a candidacy beside a ledger, and what the rules find of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from jurydesk.domain.acquisitions import Equivalence, EquivalenceState
from jurydesk.domain.candidacy import Closure
from jurydesk.domain.certification import Block, Certification
from jurydesk.domain.findings import Finding
from jurydesk.domain.ledger import LedgerEntry, standing_of
from jurydesk.domain.ledger_rules import check_aim
from jurydesk.domain.routes import AccessRoute
from tests.builders import CODE, a_candidacy, a_candidate, a_certification
from tests.domain.case import case

OLD = "RNCP34316"
ONE, TWO, THREE, OPTION = (f"{CODE}BC0{n}" for n in range(1, 5))


def the_older() -> Certification:
    blocks = tuple(Block(f"{OLD}BC0{n}", f"Ancien bloc {n}", optional=n == 4) for n in range(1, 5))
    return replace(a_certification(), code=OLD, blocks=blocks, replaced_by=CODE, id=2)


def an_entry(block: str, certification: str = CODE) -> LedgerEntry:
    return LedgerEntry(
        certification, block, date(2023, 6, 12), AccessRoute.CONTINUING_EDUCATION, evidence="PV"
    )


def an_equivalence(state: EquivalenceState, old: str = f"{OLD}BC01", new: str = ONE) -> Equivalence:
    return Equivalence(OLD, old, CODE, new, state, likeness=80, settled_by="N. Diallo")


def _aim(
    *blocks: str,
    has: tuple[LedgerEntry, ...] = (),
    equal: tuple[Equivalence, ...] = (),
    closure: Closure = Closure.IN_PROGRESS,
) -> partial[tuple[Finding, ...]]:
    standing = standing_of(a_certification(), has, equal)
    path = a_candidacy(blocks=blocks, closure=closure)
    return partial(_found, path=path, standing=standing)


def _found(**given: object) -> tuple[Finding, ...]:
    path, standing = given["path"], given["standing"]
    return tuple(check_aim(path, a_candidate(), standing))  # type: ignore[arg-type]  # -- keywords from data


_ALL = tuple(map(an_entry, (ONE, TWO, THREE)))
_PROPOSED = an_equivalence(EquivalenceState.PROPOSED)

CASES = (
    case("nothing acquired", "", _aim(ONE)),
    case("another block acquired", "", _aim(ONE, has=(an_entry(TWO),))),
    case("aims at a block acquired before", "SCOPE-04", _aim(ONE, TWO, has=(an_entry(ONE),))),
    case("the whole, one block acquired", "", _aim(has=(an_entry(ONE),))),
    case("two of three acquired", "", _aim(THREE, has=_ALL[:2])),
    case("all three acquired: nothing is left", "SCOPE-03", _aim(has=_ALL)),
    case("acquired, and the path is over", "", _aim(has=_ALL, closure=Closure.CERTIFIED)),
    case("only the option aimed at", "SCOPE-06", _aim(OPTION)),
    case("the option beside a mandatory block", "", _aim(ONE, OPTION)),
    case(
        "an equivalence nobody settled",
        "SCOPE-05",
        _aim(has=(an_entry(f"{OLD}BC01", OLD),), equal=(_PROPOSED,)),
    ),
    case("an equivalence of a block that the person lacks", "", _aim(equal=(_PROPOSED,))),
    case(
        "an equivalence set aside",
        "",
        _aim(
            has=(an_entry(f"{OLD}BC01", OLD),),
            equal=(an_equivalence(EquivalenceState.SET_ASIDE),),
        ),
    ),
    case(
        "an equivalence confirmed, its block aimed at",
        "SCOPE-04",
        _aim(
            ONE,
            has=(an_entry(f"{OLD}BC01", OLD),),
            equal=(an_equivalence(EquivalenceState.CONFIRMED),),
        ),
    ),
)
