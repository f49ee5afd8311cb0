"""Kinds of texts after a jury: notifications, the block statement, the trainer's sheet."""

from __future__ import annotations

from jurydesk.domain.letter_kind import LetterField, LetterKind

_BLOCK = ("code", "title")
_REFUSED = (*_BLOCK, "reason", "evidence", "advice")
_PERSON = tuple(map(LetterField, ("civility", "candidate")))
_TITLE = tuple(map(LetterField, ("certification_title", "certification_code", "level")))
_PROOF = tuple(map(LetterField, ("session", "heard_on", "minutes", "minutes_on")))
_RESULTS = (
    LetterField("blocks_before", is_many=True, parts=_BLOCK),
    LetterField("blocks_today", is_many=True, parts=_BLOCK),
    LetterField("blocks_refused", is_many=True, parts=_REFUSED),
    LetterField("recommendation"),
)
_FRAME = tuple(map(LetterField, ("recourse", "copy_to", "corrects")))
_MANDATORY = ("certification_title", "minutes", "recourse")


def _notification(told: str, *fields: LetterField, mandatory: tuple[str, ...] = ()) -> LetterKind:
    return LetterKind(
        f"notification-{told}",
        (*_PERSON, *_TITLE, *_PROOF, *fields, *_FRAME),
        mandatory=_MANDATORY + mandatory,
    )


AFTERMATH_LETTERS = (
    _notification("full", LetterField("ground"), LetterField("recommendation")),
    _notification(
        "partial",
        *_RESULTS,
        LetterField("all_aimed"),
        mandatory=("blocks_today", "blocks_refused"),
    ),
    _notification("none", *_RESULTS, LetterField("whole"), mandatory=("blocks_refused",)),
    _notification("absent", *map(LetterField, ("is_absent", "is_excused", "is_adjourned"))),
    LetterKind(
        "block-statement",
        (
            *_PERSON,
            LetterField("born"),
            *_TITLE,
            LetterField(
                "blocks_acquired", is_many=True, parts=(*_BLOCK, "day", "session", "minutes")
            ),
            LetterField("blocks_missing", is_many=True, parts=_BLOCK),
            LetterField("is_complete"),
        ),
        pieces=("blocks",),
        mandatory=("candidate", "born", "certification_title", "blocks"),
    ),
    LetterKind(
        "trainer-sheet",
        (
            LetterField("candidate"),
            LetterField("trainer"),
            *_TITLE,
            LetterField("session"),
            LetterField("heard_on"),
            LetterField("decision"),
            *_RESULTS,
            LetterField("whole"),
            LetterField("route"),
        ),
        mandatory=("candidate", "blocks_refused"),
        is_letter=False,
    ),
)
"""What is told to candidates, and to those who prepare them for another jury."""
