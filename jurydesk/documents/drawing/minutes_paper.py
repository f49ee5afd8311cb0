"""Puts the sections of the minutes together, in the order in which a judge reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.drawing import fonts, page
from jurydesk.documents.drawing.minutes_candidates import decisions_section
from jurydesk.documents.drawing.minutes_closing import (
    findings_section,
    incidents_section,
    recourse_section,
)
from jurydesk.documents.drawing.minutes_juries import juries_section
from jurydesk.documents.drawing.minutes_opening import opening
from jurydesk.documents.drawing.minutes_signatures import signatures_section
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from jurydesk.domain.annulments import Annulment
    from jurydesk.domain.findings import Finding
    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.wording import Wording


def draw_minutes(
    content: MinutesContent,
    *,
    wording: Wording,
    missing: tuple[Finding, ...],
    annulments: tuple[Annulment, ...] = (),
) -> bytes:
    """Set every section and build the file."""
    fonts.register()
    setter = Typesetter(wording)
    story = [
        *opening(content, setter, missing=missing, annulments=annulments),
        *juries_section(content, setter),
        *decisions_section(content, setter),
        *incidents_section(content, setter),
        *findings_section(content, setter),
        *recourse_section(content, setter),
        *signatures_section(content, setter),
    ]
    is_draft = bool(missing) or not content.number
    return page.build(story, _furniture(content, setter, is_draft=is_draft))


def _furniture(content: MinutesContent, setter: Typesetter, *, is_draft: bool) -> page.Furniture:
    watermark = setter.phrase("minutes.watermark") if is_draft else ""
    number = setter.phrase("minutes.number", number=content.number) if content.number else ""
    session = setter.phrase("minutes.session_ref", session=content.session_code)
    # Again in plain letters: a slanted word is lost on who reads by ear, or searches
    footer = filter(None, (watermark, number, session, content.certification.code))
    return page.Furniture(
        title=setter.phrase("minutes.short_title"),
        author=content.certifier.name,
        subject=setter.phrase(
            "minutes.subject",
            session=content.session_code,
            certification=content.certification.code,
        ),
        language=page.LANGUAGES[setter.wording.language],
        header=content.certifier.name,
        footer=" · ".join(footer),
        folio=lambda page, pages: setter.phrase("minutes.page", page=page, pages=pages),
        watermark=watermark,
        initials=setter.phrase("minutes.initials"),
    )
