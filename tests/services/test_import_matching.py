from __future__ import annotations

from datetime import date

import pytest

from jurydesk.domain.people import Candidate, Examiner
from jurydesk.services.import_matching import Known, Register, find_candidacy, year_of
from tests.builders import a_candidacy, a_vae

BORN = date(1990, 1, 21)
STORED = Candidate("N’Diaye", ("Gaëlle", "Daphné"), birth_date=BORN, email="g@exemple.fr", id=1)


@pytest.mark.parametrize(
    ("person", "found"),
    [
        (Candidate("NDIAYE", ("gaelle",), birth_date=BORN), True),
        (Candidate("N'Diaye", ("Gaëlle",), email="G@EXEMPLE.FR"), True),
        (Candidate("N'Diaye", ("Gaëlle",), birth_date=date(1991, 1, 21)), False),
        (Candidate("N'Diaye", ("Gaëlle",), email="autre@exemple.fr"), False),
        (Candidate("N'Diaye", ("Gaëlle",)), True),
        (Candidate("N'Diaye", ("Aïcha",), birth_date=BORN), False),
        (Candidate("Diaye", ("Gaëlle",), birth_date=BORN, email="g@exemple.fr"), False),
    ],
)
def test_candidate_is_recognised_by_exact_keys_only(person: Candidate, found: bool) -> None:
    known = Register([STORED]).find(person)
    assert (known is not None) is found


def test_bare_name_borne_by_two_is_nobody() -> None:
    other = Candidate("N'Diaye", ("Gaëlle",), birth_date=date(1970, 1, 1), id=2)
    register = Register([STORED, other])
    assert register.find(Candidate("N'Diaye", ("Gaëlle",))) is None
    assert len(register.namesakes(STORED)) == 2


def test_keys_learnt_later_count_too() -> None:
    known = Known(Candidate("Nadal", ("Hugo",), email="h@exemple.fr"))
    register: Register[Candidate] = Register([])
    register.add(known)
    known.person = Candidate("Nadal", ("Hugo",), email="h@exemple.fr", birth_date=BORN)
    register.learn(known)
    assert register.find(Candidate("NADAL", ("hugo",), birth_date=BORN)) is known


@pytest.mark.parametrize(
    ("examiner", "found"),
    [
        (Examiner("Sorrel", "Damien", email="d@exemple.fr"), True),
        (Examiner("Sorrel", "Damien", organisation="GALOP IMAGES"), True),
        (Examiner("Sorrel", "Damien", email="x@exemple.fr", organisation="Autre"), False),
        (Examiner("Sorrel", "Damien"), True),
    ],
)
def test_examiner_is_recognised_by_mail_or_organisation(examiner: Examiner, found: bool) -> None:
    stored = Examiner("Sorrel", "Damien", email="d@exemple.fr", organisation="Galop Images", id=1)
    assert (Register([stored]).find(examiner) is not None) is found


def test_candidacy_is_known_by_sheet_route_and_year() -> None:
    training, vae = a_candidacy(1), a_vae(2)
    known = Known(STORED, [(training, None), (vae, None)])
    assert find_candidacy(known, a_candidacy(9)) == (training, None)
    assert find_candidacy(known, a_vae(9)) == (vae, None)
    assert find_candidacy(known, a_vae(9, file={"received": date(2025, 3, 2)})) is None
    assert find_candidacy(known, a_vae(9, certification="RNCP6082")) is None


def test_year_that_is_not_given_says_nothing_against_it() -> None:
    known = Known(STORED, [(a_vae(2), None)])
    undated = a_vae(9, begun=None, file={"received": None, "complete": None})
    assert year_of(undated) is None
    assert find_candidacy(known, undated) == (a_vae(2), None)
