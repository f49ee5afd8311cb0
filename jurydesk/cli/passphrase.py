"""The passphrase of the national numbers: asked for at the terminal, or from the environment."""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.errors import WrongUsage
from jurydesk.services.national_numbers import change_passphrase, set_passphrase, vault_state

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group

OLD = "JURYDESK_PASSPHRASE"
NEW = "JURYDESK_NEW_PASSPHRASE"
"""Never an option: what stands in a command is read by every program of the machine."""


def add_to(commands: Group) -> None:
    """Add the command to the family of the settings."""
    commands.command("passphrase", passphrase)


def passphrase(call: Call) -> int:
    """Choose the passphrase of the office, or change it and seal every number anew."""
    with call.desk() as desk:
        if vault_state(desk).is_set_up:
            old = _secret(call, OLD, "CLI-ASK-PASSPHRASE")
            new = _secret(call, NEW, "CLI-ASK-NEW-PASSPHRASE")
            outcome = change_passphrase(desk, old=old, new=new)
        else:
            new = _secret(call, NEW, "CLI-ASK-NEW-PASSPHRASE")
            outcome = set_passphrase(desk, passphrase=new)
    call.answer({"vault": asdict(outcome.value)}, [call.wording.text(outcome.label)])
    return Exit.DONE


def _secret(call: Call, variable: str, question: str) -> str:
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise WrongUsage("PASSPHRASE-NOT-GIVEN", {"variable": variable})
    return getpass.getpass(f"{call.wording.text(question)} ", stream=sys.stderr)
