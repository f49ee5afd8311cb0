"""What counts most where plans can be weighed: the order of the parts after the law's."""

from __future__ import annotations

from jurydesk.errors import WrongUsage
from jurydesk.planning.objective import PARTS

LAW = PARTS[: PARTS.index("juries")]
"""Who is heard, the law's clocks and what people were told: nobody trades them for comfort."""
COMFORT = PARTS[PARTS.index("juries") :]
"""The parts that an office may put in another order; this one until it does."""


def comfort_of(text: str) -> tuple[str, ...]:
    """Return the parts in the order that a setting names; those it does not name come last.

    Raises:
        WrongUsage: a name is none of the parts, or stands twice.
    """
    named = tuple(part.strip() for part in text.split(",") if part.strip())
    if not set(named) <= set(COMFORT) or len(set(named)) < len(named):
        raise WrongUsage("SETTING-ORDER", {"value": text, "known": ", ".join(COMFORT)})
    return (*named, *(part for part in COMFORT if part not in named))


def order_with(*first: str, comfort: tuple[str, ...] = COMFORT) -> tuple[str, ...]:
    """Return every part: the law's, then these, then the others as the office orders them."""
    return (*LAW, *first, *(part for part in comfort if part not in first))
