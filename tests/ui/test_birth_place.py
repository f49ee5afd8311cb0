"""The birth place in the form of a candidate: typed, proposed, chosen, or left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jurydesk.domain.people import BirthPlace
from jurydesk.services.candidates import find_candidates
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.widgets.completion_field import CompletionField, Proposal
from tests.ui.secretary import Secretary
from tests.ui.test_pages import go, new_form

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts
    from jurydesk.ui.pages.candidate_form import CandidateForm


def begun(parts: Parts, qtbot: QtBot) -> tuple[Secretary, CandidateForm]:
    secretary = Secretary(qtbot, parts)
    form: CandidateForm = new_form(go(parts, qtbot, "candidates", CandidatesPage), qtbot)
    secretary.write("Vidal", form.fields.lines["birth_name"])
    secretary.write("Zoe", form.fields.lines["first_names"])
    secretary.rest()
    return secretary, form


def proposed(secretary: Secretary, field: CompletionField, text: str) -> list[str]:
    """Type and wait for what is proposed."""
    secretary.write(text, field)
    secretary.qtbot.waitUntil(field.is_open)
    return [field.list.item(at).text() for at in range(field.list.count())]


def stored(desk: Desk) -> BirthPlace:
    (found,) = find_candidates(desk, query="Vidal")
    return found.candidate.birth_place


def test_one_of_the_namesakes_is_chosen_by_keys(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    secretary, form = begun(parts, qtbot)
    field = form.fields.place.commune
    lines = proposed(secretary, field, "saint-denis")
    assert "Saint-Denis (974), La Réunion · 97411" in lines
    for _ in range(lines.index("Saint-Denis (974), La Réunion · 97411")):
        secretary.press("Down", field)
    secretary.press("Return", field)
    assert not field.is_open()
    texts = (field.text(), form.fields.place.code.text(), form.fields.place.country.text())
    assert texts == ("Saint-Denis", "97411", "France")
    secretary.press("Ctrl+S")
    assert stored(desk) == BirthPlace("Saint-Denis", "97411", "", "974", "France")


def test_a_postal_code_is_typed_and_the_town_clicked(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    secretary, form = begun(parts, qtbot)
    field = form.fields.place.commune
    assert proposed(secretary, field, "20090") == ["Ajaccio (2A), Corse-du-Sud · 2A004"]
    row = field.list.visualItemRect(field.list.item(0)).center()
    QTest.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert field.hasFocus()
    secretary.press("Ctrl+S")
    assert stored(desk) == BirthPlace("Ajaccio", "2A004", "20090", "2A", "France")


def test_a_former_commune_says_so(parts: Parts, qtbot: QtBot) -> None:
    secretary, form = begun(parts, qtbot)
    lines = proposed(secretary, form.fields.place.commune, "cordieux")
    assert lines == ["Cordieux (01), Ain · 01120 · former, today Montluel"]


def test_a_birth_abroad(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    secretary, form = begun(parts, qtbot)
    place = form.fields.place
    assert proposed(secretary, place.commune, "algerie") == ["Algérie · 99352 · country"]
    secretary.press("Return", place.commune)
    secretary.write("Oran", place.commune)
    secretary.press("Ctrl+S")
    assert stored(desk) == BirthPlace("Oran", "99352", "", "", "Algérie")


def test_the_country_alone_brings_its_code_and_keeps_the_town(parts: Parts, qtbot: QtBot) -> None:
    secretary, form = begun(parts, qtbot)
    place = form.fields.place
    secretary.write("Hue", place.commune)
    assert proposed(secretary, place.country, "viet") == ["Viêt Nam · 99243 · country"]
    secretary.press("Return", place.country)
    assert place.place() == BirthPlace("Hue", "99243", "", "", "Viêt Nam")


def test_free_text_stays_and_the_missing_code_is_said_at_its_field(
    parts: Parts, qtbot: QtBot, desk: Desk
) -> None:
    secretary, form = begun(parts, qtbot)
    field = form.fields.place.commune
    proposed(secretary, field, "Ajaccio")
    secretary.press("Escape", field)
    assert not field.is_open()
    assert form.isVisible()
    secretary.press("Tab", field)
    qtbot.waitUntil(lambda: bool(form.form.fields["code"].note()))
    assert form.form.fields["code"].note() == (
        "The INSEE code of the commune or country is missing: "
        "choose the place from the list, or write the code."
    )
    secretary.press("Ctrl+S")
    assert stored(desk) == BirthPlace("Ajaccio")


def test_a_code_written_by_hand_is_told_apart(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    secretary, form = begun(parts, qtbot)
    secretary.write("Bastia", form.fields.place.commune)
    secretary.write("2a004", form.fields.place.code)
    secretary.press("Tab")
    assert form.form.fields["code"].note() == "This code is that of Ajaccio."
    secretary.press("Ctrl+A", form.fields.place.code)
    secretary.write("20600", form.fields.place.code)
    secretary.press("Tab")
    assert form.form.fields["code"].note() == ""
    secretary.press("Ctrl+S")
    assert stored(desk) == BirthPlace("Bastia", "2B033", "20600", "2B", "France")


def test_an_answer_that_comes_late_is_not_shown(qtbot: QtBot) -> None:
    field = CompletionField()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("par")
    field.show_proposals("pa", [Proposal("Pau", 1)])
    assert not field.is_open()
    field.show_proposals("par", [Proposal("Paris", 2)])
    assert field.is_open()
    field.show_proposals("par", [])
    assert not field.is_open()
