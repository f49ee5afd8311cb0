"""The note that comes first in the folder of a day, from a text that the office can change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.binding import page_count
from jurydesk.documents.filenames import cover_name
from jurydesk.documents.letters import cover_pieces
from jurydesk.domain.letters import LetterFrame
from jurydesk.domain.session import Modality
from jurydesk.services.letters import print_letter
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.session_contents import contents_of
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.minutes import JuryStatement, MinutesContent
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

COVER = "day-cover"


def print_cover(
    desk: Desk,
    *,
    code: str,
    wording: Wording,
    papers: Sequence[tuple[str, tuple[PrintedPaper, ...]]],
) -> PrintedPaper:
    """Print the note; `papers` are those that follow it, by name."""
    contents = contents_of(desk, code)
    first = contents[0]
    counted = [(name, sum(page_count(one.pdf) for one in copies)) for name, copies in papers]
    frame = LetterFrame(
        certifier=first.certifier,
        reference=wording.text("papers.session", session=first.session_code),
        is_signed=False,
    )
    with desk.open_unit() as unit:
        pdf = print_letter(
            unit,
            COVER,
            cover_values(contents, [name for name, _ in counted], wording),
            frame=frame,
            wording=wording,
            pieces=cover_pieces(contents, counted, wording=wording),
        )
    return PrintedPaper(cover_name(first.session_code), pdf)


def cover_values(
    contents: Sequence[MinutesContent], papers: Sequence[str], wording: Wording
) -> dict[str, object]:
    """Return what the text of the note may name."""
    first = contents[0]
    juries = sorted(
        (jury for content in contents for jury in content.juries),
        key=lambda jury: (jury.day, jury.half_day, jury.number),
    )
    return {
        "session": first.session_code,
        "certifications": tuple(
            f"{one.certification.code} {one.certification.title}".strip() for one in contents
        ),
        "days": tuple(wording.date(day, weekday=True) for day in first.days),
        "address": first.place,
        "is_remote": first.modality is Modality.REMOTE,
        "juries": tuple(_jury(jury, wording) for jury in juries),
        "papers": tuple(papers),
    }


def _jury(jury: JuryStatement, wording: Wording) -> dict[str, object]:
    half = wording.text(f"minutes.half_day.{jury.half_day.value}")
    return {
        "number": jury.number,
        "day": f"{sentence_case(wording.date(jury.day, weekday=True))}, {half}",
        "hours": wording.text("papers.hearing", start=jury.start, end=jury.end),
        "room": jury.room,
        "people": len(jury.candidates),
    }
