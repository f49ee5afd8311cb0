"""Kinds of letters by which people are convened."""

from __future__ import annotations

from jurydesk.domain.letter_kind import LetterField, LetterKind

_WHEN = ("day", "hours", "room", "certification", "seat")
_EVERYBODY = (
    LetterField("name"),
    LetterField("session"),
    LetterField("certification"),
    LetterField("judges_several"),
    LetterField("appointments", is_many=True, parts=_WHEN),
    LetterField("before", is_many=True, parts=_WHEN),
    LetterField("address"),
    LetterField("link"),
    LetterField("is_remote"),
    LetterField("email"),
    LetterField("phone"),
)
_ASKED = (*_EVERYBODY, LetterField("is_moved"), LetterField("due"))
_EMPLOYED = (LetterField("notice"), LetterField("is_late"))
_ADAPTED = (LetterField("extra_time"), LetterField("step_free"))

CONVENING_LETTERS = (
    LetterKind(
        "summons-member",
        (*_ASKED, LetterField("for_employer"), *_EMPLOYED),
        mandatory=("appointments", "address", "link"),
    ),
    LetterKind(
        "employer-copy",
        (*_EVERYBODY, LetterField("organisation"), *_EMPLOYED),
        mandatory=("name", "appointments"),
    ),
    LetterKind(
        "summons-candidate",
        (*_ASKED, *_ADAPTED),
        mandatory=("appointments", "address", "link"),
    ),
    LetterKind("cancellation", (*_EVERYBODY, LetterField("is_member")), mandatory=("before",)),
    LetterKind(
        "summons-message",
        (
            *_ASKED,
            LetterField("is_member"),
            LetterField("is_cancelled"),
            LetterField("is_reminder"),
            LetterField("for_employer"),
            *_EMPLOYED,
            *_ADAPTED,
        ),
        mandatory=("appointments",),
        is_letter=False,
    ),
)
"""The summons of a member and of a candidate, the copy for an employer, the cancellation, and the
words of the e-mail that brings them."""
