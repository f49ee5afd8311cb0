"""Hearings in the free time of a half-day."""

from __future__ import annotations

import pytest

from jurydesk.planning.hours import fits, patterns, starts

MORNING = ((540, 750),)


def test_one_length_fills_the_morning() -> None:
    assert patterns(MORNING, (45,)) == ((4,),)


def test_two_lengths_give_the_fullest_mixtures() -> None:
    assert patterns(MORNING, (45, 60)) == ((0, 3), (2, 2), (3, 1), (4, 0))


def test_free_time_in_pieces_is_not_one_long_piece() -> None:
    assert patterns(((540, 570), (600, 645)), (45,)) == ((1,),)


def test_no_length_and_no_window() -> None:
    assert patterns(MORNING, ()) == ((),)
    assert patterns((), (45,)) == ((0,),)


def test_fits_counts_each_length() -> None:
    assert fits(MORNING, (45, 60), (2, 2))
    assert not fits(MORNING, (45, 60), (3, 2))


@pytest.mark.parametrize(
    ("windows", "lengths", "expected"),
    [
        (MORNING, (45, 60, 45), (540, 585, 645)),
        (((540, 590), (600, 700)), (45, 60), (540, 600)),
        (((540, 600), (600, 700)), (45, 60, 50), (650, 540, 600)),
        (MORNING, (120, 120), None),
        (((540, 600), (610, 670)), (70,), None),
        (MORNING, (), ()),
    ],
)
def test_starts_keep_the_order_where_they_can(
    windows: tuple[tuple[int, int], ...], lengths: tuple[int, ...], expected: tuple[int, ...] | None
) -> None:
    assert starts(windows, lengths) == expected
