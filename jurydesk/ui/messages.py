"""Findings as lines that a person reads: sentence and article, in one place for all pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.domain.findings import Finding, Severity
from jurydesk.finding_text import finding_source, finding_text
from jurydesk.ui.widgets.findings_list import FindingLine, Gravity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jurydesk.ui.widgets.acts import Act
    from jurydesk.wording import Wording

_GRAVITIES: dict[Severity, Gravity] = {
    Severity.BLOCKING: "blocking",
    Severity.NEEDS_REASON: "reason",
    Severity.WARNING: "warning",
}


def finding_line(finding: Finding, wording: Wording, *, act: Act | None = None) -> FindingLine:
    """Return one finding ready to show; `act` is what settles it."""
    return FindingLine(
        _GRAVITIES[finding.severity],
        finding_text(finding, wording),
        finding.code,
        finding_source(finding, wording),
        act=act,
    )


def finding_lines(
    findings: Iterable[Finding],
    wording: Wording,
    *,
    act_for: Callable[[Finding], Act | None] | None = None,
) -> tuple[FindingLine, ...]:
    """Return findings ready to show, each with the act that settles it where there is one."""
    return tuple(
        finding_line(finding, wording, act=act_for(finding) if act_for else None)
        for finding in findings
    )
