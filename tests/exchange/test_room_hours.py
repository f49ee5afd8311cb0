"""When a room is open, as people write it, and as it is written for them again."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurydesk.domain.sites import Opening
from jurydesk.exchange.room_hours import HoursReading, read_hours, write_hours

EVERY_QUARTER = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", ""),
        ("lun-ven 8h30-12h, 13h-18h", "lundi–vendredi 8:30–12:00, 13:00–18:00"),
        ("8h-20h", "lundi–dimanche 8:00–20:00"),
        ("tous les jours de 8 h à 20 h 30", "lundi–dimanche 8:00–20:30"),
        ("les mardis et jeudis 9h à 17h30", "mardi 9:00–17:30; jeudi 9:00–17:30"),
        ("Mon-Fri 9:00-17:00\nSaturday 9-12", "lundi–vendredi 9:00–17:00; samedi 9:00–12:00"),
        ("ven-lun 9-12", "lundi 9:00–12:00; vendredi–dimanche 9:00–12:00"),
        ("du lundi au vendredi de 8h à 24h", "lundi–vendredi 8:00–23:59"),
    ],
)
def test_hours_as_people_write_them(text: str, written: str) -> None:
    reading = read_hours(text)
    assert (write_hours(reading.openings), reading.unread) == (written, ())


@pytest.mark.parametrize(
    "text", ["lundi quand on veut", "lundi 18h-9h", "lundi 9:75-10:00", "mardi", "9h", "25h-26h"]
)
def test_what_is_not_understood_is_given_back(text: str) -> None:
    assert read_hours(text) == HoursReading((), (text,))


def test_what_is_understood_is_kept_beside_what_is_not() -> None:
    reading = read_hours("lundi 9h-12h; mardi parfois")
    assert reading == HoursReading((Opening(0, time(9), time(12)),), ("mardi parfois",))


@given(
    st.lists(
        st.tuples(st.integers(0, 6), EVERY_QUARTER, EVERY_QUARTER).filter(lambda o: o[1] < o[2]),
        max_size=8,
        unique=True,
    ),
    st.sampled_from(("fr", "en")),
)
def test_what_is_written_is_read_the_same(
    given: list[tuple[int, time, time]], language: str
) -> None:
    openings = tuple(Opening(*one) for one in sorted(given))
    assert read_hours(write_hours(openings, language)) == HoursReading(openings)
