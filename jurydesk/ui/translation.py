"""French or English for every widget: our own catalogue and Qt's, switched at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from jurydesk.paths import resource

if TYPE_CHECKING:
    from jurydesk.wording import Language

SOURCE_LANGUAGE: Language = "en"


class Translation(QObject):
    """Owns the installed translators.

    Signals:
        changed: another language is in force; the shell builds its texts anew.
    """

    changed = Signal(str)

    def __init__(self, application: QCoreApplication, language: Language = "fr") -> None:
        """Install the language of the person."""
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.language: Language = language
        self._install()

    def choose(self, language: Language) -> None:
        """Switch to another language."""
        if language == self.language:
            return
        self.language = language
        self._install()
        self.changed.emit(language)

    def close(self) -> None:
        """Give the application back as it was."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()

    def _install(self) -> None:
        self.close()
        QLocale.setDefault(QLocale(self.language))
        if self.language == SOURCE_LANGUAGE:
            return
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._load(f"qtbase_{self.language}", qt_folder)
        self._load(f"jurydesk_{self.language}", str(resource("i18n")))

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)


def translate(context: str, text: str) -> str:
    """Translate a literal outside a widget; `pyside6-lupdate` finds it by this name."""
    return QCoreApplication.translate(context, text)
