"""Turns rows and reports into the documents that `--json` prints; the shapes are a contract."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from jurydesk.finding_text import finding_source, finding_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jurydesk.domain.findings import Finding
    from jurydesk.wording import Wording

Json = dict[str, object]


def plain(value: object) -> object:
    """Return everything that an entity holds: dates ISO, codes as text, marks as numbers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    return _plain_value(value)


def _plain_value(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def finding_document(finding: Finding, wording: Wording) -> Json:
    """Return a finding with its sentence and its source."""
    has_source = wording.has(f"{finding.code}.source")
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subjects": [subject.name for subject in finding.subjects],
        "text": finding_text(finding, wording),
        "source": finding_source(finding, wording) if has_source else "",
    }


def finding_documents(findings: Iterable[Finding], wording: Wording) -> list[Json]:
    """Return findings, the blocking ones first."""
    order = ("BLOCKING", "NEEDS_REASON", "WARNING")
    ranked = sorted(findings, key=lambda finding: order.index(finding.severity))
    return [finding_document(finding, wording) for finding in ranked]


def finding_lines(findings: Iterable[Finding], wording: Wording) -> list[str]:
    """Return findings as lines for a person, the blocking ones first."""
    return [
        wording.text(f"CLI-FINDING-{found['severity']}", text=found["text"], code=found["code"])
        for found in finding_documents(findings, wording)
    ]
