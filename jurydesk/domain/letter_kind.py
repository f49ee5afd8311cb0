"""What a kind of letter is: the fields its text may name, and the pieces the program draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterField:
    """One thing that a text may name: `{{ candidate }}`, or each of many by a loop."""

    name: str
    is_many: bool = False
    """Whether it is a list: `{% for block in blocks %}`."""
    parts: tuple[str, ...] = ()
    """What each of many has: `{{ block.title }}`; empty: each is a text."""


@dataclass(frozen=True, slots=True)
class LetterKind:
    """One kind of letter. Its code names its texts and its words."""

    code: str
    fields: tuple[LetterField, ...]
    pieces: tuple[str, ...] = ()
    """Blocks that the program draws, placed by a line of their own: `[[name]]`."""
    mandatory: tuple[str, ...] = ()
    """Fields and pieces without which the letter would not do what the law asks of it."""
    is_letter: bool = True
    """Whether it goes to somebody; else it is a part of another paper."""

    @property
    def known_fields(self) -> tuple[LetterField, ...]:
        """Return its own fields, then those that every letter has."""
        return self.fields + OFFICE_FIELDS

    @property
    def known_pieces(self) -> tuple[str, ...]:
        """Return the pieces that its text may place."""
        return (*self.pieces, SIGNATURE)

    def field(self, name: str) -> LetterField | None:
        """Return one field by its name."""
        return next((one for one in self.known_fields if one.name == name), None)


SIGNATURE = "signature"
"""The piece that every letter has; a text that does not place it is signed at its end."""

OFFICE_FIELDS = tuple(
    LetterField(name)
    for name in (
        "certifier",
        "certifier_address",
        "representative",
        "representative_role",
        "place",
        "today",
        "reference",
    )
)
"""What is known of every letter: who writes it, where, when, under which reference."""
