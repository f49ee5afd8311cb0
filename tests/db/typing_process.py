"""A process that types a deliberation field by field, and says after each that it is kept."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count

from jurydesk.bootstrap import open_desk
from jurydesk.domain.deliberation import HearingRecord
from jurydesk.services.deliberating import open_deliberation, record_hearing
from tests.db.conftest import StandingClock
from tests.db.office import TEN


def main(path: str, code: str) -> None:
    """Write one number after the other into the observations, without an end."""
    desk = open_desk(path, clock=StandingClock(TEN))
    board = open_deliberation(desk, code=code)
    candidacy = board.board.session.hearings[0].candidacy_id
    record = board.deliberation.record(candidacy) or HearingRecord(candidacy)
    first = int(record.observations or 0) + 1
    for number in count(first):
        record = replace(record, observations=str(number))
        record_hearing(desk, code=code, record=record)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


main(*sys.argv[1:])
