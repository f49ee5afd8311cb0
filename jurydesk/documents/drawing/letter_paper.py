"""Draws a letter: head, window of the envelope, place and day, text with its pieces, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, NextPageTemplate, PageBreak, Paragraph
from typing_extensions import override

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.styles import S2, S3, S4, S5, S6, WIDTH
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.documents.letter_markup import BlockForm, TextBlock, blocks_of
from jurydesk.documents.template_text import filled
from jurydesk.domain.letters import SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.lib.styles import ParagraphStyle

    from jurydesk.domain.letters import LetterFrame, LetterKind
    from jurydesk.wording import Wording

    Pieces = Mapping[str, Sequence[Flowable]]

WINDOW_LEFT = 105 * mm
WINDOW_TOP = 47 * mm
WINDOW_WIDTH = 82 * mm
WINDOW_BOTTOM = 84 * mm
"""What shows through the window of a DL envelope (45 × 100 mm, 20 mm from the right and from
below), wherever a sheet folded in three slides to; measured from the upper left corner."""
SIGNATURE_HEIGHT = 26 * mm


def draw_letter(
    kind: LetterKind,
    text: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
    pieces: Pieces,
) -> bytes:
    """Set one letter and build its file."""
    fonts.register()
    setter = Typesetter(wording)
    blocks = _blocks(kind, text, values, frame=frame, wording=wording)
    story = [*_opening(frame, setter), *_body(kind, blocks, frame, pieces=pieces, setter=setter)]
    return page.build(story, furniture(kind, blocks, frame, setter))


def letter_story(
    kind: LetterKind,
    text: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
    pieces: Pieces,
) -> list[Flowable]:
    """Return one letter that begins on a first page, to be set after others."""
    fonts.register()
    setter = Typesetter(wording)
    blocks = _blocks(kind, text, values, frame=frame, wording=wording)
    return [
        NextPageTemplate(page.FIRST),
        PageBreak(),
        NextPageTemplate(page.LATER),
        *_opening(frame, setter),
        *_body(kind, blocks, frame, pieces=pieces, setter=setter),
    ]


def furniture(
    kind: LetterKind, blocks: Sequence[TextBlock], frame: LetterFrame, setter: Typesetter
) -> page.Furniture:
    """Return what surrounds the pages of a letter."""
    titles = (block.plain for block in blocks if block.form is BlockForm.TITLE)
    title = next(titles, setter.phrase(f"letter.{kind.code}"))
    return page.Furniture(
        title=title,
        author=frame.certifier.name,
        subject=" · ".join(filter(None, (setter.phrase(f"letter.{kind.code}"), frame.reference))),
        language=page.LANGUAGES[setter.wording.language],
        header=frame.certifier.name,
        footer=frame.reference,
        folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
        watermark=frame.watermark,
    )


def _blocks(
    kind: LetterKind,
    text: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
) -> tuple[TextBlock, ...]:
    office = {
        "certifier": frame.certifier.name,
        "certifier_address": frame.certifier.address,
        "representative": frame.certifier.representative,
        "representative_role": frame.certifier.representative_role,
        "place": frame.place,
        "today": frame.day or "",
        "reference": frame.reference,
    }
    return blocks_of(filled(kind, text, {**office, **values}, wording))


def _opening(frame: LetterFrame, setter: Typesetter) -> list[Flowable]:
    reference: list[Flowable] = (
        [setter.write(frame.reference, styles.NUMBER)] if frame.reference else []
    )
    story: list[Flowable] = [letterhead(frame.certifier, setter, reference=reference)]
    if frame.recipient:
        story.append(AddressWindow(frame.recipient, setter))
    if frame.day:
        code = "letter.written" if frame.place else "letter.written.no_place"
        story += [
            tables.gap(S4),
            setter.say(code, styles.LETTER_RIGHT, place=frame.place, day=frame.day),
        ]
    story.append(tables.gap(S5))
    if frame.mention:
        story += [setter.write(frame.mention, styles.WARNING_STRONG), tables.gap(S3)]
    return story


class AddressWindow(Flowable):
    """The address where the window of an envelope shows it; what follows comes below."""

    def __init__(self, lines: Sequence[str], setter: Typesetter) -> None:
        """Set the lines, each kept on one."""
        super().__init__()
        self._lines = [setter.write(line, styles.LETTER) for line in lines if line]
        self._height = 0.0

    @override
    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """Take all down to the lower edge of the window."""
        above = styles.PAGE_HEIGHT - styles.BOTTOM - availHeight
        needed = sum(line.wrap(WINDOW_WIDTH, availHeight)[1] for line in self._lines)
        self._height = max(max(WINDOW_BOTTOM, WINDOW_TOP + needed) - above, 0.0)
        return availWidth, self._height

    def draw(self) -> None:
        """Write the lines at their place on the page, wherever the text stands."""
        left, bottom = self.canv.absolutePosition(0, 0)
        top = styles.PAGE_HEIGHT - WINDOW_TOP - bottom
        for line in self._lines:
            height = line.wrap(WINDOW_WIDTH, styles.PAGE_HEIGHT)[1]
            top -= height
            line.drawOn(self.canv, WINDOW_LEFT - left, top)


def _body(
    kind: LetterKind,
    blocks: Sequence[TextBlock],
    frame: LetterFrame,
    *,
    pieces: Pieces,
    setter: Typesetter,
) -> list[Flowable]:
    drawn = {**pieces}
    if frame.is_signed:
        drawn[SIGNATURE] = [_signature(frame, setter)]
    story: list[Flowable] = []
    for block in blocks:
        if block.form is BlockForm.PIECE:
            story += [tables.gap(S2), *drawn.get(block.plain, ()), tables.gap(S4)]
        else:
            story += _set(block, title=styles.LETTER_TITLE if kind.is_letter else styles.TITLE)
    places = {block.plain for block in blocks if block.form is BlockForm.PIECE}
    if frame.is_signed and SIGNATURE not in places:
        story += [tables.gap(S5), *drawn[SIGNATURE]]
    return story


def _set(block: TextBlock, *, title: ParagraphStyle) -> list[Flowable]:
    """Set one block of the text."""
    if block.form is BlockForm.TITLE:
        return [Paragraph(block.markup, title), tables.gap(S4)]
    if block.form is BlockForm.HEADING:
        return [Paragraph(block.markup, styles.LETTER_HEADING)]
    if block.form is BlockForm.ITEM:
        return [_item(block)]
    if block.form is BlockForm.QUOTE:
        quoted = Paragraph(block.markup, styles.LETTER)
        ink, fill = styles.ACCENT, styles.ACCENT_SOFT
        return [tables.panel([quoted], ink=ink, fill=fill), tables.gap(S4)]
    if block.form is BlockForm.RULE:
        return [HRFlowable(width="100%", thickness=styles.HAIRLINE, color=styles.LINE)]
    return [Paragraph(block.markup, styles.LETTER)]


def _item(block: TextBlock) -> Flowable:
    indent, mark = 14.0 * block.depth, 16.0
    return tables.table(
        [["", Paragraph(block.mark, styles.LETTER), Paragraph(block.markup, styles.LETTER)]],
        [indent + S2, mark, WIDTH - indent - mark - S2],
        ("RIGHTPADDING", *tables.ALL, 0),
        ("TOPPADDING", *tables.ALL, 0),
        ("BOTTOMPADDING", *tables.ALL, 0),
    )


def _signature(frame: LetterFrame, setter: Typesetter) -> Flowable:
    """Set who signs at the right, with room for the hand."""
    certifier = frame.certifier
    lines: list[Flowable] = [
        setter.say("letter.for", styles.LETTER, certifier=certifier.name),
        *(
            setter.write(line, styles.LETTER)
            for line in (certifier.representative, certifier.representative_role)
            if line
        ),
        tables.gap(SIGNATURE_HEIGHT),
    ]
    signed = tables.table([["", lines]], [WIDTH / 2, WIDTH / 2])
    return tables.together(tables.gap(S6), signed)
