"""Commands on the rosters: candidates and examiners, in and out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jurydesk.cli import availability, rights
from jurydesk.cli.call import Exit
from jurydesk.cli.documents_as_json import plain
from jurydesk.cli.import_document import import_document, import_lines
from jurydesk.cli.tables import table
from jurydesk.domain.partial_date import PartialDate
from jurydesk.domain.routes import AccessRoute
from jurydesk.errors import WrongUsage
from jurydesk.finding_text import term
from jurydesk.services import candidates, examiners, exports, imports
from jurydesk.services.imports import RosterKind, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jurydesk.cli.call import Call
    from jurydesk.cli.parser import Group
    from jurydesk.domain.people import Candidate
    from jurydesk.services.views import CandidateFile


def add_to(commands: Group) -> None:
    """Add the commands of this group."""
    pool = commands.family("examiners")
    _import_into(pool, RosterKind.EXAMINERS)
    pool.command("export", export_examiners, "file")
    pool.command("template", partial(template, write=exports.examiner_template), "file")
    pool.command("show", show_examiners, "query")
    pool.command("history", availability.history, "who")
    rights.add_to(pool)
    options = pool.command("availability", availability.run, "who")
    options.option("set").option("ics", type_=Path).switch("dry-run")
    options.option("months", type_=int)
    people = commands.family("candidates")
    _import_into(people, RosterKind.CANDIDATES)
    options = people.command("export", export_candidates, "file")
    options.option("session").option("route").option("certification")
    people.command("template", partial(template, write=exports.candidate_template), "file")
    people.command("show", show_candidates, "query")
    people.command("remove", remove_candidate).positional("candidate", type_=int)


def import_roster(call: Call, *, kind: RosterKind) -> int:
    """Read a roster, say what becomes of each row, and take it over unless it is a dry run."""
    options = call.options
    with call.desk() as desk:
        roster = imports.open_roster(path=options.file, kind=kind)
        choices = imports.choices_of(sheet=options.sheet, column_map=options.map)
        seen = imports.preview_roster(desk, roster=roster, choices=choices)
        if options.alike is not None:
            decided = imports.decide_doubtful(seen, _verdict(options.alike))
            seen = imports.preview_roster(desk, roster=roster, choices=decided)
        if options.report is not None:
            # First: an import whose report cannot be written is not to be done
            imports.write_report(
                seen, path=options.report, wording=call.wording, column_map=options.map
            )
        ties = 0
        applied = not options.dry_run
        if applied:
            ties = imports.apply_import(desk, preview=seen).value.ties
    document = import_document(seen, call.wording)
    document |= {"applied": applied, "ties": ties}
    call.answer(document, import_lines(seen, call.wording, applied=applied, ties=ties))
    return Exit.FINDINGS if seen.needs_attention else Exit.DONE


def export_candidates(call: Call) -> int:
    """Write a roster of candidacies; with `--session`, that of one session."""
    options = call.options
    with call.desk() as desk:
        count = exports.export_candidates(
            desk,
            path=options.file,
            wording=call.wording,
            session_code=options.session or "",
            route=_route(options.route),
            certification=options.certification or "",
        )
    return _written(call, count)


def export_examiners(call: Call) -> int:
    """Write the pool."""
    with call.desk() as desk:
        count = exports.export_examiners(desk, path=call.options.file, wording=call.wording)
    return _written(call, count)


def template(call: Call, *, write: Callable[..., None]) -> int:
    """Write an empty roster with the headings that an import knows."""
    write(path=call.options.file, wording=call.wording)
    return _written(call, 0)


def show_candidates(call: Call) -> int:
    """Show everything stored of the candidates who match."""
    with call.desk() as desk:
        files = candidates.find_candidates(desk, query=call.options.query)
    words = call.wording
    names = ("NAME", "BORN", "CERTIFICATION", "ROUTE", "STAGE", "SESSION")
    rows = [
        (
            file.candidate.full_name,
            _born(file.candidate),
            row.candidacy.certification,
            term("route", row.candidacy.route, words),
            term("stage", row.stage, words),
            row.session_code,
        )
        for file in files
        for row in file.candidacies
    ]
    document = {"candidates": [_file_document(file) for file in files]}
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def remove_candidate(call: Call) -> int:
    """Delete a person with candidacies and ties, unless a jury has heard them."""
    number = call.options.candidate
    with call.desk() as desk:
        candidates.remove_candidate(desk, candidate_id=number)
    text = call.wording.text("CLI-CANDIDATE-REMOVED", candidate=number)
    call.answer({"candidate": number, "removed": True}, [text])
    return Exit.DONE


def show_examiners(call: Call) -> int:
    """Show everything stored of the examiners who match."""
    with call.desk() as desk:
        found = examiners.find_examiners(desk, query=call.options.query)
    words = call.wording
    names = ("NAME", "SEATS", "ORGANISATION", "MANDATE", "EMAIL")
    rows = [
        (
            person.full_name,
            ", ".join(term("seat", q.seat, words) for q in person.qualifications),
            person.organisation,
            max((mandate.end for mandate in person.mandates), default=""),
            person.email,
        )
        for person in found
    ]
    document = {"examiners": [plain(person) for person in found]}
    call.answer(document, table([words.text(f"COL-{name}") for name in names], rows))
    return Exit.DONE


def _import_into(family: Group, kind: RosterKind) -> None:
    options = family.command("import", partial(import_roster, kind=kind), "file")
    options.option("sheet").option("map", type_=Path).switch("dry-run")
    options.option("report", type_=Path).option("alike")


def _route(named: str | None) -> AccessRoute | None:
    if not named:
        return None
    try:
        return AccessRoute(named.upper())
    except ValueError as error:
        known = ", ".join(AccessRoute)
        raise WrongUsage("ROUTE-UNKNOWN", {"route": named, "known": known}) from error


def _verdict(named: str) -> Verdict:
    """Read what is to become of rows whose person may be known already."""
    verdicts = {"new": Verdict.NEW, "skip": Verdict.SKIP, "same": Verdict.SAME}
    if named not in verdicts:
        raise WrongUsage("IMPORT-ALIKE-UNKNOWN", {"given": named, "known": ", ".join(verdicts)})
    return verdicts[named]


def _written(call: Call, count: int) -> int:
    place = str(call.options.file)
    text = call.wording.text("CLI-WRITTEN", place=place, count=count)
    call.answer({"file": place, "rows": count}, [text])
    return Exit.DONE


def _file_document(file: CandidateFile) -> dict[str, object]:
    ties = [{"examiner": examiner.full_name, **_as_dict(plain(tie))} for tie, examiner in file.ties]
    rows = [
        {
            **_as_dict(plain(row.candidacy)),
            "stage": row.stage,
            "session": row.session_code,
            "findings": [finding.code for finding in row.findings],
        }
        for row in file.candidacies
    ]
    return {**_as_dict(plain(file.candidate)), "candidacies": rows, "ties": ties}


def _as_dict(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def _born(person: Candidate) -> date | str:
    born = person.born
    return born.iso if isinstance(born, PartialDate) else born or ""
