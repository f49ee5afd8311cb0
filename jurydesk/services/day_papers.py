"""Papers of the day beside the minutes: signs, contacts, minutes to be filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.blank_minutes import render_blank_minutes
from jurydesk.documents.contact_sheet import render_contacts
from jurydesk.documents.filenames import blank_name, contacts_name, signs_name
from jurydesk.documents.room_signs import render_room_signs
from jurydesk.domain.contact_sheet import contact_sheet
from jurydesk.services.facts import session_by_code, session_facts
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.session_contents import contents_of
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


def print_room_signs(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    """Print the signs of the rooms, one page per jury; none before there are juries."""
    contents = contents_of(desk, code)
    with desk.open_unit() as unit:
        initials = settings_in(unit).sign_initials
    if not any(content.juries for content in contents):
        return ()
    pdf = render_room_signs(contents, initials=initials, wording=wording)
    return (PrintedPaper(signs_name(contents[0].session_code), pdf),)


def print_contacts(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    """Print whom to call on the day, for the secretary alone."""
    with desk.open_unit() as unit:
        facts = session_facts(unit, session_by_code(unit, code), today=None)
        certifier = settings_in(unit).certifier(facts.sheet(facts.session.certifications[0]))
    sheet = contact_sheet(facts, certifier=certifier)
    pdf = render_contacts(sheet, wording=wording)
    return (PrintedPaper(contacts_name(sheet.session_code), pdf),)


def print_blank_minutes(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    """Print minutes to fill in by hand, should nothing work; none before there are juries."""
    contents = tuple(content for content in contents_of(desk, code) if content.juries)
    if not contents:
        return ()
    pdf = render_blank_minutes(contents, wording=wording)
    return (PrintedPaper(blank_name(contents[0].session_code), pdf),)
