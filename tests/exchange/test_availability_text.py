"""When somebody can sit, as people write it: each example with what it means, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.availability import Absence, AvailabilityKind, HalfDay, Origin
from jurydesk.exchange.availability_text import read_availability
from jurydesk.exchange.availability_writer import write_availability
from jurydesk.wording import LANGUAGES, Language, Wording

TODAY = date(2026, 11, 1)
HORIZON = date(2028, 5, 1)
LETTER = {
    "A": AvailabilityKind.AWAY,
    "O": AvailabilityKind.OPTION,
    "R": AvailabilityKind.RATHER_NOT,
    "F": AvailabilityKind.FREE,
}


def said(text: str) -> list[str]:
    """Each entry in short: kind, days, half-day, day of the week, end of the option, reason."""
    short = {kind: letter for letter, kind in LETTER.items()}
    return [
        " ".join(
            filter(
                None,
                (
                    short[one.kind],
                    f"{one.start:%y%m%d}" + (f"-{one.end:%y%m%d}" if one.end > one.start else ""),
                    one.half_day,
                    f"day{one.weekday}" if one.weekday is not None else "",
                    f"<{one.held_until:%y%m%d}" if one.held_until else "",
                    one.reason,
                ),
            )
        )
        for one in read_availability(text, today=TODAY).entries
    ]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("3-5/11", "A 261103-261105"),
        ("12/11 matin", "A 261112 am"),
        ("en tournage jusqu'au 20/12", "A 261101-261220 en tournage"),
        ("EN TOURNAGE JUSQU’AU 20 DÉCEMBRE", "A 261101-261220 EN TOURNAGE"),
        ("en tournage du 3 au 28 février", "A 270203-270228 en tournage"),
        ("pas le lundi", "A 261101-280501 day0"),
        ("pas le lundi jusqu'au 31/03", "A 261101-270331 day0"),
        ("les mercredis après-midi", "A 261101-280501 pm day2"),
        ("plutôt pas le 4 après-midi", "R 261104 pm"),
        ("plutôt pas le 6 et le 7/01", "R 270106|R 270107"),
        ("option jusqu'au 1er mars pour le 15-16/03", "O 270315-270316 <270301"),
        ("option jusqu’au 1er mars pour le 15 et le 16/03", "O 270315 <270301|O 270316 <270301"),
        ("15-16/03 option jusqu’au 1er mars 2027", "O 270315-270316 <270301"),
        ("libre le 12/11, indisponible le 13/11", "F 261112|A 261113"),
        ("lundi 9/11 matin", "A 261109 am"),
        ("3, 4 et 5/11", "A 261103|A 261104|A 261105"),
        ("tout novembre", "A 261101-261130"),
        ("en août 2027", "A 270801-270831"),
        ("5/11 (dentiste, urgent)", "A 261105 dentiste, urgent"),
        ("2026-12-15", "A 261215"),
        ("not on Mondays", "A 261101-280501 day0"),
        ("rather not 4 pm", "R 261104 pm"),
        ("option until 1 March for 15-16/03", "O 270315-270316 <270301"),
        ("filming until 20 December", "A 261101-261220 filming"),
        ("free on 12/11", "F 261112"),
    ],
)
def test_what_people_write(text: str, entries: str) -> None:
    assert "|".join(said(text)) == entries
    assert read_availability(text, today=TODAY).unread == ()


def test_one_line_says_it_all() -> None:
    text = (
        "3-5/11, 12/11 matin, en tournage jusqu'au 20/12, pas le lundi, plutôt pas le 4 après-midi,"
        " option jusqu'au 1er mars pour le 15-16/03"
    )
    assert said(text) == [
        "A 261101-261220 en tournage",
        "A 261101-280501 day0",
        "A 261103-261105",
        "R 261104 pm",
        "A 261112 am",
        "O 270315-270316 <270301",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("12/11 matn", "« 12/11 matn » : « matn » n’est pas compris."),
        ("un mardi sur deux", "« un mardi sur deux » : « un deux » n’est pas compris."),
        ("peut-être le 5/11", "« peut-être le 5/11 » : « peut-être » n’est pas compris."),
        ("option le 15/3", "« option le 15/3 » : jusqu’à quand l’option vaut-elle ?"),
        ("pas libre", "« pas libre » ne dit pas quel jour."),
        ("31/02/2027", "31/02/2027 : ce jour n’existe pas, 02/2027 finit le 28."),
    ],
)
def test_what_is_not_understood_is_said_and_given_back(text: str, sentence: str) -> None:
    read = read_availability(f"10/11; {text}; 11/11", today=TODAY)
    (unread,) = read.unread
    assert (unread.part, len(read.entries)) == (text, 2)
    spoken = Wording("fr").text(unread.issue.code, **unread.figures)
    assert spoken.replace("\u00a0", " ").startswith(sentence)


DAYS = st.dates(date(2026, 11, 2), date(2040, 1, 1))
REASONS = st.sampled_from(["", "en tournage", "dentiste, 2 heures ; et retour", "Cannes"])


@st.composite
def entries(draw: st.DrawFn) -> Absence:
    start = draw(DAYS)
    kind = draw(st.sampled_from(AvailabilityKind))
    return Absence(
        start,
        start + timedelta(days=draw(st.integers(0, 400))),
        draw(st.sampled_from([None, *HalfDay])),
        draw(REASONS),
        kind=kind,
        held_until=draw(DAYS) if kind is AvailabilityKind.OPTION else None,
        weekday=draw(st.sampled_from([None, *range(7)])),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.lists(entries(), max_size=6))
def test_what_is_written_is_read_the_same_again(language: Language, some: list[Absence]) -> None:
    read = read_availability(write_availability(some, language), today=TODAY)
    assert read.unread == ()
    plain = [replace(one, given=None, origin=Origin.TYPED) for one in read.entries]
    assert plain == sorted(some, key=lambda one: one.order)


@given(st.text(alphabet=st.sampled_from("0123456789/-;, adeilmnoptu()'’é\n"), max_size=60))
def test_nothing_that_is_typed_is_lost(text: str) -> None:
    read = read_availability(text, today=TODAY)
    if any(sign.isdigit() for sign in text):
        assert read.entries or read.unread


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "libre les lundis et mardis après-midi",
            ["F 261101-280501 pm day0", "F 261101-280501 pm day1"],
        ),
        (
            "les lundis et mardis matin du 01/12/2026 au 31/12/2026",
            ["A 261201-261231 am day0", "A 261201-261231 am day1"],
        ),
        (
            "les lundis et les mardis après-midi",
            ["A 261101-280501 day0", "A 261101-280501 pm day1"],
        ),
        ("les lundis matin et mardis", ["A 261101-280501 day1", "A 261101-280501 am day0"]),
    ],
)
def test_days_of_the_week_named_together_share_what_follows(text: str, entries: list[str]) -> None:
    assert sorted(said(text)) == sorted(entries)
