"""Scenes of the identity: the birth place completed, findings at their fields, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from jurydesk.services.national_numbers import (
    forget_number,
    set_number,
    set_passphrase,
    vault_state,
)
from jurydesk.ui.pages.candidate_file.identity import IdentitySection
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.file_key import FileKey
from jurydesk.ui.pages.settings import SettingsPage
from tests.screens.scenes import candidates

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.candidate_file.national_number import NumberCard
    from jurydesk.ui.pages.candidate_form import CandidateForm
    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio

PERSON = 3


def identity_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return what is seen of an identity while it is typed and afterwards."""
    return {
        "birth-place": birth_place,
        "field-findings": field_findings,
        "number-none": number,
        "vault-none": vault,
        "number-typed": number_typed,
        "number-shown": number_shown,
        "vault-kept": vault,
    }


def number(studio: Studio) -> QWidget | None:
    """Show the identity in the file of somebody."""
    _card(studio)
    return None


def number_typed(studio: Studio) -> QWidget | None:
    """Type a number whose key is wrong."""
    desk = studio.desk
    if not vault_state(desk).is_set_up:
        set_passphrase(desk, passphrase="quatre mots qui restent")
    forget_number(desk, candidate_id=PERSON)
    card = _card(studio)
    card.begin_editing()
    if card.editor is not None:
        QTest.keyClicks(card.editor.edit, "2 69 05 49 588 157 81")
    return None


def number_shown(studio: Studio) -> QWidget | None:
    """Show a number."""
    desk = studio.desk
    set_number(desk, candidate_id=PERSON, number="2 69 05 49 588 157 80")
    card = _card(studio)
    card.show_number()
    return None


def vault(studio: Studio) -> QWidget | None:
    """Show the passphrase in the settings."""
    studio.parts.window.shell.show_page("settings")
    studio.settle()
    page = studio.parts.window.shell.current_page()
    if isinstance(page, SettingsPage):
        page.form.ensureWidgetVisible(page.health)
    return None


def _card(studio: Studio) -> NumberCard:
    studio.parts.window.shell.show_page("candidates", FileKey(PERSON, "identity"))
    studio.settle()
    page = studio.parts.window.shell.current_page()
    section = (
        page.file.current_section() if isinstance(page, CandidatesPage) and page.file else None
    )
    if not isinstance(section, IdentitySection):
        raise TypeError("the identity is not in view")
    return section.number


def birth_place(studio: Studio) -> QWidget | None:
    """Type the name of a town that has namesakes."""
    form = _empty_form(studio)
    field = form.fields.place.commune
    field.setFocus()
    QTest.keyClicks(field, "saint-denis")
    studio.settle()
    _wait_until_open(studio, form)
    return None


def field_findings(studio: Studio) -> QWidget | None:
    """Type what cannot be."""
    form = _empty_form(studio)
    for name, text in (("birth_date", "31/02/1990"), ("received", "10/11/2026")):
        form.fields.dates[name].setText(text)
    form.fields.dates["complete"].setText("09/11/2026")
    form.fields.place.commune.setText("Bastia")
    form.fields.place.code.setText("2A004")
    form.fields.certification.set_value("RNCP6082")
    form.focus_field("birth_name")
    form.check()
    studio.settle()
    return None


def _empty_form(studio: Studio) -> CandidateForm:
    page = candidates(studio)
    page.new_candidate()
    if page.form is None:
        raise RuntimeError("the form did not open")
    page.form.start_again()
    return page.form


def _wait_until_open(studio: Studio, form: CandidateForm) -> None:
    for _ in range(20):
        if form.fields.place.commune.is_open():
            return
        QTest.qWait(50)
        studio.settle()
