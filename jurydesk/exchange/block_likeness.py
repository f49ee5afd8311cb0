"""How alike the titles of two blocks are: a sheet and its successor seldom use the same words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from jurydesk.exchange.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.domain.certification import Block

LIKELY = 50
"""From that likeness on (0 to 100) an equivalence is worth proposing to a person."""
_BRACKETS = re.compile(r"\([^)]*\)")
_EMPTY = frozenset("d de du des l la le les un une et ou en a au aux par pour sur".split())
_STEM = 5
"""« Préparation » and « préparer », « gestion » and « gérer » share their beginnings."""


def block_likeness(one: Block, other: Block) -> int:
    """Return how alike two titles are, from 0 to 100, whatever the order of their words."""
    return round(fuzz.token_sort_ratio(_stems(one), _stems(other)))


def pair_blocks(
    older: Sequence[Block], newer: Sequence[Block]
) -> tuple[tuple[Block, Block, int], ...]:
    """Return the likely pairs, in the order of the older sheet; each block is in one at most."""
    scored = sorted(
        ((block_likeness(a, b), i, j) for i, a in enumerate(older) for j, b in enumerate(newer)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    chosen: dict[int, tuple[int, int]] = {}
    for score, i, j in scored:
        if score >= LIKELY and i not in chosen and j not in {k for k, _ in chosen.values()}:
            chosen[i] = (j, score)
    return tuple((older[i], newer[j], score) for i, (j, score) in sorted(chosen.items()))


def _stems(block: Block) -> str:
    said = fold(_BRACKETS.sub(" ", block.title))
    return " ".join(word[:_STEM] for word in said.split() if word not in _EMPTY)
