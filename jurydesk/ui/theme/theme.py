"""Applies a theme to the application and follows the system's own choice while asked to."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QStyleFactory

from jurydesk.paths import resource
from jurydesk.ui.theme.palette import palette_for
from jurydesk.ui.theme.style_sheet import style_sheet
from jurydesk.ui.theme.tokens import DARK, LIGHT, Tokens

ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = get_args(ThemeChoice)

# What a machine without an interface font falls back to; there the shipped face reads better.
FALLBACK_FACES = ("DejaVu Sans", "Bitstream Vera Sans", "Liberation Sans", "Sans Serif")
SHIPPED_FACE = "Inter"
SHIPPED_POINT_SIZE = 9.75
TEXT_SIZES = (0.9, 1.0, 1.15, 1.3, 1.5, 2.0)


class Theme(QObject):
    """Owns what the application looks like.

    Signals:
        changed: the tokens in force changed (`Tokens`).
    """

    changed = Signal(object)

    def __init__(
        self, application: QApplication, choice: ThemeChoice = "system", *, zoom: float = 1.0
    ) -> None:
        """Take the application over: Fusion, face, palette and style sheet."""
        super().__init__(application)
        self._application = application
        self._choice: ThemeChoice = choice
        self.zoom = zoom
        self._base_font = interface_font(application.font())
        if not application.styleSheet():
            application.setStyle(QStyleFactory.create("Fusion"))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        self.tokens = self._wanted()
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """Return what the person chose."""
        return self._choice

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._refresh()

    def zoom_text(self, factor: float) -> None:
        """Show all texts larger or smaller than the platform does."""
        self.zoom = factor
        self._apply()

    def _wanted(self) -> Tokens:
        hints = self._application.styleHints()
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        if self._choice != "system":
            is_dark = self._choice == "dark"
        tokens = DARK if is_dark else LIGHT
        accessibility = hints.accessibility()
        wants_contrast = accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        return tokens.with_high_contrast() if wants_contrast else tokens

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted != self.tokens:
            self.tokens = wanted
            self._apply()

    def _apply(self) -> None:
        font = QFont(self._base_font)
        font.setPointSizeF(self._base_font.pointSizeF() * self.zoom)
        self._application.setFont(font)
        palette = palette_for(self.tokens)
        if self._application.palette() != palette:
            self._application.setPalette(palette)
        size = font.pointSizeF()
        sheet = style_sheet(self.tokens, point_size=size, pictures=pictures(self.tokens))
        # Reading the same sheet again would still visit every widget
        if self._application.styleSheet() != sheet:
            # Over another sheet, Qt visits a widget once for each of its ancestors; over none, once
            self._application.setStyleSheet("")
            self._application.setStyleSheet(sheet)
        self.changed.emit(self.tokens)

    def _on_system_changed(self) -> None:
        self._refresh()


def interface_font(platform: QFont) -> QFont:
    """Return the platform's interface face, or the shipped one where there is none worth it."""
    if QFontInfo(platform).family() not in FALLBACK_FACES:
        return QFont(platform)
    for path in sorted(resource("fonts").glob(f"{SHIPPED_FACE}-*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    if SHIPPED_FACE not in QFontDatabase.families():
        return QFont(platform)
    font = QFont(SHIPPED_FACE)
    font.setPointSizeF(max(platform.pointSizeF(), SHIPPED_POINT_SIZE))
    return font


def pictures(tokens: Tokens) -> dict[str, str]:
    """Return the picture files that the style sheet shows."""
    names = {"arrow": "down", "arrow_up": "up", "tick": "tick"}
    folder = resource("icons", "fixed")
    return {use: (folder / f"{name}-{tokens.name}.svg").as_posix() for use, name in names.items()}
