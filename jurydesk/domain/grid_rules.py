"""The rules of grids and of double entry: who may mark what, and what contradicts the results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.deliberation import Appearance, Deliberation, Outcome
from jurydesk.domain.findings import Finding, Subject
from jurydesk.domain.grids import Grid, GridItem, Mark, items_of, proposals
from jurydesk.domain.rules import found
from jurydesk.domain.scales import Scale
from jurydesk.domain.second_entry import SecondEntry, all_differences
from jurydesk.domain.session import Hearing, Juror, Jury
from jurydesk.domain.session_facts import SessionFacts
from jurydesk.domain.voting import deliberating_jurors, recused_from

_CAME_NOT = frozenset({Appearance.ABSENT, Appearance.EXCUSED})


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """One hearing with the session around it, as the rules of its grids need it."""

    facts: SessionFacts
    deliberation: Deliberation
    hearing: Hearing
    jury: Jury

    @property
    def candidacy(self) -> Candidacy:
        """Return whom the grids evaluate."""
        return self.facts.candidacies[self.hearing.candidacy_id]

    @property
    def subject(self) -> Subject:
        """Return the candidacy as a finding names it."""
        return self.facts.candidacy_subject(self.candidacy)

    def items(self, scale: Scale) -> tuple[GridItem, ...]:
        """Return the lines of the grids."""
        candidacy = self.candidacy
        return items_of(
            candidacy,
            self.facts.sheet_of(candidacy),
            scale=scale,
            acquired=self.facts.acquired_before(candidacy.id),
        )


def check_evaluator(heard: HearingFacts, examiner_id: int | None) -> Iterator[Finding]:
    """Return why that member, or the jury as a whole (None), may not fill in a grid."""
    record = heard.deliberation.record(heard.hearing.candidacy_id)
    if record is not None and record.appearance in _CAME_NOT:
        yield found("GRID-03", heard.subject, appearance=record.appearance)
    juror = None if examiner_id is None else heard.jury.juror(examiner_id)
    if juror is not None:
        yield from _member(heard, juror)


def _member(heard: HearingFacts, juror: Juror) -> Iterator[Finding]:
    who = heard.facts.examiner_subject(juror.examiner_id)
    if not juror.deliberates:
        yield found("GRID-01", who, heard.subject, seat=juror.seat)
        return
    recused = recused_from(heard.hearing, heard.deliberation)
    if juror.examiner_id in recused or heard.facts.tie_effect(heard.candidacy, juror.examiner_id):
        yield found("GRID-02", who, heard.subject)
        return
    noted = heard.deliberation.presence(heard.jury.number, juror.examiner_id)
    if noted and juror not in deliberating_jurors(heard.jury, heard.hearing, heard.deliberation):
        yield found("GRID-06", who, heard.subject)


def check_mark(heard: HearingFacts, mark: Mark, scale: Scale) -> Iterator[Finding]:
    """Return what is wrong with a mark: a line that the grid lacks, a value off the scale."""
    codes = [item.code for item in heard.items(scale)]
    if mark.item not in codes:
        yield found("GRID-05", heard.subject, item=mark.item, allowed=_span(codes))
    if not scale.allows(mark.level, mark.points):
        value = mark.level or str(mark.points)
        yield found("GRID-04", heard.subject, value=value, allowed=scale.allowed)


def _span(codes: list[str]) -> str:
    few = 6
    return ", ".join(codes) if len(codes) <= few else f"{codes[0]} … {codes[-1]}"


def check_against_grid(heard: HearingFacts, grid: Grid) -> Iterator[Finding]:
    """Return which results contradict what the common grid proposes: the jury is sovereign."""
    record = heard.deliberation.record(heard.hearing.candidacy_id)
    if record is None or record.appearance is not Appearance.PRESENT:
        return
    for proposal in proposals(grid, heard.items(grid.scale), grid.scale):
        result = record.result(proposal.block)
        if result is None or proposal.outcome in {None, result.outcome}:
            continue
        # Where both differ, what was decided tells what was proposed
        code = "GRID-07" if result.outcome is Outcome.ACQUIRED else "GRID-08"
        yield found(code, heard.subject, block=proposal.block)


def check_second_entries(
    facts: SessionFacts,
    deliberation: Deliberation,
    entries: Iterable[SecondEntry],
    *,
    is_required: bool,
) -> tuple[Finding, ...]:
    """Return where the two entries differ; where a second one is required, whom it lacks."""
    typed = tuple(entries)
    code = "TWICE-01" if is_required else "TWICE-02"
    differing = dict.fromkeys(d.candidacy_id for d in all_differences(deliberation, typed))
    findings = [found(code, _subject(facts, number)) for number in differing]
    if is_required:
        done = {entry.candidacy_id for entry in typed}
        missing = [n for n in facts.session.standing_hearings if n not in done]
        findings += [found("TWICE-03", _subject(facts, number)) for number in missing]
    return tuple(findings)


def _subject(facts: SessionFacts, candidacy_id: int) -> Subject:
    return facts.candidacy_subject(facts.candidacies[candidacy_id])


def hearing_facts(
    facts: SessionFacts, deliberation: Deliberation, candidacy_id: int
) -> HearingFacts | None:
    """Return what concerns one hearing; None: the session does not hear that candidacy."""
    hearing = facts.session.hearing(candidacy_id)
    jury = None if hearing is None else facts.session.jury(hearing.jury)
    if hearing is None or jury is None:
        return None
    return HearingFacts(facts, deliberation, hearing, jury)
