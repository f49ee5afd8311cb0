"""The documents that a file must hold, route by route, as data; and which of them it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from jurydesk.domain.axes import Axis, Came, Settled, state_on
from jurydesk.domain.candidacy import AdmissibilityStatus as Status
from jurydesk.domain.candidacy import Candidacy, Closure, Intake
from jurydesk.domain.retention import DataClass
from jurydesk.domain.routes import AccessRoute

if TYPE_CHECKING:
    from jurydesk.domain.attachments import Attachment
    from jurydesk.domain.certification import Certification

SETTING = "requirement"
"""Settings begin so: `requirement.CV.RNCP40642.INDIVIDUAL`; « * » stands for every sheet."""


class Purpose(StrEnum):
    """What a document is needed for."""

    ENTRY = "ENTRY"
    """To come in: admissibility of a VAE, entry in training, acceptance of an application."""
    JURY = "JURY"


class Weight(StrEnum):
    """How much the office insists on a document; what is missing never keeps a jury away."""

    NEEDED = "NEEDED"
    OPTIONAL = "OPTIONAL"
    NOT_ASKED = "NOT_ASKED"


class Presence(StrEnum):
    """How one line of the checklist stands."""

    MET = "MET"
    MISSING = "MISSING"
    """The path says that it came in, or that it is needed by now, and it is not here."""
    AWAITED = "AWAITED"
    """Its time has not come."""
    SUPERSEDED = "SUPERSEDED"
    """What it was for is decided, or the path is over: nobody asks for it any more."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """One document of one or several routes."""

    code: str
    routes: frozenset[AccessRoute]
    axis: Axis
    due: frozenset[str]
    """States of the axis in which the document must be here."""
    purpose: Purpose
    weight: Weight = Weight.NEEDED
    settled: frozenset[str] = frozenset()
    """States in which what it was for is decided."""
    many: bool = False
    """Several documents meet it together; else the newest one counts."""
    of_person: bool = False
    """One document of the person serves all their candidacies."""
    if_conditions: bool = False
    """Asked only where the sheet states entry conditions."""
    data: DataClass = DataClass.CANDIDATE_FILE
    """How long it is kept."""


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """One requirement of one candidacy and the documents that meet it."""

    requirement: Requirement
    presence: Presence
    documents: tuple[Attachment, ...] = ()
    """Those that count, the newest first."""
    older: tuple[Attachment, ...] = ()
    """Those that a newer document supersedes."""


_R = AccessRoute
_VAE = frozenset({_R.EXPERIENCE})
_INDIVIDUAL = frozenset({_R.INDIVIDUAL})
_TRAINED = frozenset(route for route in _R if route.is_training)
_CONTRACTS = frozenset({_R.APPRENTICESHIP, _R.PROFESSIONALISATION_CONTRACT})
_ACCEPTED = frozenset({str(Intake.COMPLETE)})
_HERE = frozenset({str(Came.RECEIVED)})
_CAME_BACK = frozenset({str(Came.RECEIVED), str(Came.RETURNED)})
_MET = frozenset({str(Settled.MET)})
_FILED = frozenset(map(str, (Status.FILED, Status.INCOMPLETE, Status.COMPLETE)))
_ADMITTED = frozenset(map(str, (Status.ADMISSIBLE, Status.TACITLY_ADMISSIBLE)))
_STOPPED = frozenset(map(str, (Status.REFUSED, Status.LAPSED)))
_PROOF = DataClass.SUPPORTING_DOCUMENT
_ENTRY, _JURY = Purpose.ENTRY, Purpose.JURY
_OPTIONAL = Weight.OPTIONAL


def _vae(code: str, weight: Weight = Weight.NEEDED, *, many: bool = False) -> Requirement:
    """What a VAE candidate hands in with the first file, to prove experience (R6412-3)."""
    return Requirement(
        code,
        _VAE,
        Axis.ADMISSIBILITY,
        _FILED,
        _ENTRY,
        weight,
        settled=_ADMITTED | _STOPPED,
        many=many,
        data=_PROOF,
    )


REQUIREMENTS: tuple[Requirement, ...] = (
    replace(_vae("FILE_1"), data=DataClass.CANDIDATE_FILE),
    _vae("ACTIVITY_PROOF", many=True),
    replace(_vae("IDENTITY"), due=_FILED | _ADMITTED, settled=_STOPPED, of_person=True),
    _vae("CV", _OPTIONAL),
    _vae("LETTER", _OPTIONAL),
    Requirement("FILE_2", _VAE, Axis.VALIDATION, _CAME_BACK, _JURY),
    Requirement("IDENTITY", _TRAINED | _INDIVIDUAL, Axis.INTAKE, _ACCEPTED, _ENTRY, of_person=True),
    Requirement(
        "ENTRANCE", _TRAINED, Axis.INTAKE, _ACCEPTED, _ENTRY, many=True, if_conditions=True
    ),
    Requirement("CONTRACT", _CONTRACTS, Axis.INTAKE, _ACCEPTED, _ENTRY),
    Requirement("ASSESSMENT", _TRAINED, Axis.ASSESSMENT, _HERE, _JURY, many=True),
    Requirement("DISSERTATION", _TRAINED, Axis.DISSERTATION, _HERE, _JURY),
    Requirement("ATTENDANCE", _TRAINED, Axis.ATTENDANCE, _MET, _JURY),
    Requirement("APPLICATION", _INDIVIDUAL, Axis.APPLICATION, _HERE, _ENTRY),
    Requirement("CV", _INDIVIDUAL, Axis.APPLICATION, _HERE, _ENTRY),
    Requirement("ENTRANCE", _INDIVIDUAL, Axis.ENTRANCE, _MET, _ENTRY, many=True),
    Requirement("EVIDENCE", _INDIVIDUAL, Axis.EVIDENCE, _HERE, _JURY, many=True),
    Requirement("DISSERTATION", _INDIVIDUAL, Axis.DISSERTATION, _HERE, _JURY),
)
"""Sources: R6412-3 to -5 (VAE), the training bodies' custom, the sheet for entry conditions."""

CODES: tuple[str, ...] = tuple(dict.fromkeys(one.code for one in REQUIREMENTS))


def requirements_of(
    route: AccessRoute, sheet: Certification | None, settings: Mapping[str, str]
) -> tuple[Requirement, ...]:
    """Return what a route asks for, with the weights that the sheet and the office give.

    Raises:
        ValueError: a setting is no weight.
    """
    own = (one for one in REQUIREMENTS if route in one.routes)
    weighed = (replace(one, weight=_weight(one, route, sheet, settings)) for one in own)
    return tuple(one for one in weighed if one.weight is not Weight.NOT_ASKED)


def setting_of(code: str, *, sheet: str = "*", route: AccessRoute | None = None) -> str:
    """Return the key of the setting that says how much a document is insisted on."""
    return ".".join((SETTING, code, sheet, *((str(route),) if route else ())))


def checklist(
    candidacy: Candidacy, attached: Iterable[Attachment], asked: Iterable[Requirement]
) -> tuple[ChecklistLine, ...]:
    """Return how each requirement stands; `attached` is what the person's file holds."""
    papers = sorted(attached, key=lambda paper: (paper.added_at, paper.id), reverse=True)
    return tuple(_line(one, candidacy, papers) for one in asked)


def serves(paper: Attachment, requirement: Requirement, candidacy: Candidacy) -> bool:
    """Tell whether a document meets a requirement of that candidacy."""
    if paper.requirement != requirement.code:
        return False
    return requirement.of_person or paper.candidacy_id in {candidacy.id, None}


def _line(
    requirement: Requirement, candidacy: Candidacy, papers: Iterable[Attachment]
) -> ChecklistLine:
    found = tuple(paper for paper in papers if serves(paper, requirement, candidacy))
    if found:
        count = len(found) if requirement.many else 1
        return ChecklistLine(requirement, Presence.MET, found[:count], found[count:])
    return ChecklistLine(requirement, _without(requirement, candidacy))


def _without(requirement: Requirement, candidacy: Candidacy) -> Presence:
    state = state_on(requirement.axis, candidacy)
    if candidacy.closure is not Closure.IN_PROGRESS or state in requirement.settled:
        return Presence.SUPERSEDED
    return Presence.MISSING if state in requirement.due else Presence.AWAITED


def _weight(
    one: Requirement,
    route: AccessRoute,
    sheet: Certification | None,
    settings: Mapping[str, str],
) -> Weight:
    code = sheet.code if sheet else ""
    keys = (
        setting_of(one.code, sheet=code, route=route),
        setting_of(one.code, sheet=code),
        setting_of(one.code, route=route),
        setting_of(one.code),
    )
    written = next((settings[key] for key in keys if key in settings), None)
    if written is not None:
        return Weight(written)
    if one.if_conditions and not (sheet and _sets_conditions(sheet, route)):
        return Weight.NOT_ASKED
    return one.weight


def _sets_conditions(sheet: Certification, route: AccessRoute) -> bool:
    listed = any(route in condition.routes for condition in sheet.conditions)
    return listed or bool(sheet.entry_conditions.strip())
