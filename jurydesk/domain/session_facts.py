"""Everything that the rules of a session look at, gathered once by the caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification, Composition
from jurydesk.domain.findings import Subject, SubjectKind
from jurydesk.domain.ledger import Credit
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.release import Person
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.service_record import NO_PAST, YEAR, PastYear
from jurydesk.domain.session import Hearing, Juror, Jury, Session
from jurydesk.domain.sites import NOWHERE, SiteMap, Stay
from jurydesk.domain.subjects import of_candidacy, of_examiner
from jurydesk.domain.summons import Summons
from jurydesk.domain.ties import Tie, TieEffect, effect


@dataclass(frozen=True, slots=True)
class Limits:
    """Figures that no text fixes and that an administrator sets."""

    quorum: int = 2
    """How many members must deliberate on each candidate; D6412-6 wants two persons at least."""
    consecutive_years: int = 5
    """How many years on end a person should hold a mandate."""
    yearly_juries: int | None = None
    """How many juries a person should sit in per calendar year; None: as many as needed."""
    only_given_answers: bool = False
    """Whether nobody is seated on a half-day that they said nothing of."""


# Without slots, which leave no room for cached properties
@dataclass(frozen=True)
class SessionFacts:
    """A session with the sheets, the persons and the ties that the rules need."""

    session: Session
    certifications: Mapping[str, Certification]
    """By code, the sheets of what the session judges and of what its candidacies aim at."""
    candidates: Mapping[int, Candidate]
    candidacies: Mapping[int, Candidacy]
    examiners: Mapping[int, Examiner]
    """The active pool: somebody who is not in it may not sit."""
    ties: tuple[Tie, ...] = ()
    elsewhere: tuple[tuple[int, date, HalfDay], ...] = ()
    """Examiners already seated in other sessions, half-day by half-day."""
    excluded: frozenset[tuple[int, int]] = frozenset()
    """Candidacies with the examiners of a jury of theirs that was annulled."""
    limits: Limits = Limits()
    acquired: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Blocks that each candidacy brings with it from earlier decisions."""
    credits: Mapping[int, tuple[Credit, ...]] = field(default_factory=dict)
    """By what those blocks count: which session gave them and when, or what proves them."""
    today: date | None = None
    """The day on which it is asked: options lapse. None: none has lapsed."""
    sites: SiteMap = NOWHERE
    """Where the rooms are, and what is known of them."""
    stays: tuple[Stay, ...] = ()
    """Where people of the session are on its days because of other sessions."""
    summonses: tuple[Summons, ...] = ()
    """Who was summoned to this session, with the answers."""
    past: PastYear = NO_PAST
    """Who presided, and who sat with whom, in other sessions of the year before."""

    def sheet(self, code: str) -> Certification:
        """Return a sheet, or one of which nothing is known: the rules then say so."""
        return self.certifications.get(code) or Certification(code=code, title="")

    def sheet_of(self, candidacy: Candidacy) -> Certification:
        """Return the sheet of what a candidacy aims at."""
        return self.sheet(candidacy.certification)

    def composition_for(self, candidacy: Candidacy) -> Composition | None:
        """Return the jury before which a candidacy is heard, as its sheet says."""
        return self.sheet_of(candidacy).composition(candidacy.route)

    def aiming_at(self, certification: str) -> tuple[int, ...]:
        """Return the candidacies of the session that aim at one certification."""
        known = (self.candidacies.get(number) for number in self.session.candidacies)
        return tuple(c.id for c in known if c and c.certification == certification)

    def candidate_of(self, candidacy: Candidacy) -> Candidate:
        return self.candidates[candidacy.candidate_id]

    def examiner_subject(self, examiner_id: int) -> Subject:
        """Return the examiner as a finding names them; by number where the pool has nobody."""
        examiner = self.examiners.get(examiner_id)
        if examiner is None:
            return Subject(SubjectKind.EXAMINER, examiner_id, f"#{examiner_id}")
        return of_examiner(examiner)

    def candidacy_subject(self, candidacy: Candidacy) -> Subject:
        """Return the candidacy as a finding names it: by its person."""
        return of_candidacy(candidacy, self.candidate_of(candidacy))

    def tie_between(self, candidacy: Candidacy, examiner_id: int) -> Tie | None:
        """Return the tie that must be respected; a confirmed one before one only proposed."""
        return self._ties.get((candidacy.candidate_id, examiner_id))

    def tied_to(self, candidate_id: int) -> frozenset[int]:
        """Return the examiners of whom some tie to that person is written down."""
        return self._tied.get(candidate_id, frozenset())

    def tie_effect(self, candidacy: Candidacy, examiner_id: int) -> TieEffect | None:
        """Return what ties forbid that examiner before that candidacy."""
        tie = self.tie_between(candidacy, examiner_id)
        return effect(tie, candidacy) if tie else None

    def acquired_before(self, candidacy_id: int) -> frozenset[str]:
        """Return the codes of the blocks acquired by earlier decisions."""
        return self.acquired.get(candidacy_id, frozenset())

    def credit_for(self, candidacy_id: int, block: str) -> Credit | None:
        """Return by what a block acquired earlier counts; None where nobody looked."""
        known = self.credits.get(candidacy_id, ())
        return next((credit for credit in known if credit.block == block), None)

    def routes_of(self, jury: Jury) -> tuple[AccessRoute, ...]:
        """Return the routes that a jury hears; those of its certification while it hears nobody."""
        heard = self._heard_by.get(jury.number)
        return self.routes(heard or self.aiming_at(jury.certification))

    def routes(self, candidacies: Iterable[int]) -> tuple[AccessRoute, ...]:
        """Return the routes of these candidacies, each once, in the order of the sheet."""
        present = {self.candidacies[c].route for c in candidacies if c in self.candidacies}
        return tuple(route for route in AccessRoute if route in present)

    def compositions_of(self, jury: Jury) -> tuple[Composition, ...]:
        """Return each different composition that a jury must satisfy."""
        # A session still without candidates is held to every route of the sheet
        routes = self.routes_of(jury) or tuple(AccessRoute)
        sheet = self.sheet(jury.certification)
        known = (sheet.composition(route) for route in routes)
        distinct = {composition.seats: composition for composition in known if composition}
        return tuple(distinct.values())

    def presidencies_before(self, examiner_id: int) -> int:
        """Return how many juries somebody presided in the year before the session.

        A roster tells only when somebody last presided: that is one, where no session tells more.
        """
        examiner = self.examiners.get(examiner_id)
        last = examiner.last_presidency if examiner else None
        known = self.past.presided.get(examiner_id, 0)
        if last is None or not self.session.days or known:
            return known
        return int(last >= min(self.session.days) - timedelta(days=YEAR))

    def is_seated(self, jury: Jury, examiner_id: int) -> bool:
        """Tell whether the session as stored already counts that person in that jury."""
        stored = self.session.jury(jury.number)
        return stored is not None and stored.half == jury.half and bool(stored.juror(examiner_id))

    def summons_of(self, person: Person) -> Summons | None:
        """Return the summons of one person; None: they were sent nothing."""
        return self._summonses.get(person)

    def hearings_near(self, hearing: Hearing) -> tuple[Hearing, ...]:
        """Return the hearings of the session that touch a day of that one, in their order."""
        first, last = hearing.start.date(), hearing.end.date()
        found = self._hearings_by_day.get(first, ())
        if last == first:
            return found
        return tuple(dict.fromkeys((*found, *self._hearings_by_day.get(last, ()))))

    @cached_property
    def _hearings_by_day(self) -> dict[date, tuple[Hearing, ...]]:
        index: dict[date, list[Hearing]] = defaultdict(list)
        for hearing in self.session.hearings:
            for day in {hearing.start.date(), hearing.end.date()}:
                index[day].append(hearing)
        return {day: tuple(hearings) for day, hearings in index.items()}

    @cached_property
    def _heard_by(self) -> dict[int, list[int]]:
        index: dict[int, list[int]] = defaultdict(list)
        for hearing in self.session.hearings:
            index[hearing.jury].append(hearing.candidacy_id)
        return dict(index)

    @cached_property
    def _summonses(self) -> dict[Person, Summons]:
        return {summons.person: summons for summons in self.summonses}

    @cached_property
    def _ties(self) -> dict[tuple[int, int], Tie]:
        ranked = sorted((tie for tie in self.ties if tie.holds), key=lambda tie: tie.state)
        index: dict[tuple[int, int], Tie] = {}
        for tie in ranked:  # CONFIRMED sorts before PROPOSED
            index.setdefault((tie.candidate_id, tie.examiner_id), tie)
        return index

    @cached_property
    def _tied(self) -> dict[int, frozenset[int]]:
        index: dict[int, set[int]] = defaultdict(set)
        for tie in self.ties:
            index[tie.candidate_id].add(tie.examiner_id)
        return {person: frozenset(examiners) for person, examiners in index.items()}

    @cached_property
    def busy(self) -> Mapping[tuple[int, date, HalfDay], int]:
        """Return in how many juries each examiner sits on each half-day, other sessions too."""
        seats: dict[tuple[int, date, HalfDay], int] = defaultdict(int)
        for place in self.elsewhere:
            seats[place] += 1
        for jury in self.session.juries:
            # A set: two seats in one jury are one place to be in, and JURY-03 tells of them
            for examiner_id in {juror.examiner_id for juror in jury.jurors}:
                seats[(examiner_id, *jury.half)] += 1
        return seats


def recusals(facts: SessionFacts, jury: Jury, candidacy: Candidacy) -> tuple[int, ...]:
    """Return the jurors who may sit but must not deliberate on that candidacy.

    A juror whose seat never deliberates has nothing to be recused from.
    """
    return tuple(
        juror.examiner_id
        for juror in jury.jurors
        if juror.deliberates and facts.tie_effect(candidacy, juror.examiner_id) is TieEffect.RECUSED
    )


def deliberating_members(facts: SessionFacts, jury: Jury, hearing: Hearing) -> tuple[Juror, ...]:
    """Return the jurors who may deliberate on that hearing: a vote, no recusal, no tie."""
    candidacy = facts.candidacies[hearing.candidacy_id]
    return tuple(
        juror
        for juror in jury.jurors
        if juror.deliberates
        and juror.examiner_id not in hearing.recused
        and facts.tie_effect(candidacy, juror.examiner_id) is None
    )
