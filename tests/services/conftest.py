"""An office in memory for the services: a sheet, a pool of four, candidates ready for a jury."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

import pytest

from tests.builders import DAY, a_candidacy, a_candidate, a_certification, a_pool, a_session
from tests.fakes import FakeOffice

NUMBERS = (1, 2, 3)


@pytest.fixture
def empty() -> FakeOffice:
    return FakeOffice()


@pytest.fixture
def office() -> FakeOffice:
    """Three candidates of RNCP40642 who are ready, and nobody placed yet."""
    office = FakeOffice()
    office.store(a_certification(), *a_pool())
    office.store(*(a_candidate(n) for n in NUMBERS), *(a_candidacy(n) for n in NUMBERS))
    return office


@pytest.fixture
def planned(office: FakeOffice) -> FakeOffice:
    """The same with session 2026-12-A: one jury that hears candidacy 1; 2 and 3 wait."""
    office.store(replace(a_session(), candidacies=NUMBERS))
    return office


@pytest.fixture
def on_the_day(office: FakeOffice) -> FakeOffice:
    """The same on the evening of its day, with candidacy 1 alone in the session."""
    office.store(a_session())
    office.clock.move_to(datetime.combine(DAY, time(18)))
    return office
