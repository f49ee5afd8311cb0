"""Commands on the path of one candidacy: where it stands, take a step, revoke a legal act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit, iso_day
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.tables import table
from jurydesk.domain.steps import StepKind
from jurydesk.finding_text import term
from jurydesk.services.journeys import journey_of, revoke_step, take_step

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.steps import Step


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("journey")
    family.command("show", show).positional("candidacy", type_=int)
    taken = family.command("take", take)
    taken.option("kind", required=True, choices=list(StepKind), meaning="step-kind")
    taken.option("day", meaning="step-day").option("reason", default="", meaning="why")
    taken.option("detail", default="")
    for subject in ("candidacy", "member", "held"):
        taken.option(subject, type_=int)
    revoked = family.command("revoke", revoke).positional("step", type_=int)
    revoked.option("reason", default="", meaning="why")


def show(call: Call) -> int:
    """Show the stages of one candidacy, what may be done next, and what was done."""
    with call.desk() as desk:
        view = journey_of(desk, candidacy_id=call.options.candidacy)
    words = call.wording
    rows = [
        (
            term("journey", stage.code, words),
            words.text(f"waiting.{stage.waiting}"),
            stage.day or "",
            ", ".join(
                term("step", option.kind, words)
                for option in view.options
                if option.kind in stage.steps and option.is_possible
            ),
        )
        for stage in view.stages
    ]
    document = {
        "candidacy": plain(view.candidacy),
        "stages": [plain(stage) for stage in view.stages],
        "steps": [
            {
                "kind": option.kind,
                "possible": option.is_possible,
                "code": option.refusal.code if option.refusal else None,
            }
            for option in view.options
        ],
        "history": [plain(step) for step in view.history],
    }
    names = ("STAGE", "STATE", "DAY", "ACT")
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def take(call: Call) -> int:
    """Take one step; exit 4 where the table of transitions refuses it."""
    options = call.options
    with call.desk() as desk:
        step = take_step(
            desk,
            kind=StepKind(options.kind),
            day=iso_day(options.day) if options.day else desk.clock.today(),
            candidacy_id=options.candidacy,
            examiner_id=options.member,
            session_id=options.held,
            reason=options.reason,
            detail=options.detail,
        ).value
    return _told(call, step)


def revoke(call: Call) -> int:
    """Revoke a legal act; its history stays."""
    with call.desk() as desk:
        step = revoke_step(desk, step_id=call.options.step, reason=call.options.reason).value
    return _told(call, step)


def _told(call: Call, step: Step) -> int:
    call.answer({"step": plain(step)}, [call.wording.text(f"ACT-STEP-{step.kind}")])
    return Exit.DONE
