"""How complete identities are, in the list of candidates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.people import BirthPlace, Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.candidates import list_candidacies, save_file
from jurydesk.services.views import CandidacyRow
from jurydesk.ui.pages.candidates import CandidatesPage
from jurydesk.ui.pages.identity_column import identity_column, identity_filters
from jurydesk.wording import Wording
from tests.ui.conftest import rest
from tests.ui.office import TODAY, candidate
from tests.ui.test_pages import go

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk
    from jurydesk.ui.application import Parts

WHOLE = candidate(1)
BARE = replace(WHOLE, birth_place=BirthPlace(), sex=Sex.NOT_STATED, birth_date=None)
JOINED = replace(WHOLE, first_names=("Anne Marie",))


def row_of(person: Candidate) -> CandidacyRow:
    path = Candidacy(0, "RNCP40642", AccessRoute.EXPERIENCE, id=person.id)
    return CandidacyRow(path, person, "DRAFT", ())


def test_each_row_says_its_points_and_what_is_missing(qapp: QApplication) -> None:
    column = identity_column(Wording("en"), TODAY)
    assert column.icon is not None
    assert column.tone is not None
    assert column.tooltip is not None
    assert column.sort_key is not None
    rows = [row_of(one) for one in (WHOLE, JOINED, BARE)]
    assert [(column.text(r), column.icon(r), column.tone(r), column.sort_key(r)) for r in rows] == [
        ("complete", "check-circle", "success", 100),
        ("95 of 100", "warning", "warning", 95),
        ("40 of 100", "warning", "danger", 40),
    ]
    assert column.tooltip(rows[0]) == ""
    assert column.tooltip(rows[1]).startswith("Several first names")
    assert len(column.tooltip(rows[2]).splitlines()) == 4


def test_filters_are_offered_where_they_tell_rows_apart(qapp: QApplication) -> None:
    whole, bare = row_of(WHOLE), row_of(BARE)
    named = [[f.name for f in identity_filters(rows, TODAY)] for rows in ((whole,), (bare,))]
    assert named == [[], ["identity.incomplete"]]
    incomplete, complete = identity_filters((whole, bare), TODAY)
    assert [one.accepts(whole) for one in (incomplete, complete)] == [False, True]
    assert [one.accepts(bare) for one in (incomplete, complete)] == [True, False]


def test_the_list_is_narrowed_to_the_incomplete(parts: Parts, qtbot: QtBot, desk: Desk) -> None:
    first = list_candidacies(desk)[0]
    born = replace(first.candidate, birth_date=date(1990, 1, 1), birth_place=BirthPlace("Paris"))
    save_file(desk, candidate=born, candidacy=first.candidacy)
    page = go(parts, qtbot, "candidates", CandidatesPage)
    page.refresh()
    rest(qtbot, parts)
    page.list.set_filter("identity.incomplete", is_on=True)
    assert [row.key for row in page.list.shown_rows()] == [first.key]
