"""A workspace file whose session is frozen and recorded in full: nothing is missing."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.bootstrap import open_desk
from jurydesk.domain.audit import EventType
from jurydesk.domain.deliberation import Attendance
from jurydesk.services.clock import SetClock
from jurydesk.services.deliberating import SessionResults, record_results
from jurydesk.services.freezing import freeze_session
from jurydesk.services.settings import save_settings
from tests.builders import (
    CODE,
    DAY,
    a_candidacy,
    a_candidate,
    a_certification,
    a_pool,
    a_record,
    a_session,
)
from tests.services.test_deliberating import DECLARED
from tests.services.test_minutes import OFFICE

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

A = "2026-12-A"
ELEVEN = datetime.combine(DAY, time(11))
"""After the hearing, and before the noon at which commands are run."""


def make_recorded(furnished: Path, folder: Path) -> Path:
    """Record a session in a copy of a workspace that has the certifications."""
    path = folder / "recorded.jurydesk"
    shutil.copyfile(furnished, path)
    desk = open_desk(path, clock=SetClock(ELEVEN))
    try:
        _fill(desk)
        save_settings(desk, settings=OFFICE)
        freeze_session(desk, code=A)
        noted = tuple(Attendance(1, number, present=True) for number in (1, 2, 3, 4))
        record_results(
            desk, code=A, results=SessionResults(noted, (a_record(1),), declarations=DECLARED)
        )
    finally:
        desk.close()
    return path


def _fill(desk: Desk) -> None:
    with desk.open_unit() as unit:
        for person in a_pool():
            unit.examiners.add(replace(person, id=0))
        stored = unit.certifications.by_code(CODE)
        assert stored is not None
        unit.certifications.save(replace(a_certification(), id=stored.id, version=stored.version))
        unit.candidates.add(replace(a_candidate(), id=0))
        unit.candidacies.add(replace(a_candidacy(), id=0))
        unit.sessions.add(replace(a_session(), id=0))
        unit.audit.record(EventType.SESSION_CREATED, {"session": A})
        unit.commit()
