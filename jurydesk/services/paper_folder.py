"""The papers of a session in one act: each printed, all bound with an outline, written to a folder.

Nothing is stored: a folder can be made as often as somebody likes.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.documents.binding import Sheaf, bind
from jurydesk.documents.filenames import folder_name
from jurydesk.documents.pages_heard import hearing_pages
from jurydesk.errors import RefusedByRule
from jurydesk.services.day_cover import print_cover
from jurydesk.services.facts import session_by_code
from jurydesk.services.papers import PAPERS, PaperStage, PaperStanding, PaperState
from jurydesk.services.printing import PrintedPaper, write_paper
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from jurydesk.services.papers import PaperKind
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One kind of paper of a session, as the list of papers shows it."""

    kind: PaperKind
    standing: PaperStanding

    @property
    def key(self) -> str:
        """Return what identifies the row."""
        return self.kind.code


@dataclass(frozen=True, slots=True)
class PrintedKind:
    """Every copy of one kind of paper."""

    code: str
    papers: tuple[PrintedPaper, ...]


@dataclass(frozen=True, slots=True)
class PrintedFolder:
    """The papers of one moment of a session, each apart and all in one file."""

    kinds: tuple[PrintedKind, ...]
    bound: PrintedPaper

    @property
    def papers(self) -> tuple[PrintedPaper, ...]:
        """Return every paper apart, in the order of the folder."""
        return tuple(paper for kind in self.kinds for paper in kind.papers)


def _nobody_waits(_done: int, _total: int) -> None:
    """Stand in where nobody wants to know how far it is."""


def list_papers(desk: Desk, *, code: str) -> tuple[PaperRow, ...]:
    """Return every kind of paper of a session with how far it has come; nothing is printed.

    Raises:
        WrongUsage: there is no session with that code.
    """
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        return tuple(PaperRow(kind, kind.standing(unit, session)) for kind in PAPERS)


def print_kind(
    desk: Desk, *, code: str, kind: str, wording: Wording, progress: Progress = _nobody_waits
) -> tuple[PrintedPaper, ...]:
    """Print every copy of one kind of paper; none while it waits for something.

    Raises:
        Cancelled: `progress` was told to stop.
    """
    (row,) = (row for row in list_papers(desk, code=code) if row.key == kind)
    step = partial(progress, 0, 1)
    with hearing_pages(step):
        printed = _printed(desk, row, code=code, wording=wording, step=step)
    progress(1, 1)
    return printed.papers


def prepare_folder(
    desk: Desk,
    *,
    code: str,
    wording: Wording,
    stage: PaperStage | None = PaperStage.DAY,
    progress: Progress = _nobody_waits,
) -> PrintedFolder:
    """Print all that a moment of a session needs; `stage` None: all that there is.

    A paper that waits for something is left out.

    Raises:
        Cancelled: `progress` was told to stop; it is asked at each page.
        RefusedByRule: there is nothing to print yet.
        WrongUsage: there is no session with that code.
    """
    wanted = [row for row in list_papers(desk, code=code) if stage in {None, row.kind.stage}]
    steps = len(wanted) + 1
    kinds: list[PrintedKind] = []
    for at, row in enumerate(wanted):
        step = partial(progress, at, steps)
        step()
        with hearing_pages(step):
            kinds.append(_printed(desk, row, code=code, wording=wording, step=step))
    step = partial(progress, len(wanted), steps)
    step()
    printed = [kind for kind in kinds if kind.papers]
    if not printed:
        raise RefusedByRule("PAPERS-NONE", {"session": code})
    if stage is PaperStage.DAY:
        named = [(_name(kind, wording), kind.papers) for kind in printed]
        cover = print_cover(desk, code=code, wording=wording, papers=named)
        printed.insert(0, PrintedKind("cover", (cover,)))
    bound = _bound(desk, tuple(printed), code=code, wording=wording, stage=stage, step=step)
    progress(steps, steps)
    return PrintedFolder(tuple(printed), bound)


def write_folder(
    printed: PrintedFolder, folder: Path, *, bound: bool = True, apart: bool = True
) -> tuple[Path, ...]:
    """Write the papers of a folder, each apart, all bound, or both; return their paths.

    Raises:
        EnvironmentFailure: nothing can be written there.
    """
    papers = (*(printed.papers if apart else ()), *((printed.bound,) if bound else ()))
    names = _told_apart(paper.name for paper in papers)
    return tuple(
        write_paper(folder / name, paper) for name, paper in zip(names, papers, strict=True)
    )


def print_documents(
    desk: Desk,
    *,
    code: str,
    folder: Path,
    wording: Wording,
    stage: PaperStage | None = None,
    bound: bool = False,
    progress: Progress = _nobody_waits,
) -> tuple[Path, ...]:
    """Print the papers of a session into a folder; return their paths.

    Raises:
        Cancelled: `progress` was told to stop; nothing was written.
        EnvironmentFailure: nothing can be written there.
    """
    printed = prepare_folder(desk, code=code, wording=wording, stage=stage, progress=progress)
    return write_folder(printed, folder, bound=bound)


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """Number the names that come again: no copy may take the place of another."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        stem, dot, ending = name.rpartition(".")
        yield name if seen[name] == 1 else f"{stem}-{seen[name]}{dot}{ending}"


def _printed(
    desk: Desk, row: PaperRow, *, code: str, wording: Wording, step: Callable[[], None]
) -> PrintedKind:
    papers: list[PrintedPaper] = []
    if row.standing.state is not PaperState.MISSING:
        for paper in row.kind.print_all(desk, code=code, wording=wording):
            papers.append(paper)
            step()
    return PrintedKind(row.key, tuple(papers))


def _bound(
    desk: Desk,
    kinds: tuple[PrintedKind, ...],
    *,
    code: str,
    wording: Wording,
    stage: PaperStage | None,
    step: Callable[[], None],
) -> PrintedPaper:
    with desk.open_unit() as unit:
        session = session_by_code(unit, code)
        author = settings_in(unit).name
    name = wording.text("papers.folder" if stage is PaperStage.DAY else "papers.all")
    pdf = bind(
        [
            Sheaf(_name(kind, wording), tuple((p.title or p.name, p.pdf) for p in kind.papers))
            for kind in kinds
        ],
        title=f"{name} {session.code}",
        author=author,
        wording=wording,
        bound=step,
    )
    stem = wording.text(f"PAPER-FILE-{stage}" if stage else "PAPER-FILE-ALL")
    return PrintedPaper(folder_name(session.code, stem), pdf)


def _name(kind: PrintedKind, wording: Wording) -> str:
    return wording.text(f"papers.{kind.code}")
