"""Until when an attached document may be kept: from the end of the path that it was for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jurydesk.domain.candidacy import Candidacy, Closure
from jurydesk.domain.requirements import REQUIREMENTS
from jurydesk.domain.retention import DataClass, Retention
from jurydesk.domain.routes import AccessRoute

if TYPE_CHECKING:
    from jurydesk.domain.attachments import Attachment


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long one document is kept."""

    attachment: Attachment
    data: DataClass
    since: date | None
    """The day that counts: when the path ended; None: it goes on, or nobody wrote when it ended."""
    last: date | None
    """Last day on which it may be kept; None: no end is known."""

    def is_over(self, today: date) -> bool:
        """Tell whether it must go; it may stay on the last day itself."""
        return self.last is not None and today > self.last


def keeping_of(
    paper: Attachment, paths: Iterable[Candidacy], terms: Mapping[DataClass, Retention]
) -> Keeping:
    """Return how long a document is kept; of several paths that need it the last one counts.

    `paths` are all candidacies of the person.
    """
    served = [path for path in paths if _serves(paper, path)]
    if not served:
        # Nothing was ever applied for: the only day that is known is that of its coming
        return _keeping(paper, DataClass.CANDIDATE_FILE, paper.added_at.date(), terms)
    each = [_keeping(paper, _class(paper, path), _ended(path), terms) for path in served]
    endless = (one for one in each if one.last is None)
    return next(endless, None) or max(each, key=lambda one: one.last or date.max)


def _serves(paper: Attachment, path: Candidacy) -> bool:
    if paper.candidacy_id in {None, path.id}:
        return True
    asked = (one for one in REQUIREMENTS if path.route in one.routes and one.of_person)
    return any(one.code == paper.requirement for one in asked)


def _class(paper: Attachment, path: Candidacy) -> DataClass:
    own = _asked(paper.requirement, path.route)
    if path.route is AccessRoute.EXPERIENCE:
        return next(own, DataClass.SUPPORTING_DOCUMENT)
    return next(own, DataClass.CANDIDATE_FILE)


def _asked(code: str, route: AccessRoute) -> Iterator[DataClass]:
    return (one.data for one in REQUIREMENTS if one.code == code and route in one.routes)


def _ended(path: Candidacy) -> date | None:
    return path.closed if path.closure is not Closure.IN_PROGRESS else None


def _keeping(
    paper: Attachment, data: DataClass, since: date | None, terms: Mapping[DataClass, Retention]
) -> Keeping:
    return Keeping(paper, data, since, terms[data].ends(since) if since else None)
