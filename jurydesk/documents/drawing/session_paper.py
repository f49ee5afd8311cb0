"""What the working papers of a session share: head, furniture, one jury after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from jurydesk.documents.drawing import fonts, page, styles
from jurydesk.documents.drawing.letterhead import letterhead, title
from jurydesk.documents.drawing.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import MinutesContent
    from jurydesk.wording import Wording

    Body = Callable[[MinutesContent, Typesetter], list[Flowable]]


def draw_session_paper(
    name: str, contents: Sequence[MinutesContent], body: Body, *, wording: Wording
) -> bytes:
    """Set the head of the paper called `papers.<name>`, then its body, and build the file.

    Each certification of a session begins on a page of its own: no sheet names two of them.
    """
    fonts.register()
    setter = Typesetter(wording)
    story: list[Flowable] = []
    for content in contents:
        story += [PageBreak()] if story else []
        story += _part(name, content, body, setter)
    first = contents[0]
    session = setter.phrase("papers.session", session=first.session_code)
    judged = ", ".join(content.certification.code for content in contents)
    return page.build(
        story,
        page.Furniture(
            title=setter.phrase(f"papers.{name}"),
            author=first.certifier.name,
            subject=setter.phrase(
                f"papers.{name}.subject", session=first.session_code, certification=judged
            ),
            language=page.LANGUAGES[wording.language],
            header=first.certifier.name,
            footer=f"{session} · {judged}",
            folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        ),
    )


def _part(name: str, content: MinutesContent, body: Body, setter: Typesetter) -> list[Flowable]:
    session = setter.phrase("papers.session", session=content.session_code)
    return [
        letterhead(content.certifier, setter, reference=[setter.write(session, styles.NUMBER)]),
        *title(f"papers.{name}", content.certification, setter),
        *body(content, setter),
    ]
