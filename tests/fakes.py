"""The ports over dictionaries: what the services see of a workspace, without a database."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jurydesk.db.mapping.candidate import CANDIDATES
from jurydesk.db.mapping.certification import CERTIFICATIONS
from jurydesk.db.mapping.examiner import EXAMINERS
from jurydesk.db.mapping.session import SESSIONS
from jurydesk.db.search_key import wanted_words
from jurydesk.domain.audit import AuditEvent, EventType, canonical, chained
from jurydesk.domain.changes import Change, Kind
from jurydesk.domain.setting import Setting
from jurydesk.errors import DamagedFile, RefusedByRule, StaleData, WrongUsage
from jurydesk.services.clock import SetClock
from jurydesk.services.ports import Desk, Found, SealingKey, StorageReport

NOON = datetime.fromisoformat("2026-11-23T12:00")
NO_ENTITY = frozenset({Kind.SETTING, Kind.NATIONAL_NUMBER})
KINDS = tuple(kind for kind in Kind if kind not in NO_ENTITY)

Images = dict[int, Any]


@dataclass
class FakeWorkspace:
    """What was committed."""

    images: dict[Kind, Images] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    settings: dict[str, str] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    national_numbers: dict[int, str] = field(default_factory=dict)
    events: list[AuditEvent] = field(default_factory=list)
    units: int = 0
    """How many units of work were opened."""


WORDS: dict[Kind, Any] = {
    mapper.kind: mapper.to_words for mapper in (CANDIDATES, EXAMINERS, CERTIFICATIONS, SESSIONS)
}


class FakeRepository:
    """One kind of entity; each write is noted as a change of the unit."""

    kind: Kind

    def __init__(self, images: Images, note: Callable[[Change], None]) -> None:
        self._images = images
        self._note = note

    def get(self, identifier: int) -> Any:
        found = self.find(identifier)
        if found is None:
            raise WrongUsage("STORE-25", {"id": identifier})
        return found

    def find(self, identifier: int) -> Any:
        return self._images.get(identifier)

    def all(self) -> tuple[Any, ...]:
        return tuple(self._images[number] for number in sorted(self._images))

    def some(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(entity for entity in self.all() if entity.id in wanted)

    def add(self, entity: Any) -> Any:
        number = entity.id or max(self._images, default=0) + 1
        stored = replace(entity, id=number, version=1)
        self._images[number] = stored
        self._note(Change(self.kind, number, None, stored))
        return stored

    def save(self, entity: Any) -> Any:
        before = self._images.get(entity.id)
        if before is None or before.version != entity.version:
            raise StaleData("STORE-20")
        if before == entity:
            return before
        stored = replace(entity, version=entity.version + 1)
        self._images[entity.id] = stored
        self._note(Change(self.kind, entity.id, before, stored))
        return stored

    def remove(self, identifier: int) -> None:
        before = self.get(identifier)
        del self._images[identifier]
        self._note(Change(self.kind, identifier, before, None))

    def _where(self, **values: object) -> tuple[Any, ...]:
        return tuple(
            entity
            for entity in self.all()
            if all(getattr(entity, name) == value for name, value in values.items())
        )


class FakeCandidates(FakeRepository):
    kind = Kind.CANDIDATE


class FakeCandidacies(FakeRepository):
    kind = Kind.CANDIDACY

    def of_candidate(self, candidate_id: int) -> tuple[Any, ...]:
        return self._where(candidate_id=candidate_id)

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(one for one in self.all() if one.candidate_id in wanted)

    def for_certification(self, code: str) -> tuple[Any, ...]:
        return self._where(certification=code)


class FakeExaminers(FakeRepository):
    kind = Kind.EXAMINER


class FakeCertifications(FakeRepository):
    kind = Kind.CERTIFICATION

    def by_code(self, code: str) -> Any:
        return next(iter(self._where(code=code)), None)


class FakeTies(FakeRepository):
    kind = Kind.TIE

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(tie for tie in self.all() if tie.candidate_id in wanted)

    def of_examiner(self, identifier: int) -> tuple[Any, ...]:
        return self._where(examiner_id=identifier)


class FakeSessions(FakeRepository):
    kind = Kind.SESSION

    def by_code(self, code: str) -> Any:
        return next(iter(self._where(code=code)), None)

    def on_days(self, days: Iterable[date]) -> tuple[Any, ...]:
        wanted = set(days)
        return tuple(s for s in self.all() if any(jury.day in wanted for jury in s.juries))


class FakeDeliberations(FakeRepository):
    kind = Kind.DELIBERATION

    def of_session(self, session_id: int) -> Any:
        return next(iter(self._where(session_id=session_id)), None)


class FakeMinutes(FakeRepository):
    kind = Kind.MINUTES

    def hold_series(self) -> None:
        """Nobody else is there."""

    def of_session(self, session_id: int) -> tuple[Any, ...]:
        return self._where(session_id=session_id)

    def numbers_of_year(self, year: int) -> tuple[str, ...]:
        return tuple(m.number for m in self.all() if f"-{year}-" in m.number)

    def save(self, entity: Any) -> Any:
        raise RefusedByRule("STORE-23")

    def remove(self, identifier: int) -> None:
        raise RefusedByRule("STORE-23")


class FakeSteps(FakeRepository):
    kind = Kind.STEP

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(step for step in self.all() if step.candidacy_id in wanted)

    def of_session(self, session_id: int) -> tuple[Any, ...]:
        return self._where(session_id=session_id)

    def of_examiner(self, examiner_id: int) -> tuple[Any, ...]:
        return self._where(examiner_id=examiner_id)


class FakeCorrections(FakeRepository):
    kind = Kind.CORRECTION

    def of_session(self, session_id: int) -> tuple[Any, ...]:
        return self._where(session_id=session_id)

    def save(self, entity: Any) -> Any:
        raise RefusedByRule("STORE-23")

    def remove(self, identifier: int) -> None:
        raise RefusedByRule("STORE-23")


class FakeSummonses(FakeRepository):
    kind = Kind.SUMMONS

    def of_session(self, session_id: int) -> tuple[Any, ...]:
        return self._where(session_id=session_id)

    def of_examiner(self, examiner_id: int) -> tuple[Any, ...]:
        return self._where(examiner_id=examiner_id)

    def of_candidacies(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(one for one in self.all() if one.candidacy_id in wanted)


class FakeAttachments(FakeRepository):
    kind = Kind.ATTACHMENT

    def of_examiner(self, examiner_id: int) -> tuple[Any, ...]:
        return self._where(examiner_id=examiner_id)

    def of_candidate(self, candidate_id: int) -> tuple[Any, ...]:
        return self._where(candidate_id=candidate_id)

    def with_digest(self, digest: str) -> tuple[Any, ...]:
        return self._where(digest=digest)


class FakeAcquisitions(FakeRepository):
    kind = Kind.ACQUISITION

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(one for one in self.all() if one.candidate_id in wanted)


class FakeEquivalences(FakeRepository):
    kind = Kind.EQUIVALENCE

    def to_certification(self, code: str) -> tuple[Any, ...]:
        return self._where(to_certification=code)


class FakeNotes(FakeRepository):
    kind = Kind.NOTE

    def of_candidate(self, candidate_id: int) -> tuple[Any, ...]:
        return self._where(candidate_id=candidate_id)


class FakeDistinctions(FakeRepository):
    kind = Kind.DISTINCTION

    def of_candidates(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(one for one in self.all() if wanted & set(one.pair))


class FakeSites(FakeRepository):
    kind = Kind.SITE


class FakeTravels(FakeRepository):
    kind = Kind.TRAVEL


class FakeRates(FakeRepository):
    kind = Kind.RATE


class FakeClaims(FakeRepository):
    kind = Kind.CLAIM

    def of_session(self, session_id: int) -> tuple[Any, ...]:
        return self._where(session_id=session_id)

    def of_examiners(self, identifiers: Iterable[int]) -> tuple[Any, ...]:
        wanted = set(identifiers)
        return tuple(one for one in self.all() if one.examiner_id in wanted)


class FakeBlobs:
    """Contents by their digest."""

    def __init__(
        self, blobs: dict[str, bytes], attachments: FakeAttachments, claims: FakeClaims
    ) -> None:
        self._blobs = blobs
        self._attachments = attachments
        self._claims = claims

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        self._blobs.setdefault(digest, content)
        return digest

    def get(self, digest: str) -> bytes:
        if digest not in self._blobs:
            raise WrongUsage("STORE-52", {"detail": digest[:12]})
        return self._blobs[digest]

    def orphans(self) -> tuple[str, ...]:
        named = {attachment.digest for attachment in self._attachments.all()}
        named |= {receipt.digest for claim in self._claims.all() for receipt in claim.receipts}
        return tuple(sorted(set(self._blobs) - named))

    def discard(self, digest: str) -> None:
        self._blobs.pop(digest, None)


class FakeNationalNumbers:
    """Sealed numbers by candidate."""

    def __init__(self, values: dict[int, str], note: Callable[[Change], None]) -> None:
        self._values = values
        self._note = note

    def get(self, candidate_id: int) -> str | None:
        return self._values.get(candidate_id)

    def put(self, candidate_id: int, sealed: str | None) -> None:
        if sealed is None:
            if self._values.pop(candidate_id, None) is None:
                return
        else:
            self._values[candidate_id] = sealed
        self._note(Change(Kind.NATIONAL_NUMBER, candidate_id, None, None))

    def holders(self) -> frozenset[int]:
        return frozenset(self._values)


class FakeSettings:
    """Values by key."""

    def __init__(self, values: dict[str, str], note: Callable[[Change], None]) -> None:
        self._values = values
        self._note = note

    def get(self, key: str) -> str | None:
        return self._values.get(key)

    def put(self, key: str, value: str) -> None:
        before = self._values.get(key)
        if before != value:
            self._values[key] = value
            image = None if before is None else Setting(key, before)
            self._note(Change(Kind.SETTING, 0, image, Setting(key, value)))

    def remove(self, key: str) -> None:
        if key in self._values:
            before = Setting(key, self._values.pop(key))
            self._note(Change(Kind.SETTING, 0, before, None))

    def remember(self, key: str, value: str) -> None:
        if self._values.get(key) != value:
            self._values[key] = value
            self._note(Change(Kind.SETTING, 0, None, None))

    def all(self) -> Mapping[str, str]:
        return dict(self._values)


class FakeAuditLog:
    """The trail, chained as the real one."""

    def __init__(self, events: list[AuditEvent], clock: SetClock, actor: str) -> None:
        self._events = events
        self._clock = clock
        self._actor = actor
        self.recorded = 0

    def record(self, type_: EventType, details: Mapping[str, object]) -> AuditEvent:
        event = AuditEvent(type_, self._clock.now(), self._actor, canonical(details))
        placed = chained(event, self._events[-1] if self._events else None)
        self._events.append(placed)
        self.recorded += 1
        return placed

    def events(self, *, after: int = 0, type_: EventType | None = None) -> tuple[AuditEvent, ...]:
        later = (event for event in self._events if event.sequence > after)
        return tuple(event for event in later if type_ in (None, event.type))


class FakeSearchIndex:
    """The same words as the database keeps, looked through one by one."""

    def __init__(self, images: dict[Kind, dict[int, Any]]) -> None:
        self._images = images

    def find(self, query: str, *, kinds: Iterable[Kind], most: int) -> tuple[Found, ...]:
        wanted = wanted_words(query)
        if not wanted:
            return ()
        places = {kind: self._places(kind, wanted) for kind in kinds}
        return tuple(
            Found(kind, number)
            for kind, found in places.items()
            for number in sorted(found, key=lambda number, found=found: (found[number], number))[
                :most
            ]
        )

    def _places(self, kind: Kind, wanted: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
        places = {number: self._place(kind, number, wanted) for number in self._images[kind]}
        return {number: place for number, place in places.items() if place}

    def _place(self, kind: Kind, number: int, wanted: tuple[str, ...]) -> tuple[str, ...]:
        words = WORDS[kind](self._images[kind][number])
        found = [sorted(w for w in words if w.startswith(beginning)) for beginning in wanted]
        return tuple(found[0][:1]) if all(found) else ()


class FakeUnitOfWork:
    """One transaction: works on copies, which `commit` makes last."""

    def __init__(self, workspace: FakeWorkspace, clock: SetClock, actor: str) -> None:
        self._workspace = workspace
        self._changes: list[Change] = []
        self._images = {kind: dict(images) for kind, images in workspace.images.items()}
        self._settings = dict(workspace.settings)
        self._blobs = dict(workspace.blobs)
        self._numbers = dict(workspace.national_numbers)
        self._events = list(workspace.events)
        note = self._changes.append
        self.candidates = FakeCandidates(self._images[Kind.CANDIDATE], note)
        self.candidacies = FakeCandidacies(self._images[Kind.CANDIDACY], note)
        self.examiners = FakeExaminers(self._images[Kind.EXAMINER], note)
        self.certifications = FakeCertifications(self._images[Kind.CERTIFICATION], note)
        self.ties = FakeTies(self._images[Kind.TIE], note)
        self.sessions = FakeSessions(self._images[Kind.SESSION], note)
        self.deliberations = FakeDeliberations(self._images[Kind.DELIBERATION], note)
        self.minutes = FakeMinutes(self._images[Kind.MINUTES], note)
        self.corrections = FakeCorrections(self._images[Kind.CORRECTION], note)
        self.summonses = FakeSummonses(self._images[Kind.SUMMONS], note)
        self.steps = FakeSteps(self._images[Kind.STEP], note)
        self.attachments = FakeAttachments(self._images[Kind.ATTACHMENT], note)
        self.acquisitions = FakeAcquisitions(self._images[Kind.ACQUISITION], note)
        self.equivalences = FakeEquivalences(self._images[Kind.EQUIVALENCE], note)
        self.search = FakeSearchIndex(self._images)
        self.notes = FakeNotes(self._images[Kind.NOTE], note)
        self.distinctions = FakeDistinctions(self._images[Kind.DISTINCTION], note)
        self.sites = FakeSites(self._images[Kind.SITE], note)
        self.travels = FakeTravels(self._images[Kind.TRAVEL], note)
        self.rates = FakeRates(self._images[Kind.RATE], note)
        self.claims = FakeClaims(self._images[Kind.CLAIM], note)
        self.blobs = FakeBlobs(self._blobs, self.attachments, self.claims)
        self.national_numbers = FakeNationalNumbers(self._numbers, note)
        self.settings = FakeSettings(self._settings, note)
        self.audit = FakeAuditLog(self._events, clock, actor)

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(self._changes)

    def commit(self) -> None:
        if self._changes and not self.audit.recorded:
            raise RuntimeError("entities were changed and no audit event was recorded")
        self._workspace.images = {kind: dict(images) for kind, images in self._images.items()}
        self._workspace.settings = dict(self._settings)
        self._workspace.blobs = dict(self._blobs)
        self._workspace.national_numbers = dict(self._numbers)
        self._workspace.events = list(self._events)

    def __enter__(self) -> Self:
        self._workspace.units += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """What was not committed is forgotten with the copies."""


class FakeStorage:
    """A workspace in memory: sound, and nowhere to copy."""

    label = "fake"

    def verify(self) -> StorageReport:
        return StorageReport()

    def newest_copy(self) -> datetime | None:
        return NOON

    def backup(self, target: Path) -> Path:
        return target


@dataclass(frozen=True)
class FakeKey:
    """Seals by turning a text round, so that a test can see who sealed what."""

    parameters: str

    def seal(self, number: str, *, candidate_id: int) -> str:
        return f"{self.parameters}:{candidate_id}:{number[::-1]}"

    def unseal(self, sealed: str, *, candidate_id: int) -> str:
        start = f"{self.parameters}:{candidate_id}:"
        if not sealed.startswith(start):
            raise DamagedFile("VAULT-DAMAGED", {"candidate": candidate_id})
        return sealed.removeprefix(start)[::-1]


class FakeVault:
    """A vault whose parameters are the passphrase itself."""

    def __init__(self) -> None:
        self.key: SealingKey | None = None

    def new_key(self, passphrase: str) -> FakeKey:
        return FakeKey(passphrase)

    def key_from(self, parameters: str, passphrase: str) -> FakeKey:
        if parameters != passphrase:
            raise WrongUsage("VAULT-WRONG-PASSPHRASE")
        return FakeKey(parameters)


@dataclass
class FakeOffice:
    """A desk on a workspace in memory, whose clock a test can move."""

    workspace: FakeWorkspace = field(default_factory=FakeWorkspace)
    clock: SetClock = field(default_factory=lambda: SetClock(NOON))
    actor: str = "Camille"
    vault: FakeVault = field(default_factory=FakeVault)

    @property
    def desk(self) -> Desk:
        return Desk(self.unit, self.clock, self.actor, FakeStorage(), vault=self.vault)

    def unit(self) -> FakeUnitOfWork:
        return FakeUnitOfWork(self.workspace, self.clock, self.actor)

    def store(self, *entities: Any) -> None:
        """Put entities into the workspace as they are, numbers included."""
        for entity in entities:
            kind = Kind(type(entity).__name__.upper())
            self.workspace.images[kind][entity.id] = replace(entity, version=1)

    def all(self, kind: Kind) -> tuple[Any, ...]:
        """Return what is stored of one kind."""
        images = self.workspace.images[kind]
        return tuple(images[number] for number in sorted(images))

    @property
    def acts(self) -> list[EventType]:
        """Return the types of the events in the trail."""
        return [event.type for event in self.workspace.events]
