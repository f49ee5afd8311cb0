"""Last section of the minutes: who signs the decisions, and apart from them who only attests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.minutes_juries import grouped, seat_words
from jurydesk.documents.drawing.styles import S2, S3, S4, S5, WIDTH
from jurydesk.domain.session import Modality

if TYPE_CHECKING:
    from collections.abc import Hashable

    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import (
        CertifierStatement,
        JuryStatement,
        MemberStatement,
        MinutesContent,
    )

PER_ROW = 3
GUTTER = 4 * mm
BOX = (WIDTH - (PER_ROW - 1) * GUTTER) / PER_ROW
BOX_WIDTHS = (BOX, GUTTER, BOX, GUTTER, BOX)
SIGNATURE_HEIGHT = 18 * mm


def signatures_section(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    """Set the signatures of each jury, then the attestation of the certifying body."""
    opening: list[Flowable] = [
        tables.section(6, setter.phrase("minutes.section.signatures")),
        setter.write(_done(content, setter)),
        tables.gap(S2),
        setter.say("minutes.declaration"),
        tables.gap(S4),
    ]
    alike = grouped(content.juries, _signers)
    parts: list[list[Flowable]] = []
    for juries in alike:
        names = _names(juries, setter) if len(alike) > 1 else []
        parts.append([*names, *_jury(juries[0], setter)])
    parts = parts or [[]]
    parts[0][:0] = opening
    # The certifying body signs beside the last jury, not alone on a page
    parts[-1] += [tables.gap(S5), *_certifier(content, setter)]
    story: list[Flowable] = []
    for part in parts:
        story += [tables.together(*part), tables.gap(S5)]
    return story[:-1]


def _signers(jury: JuryStatement) -> Hashable:
    """Return what makes two juries sign alike: they need not sign twice."""
    return tuple(
        (member.examiner_id, member.name, member.seat, member.president, member.present is False)
        for member in jury.members
    )


def _names(juries: list[JuryStatement], setter: Typesetter) -> list[Flowable]:
    names = ", ".join(setter.phrase("minutes.jury", number=jury.number) for jury in juries)
    return [setter.write(names, styles.PROOF), tables.gap(S2)]


def _done(content: MinutesContent, setter: Typesetter) -> str:
    if content.drawn_up_on is None:
        return setter.phrase("minutes.done.blank")
    if content.modality is Modality.REMOTE:
        return setter.phrase("minutes.done_remotely", day=content.drawn_up_on)
    if not content.place:
        return setter.phrase("minutes.done_on", day=content.drawn_up_on)
    return setter.phrase("minutes.done_at", place=content.place, day=content.drawn_up_on)


def _jury(jury: JuryStatement, setter: Typesetter) -> list[Flowable]:
    sitting = [member for member in jury.members if member.present is not False]
    signing = [member for member in sitting if member.deliberates]
    # The president signs first
    signing.sort(key=lambda member: not member.president)
    silent = [member for member in sitting if not member.deliberates]
    story: list[Flowable] = [
        setter.say("minutes.signatures.deliberating", styles.HEADING),
        tables.gap(S2),
        _boxes(signing, setter),
    ]
    absent = [member.name for member in jury.members if member.present is False]
    if absent:
        names = ", ".join(absent)
        story += [tables.gap(S2), setter.say("minutes.signatures.absent", styles.CELL, names=names)]
    for member in silent:
        story += [tables.gap(S5), *_silent(member, setter)]
    return story


def _boxes(members: list[MemberStatement], setter: Typesetter) -> Flowable:
    """Draw a box to sign in for each member, three to a row, of one height."""
    rows: list[list[tables.Cell]] = []
    frames: list[tables.Command] = []
    for index, member in enumerate(members):
        row, column = divmod(index, PER_ROW)
        if column == 0:
            rows += [[""] * len(BOX_WIDTHS), [""] * len(BOX_WIDTHS)]
        rows[2 * row][2 * column] = _to_sign(_signer(member, setter), setter)
        frames += _frame(2 * column, 2 * row)
    gutters = [("BOTTOMPADDING", (0, row), (-1, row), 0) for row in range(1, len(rows), 2)]
    return tables.table(
        rows[:-1] or [[""]],
        BOX_WIDTHS if rows else [WIDTH],
        ("RIGHTPADDING", *tables.ALL, 0),
        *frames,
        *gutters,
    )


def _frame(column: int, row: int) -> list[tables.Command]:
    cell = ((column, row), (column, row))
    return [
        ("BOX", *cell, styles.HAIRLINE, styles.MUTED),
        ("LEFTPADDING", *cell, S3),
        ("RIGHTPADDING", *cell, S3),
        ("TOPPADDING", *cell, S3),
        ("BOTTOMPADDING", *cell, SIGNATURE_HEIGHT),
    ]


def _to_sign(signer: list[Flowable], setter: Typesetter) -> list[Flowable]:
    return [*signer, tables.gap(S3), setter.say("minutes.signature", styles.SMALL)]


def _signer(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    lines: list[Flowable] = [setter.write(member.name, styles.CELL_STRONG)]
    if member.president:
        code = setter.agreed("minutes.president", member.sex)
        lines.append(setter.say(code, styles.TAG))
    return [*lines, setter.write(seat_words(member, setter), styles.SMALL)]


def _silent(member: MemberStatement, setter: Typesetter) -> list[Flowable]:
    """Set apart the attestation of a member who sat and did not deliberate."""
    text = setter.say(setter.agreed("minutes.attestation.silent", member.sex), name=member.name)
    return [
        setter.say("minutes.signatures.silent", styles.HEADING),
        tables.gap(S2),
        _attestation([text], _signer(member, setter), setter),
    ]


def _certifier(content: MinutesContent, setter: Typesetter) -> list[Flowable]:
    certifier = content.certifier
    named = bool(certifier.representative)
    code = "minutes.attestation.certifier" if named else "minutes.attestation.certifier.unnamed"
    text = setter.say(
        code,
        certifier=certifier.name,
        name=certifier.representative,
        role=certifier.representative_role,
    )
    return [
        setter.say("minutes.signatures.certifier", styles.HEADING),
        tables.gap(S2),
        signed_for(certifier, text, setter),
    ]


def signed_for(certifier: CertifierStatement, text: Flowable, setter: Typesetter) -> Flowable:
    """Set what somebody signs for the certifying body beside the room to sign in."""
    signer: list[Flowable] = [
        setter.write(certifier.representative or certifier.name, styles.CELL_STRONG),
        setter.write(certifier.representative_role, styles.SMALL),
    ]
    return _attestation([text], signer, setter)


def _attestation(text: list[Flowable], signer: list[Flowable], setter: Typesetter) -> Flowable:
    return tables.table(
        [[text, "", _to_sign(signer, setter)]],
        [2 * BOX + GUTTER, GUTTER, BOX],
        ("TOPPADDING", *tables.ALL, 0),
        ("RIGHTPADDING", (0, 0), (0, 0), 2 * GUTTER),
        *_frame(2, 0),
    )
