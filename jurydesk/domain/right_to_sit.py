"""What proves that a person of the pool may sit on a day: fact by fact, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.people import Examiner, Sex, Training
from jurydesk.domain.seat_rules import mandated_since

SEAT = "SEAT."
"""How the code of a document begins that proves the qualification for a kind of seat."""
MANDATE, TRAINED, TIES = "MANDATE", "TRAINING", "TIES"
PROOFS = (MANDATE, TRAINED, TIES)
"""What a document can prove, beside a qualification."""


class RightKind(StrEnum):
    """One fact on which the right to sit rests."""

    SEAT = "SEAT"
    """Qualified for a kind of seat (the RNCP sheet)."""
    MANDATE = "MANDATE"
    """Designated, with the act, on that day."""
    SCOPE = "SCOPE"
    """May judge these certifications."""
    TRAINING = "TRAINING"
    TIES = "TIES"
    """Has declared ties, or that there are none (D6412-6)."""
    EMPLOYER = "EMPLOYER"
    """Whether an employer must be told fifteen days before (D3142-32)."""
    YEARS = "YEARS"
    """Consecutive years of mandate, against the limit of the office."""
    SEX = "SEX"
    """As in civil status, for the balance of a jury (D6412-6)."""


class Standing(StrEnum):
    """How well a fact stands."""

    PROVED = "PROVED"
    STATED = "STATED"
    """It is written down, and no document proves it; or it holds for now only."""
    MISSING = "MISSING"


@dataclass(frozen=True, slots=True)
class RightFact:
    """One fact with how it stands."""

    kind: RightKind
    standing: Standing
    figures: tuple[tuple[str, object], ...] = ()
    documents: tuple[Attachment, ...] = ()

    @property
    def proves(self) -> str:
        """Return the code of a document that would prove it; empty: none would."""
        if self.kind is RightKind.SEAT:
            seat = dict(self.figures).get("seat")
            return f"{SEAT}{seat}" if seat else ""
        return self.kind.value if self.kind.value in PROOFS else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the right to sit of one person is judged by, beside their file."""

    documents: tuple[Attachment, ...] = ()
    ties: int = 0
    """How many ties hold between the person and candidates."""
    consecutive_years: int = 5
    """Limit of the office."""


def right_to_sit(examiner: Examiner, *, on: date, evidence: Evidence) -> tuple[RightFact, ...]:
    """Return every fact, in the order in which a judge would ask."""
    return tuple(_facts(examiner, on, evidence))


def _facts(examiner: Examiner, on: date, evidence: Evidence) -> Iterator[RightFact]:
    yield from _seats(examiner, evidence)
    yield _mandate(examiner, on, evidence)
    yield _scope(examiner)
    yield _training(examiner, evidence)
    yield _ties(evidence)
    yield _employer(examiner)
    yield from _years(examiner, on, evidence)
    stated = examiner.sex is not Sex.NOT_STATED
    yield _fact(RightKind.SEX, Standing.PROVED if stated else Standing.MISSING, sex=examiner.sex)


def _seats(examiner: Examiner, evidence: Evidence) -> Iterator[RightFact]:
    if not examiner.qualifications:
        yield _fact(RightKind.SEAT, Standing.MISSING)
    for held in examiner.qualifications:
        papers = _of(evidence.documents, f"{SEAT}{held.seat}")
        standing = Standing.PROVED if papers or held.document else Standing.STATED
        proof = held.document or ", ".join(one.name for one in papers)
        yield _fact(RightKind.SEAT, standing, papers, seat=held.seat, document=proof)


def _mandate(examiner: Examiner, on: date, evidence: Evidence) -> RightFact:
    held = examiner.mandate_on(on)
    if held is None:
        return _fact(RightKind.MANDATE, Standing.MISSING, day=on)
    papers = _of(evidence.documents, MANDATE)
    standing = Standing.PROVED if papers or held.act else Standing.STATED
    act = held.act or ", ".join(one.name for one in papers)
    return _fact(RightKind.MANDATE, standing, papers, start=held.start, end=held.end, act=act)


def _scope(examiner: Examiner) -> RightFact:
    if examiner.judges is None:
        return _fact(RightKind.SCOPE, Standing.PROVED, certifications="")
    standing = Standing.PROVED if examiner.judges else Standing.MISSING
    return _fact(RightKind.SCOPE, standing, certifications=", ".join(examiner.judges))


def _training(examiner: Examiner, evidence: Evidence) -> RightFact:
    papers = _of(evidence.documents, TRAINED)
    if examiner.training is not Training.TRAINED:
        return _fact(RightKind.TRAINING, Standing.MISSING, papers)
    standing = Standing.PROVED if papers else Standing.STATED
    proof = ", ".join(one.name for one in papers)
    year = str(examiner.trained_in or "")
    return _fact(RightKind.TRAINING, standing, papers, year=year, document=proof)


def _ties(evidence: Evidence) -> RightFact:
    papers = _of(evidence.documents, TIES)
    standing = Standing.PROVED if papers else Standing.STATED
    return _fact(RightKind.TIES, standing, papers, count=evidence.ties)


def _employer(examiner: Examiner) -> RightFact:
    standing = Standing.MISSING if examiner.is_employee is None else Standing.PROVED
    employed = "yes" if examiner.is_employee else "no"
    name = examiner.organisation
    return _fact(RightKind.EMPLOYER, standing, employed=employed, organisation=name)


def _years(examiner: Examiner, on: date, evidence: Evidence) -> Iterator[RightFact]:
    since = mandated_since(examiner, on)
    if since is None:
        return
    years = on.year - since.year - ((on.month, on.day) < (since.month, since.day))
    within = years < evidence.consecutive_years
    standing = Standing.PROVED if within else Standing.STATED
    limit = evidence.consecutive_years
    yield _fact(RightKind.YEARS, standing, since=since, count=years, limit=limit)


def _fact(
    kind: RightKind,
    standing: Standing,
    papers: tuple[Attachment, ...] = (),
    **figures: object,
) -> RightFact:
    return RightFact(kind, standing, tuple(figures.items()), papers)


def _of(documents: Iterable[Attachment], code: str) -> tuple[Attachment, ...]:
    return tuple(one for one in documents if one.requirement == code)
