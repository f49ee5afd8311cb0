"""The commands and their options; each group of commands adds its own."""

from __future__ import annotations

import argparse
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from typing_extensions import override

from jurydesk import __version__
from jurydesk.cli.call import iso_day
from jurydesk.errors import JurydeskError, WrongUsage
from jurydesk.wording import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jurydesk.cli.call import Call
    from jurydesk.wording import Wording

    Command = Callable[[Call], int]


_CREDENTIALS = re.compile(r"(?<=://)[^\s'\"]*@")
"""User and password of an address that stands where something else was meant."""


ACTS = {"minutes": ("amend", "list", "points")}
"""Commands that have acts beside them."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises our errors instead of ending the program."""

    @override
    def error(self, message: str) -> NoReturn:
        """Say what was not understood, and where help is."""
        detail = _CREDENTIALS.sub("", message)
        raise WrongUsage("USAGE", {"command": self.prog, "detail": detail})


def joined(arguments: Sequence[str]) -> list[str]:
    """Read `minutes amend CODE` as the command `minutes-amend`.

    `minutes` is a command of its own, `minutes CODE OUT.pdf`, and so cannot be a family.
    """
    words = list(arguments)
    for place, (command, act) in enumerate(pairwise(words)):
        if act in ACTS.get(command, ()):
            words[place : place + 2] = [f"{command}-{act}"]
            break
    return words


class Group:
    """A command, or a family of commands such as `sessions`, to which commands are added."""

    def __init__(
        self, commands: argparse._SubParsersAction[Parser], wording: Wording, family: str = ""
    ) -> None:
        """Keep where the commands go."""
        self._commands = commands
        self._wording = wording
        self._family = family

    def family(self, name: str) -> Group:
        """Add a family of commands."""
        text = self._wording.text(f"CLI-HELP-{name}")
        parser = self._commands.add_parser(name, help=text, description=text)
        commands = parser.add_subparsers(
            metavar="COMMAND", required=True, dest="subcommand", parser_class=Parser
        )
        return Group(commands, self._wording, name)

    def command(self, name: str, run: Command, *positionals: str) -> Options:
        """Add a command with what it must be given; return where its options go."""
        full = f"{self._family}-{name}" if self._family else name
        text = self._wording.text(f"CLI-HELP-{full}")
        parser = self._commands.add_parser(name, help=text, description=text)
        add_everywhere(parser, self._wording, default=argparse.SUPPRESS)
        options = Options(parser, self._wording)
        for positional in positionals:
            options.positional(positional)
        parser.set_defaults(run=run)
        return options


class Options:
    """The options of one command, each with its line of help from the wording."""

    def __init__(self, parser: argparse.ArgumentParser, wording: Wording) -> None:
        """Keep where the options go."""
        self._parser = parser
        self._wording = wording

    def positional(self, name: str, *, type_: Callable[[str], object] | None = None) -> Options:
        """Add something that must be given; files and folders are paths."""
        reader = type_ or (Path if name in _PATHS else str)
        text = self._wording.text(f"CLI-ARGUMENT-{name}")
        self._parser.add_argument(name, metavar=name.upper(), type=reader, help=text)
        return self

    def option(
        self,
        name: str,
        *,
        type_: Callable[[str], object] = str,
        default: object = None,
        required: bool = False,
        choices: Sequence[str] | None = None,
        meaning: str = "",
    ) -> Options:
        """Add an option with a value; `meaning` names its help where it is not its own."""
        self._parser.add_argument(
            f"--{name}",
            type=type_,
            default=default,
            required=required,
            # As plain text: argparse would show `<Modality.ON_SITE: 'ON_SITE'>`
            choices=None if choices is None else [str(choice) for choice in choices],
            help=self._wording.text(f"CLI-OPTION-{meaning or name}"),
        )
        return self

    def repeated(self, name: str, *, required: bool = False, meaning: str = "") -> Options:
        """Add an option that may be given several times; `meaning` names its help."""
        text = self._wording.text(f"CLI-OPTION-{meaning or name}")
        self._parser.add_argument(
            f"--{name}", action="append", default=[], required=required, help=text
        )
        return self

    def several(self, name: str) -> Options:
        """Add files of which at least one must be given."""
        text = self._wording.text(f"CLI-ARGUMENT-{name}")
        self._parser.add_argument(name, metavar="FILE", type=Path, nargs="+", help=text)
        return self

    def words(self, name: str) -> Options:
        """Add words of which at least one must be given."""
        text = self._wording.text(f"CLI-ARGUMENT-{name}")
        self._parser.add_argument(name, metavar="WORD", nargs="+", help=text)
        return self

    def numbers(self, name: str) -> Options:
        """Add numbers of things of which at least one must be given."""
        text = self._wording.text(f"CLI-ARGUMENT-{name}")
        self._parser.add_argument(name, metavar="NUMBER", type=int, nargs="+", help=text)
        return self

    def switch(self, name: str) -> Options:
        """Add an option that is there or not."""
        text = self._wording.text(f"CLI-OPTION-{name}")
        self._parser.add_argument(f"--{name}", action="store_true", help=text)
        return self


_PATHS = frozenset({"file", "folder", "out_dir", "out"})


def add_everywhere(
    parser: argparse.ArgumentParser, wording: Wording, *, default: str | None
) -> None:
    """Add what may stand before the command and after it alike."""
    parser.add_argument(
        "--workspace",
        metavar="FILE_OR_URL",
        default=default,
        help=wording.text("CLI-OPTION-workspace"),
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=default, help=wording.text("CLI-OPTION-lang")
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if default is None else default,
        help=wording.text("CLI-OPTION-json"),
    )
    parser.add_argument(
        "--today", type=_day, metavar="DATE", default=default, help=wording.text("CLI-OPTION-today")
    )


def new_parser(wording: Wording) -> tuple[Parser, Group]:
    """Return the parser and the group to which the commands are added."""
    parser = Parser(prog="jurydesk", description=wording.text("CLI-HELP"))
    parser.add_argument("--version", action="version", version=f"jurydesk {__version__}")
    add_everywhere(parser, wording, default=None)
    commands = parser.add_subparsers(metavar="COMMAND", dest="command", parser_class=Parser)
    return parser, Group(commands, wording)


def _day(text: str) -> object:
    try:
        return iso_day(text)
    except JurydeskError as error:
        raise argparse.ArgumentTypeError(text) from error
