"""Lines of a grid, agreement of the members, what a grid proposes; scales; two entries."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest

from jurydesk.domain.certification import WHOLE, Block
from jurydesk.domain.deliberation import Appearance, Outcome
from jurydesk.domain.grids import (
    Agreement,
    BlockProposal,
    Grid,
    GridItem,
    Mark,
    agreement,
    items_of,
    proposals,
)
from jurydesk.domain.scales import (
    LEVEL_SCALE,
    POINTS,
    ItemKind,
    Level,
    Scale,
    ScaleFault,
    check_scale,
)
from jurydesk.domain.second_entry import Difference, differences, same_person
from tests.builders import CODE, a_candidacy, a_certification, a_record
from tests.domain.grid_cases import ALL, an_entry

BC01 = f"{CODE}BC01"
SKILLS = Block(BC01, "Bloc 1", skills=("Lire", "Écrire"))
SHEET = a_certification(blocks=(SKILLS, Block(f"{CODE}BC02", "Bloc 2")))


def test_lines_are_the_skills_of_each_block() -> None:
    assert items_of(a_candidacy(), SHEET, scale=LEVEL_SCALE) == (
        GridItem("BC01.C1", BC01, "Lire"),
        GridItem("BC01.C2", BC01, "Écrire"),
        GridItem("BC02", f"{CODE}BC02", "Bloc 2"),
    )


def test_lines_are_the_blocks_where_the_scale_says_so() -> None:
    scale = replace(LEVEL_SCALE, items=ItemKind.BLOCKS)
    assert [one.code for one in items_of(a_candidacy(), SHEET, scale=scale)] == ["BC01", "BC02"]


def test_a_block_acquired_before_is_not_assessed_again() -> None:
    lines = items_of(a_candidacy(), SHEET, scale=LEVEL_SCALE, acquired={BC01})
    assert [one.code for one in lines] == ["BC02"]


def test_a_sheet_judged_as_a_whole_has_its_skills_as_lines() -> None:
    sheet = a_certification(blocks=(), has_blocks=False, skills=("Lire", "Écrire"))
    lines = items_of(a_candidacy(), sheet, scale=LEVEL_SCALE)
    assert lines == (GridItem("C1", WHOLE, "Lire"), GridItem("C2", WHOLE, "Écrire"))
    bare = items_of(a_candidacy(), replace(sheet, skills=()), scale=LEVEL_SCALE)
    assert bare == (GridItem(WHOLE, WHOLE, sheet.title),)


def test_a_line_is_written_in_its_place_and_emptied() -> None:
    grid = Grid(1, 1).with_mark(Mark("A", "N")).with_mark(Mark("B", "E"))
    assert grid.with_mark(Mark("A", "A")).marks == (Mark("A", "A"), Mark("B", "E"))
    assert grid.with_mark(Mark("A")).marks == (Mark("B", "E"),)
    assert grid.with_mark(Mark("A")).with_mark(Mark("B")).is_blank


def grids(*levels: str) -> list[Grid]:
    return [Grid(1, 1, n, (Mark("X", level),) if level else ()) for n, level in enumerate(levels)]


@pytest.mark.parametrize(
    ("levels", "level", "is_agreed", "given"),
    [
        ((), "", True, 0),
        (("", "A"), "A", True, 1),
        (("A", "A", "A"), "A", True, 3),
        (("A", "A", "N"), "A", False, 3),
        (("A", "E", "N"), "E", False, 3),
        (("A", "N"), "", False, 2),
        (("A", "A", "A", "N"), "A", False, 4),
        (("A", "A", "E", "N"), "", False, 4),
    ],
)
def test_levels_agree_or_have_one_in_the_middle(
    levels: tuple[str, ...], level: str, is_agreed: bool, given: int
) -> None:
    for order in permutations(levels):
        found = agreement("X", grids(*order), LEVEL_SCALE)
        assert found == Agreement("X", Mark("X", level), is_agreed, given)


@pytest.mark.parametrize(
    ("points", "median"), [((9, 12, 20), "12"), ((10, 13), "11.5"), ((8, 8, 8), "8")]
)
def test_points_have_a_median(points: tuple[int, ...], median: str) -> None:
    members = [Grid(1, 1, n, (Mark("X", points=Decimal(p)),)) for n, p in enumerate(points)]
    found = agreement("X", members, POINTS)
    assert found.proposed == Mark("X", points=Decimal(median))
    assert found.is_agreed is (len(set(points)) == 1)


TWO = (GridItem("A", "B1", ""), GridItem("B", "B1", ""))


@pytest.mark.parametrize(
    ("levels", "outcome", "reached"),
    [
        ("AA", Outcome.ACQUIRED, 100),
        ("AN", Outcome.ACQUIRED, 50),
        ("EN", Outcome.REFUSED, 0),
        ("A ", None, 100),
        ("  ", None, 0),
    ],
)
def test_a_block_is_proposed_from_the_share_of_its_lines(
    levels: str, outcome: Outcome | None, reached: int
) -> None:
    marks = tuple(Mark(i.code, v.strip()) for i, v in zip(TWO, levels, strict=True) if v.strip())
    (found,) = proposals(Grid(1, 1, marks=marks), TWO, LEVEL_SCALE)
    assert found == BlockProposal("B1", outcome, Decimal(reached), Decimal(50), len(marks), 2)


@pytest.mark.parametrize(
    ("points", "outcome"),
    [
        (("10", "10"), Outcome.ACQUIRED),
        (("9.99", "10"), Outcome.REFUSED),
        (("0", "20"), Outcome.ACQUIRED),
    ],
)
def test_a_block_is_proposed_from_the_mean_of_its_points(
    points: tuple[str, str], outcome: Outcome
) -> None:
    marks = tuple(Mark(i.code, points=Decimal(p)) for i, p in zip(TWO, points, strict=True))
    (found,) = proposals(Grid(1, 1, marks=marks), TWO, POINTS)
    assert found.outcome is outcome


def test_a_block_may_need_more_than_the_others() -> None:
    scale = replace(POINTS, thresholds=(("B1", Decimal(12)),))
    grid = Grid(1, 1, marks=(Mark("A", points=Decimal(11)), Mark("B", points=Decimal(11))))
    (found,) = proposals(grid, TWO, scale)
    assert (found.outcome, found.threshold) == (Outcome.REFUSED, 12)


@pytest.mark.parametrize(
    ("scale", "fault"),
    [
        (LEVEL_SCALE, None),
        (POINTS, None),
        (replace(LEVEL_SCALE, levels=()), ScaleFault.FEW_LEVELS),
        (replace(LEVEL_SCALE, levels=LEVEL_SCALE.levels[::-1]), ScaleFault.FEW_LEVELS),
        (
            replace(LEVEL_SCALE, levels=(Level("A", "Acquis", is_acquired=True), Level("A", "N"))),
            ScaleFault.SAME_LEVELS,
        ),
        (
            replace(LEVEL_SCALE, levels=(Level("A", "Acquis", is_acquired=True), Level("N", " "))),
            ScaleFault.SAME_LEVELS,
        ),
        (replace(POINTS, maximum=Decimal(0)), ScaleFault.MAXIMUM),
        (replace(POINTS, threshold=Decimal(20)), None),
        (replace(POINTS, threshold=Decimal("20.5")), ScaleFault.THRESHOLD),
        (replace(LEVEL_SCALE, threshold=Decimal(0)), ScaleFault.THRESHOLD),
        (replace(POINTS, thresholds=(("B1", Decimal(21)),)), ScaleFault.THRESHOLD),
    ],
)
def test_a_scale_that_decides_nothing_is_told(scale: Scale, fault: ScaleFault | None) -> None:
    assert check_scale(scale) is fault


def test_two_entries_are_compared_block_by_block() -> None:
    record = a_record()
    assert list(differences(record, an_entry(*ALL))) == []
    other = an_entry(Outcome.REFUSED, *ALL[:1])
    assert list(differences(record, other)) == [
        Difference(1, BC01, "ACQUIRED", "REFUSED"),
        Difference(1, f"{CODE}BC03", "ACQUIRED", ""),
    ]
    absent = an_entry(appearance=Appearance.ABSENT)
    first, *rest = differences(replace(record, results=()), absent)
    assert (first, rest) == (Difference(1, "", "PRESENT", "ABSENT"), [])


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ("Zoé Le-Goff", "LE GOFF zoe", True),
        ("Camille Roux", "Camille Roux", True),
        ("Camille Roux", "Camille Rouxel", False),
    ],
)
def test_one_person_may_write_their_name_in_several_ways(
    first: str, second: str, is_same: bool
) -> None:
    assert same_person(first, second) is is_same
