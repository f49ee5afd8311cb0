"""The three sessions of the demonstration, held one after the other as time goes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.certification import WHOLE
from jurydesk.domain.deliberation import (
    ActingPresident,
    Appearance,
    Attendance,
    Declaration,
    HearingRecord,
    Incident,
    Outcome,
    Recusal,
    Result,
)
from jurydesk.domain.entry_conditions import Answer
from jurydesk.domain.findings import Severity, SubjectKind
from jurydesk.services.candidates import list_candidacies
from jurydesk.services.certifications import confirm_composition
from jurydesk.services.deliberating import (
    SessionResults,
    close_deliberation,
    open_deliberation,
    record_results,
)
from jurydesk.services.entry_conditions import conditions_of, settle_condition
from jurydesk.services.freezing import freeze_session
from jurydesk.services.planning import propose
from jurydesk.services.results_columns import judged_blocks
from jurydesk.services.sessions import SessionDraft, create_session, open_session

if TYPE_CHECKING:
    from jurydesk.domain.session import Hearing
    from jurydesk.services.clock import SetClock
    from jurydesk.services.ports import Desk
    from jurydesk.services.views import SessionBoard

SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Told:
    """What happened to one candidate; whoever is not named acquired everything."""

    appearance: Appearance = Appearance.PRESENT
    refused: Mapping[str, str] | None = None
    """Block (its end suffices) and why it was refused."""


ABSENT = Told(Appearance.ABSENT)
REASON_WHOLE = (
    "Le budget présenté ne distingue pas les charges sociales ; les contrats des techniciens ne "
    "sont pas maîtrisés."
)
REASON_BC02 = "Le plan de post-production ne tient pas compte des délais de livraison du diffuseur."
REASON_BC03 = "Les obligations déclaratives de la société de production ne sont pas connues."
EVIDENCE = "Dossier, pages 12 à 18, et réponses à l’oral sur ces pages."
ADVICE = "Reprendre ce point avec un cas réel et le présenter à une prochaine session."
DIPLOMA = "Copie du diplôme vue à l’inscription."
REASON_ONE_SEX = "Les membres de l’autre sexe du vivier étaient tous indisponibles ce jour."

HISTORICAL: Mapping[str, Told] = {
    "Joubert": Told(refused={WHOLE: REASON_WHOLE}),
    "Lacaze": ABSENT,
}
OF_BLOCKS: Mapping[str, Told] = {
    "Nadal": Told(refused={"BC02": REASON_BC02}),
    "Ollivier": Told(refused={"BC03": REASON_BC03}),
    "Rambaud": ABSENT,
}


def weekday(day: date) -> date:
    """Return the first Tuesday on or after a day: offices do not sit on Sundays."""
    return day + timedelta(days=(1 - day.weekday()) % 7)


def hold(desk: Desk, clock: SetClock, draft: SessionDraft, story: Mapping[str, Told]) -> None:
    """Hold a session from its creation to the closing of its deliberation."""
    prepare(desk, draft)
    day = draft.days[0]
    clock.move_to(datetime.combine(day, time(8, 30)))
    freeze_session(desk, code=draft.code, reasons=_reasons(desk, draft.code))
    clock.move_to(datetime.combine(day, time(18)))
    board = open_deliberation(desk, code=draft.code).board
    record_results(desk, code=draft.code, results=results_of(board, story))
    close_deliberation(desk, code=draft.code)
    clock.move_to(datetime.combine(day + timedelta(days=1), time(10)))


def prepare(desk: Desk, draft: SessionDraft) -> None:
    """Create a session and keep the proposal of its juries and timetable."""
    create_session(desk, draft=draft)
    propose(desk, code=draft.code, seconds=SECONDS)


def confirm(desk: Desk, codes: tuple[str, ...]) -> None:
    """Answer for the compositions that no sheet published."""
    for code in codes:
        confirm_composition(desk, code=code)


def let_in(desk: Desk, certification: str) -> None:
    """Settle the entry conditions of everybody who aims at a certification."""
    concerned: dict[str, list[int]] = {}
    for row in list_candidacies(desk):
        if row.candidacy.certification == certification:
            for group in conditions_of(desk, candidacy_id=row.key).groups:
                concerned.setdefault(group.lines[0].condition.code, []).append(row.key)
    for condition, numbers in concerned.items():
        settle_condition(
            desk, candidacy_ids=numbers, condition=condition, answer=Answer.MET, told=DIPLOMA
        )


def results_of(board: SessionBoard, story: Mapping[str, Told]) -> SessionResults:
    """Return what the secretary noted of the day."""
    attendance = tuple(
        Attendance(jury.number, juror.examiner_id, present=True)
        for jury in board.session.juries
        for juror in jury.jurors
    )
    records = tuple(_record(board, hearing, story) for hearing in board.session.hearings)
    return SessionResults(
        attendance,
        records,
        incidents=(Incident("Aucun aléa signalé."),),
        declarations=tuple(
            Declaration(note.jury, note.examiner_id, read_files=True, no_tie=True)
            for note in attendance
        ),
        acting_presidents=tuple(_acting(board)),
    )


def _acting(board: SessionBoard) -> Iterator[ActingPresident]:
    """Where a president is recused, somebody who judges all the same candidates presides."""
    session = board.session
    for jury in session.juries:
        recused = {e for h in session.hearings_of(jury.number) for e in h.recused}
        able = (j.examiner_id for j in jury.jurors if j.deliberates)
        free = next((e for e in able if e not in recused and e != jury.president_id), None)
        if jury.president_id in recused and free is not None:
            yield ActingPresident(jury.number, free, "Récusation de la présidence")


def _record(board: SessionBoard, hearing: Hearing, story: Mapping[str, Told]) -> HearingRecord:
    row = board.candidacy(hearing.candidacy_id)
    name = row.candidate.birth_name.casefold() if row else ""
    told = next((told for who, told in story.items() if who.casefold() == name), Told())
    if told.appearance is not Appearance.PRESENT:
        return HearingRecord(hearing.candidacy_id, told.appearance)
    recusals = tuple(Recusal(examiner, "Lien professionnel") for examiner in hearing.recused)
    blocks = judged_blocks(board)[hearing.candidacy_id]
    return HearingRecord(
        hearing.candidacy_id,
        told.appearance,
        results=tuple(_result(block, told) for block in blocks),
        recusals=recusals,
    )


def _result(block: str, told: Told) -> Result:
    for ending, reason in (told.refused or {}).items():
        if block.endswith(ending):
            return Result(block, Outcome.REFUSED, reason, EVIDENCE, ADVICE)
    return Result(block, Outcome.ACQUIRED)


def _reasons(desk: Desk, code: str) -> Mapping[int, str]:
    """Answer for the juries of one sex only, if the pool of the demonstration makes any."""
    board = open_session(desk, code=code)
    numbers = [
        subject.id
        for finding in board.findings
        if finding.severity is Severity.NEEDS_REASON
        for subject in finding.subjects
        if subject.kind is SubjectKind.JURY
    ]
    return dict.fromkeys(numbers, REASON_ONE_SEX)
