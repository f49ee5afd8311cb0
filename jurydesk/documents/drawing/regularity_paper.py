"""Draws the certificate of regularity: a verdict, one answer a line, one line per candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import fonts, page, styles, tables
from jurydesk.documents.drawing.letterhead import certification_line, letterhead
from jurydesk.documents.drawing.styles import S2, S3, S4
from jurydesk.documents.drawing.typesetter import Typesetter
from jurydesk.domain.deliberation import Appearance
from jurydesk.domain.regularity_answers import answers_of, heard
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.domain.minutes import CandidateStatement, JuryStatement
    from jurydesk.domain.regularity_answers import RegularityAnswer, Sentence
    from jurydesk.domain.regularity_certificate import RegularityContent
    from jurydesk.wording import Wording

WIDTHS = tuple(width * mm for width in (42, 108, 20))
HEARD_WIDTHS = tuple(width * mm for width in (8, 62, 28, 22, 50))
PROOF_WIDTHS = (42 * mm, styles.WIDTH - 42 * mm)


def draw_regularity(content: RegularityContent, *, wording: Wording) -> bytes:
    """Set the verdict, the answers, the candidates and the fingerprints."""
    fonts.register()
    setter = Typesetter(wording)
    answers = answers_of(content)
    story = [
        *_head(content, setter),
        _verdict(answers, setter),
        tables.gap(S3),
        _answers(answers, setter),
        tables.gap(S4),
        _proofs(content, setter),
        *_candidates(content, setter),
    ]
    return page.build(story, _furniture(content, setter))


def _head(content: RegularityContent, setter: Typesetter) -> list[Flowable]:
    told = content.minutes
    session = setter.phrase("papers.session", session=told.session_code)
    reference = [
        setter.write(session, styles.NUMBER),
        setter.say("aftermath.regularity.minutes", styles.SMALL_RIGHT, number=content.number),
    ]
    days = ", ".join(setter.wording.date(day) for day in told.days)
    return [
        letterhead(told.certifier, setter, reference=[*reference]),
        tables.gap(S3),
        setter.say("papers.regularity", styles.TITLE),
        setter.write(told.certification.title, styles.SUBTITLE),
        setter.write(f"{certification_line(told.certification, setter)} · {days}", styles.STRONG),
        tables.gap(S3),
    ]


def _verdict(answers: tuple[RegularityAnswer, ...], setter: Typesetter) -> Flowable:
    open_ = [answer for answer in answers if not answer.established]
    if not open_:
        text = setter.say("aftermath.regularity.all", styles.PROOF, count=len(answers))
        return tables.panel([text], ink=styles.ACCENT, fill=styles.ACCENT_SOFT)
    names = ", ".join(setter.phrase(f"aftermath.question.{one.question}") for one in open_)
    text = setter.say(
        "aftermath.regularity.some",
        styles.WARNING_STRONG,
        count=len(open_),
        total=len(answers),
        names=names,
    )
    return tables.panel([text], ink=styles.WARN, fill=styles.WARN_SOFT)


def _answers(answers: tuple[RegularityAnswer, ...], setter: Typesetter) -> Flowable:
    rows: list[list[tables.Cell]] = [
        [
            setter.say(f"aftermath.regularity.column.{name}", styles.LABEL)
            for name in ("question", "answer", "standing")
        ]
    ]
    for answer in answers:
        standing = "established" if answer.established else "to_read"
        style = styles.TAG if answer.established else styles.SMALL_STRONG
        rows.append(
            [
                setter.say(f"aftermath.question.{answer.question}", styles.SMALL_STRONG),
                [_sentence(one, setter) for one in answer.sentences],
                setter.say(f"aftermath.regularity.{standing}", style),
            ]
        )
    return tables.table(
        rows,
        WIDTHS,
        *tables.hairlines(1),
        *tables.header(0),
        ("TOPPADDING", *tables.ALL, S2 - 1),
        ("BOTTOMPADDING", *tables.ALL, S2 - 1),
        repeat=1,
    )


def _sentence(sentence: Sentence, setter: Typesetter) -> Flowable:
    return setter.say(
        f"aftermath.answer.{sentence.code}", styles.SMALL_INK, **dict(sentence.figures)
    )


def _candidates(content: RegularityContent, setter: Typesetter) -> list[Flowable]:
    every = [(jury, one) for jury in content.juries for one in jury.candidates]
    if not every:
        return []
    names = ("rank", "candidate", "hour", "deliberated", "outcome")
    rows: list[list[tables.Cell]] = [
        [setter.say(f"aftermath.regularity.heard.{name}", styles.LABEL) for name in names]
    ]
    rows += [_candidate(rank, jury, one, setter) for rank, (jury, one) in enumerate(every, start=1)]
    table = tables.table(
        rows,
        HEARD_WIDTHS,
        *tables.hairlines(1),
        *tables.header(0),
        ("TOPPADDING", *tables.ALL, S2 - 1),
        ("BOTTOMPADDING", *tables.ALL, S2 - 1),
        repeat=1,
    )
    count = len(list(heard(content)))
    return [
        tables.gap(S4),
        setter.say("aftermath.regularity.heard", styles.HEADING, count=count),
        tables.gap(S2),
        table,
    ]


def _candidate(
    rank: int, jury: JuryStatement, one: CandidateStatement, setter: Typesetter
) -> list[tables.Cell]:
    start = setter.wording.time(one.start.time())
    day = setter.wording.short_date(one.start.date())
    came = one.appearance is Appearance.PRESENT
    of = {"count": one.deliberating, "voters": jury.voters}
    deliberated = setter.phrase("aftermath.regularity.of", **of) if came else "—"
    outcome = term("decision", one.decision, setter.wording) if one.decision else ""
    recused = ", ".join(name for name, _ in one.recused)
    more = setter.phrase("aftermath.regularity.recused", people=recused) if recused else ""
    return [
        setter.write(str(rank), styles.SMALL_INK),
        setter.write(one.name, styles.SMALL_INK),
        setter.write(f"{day}, {start}", styles.SMALL_INK),
        setter.write(deliberated, styles.SMALL_INK),
        setter.write(" · ".join(filter(None, (outcome, more))), styles.SMALL_INK),
    ]


def _proofs(content: RegularityContent, setter: Typesetter) -> Flowable:
    frozen = content.frozen_at.date() if content.frozen_at else "—"
    closed = content.closed_at.date() if content.closed_at else "—"
    lines = (
        ("minutes", content.content_hash, content.number),
        ("session", content.session_hash, frozen),
        ("deliberation", content.deliberation_hash, closed),
    )
    rows: list[list[tables.Cell]] = [
        [
            setter.say(f"aftermath.regularity.seal.{name}", styles.SMALL_STRONG, of=of),
            setter.write(digest or setter.phrase("aftermath.regularity.seal.none"), styles.SMALL),
        ]
        for name, digest, of in lines
    ]
    heading = setter.say("aftermath.regularity.seals", styles.HEADING)
    how = setter.say("aftermath.regularity.verify", styles.SMALL)
    table = tables.table(
        rows, PROOF_WIDTHS, ("TOPPADDING", *tables.ALL, 1), ("BOTTOMPADDING", *tables.ALL, 1)
    )
    return tables.together(heading, table, how)


def _furniture(content: RegularityContent, setter: Typesetter) -> page.Furniture:
    told = content.minutes
    number = setter.phrase("minutes.number", number=content.number)
    return page.Furniture(
        title=setter.phrase("papers.regularity"),
        author=told.certifier.name,
        subject=setter.phrase(
            "aftermath.regularity.subject",
            session=told.session_code,
            certification=told.certification.code,
        ),
        language=page.LANGUAGES[setter.wording.language],
        header=told.certifier.name,
        footer=" · ".join((number, told.session_code, told.certification.code)),
        folio=lambda number, pages: setter.phrase("papers.page", page=number, pages=pages),
    )
