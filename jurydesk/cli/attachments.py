"""Commands on the documents of a file: checklist, attach, take out, save, purge at their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import finding_documents, finding_lines, plain
from jurydesk.cli.tables import table
from jurydesk.domain.requirements import CODES, Weight
from jurydesk.domain.routes import AccessRoute
from jurydesk.finding_text import term
from jurydesk.services import attachments
from jurydesk.services.document_contents import save_document
from jurydesk.services.document_lists import DocumentsView, documents_of, insist
from jurydesk.services.document_purge import PurgePreview, preview_purge, purge_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.attachments import Attachment
    from jurydesk.domain.requirements import ChecklistLine
    from jurydesk.wording import Wording


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    family = commands.family("attachments")
    family.command("list", list_).positional("candidacy", type_=int)
    attached = family.command("attach", attach).positional("candidacy", type_=int)
    attached.several("files").option("kind", default="", choices=CODES, meaning="document-kind")
    attached.option("note", default="")
    described = family.command("describe", describe).positional("attachment", type_=int)
    described.option("name").option("kind", choices=CODES, meaning="document-kind")
    described.option("note").option("candidacy", type_=int)
    family.command("detach", detach).positional("attachment", type_=int)
    saved = family.command("save", save).positional("attachment", type_=int)
    saved.positional("out")
    family.command("purge", purge).switch("confirm")
    weighed = family.command("insist", weigh, "document")
    weighed.option("weight", required=True, choices=list(Weight))
    weighed.option("certification", default="*").option("route", choices=list(AccessRoute))


def list_(call: Call) -> int:
    """List what the file of a candidacy holds and lacks."""
    with call.desk() as desk:
        view = documents_of(desk, candidacy_id=call.options.candidacy)
    words = call.wording
    document = {
        "candidacy": view.candidacy.id,
        "checklist": [_line(line) for line in view.lines],
        "documents": [_document(one, view) for one in view.documents],
        "findings": finding_documents(view.findings, words),
    }
    lines = [*_checklist(view, words), "", *_documents(view, words)]
    call.answer(document, [*lines, *finding_lines(view.findings, words)])
    return Exit.DONE


def attach(call: Call) -> int:
    """Put files into the file of a candidacy, all of them or none."""
    options = call.options
    papers = [
        attachments.read_paper(path, requirement=options.kind, note=options.note)
        for path in options.files
    ]
    with call.desk() as desk:
        view = documents_of(desk, candidacy_id=options.candidacy)
        outcome = attachments.attach(
            desk, candidate_id=view.candidate.id, candidacy_id=options.candidacy, papers=papers
        )
    done, words = outcome.value, call.wording
    document = {
        "attached": [plain(one) for one in done.stored],
        "known": [plain(one) for one in done.known],
        "findings": finding_documents(outcome.findings, words),
    }
    lines = [words.text("CLI-ATTACHED", number=one.id, name=one.name) for one in done.stored]
    lines += [words.text("CLI-ATTACHED-KNOWN", number=one.id, name=one.name) for one in done.known]
    call.answer(document, [*lines, *finding_lines(outcome.findings, words)])
    return Exit.DONE


def describe(call: Call) -> int:
    """Give a document another name, kind or note."""
    options = call.options
    with call.desk() as desk:
        after = attachments.describe(
            desk,
            attachment_id=options.attachment,
            name=options.name,
            requirement=options.kind,
            candidacy_id=options.candidacy,
            note=options.note,
        ).value
    call.answer({"attachment": plain(after)}, [call.wording.text("ACT-DOCUMENT-CHANGED")])
    return Exit.DONE


def detach(call: Call) -> int:
    """Take a document out of its file."""
    with call.desk() as desk:
        (gone,) = attachments.detach(desk, attachment_ids=[call.options.attachment]).value
    call.answer({"detached": plain(gone)}, [call.wording.text("ACT-DOCUMENT-REMOVED")])
    return Exit.DONE


def save(call: Call) -> int:
    """Write a document to a file, or into a folder under its own name."""
    options = call.options
    with call.desk() as desk:
        place = save_document(desk, attachment_id=options.attachment, place=options.out)
    call.answer({"file": str(place)}, [str(place)])
    return Exit.DONE


def purge(call: Call) -> int:
    """Show what is past its time; with `--confirm`, destroy it and say what proves it."""
    words = call.wording
    with call.desk() as desk:
        preview = preview_purge(desk)
        if not preview.count:
            nothing = {"purged": False, **_preview(preview)}
            call.answer(nothing, [words.text("CLI-PURGE-NOTHING")])
        elif call.options.confirm:
            proof = purge_documents(desk, seen=preview).value
            figures = {"count": proof.documents, "day": proof.day, "event": proof.event}
            document = {"purged": True, **_preview(preview), "proof": plain(proof)}
            call.answer(document, [words.text("CLI-PURGED", **figures), *proof.digests])
        else:
            orphans = words.text("CLI-PURGE-ORPHANS", count=len(preview.orphans))
            call.answer({"purged": False, **_preview(preview)}, [*_past(preview, words), orphans])
    return Exit.DONE


def weigh(call: Call) -> int:
    """Say how much a document is insisted on."""
    options = call.options
    weight = Weight(options.weight)
    with call.desk() as desk:
        key = insist(
            desk,
            document=options.document.upper(),
            weight=weight,
            certification=options.certification,
            route=AccessRoute(options.route) if options.route else None,
        ).value
    call.answer({"setting": key, "weight": weight}, [call.wording.text("ACT-SETTINGS-SAVED")])
    return Exit.DONE


def _line(line: ChecklistLine) -> dict[str, object]:
    asked = line.requirement
    return {
        "document": asked.code,
        "purpose": asked.purpose,
        "weight": asked.weight,
        "standing": line.presence,
        "attachments": [one.id for one in line.documents],
        "superseded": [one.id for one in line.older],
    }


def _document(one: Attachment, view: DocumentsView) -> dict[str, object]:
    return {"attachment": plain(one), "keep_until": plain(view.keeping[one.id].last)}


def _checklist(view: DocumentsView, words: Wording) -> list[str]:
    rows = [
        (
            term("document", line.requirement.code, words),
            term("purpose", view.purpose_of(line.requirement), words),
            term("insisted", line.requirement.weight, words),
            term("presence", line.presence, words),
        )
        for line in view.lines
    ]
    return table(_heads(words, ("DOCUMENT", "PURPOSE", "WEIGHT", "STATE")), rows)


def _documents(view: DocumentsView, words: Wording) -> list[str]:
    rows = [
        (
            one.id,
            one.name,
            term("document", one.requirement or "OTHER", words),
            one.size,
            words.short_date(one.added_at.date()),
            one.added_by,
            _until(view, one, words),
        )
        for one in view.documents
    ]
    heads = _heads(words, ("NUMBER", "NAME", "DOCUMENT", "SIZE", "WHEN", "ACTOR", "KEEP"))
    return table(heads, rows)


def _until(view: DocumentsView, one: Attachment, words: Wording) -> str:
    last = view.keeping[one.id].last
    return words.short_date(last) if last else ""


def _preview(preview: PurgePreview) -> dict[str, object]:
    return {
        "expired": [
            {
                "attachment": one.keeping.attachment.id,
                "candidate": one.candidate.full_name,
                "data": one.keeping.data,
                "keep_until": plain(one.keeping.last),
                "digest": one.keeping.attachment.digest,
            }
            for one in preview.expired
        ],
        "orphans": list(preview.orphans),
        "claims": [
            {
                "claim": one.keeping.claim.id,
                "examiner": one.examiner.full_name,
                "session": one.keeping.session.code,
                "keep_until": plain(one.keeping.last),
            }
            for one in preview.claims
        ],
    }


def _past(preview: PurgePreview, words: Wording) -> Iterator[str]:
    rows = [
        (
            one.keeping.attachment.id,
            one.candidate.full_name,
            one.keeping.attachment.name,
            term("retention", one.keeping.data, words),
            words.short_date(one.keeping.last) if one.keeping.last else "",
        )
        for one in preview.expired
    ]
    heads = _heads(words, ("NUMBER", "CANDIDATE", "DOCUMENT", "DATA", "KEEP"))
    yield from table(heads, rows) if rows else ()
    of_claims = [
        (
            one.keeping.claim.id,
            one.examiner.full_name,
            one.keeping.session.code,
            words.short_date(one.keeping.last) if one.keeping.last else "",
        )
        for one in preview.claims
    ]
    heads = _heads(words, ("NUMBER", "EXAMINER", "SESSION", "KEEP"))
    yield from table(heads, of_claims) if of_claims else ()


def _heads(words: Wording, names: Iterable[str]) -> list[str]:
    return [words.text(f"COL-{name}") for name in names]
