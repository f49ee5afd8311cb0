"""What it costs to look for the ties of a whole office, against bare readings and comparisons."""

from __future__ import annotations

import random
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from rapidfuzz import fuzz, process

from jurydesk.bootstrap import create_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy, TrainingRecord
from jurydesk.domain.people import Candidate, Employment, Examiner
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.clock import clock_on
from jurydesk.services.ties import propose_ties
from tests.ui.office import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

    from jurydesk.services.ports import Desk, UnitOfWork

PEOPLE, FEW = 20_000, 300
"""Measured, and in an ordinary run of the tests."""
POOL = 200
COMPANIES = 6_000
SYLLABLES = (
    "ba be bo da de do fa fe ga gi la le li lo ma me mi mo na ne ni pa pe ra re ri ro".split()
)
FORMS = ("{} Films", "Les Films {}", "{} Productions", "Studio {}", "{} SAS", "Groupe {}", "{}")


def invented(chance: random.Random, least: int = 3) -> str:
    syllables = range(chance.randint(least, least + 2))
    return "".join(chance.choice(SYLLABLES) for _ in syllables).title()


def companies(chance: random.Random) -> list[str]:
    """Names of one or two words, as companies have them, many of them alike."""
    return [
        chance.choice(FORMS).format(
            " ".join(invented(chance) for _ in range(chance.choice((1, 2))))
        )
        for _ in range(COMPANIES)
    ]


def examiner(number: int, chance: random.Random, names: list[str]) -> Examiner:
    past = (Employment(chance.choice(names), is_past=True), Employment(chance.choice(names)))
    return Examiner(
        f"Juré{invented(chance)}", "Zoé", organisation=names[number], employments=past, judges=None
    )


def candidate(number: int, chance: random.Random, names: list[str]) -> Candidate:
    """One in fifty works where an examiner does, written in another way."""
    employer = chance.choice(names)
    if number % 50 == 0:
        employer = f"{names[number % POOL].upper()} SARL"
    past = (Employment(chance.choice(names), is_past=True),) if number % 2 else ()
    return Candidate(f"Nom{number}", ("Ana",), employer=employer, employments=past)


def path(candidate_id: int, chance: random.Random, pool: list[Examiner]) -> Candidacy:
    """One in ten was trained by somebody of the pool, the others by somebody else."""
    trainer = f"M. {invented(chance)}"
    if candidate_id % 10 == 0:
        trainer = f"Mme {pool[candidate_id % POOL].last_name}"
    training = TrainingRecord(trainer=trainer, placement=chance.choice(FORMS).format("Ailleurs"))
    return Candidacy(candidate_id, "RNCP40642", AccessRoute.CONTINUING_EDUCATION, training=training)


@pytest.fixture(scope="module")
def count(request: pytest.FixtureRequest) -> int:
    return PEOPLE if request.config.getoption("benchmark_enable") else FEW


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, count: int) -> Iterator[Desk]:
    """A workspace of many, in which nobody has looked for ties yet."""
    chance = random.Random(2026)
    names = companies(chance)
    desk = create_workspace(
        tmp_path_factory.mktemp("many") / "bureau.jurydesk", actor="Camille", clock=clock_on(TODAY)
    )
    with desk.open_unit() as unit:
        pool = [unit.examiners.add(examiner(n, chance, names)) for n in range(POOL)]
        for number in range(count):
            stored = unit.candidates.add(candidate(number, chance, names))
            unit.candidacies.add(path(stored.id, chance, pool))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    yield desk
    desk.close()


def seconds(call: Callable[[UnitOfWork], object], desk: Desk) -> tuple[float, object]:
    """Time one call in a unit that is rolled back."""
    with desk.open_unit() as unit:
        start = perf_counter()
        result = call(unit)
        return perf_counter() - start, result


def reading(unit: UnitOfWork) -> object:
    """What any proposal must read."""
    return unit.examiners.all(), unit.candidates.all(), unit.candidacies.all(), unit.ties.all()


def comparing(unit: UnitOfWork) -> object:
    """Every distinct name with every company of the pool, by the library alone."""
    ours = {e.organisation for e in unit.examiners.all()}
    asked = {c.employer for c in unit.candidates.all()}
    start = perf_counter()
    process.cdist(list(asked), list(ours), scorer=fuzz.ratio, score_cutoff=84)
    return perf_counter() - start


@pytest.mark.timeout(900)
def test_ties_of_a_whole_office(benchmark: BenchmarkFixture, office: Desk, count: int) -> None:
    plain, _ = seconds(reading, office)
    _, bare = seconds(comparing, office)

    def propose() -> tuple[float, object]:
        return seconds(lambda unit: propose_ties(unit, today=TODAY), office)

    taken, found = benchmark.pedantic(propose, rounds=1, iterations=1)
    assert isinstance(found, int)
    assert found >= count // 50
    benchmark.extra_info["candidates"] = count
    benchmark.extra_info["examiners"] = POOL
    benchmark.extra_info["proposed"] = found
    benchmark.extra_info["seconds"] = round(taken, 2)
    benchmark.extra_info["seconds_of_reading_alone"] = round(plain, 2)
    benchmark.extra_info["times_reading_alone"] = round(taken / plain, 1)
    benchmark.extra_info["seconds_of_bare_comparison"] = round(float(str(bare)), 3)
