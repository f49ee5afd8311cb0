"""The list of ties: order, what they weigh, what waits for them, and the workbook of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from jurydesk.domain.candidacy import Closure
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.ties import Tie, TieEffect, TieKind, TieSource, TieState
from jurydesk.services.tie_rows import export_ties, list_tie_rows
from jurydesk.wording import Wording
from tests.builders import a_candidacy, a_candidate
from tests.fakes import FakeOffice

SET_ASIDE = Tie(
    3,
    4,
    TieKind.EMPLOYER,
    TieState.SET_ASIDE,
    evidence="Employeur\N{NO-BREAK SPACE}: Studio 4",
    reason="homonyme",
    likeness=91,
    settled_by="Camille",
    settled_on=date(2026, 11, 20),
    id=1,
)


def test_those_to_be_settled_come_first_and_of_them_those_a_session_waits_for(
    planned: FakeOffice,
) -> None:
    planned.store(a_candidate(9), a_candidacy(9))
    planned.store(
        SET_ASIDE,
        Tie(2, 3, TieKind.PERSONAL, TieState.CONFIRMED, id=2),
        Tie(9, 1, TieKind.TRAINER, id=3),
        Tie(1, 1, TieKind.TRAINER, id=4),
    )
    rows = list_tie_rows(planned.desk)
    assert [(row.key, row.sessions) for row in rows] == [
        (4, ("2026-12-A",)),
        (3, ()),
        (2, ("2026-12-A",)),
        (1, ("2026-12-A",)),
    ]
    assert [row.candidacy_id for row in rows] == [1, 9, 2, 3]


def test_a_tie_weighs_by_the_gravest_of_the_paths_in_progress(office: FakeOffice) -> None:
    vae = replace(a_candidacy(1), route=AccessRoute.EXPERIENCE, begun=date(2026, 1, 5), id=7)
    closed = replace(vae, candidate_id=2, closure=Closure.CERTIFIED, id=8)
    office.store(vae, closed)
    office.store(
        Tie(1, 1, TieKind.TRAINER, id=1),
        Tie(2, 1, TieKind.TRAINER, id=2),
        replace(SET_ASIDE, id=3),
    )
    weighs = {row.key: row.weighs for row in list_tie_rows(office.desk)}
    assert weighs == {1: TieEffect.EXCLUDED, 2: TieEffect.RECUSED, 3: None}


def test_what_is_on_screen_goes_into_a_workbook_in_its_order(
    office: FakeOffice, tmp_path: Path
) -> None:
    office.store(SET_ASIDE, Tie(1, 1, TieKind.PERSONAL, source=TieSource.CANDIDATE, id=2))
    path = tmp_path / "liens.xlsx"
    assert export_ties(office.desk, path=path, wording=Wording("fr"), only=(1, 2, 99)) == 2
    rows = list(load_workbook(path).worksheets[0].iter_rows(min_row=4, values_only=True))
    people = [row[:2] for row in rows[1:]]
    assert rows[0][:5] == ("Candidat/e", "Juré/e", "Lien", "État", "Indice")
    assert people == [("LEGRAND3 Ophélie", "DUBOS Will"), ("LEGRAND1 Ophélie", "ARNAUD Zoé")]
    assert rows[1][3:7] == (
        "écarté",
        "Employeur\N{NO-BREAK SPACE}: Studio 4",
        "lu dans les fichiers",
        91,
    )
    assert (rows[1][7], rows[1][8].date(), rows[1][9]) == (
        "Camille",
        date(2026, 11, 20),
        "homonyme",
    )
    assert export_ties(office.desk, path=path, wording=Wording("en")) == 2
