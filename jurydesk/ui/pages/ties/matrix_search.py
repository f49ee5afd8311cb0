"""Narrows a matrix to the persons whose names somebody types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.ui.models.columns import folded

if TYPE_CHECKING:
    from jurydesk.services.tie_matrix import TieMatrix


def matching(matrix: TieMatrix, words: str) -> TieMatrix:
    """Return the matrix of the persons whose names hold every word, on either side.

    Words that name only candidates leave every examiner, and the other way round.
    """
    wanted = folded(words).split()
    lines = tuple(x for x in matrix.lines if _holds(x.candidate.full_name, wanted))
    judges = tuple(x for x in matrix.examiners if _holds(x.full_name, wanted))
    if not (lines or judges):
        return replace(matrix, lines=(), examiners=())
    return replace(matrix, lines=lines or matrix.lines, examiners=judges or matrix.examiners)


def _holds(name: str, wanted: list[str]) -> bool:
    text = folded(name)
    return all(word in text for word in wanted)
