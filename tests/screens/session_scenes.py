"""Scenes of the sessions, of the deliberation and of the papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from jurydesk.domain.bans import Ban, BanKind, apart
from jurydesk.domain.release import Role
from jurydesk.domain.summons import Channel, Reply
from jurydesk.services import releasing, summonses
from jurydesk.services.forbidding import forbid
from jurydesk.services.repair_needs import Needs
from jurydesk.services.sessions import open_session
from jurydesk.services.summonses import AnswerDraft
from jurydesk.ui.dialogs.pick_dialog import PickDialog
from jurydesk.ui.dialogs.session_dialog import SessionDialog
from jurydesk.ui.dialogs.summons_dialog import SummonsDialog
from jurydesk.ui.pages.deliberation.page import DeliberationPage
from jurydesk.ui.pages.sessions.board_view import (
    FINDINGS,
    JURIES,
    TELLING,
    TIMETABLE,
    WAITING,
    WISHES,
)
from jurydesk.ui.pages.sessions.page import SessionsPage
from jurydesk.ui.widgets.timetable_geometry import Place
from tests.screens.session_desk import (
    COMING,
    CROWDED,
    FINAL,
    HOLES,
    TODAYS,
    TOO_LATE,
    tied_candidacy,
)
from tests.screens.studio import wait
from tests.ui.office import TODAY
from tests.ui.session_office import OTHER_TITLE, PAIR, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.screens.studio import Studio

    Scene = Callable[[Studio], QWidget | None]


def session_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return each state of the three pages, and every dialog they open."""
    return {
        "sessions-list": session_list,
        "session-new": new_session,
        "session-new-several": new_of_several,
        "session-several": partial(part, PAIR, TIMETABLE),
        "session-several-juries": partial(part, PAIR, JURIES),
        "minutes-several": partial(minutes, PAIR),
        "session-board": partial(part, COMING, TIMETABLE),
        "session-illegal-drop": illegal_drop,
        "session-juries": partial(part, COMING, JURIES),
        "session-findings": partial(part, COMING, FINDINGS),
        "session-unplaced": partial(part, TOO_LATE, WAITING),
        "session-why": partial(why, CROWDED),
        "session-tried": partial(tried, CROWDED),
        "session-keep": partial(keep, CROWDED),
        "session-seat": choose_person,
        "session-hour": choose_place,
        "session-pinned": partial(pinned, TIMETABLE),
        "session-pinned-juries": partial(pinned, JURIES),
        "session-jury-moves": jury_moves,
        "session-member-moves": member_moves,
        "session-wishes": wishes,
        "session-forbid": forbidding,
        "session-to-release": partial(part, COMING, TELLING),
        "session-telling": telling,
        "session-answer": answer_of_one,
        "examiner-right": right_of_one,
        "session-compare": compare,
        "session-frozen": partial(part, TODAYS, TIMETABLE),
        "session-frozen-juries": partial(part, TODAYS, JURIES),
        "deliberation-recusal": recusal,
        "deliberation-refused": refused,
        "deliberation-standing": what_stands,
        "minutes-two-holes": partial(minutes, HOLES),
        "minutes-final": partial(minutes, FINAL),
    }


def session_list(studio: Studio) -> QWidget | None:
    """Show the list and its calendar."""
    studio.parts.window.shell.show_page("sessions")
    studio.settle()
    page = cast("SessionsPage", studio.parts.window.shell.current_page())
    page.show_list()
    return None


def new_session(studio: Studio) -> QWidget | None:
    """Fill in a new session for a day on which people are ready."""
    page = sessions(studio)
    page.creation.begin()
    studio.settle()
    dialog = page.creation.dialog
    if dialog is not None:
        dialog.choose_certifications((TITLE,))
        dialog.toggle_day(TODAY + timedelta(days=1))
        dialog.toggle_day(TODAY + timedelta(days=2))
        studio.settle()
    return dialog


def new_of_several(studio: Studio) -> QWidget | None:
    """Add a second certification to a new session."""
    dialog = new_session(studio)
    if isinstance(dialog, SessionDialog):
        dialog.choose_certifications((TITLE, OTHER_TITLE))
        studio.settle()
    return dialog


def why(code: str, studio: Studio) -> QWidget | None:
    """Ask why somebody has no hour."""
    view = board(studio, code).board_view
    view.show_part(WAITING)
    view.take_focus()
    first = next(iter(view.unplaced.cards.values()))
    first.why_requested.emit(first.key)
    studio.settle()
    return None


def tried(code: str, studio: Studio) -> QWidget | None:
    """Try the best change."""
    why(code, studio)
    panel = cast("SessionsPage", studio.parts.window.shell.current_page()).board_view.unplaced
    first = next(iter(panel.cards.values()))
    if first.told is not None:
        first.trial_requested.emit(first.key, first.told.repairs[0])
    studio.settle()
    return None


def keep(code: str, studio: Studio) -> QWidget | None:
    """Ask for what only a person can decide of a change."""
    tried(code, studio)
    page = cast("SessionsPage", studio.parts.window.shell.current_page())
    first = next(iter(page.board_view.unplaced.cards.values()))
    if first.trial is not None:
        needs = frozenset({Needs.REASON, Needs.DESIGNATION})
        page.reasons.keep(replace(first.trial, needs=needs))
    studio.settle()
    return page.reasons.dialog


def part(code: str, number: int, studio: Studio) -> QWidget | None:
    """Show one part of a session's board."""
    board(studio, code).board_view.show_part(number)
    return None


def illegal_drop(studio: Studio) -> QWidget | None:
    """Hold a hearing over another one."""
    page = board(studio, COMING)
    page.board_view.show_part(TIMETABLE)
    canvas = page.board_view.timetable.canvas
    first, last = canvas.blocks[0], canvas.blocks[-1]
    canvas.choose(last.key)
    canvas.pick_up(last.key)
    canvas.carry_to(Place(first.lane, first.start + 15))
    return None


def jury_moves(studio: Studio) -> QWidget | None:
    """Hold a jury over another half-day."""
    page = board(studio, COMING)
    page.board_view.show_part(TIMETABLE)
    studio.settle()
    canvas, carrier = page.board_view.timetable.canvas, page.board_view.timetable.carrier
    first = canvas.blocks[0]
    carrier.lifted.emit(Place(first.lane, first.start))
    studio.settle()
    carrier.move_to(len(carrier.cells) - 1)
    return None


def member_moves(studio: Studio) -> QWidget | None:
    """Take a member; the list of those who are free stands open."""
    page = board(studio, COMING)
    page.board_view.show_part(JURIES)
    studio.settle()
    page.board_view.juries_part.free_button.click()
    card = next(iter(page.board_view.juries.strips.values())).cards[1]
    card.lifted.emit(card.seat.person)
    studio.settle()
    page.board_view.juries.take_focus()
    return None


def pinned(number: int, studio: Studio) -> QWidget | None:
    """Keep a hearing, a seat and a jury; bar somebody."""
    page = board(studio, COMING)
    pins = page.acts.pins
    canvas = page.board_view.timetable.canvas
    first, *_others, last = page.board_view.juries.strips
    strip = page.board_view.juries.strips[first]
    steps = (
        pins.let_go,
        partial(pins.toggle_hearing, canvas.blocks[0].key),
        partial(pins.toggle_member, first, strip.cards[1].seat.person),
        partial(pins.toggle_barred, strip.cards[0].seat.person),
        partial(pins.toggle_jury, last),
    )
    for step in steps:
        step()
        studio.settle()
    page.board_view.show_part(number)
    return None


def wishes(studio: Studio) -> QWidget | None:
    """Keep and forbid this and that, and list it."""
    page = board(studio, COMING)
    session = open_session(studio.desk, code=COMING).session
    jury, hearing = session.juries[0], session.hearings[-1]
    one, other, third = (juror.examiner_id for juror in jury.jurors[:3])
    day, half_day = jury.half
    steps: tuple[Callable[[], None], ...] = (
        page.acts.pins.let_go,
        partial(page.acts.pins.toggle_hearing, hearing.candidacy_id),
        *(
            partial(page.acts.adjust, forbid, ban=ban)
            for ban in (
                apart(one, other),
                Ban(BanKind.HALF_DAY, examiner=third, day=day, half_day=half_day),
                Ban(BanKind.CANDIDATE, examiner=third, candidacy=hearing.candidacy_id),
            )
        ),
    )
    for step in steps:
        step()
        studio.settle()
    page.board_view.show_part(WISHES)
    return None


def forbidding(studio: Studio) -> QWidget | None:
    """Choose what to forbid about somebody."""
    page = board(studio, COMING)
    session = open_session(studio.desk, code=COMING).session
    page.acts.forbidding.about_examiner(session.juries[0].jurors[0].examiner_id)
    studio.settle()
    return pick_dialog(studio)


def telling(studio: Studio) -> QWidget | None:
    """Release the plan, send summonses, have some answered, then change the plan."""
    page = board(studio, COMING)
    page.acts.release.release()
    studio.settle()
    listed = page.board_view.telling.list
    listed.view.go_to(0)
    keys = [one.key for one in listed.shown_rows()[2:]]
    draft = partial(AnswerDraft, channel=Channel.EMAIL)
    yes, no = draft(Reply.ACCEPTED), draft(Reply.DECLINED, note="en tournage")
    page.acts.adjust(releasing.mark_told, people=keys, channel=Channel.EMAIL)
    studio.settle()
    page.acts.adjust(summonses.record_answer, people=keys[1:5] + keys[-3:-1], draft=yes)
    studio.settle()
    page.acts.adjust(summonses.record_answer, people=keys[-1:], draft=no)
    studio.settle()
    moved = page.board_view.timetable.canvas.blocks[-1].key
    page.acts.unplace(moved)
    studio.settle()
    page.board_view.show_part(TELLING)
    return None


def answer_of_one(studio: Studio) -> QWidget | None:
    """Ask when somebody declined, and how they said so."""
    page = board(studio, COMING)
    page.acts.release.release()
    studio.settle()
    listed = page.board_view.telling.list
    keys = [one.key for one in listed.shown_rows()]
    page.acts.adjust(releasing.mark_told, people=keys, channel=Channel.EMAIL)
    studio.settle()
    rows = page.board_view.telling.list.shown_rows()
    often = max(rows, key=lambda one: len(one.after))
    page.acts.summonses.decline((often,))
    studio.settle()
    dialogs = QApplication.topLevelWidgets()
    return next(one for one in dialogs if isinstance(one, SummonsDialog) and one.isVisible())


def right_of_one(studio: Studio) -> QWidget | None:
    """Show what proves the right of somebody to sit, and how they answered."""
    answer = answer_of_one(studio)
    if answer is not None:
        answer.close()
    page = board(studio, COMING)
    seated = page.board.session.juries[0].jurors[0].examiner_id if page.board else 1
    draft = AnswerDraft(Reply.ACCEPTED)
    page.acts.adjust(summonses.record_answer, people=[(Role.EXAMINER, seated)], draft=draft)
    studio.settle()
    studio.parts.window.shell.show_page("examiners", seated)
    studio.settle()
    wait(300)
    return None


def choose_person(studio: Studio) -> QWidget | None:
    """Open the ranked people for a seat, the cursor on somebody who may not sit."""
    page = board(studio, COMING)
    page.acts.stand_ins.choose(1, "EMPLOYERS")
    studio.settle()
    dialog = pick_dialog(studio)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    return dialog


def choose_place(studio: Studio) -> QWidget | None:
    """Open the legal hours for one candidate."""
    page = board(studio, COMING)
    page.acts.pickers.choose_place(page.board_view.timetable.canvas.blocks[0].key)
    return pick_dialog(studio)


def recusal(studio: Studio) -> QWidget | None:
    """Deliberate on a candidate for whom a member is recused."""
    room(studio).room.go_to(tied_candidacy())
    return None


def refused(studio: Studio) -> QWidget | None:
    """Show a refusal with its reason."""
    room(studio).room.order.setCurrentRow(1)
    return None


def what_stands(studio: Studio) -> QWidget | None:
    """Try to close too early."""
    page = room(studio)
    page.close_deliberation()
    studio.settle()
    return page.closing.dialog


def minutes(code: str, studio: Studio) -> QWidget | None:
    """Show the minutes of a session."""
    studio.parts.window.shell.show_page("papers", code)
    return None


def sessions(studio: Studio) -> SessionsPage:
    """Go to the sessions."""
    studio.parts.window.shell.show_page("sessions")
    studio.settle()
    return cast("SessionsPage", studio.parts.window.shell.current_page())


def board(studio: Studio, code: str) -> SessionsPage:
    """Go to the board of one session."""
    studio.parts.window.shell.show_page("sessions", code)
    studio.settle()
    return cast("SessionsPage", studio.parts.window.shell.current_page())


def room(studio: Studio) -> DeliberationPage:
    """Go to the deliberation of today."""
    studio.parts.window.shell.show_page("deliberation", TODAYS)
    studio.settle()
    return cast("DeliberationPage", studio.parts.window.shell.current_page())


def pick_dialog(studio: Studio) -> PickDialog:
    """Return the list that is open."""
    studio.settle()
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    (found,) = [one for one in windows if isinstance(one, PickDialog)]
    return found


def compare(studio: Studio) -> QWidget | None:
    """Lay several plans side by side."""
    page = board(studio, COMING)
    page.acts.proposing.compare()
    studio.settle()
    return page.acts.proposing.dialog
