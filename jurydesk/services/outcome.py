"""What a service returns: the value, what changed, what the rules found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from jurydesk.domain.changes import Change
from jurydesk.domain.findings import Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of one act. `changes` is what `services.undo.revert` takes back."""

    value: T
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    label: str = ""
    """Code of the sentence that names the act, for « Annuler : … »."""
    is_final: bool = False
    """Whether the act is for good: what it destroyed cannot be put back."""

    @property
    def can_be_undone(self) -> bool:
        """Tell whether the act can be taken back."""
        return (
            bool(self.changes)
            and not self.is_final
            and all(change.can_be_undone for change in self.changes)
        )
