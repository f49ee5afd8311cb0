"""Rows, columns and rules on the spacing scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jurydesk.ui.theme.scale import Space

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)


def column(
    parent: QWidget | None = None, *, spacing: int = Space.S, margins: Margins = NO_MARGINS
) -> QVBoxLayout:
    """Return an empty column, installed on `parent` if given."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout


def row(
    parent: QWidget | None = None, *, spacing: int = Space.S, margins: Margins = NO_MARGINS
) -> QHBoxLayout:
    """Return an empty row, installed on `parent` if given."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    return layout


def even(size: int) -> Margins:
    """Return the same margin on all sides."""
    return (size, size, size, size)


def card(*, margins: Margins | None = None, spacing: int = Space.S) -> tuple[QFrame, QVBoxLayout]:
    """Return a framed surface and the column inside it."""
    frame = QFrame()
    frame.setProperty("card", "true")
    return frame, column(frame, spacing=spacing, margins=margins or even(Space.L))


def rule() -> QFrame:
    """Return a hairline between two parts."""
    line = QFrame()
    line.setProperty("rule", "true")
    line.setFixedHeight(1)
    return line


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it when control returns."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def within_margins(part: QWidget) -> QWidget:
    """Return the part between the margins of the page; a list has its own."""
    holder = QWidget()
    column(holder, margins=(Space.XL, 0, Space.XL, 0)).addWidget(part)
    return holder
