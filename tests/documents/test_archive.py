"""Papers last: PDF/A-3, told apart for who listens, sealed; the same words, the same bytes."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf.pdfa import validate_written
from PIL import Image, ImageCms

from jurydesk.documents.attendance_sheet import render_attendance
from jurydesk.documents.drawing.colours import srgb_profile
from jurydesk.documents.minutes import render_minutes
from jurydesk.documents.order_of_passage import render_passage
from jurydesk.documents.seal import SealState, seal_state, sealed
from jurydesk.wording import Wording
from tests.documents import builders as b
from tests.documents.test_pages import odd_content

FRENCH = Wording("fr")
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"'}


def papers():
    """One of each paper, and minutes with all that can be odd."""
    yield "minutes", render_minutes(b.content(incidents="Aléa"), wording=FRENCH)
    yield "draft", render_minutes(b.content(number=""), wording=FRENCH)
    yield "odd", render_minutes(odd_content(), wording=FRENCH)
    yield "long", render_minutes(b.long_content(60), wording=Wording("en"))
    yield "attendance", render_attendance((b.content(),), wording=FRENCH)
    yield "passage", render_passage((b.content(),), wording=FRENCH)


@pytest.fixture(scope="module")
def printed():
    return dict(papers())


def test_a_validator_of_pdf_a_3b_finds_nothing(printed):
    said = {
        name: validate_written(io.BytesIO(pdf), "3b").summary() for name, pdf in printed.items()
    }
    assert said == dict.fromkeys(printed, "PDF/A-3b: pass")


def test_whatever_is_painted_is_a_piece_of_the_structure_or_an_ornament(printed):
    for pdf in printed.values():
        with pikepdf.open(io.BytesIO(pdf)) as document:
            numbers = document.Root.StructTreeRoot.ParentTree.Nums
            owners = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
            for place, page in enumerate(document.pages):
                pieces = list(_pieces(page))
                assert sorted(pieces) == list(range(len(owners.get(place, ()))))
                for piece in pieces:
                    assert _holds(owners[place][piece], page, piece)


def _pieces(page):
    """Yield the number of each piece; nothing may be painted outside one, or outside ornament."""
    open_marks: list[int | None] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BMC":
            assert str(operands[0]) == "/Artifact"
            open_marks.append(None)
        elif name == "BDC":
            open_marks.append(int(operands[1].MCID))
            yield int(operands[1].MCID)
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING:
            assert len(open_marks) == 1
    assert open_marks == []


def _holds(element, page, piece):
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.Pg == page.obj and piece == kid.MCID:
                return True
        elif int(kid) == piece and element.Pg == page.obj:
            return True
    return False


def test_a_table_is_told_by_its_heads_once_however_long_it_is():
    with pikepdf.open(io.BytesIO(render_minutes(b.long_content(60), wording=FRENCH))) as document:
        tree = _tree(document.Root.StructTreeRoot.K[0])
    tables = [one for one in tree[1] if one[0] == "Table"]
    heads = [sum(row[1][0][0] == "TH" for row in table[1]) for table in tables]
    assert heads == [1] * len(tables)
    decided = max(tables, key=lambda table: len(table[1]))
    assert {tuple(cell[0] for cell in row[1]) for row in decided[1]} == {
        ("TH", "TH", "TH"),
        ("TD", "TD", "TD"),
    }
    roles = [one[0] for one in tree[1]]
    assert roles.count("H1") == 1
    assert roles.count("H2") == 6


def _tree(element):
    kids = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return str(element.S)[1:], [_tree(kid) for kid in kids]


def test_the_profile_is_srgb():
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    picture = Image.new("RGB", (1, 1), (31, 78, 140))
    changed = ImageCms.profileToProfile(picture, profile, theirs)
    assert all(
        abs(a - b) <= 1 for a, b in zip(changed.getpixel((0, 0)), (31, 78, 140), strict=True)
    )


def test_every_changed_byte_breaks_the_seal(printed):
    pdf = printed["passage"]
    assert seal_state(pdf) == (SealState.WHOLE, len(pdf))
    for place in range(0, len(pdf), 97):
        changed = bytearray(pdf)
        changed[place] ^= 1
        assert seal_state(bytes(changed))[0] is not SealState.WHOLE


def test_what_was_added_is_not_under_the_seal(printed):
    pdf = printed["passage"]
    assert seal_state(pdf + b"more") == (SealState.WHOLE, len(pdf))


def test_what_has_no_identifier_is_not_sealed():
    assert seal_state(b"%PDF-1.7") == (SealState.NONE, 0)
    with pytest.raises(ValueError, match="0 identifiers"):
        sealed(b"%PDF-1.7")
