"""Kinds of texts that stand in the minutes; what was printed is frozen with them."""

from __future__ import annotations

from jurydesk.domain.letter_kind import LetterField, LetterKind

DECLARATION = LetterKind(
    "minutes-declaration",
    (LetterField("session"), LetterField("certification")),
    is_letter=False,
)
"""What each member declares by signing: no tie with whom they deliberated on (D6412-6)."""

ATTESTATION = LetterKind(
    "minutes-attestation",
    (LetterField("member"), LetterField("is_woman"), LetterField("is_man")),
    mandatory=("member",),
    is_letter=False,
)
"""What a member without a vote attests, apart."""

CERTIFIER = LetterKind(
    "minutes-certifier",
    (LetterField("session"), LetterField("certification")),
    mandatory=("certifier",),
    is_letter=False,
)
"""What the certifying body attests, which did not deliberate."""

MINUTES_TEXTS = (DECLARATION, ATTESTATION, CERTIFIER)
