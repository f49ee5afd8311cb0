"""Commands on the workspace as a whole: init, demo, verify, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.services import workspace
from jurydesk.services.certifications import list_certifications
from jurydesk.services.clock import SetClock, SystemClock

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.ports import StorageReport
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    commands.command("init", init).switch("demo")
    commands.command("demo", demo, "out_dir")
    commands.command("verify", verify)
    commands.command("backup", backup, "out")
    commands.command("restore", restore, "file")


def init(call: Call) -> int:
    """Create the workspace."""
    made = call.doors.create_workspace(call.location, demo=call.options.demo, clock=call.clock)
    with call.working_at(made) as desk:
        count = len(list_certifications(desk))
    # The address of a server holds a password; only a file is known by its whole path
    where = desk.storage.label if "://" in str(call.location) else str(call.location)
    document = {"workspace": desk.storage.label, "certifications": count, "demo": call.options.demo}
    call.answer(document, [call.wording.text("CLI-CREATED", place=where, count=count)])
    return Exit.DONE


def demo(call: Call) -> int:
    """Do the whole main job on a fresh workspace with fictitious people."""
    from jurydesk.services.demo import BEGINS, REPRESENTATIVE, show  # noqa: PLC0415 -- slow import

    folder: Path = call.options.out_dir
    today = (call.clock or SystemClock()).today()
    clock = SetClock(BEGINS)
    place = folder / "demo.jurydesk"
    made = call.doors.create_workspace(place, clock=clock, actor=REPRESENTATIVE)
    with call.working_at(made) as desk:
        report = show(
            desk, clock=clock, today=today, folder=folder, wording=call.wording, tell=call.note
        )
    document = {
        "workspace": str(place),
        "sessions": list(report.sessions),
        "papers": [str(path) for path in report.papers],
        "rosters": [str(path) for path in report.rosters],
    }
    lines = [call.wording.text("CLI-CREATED-DEMO", place=place)]
    call.answer(document, [*lines, *map(str, (*report.papers, *report.rosters))])
    return Exit.DONE


def verify(call: Call) -> int:
    """Check the health of the workspace."""
    with call.desk() as desk:
        report = workspace.verify(desk)
    document = {
        "sound": report.sound,
        "audit_events": report.audit_events,
        "broken_event": report.broken_event,
        "altered_minutes": list(report.altered_minutes),
        "problems": [
            {"code": code, "detail": detail, "text": call.wording.text(code, detail=detail)}
            for code, detail in report.problems
        ],
    }
    call.answer(document, _health(report, call.wording))
    return Exit.DONE if report.sound else Exit.FINDINGS


def backup(call: Call) -> int:
    """Copy the workspace and check the copy."""
    with call.desk() as desk:
        made = workspace.backup(desk, target=call.options.out)
    call.answer({"backup": str(made)}, [call.wording.text("CLI-BACKED-UP", place=made)])
    return Exit.DONE


def restore(call: Call) -> int:
    """Put a backup in the place of the workspace."""
    kept = call.doors.restore(call.options.file, call.location)
    lines = [call.wording.text("CLI-RESTORED", place=call.location)]
    if kept is not None:
        lines.append(call.wording.text("CLI-RESTORED-KEPT", place=kept))
    call.answer({"workspace": str(call.location), "kept": str(kept) if kept else None}, lines)
    return Exit.DONE


def _health(report: StorageReport, wording: Wording) -> list[str]:
    lines = [wording.text(code, detail=detail) for code, detail in report.problems]
    if report.broken_event is not None:
        lines.append(wording.text("CLI-VERIFY-BROKEN", event=report.broken_event))
    lines += [wording.text("CLI-VERIFY-ALTERED", number=n) for n in report.altered_minutes]
    return lines or [wording.text("CLI-VERIFY-SOUND", count=report.audit_events)]
