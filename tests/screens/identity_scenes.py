"""Scenes of the identity: the birth place completed, findings at their fields, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.screens.scenes import candidates

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jurydesk.ui.pages.candidate_form import CandidateForm
    from tests.screens.scenes import Scene
    from tests.screens.studio import Studio


def identity_scenes(_studio: Studio) -> dict[str, Scene]:
    """Return what is seen of an identity while it is typed and afterwards."""
    return {"birth-place": birth_place, "field-findings": field_findings}


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
