"""Commands on one claim or several: lines, receipts, and the way from the draft to the money."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import finding_documents, finding_lines, plain
from jurydesk.domain.expenses import ExpenseKind
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import expense_claims, expense_receipts, expense_steps
from jurydesk.services.expense_claims import LineDraft
from jurydesk.services.expense_rates import amount_from, quantity_from
from jurydesk.services.expenses import read_expense

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.expenses import Claim
    from jurydesk.services.outcome import Outcome

Claims = tuple["Claim", ...]


def add_to(family: Group) -> None:
    """Add the commands on claims to the family `expenses`."""
    filled = family.command("line", line).positional("claim", type_=int)
    filled.option("number", type_=int, meaning="expense-line").switch("remove")
    filled.option("day", type_=iso_day)
    filled.option("kind", choices=list(ExpenseKind), meaning="expense-kind")
    filled.option("quantity", meaning="expense-quantity").option("amount", meaning="expense-spent")
    filled.option("note", meaning="expense-note").switch("unproved")
    attached = family.command("attach", attach).positional("claim", type_=int).several("files")
    attached.option("line", type_=int, default=0, meaning="expense-line")
    for name, run in (("detach", detach), ("save", save)):
        options = family.command(name, run)
        options.positional("claim", type_=int).positional("receipt", type_=int)
        if name == "save":
            options.positional("out")
    _add_steps(family)


def _add_steps(family: Group) -> None:
    family.command("remove", remove).numbers("claims")
    family.command("submit", submit).numbers("claims").option("day", type_=iso_day)
    family.command("check", check).numbers("claims")
    family.command("refuse", refuse).numbers("claims").option(
        "reason", required=True, meaning="expense-reason"
    )
    family.command("reopen", reopen).numbers("claims")
    paid = family.command("pay", pay).numbers("claims")
    paid.option("amount", meaning="expense-paid").option(
        "reference", default="", meaning="expense-reference"
    )
    paid.option("day", type_=iso_day).switch("back")


def line(call: Call) -> int:
    """Add a line to a claim, fill in one anew (`--number`), or take it out (`--remove`)."""
    options = call.options
    number = options.number
    with call.desk() as desk:
        if options.remove:
            numbers = [] if number is None else [number]
            outcome = expense_claims.remove_lines(desk, claim_id=options.claim, numbers=numbers)
        elif number is None:
            draft = _draft(call, None)
            outcome = expense_claims.add_line(desk, claim_id=options.claim, line=draft)
        else:
            claim = read_expense(desk, claim_id=options.claim).claim
            outcome = expense_claims.change_line(
                desk, claim_id=options.claim, number=number, line=_draft(call, claim)
            )
    return _changed(call, outcome)


def attach(call: Call) -> int:
    """Attach receipts to a line of a claim."""
    options = call.options
    files = [expense_receipts.read_receipt_file(path) for path in options.files]
    with call.desk() as desk:
        outcome = expense_receipts.attach_receipts(
            desk, claim_id=options.claim, line=options.line, files=files
        )
    return _changed(call, outcome)


def detach(call: Call) -> int:
    """Take a receipt out of a claim."""
    options = call.options
    with call.desk() as desk:
        outcome = expense_receipts.detach_receipts(
            desk, claim_id=options.claim, numbers=[options.receipt]
        )
    return _changed(call, outcome)


def save(call: Call) -> int:
    """Write a receipt to a file, or into a folder under its own name."""
    options = call.options
    with call.desk() as desk:
        place = expense_receipts.save_receipt(
            desk, claim_id=options.claim, number=options.receipt, place=options.out
        )
    call.answer({"file": str(place)}, [str(place)])
    return Exit.DONE


def remove(call: Call) -> int:
    """Throw claims away that were not handed in."""
    with call.desk() as desk:
        gone = expense_claims.remove_claims(desk, claim_ids=call.options.claims)
    return _moved(call, gone)


def submit(call: Call) -> int:
    """Hand claims in."""
    options = call.options
    with call.desk() as desk:
        return _moved(call, expense_steps.submit(desk, claim_ids=options.claims, day=options.day))


def check(call: Call) -> int:
    """Find claims right."""
    with call.desk() as desk:
        return _moved(call, expense_steps.check(desk, claim_ids=call.options.claims))


def refuse(call: Call) -> int:
    """Refuse claims, with a reason."""
    options = call.options
    with call.desk() as desk:
        outcome = expense_steps.refuse(desk, claim_ids=options.claims, reason=options.reason)
    return _moved(call, outcome)


def reopen(call: Call) -> int:
    """Take claims up again."""
    with call.desk() as desk:
        return _moved(call, expense_steps.reopen(desk, claim_ids=call.options.claims))


def pay(call: Call) -> int:
    """Write down a payment; with `--back`, strike the last one."""
    options = call.options
    with call.desk() as desk:
        if options.back:
            outcome = expense_steps.take_payment_back(desk, claim_ids=options.claims)
            return _moved(call, outcome)
        outcome = expense_steps.pay(
            desk,
            claim_ids=options.claims,
            day=options.day,
            reference=options.reference,
            amount=None if options.amount is None else amount_from(options.amount),
        )
    return _moved(call, outcome)


def _draft(call: Call, before: Claim | None) -> LineDraft:
    """Return a line as the options say; of one that is there what is not said stays."""
    options = call.options
    if before is not None:
        there = expense_claims.line_of(before, options.number)
        draft = LineDraft(
            there.day, there.kind, there.quantity, there.claimed, there.needs_receipt, there.note
        )
    elif options.day is None or options.kind is None:
        raise WrongUsage("EXPENSE-LINE-INCOMPLETE")
    else:
        draft = LineDraft(options.day, ExpenseKind(options.kind))
    said: dict[str, object] = {
        "day": options.day,
        "kind": ExpenseKind(options.kind) if options.kind else None,
        "quantity": quantity_from(options.quantity) if options.quantity else None,
        "claimed": amount_from(options.amount) if options.amount else None,
        "needs_receipt": False if options.unproved else None,
        "note": options.note,
    }
    changed = {name: value for name, value in said.items() if value is not None}
    return replace(draft, **changed)  # type: ignore[arg-type]  # -- keywords from data


def _changed(call: Call, outcome: Outcome[Claim]) -> int:
    words = call.wording
    document = {
        "claim": plain(outcome.value),
        "due": float(outcome.value.due),
        "findings": finding_documents(outcome.findings, words),
    }
    told = words.text(
        "CLI-EXPENSES-CHANGED", number=outcome.value.id, due=_due(call, outcome.value)
    )
    call.answer(document, [told, *finding_lines(outcome.findings, words)])
    return Exit.DONE


def _moved(call: Call, outcome: Outcome[Claims]) -> int:
    words = call.wording
    document = {
        "claims": [plain(claim) for claim in outcome.value],
        "findings": finding_documents(outcome.findings, words),
    }
    lines = [
        words.text(
            "CLI-EXPENSES-MOVED",
            number=claim.id,
            state=term("claim", claim.status, words),
            due=_due(call, claim),
            left=words.money(claim.outstanding),
        )
        for claim in outcome.value
    ]
    call.answer(document, [*lines, *finding_lines(outcome.findings, words)])
    return Exit.DONE


def _due(call: Call, claim: Claim) -> str:
    return call.wording.money(claim.due)
