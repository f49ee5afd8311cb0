"""Letters: what a text may say, what it is refused for, and how it is set on paper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.documents.letters import (
    check_template,
    fill_text,
    letter_story,
    render_letter,
    shipped_text,
)
from jurydesk.domain.letters import (
    LETTERS,
    LetterField,
    LetterFrame,
    LetterKind,
    TemplateProblem,
)
from jurydesk.errors import RefusedByRule
from jurydesk.services.letter_preview import example_values
from jurydesk.wording import LANGUAGES, Wording
from tests.documents import builders as b
from tests.documents.reading import fonts, pages, plain, words

FRENCH = Wording("fr")
KIND = LetterKind(
    "day-cover",
    (
        LetterField("candidate"),
        LetterField("days", is_many=True),
        LetterField("blocks", is_many=True, parts=("code", "title")),
    ),
    pieces=("juries",),
    mandatory=("candidate",),
)
HERE = "{{ candidate }}"
FRAME = LetterFrame(
    certifier=b.content().certifier,
    recipient=("Madame Ophélie Legrand", "12 rue des Écoles", "75005 Paris"),
    reference="Session 2026-12-A",
    place="Paris",
    day=date(2026, 12, 1),
)


def problems(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in check_template(KIND, text)]


def filled(text: str, **values: object) -> str:
    return plain(fill_text(KIND, text, values, FRENCH))


def rendered(text: str, frame: LetterFrame = FRAME, **values: object) -> bytes:
    return render_letter(KIND, text, values, frame=frame, wording=FRENCH)


class TestCheck:
    @pytest.mark.parametrize(
        "text",
        [
            HERE,
            "{% if candidate %}{{ candidate|upper }}{% else %}…{% endif %}",
            "{{ candidate }} {% for block in blocks %}{{ block.code }}{% endfor %}",
            "{{ candidate }} {% for d in days if d %}{{ loop.index }} {{ d }}{% endfor %}",
            "{{ candidate }}{{ days|join(', ') }} {% if blocks|length > 1 %}s{% endif %}",
            "[[juries]]\n\n  [[ signature ]] \n{{ candidate }} {{ certifier }} {{ today }}",
            "Un texte avec [[juries]] dans la ligne. {{ candidate }}",
        ],
    )
    def test_what_a_letter_needs_is_allowed(self, text: str) -> None:
        assert problems(text) == []

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("{{ candidat }}", "MODEL-FIELD.near"),
            ("{{ xyz }}", "MODEL-FIELD"),
            ("{{ block.code }}", "MODEL-FIELD.near"),
            ("{% for block in blocks %}{{ block.titel }}{% endfor %}", "MODEL-FIELD.near"),
            ("{% for d in days %}{{ d.code }}{% endfor %}", "MODEL-FIELD"),
            ("{% for d in days %}{% endfor %}{{ d }}", "MODEL-FIELD"),
            ("{{ loop.index }}", "MODEL-FIELD"),
            ("{{ candidate.name }}", "MODEL-NO-PARTS"),
            ("{{ candidate|uper }}", "MODEL-FILTER.near"),
            ("{{ candidate|pprint }}", "MODEL-FILTER"),
            ("[[jury]]", "MODEL-PIECE.near"),
            ("[[xyz]]", "MODEL-PIECE"),
            ("{% for c in candidate %}{% endfor %}", "MODEL-LOOP-OVER"),
            ("{% for days in days %}{% endfor %}", "MODEL-LOOP-OVER"),
            ("{% for d in dayz %}{{ d }}{% endfor %}", "MODEL-FIELD.near"),
            ("{% for a, b in blocks %}{% endfor %}", "MODEL-LOOP"),
            ("{% for d in 'abc' %}{% endfor %}", "MODEL-LOOP"),
        ],
    )
    def test_a_slip_is_named_with_its_line(self, text: str, code: str) -> None:
        assert problems(f"{HERE}\n\n{text}") == [(code, 3)]

    @pytest.mark.parametrize(
        "text",
        [
            "{{ ''.__class__ }}",
            "{{ candidate.__class__.__mro__ }}",
            "{{ range(10) }}",
            "{{ 'x' * 1000000000 }}",
            "{{ blocks[0] }}",
            "{% set a = 1 %}",
            "{% include 'secret' %}",
            "{% import 'secret' as s %}",
            "{% macro m() %}{% endmacro %}",
            "{% filter upper %}{% endfilter %}",
            "{% for d in days %}{% for e in days %}{{ loop(d) }}{% endfor %}{% endfor %}",
            "{{ lipsum() }}",
            "{{ candidate is defined }}",
        ],
    )
    def test_nothing_that_computes_or_calls_is_allowed(self, text: str) -> None:
        found = problems(f"{HERE}\n{text}")
        assert found
        assert {code for code, _ in found} <= {"MODEL-FORBIDDEN", "MODEL-NO-PARTS"}

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", [("MODEL-EMPTY", 1)]),
            (" \n\t", [("MODEL-EMPTY", 1)]),
            ("x" * 20_001, [("MODEL-LONG", 1)]),
            ("a\n{{ candidate", [("MODEL-OPEN", 2)]),
            ("{% if candidate %}", [("MODEL-OPEN", 1)]),
            ("a\n{{ candidate candidate }}", [("MODEL-SYNTAX", 2)]),
            ("a\n{% endif %}", [("MODEL-SYNTAX", 2)]),
            ("a\nb", [("MODEL-MISSING", 2)]),
        ],
    )
    def test_what_is_no_letter_at_all(self, text: str, found: list[tuple[str, int]]) -> None:
        assert problems(text) == found

    def test_the_nearest_name_is_offered(self) -> None:
        (problem,) = check_template(KIND, "{{ candidate }}\n{{ cnadidate }}")
        figures = (("name", "cnadidate"), ("near", "candidate"))
        assert problem == TemplateProblem("MODEL-FIELD.near", 2, figures)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("kind", LETTERS, ids=lambda kind: kind.code)
    def test_what_is_shipped_can_be_printed(self, kind: LetterKind, language: str) -> None:
        wording = Wording("fr" if language == "fr" else "en")
        text = shipped_text(kind.code, wording.language)
        assert check_template(kind, text) == ()
        frame = LetterFrame(certifier=FRAME.certifier)
        values = example_values(kind, wording)
        assert render_letter(kind, text, values, frame=frame, wording=wording)[:5] == b"%PDF-"

    @given(st.text(alphabet="{}%[]# .abcdifornelxys|'\"\n\\", max_size=60))
    def test_no_text_is_too_odd_to_be_judged(self, text: str) -> None:
        if not check_template(KIND, f"{HERE}{text}"):
            filled(f"{HERE}{text}", candidate="x")


class TestFields:
    def test_values_are_words_and_never_markup(self) -> None:
        odd = "*x* [y](http://z) # <b>a</b> & {{ certifier }} _u_ `c` \\ | [[juries]] 1. - + > !"
        assert filled("**Nom** {{ candidate }}", candidate=odd) == "Nom " + odd.replace(
            " >", " >"
        ).replace(" !", "\u00a0!".replace("\u00a0", " "))

    @pytest.mark.parametrize("value", ["# T", "1. a", "- a", "> a", "    a", "[[juries]]", "---"])
    def test_a_value_on_a_line_of_its_own_stays_a_value(self, value: str) -> None:
        assert filled("{{ candidate }}", candidate=value) == value.strip()

    def test_the_lines_of_a_value_stay_lines(self) -> None:
        text = fill_text(KIND, "À {{ candidate }}", {"candidate": "a\n\n# b\n    c"}, FRENCH)
        assert text == "À a\n# b\nc"

    def test_dates_and_lists_are_written_out(self) -> None:
        day = date(2026, 12, 1)
        text = filled("{{ candidate }}, {{ days }}", candidate=day, days=(day, "x"))
        assert text == "1er décembre 2026, 1er décembre 2026, x"

    def test_a_field_without_a_value_is_empty(self) -> None:
        assert filled("a{{ candidate }}b{% for x in blocks %}c{% endfor %}") == "ab"

    def test_a_value_that_the_kind_does_not_have_is_a_fault(self) -> None:
        with pytest.raises(LookupError, match="day-cover has no colour"):
            filled("x", colour="red")

    def test_a_stored_text_that_is_wrong_says_where(self) -> None:
        with pytest.raises(RefusedByRule) as caught:
            filled("a\n{{ gone }}")
        assert caught.value.code == "MODEL-UNPRINTABLE"
        assert caught.value.figures == {"kind": "day-cover", "line": 2}

    def test_french_signs_hold_to_their_word(self) -> None:
        text = fill_text(KIND, "Objet : « {{ candidate }} » ?", {"candidate": "a : b !"}, FRENCH)
        assert text == "Objet\u00a0: «\u00a0a\u00a0: b\u00a0!\u00a0»\u00a0?"


class TestPaper:
    def test_it_is_set_in_the_order_of_a_letter(self) -> None:
        text = "# Convocation\n\nBonjour {{ candidate }},\n\n- un\n- deux\n\n1. a\n2. b"
        read = words(rendered(text, candidate="Łucja"))
        order = (
            "39179458300065|Session 2026-12-A|Ophélie Legrand|75005 Paris|Paris, le 1er décembre"
            "|Convocation|Bonjour Łucja,|– un|– deux|1. a|2. b|Pour "
        ).split("|")[1:]
        places = [read.index(part) for part in order]
        assert places == sorted(places)

    def test_the_same_letter_gives_the_same_bytes(self) -> None:
        assert rendered("# A\n\n{{ candidate }}") == rendered("# A\n\n{{ candidate }}")

    def test_every_face_is_embedded(self) -> None:
        used = fonts(rendered("# A\n\n**b** *c* ***d***\n\n> e\n\n---\n\n- f\n\n## g"))
        assert used
        assert all(used.values())

    def test_nobody_signs_a_working_paper(self) -> None:
        frame = LetterFrame(certifier=FRAME.certifier, is_signed=False)
        assert "Pour " not in words(rendered("a", frame))

    def test_the_signature_stands_where_the_text_puts_it(self) -> None:
        read = words(rendered("avant\n\n[[signature]]\n\naprès"))
        assert read.index("avant") < read.index("Pour ") < read.index("après")
        assert read.count("Pour ") == 1

    def test_pieces_go_where_the_text_puts_them(self) -> None:
        from reportlab.platypus import Paragraph

        from jurydesk.documents.drawing import styles

        frame = LetterFrame(certifier=FRAME.certifier, is_signed=False)
        piece = [Paragraph("LE TABLEAU", styles.BODY)]
        text = "avant\n[[juries]]\naprès"
        pdf = render_letter(KIND, text, {}, frame=frame, wording=FRENCH, pieces={"juries": piece})
        assert "avant LE TABLEAU après" in words(pdf)

    def test_several_letters_in_one_file_begin_each_on_a_page(self) -> None:
        from jurydesk.documents.drawing import page
        from jurydesk.documents.drawing.letter_paper import furniture
        from jurydesk.documents.drawing.typesetter import Typesetter

        story = [
            flowable
            for name in ("Ophélie", "Łucja")
            for flowable in letter_story(
                KIND, HERE, {"candidate": name}, frame=FRAME, wording=FRENCH
            )
        ]
        around = furniture(KIND, (), FRAME, Typesetter(FRENCH))
        read = [plain(text) for text in pages(page.build(story, around))]
        assert ["Ophélie" in read[-2], "Łucja" in read[-1]] == [True, True]
