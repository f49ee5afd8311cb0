"""Kinds of texts of the day folder."""

from __future__ import annotations

from jurydesk.domain.letter_kind import LetterField, LetterKind

DAY_LETTERS = (
    LetterKind(
        "day-cover",
        (
            LetterField("session"),
            LetterField("certifications", is_many=True),
            LetterField("days", is_many=True),
            LetterField("address"),
            LetterField("is_remote"),
            LetterField("juries", is_many=True, parts=("number", "day", "hours", "room", "people")),
            LetterField("papers", is_many=True),
        ),
        pieces=("juries", "papers"),
        is_letter=False,
    ),
)
"""The note that comes first in the folder of a day."""
