"""Whoever pulls the plug loses the field being typed, and nothing else."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from jurydesk.bootstrap import open_desk
from jurydesk.db.workspace import open_workspace
from jurydesk.domain.audit import EventType
from jurydesk.domain.session import SessionStatus
from jurydesk.services.deliberating import open_deliberation
from tests.db.conftest import StandingClock
from tests.db.office import TEN, furnished

ROOT = Path(__file__).parents[2]
KILLS = 50 if os.environ.get("JURYDESK_MANY") else 6
FIELDS_BEFORE = 12
"""The plug is pulled somewhere in the first dozen fields, at any moment of writing one."""


def test_at_most_the_field_being_typed_is_lost(file: Path) -> None:
    code = frozen_session(file)
    chance = random.Random(2026)
    for _ in range(KILLS):
        kept = type_until_killed(file, code, chance)
        desk = open_desk(file, clock=StandingClock(TEN))
        assert desk.storage.verify().sound
        (record,) = open_deliberation(desk, code=code).deliberation.records
        # What was said to be kept is there; the one field after it may be there or not
        assert int(record.observations) in {kept, kept + 1}
        # The audit tells of each field that is kept, and of no other
        with desk.open_unit() as unit:
            acts = unit.audit.events(type_=EventType.DELIBERATION_RECORDED)
        assert len(acts) == int(record.observations)
        desk.close()


def frozen_session(file: Path) -> str:
    """Store an office whose session is frozen and whose deliberation is begun."""
    workspace = open_workspace(file, clock=StandingClock(TEN), actor="Camille")
    session = furnished(workspace).session
    with workspace.open_unit() as unit:
        unit.sessions.save(replace(session, status=SessionStatus.FROZEN))
        unit.audit.record(EventType.SESSION_FROZEN, {"session": session.code})
        unit.commit()
    workspace.close()
    return session.code


def type_until_killed(file: Path, code: str, chance: random.Random) -> int:
    """Return the last field that the process said was kept before it was killed."""
    command = [sys.executable, "-m", "tests.db.typing_process", str(file), code]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(chance.randint(1, FIELDS_BEFORE))]
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.uniform(0, 0.05))
        process.kill()
        said += process.stdout.readlines()
    return int(said[-1])
