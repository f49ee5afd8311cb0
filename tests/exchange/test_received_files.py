"""Files that are handed in: what is taken, and everything that is refused, each with its code."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jurydesk.errors import EnvironmentFailure, JurydeskError, RefusedByRule
from jurydesk.exchange.received_files import LARGEST, receive, received
from jurydesk.exchange.received_kinds import KINDS, text_of
from jurydesk.exchange.received_names import LONGEST, PROGRAMS, safe_name, shown
from jurydesk.wording import LANGUAGES, Wording
from tests.exchange.handed_in import (
    GIF,
    JPEG,
    PDF,
    PNG,
    PROGRAM,
    TEXT,
    office,
    older_office,
    open_document,
    packed,
)

OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"
BAD_NAMES = {
    "PATH": (
        "../cv.pdf",
        "..",
        ".",
        "a/b.pdf",
        "a\\b.pdf",
        "..\\..\\windows\\system.ini",
        "C:cv.pdf",
        "\\\\server\\share\\cv.pdf",
        "cv\N{FULLWIDTH SOLIDUS}etc.pdf",
    ),
    "HIDDEN": (
        f"cv_{OVERRIDE}fdp.exe",
        f"cv{OVERRIDE}.pdf",
        "cv\x00.pdf",
        "cv\n.pdf",
        "cv\x1b[2J.pdf",
        "cv\N{ZERO WIDTH SPACE}.pdf",
        "\N{ZERO WIDTH NO-BREAK SPACE}cv.pdf",
        "cv\N{LINE SEPARATOR}.pdf",
        "cv\udc80.pdf",
        "cv\N{LEFT-TO-RIGHT ISOLATE}.pdf",
    ),
    "SIGN": ("cv?.pdf", "cv|nul.pdf", 'cv".pdf', "cv.pdf:evil.exe", "<cv>.pdf", "*.pdf"),
    "EMPTY": ("", " ", "\N{NO-BREAK SPACE}"),
    "LONG": ("a" * LONGEST + ".pdf", "é" * (LONGEST - 4) + "\N{SNOWMAN}" * 3 + ".pdf"),
    "ENDING": (".htaccess", "cv.pdf.", "cv.pdf ", "cv.pdf..", ".pdf"),
    "RESERVED": ("CON.pdf", "nul", "aux.tar.pdf", "COM1.pdf", "com\N{SUPERSCRIPT TWO}", "PRN .pdf"),
    "PROGRAM": (
        "cv.pdf.exe",
        "cv.pdf                                .exe",
        "cv.SCR",
        "cv.pdf\N{FULLWIDTH FULL STOP}exe",
        "cv\N{ONE DOT LEADER}bat",
        "photo.jpg.lnk",
        "lettre.docm",
        "notes.xlsm",
        "page.html",
        "dessin.svg",
        "script.ps1",
        "cv.pdf.url",
        "image.iso",
    ),
    "DOUBLE": ("cv.exe.pdf", "cv.pdf.js.txt", "facture.scr .pdf"),
    "NUMBER": (
        "cni 2 90 01 2B 033 123 18.pdf",
        "carte vitale 190017505600195.pdf",
        "1-90-01-75-056-001-95 carte.pdf",
        "carte_1900175056001.pdf",
    ),
}  # fmt: skip
CASES = [(code, name) for code, names in BAD_NAMES.items() for name in names]


@pytest.mark.parametrize(("code", "name"), CASES)
def test_hostile_name_is_refused(code: str, name: str) -> None:
    with pytest.raises(RefusedByRule) as caught:
        safe_name(name)
    assert caught.value.code == f"ATTACH-NAME-{code}"
    for language in LANGUAGES:
        said = Wording(language).text(caught.value.code, **caught.value.figures)
        assert not re.search(
            "[\x00-\x1f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", said
        )


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("given_", "name"),
    [
        ("CV d’Ophélie Legrand (2026).pdf", "CV d’Ophélie Legrand (2026).pdf"),
        ("Me\N{COMBINING ACUTE ACCENT}moire.pdf", "Mémoire.pdf"),
        ("livret   2 \N{EN DASH} final.pdf", "livret 2 \N{EN DASH} final.pdf"),
        ("CV.docx.pdf", "CV.docx.pdf"),
        ("www.cefpf.com.pdf", "www.cefpf.com.pdf"),
        ("Nguyễn & fils, n° 12.PDF", "Nguyễn & fils, n° 12.PDF"),
        ("attestation 2024-05-12 à 18.30.pdf", "attestation 2024-05-12 à 18.30.pdf"),
        ("console.pdf", "console.pdf"),
        ("IMG_20260112_093045123.jpg", "IMG_20260112_093045123.jpg"),
        ("facture 190017505600196.pdf", "facture 190017505600196.pdf"),
    ],
)
def test_ordinary_name_is_kept(given_: str, name: str) -> None:
    assert safe_name(given_) == name


@given(st.text(max_size=40))
@example("\u037e.pdf")
def test_no_name_that_is_taken_can_lead_elsewhere(name: str) -> None:
    try:
        safe = safe_name(name)
    except RefusedByRule:
        return
    assert Path(safe).name == safe
    assert not set(safe) & set('/\\<>:"|?*')
    assert safe == safe.strip(" .")
    assert safe.rpartition(".")[2].lower() not in PROGRAMS or "." not in safe
    assert safe_name(safe) == safe


def test_a_refused_name_is_shown_harmless() -> None:
    assert shown(f"a{OVERRIDE}b\n") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    assert len(shown("x" * 500)) == LONGEST


GOOD = (
    ("a.pdf", PDF, "application/pdf"),
    ("a.PDF", b"\xef\xbb\xbf\n" + PDF, "application/pdf"),
    ("a.png", PNG, "image/png"),
    ("a.jpeg", JPEG, "image/jpeg"),
    ("a.gif", GIF, "image/gif"),
    ("a.tif", b"II*\x00" + b"\x00" * 20, "image/tiff"),
    ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
    ("a.heic", b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heic"),
    ("a.txt", TEXT, "text/plain"),
    ("a.csv", "Né;Prénom\r\n".encode("cp1252"), "text/plain"),
    ("a.rtf", b"{\\rtf1 Bonjour}", "application/rtf"),
    ("a.docx", office("word"), KINDS[9].media_type),
    ("a.xlsx", office("xl"), KINDS[10].media_type),
    ("a.pptx", office("ppt"), KINDS[11].media_type),
    ("a.odt", open_document("text"), KINDS[12].media_type),
    ("a.ods", open_document("spreadsheet"), KINDS[13].media_type),
    ("a.doc", older_office("WordDocument"), "application/msword"),
    ("a.xls", older_office("Workbook"), "application/vnd.ms-excel"),
)


@pytest.mark.parametrize(("name", "content", "media_type"), GOOD)
def test_document_is_taken_for_what_it_holds(name: str, content: bytes, media_type: str) -> None:
    file = received(name, content)
    digest = hashlib.sha256(content).hexdigest()
    assert (file.name, file.media_type, file.digest) == (name, media_type, digest)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("scan", "scan.pdf"), ("M. Dupont", "M. Dupont.pdf"), ("cv.2024", "cv.2024.pdf")],
)
def test_a_name_without_its_ending_is_given_it(name: str, kept: str) -> None:
    assert received(name, PDF).name == kept


BAD_CONTENTS = (
    ("EMPTY", "a.pdf", b""),
    ("PROGRAM", "a.pdf", PROGRAM),
    ("PROGRAM", "a.txt", b"#!/bin/sh\nrm -rf ~\n"),
    ("PROGRAM", "a.jpg", b"\x7fELF" + b"\x00" * 40),
    ("PROGRAM", "a.docx", b"L\x00\x00\x00\x01\x14\x02\x00" + b"\x00" * 40),
    ("ARCHIVE", "a.pdf", packed("cv.pdf")),
    ("ARCHIVE", "a.docx", packed("word.exe")),
    ("ARCHIVE", "a.pdf", b"Rar!\x1a\x07"),
    ("ARCHIVE", "a.pdf", b"7z\xbc\xaf\x27\x1c\x00"),
    ("ARCHIVE", "a.txt", b"\x1f\x8b\x08\x00"),
    ("CUT", "a.pdf", b"%PDF-1.7\n1 0 obj"),
    ("CUT", "a.png", PNG[:20]),
    ("CUT", "a.jpg", JPEG[:10]),
    ("CUT", "a.docx", office("word")[:80]),
    ("LOCKED", "a.docx", older_office("EncryptedPackage")),
    ("MACROS", "a.docx", office("word", "word/vbaProject.bin")),
    ("MACROS", "a.xlsx", office("xl", "xl/VBAPROJECT.BIN")),
    (
        "MACROS",
        "a.docx",
        packed(
            "[Content_Types].xml",
            "word/document.xml",
            **{"[Content_Types].xml": b'ContentType="application/x.macroEnabled.main+xml"'},
        ),
    ),
    ("MACROS", "a.doc", older_office("WordDocument", "_VBA_PROJECT")),
    ("MACROS", "a.odt", open_document("text", "Basic/Standard/Module1.xml")),
    ("MACROS", "a.ods", open_document("spreadsheet", "Scripts/python/a.py")),
    ("ACTIVE", "a.docx", office("word", "word/activeX/activeX1.bin")),
    ("ACTIVE", "a.docx", office("word", "word/embeddings/oleObject1.bin")),
    ("ACTIVE", "a.pdf", PDF.replace(b"<<>>", b"<</S /Launch/F (a)>>", 1)),
    ("ARCHIVE", "a.docx", packed(*map(str, range(4001)))),
    ("ACTIVE", "a.rtf", b"{\\rtf1{\\object\\objdata 4d5a}}"),
    ("KIND", "a.doc", older_office("Installer")),
    ("KIND", "a.txt", b"<!DOCTYPE html><script>1</script>"),
    ("KIND", "a.txt", b"\xef\xbb\xbf <svg onload='x'/>"),
    ("KIND", "a.txt", b"a\x00b\x01c"),
    ("KIND", "a.odt", packed("mimetype", mimetype=b"application/epub+zip")),
    ("KIND", "a.docx", packed("[Content_Types].xml", "other/main.xml")),
    ("MISMATCH", "a.pdf", JPEG),
    ("MISMATCH", "a.jpg", PDF),
    ("MISMATCH", "a.pdf", TEXT),
    ("MISMATCH", "a.docx", older_office("WordDocument")),
    ("MISMATCH", "a.doc", office("word")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "name", "content"),
    BAD_CONTENTS,
    # The contents hold the time at which they were made: no name for a test
    ids=[f"{code}-{name}-{at}" for at, (code, name, _) in enumerate(BAD_CONTENTS)],
)
def test_hostile_content_is_refused(code: str, name: str, content: bytes) -> None:
    with pytest.raises(RefusedByRule) as caught:
        received(name, content)
    assert caught.value.code == f"ATTACH-{code}"
    for language in LANGUAGES:
        assert name in Wording(language).text(caught.value.code, **caught.value.figures)


@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "a.docx", "a.txt", "a.doc", "a"]))
@example(b"PK\x03\x04" + b"\xff" * 40, "a.docx")
@example(b"PK\x05\x06" + b"\x00" * 18, "a.docx")
def test_random_bytes_are_refused_in_words_or_taken_as_text(content: bytes, name: str) -> None:
    try:
        said = received(name, content).media_type
    except RefusedByRule as refusal:
        said = Wording("fr").text(refusal.code, **refusal.figures)
    assert said


def refusal_of(path: Path, *, largest: int = LARGEST) -> JurydeskError:
    with pytest.raises(JurydeskError) as caught:
        receive(path, largest=largest)
    return caught.value


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "livret 2.pdf"
    path.write_bytes(PDF)
    file = receive(path)
    assert (file.name, file.content, file.size) == ("livret 2.pdf", PDF, len(PDF))


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real.pdf").write_bytes(PDF)
    (tmp_path / "link.pdf").symlink_to(tmp_path / "real.pdf")
    (tmp_path / "folder.pdf").mkdir()
    codes = {name: refusal_of(tmp_path / name).code for name in ("link.pdf", "folder.pdf")}
    assert codes == {"link.pdf": "ATTACH-LINK", "folder.pdf": "ATTACH-FOLDER"}
    gone = refusal_of(tmp_path / "gone.pdf")
    assert (gone.code, type(gone)) == ("ATTACH-GONE", EnvironmentFailure)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert refusal_of(tmp_path / "pipe.pdf").code == "ATTACH-DEVICE"
    assert refusal_of(Path("/dev/zero")).code == "ATTACH-DEVICE"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "film.pdf"
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    refusal = refusal_of(path)
    assert (refusal.code, refusal.figures) == ("ATTACH-LARGE", {"name": "film.pdf", "most": 25})
    path.write_bytes(PDF)
    assert refusal_of(path, largest=len(PDF) - 1).code == "ATTACH-LARGE"


def test_a_bad_name_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone.exe").code == "ATTACH-NAME-PROGRAM"


def test_a_text_of_an_older_program_is_read() -> None:
    assert text_of("élève".encode("cp1252")) == "élève"
    assert text_of("\ufeffélève".encode()) == "élève"
