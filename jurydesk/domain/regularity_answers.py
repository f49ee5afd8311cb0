"""The answers of the certificate of regularity: codes and figures, and whether each is established.

What was not recorded is never taken for granted: the answer then says so, and is to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jurydesk.domain.certification import CompositionStatus
from jurydesk.domain.deliberation import Appearance
from jurydesk.domain.findings import FigureValue, Severity
from jurydesk.domain.minutes import CandidateStatement, JuryStatement, MemberStatement
from jurydesk.domain.people import Sex
from jurydesk.domain.regularity_certificate import RegularityContent

MOST_VOTERS = 3
LEAST_PERSONS = 2
"""D6412-6: a jury has at least two persons."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer: a code of the wording with its figures."""

    code: str
    figures: tuple[tuple[str, FigureValue], ...] = ()


@dataclass(frozen=True, slots=True)
class RegularityAnswer:
    """One question, what is answered, and whether that is established."""

    question: str
    established: bool
    sentences: tuple[Sentence, ...]


def said(code: str, /, **figures: FigureValue) -> Sentence:
    """Return a sentence with its figures."""
    return Sentence(code, tuple(figures.items()))


def answers_of(content: RegularityContent) -> tuple[RegularityAnswer, ...]:
    """Return every question with its answer, in the order in which a judge asks."""
    members = tuple(_each(content))
    return (
        _registration(content),
        _source(content),
        _seats(content),
        _externality(content),
        _balance(content),
        _mandates(content, members),
        _presidency(content),
        *_declarations(content, members),
        _presence(members),
        _recusals(content),
        _quorum(content),
        _votes(content),
        _incidents(content),
        _findings(content),
        _annulment(content),
    )


def heard(content: RegularityContent) -> Iterator[tuple[JuryStatement, CandidateStatement]]:
    """Yield every candidate who came, with the jury."""
    for jury in content.juries:
        for candidate in jury.candidates:
            if candidate.appearance is Appearance.PRESENT:
                yield jury, candidate


def _each(content: RegularityContent) -> Iterator[tuple[JuryStatement, MemberStatement]]:
    for jury in content.juries:
        for member in jury.members:
            yield jury, member


def _answer(question: str, *sentences: Sentence, established: bool) -> RegularityAnswer:
    return RegularityAnswer(question, established, sentences)


def _registration(content: RegularityContent) -> RegularityAnswer:
    sheet, days = content.minutes.certification, content.minutes.days
    until = sheet.registered_until
    if until is None:
        return _answer("registration", said("registration.unknown"), established=False)
    if days and max(days) <= until:
        return _answer("registration", said("registration.open", until=until), established=True)
    grounded = all(candidate.ground for _, candidate in heard(content))
    code = "registration.grounded" if grounded else "registration.ended"
    return _answer("registration", said(code, until=until), established=grounded)


def _source(content: RegularityContent) -> RegularityAnswer:
    told = content.minutes
    code = f"source.{told.composition_status}"
    settled = told.composition_status is not CompositionStatus.PROPOSED
    figures = {"source": told.composition_source, "person": told.composition_confirmed_by}
    return _answer("source", said(code, **figures), established=settled)


def _seats(content: RegularityContent) -> RegularityAnswer:
    sentences = []
    for jury in content.juries:
        seats = ", ".join(f"{m.name} ({m.seat_label})" for m in jury.members)
        share = 100 // len(jury.members) if jury.members else 0
        sentences.append(
            said(
                "seats",
                jury=jury.number,
                day=jury.day,
                count=len(jury.members),
                share=share,
                seats=seats,
            )
        )
    return _answer("seats", *_distinct(sentences), established=bool(sentences))


def _externality(content: RegularityContent) -> RegularityAnswer:
    sentences = []
    for jury in content.juries:
        members = len(jury.members)
        share = round(100 * jury.externals / members) if members else 0
        sentences.append(
            said(
                "externality",
                jury=jury.number,
                count=jury.externals,
                members=members,
                share=share,
                voters=jury.voters,
            )
        )
    wanted = all(2 * jury.externals > len(jury.members) for jury in content.juries)
    return _answer("externality", *_distinct(sentences), established=wanted)


def _balance(content: RegularityContent) -> RegularityAnswer:
    sentences, established = [], True
    for jury in content.juries:
        women, men = jury.count(Sex.FEMALE), jury.count(Sex.MALE)
        one_sex = bool(women) != bool(men)
        code = "balance"
        if one_sex:
            code = "balance.reason" if jury.one_sex_reason.strip() else "balance.none"
            established = established and bool(jury.one_sex_reason.strip())
        sentences.append(
            said(code, jury=jury.number, women=women, men=men, reason=jury.one_sex_reason.strip())
        )
    return _answer("balance", *_distinct(sentences), established=established)


def _mandates(
    content: RegularityContent, members: tuple[tuple[JuryStatement, MemberStatement], ...]
) -> RegularityAnswer:
    without = _names(m for j, m in members if not _in_force(j, m))
    if without:
        return _answer("mandates", said("mandates.none", people=without), established=False)
    ends = [member.mandate_end for _, member in members if member.mandate_end]
    first = min(ends, default=content.minutes.days[-1] if content.minutes.days else None)
    count = len({member.examiner_id for _, member in members})
    if first is None:
        return _answer("mandates", said("mandates.unknown"), established=False)
    return _answer("mandates", said("mandates", count=count, until=first), established=True)


def _in_force(jury: JuryStatement, member: MemberStatement) -> bool:
    start, end = member.mandate_start, member.mandate_end
    return start is not None and end is not None and start <= jury.day <= end


def _presidency(content: RegularityContent) -> RegularityAnswer:
    sentences, established = [], True
    for jury in content.juries:
        president = jury.president
        if president is None:
            sentences.append(said("presidency.none", jury=jury.number))
            established = False
        else:
            there = president.present is not False
            code = "presidency" if there else "presidency.absent"
            established = established and there and president.deliberates
            sentences.append(said(code, jury=jury.number, person=president.name))
    return _answer("presidency", *_distinct(sentences), established=established)


def _declarations(
    content: RegularityContent, members: tuple[tuple[JuryStatement, MemberStatement], ...]
) -> tuple[RegularityAnswer, ...]:
    there = [(jury, member) for jury, member in members if member.present]
    without = _names(m for j, m in there if (j.number, m.examiner_id) not in content.declared)
    if not there or without:
        sentence = said("declarations.none", people=without or "—")
        return (_answer("declarations", sentence, established=False),)
    count = len({member.examiner_id for _, member in there})
    return (_answer("declarations", said("declarations", count=count), established=True),)


def _presence(
    members: tuple[tuple[JuryStatement, MemberStatement], ...],
) -> RegularityAnswer:
    sentences = []
    unknown = _names(m for _, m in members if m.present is None)
    away = _names(m for _, m in members if m.present is False)
    for _, member in members:
        if member.present and member.arrived:
            sentences.append(said("presence.arrived", person=member.name, at=member.arrived))
        if member.present and member.left:
            sentences.append(said("presence.left", person=member.name, at=member.left))
    if away:
        sentences.insert(0, said("presence.away", people=away))
    if unknown:
        sentences.insert(0, said("presence.unknown", people=unknown))
    if not sentences:
        sentences = [said("presence", count=len({m.examiner_id for _, m in members}))]
    established = bool(members) and not unknown and not away
    return _answer("presence", *_distinct(sentences), established=established)


def _recusals(content: RegularityContent) -> RegularityAnswer:
    sentences = [
        said("recusals.one", member=name, candidate=candidate.name, reason=reason or "—")
        for _, candidate in heard(content)
        for name, reason in candidate.recused
    ]
    reasoned = all(r.strip() for _, c in heard(content) for _, r in c.recused)
    return _answer("recusals", *(sentences or [said("recusals")]), established=reasoned)


def _quorum(content: RegularityContent) -> RegularityAnswer:
    counts = [(candidate.deliberating, jury.voters) for jury, candidate in heard(content)]
    if not counts:
        return _answer("quorum", said("quorum.nobody"), established=True)
    least = min(count for count, _ in counts)
    whole = all(count == voters for count, voters in counts)
    code = "quorum" if whole else "quorum.least"
    voters = max(voters for _, voters in counts)
    sentence = said(code, count=len(counts), least=least, voters=voters)
    return _answer("quorum", sentence, established=least >= LEAST_PERSONS)


def _votes(content: RegularityContent) -> RegularityAnswer:
    sentences, established = [], True
    for _, candidate in heard(content):
        vote = candidate.vote
        if vote is None:
            continue
        casting = getattr(vote, "casting", None)
        equal = vote.needs_casting_vote
        code = "votes.casting" if equal and casting else "votes.equal" if equal else "votes.one"
        established = established and not (equal and not casting)
        sentences.append(
            said(
                code,
                candidate=candidate.name,
                favour=vote.in_favour,
                against=vote.against,
                abstained=vote.abstained,
            )
        )
    return _answer("votes", *(sentences or [said("votes")]), established=established)


def _incidents(content: RegularityContent) -> RegularityAnswer:
    text = content.minutes.incidents.strip()
    sentence = said("incidents.text", text=text) if text else said("incidents")
    return _answer("incidents", sentence, established=not text)


def _findings(content: RegularityContent) -> RegularityAnswer:
    if not content.rules:
        return _answer("findings", said("findings"), established=True)
    sentences = tuple(
        said(
            "findings.rule.since",
            code=rule.code,
            version=rule.version,
            count=rule.count,
            since=rule.holds_from,
        )
        if rule.holds_from
        else said("findings.rule", code=rule.code, version=rule.version, count=rule.count)
        for rule in content.rules
    )
    blocking = any(f.severity is Severity.BLOCKING for f in content.minutes.findings)
    return _answer("findings", *sentences, established=not blocking)


def _annulment(content: RegularityContent) -> RegularityAnswer:
    if not content.annulled:
        return _answer("annulment", said("annulment"), established=True)
    juries = ", ".join(map(str, content.annulled))
    return _answer("annulment", said("annulment.juries", juries=juries), established=False)


def _names(members: Iterator[MemberStatement]) -> str:
    return ", ".join(dict.fromkeys(member.name for member in members))


def _distinct(sentences: list[Sentence]) -> tuple[Sentence, ...]:
    """Say once what is the same of several juries but for their number and day."""
    seen: dict[tuple[object, ...], Sentence] = {}
    for one in sentences:
        key = (one.code, *((n, v) for n, v in one.figures if n not in {"jury", "day"}))
        if key not in seen:
            seen[key] = one
        else:
            seen[key] = _joined(seen[key], one)
    return tuple(seen.values())


def _joined(first: Sentence, other: Sentence) -> Sentence:
    numbers = dict(other.figures)
    if "jury" not in numbers:
        return first
    figures = tuple(
        (name, f"{value}, {numbers['jury']}" if name == "jury" else value)
        for name, value in first.figures
    )
    return Sentence(first.code, figures)
