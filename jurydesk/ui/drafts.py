"""Answers typed into forms and not saved yet; in memory only, they are about people.

Only what differs is kept, beside what was stored then: the rest of the record may be changed by
somebody else before the draft is taken up again, and must not be written over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Draft = dict[str, "Typed"]


@dataclass(frozen=True)
class Typed:
    """One answer as it was typed, and what was stored when it was."""

    stored: object
    typed: object


def draft_of(stored: Mapping[str, object], answers: Mapping[str, object]) -> Draft:
    """Return the answers that differ from what is stored."""
    return {
        name: Typed(stored[name], answer)
        for name, answer in answers.items()
        if answer != stored[name]
    }


def changed_since(draft: Draft, stored: Mapping[str, object]) -> list[str]:
    """Return what somebody else has changed meanwhile into something that is not typed here."""
    return [name for name, one in draft.items() if stored[name] not in (one.stored, one.typed)]


class Drafts:
    """What was typed, by form; it outlives pages and a change of language."""

    def __init__(self) -> None:
        """Start with none."""
        self._answers: dict[tuple[str, int], Draft] = {}

    def keep(self, form: str, key: int, answers: Draft) -> None:
        """Keep the answers of one form on one thing (number 0: a new one); none are forgotten."""
        if answers:
            self._answers[form, key] = answers
        else:
            self.forget(form, key)

    def forget(self, form: str, key: int) -> None:
        """Forget them: they were saved or given up."""
        self._answers.pop((form, key), None)

    def find(self, form: str, key: int) -> Draft | None:
        """Return what was typed and not saved, or None."""
        return self._answers.get((form, key))

    def __len__(self) -> int:
        """Return how many forms hold something that is not saved."""
        return len(self._answers)
