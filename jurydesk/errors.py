"""What can go wrong, as values: a code with figures and an exit code, never a sentence.

Sentences are made by `jurydesk.wording` from the code, so that one failure reads the same in the
window, on the command line and in a report, in French and in English.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Figure = str | int | date


class JurydeskError(Exception):
    """A failure that a person can understand: `code` names the sentence, `figures` fill it in."""

    exit_code: ClassVar[int] = 3

    def __init__(self, code: str, figures: Mapping[str, Figure] | None = None) -> None:
        """Keep the code (`FILE-02`) and the figures that its sentence needs."""
        super().__init__(code)
        self.code = code
        self.figures: dict[str, Figure] = dict(figures or {})


class WrongUsage(JurydeskError):
    """The person asked for something that does not exist, such as an unknown session code."""

    exit_code = 2


class EnvironmentFailure(JurydeskError):
    """The world outside failed: a file, a folder, a disk, a server. Nothing was changed."""

    exit_code = 3


class DamagedFile(EnvironmentFailure):
    """A file is not what its name says, or is truncated, encrypted or from a newer version."""


class RefusedByRule(JurydeskError):
    """A rule forbids the act. Nothing was changed."""

    exit_code = 4


class StaleData(RefusedByRule):
    """Somebody else changed the same thing since it was read."""


class Cancelled(JurydeskError):
    """The person stopped a long task. Nothing was changed."""

    exit_code = 1
