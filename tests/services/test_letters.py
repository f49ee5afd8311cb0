"""Texts of letters: shipped, the office's own, tried out, refused, restored."""

from __future__ import annotations

import pytest

from jurydesk.documents.letters import shipped_text
from jurydesk.domain.audit import EventType
from jurydesk.domain.changes import Kind
from jurydesk.domain.letters import LETTERS, LetterTemplate
from jurydesk.errors import WrongUsage
from jurydesk.services.letter_preview import (
    field_rows,
    preview_template,
    problem_line,
    problem_text,
)
from jurydesk.services.letters import (
    RefusedByProblems,
    TemplateRow,
    list_templates,
    restore_template,
    save_template,
    template_text,
)
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.documents.reading import words
from tests.fakes import FakeOffice

FRENCH = Wording("fr")
COVER = "day-cover"
OWN = "# Journée du jury\n\n{{ session }}\n"


@pytest.fixture
def office() -> FakeOffice:
    return FakeOffice()


def in_force(office: FakeOffice) -> str:
    with office.desk.open_unit() as unit:
        return template_text(unit, COVER, "fr")


def test_the_shipped_text_is_in_force_until_the_office_writes_its_own(office: FakeOffice) -> None:
    assert in_force(office) == shipped_text(COVER, "fr")
    outcome = save_template(office.desk, kind=COVER, language="fr", text=OWN)
    assert outcome.value == LetterTemplate(COVER, "fr", OWN, id=1)
    assert outcome.can_be_undone
    assert in_force(office) == OWN
    with office.desk.open_unit() as unit:
        assert template_text(unit, COVER, "en") == shipped_text(COVER, "en")
    assert office.acts == [EventType.TEMPLATE_CHANGED]


def test_saving_again_changes_the_one_text(office: FakeOffice) -> None:
    save_template(office.desk, kind=COVER, language="fr", text="a")
    save_template(office.desk, kind=COVER, language="fr", text="b\r\nc\r\n\r\n")
    assert office.all(Kind.LETTER_TEMPLATE) == (LetterTemplate(COVER, "fr", "b\nc\n", id=1),)
    assert not save_template(office.desk, kind=COVER, language="fr", text="b\nc").changes
    assert len(office.acts) == 2


def test_going_back_is_one_act_and_can_be_taken_back(office: FakeOffice) -> None:
    save_template(office.desk, kind=COVER, language="fr", text=OWN)
    outcome = restore_template(office.desk, kind=COVER, language="fr")
    assert in_force(office) == shipped_text(COVER, "fr")
    revert(office.desk, outcome_changes=outcome.changes)
    assert in_force(office) == OWN
    assert office.acts[1:] == [EventType.TEMPLATE_RESTORED, EventType.UNDONE]


def test_going_back_where_nothing_was_changed_leaves_no_trace(office: FakeOffice) -> None:
    assert not restore_template(office.desk, kind=COVER, language="fr").changes
    assert office.acts == []


def test_the_shipped_text_saved_again_is_the_shipped_text(office: FakeOffice) -> None:
    save_template(office.desk, kind=COVER, language="fr", text=OWN)
    save_template(office.desk, kind=COVER, language="fr", text=shipped_text(COVER, "fr"))
    assert office.all(Kind.LETTER_TEMPLATE) == ()


def test_a_text_that_cannot_be_printed_is_not_saved(office: FakeOffice) -> None:
    with pytest.raises(RefusedByProblems) as caught:
        save_template(office.desk, kind=COVER, language="fr", text="a\n{{ sesion }}\n[[x]]")
    assert (caught.value.code, caught.value.exit_code) == ("MODEL-REFUSED", 4)
    assert caught.value.figures == {"count": 2, "line": 2}
    said = [problem_line(one, FRENCH).replace("\u00a0", " ") for one in caught.value.problems]
    assert said[0] == (
        "Ligne 2 : Le champ « sesion » n’existe pas dans ce courrier ; "
        "vouliez-vous dire « session » ?"
    )
    assert office.all(Kind.LETTER_TEMPLATE) == ()


def test_a_kind_that_does_not_exist_is_named_with_those_that_do(office: FakeOffice) -> None:
    for act in (save_template, restore_template):
        arguments = {"text": "a"} if act is save_template else {}
        with pytest.raises(WrongUsage) as caught:
            act(office.desk, kind="cover", language="fr", **arguments)
        assert caught.value.code == "MODEL-UNKNOWN"
        assert COVER in str(caught.value.figures["known"])


def test_the_list_tells_which_texts_are_the_offices_own(office: FakeOffice) -> None:
    save_template(office.desk, kind=COVER, language="fr", text=OWN)
    rows = {row.key: row for row in list_templates(office.desk)}
    assert rows.keys() == {(kind.code, one) for kind in LETTERS for one in ("fr", "en")}
    assert rows[COVER, "fr"] == TemplateRow(LETTERS[0], "fr", OWN, is_own=True)
    assert not rows[COVER, "en"].is_own
    assert {row.problems for row in rows.values()} == {()}


def test_a_stored_text_that_this_version_cannot_print_is_told_in_the_list(
    office: FakeOffice,
) -> None:
    with office.desk.open_unit() as unit:
        unit.letter_templates.add(LetterTemplate(COVER, "fr", "{{ gone }}"))
        unit.audit.record(EventType.TEMPLATE_CHANGED, {})
        unit.commit()
    (row,) = (row for row in list_templates(office.desk) if row.is_own)
    (said,) = (problem_text(one, FRENCH) for one in row.problems)
    assert said.startswith("Le champ «\u00a0gone\u00a0» n’existe pas")


@pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.code)
def test_each_text_is_tried_out_with_example_values(office: FakeOffice, kind) -> None:
    for wording in (FRENCH, Wording("en")):
        text = shipped_text(kind.code, wording.language)
        paper = preview_template(office.desk, kind=kind.code, text=text, wording=wording)
        assert paper.name == f"{kind.code}.pdf"
        assert words(paper.pdf)


def test_what_is_typed_is_shown_before_it_is_saved(office: FakeOffice) -> None:
    paper = preview_template(office.desk, kind=COVER, text="# Essai {{ session }}", wording=FRENCH)
    read = words(paper.pdf)
    assert "Essai 2026-12-A" in read
    assert "SPÉCIMEN" in read
    with pytest.raises(RefusedByProblems):
        preview_template(office.desk, kind=COVER, text="{{ x", wording=FRENCH)


def test_everything_to_insert_can_be_printed_as_it_is_inserted(office: FakeOffice) -> None:
    for kind in LETTERS:
        rows = field_rows(kind, FRENCH)
        assert len({row.key for row in rows}) == len(rows)
        whole = [row.written for row in rows if "one_" not in row.written]
        loops = [row.written for row in rows if row.written.startswith("{%")]
        text = "\n\n".join((*whole, *loops))
        assert preview_template(office.desk, kind=kind.code, text=text, wording=FRENCH).pdf
