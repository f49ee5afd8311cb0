"""Fills the fields of a text in: a sandbox that knows values, conditions and loops, no more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import StrictUndefined, Template, TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from jurydesk.documents.drawing.typesetter import tidy
from jurydesk.documents.template_check import problems_of
from jurydesk.errors import RefusedByRule
from jurydesk.wording import Wording

if TYPE_CHECKING:
    from jurydesk.domain.letters import LetterKind

_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_BREAKS = re.compile(r"\s*\n\s*")


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """What a text is filled in with: no function, no other file, nothing of Python."""

    def __init__(self, wording: Wording) -> None:
        """Write every value as words of one language."""
        super().__init__(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
        self.globals.clear()
        self._wording = wording
        self.finalize = self._written

    @override
    def getattr(self, obj: object, attribute: str) -> object:
        """Return a part of a value by its name: `{{ block.title }}`."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(name=attribute)
        return super().getattr(obj, attribute)

    def _written(self, value: object) -> object:
        # What is not known fails where it is written, and says its name
        return value if isinstance(value, Undefined) else as_words(self._figure(value))

    def _figure(self, value: object) -> str:
        if isinstance(value, tuple | list):
            return ", ".join(map(self._wording.figure, value))
        return self._wording.figure(value)


def as_words(value: str) -> str:
    """Return a value in which no sign can be taken for markup; its line breaks stay."""
    return _BREAKS.sub("\\\\\n", _MARKS.sub(r"\\\1", tidy(value)))


def filled(kind: LetterKind, text: str, values: Mapping[str, object], wording: Wording) -> str:
    """Return the text with its fields filled in, still in Markdown.

    A field without a value is empty.

    Raises:
        LookupError: a value is given that the kind does not have: a fault of ours.
        RefusedByRule: the text is wrong, or names what the kind does not have.
    """
    nothing: dict[str, object] = {f.name: () if f.is_many else "" for f in kind.known_fields}
    strange = sorted(values.keys() - nothing.keys())
    if strange:
        raise LookupError(f"{kind.code} has no {', '.join(strange)}")
    try:
        return tidy(_understood(text, wording).render({**nothing, **values}))
    except (TemplateError, SecurityError) as error:
        raise _refusal(kind, text) from error


@lru_cache(maxsize=64)
def _understood(text: str, wording: Wording) -> Template:
    """Two hundred letters are one text: it is understood once."""
    return LetterEnvironment(wording).from_string(text)


def _refusal(kind: LetterKind, text: str) -> RefusedByRule:
    """Say what keeps a stored text from being printed, and where."""
    line = next((problem.line for problem in problems_of(kind, text)), 1)
    return RefusedByRule("MODEL-UNPRINTABLE", {"kind": kind.code, "line": line})
