"""Situations of a file beside its documents, and what the rules find of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from jurydesk.domain.attachments import Attachment
from jurydesk.domain.candidacy import (
    AdmissibilityFile,
    AdmissibilityStatus,
    Candidacy,
    Closure,
    Handed,
    Intake,
    TrainingRecord,
)
from jurydesk.domain.document_rules import check_documents, check_owner
from jurydesk.domain.findings import Finding
from jurydesk.domain.requirements import checklist, requirements_of
from jurydesk.domain.routes import AccessRoute
from tests.builders import a_candidacy, a_candidate, a_certification, a_vae
from tests.domain.case import case

NOON = datetime.fromisoformat("2026-11-23T12:00")


def a_paper(requirement: str = "", identifier: int = 1, **changes: Any) -> Attachment:
    """A document of candidacy 1."""
    name, digest = f"{requirement or 'autre'}.pdf", f"{identifier:064x}"
    paper = Attachment(
        1, name, digest, 10, "application/pdf", NOON, "Camille", requirement, 1, id=identifier
    )
    return replace(paper, **changes)


def of_person(requirement: str, **changes: Any) -> Attachment:
    return a_paper(requirement, candidacy_id=None, **changes)


def a_filed_vae(status: AdmissibilityStatus = AdmissibilityStatus.FILED) -> Candidacy:
    """A VAE path whose first file came in and nobody has decided on."""
    filed = AdmissibilityFile(received=NOON.date(), status=status)
    return replace(a_vae(), admissibility=filed, validation_received=None)


def _asked(
    path: Candidacy, *held: Attachment, settings: dict[str, str] | None = None
) -> Callable[[], Iterable[Finding]]:
    sheet = a_certification()
    asked = requirements_of(path.route, sheet, settings or {})
    return partial(_check, path, checklist(path, held, asked))


def _check(path: Candidacy, lines: Any) -> tuple[Finding, ...]:
    return tuple(check_documents(path, a_candidate(), lines))


_IDENTITY, _FILE_1, _PROOFS = of_person("IDENTITY"), a_paper("FILE_1"), a_paper("ACTIVITY_PROOF")
_FILED = a_filed_vae()
_NOTHING_YET = replace(a_candidacy(), intake=Intake.DRAFT, training=TrainingRecord())
_JUST_ACCEPTED = replace(_NOTHING_YET, intake=Intake.COMPLETE)
_CV = {"requirement.CV.*.EXPERIENCE": "NEEDED"}

CASES = (
    case("filed, nothing attached", "DOC-01", _asked(_FILED)),
    case("filed, all three attached", "", _asked(_FILED, _IDENTITY, _FILE_1, _PROOFS)),
    case("filed, no proof of activity", "DOC-01", _asked(_FILED, _IDENTITY, _FILE_1)),
    case("optional CV missing", "", _asked(_FILED, _IDENTITY, _FILE_1, _PROOFS)),
    case(
        "CV that the office insists on",
        "DOC-01",
        _asked(_FILED, _IDENTITY, _FILE_1, _PROOFS, settings=_CV),
    ),
    case(
        "nothing filed yet",
        "",
        _asked(replace(_FILED, admissibility=AdmissibilityFile())),
    ),
    case("admissible: file 2 said to be here and is not", "DOC-01", _asked(a_vae(), _IDENTITY)),
    case("admissible, file 2 attached", "", _asked(a_vae(), _IDENTITY, a_paper("FILE_2"))),
    case("a draft of a training path", "", _asked(_NOTHING_YET)),
    case("accepted, no identity", "DOC-01", _asked(_JUST_ACCEPTED)),
    case("accepted, identity attached", "", _asked(_JUST_ACCEPTED, _IDENTITY)),
    case(
        "accepted, identity of another person’s path",
        "DOC-01",
        _asked(_JUST_ACCEPTED, a_paper("CV", candidacy_id=9)),
    ),
    case(
        "dissertation and assessments said to be here",
        "DOC-01",
        _asked(a_candidacy(), _IDENTITY, a_paper("DISSERTATION")),
    ),
    case(
        "dissertation not handed in yet",
        "",
        _asked(
            replace(
                a_candidacy(),
                training=replace(
                    a_candidacy().training,
                    dissertation=Handed.UNKNOWN,
                    assessment=None,
                    attendance=Handed.UNKNOWN,
                ),
            ),
            _IDENTITY,
        ),
    ),
    case(
        "over: nobody asks any more", "", _asked(replace(_JUST_ACCEPTED, closure=Closure.CERTIFIED))
    ),
    case(
        "an apprentice without a contract",
        "DOC-01",
        _asked(replace(_JUST_ACCEPTED, route=AccessRoute.APPRENTICESHIP), _IDENTITY),
    ),
    case(
        "the same content in two files",
        "DOC-02",
        lambda: tuple(check_owner(a_candidate(1), (a_candidate(2),))),
    ),
    case(
        "the same content in one file",
        "",
        lambda: tuple(check_owner(a_candidate(1), (a_candidate(1),))),
    ),
)
