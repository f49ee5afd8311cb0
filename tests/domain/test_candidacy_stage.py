"""The one place where the state of a candidacy is derived."""

from __future__ import annotations

import pytest

from jurydesk.domain.candidacy import AdmissibilityStatus, Closure, Intake
from jurydesk.domain.candidacy_rules import check_readiness
from jurydesk.domain.candidacy_stage import Stage, stage
from tests.builders import DAY, a_candidacy, a_candidate, a_certification, a_vae

_UNDECIDED = a_vae(
    file={"status": AdmissibilityStatus.FILED, "decided": None}, validation_received=None
)


@pytest.mark.parametrize(
    ("candidacy", "reached", "expected"),
    [
        (a_candidacy(intake=Intake.DRAFT), {}, Stage.DRAFT),
        (a_candidacy(), {}, Stage.READY),
        (a_vae(), {}, Stage.READY),
        (_UNDECIDED, {}, Stage.ADMISSIBILITY),
        (a_vae(file={"status": AdmissibilityStatus.LAPSED}), {}, Stage.ADMISSIBILITY),
        (a_vae(validation_received=None), {}, Stage.PREPARING),
        (a_candidacy(not_before=DAY), {"placed": True}, Stage.PROPOSED),
        (a_candidacy(intake=Intake.DRAFT), {"placed": True}, Stage.PROPOSED),
        (a_candidacy(), {"placed": True, "summoned": True}, Stage.SUMMONED),
        (a_candidacy(), {"placed": True, "heard": True}, Stage.HEARD),
        (a_candidacy(), {"placed": True, "heard": True, "decided": True}, Stage.DECIDED),
        (a_candidacy(closure=Closure.CERTIFIED), {"decided": True}, Stage.CLOSED),
    ],
)
def test_stage(candidacy, reached, expected) -> None:
    findings = check_readiness(candidacy, a_candidate(), a_certification(), on=DAY)
    assert stage(candidacy, findings, **reached) is expected
