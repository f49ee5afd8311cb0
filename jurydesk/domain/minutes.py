"""The minutes (procès-verbal) of a session: their content, and what is still missing in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from jurydesk.domain.alterations import Alteration
from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Appearance, Decision, Declaration, Incident, Outcome, Vote
from jurydesk.domain.findings import Finding
from jurydesk.domain.people import Sex
from jurydesk.domain.regularity import Regularity
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Modality


@dataclass(frozen=True, slots=True)
class CertifierStatement:
    """Who issues the minutes."""

    name: str
    siret: str
    address: str
    representative: str
    """Name of the person who answers for the certifying body."""
    representative_role: str


@dataclass(frozen=True, slots=True)
class CertificationStatement:
    """Which certification was judged; France compétences refuses minutes that do not say it."""

    code: str
    title: str
    level: int | None
    registered_until: date | None
    last_delivery: date | None
    whole: bool | None
    """Judged as a whole, without blocks; None: nobody knows whether the sheet has blocks."""


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """One member of a jury as the minutes name them."""

    examiner_id: int
    name: str
    sex: Sex
    seat: str
    seat_label: str
    """The words of the sheet for that seat."""
    occupation: str
    organisation: str
    external: bool
    deliberates: bool
    president: bool
    mandate_start: date | None
    mandate_end: date | None
    present: bool | None
    """None: nobody recorded it."""
    arrived: time | None = None
    left: time | None = None
    declaration: Declaration | None = None
    """Files read, no tie; None: nobody recorded it."""
    acting: bool = False
    """Named to preside where the president does not deliberate."""
    acting_reason: str = ""


@dataclass(frozen=True, slots=True)
class BlockStatement:
    """One block as presented by one candidate, with the result and why it was refused."""

    code: str
    title: str
    outcome: Outcome | None
    reason: str = ""
    acquired_before: bool = False
    acquired_on: date | None = None
    """The day of an earlier decision, where it is known."""
    acquired_by: str = ""
    """Code of the session that decided earlier, or what proves a block from outside."""
    evidence: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True)
class CandidateStatement:
    """One candidate: identity, route, what was presented, what was decided and why."""

    candidacy_id: int
    name: str
    """Birth name in capitals, first names in order; usage name in brackets."""
    sex: Sex
    birth_date: date | None
    birth_place: str
    route: AccessRoute
    start: datetime
    end: datetime
    appearance: Appearance
    scope_whole: bool
    blocks: tuple[BlockStatement, ...]
    recused: tuple[tuple[str, str], ...]
    """Name and reason of each member who did not deliberate on this candidate."""
    deliberating: int
    vote: Vote | None
    decision: Decision | None
    recommendation: str = ""
    observations: str = ""
    ground: str = ""
    """Code of the legal ground where delivery comes after the registration ended (L6113-9)."""
    birth_partial: str = ""
    """What civil status knows of the birth date where it has no full one: `03/1985`."""
    presided_by: str = ""
    """Name of whoever presided on this candidate."""
    regularity: Regularity | None = None
    """How many decided and what spoke against it; None where nobody was heard."""


@dataclass(frozen=True, slots=True)
class JuryStatement:
    """One jury of the session: when, where, who, whom it heard."""

    number: int
    day: date
    half_day: HalfDay
    start: time
    end: time
    room: str
    members: tuple[MemberStatement, ...]
    one_sex_reason: str
    candidates: tuple[CandidateStatement, ...]
    site: str = ""
    """Name of the site that has the room, where one has."""
    site_address: str = ""

    def count(self, sex: Sex) -> int:
        """Return how many members are of that sex."""
        return sum(member.sex is sex for member in self.members)

    @property
    def externals(self) -> int:
        """Return how many members do not belong to the certifying body."""
        return sum(member.external for member in self.members)

    @property
    def voters(self) -> int:
        """Return how many members deliberate."""
        return sum(member.deliberates for member in self.members)

    @property
    def president(self) -> MemberStatement | None:
        """Return the member who presides."""
        return next((member for member in self.members if member.president), None)


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures at the foot of the minutes."""

    enrolled: int
    present: int
    full: int
    partial: int
    refused: int
    absent: int
    excused: int
    adjourned: int


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """Everything that the minutes show; frozen as it is when they become final."""

    number: str
    """Unique in a series per year, such as `PV-2026-001`; empty in a draft."""
    session_code: str
    certifier: CertifierStatement
    certification: CertificationStatement
    composition_source: str
    composition_status: CompositionStatus
    composition_confirmed_by: str
    composition_confirmed_on: date | None
    days: tuple[date, ...]
    place: str
    modality: Modality
    juries: tuple[JuryStatement, ...]
    findings: tuple[Finding, ...]
    """What the rules found on the day of the session."""
    incidents: str
    totals: Totals
    recourse: str
    """The wording on appeals: a setting, since no text fixes it for a private certifier."""
    drawn_up_on: date | None = None
    amends: str = ""
    """Number of the minutes that these amend: those are replaced in the altered points only."""
    amendment_reason: str = ""
    asked_by: str = ""
    """Who asked for the amendment."""
    alterations: tuple[Alteration, ...] = ()
    """Every point in which they differ from the minutes that they amend."""
    placed_incidents: tuple[Incident, ...] = ()
    """Incidents that name a jury or an hour; `incidents` holds the others."""
    asks_declarations: bool = False
    """Whether members had to declare, and refusals to name evidence and advice."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Final minutes as issued: never changed, only amended by others that name them."""

    session_id: int
    number: str
    content: MinutesContent
    content_hash: str
    """SHA-256 of the content in canonical JSON, hexadecimal."""
    issued_at: datetime
    amends: str = ""
    id: int = 0
    version: int = field(default=0, compare=False)

    @property
    def certification(self) -> str:
        """Return the code of what was judged; each certification of a session has its minutes."""
        return self.content.certification.code
