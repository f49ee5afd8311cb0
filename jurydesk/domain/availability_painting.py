"""Half-days painted with a kind: what the entries of a person become."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jurydesk.domain.availability import Absence, Answer, AvailabilityKind, Origin, answer_on
from jurydesk.domain.availability_days import Half, halves_of, spans, without_halves

_NEXT = {
    Answer.SILENT: AvailabilityKind.AWAY,
    Answer.AWAY: AvailabilityKind.RATHER_NOT,
    Answer.RATHER_NOT: AvailabilityKind.FREE,
    Answer.FREE: None,
    # An option has a last day: it is typed, and painting over it says something else
    Answer.OPTION: AvailabilityKind.AWAY,
    Answer.LAPSED: AvailabilityKind.AWAY,
}


def painted(
    entries: Iterable[Absence],
    halves: Iterable[Half],
    kind: AvailabilityKind | None,
    *,
    given: date,
) -> tuple[Absence, ...]:
    """Return the entries with these half-days said to be of that kind; None: nothing said.

    What was painted before and has no reason is one with what is painted now.
    """
    fresh = frozenset(halves)
    kept = list(without_halves(entries, fresh))
    if kind is not None:
        plain = Absence(given, given, kind=kind, given=given)
        alike = [one for one in kept if _is_plain(one, kind)]
        kept = [one for one in kept if one not in alike]
        together = fresh.union(*map(halves_of, alike))
        kept.extend(span.on(plain) for span in spans(together))
    return tuple(sorted(kept, key=lambda one: one.order))


def next_kind(entries: Iterable[Absence], half: Half, *, today: date) -> AvailabilityKind | None:
    """Return what comes after what is said of a half-day: away, rather not, free, nothing."""
    answer, _ = answer_on(entries, *half, today=today)
    return _NEXT[answer]


def _is_plain(entry: Absence, kind: AvailabilityKind) -> bool:
    is_painted = entry.kind is kind and entry.origin is Origin.TYPED and entry.weekday is None
    return is_painted and not entry.reason and entry.held_until is None
