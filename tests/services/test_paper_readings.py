"""Several files handed in at once: each is read or refused, and may be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from jurydesk.errors import Cancelled, WrongUsage
from jurydesk.services.attachments import MOST_AT_ONCE
from jurydesk.services.paper_readings import LARGEST_TOGETHER, MEGABYTE, read_papers
from tests.exchange.handed_in import PDF, PROGRAM

ASKED = ("FILE_1", "FILE_2", "CV")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, ...]:
    contents = {"livret 1.pdf": PDF, "photo.jpg": PROGRAM, "scan.pdf": PDF + b"2"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return tuple(tmp_path / name for name in contents)


def test_each_file_is_read_or_refused(files: tuple[Path, ...]) -> None:
    told: list[tuple[int, int]] = []
    read = read_papers(files, asked=ASKED, progress=lambda *at: told.append(at))
    assert [(p.file.name, p.requirement) for p in read.papers] == [
        ("livret 1.pdf", "FILE_1"),
        ("scan.pdf", ""),
    ]
    assert [refusal.code for refusal in read.refusals] == ["ATTACH-PROGRAM"]
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_what_is_known_is_not_guessed(files: tuple[Path, ...]) -> None:
    read = read_papers(files, asked=ASKED, requirement="CV")
    assert {paper.requirement for paper in read.papers} == {"CV"}


def test_reading_stops_when_somebody_says_so(files: tuple[Path, ...]) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled("TASK-CANCELLED")

    with pytest.raises(Cancelled):
        read_papers(files, progress=stop)


def test_too_much_at_once_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="ATTACH-MANY"):
        read_papers([tmp_path / "a.pdf"] * (MOST_AT_ONCE + 1))
    large = tmp_path / "grand.pdf"
    large.write_bytes(PDF)
    with large.open("r+b") as stream:
        stream.truncate(24 * MEGABYTE)
    with pytest.raises(WrongUsage, match="ATTACH-TOGETHER"):
        read_papers([large] * (LARGEST_TOGETHER // (24 * MEGABYTE) + 1))
