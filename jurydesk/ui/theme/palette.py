"""Turns tokens into the palette that Fusion and the style sheet read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from jurydesk.ui.theme.tokens import Tokens

Role = QPalette.ColorRole


def palette_for(tokens: Tokens) -> QPalette:
    """Return the palette of one theme, disabled texts included."""
    palette = QPalette()
    for role, colour in _roles(tokens).items():
        palette.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.control_line))
    return palette


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        Role.Window: tokens.bg,
        Role.WindowText: tokens.text,
        Role.Base: tokens.surface,
        Role.AlternateBase: tokens.bg,
        Role.Text: tokens.text,
        Role.Button: tokens.surface,
        Role.ButtonText: tokens.text,
        Role.BrightText: tokens.danger,
        Role.Highlight: tokens.accent_soft,
        Role.HighlightedText: tokens.text,
        Role.Accent: tokens.accent,
        Role.Link: tokens.accent,
        Role.LinkVisited: tokens.accent,
        Role.ToolTipBase: tokens.text,
        Role.ToolTipText: tokens.surface,
        Role.PlaceholderText: tokens.muted,
        Role.Light: tokens.surface,
        Role.Midlight: tokens.raised,
        Role.Mid: tokens.line,
        Role.Dark: tokens.control_line,
        Role.Shadow: tokens.control_line,
    }
