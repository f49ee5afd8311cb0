"""Several files that somebody hands in at once: each read, or refused in words; a kind guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jurydesk.errors import JurydeskError, WrongUsage
from jurydesk.exchange.paper_guess import guess_document
from jurydesk.services.attachments import MOST_AT_ONCE, Paper, read_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


MEGABYTE = 1024 * 1024
LARGEST_TOGETHER = 200 * MEGABYTE
"""They are held in memory until the person has said what each of them is."""


@dataclass(frozen=True, slots=True)
class PaperReadings:
    """What was read of several files."""

    papers: tuple[Paper, ...]
    refusals: tuple[JurydeskError, ...]


def _nobody_waits(_done: int, _total: int) -> None:
    """Stand in where nobody wants to know how far it is."""


def read_papers(
    paths: Sequence[Path],
    *,
    asked: Iterable[str] = (),
    requirement: str = "",
    progress: Callable[[int, int], None] = _nobody_waits,
) -> PaperReadings:
    """Read files and guess what each is among `asked`; `requirement`: known already.

    Raises:
        Cancelled: `progress` was told to stop.
        WrongUsage: they are too many, or too large together.
    """
    if len(paths) > MOST_AT_ONCE:
        raise WrongUsage("ATTACH-MANY", {"most": MOST_AT_ONCE})
    codes = tuple(asked)
    papers: list[Paper] = []
    refusals: list[JurydeskError] = []
    for at, path in enumerate(paths):
        progress(at, len(paths))
        try:
            paper = read_paper(path)
        except JurydeskError as refusal:
            refusals.append(refusal)
        else:
            kind = requirement or guess_document(paper.file.name, codes)
            papers.append(replace(paper, requirement=kind))
            _check_size(papers)
    progress(len(paths), len(paths))
    return PaperReadings(tuple(papers), tuple(refusals))


def _check_size(papers: Iterable[Paper]) -> None:
    if sum(one.file.size for one in papers) > LARGEST_TOGETHER:
        raise WrongUsage("ATTACH-TOGETHER", {"most": LARGEST_TOGETHER // MEGABYTE})
