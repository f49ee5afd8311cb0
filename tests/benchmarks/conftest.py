"""Says at the end of a run what seconds cannot: how often one thing takes the time of another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_benchmark.fixture import BenchmarkFixture

RATIOS = pytest.StashKey[dict[str, dict[str, Any]]]()


@pytest.fixture(autouse=True)
def ratios(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> Iterator[None]:
    """Keep what a benchmark notes of itself."""
    yield
    if benchmark.enabled and benchmark.extra_info:
        told = request.config.stash.setdefault(RATIOS, {})
        told[request.node.name] = dict(benchmark.extra_info)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for name, noted in config.stash.get(RATIOS, {}).items():
        terminalreporter.write_line(f"{name}:")
        for what, figure in noted.items():
            terminalreporter.write_line(f"    {what.replace('_', ' ')}: {figure}")
