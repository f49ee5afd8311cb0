"""Whatever the bytes, a file is read or refused in our own words."""

from __future__ import annotations

import io
import random
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jurydesk.errors import EnvironmentFailure
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.examiner_roster import read_examiners
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.wording import Wording
from tests.exchange.offices import CERTIFICATIONS, TODAY, office_workbook, sheet, workbook

if TYPE_CHECKING:
    from pathlib import Path

ANYWHERE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PARTS = (
    "xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/comments/comment1.xml",
)  # fmt: skip


def outcome(path: Path) -> str:
    """Read the file; return the code of the refusal, empty when it was read."""
    try:
        book = read_workbook(path)
    except EnvironmentFailure as refusal:
        # Raises where the code has no sentence or lacks a figure
        Wording("fr").text(refusal.code, **refusal.figures)
        return refusal.code
    read_candidates(book, CERTIFICATIONS, today=TODAY)
    read_examiners(book, CERTIFICATIONS, today=TODAY)
    return ""


@ANYWHERE
@given(content=st.binary(max_size=2000))
def test_random_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "random.xlsx"
    path.write_bytes(content)
    assert outcome(path).startswith("FILE-")


@ANYWHERE
@given(content=st.binary(max_size=400), start=st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]))
def test_random_bytes_with_the_head_of_a_workbook(
    tmp_path: Path, content: bytes, start: bytes
) -> None:
    path = tmp_path / "random.xlsx"
    path.write_bytes(start + content)
    assert outcome(path).startswith("FILE-")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return office_workbook(tmp_path_factory.mktemp("office") / "office.xlsx").read_bytes()


def test_bytes_changed_anywhere_in_the_file(tmp_path: Path, office: bytes) -> None:
    chance = random.Random(2026)
    path = tmp_path / "mutated.xlsx"
    codes = set()
    for _ in range(150):
        content = bytearray(office)
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(bytes(content[: chance.choice([len(content), len(content) // 2])]))
        codes.add(outcome(path))
    assert "FILE-08" in codes


def mutated(part: bytes, chance: random.Random) -> bytes:
    """The part cut, with bytes changed, or with a piece of itself repeated."""
    content = bytearray(part)
    kind = chance.randrange(4)
    start, length = chance.randrange(len(content)), chance.randrange(1, 60)
    if kind == 0:
        return bytes(content[:start])
    if kind == 1:
        del content[start : start + length]
    elif kind == 2:
        content[start:start] = content[start : start + length]
    else:
        content[start] = chance.randrange(256)
    return bytes(content)


def test_parts_changed_inside_a_sound_archive(tmp_path: Path, office: bytes) -> None:
    chance = random.Random(42)
    path = tmp_path / "mutated.xlsx"
    codes = set()
    with zipfile.ZipFile(io.BytesIO(office)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(120):
        changed = chance.choice([name for name in PARTS if name in parts])
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for name, part in parts.items():
                target.writestr(name, mutated(part, chance) if name == changed else part)
        codes.add(outcome(path))
    assert {"", "FILE-13"} <= codes


CELLS = st.one_of(
    st.none(), st.text(max_size=20), st.integers(-10, 10**12), st.floats(), st.booleans(),
    st.dates(), st.datetimes(), st.times(),
    st.sampled_from([
        "Nom", "Prénom", "Titre visé", "Collège", "RNCP40642", "BC09", "31/02/1990", "TOTAL",
        "tous", "=1+1", "en attente", "11/12–30/12/2026", "29/02–01/03",
    ]),
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.lists(CELLS, max_size=8), max_size=6))
def test_rosters_of_anything(rows: list[list[object]]) -> None:
    headings = ("Nom", "Prénom", "Titre visé", "Collège", "Né(e) le", "Mail", "Indispo", "Blocs")
    headed = sheet("S", headings, *rows)
    bare = sheet("VAE", *rows)
    for found in (
        *read_candidates(workbook(headed, bare), CERTIFICATIONS, today=TODAY).sheets,
        *read_examiners(workbook(headed, bare), CERTIFICATIONS, today=TODAY).sheets,
    ):
        cells = [c for row in found.rejected for c in row.cells]
        cells += [c for row in found.rows for c in row.doubts]
        assert all(Wording("en").text(c.code, **dict(c.figures)) for c in cells)
        assert all(row.cells for row in found.rejected)
