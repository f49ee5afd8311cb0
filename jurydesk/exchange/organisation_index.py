"""Finds companies among many under the names that others write for them.

It finds what `organisation_likeness` would find of every pair, and compares few of them: a name
is only compared in full with those that share enough of its words, or of its letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from jurydesk.exchange.organisations import LIKELY, core_of, is_employer, likeness_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jurydesk.exchange.organisations import Core

CLOSE = LIKELY - 0.5
"""What rounds up to a likely one."""


class OrganisationIndex:
    """The companies of one side, each name once; the other side asks."""

    def __init__(self, names: Iterable[str]) -> None:
        """Lay out those of the names that name an employer."""
        self._names: dict[Core, list[str]] = {}
        for name in dict.fromkeys(names):
            if is_employer(name):
                self._names.setdefault(core_of(name), []).append(name)
        self._cores = tuple(self._names)
        self._joined = [core.joined for core in self._cores]
        self._sorted = [core.sorted for core in self._cores]
        self._by_word: dict[str, list[int]] = {}
        for at, core in enumerate(self._cores):
            for word in core.words:
                self._by_word.setdefault(word, []).append(at)

    def matches(self, name: str) -> Mapping[str, int]:
        """Return the names that are likely the same company, with how alike they are."""
        if not is_employer(name):
            return {}
        asked = core_of(name)
        found: dict[str, int] = {}
        for at in sorted({*self._alike_in_letters(asked), *self._alike_in_words(asked)}):
            core = self._cores[at]
            likeness = likeness_of(asked, core)
            if likeness >= LIKELY:
                found |= dict.fromkeys(self._names[core], likeness)
        return found

    def _alike_in_letters(self, asked: Core) -> Iterator[int]:
        for text, known in ((asked.joined, self._joined), (asked.sorted, self._sorted)):
            close = process.extract(text, known, scorer=fuzz.ratio, limit=None, score_cutoff=CLOSE)
            yield from (at for _, _, at in close)

    def _alike_in_words(self, asked: Core) -> Iterator[int]:
        """Yield the companies whose words are all in the name, or hold all of its words."""
        shared: dict[int, int] = {}
        for word in asked.words:
            for at in self._by_word.get(word, ()):
                shared[at] = shared.get(at, 0) + 1
        for at, count in shared.items():
            if count in {len(asked.words), len(self._cores[at].words)}:
                yield at
