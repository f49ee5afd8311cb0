"""The papers that follow a session, as the list of its papers prints them: whatever there is now.

Nothing is recorded by printing them here: a notification counts as printed once
`notifying.print_notifications` has printed it, and a parchment is issued by an act of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.filenames import aftermath_name
from jurydesk.documents.parchment import render_parchment
from jurydesk.domain.notifications import NotificationState
from jurydesk.domain.session import SessionStatus
from jurydesk.services.facts import session_by_code
from jurydesk.services.issued import latest
from jurydesk.services.notification_letters import letters_of
from jurydesk.services.notifications import notices_of
from jurydesk.services.parchments import parchment_by_number
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.regularity_certificates import print_regularity
from jurydesk.services.trainer_sheets import print_trainer_sheets

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

Papers = tuple[PrintedPaper, ...]


def every_regularity(desk: Desk, *, code: str, wording: Wording) -> Papers:
    """Print the certificate of each certification whose minutes are issued."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        issued = latest(unit.minutes.of_session(session.id))
    return tuple(
        print_regularity(desk, code=code, wording=wording, certification=one.certification)
        for one in issued
    )


def every_notification(desk: Desk, *, code: str, wording: Wording) -> Papers:
    """Print every notification that rests on issued minutes, with the copies."""
    with desk.open_unit() as unit:
        session, today = session_by_code(unit, code), desk.clock.today()
        if session.status is not SessionStatus.CLOSED:
            return ()
        return tuple(
            paper
            for notice in notices_of(unit, session, today=today)
            if notice.state is not NotificationState.WAITING
            for paper in letters_of(unit, notice, on=today, wording=wording)
        )


def every_trainer_sheet(desk: Desk, *, code: str, wording: Wording) -> Papers:
    """Print the sheet of each candidate who has something left to prepare."""
    with desk.open_unit() as unit:
        if session_by_code(unit, code).status is not SessionStatus.CLOSED:
            return ()
    return print_trainer_sheets(desk, code=code, wording=wording)


def every_parchment(desk: Desk, *, code: str, wording: Wording) -> Papers:
    """Print the parchments issued for a session, duplicates with them."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        issued = unit.parchments.of_session(session.id)
    return tuple(
        PrintedPaper(
            aftermath_name("parchemin", one.number), render_parchment(one, wording=wording)
        )
        for one in issued
    )


def print_parchment(desk: Desk, *, number: str, wording: Wording) -> PrintedPaper:
    """Print one line of the register; printed again it is the same.

    Raises:
        WrongUsage: there is none with that number.
    """
    with desk.open_unit() as unit:
        found = parchment_by_number(unit, number)
    pdf = render_parchment(found, wording=wording)
    return PrintedPaper(aftermath_name("parchemin", found.number), pdf)
