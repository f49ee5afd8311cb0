"""The colours of both themes, by meaning; contrast is proved by a test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette

ThemeName = Literal["light", "dark"]
Tone = Literal["plain", "muted", "accent", "danger", "warning", "success", "on_accent"]

LINEAR_BELOW = 0.04045  # where the sRGB curve of WCAG 2 begins to bend


@dataclass(frozen=True)
class Tokens:
    """One theme: surfaces, lines, text and the meanings that may be coloured."""

    name: ThemeName
    bg: str
    surface: str
    raised: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str

    def ink(self, tone: Tone) -> str:
        """Return the colour of text, icons and lines that carry this meaning."""
        inks = {
            "plain": self.text,
            "muted": self.muted,
            "accent": self.accent,
            "danger": self.danger,
            "warning": self.warning,
            "success": self.success,
            "on_accent": self.on_accent,
        }
        return inks[tone]

    def soft(self, tone: Tone) -> str:
        """Return the ground on which `ink(tone)` is read."""
        grounds = {
            "plain": self.raised,
            "muted": self.raised,
            "accent": self.accent_soft,
            "danger": self.danger_soft,
            "warning": self.warning_soft,
            "success": self.success_soft,
            "on_accent": self.accent,
        }
        return grounds[tone]

    def with_high_contrast(self) -> Tokens:
        """Return the theme for people who asked their system for more contrast."""
        return replace(self, muted=self.text, line=self.control_line, control_line=self.text)


LIGHT = Tokens(
    name="light",
    bg="#F7F8FA",
    surface="#FFFFFF",
    raised="#EEF1F5",
    line="#D5DBE3",
    control_line="#7B8794",
    text="#1B2430",
    muted="#52606F",
    accent="#1F4E8C",
    accent_soft="#E3ECF8",
    accent_hover="#173D70",
    on_accent="#FFFFFF",
    danger="#B3261E",
    danger_soft="#FBE9E7",
    warning="#8A5A00",
    warning_soft="#FFF3D6",
    success="#1E6B3A",
    success_soft="#E3F4E8",
)

DARK = Tokens(
    name="dark",
    bg="#12161C",
    surface="#1A2028",
    raised="#232B35",
    line="#35404D",
    control_line="#7A8798",
    text="#E8EDF3",
    muted="#A5B1BF",
    accent="#8AB4F8",
    accent_soft="#1E3350",
    accent_hover="#A9C8FB",
    on_accent="#0E1B2E",
    danger="#F2A19B",
    danger_soft="#3B1D1B",
    warning="#F0C36A",
    warning_soft="#3A2E12",
    success="#8BD5A2",
    success_soft="#17331F",
)


def current_tokens() -> Tokens:
    """Return the tokens in force: the application's palette carries the theme.

    A widget's own palette will not do: a style sheet changes it.
    """
    return tokens_of(QGuiApplication.palette())


def tokens_of(palette: QPalette) -> Tokens:
    """Return the tokens behind a palette made by `palette_for`."""
    ink, ground = palette.windowText().color(), palette.window().color()
    tokens = DARK if ink.lightness() > ground.lightness() else LIGHT
    if palette.placeholderText().color() == ink:
        return tokens.with_high_contrast()
    return tokens


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= LINEAR_BELOW:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)
