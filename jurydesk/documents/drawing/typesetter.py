"""Turns codes and free texts into paragraphs, with the typography of the language."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from jurydesk.documents.drawing import styles
from jurydesk.documents.drawing.tagged import TaggedParagraph
from jurydesk.wording import NARROW_NO_BREAK, NO_BREAK

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    from jurydesk.domain.people import Sex
    from jurydesk.wording import Wording

_BEFORE_SIGN = re.compile(r"[ \u00a0\u2009]+(?=[:;!?»%)])")
_BRACKET = re.compile(r"\([ \u00a0\u2009]+")
_OPENING = re.compile(r"«[ \u00a0\u2009]*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\ufeff]")


def tidy(text: str) -> str:
    """Return a text that a person typed as a printer sets it; no word is changed."""
    clean = _UNPRINTABLE.sub("", unicodedata.normalize("NFC", text)).replace("\t", " ")
    # reportlab breaks lines at U+202F, the narrow no-break space
    wide = clean.replace(NARROW_NO_BREAK, NO_BREAK).strip()
    # People type these spaces as they come; a line must not begin with « : » or « ) »
    held = _BRACKET.sub(f"({NO_BREAK}", _BEFORE_SIGN.sub(NO_BREAK, wide))
    return _OPENING.sub(f"«{NO_BREAK}", held)


class Typesetter:
    """Sets the sentences of one language and whatever a person typed."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def phrase(self, code: str, /, **figures: object) -> str:
        """Return the sentence of a code as plain text."""
        return tidy(self.wording.text(code, **figures))

    def say(
        self, code: str, style: ParagraphStyle = styles.BODY, /, **figures: object
    ) -> Paragraph:
        """Set the sentence of a code."""
        return self.write(self.phrase(code, **figures), style)

    def write(self, text: str, style: ParagraphStyle = styles.BODY) -> Paragraph:
        """Set a text as it is; its line breaks stay."""
        return TaggedParagraph(self.markup(text), style)

    def labelled(self, code: str, text: str, style: ParagraphStyle = styles.CELL) -> Paragraph:
        """Set « Label : text » with the label in bold."""
        colon = f"{NO_BREAK}:" if self.wording.language == "fr" else ":"
        return TaggedParagraph(
            f"<b>{self.markup(self.phrase(code))}{colon}</b> {self.markup(text)}", style
        )

    def markup(self, text: str) -> str:
        """Return a text in which nothing can be taken for a tag."""
        return escape(tidy(text)).replace("\n", "<br/>")

    def agreed(self, code: str, sex: Sex) -> str:
        """Return the code of the form that agrees with a person's sex, inclusive where unknown."""
        return f"{code}.{sex.value}"
