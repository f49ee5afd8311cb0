"""A workspace of many people: a sample stored as the window does, the others row by row."""

from __future__ import annotations

import random
import sqlite3
from typing import TYPE_CHECKING

from jurydesk.bootstrap import create_workspace
from jurydesk.db.mapping.candidate import CANDIDATES
from jurydesk.domain.audit import EventType
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.people import Candidate
from jurydesk.domain.routes import AccessRoute
from jurydesk.services.clock import clock_on
from tests.ui.office import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.ports import Desk

FEW = 300
"""Stored as the window does."""
SYLLABLES = (
    "ba be bo da de do fa fe ga gi la le li lo ma me mi mo na ne ni pa pe ra re ri ro".split()
)
FIRST = (
    "Ophélie Jean-Marc Inès Aïcha Loïc Clémence Noé Gaëlle Mehdi Anaël Côme Łukasz Maëlys Rémi "
    "Bérénice Daphné Cédric Basile Fanny Héloïse"
).split()


def people_of(count: int) -> list[Candidate]:
    """Return as many people, the same each time."""
    chance = random.Random(2026)
    return [somebody(chance, number) for number in range(count)]


def office_of(path: Path, people: list[Candidate]) -> Desk:
    """Make a workspace of these people, each with one candidacy."""
    desk = create_workspace(path, actor="Camille", clock=clock_on(TODAY))
    with desk.open_unit() as unit:
        for person in people[:FEW]:
            stored = unit.candidates.add(person)
            unit.candidacies.add(Candidacy(stored.id, "RNCP40642", AccessRoute.EXPERIENCE))
        unit.audit.record(EventType.CANDIDATE_SAVED, {})
        unit.commit()
    store_plainly(path, people[FEW:])
    return desk


def somebody(chance: random.Random, number: int) -> Candidate:
    name = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).title()
    first = chance.choice(FIRST)
    email = f"{first}.{name}.{number}@exemple.fr".lower()
    return Candidate(name, (first,), email=email, phone=f"+336{number:08}")


def store_plainly(path: Path, people: list[Candidate]) -> None:
    """Write the same rows as the repositories do, a hundred thousand at once."""
    with sqlite3.connect(path) as workspace:
        columns = [row[1] for row in workspace.execute("PRAGMA table_info(candidate)")]
        model = dict(
            zip(columns, workspace.execute("SELECT * FROM candidate").fetchone(), strict=True)
        )
        rows, words, paths = [], [], []
        for number, person in enumerate(people, FEW + 1):
            said = {"id": number, "birth_name": person.birth_name, "email": person.email}
            said |= {"first_names": f'["{person.first_name}"]', "phone": person.phone}
            rows.append(tuple((model | said)[name] for name in columns))
            words += [("CANDIDATE", word, number) for word in CANDIDATES.to_words(person)]
            paths.append((number, number, number % FEW + 1))
        marks = ", ".join("?" * len(columns))
        workspace.executemany(f"INSERT INTO candidate VALUES ({marks})", rows)
        workspace.executemany("INSERT INTO search_word (kind, word, id) VALUES (?, ?, ?)", words)
        names = [row[1] for row in workspace.execute("PRAGMA table_info(candidacy)")]
        kept = ", ".join(name for name in names if name not in {"id", "candidate_id"})
        workspace.executemany(
            f"INSERT INTO candidacy (id, candidate_id, {kept}) "
            f"SELECT ?, ?, {kept} FROM candidacy WHERE id = ?",
            paths,
        )
    workspace.close()
