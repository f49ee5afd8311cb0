"""A workspace with a session in each state, for the pictures of sessions and papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from jurydesk.domain.availability import Absence, HalfDay
from jurydesk.domain.deliberation import (
    Appearance,
    Attendance,
    Declaration,
    HearingRecord,
    Outcome,
    Result,
)
from jurydesk.domain.session import Hours
from jurydesk.services.clock import SetClock
from jurydesk.services.deliberating import (
    close_deliberation,
    record_attendance,
    record_declarations,
    record_hearing,
    record_results,
)
from jurydesk.services.demo.story import results_of
from jurydesk.services.examiners import list_examiners, save_examiner
from jurydesk.services.freezing import freeze_session
from jurydesk.services.minutes import print_minutes
from jurydesk.services.planning import propose
from jurydesk.services.sessions import SessionDraft, create_session, open_session
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.wording import Wording
from tests.ui.office import TODAY
from tests.ui.session_office import PLACE, TITLE, fill_for_a_session, hold_pair, incomplete

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk

FINAL, HOLES, TODAYS, COMING, TOO_LATE, CROWDED = (f"2026-11-{letter}" for letter in "ABCDEF")
GROUP = 4
"""Candidates of each past session."""
REASON = (
    "Le plan de post-production ne tient pas compte des délais de livraison du diffuseur ; "
    "le budget ne distingue pas les charges sociales."
)
EVIDENCE = "Dossier, pages 12 à 18."
ADVICE = "Reprendre ce point avec un cas réel."


def fill_sessions(desk: Desk) -> None:
    """Hold two sessions, be in the middle of a third, plan a fourth; a fifth cannot be."""
    fill_for_a_session(desk, candidates=30, teams=3)
    clock = cast("SetClock", desk.clock)
    people = iter(range(30, 0, -1))
    for code, days_ago, place in ((FINAL, 14, PLACE), (HOLES, 7, "")):
        save_settings(desk, settings=replace(read_settings(desk), place=place))
        day = TODAY - timedelta(days=days_ago)
        taken = tuple(next(people) for _ in range(GROUP))
        _plan(desk, code, day, taken)
        clock.move_to(datetime.combine(day, time(18)))
        _hold(desk, code)
        if code == FINAL:
            print_minutes(desk, code=code, wording=Wording("fr"), final=True)
    save_settings(desk, settings=incomplete(replace(read_settings(desk), place=PLACE)))
    clock.move_to(datetime.combine(TODAY, time(10, 42)))
    _plan(desk, TODAYS, TODAY, tuple(range(1, 7)))
    freeze_session(desk, code=TODAYS)
    _begin(desk)
    _plan(desk, COMING, TODAY + timedelta(days=7), tuple(range(7, 18)), rooms=2)
    _plan(desk, TOO_LATE, date(2028, 2, 7), (18, 19, 20))
    hold_pair(desk, days=(TODAY + timedelta(days=9),))
    _crowd(desk)


def tied_candidacy() -> int:
    """Return the candidacy for which a member is recused."""
    return 1


def _plan(desk: Desk, code: str, day: date, taken: tuple[int, ...], rooms: int = 1) -> None:
    names = tuple(f"Salle {number}" for number in range(1, rooms + 1))
    draft = SessionDraft(code, (TITLE,), (day,), names, candidacies=taken)
    create_session(desk, draft=draft)
    propose(desk, code=code, seconds=3)


def _crowd(desk: Desk) -> None:
    """Two days on which an employer is away, and more candidates than the mornings hear."""
    days = (TODAY + timedelta(days=14), TODAY + timedelta(days=15))
    for row in list_examiners(desk):
        if row.examiner.may_hold("EMPLOYERS"):
            away = (Absence(days[0], days[0], HalfDay.AM, "tournage"),)
            save_examiner(desk, examiner=replace(row.examiner, absences=away))
    hours = Hours(end=time(12, 30), minutes=100)
    draft = SessionDraft(CROWDED, (TITLE,), days, hours=hours, candidacies=tuple(range(18, 23)))
    create_session(desk, draft=draft)
    propose(desk, code=CROWDED, seconds=3)


def _hold(desk: Desk, code: str) -> None:
    freeze_session(desk, code=code)
    results = results_of(open_session(desk, code=code), {})
    record_results(desk, code=code, results=results)
    close_deliberation(desk, code=code)


def _begin(desk: Desk) -> None:
    """The first jury sits: one candidate is certified, one was refused a block."""
    board = open_session(desk, code=TODAYS)
    jury = board.session.juries[0]
    notes = tuple(Attendance(jury.number, one.examiner_id, present=True) for one in jury.jurors)
    record_attendance(desk, code=TODAYS, attendance=notes)
    record_declarations(
        desk,
        code=TODAYS,
        declarations=[
            Declaration(jury.number, one.examiner_id, read_files=True, no_tie=True)
            for one in jury.jurors
        ],
    )
    blocks = [block.code for block in board.certifications[0].blocks if not block.optional]
    acquired = tuple(Result(code, Outcome.ACQUIRED) for code in blocks)
    refused = (
        *acquired[:1],
        Result(blocks[1], Outcome.REFUSED, REASON, EVIDENCE, ADVICE),
        *acquired[2:],
    )
    first, second = board.session.hearings_of(jury.number)[:2]
    for hearing, results in ((first, acquired), (second, refused)):
        record = HearingRecord(hearing.candidacy_id, Appearance.PRESENT, results)
        record_hearing(desk, code=TODAYS, record=record)
