"""Files made to do harm: without end, larger inside than they say, hidden entities."""

from __future__ import annotations

import os
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jurydesk.errors import EnvironmentFailure
from jurydesk.exchange import workbook_guard
from jurydesk.exchange.candidate_roster import read_candidates
from jurydesk.exchange.plain_workbook import PlainSheet, write_plain
from jurydesk.exchange.workbook_reader import read_workbook
from jurydesk.wording import Wording
from tests.exchange.offices import TODAY, sheet, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
DIRECTORY = b"PK\x01\x02"


def refusal(path: Path) -> str:
    with pytest.raises(EnvironmentFailure) as raised:
        read_workbook(path)
    Wording("fr").text(raised.value.code, **raised.value.figures)
    return raised.value.code


def plain_parts(path: Path, text: str = "Nom") -> dict[str, bytes]:
    """The parts of a sound workbook whose only cell holds that text."""
    write_plain(path, (PlainSheet("Feuille", ((text,),)),))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def lying(path: Path, part: str, content: bytes, promised: int) -> None:
    """Have the directory promise less of a part than there is, with the sum of just that much."""
    raw = bytearray(path.read_bytes())
    place = raw.index(part.encode(), raw.index(DIRECTORY)) - 46
    raw[place + 16 : place + 20] = struct.pack("<I", zlib.crc32(content[:promised]))
    raw[place + 24 : place + 28] = struct.pack("<I", promised)
    path.write_bytes(raw)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.xlsx"
    os.mkfifo(path)
    assert refusal(path) == "FILE-15"


def test_a_device_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "device.xlsx"
    path.symlink_to(os.devnull)
    assert refusal(path) == "FILE-15"


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no files without a size here")
def test_a_file_longer_than_its_directory_says_is_cut_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.xlsx"
    path.symlink_to("/proc/self/maps")
    monkeypatch.setattr(workbook_guard, "MAX_FILE", 100)
    assert path.stat().st_size == 0
    assert refusal(path) == "FILE-10"


@pytest.mark.parametrize("promised", [1000, 3_000_000])
@pytest.mark.parametrize("part", [STRINGS, SHEET, "xl/media/image1.png"])
def test_a_part_larger_than_its_directory_says_is_not_unzipped(
    tmp_path: Path, part: str, promised: int
) -> None:
    swollen = b"<sst>" + b"<si><t>aaaaaaaaaaaaaaaaa</t></si>" * 1_000_000
    path = tmp_path / "lie.xlsx"
    zipped(path, plain_parts(path) | {part: swollen})
    lying(path, part, swollen, promised)
    assert path.stat().st_size < 300_000
    with zipfile.ZipFile(path) as archive:
        assert len(archive.open(part).read(promised + 1)) == promised
    tracemalloc.start()
    try:
        assert refusal(path) == "FILE-11"
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_no_workbook_has_is_refused(tmp_path: Path, method: int) -> None:
    path = tmp_path / "packed.xlsx"
    zipped(path, plain_parts(path), method=method)
    assert refusal(path) == "FILE-08"


LAUGHS = '<!DOCTYPE worksheet [<!ENTITY a "ha">]>'
ENCODINGS: dict[str, tuple[Callable[[str], bytes], str]] = {
    "UTF-8": (lambda text: f'<?xml version="1.0"?>{text}'.encode(), "FILE-11"),
    "UTF-8 with a mark": (lambda text: text.encode("utf-8-sig"), "FILE-11"),
    "UTF-16": (
        lambda text: f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"), "FILE-11",
    ),
    "UTF-16, the other way round": (
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"), "FILE-11",
    ),
    "UTF-16 without a mark": (lambda text: text.encode("utf-16-le"), "FILE-08"),
    "UTF-32": (lambda text: text.encode("utf-32"), "FILE-08"),
    "EBCDIC": (
        lambda text: b'<?xml version="1.0" encoding="cp037"?>' + text.encode("cp037"), "FILE-08",
    ),
    "UTF-7": (
        lambda text: b"<?xml version='1.0' encoding = 'utf-7'?>" + text.encode("utf-7"), "FILE-08",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ENCODINGS)
def test_entities_are_refused_in_every_encoding(tmp_path: Path, name: str) -> None:
    encode, code = ENCODINGS[name]
    path = tmp_path / "entities.xlsx"
    parts = plain_parts(path)
    body = parts[SHEET].decode().partition("<worksheet")[2]
    parts[SHEET] = encode(f"{LAUGHS}<worksheet{body}")
    zipped(path, parts)
    assert refusal(path) == code


def test_a_sound_part_in_utf_16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.xlsx"
    parts = plain_parts(path)
    body = parts[SHEET].decode().partition("<worksheet")[2]
    parts[SHEET] = f'<?xml version="1.0" encoding="UTF-16"?><worksheet{body}'.encode("utf-16")
    zipped(path, parts)
    assert read_workbook(path).sheets[0].rows[0].cell(1).text == "Nom"


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("Ligne_x000D_\n2", "Ligne\n2"),
        ("_x0042_ertin", "Bertin"),
        ("_x005F_x0042_ertin", "_x0042_ertin"),
        ("Bell_x0007_e", "Bell e"),
        ("Nul_x0000_", "Nul "),
        ("saut_x000B_ici_x2028_là", "saut\nici\nlà"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("lone _xD800_ half", "lone \ufffd half"),
        ("none _xFFFE_ such", "none   such"),
        ("tab\tkept, x_y_x kept", "tab\tkept, x_y_x kept"),
    ],
)
def test_letters_that_xml_cannot_hold_are_read(tmp_path: Path, stored: str, read: str) -> None:
    path = tmp_path / "escaped.xlsx"
    parts = plain_parts(path, "MARK")
    found = [name for name, part in parts.items() if b"MARK" in part]
    assert found
    for name in found:
        parts[name] = parts[name].replace(b"MARK", stored.encode())
    zipped(path, parts)
    assert read_workbook(path).sheets[0].rows[0].cell(1).text == read


@pytest.mark.parametrize(("odd", "told"), [(20, 20), (21, 20), (2000, 20)])
def test_columns_not_understood_are_told_up_to_twenty(odd: int, told: int) -> None:
    headings = ("Nom", "Prénom", "Certification", *(f"Zz{n}" for n in range(odd)))
    book = workbook(sheet("S", headings, ("Bertin", "Éloïse", "RNCP40642", *("v" * odd))))
    problems = read_candidates(book, (), today=TODAY).sheets[0].problems
    assert len(problems) == told
    if odd > told:
        last = problems[-1]
        assert (last.code, dict(last.figures)) == ("ROSTER-09", {"count": odd - told + 1})
