"""What a person wants kept when juries are proposed again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jurydesk.domain.pins import Pins, standing_pins
from tests.builders import a_session


def test_pins_are_set_and_taken_away() -> None:
    pins = Pins().with_jury(2, pinned=True).with_jury(1, pinned=True).with_hearing(7, pinned=True)
    assert pins == Pins(juries=(1, 2), hearings=(7,))
    assert pins.with_jury(2, pinned=False).with_hearing(7, pinned=False) == Pins(juries=(1,))
    assert pins.any
    assert not Pins().any


def test_whoever_is_kept_is_not_barred_and_the_other_way_round() -> None:
    kept = Pins(barred=(5,)).with_seat(1, 5, pinned=True)
    assert kept == Pins(seats=((1, 5),))
    assert kept.with_barred(5, barred=True) == Pins(barred=(5,))
    assert kept.with_seat(1, 5, pinned=False) == Pins()
    assert Pins(barred=(5,)).with_barred(5, barred=False) == Pins()


@pytest.mark.parametrize("pinned", [True, False])
def test_a_jury_kept_or_let_go_takes_the_pins_of_its_members_with_it(pinned: bool) -> None:
    pins = Pins(seats=((1, 5), (2, 6))).with_jury(1, pinned=pinned)
    assert pins == Pins(juries=(1,) if pinned else (), seats=((2, 6),))


def test_juries_are_kept_whole_or_for_a_member() -> None:
    pins = Pins(juries=(3,), seats=((1, 5), (1, 6)))
    assert pins.kept_juries == {1, 3}
    assert pins.members_kept(1) == {5, 6}


def test_pins_of_what_is_gone_fall() -> None:
    pins = Pins(juries=(1, 9), hearings=(1, 9), seats=((1, 1), (1, 99), (9, 1)), barred=(4,))
    assert standing_pins(a_session(pins=pins)) == Pins((1,), (1,), ((1, 1),), (4,))
    bare = replace(a_session(pins=pins), juries=(), hearings=())
    assert standing_pins(bare) == Pins(barred=(4,))
