"""Takes what concerns others out of what is handed over about one person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from jurydesk.domain.deliberation import Decision
from jurydesk.domain.findings import Finding, Subject, SubjectKind
from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MinutesContent
from jurydesk.domain.people import Candidate, Examiner

T = TypeVar("T")

HIDDEN = "[…]"
"""What stands where somebody else was named."""
_SHORTEST = 2
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PEOPLE = frozenset({SubjectKind.CANDIDATE, SubjectKind.CANDIDACY, SubjectKind.HEARING})


class Mask:
    """Hides the names, addresses and numbers of some persons, but no word of those who stay."""

    def __init__(self, others: Iterable[Candidate], *, staying: Iterable[str]) -> None:
        """`staying`: texts, such as names of the jury, none of whose words is hidden."""
        kept = {word.casefold() for text in staying for word in _WORD.findall(text)}
        hidden: set[str] = set()
        for one in others:
            hidden |= {text for text in (one.email, one.phone) if text}
            names = " ".join((one.birth_name, one.usage_name, *one.first_names))
            whole = {one.birth_name, one.usage_name, *one.first_names, *_WORD.findall(names)}
            hidden |= {name for name in whole if _may_hide(name, kept)}
        # The longest first, or half of a name would stay
        parts = sorted((re.escape(text) for text in hidden), key=len, reverse=True)
        pattern = rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)" if parts else r"(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def text(self, text: str) -> str:
        """Return a text in which nobody hidden is named."""
        return self._pattern.sub(HIDDEN, text)

    def value(self, value: T) -> T:
        """Return a value of the domain, every text in it masked."""
        return cast("T", self._masked(value))

    def _masked(self, value: object) -> object:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, tuple):
            return tuple(self._masked(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            told = ((field.name, getattr(value, field.name)) for field in fields(value))
            return replace(value, **{name: self._masked(one) for name, one in told})
        return value


def _may_hide(name: str, kept: set[str]) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    return len(name) >= _SHORTEST and bool(words) and not all(word in kept for word in words)


def extract_of(
    content: MinutesContent, *, candidacy_id: int, candidate_id: int, mask: Mask
) -> MinutesContent:
    """Return what the minutes say of one candidate: their jury, their result, nobody else's."""
    own = {(SubjectKind.CANDIDACY, candidacy_id), (SubjectKind.HEARING, candidacy_id)}
    own.add((SubjectKind.CANDIDATE, candidate_id))
    juries = tuple(
        replace(jury, candidates=tuple(_only(jury, candidacy_id)))
        for jury in content.juries
        if any(_only(jury, candidacy_id))
    )
    numbers = {jury.number for jury in juries}
    findings = tuple(f for f in content.findings if _concerns(f, own, numbers))
    narrowed = replace(content, juries=juries, findings=findings)
    return mask.value(narrowed)


def _only(jury: JuryStatement, candidacy_id: int) -> list[CandidateStatement]:
    return [one for one in jury.candidates if one.candidacy_id == candidacy_id]


def _concerns(finding: Finding, own: set[tuple[SubjectKind, int]], juries: set[int]) -> bool:
    """Tell whether a finding names nobody else and no other jury."""
    return all(_is_own(subject, own, juries) for subject in finding.subjects)


def _is_own(subject: Subject, own: set[tuple[SubjectKind, int]], juries: set[int]) -> bool:
    if subject.kind in _PEOPLE:
        return (subject.kind, subject.id) in own
    return subject.kind is not SubjectKind.JURY or subject.id in juries


def staying_names(
    candidate: Candidate, pool: Iterable[Examiner], content: MinutesContent
) -> tuple[str, ...]:
    """Return the texts whose words stay: the person's own names, the jury's, the office's."""
    own = (candidate.birth_name, candidate.usage_name, *candidate.first_names)
    seated = {member.examiner_id for jury in content.juries for member in jury.members}
    jury = (f"{one.first_name} {one.last_name}" for one in pool if one.id in seated)
    office = content.certifier
    words = (office.name, office.representative, content.certification.title, content.place)
    return (*own, *jury, *words, *map(str, Decision))
