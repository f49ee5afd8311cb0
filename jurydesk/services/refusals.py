"""A refusal that says which rules were not met, so that the person sees what to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jurydesk.errors import RefusedByRule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jurydesk.domain.findings import Finding
    from jurydesk.errors import Figure


class RefusedByFindings(RefusedByRule):
    """An act that findings forbid; they are kept to be shown. Nothing was changed."""

    def __init__(
        self, code: str, findings: tuple[Finding, ...], figures: Mapping[str, Figure] | None = None
    ) -> None:
        """Keep the findings; `count` is always among the figures."""
        super().__init__(code, {"count": len(findings), **(figures or {})})
        self.findings = findings
