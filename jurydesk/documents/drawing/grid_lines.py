"""The lines of a grid: block by block, a box for each level or one for the points, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, styles, tables
from jurydesk.documents.drawing.styles import S1, S2, WIDTH
from jurydesk.domain.certification import WHOLE, short_code
from jurydesk.domain.scales import ScaleKind

if TYPE_CHECKING:
    from decimal import Decimal

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.grid_sheet import GridSheet
    from jurydesk.domain.grids import GridItem
    from jurydesk.domain.scales import Scale

MANY = 14
"""From so many lines on they are set smaller, so that they stay on one page."""
CODE_WIDTH = 14 * mm
BOX_WIDTH = 8 * mm
POINTS_WIDTH = 20 * mm
NOTE_WIDTH = 46 * mm
FEW = 6
HIGH, USUAL = 20 * mm, 11 * mm
"""Room to write on each line, where there are few of them or not so few."""
BOX = styles.CELL_STRONG.clone("grid-box", alignment=TA_CENTER)
BOX_HEAD = styles.LABEL.clone("grid-box-head", alignment=TA_CENTER, fontName=fonts.BOLD)
DENSE = styles.SMALL_INK.clone("grid-dense", fontSize=7.2, leading=8.4)
DENSE_BOX = DENSE.clone("grid-dense-box", alignment=TA_CENTER, fontName=fonts.BOLD)


def scale_words(scale: Scale, setter: Typesetter) -> str:
    """Say how lines are marked, and what a block needs to be proposed."""
    threshold = setter.wording.number(scale.threshold)
    if scale.kind is ScaleKind.POINTS:
        most = setter.wording.number(scale.maximum)
        return setter.phrase("grids.points", maximum=most, threshold=threshold)
    levels = ", ".join(f"{level.code} = {level.label.lower()}" for level in scale.levels)
    best = scale.levels[0].label.lower()
    return setter.phrase("grids.levels", levels=levels, threshold=threshold, acquired=best)


def lines_table(sheet: GridSheet, setter: Typesetter) -> Flowable:
    """Set every line under the title of its block."""
    scale = sheet.grid.scale
    widths = _widths(scale)
    rows: list[list[tables.Cell]] = [_heads(scale, setter)]
    commands: list[tables.Command] = []
    for code, title in sheet.block_titles:
        items = [item for item in sheet.items if item.block == code]
        if code != WHOLE and (len(items) > 1 or items[0].code != short_code(code)):
            commands += _spanned(len(rows))
            rows.append([_block(code, title, scale, setter), *[""] * (len(widths) - 1)])
        rows += [_line(item, sheet, setter) for item in items]
    return tables.table(
        rows,
        widths,
        *tables.hairlines(1),
        *tables.header(0),
        ("LINEBEFORE", (2, 0), (-1, -1), *tables.HAIRLINE),
        ("LEFTPADDING", (2, 0), (-1, -1), S1),
        ("RIGHTPADDING", (2, 0), (-1, -1), S1),
        ("TOPPADDING", (0, 1), (-1, -1), S1),
        ("BOTTOMPADDING", (0, 1), (-1, -1), S1),
        *commands,
        repeat=1,
    )


def _spanned(row: int) -> list[tables.Command]:
    place = (0, row), (-1, row)
    return [("SPAN", *place), ("BACKGROUND", *place, styles.ACCENT_SOFT)]


def _widths(scale: Scale) -> list[float]:
    is_points = scale.kind is ScaleKind.POINTS
    boxes = [POINTS_WIDTH] if is_points else [BOX_WIDTH] * len(scale.levels)
    text = WIDTH - CODE_WIDTH - NOTE_WIDTH - sum(boxes)
    return [CODE_WIDTH, text, *boxes, NOTE_WIDTH]


def _heads(scale: Scale, setter: Typesetter) -> list[tables.Cell]:
    boxes: list[tables.Cell] = [setter.write(level.code, BOX_HEAD) for level in scale.levels]
    if scale.kind is ScaleKind.POINTS:
        most = setter.wording.number(scale.maximum)
        boxes = [setter.say("grids.column.points", BOX_HEAD, maximum=most)]
    item, text, note = (
        setter.say(f"grids.column.{name}", styles.LABEL) for name in ("item", "text", "note")
    )
    return [item, text, *boxes, note]


def _block(code: str, title: str, scale: Scale, setter: Typesetter) -> Flowable:
    own = dict(scale.thresholds).get(code)
    return tables.headline(f"{short_code(code)} · {title}", _threshold(own, scale, setter))


def _threshold(own: Decimal | None, scale: Scale, setter: Typesetter) -> str:
    """Say what a block needs where it is not what the others need."""
    if own is None:
        return ""
    unit = "" if scale.kind is ScaleKind.POINTS else "\u00a0%"
    return setter.phrase("grids.threshold", threshold=f"{setter.wording.number(own)}{unit}")


def _line(item: GridItem, sheet: GridSheet, setter: Typesetter) -> list[tables.Cell]:
    is_dense = len(sheet.items) > MANY
    dense, usual = (DENSE, DENSE, DENSE_BOX), (styles.CELL, styles.SMALL_INK, BOX)
    text, small, box = dense if is_dense else usual
    mark, scale = sheet.grid.mark(item.code), sheet.grid.scale
    boxes: list[tables.Cell] = [
        setter.write(level.code if level.code == mark.level else "", box) for level in scale.levels
    ]
    if scale.kind is ScaleKind.POINTS:
        points = "" if mark.points is None else setter.wording.number(mark.points)
        boxes = [setter.write(points, BOX)]
    own = _threshold(dict(scale.thresholds).get(item.block), scale, setter)
    shown = f"{item.text} ({own})" if own and item.code == short_code(item.block) else item.text
    # The note gives a line the height that a hand needs
    note: list[Flowable] = [setter.write(mark.note, small)] if mark.note else []
    if not (is_dense or note):
        height = HIGH if len(sheet.items) <= FEW else USUAL
        note = [tables.gap(height - 2 * S2)]
    code = "" if item.code == WHOLE else item.code
    return [setter.write(code, small), setter.write(shown, text), *boxes, note or ""]
