"""The contact sheet of a session as PDF: telephones and addresses, for the secretary alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.contact_sheet import ContactSheet


def render_contacts(sheet: ContactSheet, *, wording: Wording = Wording()) -> bytes:
    """Print the members and the candidates, marked as confidential on every page."""
    from jurydesk.documents.drawing.contact_paper import draw_contacts  # noqa: PLC0415 -- slow import

    return draw_contacts(sheet, wording=wording)
