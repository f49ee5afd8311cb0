"""The facts of the right to sit in words: what each is about, how it stands, what settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.right_to_sit import SEAT, RightFact, RightKind, Standing
from jurydesk.finding_text import term

if TYPE_CHECKING:
    from jurydesk.wording import Wording


def fact_label(fact: RightFact, wording: Wording) -> str:
    """Return what a fact is about, in a word or two; a qualification by its seat."""
    seat = dict(fact.figures).get("seat")
    if fact.kind is RightKind.SEAT and seat:
        return wording.text("RIGHT-SEAT-OF", seat=term("seat", str(seat), wording))
    return wording.text(f"RIGHT-{fact.kind}")


def fact_text(fact: RightFact, wording: Wording) -> str:
    """Return how a fact stands, as a sentence."""
    figures = {name: _in_words(name, value, wording) for name, value in fact.figures}
    return wording.text(_code(fact), **figures)


def fact_todo(fact: RightFact, wording: Wording) -> str:
    """Return what would settle a fact; empty: nothing is to be done."""
    code = f"RIGHT-{fact.kind}-{fact.standing}-TODO"
    return wording.text(code) if wording.has(code) else ""


def proof_label(proves: str, wording: Wording) -> str:
    """Return what a document proves, by its code: « Qualité : employeurs », « Mandat »."""
    if proves.startswith(SEAT):
        seat = proves.removeprefix(SEAT)
        return wording.text("RIGHT-SEAT-OF", seat=term("seat", seat, wording))
    return wording.text(f"RIGHT-{proves}")


def _code(fact: RightFact) -> str:
    figures = dict(fact.figures)
    code = f"RIGHT-{fact.kind}-{fact.standing}"
    if fact.kind is RightKind.SCOPE and figures.get("certifications") == "":
        return "RIGHT-SCOPE-ALL" if fact.standing is Standing.PROVED else code
    if fact.kind is RightKind.EMPLOYER and fact.standing is Standing.PROVED:
        return "RIGHT-EMPLOYER-YES" if figures["employed"] == "yes" else "RIGHT-EMPLOYER-NO"
    if fact.kind is RightKind.TRAINING and figures.get("year") == "":
        return f"{code}-UNDATED"
    if fact.kind is RightKind.SEAT and not figures:
        return "RIGHT-SEAT-NONE"
    return code


def _in_words(name: str, value: object, wording: Wording) -> object:
    return term("sex", str(value), wording) if name == "sex" else value
