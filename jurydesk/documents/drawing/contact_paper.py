"""Draws the contact sheet: whom to call on the day, members first, then candidates by hour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.styles import S2, S3, S5
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.wording import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.contact_sheet import Contact, ContactSheet
    from jurydesk.wording import Wording

WIDTHS = tuple(width * mm for width in (34, 54, 28, 54))
COLUMNS = ("expected", "person", "phone", "email")
_FRENCH = re.compile(r"\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def draw_contacts(sheet: ContactSheet, *, wording: Wording) -> bytes:
    """Set both lists, marked as confidential on every page."""
    fonts.register()
    setter = Typesetter(wording)
    session = setter.phrase("papers.session", session=sheet.session_code)
    warning = [
        setter.say("papers.contacts.confidential", styles.WARNING_STRONG),
        setter.say("papers.contacts.purpose", styles.WARNING),
    ]
    story: list[Flowable] = [
        letterhead(sheet.certifier, setter, reference=[setter.write(session, styles.NUMBER)]),
        tables.gap(S5),
        setter.say("papers.contacts", styles.TITLE),
        tables.gap(S3),
        tables.panel(list(warning), ink=styles.WARN, fill=styles.WARN_SOFT),
        *_list("members", sheet.members, setter),
        *_list("candidates", sheet.candidates, setter),
    ]
    confidential = setter.phrase("papers.contacts.confidential")
    return page.build(
        story,
        page.Furniture(
            title=setter.phrase("papers.contacts"),
            author=sheet.certifier.name,
            subject=session,
            language=page.LANGUAGES[wording.language],
            header=sheet.certifier.name,
            footer=f"{confidential} · {session}",
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )


def dialled(phone: str) -> str:
    """Write a French number as it is dialled: « 06 12 34 56 78 »; any other as it is."""
    match = _FRENCH.fullmatch(phone)
    return NO_BREAK.join((f"0{match[1]}", *match.groups()[1:])) if match else phone


def _list(name: str, people: Sequence[Contact], setter: Typesetter) -> list[Flowable]:
    heading = tables.headline(setter.phrase(f"papers.contacts.{name}"), str(len(people)))
    if not people:
        return [tables.gap(S5), heading, setter.say("papers.contacts.nobody", styles.CELL)]
    heads: list[tables.Cell] = [
        setter.say(f"papers.column.{column}", styles.LABEL) for column in COLUMNS
    ]
    rows: list[list[tables.Cell]] = [[heading, "", "", ""], heads]
    rows += [_row(person, setter) for person in people]
    return [
        tables.table(
            rows,
            WIDTHS,
            ("SPAN", (0, 0), (-1, 0)),
            *tables.hairlines(2),
            *tables.header(1),
            ("BOTTOMPADDING", (0, 0), (-1, 0), S2),
            repeat=(0, 1),
            space_before=S5,
        )
    ]


def _row(person: Contact, setter: Typesetter) -> list[tables.Cell]:
    name: list[Flowable] = [setter.write(person.name, styles.CELL_STRONG)]
    seat = f"minutes.seat.{person.seat}"
    said = setter.phrase(seat) if setter.wording.has(seat) else person.seat
    name += [setter.write(line, styles.SMALL) for line in (said, person.organisation) if line]
    missing = setter.phrase("papers.contacts.missing")
    phone = dialled(person.phone)
    return [
        _expected(person, setter),
        name,
        setter.write(phone or missing, styles.CELL_STRONG if phone else styles.SMALL),
        setter.write(person.email or missing, styles.CELL if person.email else styles.SMALL),
    ]


def _expected(person: Contact, setter: Typesetter) -> list[Flowable]:
    when = person.expected
    if when is None:
        return [setter.say("papers.contacts.unplaced", styles.SMALL)]
    hour = setter.wording.time(when.start)
    day = setter.wording.short_date(when.day)
    return [
        setter.write(f"{day} · {hour}", styles.CELL),
        setter.write(when.room, styles.SMALL),
    ]
