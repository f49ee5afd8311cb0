"""The paper of the evaluation grids: as kept, one page each, nothing of anybody else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from jurydesk.documents.evaluation_grid import render_grids
from jurydesk.documents.filenames import grid_name
from jurydesk.domain.grids import Grid, Mark
from jurydesk.domain.scales import LEVEL_SCALE, POINTS
from jurydesk.wording import LANGUAGES, Wording, catalogue
from tests.documents import builders as b
from tests.documents.grid_sheets import LUKASZ, assessed, common, filled, sheet, whole
from tests.documents.reading import golden_text, pages, plain, words
from tests.documents.test_no_dead_text import Listening

FRENCH = Wording("fr")


def test_grids_read_as_kept(golden):
    some = (sheet(), sheet(grid=filled(), candidate=assessed(extra_time=True)), common())
    golden("grids.txt", golden_text(render_grids(some)))


def test_the_same_grid_gives_the_same_bytes():
    assert render_grids((sheet(),)) == render_grids((sheet(),))


def test_twenty_three_skills_are_on_one_page():
    address = "8, rue Jules-Vallès\n75011 Paris"
    certifier = replace(sheet().certifier, address=address, siret="39179458300040")
    candidate = assessed(extra_time=True)
    every = (whole(certifier=certifier, candidate=candidate),) * 2
    first, second = pages(render_grids(every, wording=FRENCH))
    for page in (first, second):
        assert "C23" in page
        assert "Signatures des membres" in page
        assert "temps majoré" in page


def test_what_was_marked_is_on_its_line():
    (page,) = pages(render_grids((sheet(grid=filled()),), wording=FRENCH))
    line = plain(page)
    assert "Analyser un scénario A BC01.C2" in line
    assert "Établir un devis N Charges oubliées." in line
    assert "Bonne maîtrise à l’oral." in page


def test_points_have_one_box_and_a_block_its_own_threshold():
    scale = replace(POINTS, thresholds=((b.BC01, Decimal(12)), (b.BC02, Decimal("11.5"))))
    grid = Grid(1, 1, 1, (Mark("BC01.C1", points=Decimal("13.50")),), scale=scale)
    text = words(render_grids((sheet(grid=grid),), wording=FRENCH))
    assert "Points / 20" in text
    assert "Analyser un scénario 13,5" in text
    assert "seuil 12" in text
    assert "(seuil 11,5)" in text


def test_a_signature_is_asked_of_each_who_assesses():
    (alone,) = pages(render_grids((sheet(),), wording=FRENCH))
    (together,) = pages(render_grids((common(),), wording=FRENCH))
    assert "WOŹNIAK" not in alone
    assert together.count("WOŹNIAK Łukasz") == together.count("NGUYỄN Clémence") == 2
    seat = sheet(assessors=(LUKASZ,))
    assert "salariés" in words(render_grids((seat,), wording=FRENCH))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_printed_somewhere(language):
    wording = Listening(language)
    partly = assessed(birth_date=None, birth_partial="1985", extra_time=True)
    points = replace(LEVEL_SCALE, thresholds=((b.BC01, Decimal(60)),))
    for one in (
        sheet(candidate=partly, grid=Grid(1, 1, 1, scale=points)),
        sheet(candidate=assessed(birth_date=None), grid=Grid(1, 1, 1, scale=POINTS)),
        common(),
    ):
        render_grids((one,), wording=wording)
    ours = {code for code in catalogue(language) if code.startswith("grids.")}
    assert sorted(ours - wording.heard) == []


def test_the_name_of_the_file_tells_nothing_of_the_person():
    assert grid_name("Déc. 2026 / n° 3", 7) == "grille-Dec.-2026-n-3-007.pdf"
