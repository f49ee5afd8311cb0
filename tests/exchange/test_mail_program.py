"""A draft in the mailbox of a mail program (S-nail): what the person at the office would see."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exchange.test_mail_drafts import FILES, OFFICE, TEXT, ZOE, draft

PROGRAM = shutil.which("s-nail")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs s-nail")


@pytest.fixture
def shown(tmp_path: Path) -> str:
    """Open the mailbox, print its one message, leave."""
    mail = draft().replace(b"\r\n", b"\n").replace(b"\nFrom ", b"\n>From ")
    box = tmp_path / "box"
    box.write_bytes(b"From office Wed Jul  1 09:30:00 2026\n" + mail + b"\n")
    program = subprocess.run(
        [str(PROGRAM), "-n", "-#", "-R", "-Sttycharset=utf-8", "-f", str(box)],
        input="print 1\nexit\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
        timeout=60,
        check=True,
    )
    return program.stdout


def test_names_and_the_one_recipient(shown: str) -> None:
    head = dict(line.split(": ", 1) for line in shown.split("\n\n", maxsplit=1)[0].splitlines()[2:])
    assert head["From"] == f"{OFFICE.name} <{OFFICE.address}>"
    assert head["To"] == f"{ZOE.name} <{ZOE.address}>"
    assert head["Subject"] == "Convocation : 1er décembre"
    assert head["X-Unsent"] == "1"
    assert {"Cc", "Bcc"}.isdisjoint(head)


def test_words_and_attachments(shown: str) -> None:
    for line in TEXT.splitlines():
        assert line in shown
    kinds = [line.split()[1].rstrip(";") for line in shown.splitlines() if "Content-Type" in line]
    assert kinds == ["multipart/mixed", "text/plain", *(one.kind for one in FILES)]
    assert f'filename="{FILES[0].name}"' in shown
    assert "BEGIN:VCALENDAR" in shown
    assert "SUMMARY:Jury\u00a0: « Œuvre »" in shown
