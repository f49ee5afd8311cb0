"""Does what a dialog asked for: it closes when that is done, and stays when it is refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from jurydesk.errors import JurydeskError

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.services.outcome import Outcome
    from jurydesk.ui.dialogs.ask_dialog import AskDialog
    from jurydesk.ui.pages.page import PageContext

T = TypeVar("T")


def perform_asked(
    context: PageContext,
    dialog: AskDialog,
    call: Callable[[], Outcome[T]],
    *,
    done: Callable[[T], None] | None = None,
    is_quiet: bool = False,
) -> None:
    """Call a service for a dialog; what was typed there stays until it is done.

    A refusal is said in the dialog; anything else is a fault of ours and is reported as one.
    """
    finish = partial(_finish, dialog, done)
    refuse = partial(_refuse, context, dialog)
    context.operations.perform(call, done=finish, failed=refuse, is_quiet=is_quiet)


def _finish(dialog: AskDialog, done: Callable[[T], None] | None, value: T) -> None:
    dialog.accept()
    if done is not None:
        done(value)


def _refuse(context: PageContext, dialog: AskDialog, error: Exception) -> None:
    if isinstance(error, JurydeskError):
        dialog.show_failure(error)
    else:
        context.runner.failed.emit(error)
