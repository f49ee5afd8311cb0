"""Prints the decision for each annulled jury of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.annulment import render_annulment
from jurydesk.documents.filenames import annulment_name
from jurydesk.domain.annulments import AnnulmentContent
from jurydesk.services.annulments import annulments_of
from jurydesk.services.facts import session_by_code
from jurydesk.services.minutes import content_now
from jurydesk.services.printing import PrintedPaper

if TYPE_CHECKING:
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording


def print_annulments(desk: Desk, *, code: str, wording: Wording) -> tuple[PrintedPaper, ...]:
    """Print the decision for each annulled jury of a session; none where none is annulled."""
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        contents = [
            AnnulmentContent(annulment, content_now(unit, session, jury.certification))
            for annulment in annulments_of(unit, session)
            if (jury := session.jury(annulment.jury))
        ]
    return tuple(
        PrintedPaper(
            annulment_name(code, content.annulment.jury),
            render_annulment(content, wording=wording),
        )
        for content in contents
    )
