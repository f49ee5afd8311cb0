"""Answers typed into forms and not saved yet; in memory only, they are about people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Drafts:
    """What was typed, by form; it outlives pages and a change of language."""

    def __init__(self) -> None:
        """Start with none."""
        self._answers: dict[tuple[str, int], Mapping[str, object]] = {}

    def keep(self, form: str, key: int, answers: Mapping[str, object]) -> None:
        """Keep the answers of one form on one thing (number 0: a new one)."""
        self._answers[form, key] = answers

    def forget(self, form: str, key: int) -> None:
        """Forget them: they were saved or given up."""
        self._answers.pop((form, key), None)

    def find(self, form: str, key: int) -> Mapping[str, object] | None:
        """Return what was typed and not saved, or None."""
        return self._answers.get((form, key))

    def __len__(self) -> int:
        """Return how many forms hold something that is not saved."""
        return len(self._answers)
