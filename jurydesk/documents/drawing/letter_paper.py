"""Draws a letter: head, window of the envelope, place and day, text with its pieces, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, NextPageTemplate, PageBreak, Paragraph, Spacer
from typing_extensions import override

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import letterhead
from jurydesk.documents.drawing.styles import S1, S2, S3, S4, S5, S6, WIDTH
from jurydesk.documents.drawing.typesetter import Typesetter, tidy
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
WINDOW_BOTTOM = 90 * mm
"""What shows through the window of a DL envelope (45 × 100 mm, 20 mm from the right and from
below), wherever a sheet folded in three slides to; measured from the upper left corner. Nothing
else stands there, or it could be read from outside."""
DATE_TOP = 71 * mm
DATE_WIDTH = 65 * mm
SIGNATURE_HEIGHT = 17 * mm


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
    written: list[Paragraph] = []
    if frame.day:
        code = "letter.written" if frame.place else "letter.written.no_place"
        look = styles.LETTER if frame.recipient else styles.LETTER_RIGHT
        written = [setter.say(code, look, place=frame.place, day=frame.day)]
    if frame.recipient:
        story.append(AddressWindow(frame.recipient, setter, beside=written))
    elif written:
        story += [tables.gap(S4), *written]
    story.append(tables.gap(S5))
    if frame.mention:
        story += [setter.write(frame.mention, styles.WARNING_STRONG), tables.gap(S3)]
    return story


class AddressWindow(Flowable):
    """The address where the window of an envelope shows it; what follows comes below.

    Place and day stand beside it, where no window is.
    """

    def __init__(
        self, lines: Sequence[str], setter: Typesetter, *, beside: Sequence[Paragraph] = ()
    ) -> None:
        """Set the lines, each kept on one."""
        super().__init__()
        self._beside = beside
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
        for line in self._beside:
            height = line.wrap(DATE_WIDTH, styles.PAGE_HEIGHT)[1]
            place = styles.PAGE_HEIGHT - DATE_TOP - bottom - height
            line.drawOn(self.canv, styles.MARGIN - left, place)


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
        drawn[SIGNATURE] = [tables.gap(S4), _signature(frame, setter)]
    story: list[Flowable] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before and before.form is BlockForm.ITEM and block.form is not BlockForm.ITEM:
            story.append(tables.gap(S3))
        if block.form is BlockForm.PIECE and block.plain == SIGNATURE:
            _sign(story, drawn.get(SIGNATURE, ()))
        elif block.form is BlockForm.PIECE:
            story += [tables.gap(S2), *drawn.get(block.plain, ()), tables.gap(S4)]
        else:
            story += _set(block, title=styles.LETTER_TITLE if kind.is_letter else styles.TITLE)
    places = {block.plain for block in blocks if block.form is BlockForm.PIECE}
    if frame.is_signed and SIGNATURE not in places:
        _sign(story, drawn[SIGNATURE])
    return story


def _sign(story: list[Flowable], signature: Sequence[Flowable]) -> None:
    """Keep the signature with the last words: nobody signs a page on which nothing else stands."""
    kept: list[Flowable] = []
    while story and (not kept or isinstance(kept[0], Spacer) or _is_heading(story[-1])):
        kept.insert(0, story.pop())
    story.append(tables.together(*kept, *signature))


def _is_heading(flowable: Flowable) -> bool:
    return isinstance(flowable, Paragraph) and flowable.style is styles.LETTER_HEADING


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
        ("BOTTOMPADDING", *tables.ALL, S1),
    )


def _signature(frame: LetterFrame, setter: Typesetter) -> Flowable:
    """Set who signs at the right, with room for the hand."""
    certifier = frame.certifier
    lines: list[Flowable] = [
        setter.say("letter.for", styles.SIGNED, certifier=certifier.name),
        *(
            setter.write(line, styles.SIGNED)
            for line in (certifier.representative, certifier.representative_role)
            if line
        ),
        tables.gap(SIGNATURE_HEIGHT),
    ]
    return tables.table([["", lines]], [WIDTH / 2, WIDTH / 2])


def stand_in(words: str) -> list[Flowable]:
    """Set a frame in the place of what the program draws."""
    fonts.register()
    text = Paragraph(escape(tidy(words)), styles.SMALL)
    frame = ("BOX", *tables.ALL, styles.HAIRLINE, styles.LINE)
    padding = (("LEFTPADDING", *tables.ALL, S4), ("BOTTOMPADDING", *tables.ALL, S6))
    return [tables.table([[text]], [WIDTH], frame, *padding)]
