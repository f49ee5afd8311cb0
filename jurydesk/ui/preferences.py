"""What one person prefers on this machine: language, theme and text size; kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from jurydesk.ui.theme.theme import THEME_CHOICES
from jurydesk.wording import LANGUAGES

if TYPE_CHECKING:
    from jurydesk.ui.theme.theme import Theme, ThemeChoice
    from jurydesk.ui.translation import Translation
    from jurydesk.wording import Language


class Preferences(QObject):
    """Applies a choice to the application and remembers it.

    Signals:
        language_changed: another language is in force.
        theme_changed: another theme was chosen.
    """

    language_changed = Signal()
    theme_changed = Signal()

    def __init__(self, theme: Theme, translation: Translation) -> None:
        """Keep what is changed."""
        super().__init__()
        self._theme = theme
        self._translation = translation
        translation.changed.connect(self.language_changed)

    @property
    def language(self) -> Language:
        """Return the language in force."""
        return self._translation.language

    @property
    def theme(self) -> ThemeChoice:
        """Return the theme chosen."""
        return self._theme.choice

    @property
    def text_size(self) -> float:
        """Return how much larger than the platform's the texts are."""
        return self._theme.zoom

    def choose_language(self, language: Language) -> None:
        """Speak another language."""
        QSettings().setValue("view/language", language)
        self._translation.choose(language)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Look light, dark, or as the system does."""
        QSettings().setValue("view/theme", choice)
        self._theme.choose(choice)
        self.theme_changed.emit()

    def choose_text_size(self, factor: float) -> None:
        """Show all texts larger or smaller."""
        QSettings().setValue("view/text_size", factor)
        self._theme.zoom_text(factor)


def kept_language(default: Language) -> Language:
    """Return the language chosen on this machine before."""
    kept = QSettings().value("view/language", default)
    return next((one for one in LANGUAGES if one == kept), default)


def kept_theme() -> ThemeChoice:
    """Return the theme chosen on this machine before."""
    kept = QSettings().value("view/theme", "system")
    return next((one for one in THEME_CHOICES if one == kept), "system")


def kept_text_size() -> float:
    """Return the text size chosen on this machine before."""
    return float(str(QSettings().value("view/text_size", 1.0)))
