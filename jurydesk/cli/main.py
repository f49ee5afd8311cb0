"""Understands the arguments, runs the command, turns every failure into a sentence and a code."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

from jurydesk.cli import (
    aftermath,
    amendments,
    attachments,
    certifications,
    conditions,
    deadlines,
    expenses,
    foresight,
    grids,
    history,
    journeys,
    ledger,
    office,
    papers,
    parchments,
    people,
    results,
    rosters,
    search,
    sessions,
    sites,
    summonses,
    ties,
    workspaces,
)
from jurydesk.cli.call import Call, Exit, print_document
from jurydesk.cli.documents_as_json import finding_documents, finding_lines
from jurydesk.cli.parser import joined, new_parser
from jurydesk.errors import JurydeskError
from jurydesk.services.refusals import RefusedByFindings
from jurydesk.wording import LANGUAGES, Language, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jurydesk.cli.doors import Doors

GROUPS = (
    workspaces,
    search,
    certifications,
    conditions,
    rosters,
    journeys,
    ledger,
    people,
    attachments,
    ties,
    sites,
    sessions,
    summonses,
    results,
    grids,
    papers,
    amendments,
    aftermath,
    parchments,
    deadlines,
    expenses,
    foresight,
    office,
    history,
)
LANGUAGE = "JURYDESK_LANG"


def run(arguments: Sequence[str], *, doors: Doors) -> int:
    """Run one command; without one, open the window. Return the exit code."""
    _speak_unicode()
    wording = Wording(language_of(arguments))
    parser, commands = new_parser(wording)
    for group in GROUPS:
        group.add_to(commands)
    call: Call | None = None
    try:
        options = parser.parse_args(joined(arguments))
        call = Call(options, doors, wording)
        if options.command is None:
            return doors.open_window(call.location, language=_asked_language(arguments))
        return int(options.run(call))
    except SystemExit as ending:
        # `--help` and `--version` end here; argparse has no other way
        return int(ending.code or 0)
    except JurydeskError as error:
        as_json = call.as_json if call is not None else "--json" in arguments
        return _refuse(error, wording, as_json=as_json)
    except KeyboardInterrupt:
        sys.stderr.write(wording.text("INTERRUPTED") + "\n")
        return Exit.ENVIRONMENT
    except BrokenPipeError:
        # Whoever read the output has closed it, as `| head` does
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 -- closed output
        return Exit.DONE


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language asked for, before anything else is understood; French otherwise."""
    asked = _asked_language(arguments) or os.environ.get(LANGUAGE, "")
    return next((language for language in LANGUAGES if language == asked), LANGUAGES[0])


def _asked_language(arguments: Sequence[str]) -> Language | None:
    for argument, following in pairwise([*arguments, ""]):
        value = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument == "--lang" or argument.startswith("--lang="):
            return next((language for language in LANGUAGES if language == value), None)
    return None


def _refuse(error: JurydeskError, wording: Wording, *, as_json: bool) -> int:
    """Say one clear sentence; with `--json`, one document that holds it too."""
    text = wording.text(error.code, **error.figures)
    findings = error.findings if isinstance(error, RefusedByFindings) else ()
    sys.stderr.write("\n".join((text, *finding_lines(findings, wording))) + "\n")
    if as_json:
        shown = finding_documents(findings, wording)
        print_document({"error": {"code": error.code, "text": text, "findings": shown}})
    return error.exit_code


def _speak_unicode() -> None:
    """A Windows console redirected to a file would refuse French accents otherwise."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
