"""Commands on persons: doubles, merging two files, notes, and what happened to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines, plain
from jurydesk.cli.tables import table
from jurydesk.domain.merging import FIELDS, UNITED, Take
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import event_text
from jurydesk.services import duplicates, merging, notes
from jurydesk.services.timeline import Happened, TimelineEntry, timeline_of

if TYPE_CHECKING:
    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.services.duplicates import DuplicateRow
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("duplicates")
    family.command("list", list_)
    apart = family.command("apart", tell_apart)
    apart.positional("one", type_=int).positional("other", type_=int)
    merged = commands.command("merge", merge)
    merged.positional("keep", type_=int).positional("other", type_=int).repeated("take")
    family = commands.family("note")
    family.command("add", add_note).positional("candidate", type_=int).positional("text")
    family.command("list", list_notes).positional("candidate", type_=int)
    commands.command("timeline", timeline).positional("candidate", type_=int)


def list_(call: Call) -> int:
    """List the pairs that may be one person, with what speaks for it."""
    with call.desk() as desk:
        rows = duplicates.list_duplicates(desk)
    words = call.wording
    cells = [
        (
            row.left.id,
            row.left.full_name,
            row.right.id,
            row.right.full_name,
            row.score,
            ", ".join(map(words.text, row.reasons)),
        )
        for row in rows
    ]
    names = ("NUMBER", "NAME", "NUMBER", "NAME", "LIKENESS", "REASONS")
    lines = table([words.text(f"COL-{name}") for name in names], cells)
    document = {"duplicates": [_pair(row, words) for row in rows]}
    call.answer(document, lines if rows else [words.text("DUPLICATES-NONE")])
    return Exit.DONE


def tell_apart(call: Call) -> int:
    """Remember that two candidates are not the same person."""
    options = call.options
    with call.desk() as desk:
        stored = duplicates.tell_apart(desk, one_id=options.one, other_id=options.other).value
    document = {"distinction": plain(stored)}
    call.answer(document, [call.wording.text("ACT-PEOPLE-TOLD-APART")])
    return Exit.DONE


def merge(call: Call) -> int:
    """Make one file of two; the second number is gone afterwards."""
    options = call.options
    draft = merging.MergeDraft(options.keep, options.other, _taken(options.take))
    with call.desk() as desk:
        outcome = merging.merge(desk, draft=draft)
    words = call.wording
    document = {
        "candidate": plain(outcome.value),
        "findings": finding_documents(outcome.findings, words),
    }
    said = words.text("ACT-PEOPLE-MERGED")
    call.answer(document, [said, *finding_lines(outcome.findings, words)])
    return Exit.DONE


def add_note(call: Call) -> int:
    """Write a note on a person."""
    options = call.options
    with call.desk() as desk:
        note = notes.write_note(desk, candidate_id=options.candidate, text=options.text).value
    call.answer({"note": plain(note)}, [call.wording.text("ACT-NOTE-WRITTEN")])
    return Exit.DONE


def list_notes(call: Call) -> int:
    """List the notes on a person, the newest first."""
    return _answer_entries(call, only=Happened.NOTE)


def timeline(call: Call) -> int:
    """Show everything that happened to a person, the newest first."""
    return _answer_entries(call)


def _answer_entries(call: Call, *, only: Happened | None = None) -> int:
    with call.desk() as desk:
        found = timeline_of(desk, candidate_id=call.options.candidate)
    words = call.wording
    entries = [entry for entry in found if only in {None, entry.kind}]
    cells = [(f"{e.at:%Y-%m-%d %H:%M}", e.actor, _said(e, words)) for e in entries]
    document = {"entries": [{**_document(entry), "said": _said(entry, words)} for entry in entries]}
    names = ("WHEN", "ACTOR", "EVENT")
    call.answer(document, table([words.text(f"COL-{name}") for name in names], cells))
    return Exit.DONE


def _document(entry: TimelineEntry) -> dict[str, object]:
    return {
        "kind": entry.kind.value,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "code": entry.code,
        "text": entry.text,
        "number": entry.number,
    }


def _said(entry: TimelineEntry, wording: Wording) -> str:
    said = event_text(entry.code, dict(entry.figures), wording) if entry.code else ""
    return " · ".join(filter(None, (said, " ".join(entry.text.split()))))


def _pair(row: DuplicateRow, wording: Wording) -> dict[str, object]:
    return {
        "left": plain(row.left),
        "right": plain(row.right),
        "score": row.score,
        "certain": row.is_certain,
        "reasons": list(row.reasons),
        "text": ", ".join(map(wording.text, row.reasons)),
    }


def _taken(texts: list[str]) -> dict[str, Take]:
    return dict(_choice(text) for text in texts)


def _choice(text: str) -> tuple[str, Take]:
    """Read `email=other`; `both` is for lists and remarks."""
    field, _, value = text.partition("=")
    allowed = [take for take in Take if take is not Take.BOTH or field in UNITED]
    take = next((one for one in allowed if one.lower() == value.strip().lower()), None)
    if field not in FIELDS or take is None:
        raise WrongUsage("MERGE-FIELD-UNKNOWN", {"field": text, "known": ", ".join(FIELDS)})
    return field, take
