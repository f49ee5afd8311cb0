"""Which field of the form of a candidate each finding belongs to, and its words there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from jurydesk.finding_text import finding_text
from jurydesk.ui.widgets.acts import Act
from jurydesk.ui.widgets.findings_list import FindingLine
from jurydesk.ui.widgets.form_fields import FieldNote

if TYPE_CHECKING:
    from collections.abc import Callable

    from jurydesk.domain.findings import Finding
    from jurydesk.domain.identity import Gap, IdentityScore
    from jurydesk.services.drafts import DraftCheck
    from jurydesk.wording import Wording

HEAVY = 15
"""From that weight on a gap would have the declaration refused."""
FIELDS = {
    "CAND-02": "birth_date",
    "ROUTE-01": "route",
    "ROUTE-02": "route",
    "CERT-01": "certification",
    "CERT-03": "certification",
    "CERT-06": "certification",
    "SCOPE-01": "blocks",
    "SCOPE-02": "blocks",
    "SCOPE-03": "blocks",
    "SCOPE-04": "blocks",
    "SCOPE-05": "blocks",
    "SCOPE-06": "blocks",
    "TRAIN-06": "exit",
    "VAE-03": "decided",
    "VAE-04": "status",
    "VAE-06": "received",
    "VAE-10": "route",
    "VAE-11": "decided",
}
"""Field of each rule; those on the order of the steps name the step among their figures."""
_STEP_FIGURES = {"VAE-07": "after", "VAE-09": "step"}
_STEP_FIELDS = {"validation": "validation_received"}
GAP_FIELDS = {"birth_code": "code", "birth_commune": "commune", "birth_country": "country"}
_EMPTY = frozenset(
    {
        "IDENTITY-NAME",
        "IDENTITY-FIRST-NAME",
        "IDENTITY-SEX",
        "IDENTITY-BIRTH-DATE",
        "IDENTITY-BIRTH-CODE",
        "IDENTITY-COMMUNE",
        "IDENTITY-COUNTRY",
    }
)
"""What is not answered yet stands in the panel: a form does not begin in red."""


def field_of_gap(gap: Gap) -> str:
    """Return the field in which something missing is filled in."""
    return GAP_FIELDS.get(gap.field, gap.field)


def field_of(finding: Finding) -> str:
    """Return the field that a finding is about, empty where it is about the whole file."""
    figure = _STEP_FIGURES.get(finding.code)
    if figure is None:
        return FIELDS.get(finding.code, "")
    step = str(dict(finding.figures)[figure])
    return _STEP_FIELDS.get(step, step)


def field_notes(check: DraftCheck, wording: Wording) -> dict[str, FieldNote]:
    """Return what to say under each field; the gravest where there are several."""
    notes = _gap_notes(check, wording)
    for finding in sorted(check.findings, key=lambda one: one.blocks):
        field = field_of(finding)
        # The name is known at the field: the sentence begins with what is said
        text = finding_text(replace(finding, subjects=()), wording)
        if field and not (field in notes and finding.code == "CAND-02"):
            notes[field] = FieldNote(text, is_blocking=finding.blocks)
    return notes


def gap_lines(
    score: IdentityScore, wording: Wording, *, go: Callable[[str], None], text: str
) -> list[FindingLine]:
    """Return what the CPF system would lack, each with the act that leads to its field."""
    return [
        FindingLine(
            "blocking" if gap.weight >= HEAVY else "warning",
            wording.text(gap.code),
            act=Act(text, partial(go, gap.field)),
        )
        for gap in score.gaps
    ]


def _gap_notes(check: DraftCheck, wording: Wording) -> dict[str, FieldNote]:
    notes = {
        field_of_gap(gap): FieldNote(
            wording.text(gap.code), is_blocking=gap.code == "IDENTITY-BIRTH-FUTURE"
        )
        for gap in check.score.gaps
        if gap.code not in _EMPTY
    }
    if check.twin is not None:
        text = wording.text("DRAFT-TWIN", name=check.twin.full_name)
        notes["birth_date"] = FieldNote(text)
    for doubt in check.doubts:
        notes["code"] = FieldNote(wording.text(doubt.code, town=doubt.town))
    return notes
