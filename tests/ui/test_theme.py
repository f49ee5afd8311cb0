"""Colours that can be read, one style sheet, icons that follow the theme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QFont, QPalette, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from jurydesk.paths import resource
from jurydesk.ui.theme.icons import icon, icon_pixmap
from jurydesk.ui.theme.palette import palette_for
from jurydesk.ui.theme.scale import SIZES, scaled, tabular
from jurydesk.ui.theme.style_sheet import style_sheet
from jurydesk.ui.theme.theme import Theme, interface_font, pictures
from jurydesk.ui.theme.tokens import DARK, LIGHT, Tokens, contrast, current_tokens, tokens_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

THEMES = [LIGHT, DARK, LIGHT.with_high_contrast(), DARK.with_high_contrast()]
SURFACES = ("bg", "surface", "raised")
TONES = ("plain", "muted", "accent", "danger", "warning", "success")
READABLE = 4.5
VISIBLE = 3.0


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("tone", TONES)
def test_text_of_every_tone_is_readable_on_every_surface(tokens: Tokens, tone: str) -> None:
    grounds = [getattr(tokens, name) for name in SURFACES] + [tokens.soft(tone)]
    assert [g for g in grounds if contrast(tokens.ink(tone), g) < READABLE] == []


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_text_on_selected_rows_and_filled_buttons_is_readable(tokens: Tokens) -> None:
    assert contrast(tokens.text, tokens.accent_soft) >= READABLE
    assert contrast(tokens.muted, tokens.accent_soft) >= READABLE
    assert contrast(tokens.on_accent, tokens.accent) >= READABLE
    assert contrast(tokens.on_accent, tokens.accent_hover) >= READABLE


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_lines_of_controls_are_visible_on_every_surface(tokens: Tokens) -> None:
    grounds = [getattr(tokens, name) for name in SURFACES]
    assert [g for g in grounds if contrast(tokens.control_line, g) < VISIBLE] == []
    assert [g for g in grounds if contrast(tokens.accent, g) < VISIBLE] == []


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_palette_carries_the_theme(tokens: Tokens) -> None:
    assert tokens_of(palette_for(tokens)) == tokens


def test_disabled_text_differs_from_text() -> None:
    palette = palette_for(LIGHT)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name().upper() == LIGHT.control_line


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_style_sheet_has_every_colour_and_no_gap(tokens: Tokens) -> None:
    sheet = style_sheet(tokens, point_size=10, pictures=pictures(tokens))
    assert "$" not in sheet
    known = {value.upper() for name, value in vars(tokens).items() if name != "name"}
    assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}", sheet)} <= known
    assert f"font-size: {10 * SIZES['title']:.1f}pt" in sheet


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_pictures_of_the_style_sheet_have_the_colour_of_their_theme(tokens: Tokens) -> None:
    inks = {"arrow": tokens.muted, "arrow_up": tokens.muted, "tick": tokens.on_accent}
    for use, path in pictures(tokens).items():
        drawing = resource("icons", "fixed", path.rsplit("/", 1)[1]).read_text(encoding="utf-8")
        assert inks[use].lower() in drawing.lower()


def test_theme_switches_at_run_time(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed) as changed:
        theme.choose("dark")
    assert changed.args == [DARK]
    assert current_tokens() == DARK
    assert DARK.surface in qapp.styleSheet()
    theme.choose("light")
    assert current_tokens() == LIGHT


def test_theme_follows_the_system_until_told_otherwise(qapp: QApplication) -> None:
    theme = Theme(qapp)
    assert (theme.choice, theme.tokens) == ("system", LIGHT)
    theme.choose("dark")
    assert theme.choice == "dark"


def test_larger_text_reaches_every_widget(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("M")
    qtbot.addWidget(label)
    label.show()
    before = label.fontMetrics().height()
    theme.zoom_text(2.0)
    assert label.fontMetrics().height() > 1.7 * before
    theme.zoom_text(1.0)
    assert label.fontMetrics().height() == before


def test_shipped_face_stands_in_where_there_is_none_worth_it(qapp: QApplication) -> None:
    assert interface_font(QFont("DejaVu Sans")).family() == "Inter"


def test_scale_changes_size_and_weight() -> None:
    font = QFont("Inter")
    font.setPointSizeF(10)
    title = scaled(font, "title")
    assert (title.pointSizeF(), title.weight()) == (15, QFont.Weight.DemiBold)
    font.setPixelSize(20)
    assert scaled(font, "caption").pixelSize() == 18
    assert tabular(font).isFeatureSet(QFont.Tag("tnum"))


ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_there_are_enough_icons() -> None:
    assert len(ICONS) >= 45


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_a_line_drawing_on_the_grid(name: str) -> None:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert 'fill="none"' in drawing
    assert drawing.count('stroke-width="1.75"') == 1


@pytest.mark.parametrize("name", ICONS)
def test_icon_draws_something(name: str, qapp: QApplication) -> None:
    picture = icon_pixmap(name, "#FF0000", (24, 24), 2.0).toImage()
    assert (picture.width(), picture.height()) == (48, 48)
    reds = [
        picture.pixelColor(x, y)
        for x in range(0, 48, 2)
        for y in range(0, 48, 2)
        if picture.pixelColor(x, y).alpha() > 200
    ]
    assert reds
    assert {colour.name() for colour in reds} == {"#ff0000"}


def test_icon_takes_the_ink_of_the_theme_of_the_moment(theme: Theme, qtbot: QtBot) -> None:
    drawn = icon("stop", "accent")
    assert _ink(drawn.pixmap(QSize(48, 48))) == LIGHT.accent.lower()
    theme.choose("dark")
    assert _ink(drawn.pixmap(QSize(48, 48))) == DARK.accent.lower()
    theme.choose("light")


def test_disabled_icon_is_fainter(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton(icon("stop"), "x")
    qtbot.addWidget(button)
    strong = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != strong


def _ink(pixmap: QPixmap) -> str:
    image = pixmap.toImage()
    colours = [
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    return max(set(colours), key=colours.count)


class Restyled(QObject):
    """Counts how often a widget is told that its style changed."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_another_theme_visits_a_widget_deep_inside_no_more_often(
    theme: Theme, qtbot: QtBot
) -> None:
    outermost = inner = QWidget()
    qtbot.addWidget(outermost)
    for _ in range(12):
        inner = QWidget(inner)
    deep = QLabel("", inner)
    outermost.show()
    counter = Restyled()
    deep.installEventFilter(counter)
    theme.choose("dark")
    theme.choose("light")
    assert 2 <= counter.times <= 8
