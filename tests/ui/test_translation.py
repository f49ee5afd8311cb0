"""Every word of the window is translated, and the catalogue is what the sources say."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox

import jurydesk.ui
from jurydesk.paths import resource
from jurydesk.ui.translation import Translation, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

REPOSITORY = Path(__file__).resolve().parents[2]
WINDOW = Path(jurydesk.ui.__file__).parent
CATALOGUE = resource("i18n", "jurydesk_fr.ts")
COMPILED = resource("i18n", "jurydesk_fr.qm")
TOOL = "from PySide6.scripts.pyside_tool import {0}; {0}()"
# Where a French text needs a space that does not break
BREAKABLE = re.compile(r" [:;!?»]|« ")
FIELD = re.compile(r"\{(\w+)\}")


def run(tool: str, *arguments: str) -> None:
    command = [sys.executable, "-c", TOOL.format(tool), *arguments]
    subprocess.run(command, check=True, cwd=REPOSITORY, capture_output=True)


def calls(path: Path) -> Iterator[tuple[int, list[ast.expr]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            name = called.id if isinstance(called, ast.Name) else name
            # str.translate has one argument, ours and Qt's two
            if name == "tr" or (name == "translate" and len(node.args) > 1):
                yield node.lineno, node.args


def test_only_literal_texts_are_given_to_tr() -> None:
    bad = [
        f"{path.relative_to(WINDOW)}:{line}"
        for path in sorted(WINDOW.rglob("*.py"))
        if path.name != "translation.py"
        for line, arguments in calls(path)
        if not all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in arguments)
    ]
    assert bad == []


def messages() -> list[tuple[str, str, ET.Element]]:
    found = []
    for context in ET.parse(CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append(
                (context.findtext("name", ""), message.findtext("source", ""), translation)
            )
    return found


def test_every_text_is_translated() -> None:
    missing = [
        (context, source)
        for context, source, translation in messages()
        if translation.get("type") or not (translation.text or "").strip()
    ]
    assert missing == []


def test_translations_fill_in_the_same_figures() -> None:
    different = [
        (source, translation.text)
        for _, source, translation in messages()
        if set(FIELD.findall(source)) != set(FIELD.findall(translation.text or ""))
    ]
    assert different == []


def test_french_signs_keep_their_spaces() -> None:
    broken = [t.text for _, _, t in messages() if BREAKABLE.search(t.text or "")]
    assert broken == []


def test_the_catalogue_is_what_the_sources_say(tmp_path: Path) -> None:
    """`make translations` brings it up to date."""
    copy = tmp_path / CATALOGUE.name
    shutil.copy(CATALOGUE, copy)
    options = "-silent -extensions py -locations none -no-obsolete -source-language en"
    run("lupdate", *options.split(), "-target-language", "fr_FR", "jurydesk/ui", "-ts", str(copy))
    assert texts_of(copy) == texts_of(CATALOGUE)


def texts_of(path: Path) -> set[tuple[str, str]]:
    contexts = ET.parse(path).getroot().iter("context")
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in contexts
        for message in context.iter("message")
    }


def test_the_compiled_catalogue_is_what_the_catalogue_says(tmp_path: Path) -> None:
    compiled = tmp_path / COMPILED.name
    run("lrelease", "-silent", str(CATALOGUE), "-qm", str(compiled))
    assert compiled.read_bytes() == COMPILED.read_bytes()


@pytest.fixture
def french(qapp: QApplication) -> Iterator[Translation]:
    translation = Translation(qapp, "fr")
    yield translation
    translation.choose("en")


def test_our_words_and_qts_own_are_french(french: Translation, qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(buttons)
    words = buttons.button(QDialogButtonBox.StandardButton.Cancel).text()
    assert (translate("Pages", "Home"), words) == ("Accueil", "Annuler")
    assert QLocale().language() == QLocale.Language.French


def test_english_is_the_language_of_the_sources(french: Translation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(french.changed) as changed:
        french.choose("en")
    assert changed.args == ["en"]
    assert QCoreApplication.translate("Pages", "Home") == "Home"


def test_choosing_the_language_in_force_changes_nothing(french: Translation, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(french.changed):
        french.choose("fr")
