"""A true copy of minutes is told from an altered one, without any workspace."""

from __future__ import annotations

import io
import json
import random

import pikepdf
import pytest

from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.minutes_mark import DATA_NAME
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.documents.seal import SealState, sealed
from jurydesk.domain.minutes_content import canonical_content, content_hash
from jurydesk.errors import DamagedFile, EnvironmentFailure
from jurydesk.services.minutes_proof import prove_minutes
from jurydesk.wording import Wording
from tests.documents import builders as b

FRENCH = Wording("fr")
MANY = 200


@pytest.fixture(scope="module")
def issued():
    return render_minutes(b.content(), wording=FRENCH)


@pytest.fixture
def told(tmp_path):
    """Say of some bytes in what they differ from what was issued."""

    def tell(pdf):
        place = tmp_path / "pv.pdf"
        place.write_bytes(pdf)
        proof = prove_minutes(place)
        return tuple((one.code, one.figures) for one in proof.differences)

    return tell


def test_minutes_as_issued_are_a_true_copy(issued, tmp_path):
    place = tmp_path / "pv.pdf"
    place.write_bytes(issued)
    proof = prove_minutes(place)
    content = b.content()
    assert (proof.differences, proof.is_true, proof.is_compared) == ((), True, False)
    file = proof.file
    assert file.seal is SealState.WHOLE
    assert file.mark is not None
    assert (file.mark.number, file.mark.fingerprint) == (content.number, content_hash(content))
    assert (file.session, file.certification) == (content.session_code, content.certification.code)
    assert file.drawn_up_on == content.drawn_up_on
    assert file.data == canonical_content(content)


def test_the_data_are_found_by_another_program(issued, outside_program, tmp_path):
    import subprocess

    place, out = tmp_path / "pv.pdf", tmp_path / "data.json"
    place.write_bytes(issued)
    command = [outside_program("pdfdetach"), "-save", "1", "-o", str(out), str(place)]
    subprocess.run(command, check=True, capture_output=True)
    assert out.read_bytes() == canonical_content(b.content())
    assert json.loads(out.read_bytes())["number"] == "PV-2026-001"


def test_one_changed_byte_is_seen_wherever_it_stands(issued, told):
    places = random.Random(3).sample(range(len(issued)), MANY)
    missed = []
    for place in places:
        changed = bytearray(issued)
        changed[place] ^= 1 << (place % 8)
        if not told(bytes(changed)):
            missed.append(place)
    assert missed == []


def test_bytes_added_at_the_end_are_counted(issued, told):
    assert told(issued + b"more") == (("PROOF-ADDED", {"count": 4}),)


def resealed(pdf, change):
    """What somebody makes who changes a file and knows how the seal is made."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(target, deterministic_id=True)
    return sealed(target.getvalue())


def test_other_data_under_a_new_seal_do_not_match_the_fingerprint(issued, told):
    def change(document):
        data = document.attachments[DATA_NAME].get_file().read_bytes()
        document.attachments[DATA_NAME] = pikepdf.AttachedFileSpec(
            document, data.replace(b"FULL", b"NONE"), filename=DATA_NAME
        )

    assert told(resealed(issued, change)) == (("PROOF-DATA", {}),)


def test_data_taken_out_under_a_new_seal_are_missed(issued, told):
    def change(document):
        del document.attachments[DATA_NAME]

    assert told(resealed(issued, change)) == (("PROOF-NO-DATA", {}),)


def test_another_paper_is_no_minutes(told):
    assert told(render_passage((b.content(),), wording=FRENCH)) == (("PROOF-FOREIGN", {}),)


def test_a_draft_is_no_minutes(told):
    assert told(render_minutes(b.content(number=""), wording=FRENCH)) == (("PROOF-FOREIGN", {}),)


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7\nnothing"])
def test_what_is_no_pdf_is_said_to_be_damaged(content, tmp_path):
    place = tmp_path / "pv.pdf"
    place.write_bytes(content)
    with pytest.raises(DamagedFile) as refused:
        prove_minutes(place)
    assert (refused.value.code, refused.value.figures) == ("PROOF-DAMAGED", {"name": "pv.pdf"})


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(EnvironmentFailure) as refused:
        prove_minutes(tmp_path / "pv.pdf")
    assert refused.value.code == "ATTACH-GONE"
