"""Commands on entry conditions: those of a sheet, and what is found of them in a candidacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, numbers_in
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.entry_conditions import Answer, ConditionKind, EntryCondition
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import entry_conditions as conditions
from jurydesk.services.certifications import show_certification

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("conditions")
    family.command("list", list_, "code")
    put = family.command("put", put_, "code").option("condition", default="")
    put.option("kind", required=True, choices=list(ConditionKind), meaning="condition-kind")
    put.option("wording", required=True).option("routes", default="")
    put.option("threshold", type_=int).option("source", default="", meaning="condition-source")
    put.option("alternative", default="")
    family.command("remove", remove, "code", "condition")
    family.command("show", show).positional("candidacy", type_=int)
    settled = family.command("settle", settle, "condition")
    settled.option("candidacies", required=True, meaning="settled-candidacies")
    settled.option("answer", required=True, choices=list(Answer), meaning="condition-answer")
    settled.option("reason", default="", meaning="proof-or-why").option("by", default="")


def list_(call: Call) -> int:
    """List the entry conditions of one sheet."""
    with call.desk() as desk:
        sheet = show_certification(desk, code=call.options.code).certification
    words = call.wording
    rows = [
        (
            one.code,
            term("condition_kind", one.kind, words),
            one.threshold or "",
            one.wording,
            ", ".join(term("route", route, words) for route in one.routes),
            one.instead_of,
        )
        for one in sheet.conditions
    ]
    names = ("CODE", "KIND", "THRESHOLD", "CONDITION", "ROUTES", "ALTERNATIVE")
    document = {"certification": sheet.code, "conditions": plain(sheet.conditions)}
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def put_(call: Call) -> int:
    """Add an entry condition, or change one."""
    options = call.options
    condition = EntryCondition(
        code=options.condition,
        kind=ConditionKind(options.kind),
        wording=options.wording,
        routes=_routes(options.routes),
        threshold=options.threshold,
        source=options.source,
        instead_of=options.alternative,
    )
    with call.desk() as desk:
        stored = conditions.put_condition(
            desk, certification=options.code, condition=condition
        ).value
    call.answer({"condition": plain(stored)}, [call.wording.text("ACT-CONDITION-SAVED")])
    return Exit.DONE


def remove(call: Call) -> int:
    """Take an entry condition out of a sheet."""
    options = call.options
    with call.desk() as desk:
        conditions.remove_condition(desk, certification=options.code, condition=options.condition)
    document = {"removed": options.condition}
    call.answer(document, [call.wording.text("ACT-CONDITION-REMOVED")])
    return Exit.DONE


def show(call: Call) -> int:
    """Show how the entry conditions stand for one candidacy."""
    with call.desk() as desk:
        view = conditions.conditions_of(desk, candidacy_id=call.options.candidacy)
    words = call.wording
    rows = [
        (
            line.condition.code,
            line.condition.wording,
            term("condition_answer", line.answer.answer if line.answer else "OPEN", words),
            line.answer.told if line.answer else "",
            line.answer.by if line.answer else "",
        )
        for group in view.groups
        for line in group.lines
    ]
    document = {
        "candidacy": view.candidacy.id,
        "conditions": [
            {"settled": group.lets_in, "lines": [plain(line) for line in group.lines]}
            for group in view.groups
        ],
    }
    names = ("CODE", "CONDITION", "STATE", "DETAIL", "ACTOR")
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def settle(call: Call) -> int:
    """Say whether a candidacy meets a condition, or is let in without it."""
    options = call.options
    answer = Answer(options.answer)
    with call.desk() as desk:
        stored = conditions.settle_condition(
            desk,
            candidacy_ids=numbers_in(options.candidacies),
            condition=options.condition,
            answer=answer,
            told=options.reason,
            by=options.by,
        ).value
    document = {
        "candidacies": [
            {"candidacy": one.id, "conditions": plain(one.conditions)} for one in stored
        ]
    }
    call.answer(document, [call.wording.text(f"ACT-CONDITION-{answer}")])
    return Exit.DONE


def _routes(text: str) -> tuple[AccessRoute, ...]:
    """Read routes by their codes; none named: every one but that by experience."""
    named = [part.strip().upper() for part in text.split(",") if part.strip()]
    if not named:
        return tuple(route for route in AccessRoute if route is not AccessRoute.EXPERIENCE)
    try:
        return tuple(map(AccessRoute, named))
    except ValueError:
        raise WrongUsage("CONDITION-ROUTES", {"value": text}) from None
