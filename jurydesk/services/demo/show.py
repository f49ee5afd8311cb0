"""Runs the demonstration: rosters in, sessions held, papers and rosters out."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from jurydesk.services.demo import rosters, story
from jurydesk.services.demo.people import ADDRESS, CITY, EMAIL, PHONE, REPRESENTATIVE, ROLE
from jurydesk.services.demo.rosters import HISTORICAL_YEAR
from jurydesk.services.exports import export_candidates, export_examiners, export_session
from jurydesk.services.imports import Fate, RosterKind, apply_import, open_roster, preview_roster
from jurydesk.services.minutes import print_minutes
from jurydesk.services.paper_folder import print_documents
from jurydesk.services.sessions import SessionDraft
from jurydesk.services.settings import read_settings, save_settings
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.services.clock import SetClock
    from jurydesk.services.ports import Desk

BEGINS = datetime.combine(date(2019, 11, 4), time(9))
"""The history of the demonstration begins here: RNCP6082 was still registered."""
HISTORICAL_DAY = date(2019, 12, 10)
CONFIRMED = ("RNCP34316", "RNCP40642")


class Tell(Protocol):
    """Says one step of the way."""

    def __call__(self, code: str, /, **figures: object) -> None:
        """Say a sentence of the wording."""
        ...


@dataclass(frozen=True, slots=True)
class DemoReport:
    """What the demonstration made."""

    sessions: tuple[str, ...]
    papers: tuple[Path, ...]
    rosters: tuple[Path, ...]


def fill(desk: Desk, *, clock: SetClock, today: date) -> tuple[str, ...]:
    """Fill a new workspace with the history; return the codes of its sessions."""
    with tempfile.TemporaryDirectory() as folder:
        return _live_through(desk, clock, today, folder=Path(folder), tell=_silently)


def show(
    desk: Desk, *, clock: SetClock, today: date, folder: Path, wording: Wording, tell: Tell
) -> DemoReport:
    """Fill a new workspace and leave every paper and roster in a folder."""
    received = folder / "rosters" / "received"
    received.mkdir(parents=True, exist_ok=True)
    codes = _live_through(desk, clock, today, folder=received, tell=tell)
    papers: list[Path] = []
    for code in codes:
        papers += print_documents(desk, code=code, folder=folder / "papers" / code, wording=wording)
    written = _export(desk, codes, folder=folder / "rosters", wording=wording)
    return DemoReport(codes, tuple(papers), written)


def _live_through(
    desk: Desk, clock: SetClock, today: date, *, folder: Path, tell: Tell
) -> tuple[str, ...]:
    clock.move_to(BEGINS)
    _introduce(desk)
    past = story.weekday(today - timedelta(days=34))
    coming = story.weekday(today + timedelta(days=21))
    drafts = (
        _draft(HISTORICAL_DAY, "RNCP6082"),
        _draft(past, "RNCP34316"),
        _draft(coming, "RNCP40642", rooms=("Salle 1", "Salle 2")),
    )
    _take_over(desk, folder, HISTORICAL_YEAR, rosters.write_historical, tell=tell)
    _hold(desk, clock, drafts[0], story.HISTORICAL, tell=tell)
    clock.move_to(datetime.combine(past - timedelta(days=10), time(9)))
    _take_over(desk, folder, past.year, rosters.write_promotions, tell=tell)
    story.confirm(desk, CONFIRMED)
    _hold(desk, clock, drafts[1], story.OF_BLOCKS, tell=tell)
    clock.move_to(datetime.combine(today, time(9)))
    people = folder / "suivi-candidats.xlsx"
    rosters.write_current(people, today)
    _import(desk, people, RosterKind.CANDIDATES, tell=tell)
    story.let_in(desk, drafts[2].certifications[0])
    story.prepare(desk, drafts[2])
    tell("DEMO-PREPARED", session=drafts[2].code)
    return tuple(draft.code for draft in drafts)


def _introduce(desk: Desk) -> None:
    settings = replace(
        read_settings(desk),
        address=ADDRESS,
        place=ADDRESS,
        email=EMAIL,
        phone=PHONE,
        city=CITY,
        representative=REPRESENTATIVE,
        representative_role=ROLE,
    )
    save_settings(desk, settings=settings)


def _draft(day: date, certification: str, *, rooms: tuple[str, ...] = ("Salle 1",)) -> SessionDraft:
    return SessionDraft(f"{day:%Y-%m}-A", (certification,), (day,), rooms)


def _take_over(
    desk: Desk, folder: Path, year: int, write: Callable[[Path, date], None], *, tell: Tell
) -> None:
    """Write the rosters of one year as the office had them, then import them."""
    pool, people = folder / f"vivier-{year}.xlsx", folder / f"promos-{year}.xlsx"
    today = desk.clock.today()
    rosters.write_pool(pool, today, year=year)
    write(people, today)
    _import(desk, pool, RosterKind.EXAMINERS, tell=tell)
    _import(desk, people, RosterKind.CANDIDATES, tell=tell)


def _import(desk: Desk, path: Path, kind: RosterKind, *, tell: Tell) -> None:
    preview = preview_roster(desk, roster=open_roster(path=path, kind=kind))
    apply_import(desk, preview=preview)
    counts = {str(fate).lower(): preview.count(fate) for fate in Fate}
    tell("DEMO-IMPORTED", file=Path(preview.file).name, **counts)


def _hold(
    desk: Desk,
    clock: SetClock,
    draft: SessionDraft,
    told: Mapping[str, story.Told],
    *,
    tell: Tell,
) -> None:
    """Hold a session and issue its final minutes."""
    story.hold(desk, clock, draft, told)
    paper = print_minutes(desk, code=draft.code, wording=Wording("fr"), final=True)
    number = paper.content.number if paper.content else ""
    tell("DEMO-HELD", session=draft.code, number=number)


def _export(
    desk: Desk, codes: tuple[str, ...], *, folder: Path, wording: Wording
) -> tuple[Path, ...]:
    everybody, pool = folder / "candidats.xlsx", folder / "vivier.xlsx"
    export_candidates(desk, path=everybody, wording=wording)
    export_examiners(desk, path=pool, wording=wording)
    written = [everybody, pool]
    for code in codes:
        path = folder / f"session-{code}.xlsx"
        export_session(desk, code=code, path=path, wording=wording)
        written.append(path)
    return tuple(written)


def _silently(_code: str, /, **_figures: object) -> None:
    """Say nothing."""
