"""Whatever the file, an import is refused in words or done whole: over 5,000 cases on SQLite.

Each case goes all the way: opened, seen, decided at random, written (one time in four the disk
fails at the last moment), taken back. What is stored is compared with what the preview said.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from jurydesk.bootstrap import create_workspace, open_desk
from jurydesk.errors import EnvironmentFailure, JurydeskError
from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.services import imports
from jurydesk.services.clock import clock_on
from jurydesk.services.imports import (
    Choices,
    Fate,
    ImportPreview,
    RosterKind,
    RowDecision,
    RowPlace,
    Verdict,
)
from jurydesk.services.ports import Desk, UnitOfWork
from jurydesk.services.undo import revert
from jurydesk.wording import Wording
from tests.services.rosters import POOL, TRAINED, member, trained

TODAY = date(2026, 11, 26)
FILES = Path(__file__).parent.parent / "exchange" / "files"
MANY = settings(
    max_examples=700,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = {language: Wording(language) for language in ("fr", "en")}


@dataclass
class Office:
    """A workspace of its own, and what happened to the files given to it."""

    desk: Desk
    path: Path
    chance: random.Random
    cases: int = 0
    read: int = 0
    written: int = 0
    codes: frozenset[str] = frozenset()

    def give(self, content: bytes, name: str) -> None:
        """Import one file; whatever comes must be a refusal in words, or be done whole."""
        self.cases += 1
        file = self.path / name
        file.write_bytes(content)
        kind = self.chance.choice(list(RosterKind))
        try:
            roster = imports.open_roster(path=file, kind=kind)
            preview = imports.preview_roster(self.desk, roster=roster)
            decided = decide(preview, self.chance)
            if decided != preview.choices:
                preview = imports.preview_roster(self.desk, roster=roster, choices=decided)
        except JurydeskError as refusal:
            speak(refusal)
            self.codes |= {refusal.code}
            return
        self.read += 1
        check_words(preview)
        self.write(preview)

    def write(self, preview: ImportPreview) -> None:
        """Write what was seen, compare, and take it back."""
        before = counts(self.desk)
        if self.chance.random() < 0.25 and not preview.changes_nothing:
            with pytest.raises(EnvironmentFailure):
                imports.apply_import(with_full_disk(self.desk), preview=preview)
            assert counts(self.desk) == before
        outcome = imports.apply_import(self.desk, preview=preview)
        after = counts(self.desk)
        which = 1 if preview.kind is RosterKind.CANDIDATES else 2
        assert after[which] - before[which] == preview.count(Fate.NEW)
        if outcome.changes:
            self.written += 1
            revert(self.desk, outcome_changes=outcome.changes)
        assert counts(self.desk) == before


class FullDisk:
    """A unit of work whose last write fails, as where the disk is full."""

    def __init__(self, unit: UnitOfWork) -> None:
        self._unit = unit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._unit, name)

    def __enter__(self) -> FullDisk:
        self._unit.__enter__()
        return self

    def __exit__(self, *failure: Any) -> None:
        self._unit.__exit__(*failure)

    def commit(self) -> None:
        raise EnvironmentFailure("FILE-22", {"file": "bureau.jurydesk"})


def with_full_disk(desk: Desk) -> Desk:
    def open_unit() -> UnitOfWork:
        return cast("UnitOfWork", FullDisk(desk.open_unit()))

    return replace(desk, open_unit=open_unit)


def counts(desk: Desk) -> tuple[int, int, int, int]:
    with desk.open_unit() as unit:
        stores = (unit.candidates, unit.candidacies, unit.examiners, unit.ties)
        people, candidacies, pool, ties = (len(store.all()) for store in stores)
    return people, candidacies, pool, ties


def decide(preview: ImportPreview, chance: random.Random) -> Choices:
    """Decide, correct and map at random, as somebody in a hurry does."""
    choices = preview.choices
    for sheet in preview.sheets:
        for row in sheet.rows:
            if row.fate is Fate.DOUBTFUL or chance.random() < 0.1:
                verdict = chance.choice(list(Verdict))
                alike = row.alike[0] if row.alike else None
                made = RowDecision(verdict)
                if alike is not None and verdict is Verdict.SAME:
                    made = RowDecision(verdict, alike.person, alike.place)
                choices = choices.with_row(RowPlace(sheet.sheet, row.row), made)
        if sheet.columns and chance.random() < 0.3:
            use = chance.choice(sheet.columns)
            name = chance.choice(["", *imports.roster_fields(preview.kind)])
            choices = choices.with_column(sheet.sheet, use.position, name)
        if sheet.rows and chance.random() < 0.3:
            row = chance.choice(sheet.rows)
            text = chance.choice(["", "31/02/1990", "Nadal", "=1+1", "RNCP40642", "x" * 300])
            place = RowPlace(sheet.sheet, row.row)
            choices = choices.with_cell(place, chance.randrange(1, 14), text)
    return choices


def speak(refusal: JurydeskError) -> None:
    """Say a refusal in both languages: a code without a sentence raises."""
    for words in WORDS.values():
        assert words.text(refusal.code, **refusal.figures)


def check_words(preview: ImportPreview) -> None:
    for words in WORDS.values():
        for sheet in preview.sheets:
            issues = [*sheet.problems, *(cell for row in sheet.rows for cell in row.cells)]
            assert all(words.text(issue.code, **dict(issue.figures)) for issue in issues)


WRITTEN = {"test_workbooks_of_anything": 100, "test_text_tables_of_anything": 50}
"""How many imports must at least have been written and taken back: all refused proves little."""


@pytest.fixture
def office(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Office]:
    """A workspace that knows two people, and that must be as it was after every file."""
    folder = tmp_path
    place = folder / "bureau.jurydesk"
    create_workspace(place, actor="Camille", clock=clock_on(TODAY)).close()
    desk = open_desk(place, actor="Camille", clock=clock_on(TODAY))
    known = folder / "known.xlsx"
    write_plain(known, (PlainSheet("Promos", (TRAINED, trained(), trained("Chevalier"))),))
    roster = imports.open_roster(path=known, kind=RosterKind.CANDIDATES)
    imports.apply_import(desk, preview=imports.preview_roster(desk, roster=roster))
    office = Office(desk, folder, random.Random(2026))
    yield office
    assert office.written >= WRITTEN.get(request.node.originalname, 0)
    assert desk.storage.verify().sound
    assert counts(desk) == (2, 2, 0, 0)
    desk.close()


VALUES = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.integers(-10, 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1)),
    st.sampled_from([
        "Nadal", "Hugo", "Chevallier", "31/02/1990", "9/9/97", "TOTAL", "VAE", "FC", "RNCP40642",
        "40642", "RNCP99999", "BC01;BC09", "x@y", "hugo.nadal@exemple.fr", "06 39 00 12 01", "oui",
        "=HYPERLINK(1)", "abs", "12,5", "en attente", "11/12–30/12/2026", "salariés", "?ukasz",
    ]),
)  # fmt: skip
HEADINGS = st.one_of(
    st.permutations(TRAINED),
    st.permutations(POOL),
    st.permutations([*TRAINED, *POOL]).map(lambda headings: headings[:9]),
)
SOUND = dict(zip(POOL, member(), strict=True)) | dict(zip(TRAINED, trained(), strict=True))
"""What one row holds under every heading: somebody known, somebody new."""


def workbook(headings: list[str], rows: list[list[Any]], office: Office) -> bytes:
    path = office.path / "made.xlsx"
    safe = [[legal(value) for value in row] for row in rows]
    sound = tuple(SOUND[heading] for heading in headings)
    other = tuple(
        {"Nom": "Morvan", "Email": ""}.get(heading, SOUND[heading]) for heading in headings
    )
    made = (sound, other, *map(tuple, safe))
    write_plain(path, (PlainSheet("Feuil1", (tuple(headings), *made)),))
    return path.read_bytes()


def legal(value: Any) -> Any:
    """XML holds no control characters: the writer would refuse them."""
    if isinstance(value, str):
        return "".join(c for c in value if c >= " " and not "\ud800" <= c <= "\udfff")
    return value


@seed(2026)
@MANY
@given(headings=HEADINGS, rows=st.lists(st.lists(VALUES, max_size=9), max_size=6))
def test_workbooks_of_anything(office: Office, headings: list[str], rows: list[list[Any]]) -> None:
    office.give(workbook(headings, rows, office), "anything.xlsx")


@seed(2026)
@MANY
@given(
    headings=HEADINGS,
    rows=st.lists(st.lists(VALUES, max_size=9), max_size=6),
    sign=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "latin-1"]),
)
def test_text_tables_of_anything(
    office: Office, headings: list[str], rows: list[list[Any]], sign: str, encoding: str
) -> None:
    sound = [str(SOUND[heading]) for heading in headings]
    lines = [headings, sound, *([str(v) if v is not None else "" for v in row] for row in rows)]
    text = "\n".join(sign.join(line) for line in lines)
    office.give(text.encode(encoding, "replace"), "anything.csv")


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The file cut, with bytes changed, lost, or with a piece of itself repeated."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        start, length = chance.randrange(len(changed) or 1), chance.randrange(1, 60)
        kind = chance.randrange(4)
        if kind == 0 and chance.random() < 0.2:
            del changed[start:]
        elif kind == 1:
            del changed[start : start + length]
        elif kind == 2:
            changed[start:start] = changed[start : start + length]
        elif changed:
            changed[min(start, len(changed) - 1)] = chance.randrange(256)
    return bytes(changed)


def mutated_inside(content: bytes, chance: random.Random) -> bytes:
    """An archive that is sound, with one of its parts mutated."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = chance.choice([name for name, part in parts.items() if part])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, mutated(part, chance) if name == changed else part)
    return stream.getvalue()


def sound_csv(folder: Path) -> bytes:
    rows = [TRAINED, trained(), trained("Morvan", "Élise"), trained("N’Diaye")]
    return "\n".join(";".join(str(v) for v in row) for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "change", "count"),
    [
        ("promotion.ods", mutated, 400),
        ("promotion.ods", mutated_inside, 500),
        ("promotion.xls", mutated, 800),
        ("promotion.xlsx", mutated, 300),
        ("promotion.xlsx", mutated_inside, 500),
        ("promotion.csv", mutated, 500),
    ],
)
def test_files_changed_anywhere(
    office: Office, name: str, change: Callable[[bytes, random.Random], bytes], count: int
) -> None:
    if name.endswith(".xlsx"):
        write_plain(office.path / name, (PlainSheet("Promos", (TRAINED, trained())),))
        content = (office.path / name).read_bytes()
    else:
        content = sound_csv(office.path) if name.endswith(".csv") else (FILES / name).read_bytes()
    before = office.read
    for _ in range(count):
        office.give(change(content, office.chance), name)
    # Some were read: mutations that only ever break the container prove little
    assert office.read > before or (name.endswith(("ods", "xlsx")) and change is mutated)


def test_random_bytes(office: Office) -> None:
    heads = (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08", b"\xff\xfe")
    for _ in range(800):
        noise = office.chance.randbytes(office.chance.randrange(800))
        office.give(office.chance.choice(heads) + noise, "noise.bin")
