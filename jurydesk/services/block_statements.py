"""The statement of blocks (R6412-7), made out on request from the ledger of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.documents.block_table import block_pieces
from jurydesk.documents.filenames import aftermath_name
from jurydesk.domain.block_statement import AcquiredBlock
from jurydesk.domain.certification import WHOLE
from jurydesk.domain.ledger import standing_of
from jurydesk.domain.letters import LetterFrame
from jurydesk.domain.people import BirthPlace
from jurydesk.errors import RefusedByRule, WrongUsage
from jurydesk.services.facts import certification_by_code
from jurydesk.services.ledger_entries import entries_of
from jurydesk.services.letter_values import civility, name_in_letters, town_of
from jurydesk.services.letters import print_letter
from jurydesk.services.printing import PrintedPaper
from jurydesk.services.settings import settings_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jurydesk.domain.certification import Certification
    from jurydesk.domain.ledger import Credit, LedgerEntry, Standing
    from jurydesk.domain.people import Candidate
    from jurydesk.services.ports import Desk, UnitOfWork
    from jurydesk.wording import Wording


def print_block_statement(
    desk: Desk, *, candidate_id: int, wording: Wording, certification: str = ""
) -> PrintedPaper:
    """Print the blocks that a person has of a certification: over sessions, with equivalences.

    `certification` need not be named where the person has blocks of one only.

    Raises:
        WrongUsage: several certifications are concerned and none is named.
        RefusedByRule: the person has acquired nothing of it.
    """
    with desk.open_unit() as unit:
        candidate = unit.candidates.get(candidate_id)
        entries = entries_of(unit, [candidate_id]).get(candidate_id, ())
        sheet = certification_by_code(unit, certification or _only(unit, candidate, entries))
        standing = standing_of(sheet, entries, unit.equivalences.all())
        blocks = tuple(_acquired(sheet, standing, _numbers(unit, entries)))
        if not blocks:
            figures = {"candidate": candidate.full_name, "certification": sheet.code}
            raise RefusedByRule("STATEMENT-NO-BLOCK", figures)
        certifier = settings_in(unit).certifier(sheet)
        pdf = print_letter(
            unit,
            "block-statement",
            _values(candidate, sheet, standing, blocks=blocks, wording=wording),
            frame=LetterFrame(
                certifier=certifier,
                place=town_of(certifier.address),
                day=desk.clock.today(),
            ),
            wording=wording,
            pieces=block_pieces(blocks, wording=wording),
        )
    return PrintedPaper(aftermath_name("attestation-blocs", candidate_id, sheet.code), pdf)


def _only(unit: UnitOfWork, candidate: Candidate, entries: tuple[LedgerEntry, ...]) -> str:
    """Return the one certification meant: aimed at, or of which blocks were acquired."""
    aimed = [path.certification for path in unit.candidacies.of_candidate(candidate.id)]
    codes = tuple(dict.fromkeys((*aimed, *(entry.certification for entry in entries))))
    if len(codes) != 1:
        figures = {"candidate": candidate.full_name, "certifications": ", ".join(codes) or "—"}
        raise WrongUsage("STATEMENT-WHICH-CERTIFICATION", figures)
    return codes[0]


def _numbers(unit: UnitOfWork, entries: tuple[LedgerEntry, ...]) -> Mapping[tuple[str, str], str]:
    """Return the number of the minutes that count, by session and certification."""
    found: dict[tuple[str, str], str] = {}
    for code in {entry.session for entry in entries if entry.session}:
        session = unit.sessions.by_code(code)
        for one in unit.minutes.of_session(session.id) if session else ():
            found[code, one.certification] = one.number
    return found


def _acquired(
    sheet: Certification, standing: Standing, numbers: Mapping[tuple[str, str], str]
) -> Iterator[AcquiredBlock]:
    for credit in sorted(standing.credits, key=_in_order):
        entry = credit.entry
        block = sheet.block(credit.block)
        yield AcquiredBlock(
            code=sheet.code if credit.block == WHOLE else credit.block,
            title=block.title if block else sheet.title,
            acquired_on=entry.acquired_on,
            session=entry.session,
            minutes=numbers.get((entry.session, entry.certification), ""),
            evidence=entry.evidence,
            stands_for=entry.block if credit.equivalence else "",
        )


def _in_order(credit: Credit) -> str:
    return credit.block


def _values(
    candidate: Candidate,
    sheet: Certification,
    standing: Standing,
    *,
    blocks: tuple[AcquiredBlock, ...],
    wording: Wording,
) -> dict[str, object]:
    return {
        "civility": civility(candidate.sex, wording),
        "candidate": name_in_letters(candidate, wording),
        "born": _born(candidate, wording),
        "certification_title": sheet.title,
        "certification_code": sheet.code,
        "level": "" if sheet.level is None else str(sheet.level),
        "blocks_acquired": tuple(
            {
                "code": block.code,
                "title": block.title,
                "day": block.acquired_on or "",
                "session": block.session,
                "minutes": block.minutes,
            }
            for block in blocks
        ),
        "blocks_missing": tuple(
            {"code": block.code, "title": block.title} for block in standing.remaining
        ),
        "is_complete": standing.is_complete,
    }


def _born(candidate: Candidate, wording: Wording) -> str:
    born, place = candidate.birth_date, _place(candidate.birth_place)
    if born is None and candidate.birth_partial is None:
        return ""
    day = (
        wording.date(born)
        if born
        else str(candidate.birth_partial and candidate.birth_partial.text)
    )
    code = "aftermath.born" if place else "aftermath.born.no_place"
    return wording.text(f"{code}.{candidate.sex.value}", day=day, place=place)


def _place(place: BirthPlace) -> str:
    wider = place.department or place.country
    return f"{place.commune} ({wider})" if place.commune and wider else place.commune or wider
