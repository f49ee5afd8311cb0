"""Signs, contacts, minutes to fill in by hand, the note of the day, and the bound folder."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time

import pikepdf
import pytest

from jurydesk.documents.binding import Sheaf, bind, page_count
from jurydesk.documents.blank_minutes import render_blank_minutes
from jurydesk.documents.contact_sheet import render_contacts
from jurydesk.documents.drawing.contact_paper import dialled
from jurydesk.documents.drawing.room_sign_paper import initials_of
from jurydesk.documents.letters import cover_pieces, render_letter, shipped_text
from jurydesk.documents.pages_heard import hearing_pages
from jurydesk.documents.room_signs import render_room_signs
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.contact_sheet import Contact, ContactSheet, Presence
from jurydesk.domain.letters import LetterFrame, letter_kind
from jurydesk.errors import Cancelled
from jurydesk.services.day_cover import cover_values
from jurydesk.wording import Wording
from tests.documents import builders as b
from tests.documents.reading import fonts, pages, plain, words

FRENCH, ENGLISH = Wording("fr"), Wording("en")
AFTERNOON = b.jury(number=2, half_day=HalfDay.PM, start=time(14), end=time(17))
TWO = b.content(juries=(b.jury(), AFTERNOON))
EXPECTED = Presence(b.DAY, HalfDay.AM, time(9), "Salle 1")
MEMBER = Contact("WOŹNIAK Łukasz", "EMPLOYEES", "Lune Rousse", "+33639001204", "", EXPECTED)
CANDIDATE = Contact("LEGRAND Ophélie", "", "", "", "o@exemple.invalid", None)
SHEET = ContactSheet(b.content().certifier, "2026-12-A", (b.DAY,), (MEMBER,), (CANDIDATE,))


class TestSigns:
    def test_one_page_for_each_room_and_half_day(self) -> None:
        morning, afternoon = map(plain, pages(render_room_signs((TWO,), wording=FRENCH)))
        assert "Salle Agnès-Varda Mardi 1er décembre 2026, matin" in morning
        assert "Mardi 1er décembre 2026, après-midi 14 h – 17 h" in afternoon
        assert "RNCP34316" in afternoon

    def test_nobody_is_named_on_a_door(self) -> None:
        text = words(render_room_signs((TWO,), wording=FRENCH))
        people = [c.name for j in TWO.juries for c in j.candidates]
        people += [m.name for j in TWO.juries for m in j.members]
        assert [name for name in people if name.split()[0] in text] == []
        assert "9 h 45" not in text

    def test_initials_where_the_office_wants_them(self) -> None:
        text = words(render_room_signs((TWO,), initials=True, wording=FRENCH))
        assert "9 h 45 – T. T." in text
        assert "TRẦN" not in text

    @pytest.mark.parametrize(
        ("name", "initials"),
        [
            ("LEGRAND Ophélie, Marie-Claude (usage : DUPRÉ)", "O. L."),
            ("TRẦN Thị Minh Khai", "T. T."),
            ("D’ALMEIDA Noé", "N. D."),
            ("MARTIN", "M."),
            ("", ""),
        ],
    )
    def test_initials(self, name: str, initials: str) -> None:
        assert initials_of(b.candidate(name=name)) == initials

    def test_a_long_name_of_a_room_stands_on_one_line(self) -> None:
        room = "Auditorium Jean-Pierre-Bacri du bâtiment principal"
        text = words(render_room_signs((b.content(juries=(b.jury(room=room),)),), wording=FRENCH))
        assert room in text

    def test_in_english(self) -> None:
        assert "Please wait to be called" in words(render_room_signs((TWO,), wording=ENGLISH))


class TestContacts:
    def test_whom_to_call(self) -> None:
        text = words(render_contacts(SHEET, wording=FRENCH))
        assert "01/12/2026 · 9 h Salle 1 WOŹNIAK Łukasz" in text
        assert "06 39 00 12 04 non renseigné" in text
        assert "pas encore placé·e LEGRAND Ophélie non renseigné o@exemple.invalid" in text

    def test_every_page_says_that_it_is_confidential(self) -> None:
        many = replace(SHEET, candidates=(CANDIDATE,) * 80)
        read = pages(render_contacts(many, wording=FRENCH))
        assert len(read) > 2
        assert all("Confidentiel" in text for text in read)

    def test_nobody_yet(self) -> None:
        nobody = replace(SHEET, members=(), candidates=())
        assert words(render_contacts(nobody, wording=FRENCH)).count("Personne pour l’instant.") == 2

    @pytest.mark.parametrize(
        ("phone", "said"),
        [
            ("+33612345678", "06\u00a012\u00a034\u00a056\u00a078"),
            ("+4915112345678", "+4915112345678"),
            ("poste 12", "poste 12"),
            ("", ""),
        ],
    )
    def test_numbers_are_written_as_they_are_dialled(self, phone: str, said: str) -> None:
        assert dialled(phone) == said


class TestBlankMinutes:
    def test_who_sits_and_who_comes_is_printed(self) -> None:
        text = words(render_blank_minutes((b.content(),), wording=FRENCH))
        for member in b.content().juries[0].members:
            assert member.name in text
        assert "LEGRAND Ophélie" in text
        assert "3 externes sur 4 (75 %)" in text
        assert "acquis antérieurement" in text

    def test_nothing_that_was_decided_is_in_it(self) -> None:
        decided = b.content(number="PV-2026-001", incidents="Panne de courant")
        text = words(render_blank_minutes((decided,), wording=FRENCH))
        told = ("PV-2026-001", "Panne", "Validation partielle")
        assert [said for said in told if said in text] == []

    def test_a_certification_judged_as_a_whole_has_no_blocks(self) -> None:
        text = words(render_blank_minutes((b.whole_content(),), wording=FRENCH))
        assert "acquis" not in text
        assert "totale" in text

    def test_each_jury_is_on_pages_of_its_own(self) -> None:
        read = [plain(p) for p in pages(render_blank_minutes((TWO,), wording=FRENCH))]
        assert [("Jury 1 " in p, "Jury 2 " in p) for p in read if "Jury 2 " in p] == [(False, True)]

    def test_every_face_is_embedded(self) -> None:
        for pdf in (
            render_blank_minutes((TWO,), wording=FRENCH),
            render_room_signs((TWO,), initials=True, wording=FRENCH),
            render_contacts(SHEET, wording=FRENCH),
        ):
            assert all(fonts(pdf).values())


def cover() -> bytes:
    kind = letter_kind("day-cover")
    assert kind is not None
    return render_letter(
        kind,
        shipped_text("day-cover", "fr"),
        cover_values((TWO,), ["Feuille d’émargement"], FRENCH),
        frame=LetterFrame(certifier=TWO.certifier, is_signed=False),
        wording=FRENCH,
        pieces=cover_pieces((TWO,), [("Feuille d’émargement", 2)], wording=FRENCH),
    )


class TestCover:
    def test_the_day_in_one_look(self) -> None:
        text = words(cover())
        assert "Session 2026-12-A, mardi 1er décembre 2026" in text
        assert "Jury 2 Mardi 1er décembre 2026 14 h – 17 h Salle Agnès-Varda" in text
        assert "Feuille d’émargement 2" in text


class TestBinding:
    def bound(self) -> bytes:
        minutes = render_blank_minutes((TWO,), wording=FRENCH)
        signs = render_room_signs((TWO,), wording=FRENCH)
        sheaves = [Sheaf("A", (("x", minutes),)), Sheaf("B", (("b1", signs), ("b2", signs)))]
        return bind(sheaves, title="Dossier", author="CEFPF", wording=FRENCH)

    def test_all_pages_in_order_and_an_outline(self) -> None:
        whole = self.bound()
        assert page_count(whole) == len(pages(whole))
        with pikepdf.open(io.BytesIO(whole)) as document:
            with document.open_outline() as outline:
                read = [(i.title, [c.title for c in i.children]) for i in outline.root]
            assert str(document.docinfo["/Title"]) == "Dossier"
            assert str(document.Root.Lang) == "fr-FR"
        assert read == [("A", []), ("B", ["b1", "b2"])]

    def test_the_entries_of_minutes_stay_beneath_them(self) -> None:
        from jurydesk.documents.minutes import render_minutes

        minutes = render_minutes(b.content(), wording=FRENCH)
        signs = render_room_signs((TWO,), wording=FRENCH)
        whole = bind(
            [Sheaf("Affiches", (("", signs),)), Sheaf("PV", (("", minutes),))],
            title="T",
            author="A",
            wording=FRENCH,
        )
        with pikepdf.open(io.BytesIO(whole)) as document:
            with document.open_outline() as outline:
                entries = outline.root[1].children
                assert entries[0].title == "1. Composition du jury"
                first = entries[0].destination
            assert isinstance(first, pikepdf.Array)
            numbers = [page.objgen for page in document.pages]
            assert numbers.index(first[0].objgen) >= 2

    def test_the_same_papers_give_the_same_bytes(self) -> None:
        assert self.bound() == self.bound()

    def test_it_can_be_stopped_between_copies(self) -> None:
        def stop() -> None:
            raise Cancelled("TASK-CANCELLED")

        with pytest.raises(Cancelled):
            bind([Sheaf("A", (("x", cover()),))], title="", author="", wording=FRENCH, bound=stop)


class TestPagesHeard:
    def test_each_page_is_told(self) -> None:
        heard: list[int] = []
        with hearing_pages(lambda: heard.append(1)):
            pdf = render_room_signs((TWO,), wording=FRENCH)
        assert len(heard) == page_count(pdf) == 2
        render_room_signs((TWO,), wording=FRENCH)
        assert len(heard) == 2

    def test_printing_stops_at_the_next_page(self) -> None:
        def stop() -> None:
            raise Cancelled("TASK-CANCELLED")

        with pytest.raises(Cancelled) as caught, hearing_pages(stop):
            render_room_signs((TWO,), wording=FRENCH)
        assert caught.value.code == "TASK-CANCELLED"
