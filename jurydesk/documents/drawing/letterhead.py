"""The head of a first page: who issues the paper, and its reference at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from jurydesk.documents.drawing import styles, tables
from jurydesk.documents.drawing.styles import S1, S3, S5, WIDTH
from jurydesk.wording import NO_BREAK

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from jurydesk.documents.drawing.typesetter import Typesetter
    from jurydesk.domain.minutes import CertificationStatement, CertifierStatement

REFERENCE_WIDTH = 58 * mm
SIRET_LENGTH = 14


def letterhead(
    certifier: CertifierStatement, setter: Typesetter, *, reference: list[Flowable]
) -> Flowable:
    """Set the name, SIRET and address of the certifying body beside the reference."""
    issuer: list[Flowable] = [setter.write(certifier.name, styles.ISSUER)]
    if certifier.siret:
        siret = spaced_siret(certifier.siret)
        issuer.append(setter.say("minutes.siret", styles.SMALL, siret=siret))
    if certifier.address:
        issuer.append(setter.write(certifier.address, styles.SMALL))
    return tables.table(
        [[issuer, reference]],
        [WIDTH - REFERENCE_WIDTH, REFERENCE_WIDTH],
        ("LINEBELOW", (0, 0), (-1, 0), styles.RULE, styles.ACCENT),
        ("RIGHTPADDING", (-1, 0), (-1, 0), 0),
        ("TOPPADDING", (0, 0), (-1, 0), 0),
        ("BOTTOMPADDING", (0, 0), (-1, 0), S3),
    )


def spaced_siret(siret: str) -> str:
    """Write a SIRET in groups, as on official papers; anything else stays as it is."""
    if len(siret) != SIRET_LENGTH or not siret.isdigit():
        return siret
    return NO_BREAK.join((siret[:3], siret[3:6], siret[6:9], siret[9:]))


def title(code: str, certification: CertificationStatement, setter: Typesetter) -> list[Flowable]:
    """Set the name of the paper and the certification that it concerns."""
    return [
        tables.gap(S5),
        setter.say(code, styles.TITLE),
        tables.gap(S1),
        setter.write(certification.title, styles.SUBTITLE),
        setter.write(certification_line(certification, setter), styles.STRONG),
        tables.gap(S5),
    ]


def certification_line(certification: CertificationStatement, setter: Typesetter) -> str:
    """Return « Certification RNCP34316 · niveau 6 », saying so where it is judged as a whole."""
    known = certification.level is not None
    code = "minutes.certification" if known else "minutes.certification.no_level"
    line = setter.phrase(code, code=certification.code, level=certification.level)
    if certification.whole is None:
        return f"{line} · {setter.phrase('minutes.certification.blocks_unknown')}"
    if certification.whole:
        return f"{line} · {setter.phrase('minutes.certification.whole')}"
    return line
