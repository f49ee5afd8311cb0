"""Sheets of evaluation grids with sensible defaults: of one member, of the jury, of 23 skills."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.grid_sheet import Assessed, Assessor, GridSheet
from jurydesk.domain.grids import Grid, GridItem, Mark
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.paths import resource
from tests.documents import builders as b

CLEMENCE = Assessor(
    "NGUYỄN Clémence", "EMPLOYERS", "Un/e représentant/e qualifié/e des employeurs", presides=True
)
LUKASZ = Assessor("WOŹNIAK Łukasz", "EMPLOYEES", "", presides=False)
BLOCKS = tuple(b.TITLES.items())
SKILLS = (
    GridItem("BC01.C1", b.BC01, "Analyser un scénario"),
    GridItem("BC01.C2", b.BC01, "Établir un devis"),
    GridItem("BC02", b.BC02, b.TITLES[b.BC02]),
)


def assessed(**changes):
    day = datetime.combine(b.DAY, time(9))
    usual = Assessed(
        "LEGRAND Ophélie", Sex.FEMALE, date(1988, 3, 1), "", AccessRoute.EXPERIENCE, day,
        day.replace(hour=10), extra_time=False,
    )  # fmt: skip
    return replace(usual, **changes)


def sheet(**changes):
    content = b.content()
    usual = GridSheet(
        certifier=content.certifier,
        certification=content.certification,
        session_code="2026-12-A",
        jury=1,
        room="Salle Agnès-Varda",
        candidate=assessed(),
        assessors=(CLEMENCE,),
        is_common=False,
        items=SKILLS,
        block_titles=BLOCKS[:2],
        grid=Grid(1, 1, 1),
    )
    return replace(usual, **changes)


def filled():
    marks = (Mark("BC01.C1", "A"), Mark("BC01.C2", "N", note="Charges oubliées."))
    return Grid(1, 1, 1, marks, remark="Bonne maîtrise à l’oral.")


def common(**changes):
    return sheet(assessors=(CLEMENCE, LUKASZ), is_common=True, grid=Grid(1, 1), **changes)


def whole(count=23, **changes):
    path = resource("certifications", "RNCP6082.json")
    skills = json.loads(path.read_text("utf-8"))["skills"][:count]
    items = tuple(GridItem(f"C{n}", WHOLE, text) for n, text in enumerate(skills, 1))
    titled = ((WHOLE, "Assistant/e de production"),)
    return common(items=items, block_titles=titled, **changes)
