"""Committees chosen while they are scheduled: how many defences can be held, proved, how soon."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.almeida import breaches, published, read
from tests.benchmarks.almeida_model import Found, most_held

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

SECONDS = 60


def folder() -> Path:
    given = os.environ.get("JURYDESK_BENCH_DATA")
    found = Path(given or "", "almeida")
    if not given or not found.is_dir():
        pytest.skip("JURYDESK_BENCH_DATA names no folder with the public benchmarks")
    return found


def test_as_many_defences_as_published_are_held_and_no_more_can_be(
    benchmark: BenchmarkFixture,
) -> None:
    """Of some instances nothing is published: their first stage, or a later one, gave up."""
    files = sorted(folder().glob("*.json.xz"))
    instances = {file.name.removesuffix(".json.xz"): read(file) for file in files}
    told = published(folder() / "published.csv")
    seconds: dict[str, float] = {}

    def hold_all() -> dict[str, Found]:
        return {name: hold(name) for name in instances}

    def hold(name: str) -> Found:
        start = perf_counter()
        found = most_held(instances[name], seconds=SECONDS)
        seconds[name] = perf_counter() - start
        return found

    found = benchmark.pedantic(hold_all, rounds=1)
    assert {n: b for n, f in found.items() if (b := breaches(instances[n], f.plan))} == {}
    held = {name: len(one.plan) for name, one in found.items()}
    assert held == {name: held[name] if told[name] is None else told[name] for name in held}
    assert [name for name, one in found.items() if not one.is_proved] == []
    slowest = max(seconds, key=lambda name: seconds[name])
    benchmark.extra_info.update(
        {
            "proved": f"{sum(one.is_proved for one in found.values())} of {len(found)}",
            "not all can be held": sum(held[n] < len(instances[n].defences) for n in held),
            "nothing published": {name: held[name] for name in held if told[name] is None},
            "median seconds": round(median(seconds.values()), 2),
            "longest": (slowest, round(seconds[slowest], 2)),
            "work, median and most": [
                round(figure(one.work for one in found.values()), 2) for figure in (median, max)
            ],
        }
    )
