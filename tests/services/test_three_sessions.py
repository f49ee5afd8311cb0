"""A candidate with blocks from three sessions: the minutes say where and when each was acquired."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from jurydesk.domain.deliberation import Appearance, HearingRecord, Outcome, Result
from jurydesk.domain.session import Session
from jurydesk.services import minutes
from jurydesk.services.amending import AmendmentDraft, amend_minutes
from jurydesk.services.deliberating import (
    SessionResults,
    close_deliberation,
    record_results,
)
from jurydesk.services.freezing import freeze_session
from jurydesk.services.settings import save_settings
from tests.builders import CODE, DAY, a_candidacy, a_hearing, a_jury, a_session
from tests.domain.amendment_cases import of_block
from tests.fakes import FakeOffice
from tests.services.test_deliberating import DECLARED
from tests.services.test_minutes import OFFICE, PRESENT

BC01, BC02, BC03 = (f"{CODE}BC0{number}" for number in (1, 2, 3))
CODES = ("2026-12-A", "2026-12-B", "2026-12-C")
WEEK = timedelta(days=7)


def a_week_later(number: int) -> Session:
    """The session of one candidacy, so many weeks after the first."""
    day = DAY + number * WEEK
    start = datetime.combine(day, time(9))
    hearing = replace(a_hearing(number + 1), start=start, end=start + timedelta(minutes=45))
    return a_session(
        code=CODES[number],
        id=number + 1,
        days=(day,),
        juries=(a_jury(day=day),),
        hearings=(hearing,),
        candidacies=(number + 1,),
    )


def hold(office: FakeOffice, number: int, *results: Result) -> str:
    """Hold one session to its final minutes; return their number."""
    office.clock.move_to(datetime.combine(DAY + number * WEEK, time(18)))
    code = CODES[number]
    freeze_session(office.desk, code=code)
    record = HearingRecord(number + 1, Appearance.PRESENT, results)
    record_results(
        office.desk, code=code, results=SessionResults(PRESENT, (record,), declarations=DECLARED)
    )
    close_deliberation(office.desk, code=code)
    return minutes.issue_minutes(office.desk, code=code).value.number


@pytest.fixture
def three(office: FakeOffice) -> FakeOffice:
    """One person comes back twice; each time a path of its own, for what is left."""
    save_settings(office.desk, settings=OFFICE)
    paths = (
        a_candidacy(1),
        replace(a_candidacy(2), candidate_id=1, blocks=(BC02, BC03)),
        replace(a_candidacy(3), candidate_id=1, blocks=(BC03,)),
    )
    office.store(*paths, *(a_week_later(number) for number in range(3)))
    refused = [
        Result(code, Outcome.REFUSED, "Trop court.", "Le dossier.", "Reprendre.")
        for code in (BC02, BC03)
    ]
    assert hold(office, 0, Result(BC01, Outcome.ACQUIRED), *refused) == "PV-2026-001"
    assert hold(office, 1, Result(BC02, Outcome.ACQUIRED), refused[1]) == "PV-2026-002"
    return office


def stated(office: FakeOffice) -> dict[str, tuple[bool, str, str]]:
    content, _ = minutes.preview_minutes(office.desk, code=CODES[2])
    (candidate,) = content.juries[0].candidates
    return {
        block.code: (block.acquired_before, block.acquired_by, str(block.acquired_on or ""))
        for block in candidate.blocks
    }


def test_each_block_names_the_session_that_gave_it(three: FakeOffice) -> None:
    assert stated(three) == {
        BC01: (True, CODES[0], f"{DAY}"),
        BC02: (True, CODES[1], f"{DAY + WEEK}"),
        BC03: (False, "", ""),
    }
    hold(three, 2, Result(BC03, Outcome.ACQUIRED))
    content, _ = minutes.preview_minutes(three.desk, code=CODES[2])
    assert content.totals.full == 1, "three sessions make one certification"


def test_an_amended_session_gives_a_block_no_longer(three: FakeOffice) -> None:
    refused = (
        of_block("outcome", "REFUSED", BC01),
        of_block("reason", "Trop court.", BC01),
        of_block("evidence", "Le dossier.", BC01),
        of_block("advice", "Reprendre.", BC01),
    )
    draft = AmendmentDraft(refused, "Résultats intervertis.", "Le jury")
    amend_minutes(three.desk, code=CODES[0], draft=draft)
    assert set(stated(three)) == {BC02, BC03}
    hold(three, 2, Result(BC03, Outcome.ACQUIRED))
    content, _ = minutes.preview_minutes(three.desk, code=CODES[2])
    assert content.totals.partial == 1, "the first block is still to be acquired"
