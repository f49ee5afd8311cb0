"""Commands on parchments: issued for good, listed as a register, printed, duplicated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day, numbers_in
from jurydesk.cli.tables import table
from jurydesk.finding_text import term
from jurydesk.services import parchments, printing
from jurydesk.services.after_papers import print_parchment
from jurydesk.services.register_export import export_register

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.parchments import Parchment
    from jurydesk.services.parchments import Awaited, RegisterLine


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("parchments")
    issued = family.command("issue", issue, "code").option("candidacies", meaning="parchment-for")
    issued.option("on", type_=iso_day, meaning="parchment-on")
    family.command("list", list_).option("out", type_=Path, meaning="register-file")
    copied = family.command("duplicate", duplicate).positional("parchment")
    copied.option("why", required=True).option("on", type_=iso_day, meaning="parchment-on")
    family.command("print", print_).positional("parchment").positional("out")


def issue(call: Call) -> int:
    """Issue the parchments of a session, for good."""
    options = call.options
    named = None if options.candidacies is None else numbers_in(options.candidacies)
    with call.desk() as desk:
        stored = parchments.issue_parchments(
            desk, code=options.code, candidacies=named, delivered_on=options.on
        ).value
    return _tell(call, *stored)


def list_(call: Call) -> int:
    """List the register and who waits; a number that is missing makes it a finding."""
    options, words = call.options, call.wording
    with call.desk() as desk:
        if options.out:
            export_register(desk, path=options.out, wording=words)
        register = parchments.read_register(desk)
    names = ("NUMBER", "HOLDER", "CERTIFICATION", "DELIVERED", "DUPLICATE", "STATE")
    cells = [
        (
            one.parchment.number,
            one.parchment.content.holder,
            one.parchment.content.certification,
            one.parchment.delivered_on,
            one.parchment.duplicate_of,
            term("parchment_mark", one.mark, words),
        )
        for one in register.lines
    ]
    lines = table([words.text(f"COL-{name}") for name in names], cells)
    waiting = [
        words.text("REGISTER-AWAITED", candidate=one.candidate.full_name, session=one.session.code)
        for one in register.awaited
    ]
    missing = [words.text("REGISTER-MISSING", number=number) for number in register.missing]
    document = {
        "register": [_line(one) for one in register.lines],
        "awaited": [_awaited(one) for one in register.awaited],
        "missing": list(register.missing),
    }
    call.answer(document, [*(lines if cells else ()), *waiting, *missing])
    return Exit.FINDINGS if register.missing else Exit.DONE


def duplicate(call: Call) -> int:
    """Make out a duplicate of a parchment."""
    options = call.options
    with call.desk() as desk:
        stored = parchments.issue_duplicate(
            desk, number=options.parchment, reason=options.why, delivered_on=options.on
        ).value
    return _tell(call, stored)


def print_(call: Call) -> int:
    """Print one line of the register."""
    options = call.options
    with call.desk() as desk:
        paper = print_parchment(desk, number=options.parchment, wording=call.wording)
    printing.write_paper(options.out, paper)
    call.answer({"file": str(options.out)}, [str(options.out)])
    return Exit.DONE


def _tell(call: Call, *stored: Parchment) -> int:
    lines = [
        call.wording.text(
            "REGISTER-ISSUED", number=one.number, holder=one.content.holder, day=one.delivered_on
        )
        for one in stored
    ]
    call.answer({"parchments": [_parchment(one) for one in stored]}, lines)
    return Exit.DONE


def _parchment(one: Parchment) -> dict[str, object]:
    return {
        "number": one.number,
        "candidacy": one.candidacy_id,
        "holder": one.content.holder,
        "certification": one.content.certification,
        "minutes": one.content.minutes,
        "delivered_on": one.delivered_on.isoformat(),
        "duplicate_of": one.duplicate_of,
        "reason": one.reason,
        "hash": one.content_hash,
    }


def _line(line: RegisterLine) -> dict[str, object]:
    return {**_parchment(line.parchment), "session": line.session.code, "mark": line.mark.value}


def _awaited(one: Awaited) -> dict[str, object]:
    return {
        "session": one.session.code,
        "candidacy": one.candidacy_id,
        "candidate": one.candidate.full_name,
        "certification": one.certification,
        "decided_on": one.decided_on.isoformat(),
        "minutes": one.minutes,
    }
