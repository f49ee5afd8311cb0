"""Letters as PDF from a text that an administrator can change; and the check of such a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jurydesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.platypus import Flowable

    from jurydesk.domain.letters import LetterFrame, LetterKind, TemplateProblem
    from jurydesk.wording import Language, Wording

    Pieces = Mapping[str, Sequence[Flowable]]
    """What the program draws for the places that a text names."""

NO_PIECES: Pieces = {}


@cache
def shipped_text(kind_code: str, language: Language) -> str:
    """Return the text that comes with the program."""
    return resource("templates", language, f"{kind_code}.md").read_text(encoding="utf-8")


def check_template(kind: LetterKind, text: str) -> tuple[TemplateProblem, ...]:
    """Return what keeps a text from being printed, in the order of its lines."""
    from jurydesk.documents.template_check import problems_of  # noqa: PLC0415 -- slow import

    return problems_of(kind, text)


def fill_text(kind: LetterKind, text: str, values: Mapping[str, object], wording: Wording) -> str:
    """Return a text with its fields filled in, as plain words: for a message, or to be frozen.

    Raises:
        RefusedByRule: the text names what its kind does not have.
    """
    from jurydesk.documents.letter_markup import (  # noqa: PLC0415 -- slow import
        blocks_of,
        plain_text,
    )
    from jurydesk.documents.template_text import filled  # noqa: PLC0415 -- slow import

    return plain_text(blocks_of(filled(kind, text, values, wording)))


def render_letter(
    kind: LetterKind,
    text: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
    pieces: Pieces = NO_PIECES,
) -> bytes:
    """Print one letter; the same text and values give the same bytes.

    Raises:
        RefusedByRule: the text names what its kind does not have.
    """
    from jurydesk.documents.drawing.letter_paper import draw_letter  # noqa: PLC0415 -- slow import

    return draw_letter(kind, text, values, frame=frame, wording=wording, pieces=pieces)


def letter_story(
    kind: LetterKind,
    text: str,
    values: Mapping[str, object],
    *,
    frame: LetterFrame,
    wording: Wording,
    pieces: Pieces = NO_PIECES,
) -> list[Flowable]:
    """Return one letter to be set with others; it begins on a first page of its own.

    Raises:
        RefusedByRule: the text names what its kind does not have.
    """
    from jurydesk.documents.drawing import letter_paper  # noqa: PLC0415 -- slow import

    return letter_paper.letter_story(
        kind, text, values, frame=frame, wording=wording, pieces=pieces
    )
