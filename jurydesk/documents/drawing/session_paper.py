"""What the working papers of a session share: head, furniture, one jury after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.drawing import fonts, page, styles
from jurydesk.documents.drawing.letterhead import letterhead, title
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.wording import Wording

    Body = Callable[[MinutesContent, Typesetter], list[Flowable]]


def draw_session_paper(
    name: str, content: MinutesContent, body: Body, *, wording: Wording
) -> bytes:
    """Set the head of the paper called `papers.<name>`, then its body, and build the file."""
    fonts.register()
    setter = Typesetter(wording)
    session = setter.phrase("papers.session", session=content.session_code)
    story = [
        letterhead(content.certifier, setter, reference=[setter.write(session, styles.NUMBER)]),
        *title(f"papers.{name}", content.certification, setter),
        *body(content, setter),
    ]
    return page.build(
        story,
        page.Furniture(
            title=setter.phrase(f"papers.{name}"),
            author=content.certifier.name,
            subject=setter.phrase(
                f"papers.{name}.subject",
                session=content.session_code,
                certification=content.certification.code,
            ),
            language=page.LANGUAGES[wording.language],
            header=content.certifier.name,
            footer=f"{session} · {content.certification.code}",
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )
