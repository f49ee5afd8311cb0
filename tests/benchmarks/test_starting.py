"""How long a person waits before anything is there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture


@pytest.mark.parametrize(
    "program",
    [
        pytest.param(["-c", "import jurydesk.bootstrap"], id="bootstrap"),
        pytest.param(["-c", "import jurydesk.ui.application"], id="window"),
        pytest.param(["-m", "jurydesk", "--help"], id="command"),
    ],
)
def test_fresh_process_is_ready(benchmark: BenchmarkFixture, program: list[str]) -> None:
    def start() -> int:
        return subprocess.run(
            [sys.executable, *program], check=False, capture_output=True
        ).returncode

    assert benchmark.pedantic(start, rounds=5, warmup_rounds=1) == 0
