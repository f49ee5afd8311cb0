"""One command as called: its options, its desk, and the two streams it may speak on."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from jurydesk.errors import WrongUsage
from jurydesk.services.clock import clock_on

if TYPE_CHECKING:
    from jurydesk.cli.doors import Doors, Location
    from jurydesk.services.ports import Clock, Desk
    from jurydesk.wording import Wording


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    ENVIRONMENT = 3
    REFUSED = 4


@dataclass(frozen=True, slots=True)
class Call:
    """What a command works with."""

    options: Namespace
    doors: Doors
    wording: Wording

    @property
    def as_json(self) -> bool:
        """Tell whether one JSON document is all that standard output may hold."""
        return bool(getattr(self.options, "json", False))

    @property
    def location(self) -> Location:
        """Return where the workspace is."""
        return self.doors.locate(getattr(self.options, "workspace", None))

    @property
    def clock(self) -> Clock | None:
        """Return the clock that `--today` sets; None: whichever the desk takes."""
        day = getattr(self.options, "today", None)
        return clock_on(day) if day else None

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Open the workspace for the time of the command."""
        with self.working_at(self.doors.open_desk(self.location, clock=self.clock)) as desk:
            yield desk

    @contextmanager
    def working_at(self, desk: Desk) -> Iterator[Desk]:
        """Say what one should know of the place where the workspace lies; close it at the end."""
        try:
            for warning in desk.warnings:
                self.note(warning.code, **warning.figures)
            yield desk
        finally:
            desk.close()

    def answer(self, document: Mapping[str, object], lines: Iterable[str]) -> None:
        """Print the result: the document with `--json`, else the lines."""
        if self.as_json:
            print_document(document)
        else:
            for line in lines:
                print(line)
        # Here and not at the very end, where nobody could say that the reader has gone
        sys.stdout.flush()

    def note(self, code: str, /, **figures: object) -> None:
        """Say a sentence on standard error: progress, a warning, what was refused."""
        self.tell(self.wording.text(code, **figures))

    def tell(self, text: str) -> None:
        """Say words that are already a sentence on standard error."""
        sys.stderr.write(text + "\n")


def print_document(document: Mapping[str, object]) -> None:
    """Print the one JSON document of a command, while somebody can still say it failed."""
    print(json.dumps(document, ensure_ascii=False, indent=2, default=str))
    sys.stdout.flush()


def iso_day(text: str) -> date:
    """Read a date as commands take it.

    Raises:
        WrongUsage: it is not an ISO date.
    """
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongUsage("DATE-WRONG", {"value": text}) from error


def numbers_in(text: str) -> tuple[int, ...]:
    """Read numbers of candidacies as commands take them: « 1,3 ».

    Raises:
        WrongUsage: one of them is no number.
    """
    try:
        return tuple(int(number) for number in text.split(",") if number.strip())
    except ValueError as error:
        raise WrongUsage("CANDIDACIES-WRONG", {"value": text}) from error
