"""Lets whoever prints hear of each page that is begun: to say how far it is, and to stop there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from jurydesk.errors import JurydeskError


def _nobody_listens() -> None:
    """Stand in where nobody wants to know."""


# Of the thread that prints: another one prints for somebody else
_listener: ContextVar[Callable[[], None]] = ContextVar("listener", default=_nobody_listens)


@contextmanager
def hearing_pages(listener: Callable[[], None]) -> Iterator[None]:
    """Call `listener` at each page that is begun inside; a refusal of it ends the printing."""
    refusals: list[JurydeskError] = []

    def heard() -> None:
        try:
            listener()
        except JurydeskError as refusal:
            refusals.append(refusal)
            raise

    token = _listener.set(heard)
    try:
        yield
    except JurydeskError as raised:
        # reportlab writes where it stood into the error, and so makes another one of it
        raise refusals[0] if refusals else raised from None
    finally:
        _listener.reset(token)


def page_begun() -> None:
    """Tell whoever listens."""
    _listener.get()()
