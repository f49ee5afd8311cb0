"""The repositories of the ports, each with the questions of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from typing_extensions import override

from jurydesk.db.mapping.candidacy import CANDIDACIES
from jurydesk.db.mapping.candidate import CANDIDATES
from jurydesk.db.mapping.certification import CERTIFICATIONS
from jurydesk.db.mapping.deliberation import DELIBERATIONS
from jurydesk.db.mapping.examiner import EXAMINERS
from jurydesk.db.mapping.minutes import MINUTES
from jurydesk.db.mapping.session import SESSIONS
from jurydesk.db.mapping.tie import TIES
from jurydesk.db.queries import has_jury_on, holds_every_word, numbered_in
from jurydesk.db.repository import Note, SqlRepository
from jurydesk.db.tables import CandidateRow, ExaminerRow
from jurydesk.domain.candidacy import Candidacy
from jurydesk.domain.certification import Certification
from jurydesk.domain.deliberation import Deliberation
from jurydesk.domain.minutes import Minutes
from jurydesk.domain.people import Candidate, Examiner
from jurydesk.domain.session import Session
from jurydesk.domain.ties import Tie

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as Database


class SqlCandidates(SqlRepository[Candidate]):
    """Implements `ports.CandidateRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CANDIDATES)

    def search(self, query: str) -> tuple[Candidate, ...]:
        """Return those whose name, e-mail or phone holds every word."""
        return self._select(holds_every_word(CandidateRow, query))


class SqlCandidacies(SqlRepository[Candidacy]):
    """Implements `ports.CandidacyRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CANDIDACIES)

    def of_candidate(self, candidate_id: int) -> tuple[Candidacy, ...]:
        """Return every candidacy of one person."""
        return self._select(self._table.c.candidate_id == candidate_id)

    def for_certification(self, code: str) -> tuple[Candidacy, ...]:
        """Return every candidacy to one certification."""
        return self._select(self._table.c.certification == code)


class SqlExaminers(SqlRepository[Examiner]):
    """Implements `ports.ExaminerRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, EXAMINERS)

    def search(self, query: str) -> tuple[Examiner, ...]:
        """Return those whose name, e-mail, phone or organisation holds every word."""
        return self._select(holds_every_word(ExaminerRow, query))


class SqlCertifications(SqlRepository[Certification]):
    """Implements `ports.CertificationRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, CERTIFICATIONS)

    def by_code(self, code: str) -> Certification | None:
        """Return the sheet with that RNCP number."""
        return self._one(self._table.c.code == code)


class SqlTies(SqlRepository[Tie]):
    """Implements `ports.TieRepository`."""

    def __init__(self, database: Database, note: Note) -> None:
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

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, SESSIONS)

    def by_code(self, code: str) -> Session | None:
        """Return the session with that code."""
        return self._one(self._table.c.code == code)

    def on_days(self, days: Iterable[date]) -> tuple[Session, ...]:
        """Return the sessions that have a jury on one of these days."""
        return self._select(has_jury_on(days))


class SqlDeliberations(SqlRepository[Deliberation]):
    """Implements `ports.DeliberationRepository`; a closed one is guarded by the database."""

    def __init__(self, database: Database, note: Note) -> None:
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

    def __init__(self, database: Database, note: Note) -> None:
        """Work inside the transaction of `database`."""
        super().__init__(database, note, MINUTES)

    def of_session(self, session_id: int) -> tuple[Minutes, ...]:
        """Return the minutes of one session and its amendments, oldest first."""
        return self._select(self._table.c.session_id == session_id)

    def numbers_of_year(self, year: int) -> tuple[str, ...]:
        """Return the numbers already given in one year."""
        query = select(self._table.c.number).where(numbered_in(year)).order_by(self._table.c.id)
        return tuple(self._database.scalars(query))
