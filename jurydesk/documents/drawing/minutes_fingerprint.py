"""What proves minutes to a machine: their data, and a code with number and fingerprint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from jurydesk.documents.drawing import archive, styles, tables
from jurydesk.documents.drawing.structure import Element, TaggedCanvas, structure_of
from jurydesk.documents.drawing.styles import S1, S2, S3
from jurydesk.documents.minutes_mark import DATA_NAME, MinutesMark
from jurydesk.domain.minutes_content import canonical_content, content_hash

if TYPE_CHECKING:
    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import MinutesContent

SIDE = 20 * mm
QUIET = 4
"""White modules around the code: ISO/IEC 18004, 6.3.8."""
ROOM = SIDE + S3
WORDS = 78 * mm


class Code(Flowable):
    """A QR code, drawn as shapes; who listens hears what it says."""

    def __init__(self, text: str, alternative: str) -> None:
        """Encode a text."""
        super().__init__()
        self.width = self.height = SIDE
        self._modules = _modules(text)
        self._alternative = alternative

    def draw(self) -> None:
        """Draw each row as a few bars, all in one shape."""
        size = SIDE / (len(self._modules) + 2 * QUIET)
        shape = self.canv.beginPath()
        for row, modules in enumerate(self._modules):
            top = SIDE - (row + QUIET + 1) * size
            for start, length in _bars(modules):
                shape.rect((start + QUIET) * size, top, length * size, size)
        self.canv.setFillColor(styles.INK)
        picture = Element("Figure", alternative=self._alternative)
        with structure_of(self.canv).inside(picture):
            if isinstance(self.canv, TaggedCanvas):
                with self.canv.piece():
                    self.canv.drawPath(shape, stroke=0, fill=1)


def _modules(text: str) -> list[list[bool]]:
    """Return the code row by row; paper that lasts is clean, so the lowest correction does."""
    code = QRCode(None, QRErrorCorrectLevel.L)
    code.addData(text)
    code.make()
    return [[bool(module) for module in row] for row in code.modules]


def _bars(modules: list[bool]) -> list[tuple[int, int]]:
    bars: list[tuple[int, int]] = []
    for place, is_dark in enumerate(modules):
        if not is_dark:
            continue
        if bars and sum(bars[-1]) == place:
            bars[-1] = (bars[-1][0], bars[-1][1] + 1)
        else:
            bars.append((place, 1))
    return bars


def fingerprint(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set the code beside number and fingerprint; nothing where the minutes have no number."""
    if not content.number:
        return []
    mark = _mark(content)
    spoken = setter.phrase(
        "minutes.fingerprint.picture", number=mark.number, whole=mark.fingerprint
    )
    words: list[Flowable] = [
        setter.say("minutes.fingerprint", styles.CELL_STRONG, number=mark.number, short=mark.short),
        tables.gap(S1),
        setter.say("minutes.fingerprint.meaning", styles.SMALL),
    ]
    return [
        tables.gap(S2),
        tables.table(
            [[[Code(mark.text, spoken)], words]],
            [ROOM, WORDS],
            ("VALIGN", *tables.ALL, "MIDDLE"),
        ),
    ]


def embedded_data(content: MinutesContent, setter: Typesetter) -> archive.Data:
    """Return the data that final minutes carry: what their fingerprint is the digest of."""
    return archive.Data(
        name=DATA_NAME,
        description=setter.phrase("minutes.data", number=content.number),
        content=canonical_content(content),
        media_type="application/json",
        keywords=_mark(content).text,
    )


def _mark(content: MinutesContent) -> MinutesMark:
    return MinutesMark(content.number, content_hash(content))
