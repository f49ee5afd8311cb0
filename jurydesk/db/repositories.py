"""The repositories of the ports, each with the questions of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select
from typing_extensions import override

from jurydesk.db.mapping.candidacy import CANDIDACIES
from jurydesk.db.mapping.candidate import CANDIDATES
from jurydesk.db.mapping.certification import CERTIFICATIONS
from jurydesk.db.mapping.correction import CORRECTIONS
from jurydesk.db.mapping.deliberation import DELIBERATIONS
from jurydesk.db.mapping.examiner import EXAMINERS
from jurydesk.db.mapping.expenses import CLAIMS, RATES
from jurydesk.db.mapping.files import (
    ACQUISITIONS,
    ATTACHMENTS,
    DISTINCTIONS,
    EQUIVALENCES,
    NOTES,
    STEPS,
)
from jurydesk.db.mapping.minutes import MINUTES
from jurydesk.db.mapping.session import SESSIONS
from jurydesk.db.mapping.site import SITES, TRAVELS
from jurydesk.db.mapping.summons import SUMMONSES
from jurydesk.db.mapping.tie import TIES
from jurydesk.db.queries import has_jury_on, numbered_in
from jurydesk.db.repository import Note as Noting
from jurydesk.db.repository import SqlRepository
from jurydesk.domain.acquisitions import Acquisition, Equivalence
from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.corrections import Correction
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.distinctions import Distinction
from jurydesk.domain.expenses import Claim, Rate
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.notes import Note
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session
from jurydesk.domain.sites import Site, Travel
from jurydesk.domain.steps import Step
from jurydesk.domain.summons import Summons
from jurydesk.domain.ties import Tie

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Database

SERIES = 0x4A44504E
"""« JDPN »: what PostgreSQL knows the series of numbers of minutes by while one is given."""


class SqlCandidates(SqlRepository[Candidate]):
    """Implements `ports.Repository` of the candidates."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CANDIDATES)


class SqlCandidacies(SqlRepository[Candidacy]):
    """Implements `ports.CandidacyRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CANDIDACIES)

    def of_candidate(self, candidate_id: int) -> tuple[Candidacy, ...]:
        """Return every candidacy of one person."""
        return self._select(self._table.c.candidate_id == candidate_id)

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Candidacy, ...]:
        """Return every candidacy of these persons."""
        return self._select(self._table.c.candidate_id.in_(set(identifiers)))

    def for_certification(self, code: str) -> tuple[Candidacy, ...]:
        """Return every candidacy to one certification."""
        return self._select(self._table.c.certification == code)


class SqlExaminers(SqlRepository[Examiner]):
    """Implements `ports.Repository` of the pool."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, EXAMINERS)


class SqlCertifications(SqlRepository[Certification]):
    """Implements `ports.CertificationRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CERTIFICATIONS)

    def by_code(self, code: str) -> Certification | None:
        """Return the sheet with that RNCP number."""
        return self._one(self._table.c.code == code)


class SqlTies(SqlRepository[Tie]):
    """Implements `ports.TieRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, TIES)

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Tie, ...]:
        """Return the ties of these candidates."""
        return self._select(self._table.c.candidate_id.in_(set(identifiers)))

    def of_examiner(self, identifier: int) -> tuple[Tie, ...]:
        """Return the ties of one examiner."""
        return self._select(self._table.c.examiner_id == identifier)


class SqlSessions(SqlRepository[Session]):
    """Implements `ports.SessionRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, SESSIONS)

    def by_code(self, code: str) -> Session | None:
        """Return the session with that code."""
        return self._one(self._table.c.code == code)

    def on_days(self, days: Iterable[date]) -> tuple[Session, ...]:
        """Return the sessions that have a jury on one of these days."""
        return self._select(has_jury_on(days))


class SqlSummonses(SqlRepository[Summons]):
    """Implements `ports.SummonsRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, SUMMONSES)

    def of_session(self, session_id: int) -> tuple[Summons, ...]:
        """Return who was summoned to one session."""
        return self._select(self._table.c.session_id == session_id)

    def of_examiner(self, examiner_id: int) -> tuple[Summons, ...]:
        """Return the sessions that one examiner was summoned to."""
        return self._select(self._table.c.examiner_id == examiner_id)

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Summons, ...]:
        """Return the summonses of these candidacies."""
        return self._select(self._table.c.candidacy_id.in_(set(identifiers)))


class SqlDeliberations(SqlRepository[Deliberation]):
    """Implements `ports.DeliberationRepository`; a closed one is guarded by the database."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, DELIBERATIONS)

    @override
    def add(self, entity: Deliberation) -> Deliberation:
        """Store a new deliberation; one that is closed already is closed after its records."""
        added = super().add(replace(entity, closed_at=None))
        return (
            added
            if entity.closed_at is None
            else self.save(replace(added, closed_at=entity.closed_at))
        )

    def of_session(self, session_id: int) -> Deliberation | None:
        """Return the deliberation of one session."""
        return self._one(self._table.c.session_id == session_id)


class SqlMinutes(SqlRepository[Minutes]):
    """Implements `ports.MinutesRepository`; the database refuses `save` and `remove`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, MINUTES)

    def of_session(self, session_id: int) -> tuple[Minutes, ...]:
        """Return the minutes of one session and its amendments, oldest first."""
        return self._select(self._table.c.session_id == session_id)

    def hold_series(self) -> None:
        """Wait until nobody else gives a number; a file is ours alone from the start."""
        if self._database.get_bind().dialect.name == "postgresql":
            self._database.execute(select(func.pg_advisory_xact_lock(SERIES)))

    def numbers_of_year(self, year: int) -> tuple[str, ...]:
        """Return the numbers already given in one year."""
        query = select(self._table.c.number).where(numbered_in(year)).order_by(self._table.c.id)
        return tuple(self._database.scalars(query))


class SqlCorrections(SqlRepository[Correction]):
    """Implements `ports.CorrectionRepository`; the database refuses `save` and `remove`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CORRECTIONS)

    def of_session(self, session_id: int) -> tuple[Correction, ...]:
        """Return what amendments corrected of one session, oldest first."""
        return self._select(self._table.c.session_id == session_id)


class SqlSteps(SqlRepository[Step]):
    """Implements `ports.StepRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, STEPS)

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Step, ...]:
        """Return the steps of these candidacies, oldest first."""
        return self._select(self._table.c.candidacy_id.in_(set(identifiers)))

    def of_session(self, session_id: int) -> tuple[Step, ...]:
        """Return the steps done for one session."""
        return self._select(self._table.c.session_id == session_id)

    def of_examiner(self, examiner_id: int) -> tuple[Step, ...]:
        """Return the steps of one juror."""
        return self._select(self._table.c.examiner_id == examiner_id)


class SqlAttachments(SqlRepository[Attachment]):
    """Implements `ports.AttachmentRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, ATTACHMENTS)

    def of_candidate(self, candidate_id: int) -> tuple[Attachment, ...]:
        """Return the documents of one person."""
        return self._select(self._table.c.candidate_id == candidate_id)

    def of_examiner(self, examiner_id: int) -> tuple[Attachment, ...]:
        """Return the documents that prove an examiner's right to sit."""
        return self._select(self._table.c.examiner_id == examiner_id)

    def with_digest(self, digest: str) -> tuple[Attachment, ...]:
        """Return the attachments of one content."""
        return self._select(self._table.c.digest == digest)


class SqlAcquisitions(SqlRepository[Acquisition]):
    """Implements `ports.AcquisitionRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, ACQUISITIONS)

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Acquisition, ...]:
        """Return what these persons brought with them."""
        return self._select(self._table.c.candidate_id.in_(set(identifiers)))


class SqlEquivalences(SqlRepository[Equivalence]):
    """Implements `ports.EquivalenceRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, EQUIVALENCES)

    def to_certification(self, code: str) -> tuple[Equivalence, ...]:
        """Return what may stand for blocks of that sheet."""
        return self._select(self._table.c.to_certification == code)


class SqlNotes(SqlRepository[Note]):
    """Implements `ports.NoteRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, NOTES)

    def of_candidate(self, candidate_id: int) -> tuple[Note, ...]:
        """Return the notes on one person, oldest first."""
        return self._select(self._table.c.candidate_id == candidate_id)


class SqlDistinctions(SqlRepository[Distinction]):
    """Implements `ports.DistinctionRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, DISTINCTIONS)

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Distinction, ...]:
        """Return whom these persons were told apart from."""
        numbers = set(identifiers)
        columns = (self._table.c.first_id, self._table.c.second_id)
        return self._select(or_(*(column.in_(numbers) for column in columns)))


class SqlSites(SqlRepository[Site]):
    """Implements `ports.Repository` of the sites."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, SITES)


class SqlTravels(SqlRepository[Travel]):
    """Implements `ports.Repository` of the ways between sites."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, TRAVELS)


class SqlRates(SqlRepository[Rate]):
    """Implements `ports.Repository` of the rates."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, RATES)


class SqlClaims(SqlRepository[Claim]):
    """Implements `ports.ClaimRepository`."""

    def __init__(self, database: Database, note: Noting) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CLAIMS)

    def of_session(self, session_id: int) -> tuple[Claim, ...]:
        """Return the claims for one session."""
        return self._select(self._table.c.session_id == session_id)

    def of_examiners(self, identifiers: Iterable[int]) -> tuple[Claim, ...]:
        """Return the claims of these persons."""
        return self._select(self._table.c.examiner_id.in_(set(identifiers)))
