"""The commands on one examiner: what they say of their time, and the juries they sat in."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_lines, plain
from jurydesk.cli.tables import table
from jurydesk.domain.availability import Origin
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import entry_text, term
from jurydesk.services import availability
from jurydesk.services.examiners import examiner_named, service_record
from jurydesk.wording import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.cli.call import Call
    from jurydesk.domain.availability import Absence
    from jurydesk.domain.people import Examiner
    from jurydesk.services.availability import CalendarPlan
    from jurydesk.services.ports import Desk
    from jurydesk.wording import Wording

PARTS = ("added", "kept", "removed")


def run(call: Call) -> int:
    """Show what one person said; with an option, change it unless it is a dry run."""
    options = call.options
    if options.set is not None and options.ics is not None:
        raise WrongUsage("AVAIL-ONE-SOURCE")
    with call.desk() as desk:
        person = examiner_named(desk, name=options.who)
        if options.ics is not None:
            return _read_calendar(call, desk, person)
        if options.set is not None:
            return _write(call, desk, person)
    _answer(call, _Change(person, person.absences, Origin.TYPED), ())
    return Exit.DONE


@dataclass(frozen=True, slots=True)
class _Change:
    """What one command is to make of one person's entries."""

    person: Examiner
    entries: tuple[Absence, ...]
    source: Origin
    plan: CalendarPlan | None = None


def history(call: Call) -> int:
    """Show the juries that one person sat in or will sit in, the latest first."""
    with call.desk() as desk:
        person = examiner_named(desk, name=call.options.who)
        record = service_record(desk, examiner_id=person.id)
        years = record.years_in_a_row(desk.clock.today())
    words = call.wording
    rows = [
        (
            f"{one.day} {term('half_day', one.half_day, words)}",
            one.session,
            one.jury,
            term("seat", one.seat, words),
            words.text("EXPORT-YES" if one.presided else "EXPORT-NO"),
            words.text("EXPORT-YES" if one.held else "EXPORT-NO"),
        )
        for one in record.services
    ]
    names = ("DAY", "SESSION", "JURY", "SEAT", "PRESIDED", "HELD")
    figures = {"name": person.full_name, "presided": len(record.presidencies), "years": years}
    said = words.text("CLI-HISTORY-OF", count=len(record.held), **figures)
    document = {
        "examiner": person.id,
        "name": person.full_name,
        "juries": plain(record.services),
        "years_in_a_row": years,
    }
    call.answer(document, [said, *table([words.text(f"COL-{name}") for name in names], rows)])
    return Exit.DONE


def _write(call: Call, desk: Desk, person: Examiner) -> int:
    """Nothing is stored unless every word was understood: no word may get lost."""
    today = desk.clock.today()
    read = availability.read_availability(call.options.set, today=today)
    for unread in read.unread:
        call.note(unread.issue.code, **unread.figures)
    if read.unread:
        raise WrongUsage("AVAIL-NOT-ALL-READ", {"count": len(read.unread)})
    after = availability.availability_after(person.absences, read.entries, today=today)
    return _keep(call, desk, _Change(person, after, Origin.TYPED))


def _read_calendar(call: Call, desk: Desk, person: Examiner) -> int:
    options = call.options
    plan = availability.preview_calendar(
        desk, path=options.ics, present=person.absences, months=options.months
    )
    return _keep(call, desk, _Change(person, plan.entries, Origin.CALENDAR, plan))


def _keep(call: Call, desk: Desk, change: _Change) -> int:
    if call.options.dry_run:
        _answer(call, change, ())
        return Exit.DONE
    stored = availability.save_availability(
        desk, examiner_id=change.person.id, entries=change.entries, source=change.source
    )
    _answer(call, change, finding_lines(stored.findings, call.wording))
    return Exit.DONE


def _answer(call: Call, change: _Change, findings: Iterable[str]) -> None:
    """A calendar is told by what it changes, a text by all that now holds."""
    words, plan = call.wording, change.plan
    document: dict[str, object] = {
        "examiner": change.person.id,
        "name": change.person.full_name,
        "entries": [_entry(one, words) for one in change.entries],
    }
    if plan is not None:
        document |= {part: [_entry(one, words) for one in getattr(plan, part)] for part in PARTS}
        document["ignored"] = {why.value: count for why, count in plan.reading.ignored.items()}
    lines = _plan_lines(plan, words) if plan else _lines(change, words)
    call.answer(document, [*lines, *findings])


def _entry(entry: Absence, wording: Wording) -> dict[str, object]:
    return {**_fields(entry), "text": entry_text(entry, wording)}


def _fields(entry: Absence) -> dict[str, object]:
    return {field.name: plain(getattr(entry, field.name)) for field in fields(entry)}


def _lines(change: _Change, wording: Wording) -> list[str]:
    name = change.person.full_name
    if not change.entries:
        return [wording.text("CLI-AVAIL-NOTHING", name=name)]
    said = (sentence_case(entry_text(one, wording)) for one in change.entries)
    return [name, *(f"  {text}" for text in said)]


def _plan_lines(plan: CalendarPlan, wording: Wording) -> list[str]:
    reading = plan.reading
    head = wording.text(
        "CLI-AVAIL-CALENDAR",
        file=plan.file,
        since=reading.since,
        until=reading.until,
        count=reading.events,
        ignored=sum(reading.ignored.values()),
    )
    marks = (("+", plan.added), ("=", plan.kept), ("-", plan.removed))
    return [head, *(f"{mark} {entry_text(one, wording)}" for mark, part in marks for one in part)]
