"""Commands on acquired blocks: the ledger of a person, equivalences between successive sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.acquisitions import EquivalenceState
from jurydesk.domain.certification import Block, short_code
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import equivalences, ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.acquisitions import Equivalence
    from jurydesk.domain.ledger import Standing


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("ledger")
    family.command("show", show).positional("candidate", type_=int)
    family.command("away", away)
    recorded = family.command("record", record).positional("candidate", type_=int)
    recorded.option("certification", required=True).option("blocks", default="")
    recorded.option("on").option("route", choices=list(AccessRoute), meaning="by-route")
    recorded.option("evidence", required=True, meaning="proof")
    family = commands.family("equivalences")
    family.command("list", list_).option("certification", default="")
    family.command("propose", propose, "code")
    added = family.command("add", add, "from_block", "to_block")
    added.option("by", default="").option("reason", default="", meaning="ground")
    family.command("remove", remove).positional("equivalence", type_=int)
    for name, run in (("confirm", confirm), ("set-aside", set_aside)):
        settled = family.command(name, run).positional("equivalence", type_=int)
        settled.option("by", default="").option("reason", default="", meaning="why")
        settled.option("block", default="")
    completed = family.command("blocks", complete, "code")
    completed.repeated("titled").option("by", default="").option("source", default="")


def show(call: Call) -> int:
    """Show what a person has acquired, and where they stand with each title of the chain."""
    with call.desk() as desk:
        view = ledger.ledger_of(desk, candidate_id=call.options.candidate)
    document = {
        "candidate": plain(view.candidate),
        "entries": [plain(entry) for entry in view.entries],
        "standings": [_standing(standing) for standing in view.standings],
    }
    words = call.wording
    rows = [
        (
            standing.certification.code,
            ", ".join(sorted(map(short_code, standing.held))),
            ", ".join(short_code(proposal.block) for proposal in standing.proposals),
            ", ".join(block.short_code for block in standing.remaining)
            if standing.blocks_known
            else words.text("CLI-BLOCKS-UNKNOWN"),
        )
        for standing in view.standings
    ]
    names = ("CERTIFICATION", "ACQUIRED", "PROPOSED", "REMAINING")
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def away(call: Call) -> int:
    """List who lacks one mandatory block of a title."""
    with call.desk() as desk:
        found = ledger.one_block_away(desk)
    rows = [(one.candidate.full_name, one.certification, one.missing.code) for one in found]
    document = {"away": [plain(one) for one in found]}
    names = ("NAME", "CERTIFICATION", "REMAINING")
    call.answer(document, table([call.wording.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def record(call: Call) -> int:
    """Write down blocks that a person brings with them."""
    options = call.options
    with call.desk() as desk:
        stored = ledger.record_acquisitions(
            desk,
            candidate_id=options.candidate,
            certification=options.certification,
            blocks=[part.strip() for part in options.blocks.split(",") if part.strip()],
            acquired_on=iso_day(options.on) if options.on else None,
            route=AccessRoute(options.route) if options.route else None,
            evidence=options.evidence,
        ).value
    document = {"acquisitions": [plain(one) for one in stored]}
    call.answer(document, [call.wording.text("ACT-BLOCKS-RECORDED")])
    return Exit.DONE


def list_(call: Call) -> int:
    """List the equivalences, settled or not."""
    with call.desk() as desk:
        found = ledger.list_equivalences(desk, certification=call.options.certification)
    return _answer_equivalences(call, found)


def propose(call: Call) -> int:
    """Propose the likely equivalences of a sheet with the one that it replaces."""
    with call.desk() as desk:
        found = ledger.propose_equivalences(desk, certification=call.options.code).value
    return _answer_equivalences(call, found)


def add(call: Call) -> int:
    """Enter an equivalence; the person named answers for it."""
    options = call.options
    with call.desk() as desk:
        stored = equivalences.add_equivalence(
            desk,
            from_block=options.from_block,
            to_block=options.to_block,
            by=options.by,
            reason=options.reason,
        ).value
    call.answer({"equivalence": plain(stored)}, [call.wording.text("ACT-EQUIVALENCE-ADDED")])
    return Exit.DONE


def remove(call: Call) -> int:
    """Take an equivalence out."""
    with call.desk() as desk:
        equivalences.remove_equivalence(desk, equivalence_id=call.options.equivalence)
    document = {"removed": call.options.equivalence}
    call.answer(document, [call.wording.text("ACT-EQUIVALENCE-REMOVED")])
    return Exit.DONE


def confirm(call: Call) -> int:
    """Confirm an equivalence; the person named answers for it."""
    return _settle(call, EquivalenceState.CONFIRMED)


def set_aside(call: Call) -> int:
    """Set an equivalence aside, with a reason."""
    return _settle(call, EquivalenceState.SET_ASIDE)


def complete(call: Call) -> int:
    """Enter the blocks of a sheet that nobody has read: `--titled RNCP40642BC01=Title`."""
    options = call.options
    with call.desk() as desk:
        sheet = ledger.complete_sheet(
            desk,
            certification=options.code,
            blocks=[_block(text) for text in options.titled],
            by=options.by,
            source=options.source,
        ).value
    call.answer({"certification": plain(sheet)}, [call.wording.text("ACT-SHEET-COMPLETED")])
    return Exit.DONE


def _settle(call: Call, state: EquivalenceState) -> int:
    options = call.options
    with call.desk() as desk:
        stored = ledger.settle_equivalence(
            desk,
            equivalence_id=options.equivalence,
            state=state,
            by=options.by,
            reason=options.reason,
            to_block=options.block,
        ).value
    text = call.wording.text(f"ACT-EQUIVALENCE-{state}")
    call.answer({"equivalence": plain(stored)}, [text])
    return Exit.DONE


def _answer_equivalences(call: Call, found: Iterable[Equivalence]) -> int:
    kept = tuple(found)
    rows = [
        (
            one.id,
            one.from_block,
            one.to_block,
            one.likeness,
            term("equivalence", one.state, call.wording),
            one.settled_by,
        )
        for one in kept
    ]
    names = ("NUMBER", "OLDER", "NEWER", "LIKENESS", "STATE", "ACTOR")
    heads = [call.wording.text(f"COL-{name}") for name in names]
    call.answer({"equivalences": [plain(one) for one in kept]}, table(heads, rows))
    return Exit.DONE


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "certification": standing.certification.code,
        "blocks_known": standing.blocks_known,
        "complete": standing.is_complete,
        "credits": [plain(credit) for credit in standing.credits],
        "proposals": [plain(proposal) for proposal in standing.proposals],
        "remaining": [block.code for block in standing.remaining],
        "options": [block.code for block in standing.options],
    }


def _block(text: str) -> Block:
    code, sign, title = text.partition("=")
    optional = code.endswith("?")
    if not sign or not title.strip():
        raise WrongUsage("SHEET-BLOCK-SPELT", {"value": text})
    return Block(code.removesuffix("?").strip().upper(), title.strip(), optional=optional)
