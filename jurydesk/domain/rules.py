"""The rules as data: a code, a weight, a source, the dates of force, the routes concerned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from jurydesk.domain.findings import FigureValue, Finding, Severity, Subject
from jurydesk.domain.routes import AccessRoute

if TYPE_CHECKING:
    from collections.abc import Mapping

VAE_REFORM: Final = date(2024, 1, 1)
"""Décret 2023-1275: R6412-1 to -5 and -7 govern the paths begun from that day."""
VAE_JURY_REFORM: Final = date(2024, 4, 13)
"""Décret 2024-332: D6412-6 governs the juries of the paths begun from that day."""


Figures = dict[str, FigureValue]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. Its sentence, its short name and its article as printed are in the wording."""

    code: str
    severity: Severity
    source: str
    """Article of the « code du travail » where it begins with a letter and digits; else a word."""
    version: int = 1
    holds_from: date | None = None
    """First day of force: of the path's beginning for the rules on VAE paths."""
    holds_until: date | None = None
    routes: frozenset[AccessRoute] | None = None
    """None: every route."""
    certifications: frozenset[str] | None = None
    """None: every certification."""

    def finding(self, *subjects: Subject, **figures: FigureValue) -> Finding:
        """Return what this rule finds of these persons and things, with the figures."""
        return Finding(self.code, self.severity, subjects, tuple(figures.items()), self.version)

    def holds(
        self, day: date | None, *, route: AccessRoute | None = None, certification: str = ""
    ) -> bool:
        """Tell whether the rule governs that case; an unknown day is taken as governed."""
        if self.routes is not None and route not in self.routes:
            return False
        if self.certifications is not None and certification not in self.certifications:
            return False
        if day is None:
            return True
        begun = self.holds_from is None or self.holds_from <= day
        return begun and (self.holds_until is None or day <= self.holds_until)


_BLOCKING, _REASON, _WARNING = Severity.BLOCKING, Severity.NEEDS_REASON, Severity.WARNING
_SHEET, _OFFICE, _PRUDENCE = "SHEET", "OFFICE", "PRUDENCE"
_LEDGER = "LEDGER"
"""Parts of a certification are acquired for good (L335-5 of the « code de l'éducation »)."""
_VAE = frozenset({AccessRoute.EXPERIENCE})


def _vae(code: str, severity: Severity, source: str, since: date = VAE_REFORM) -> Rule:
    return Rule(code, severity, source, holds_from=since, routes=_VAE)


_JURY = (
    Rule("JURY-01", _BLOCKING, _SHEET),
    Rule("JURY-02", _BLOCKING, _SHEET),
    Rule("JURY-03", _BLOCKING, _SHEET),
    Rule("JURY-04", _WARNING, "D6412-6"),
    Rule("JURY-05", _REASON, "D6412-6"),
    Rule("JURY-06", _WARNING, "D6412-6"),
    Rule("JURY-07", _BLOCKING, _SHEET),
    Rule("JURY-08", _WARNING, _SHEET),
    Rule("JURY-09", _BLOCKING, _OFFICE),
    Rule("JURY-10", _BLOCKING, "D6412-6"),
    Rule("JURY-11", _BLOCKING, _OFFICE),
    Rule("JURY-12", _BLOCKING, _OFFICE),
    Rule("JURY-13", _BLOCKING, "D6412-6"),
    Rule("JURY-14", _WARNING, _OFFICE),
    Rule("JURY-15", _WARNING, _OFFICE),
    Rule("JURY-16", _BLOCKING, _PRUDENCE),
    Rule("JURY-17", _BLOCKING, "D6412-6"),
    Rule("JURY-18", _WARNING, _OFFICE),
    Rule("JURY-19", _BLOCKING, _SHEET),
    Rule("JURY-20", _WARNING, _OFFICE),
    Rule("JURY-21", _BLOCKING, _OFFICE),
    Rule("JURY-22", _WARNING, _OFFICE),
    Rule("JURY-23", _BLOCKING, _OFFICE),
    Rule("JURY-24", _WARNING, _OFFICE),
    Rule("JURY-25", _WARNING, _OFFICE),
    Rule("JURY-26", _BLOCKING, _OFFICE),
    Rule("JURY-30", _WARNING, _OFFICE),
)
_POOL = (
    Rule("POOL-01", _WARNING, _OFFICE),
    Rule("POOL-02", _WARNING, _SHEET),
    Rule("POOL-03", _BLOCKING, _OFFICE),
    Rule("POOL-04", _WARNING, "D6412-6"),
)
_CALLS = (
    Rule("CALL-01", _BLOCKING, _OFFICE),
    Rule("CALL-02", _WARNING, _OFFICE),
    Rule("CALL-03", _WARNING, "D3142-32"),
    Rule("CALL-04", _WARNING, _OFFICE),
    Rule("CALL-05", _WARNING, _OFFICE),
)
_TIES = (
    _vae("TIE-01", _BLOCKING, "D6412-6", VAE_JURY_REFORM),
    Rule("TIE-02", _BLOCKING, _PRUDENCE),
    Rule("TIE-03", _WARNING, _PRUDENCE),
    Rule("TIE-04", _WARNING, _PRUDENCE),
)
_CERTIFICATIONS = (
    Rule("ROUTE-01", _BLOCKING, _SHEET),
    Rule("ROUTE-02", _WARNING, _SHEET),
    Rule("CERT-01", _BLOCKING, "L6113-9"),
    Rule("CERT-02", _BLOCKING, _SHEET),
    Rule("CERT-03", _WARNING, _SHEET),
    Rule("CERT-04", _BLOCKING, _SHEET),
    Rule("CERT-05", _WARNING, "L6113-9"),
    Rule("CERT-06", _BLOCKING, _SHEET),
    Rule("SCOPE-01", _BLOCKING, _SHEET),
    Rule("SCOPE-02", _WARNING, _SHEET),
    Rule("SCOPE-03", _BLOCKING, _LEDGER),
    Rule("SCOPE-04", _WARNING, _LEDGER),
    Rule("SCOPE-05", _WARNING, _LEDGER),
    Rule("SCOPE-06", _WARNING, _SHEET),
)
_CANDIDACIES = (
    Rule("CAND-01", _BLOCKING, _OFFICE),
    Rule("CAND-02", _BLOCKING, _OFFICE),
    Rule("CAND-03", _BLOCKING, _OFFICE),
    Rule("ENTRY-01", _BLOCKING, _SHEET),
    Rule("ENTRY-02", _BLOCKING, _SHEET),
    Rule("TRAIN-01", _BLOCKING, "L6113-9"),
    Rule("TRAIN-02", _BLOCKING, _OFFICE),
    Rule("TRAIN-03", _BLOCKING, _OFFICE),
    Rule("TRAIN-04", _BLOCKING, _OFFICE),
    Rule("TRAIN-05", _BLOCKING, _OFFICE),
    Rule("TRAIN-06", _BLOCKING, _OFFICE),
    Rule("TRAIN-07", _BLOCKING, _OFFICE),
    Rule("INDIV-01", _BLOCKING, _SHEET),
    Rule("INDIV-02", _BLOCKING, _OFFICE),
    Rule("VAE-01", _BLOCKING, "R6412-4", routes=_VAE),
    Rule("VAE-02", _BLOCKING, "R6412-5", routes=_VAE),
    _vae("VAE-03", _WARNING, "R6412-4"),
    Rule("VAE-04", _BLOCKING, "R6412-4", routes=_VAE),
    _vae("VAE-05", _WARNING, "R6412-5"),
    _vae("VAE-06", _BLOCKING, "R6412-3"),
    Rule("VAE-07", _BLOCKING, "R6412-4", routes=_VAE),
    _vae("VAE-08", _WARNING, "R6412-4"),
    Rule("VAE-09", _BLOCKING, _OFFICE, routes=_VAE),
    _vae("VAE-10", _BLOCKING, "R6412-2"),
    Rule("VAE-11", _BLOCKING, "L6113-9", routes=_VAE),
)
_HEARINGS = (
    Rule("HEAR-01", _BLOCKING, _OFFICE),
    Rule("HEAR-02", _BLOCKING, _OFFICE),
    Rule("HEAR-03", _BLOCKING, "D6412-6"),
    Rule("HEAR-04", _BLOCKING, _OFFICE),
    Rule("HEAR-05", _BLOCKING, _OFFICE),
    Rule("HEAR-06", _BLOCKING, _SHEET),
    Rule("HEAR-07", _BLOCKING, _OFFICE),
    Rule("HEAR-08", _BLOCKING, _SHEET),
)
_SITES = (
    Rule("ROOM-01", _BLOCKING, _OFFICE),
    Rule("ROOM-02", _BLOCKING, _OFFICE),
    Rule("ROOM-03", _BLOCKING, _OFFICE),
    Rule("ROOM-04", _BLOCKING, _OFFICE),
    Rule("ROOM-05", _BLOCKING, _OFFICE),
    Rule("SITE-01", _BLOCKING, _OFFICE),
    Rule("SITE-02", _WARNING, _OFFICE),
    Rule("SITE-03", _WARNING, _OFFICE),
)
_DELIBERATIONS = (
    Rule("DELIB-01", _BLOCKING, _OFFICE),
    Rule("DELIB-02", _BLOCKING, "R6412-7"),
    Rule("DELIB-03", _BLOCKING, _PRUDENCE),
    Rule("DELIB-04", _BLOCKING, "D6412-6"),
    Rule("DELIB-05", _BLOCKING, _OFFICE),
    Rule("DELIB-06", _BLOCKING, _SHEET),
    Rule("DELIB-07", _BLOCKING, "D6412-6"),
    Rule("DELIB-08", _BLOCKING, _OFFICE),
    Rule("DELIB-09", _BLOCKING, "D6412-6"),
    Rule("DELIB-10", _BLOCKING, _OFFICE),
    Rule("DELIB-11", _WARNING, _SHEET),
    Rule("DELIB-12", _WARNING, "D6412-6"),
    Rule("DELIB-13", _BLOCKING, "R6412-7"),
    Rule("DELIB-14", _WARNING, "D6412-6"),
    Rule("DELIB-15", _BLOCKING, "D6412-6"),
    Rule("DELIB-16", _BLOCKING, "D6412-6"),
    Rule("DELIB-17", _BLOCKING, _PRUDENCE),
    Rule("DELIB-18", _BLOCKING, "D6412-6"),
    Rule("DELIB-19", _BLOCKING, "D6412-6"),
    Rule("DELIB-20", _BLOCKING, "D6412-6"),
    Rule("DELIB-21", _WARNING, _PRUDENCE),
    Rule("DELIB-22", _BLOCKING, "D6412-6"),
    Rule("DELIB-23", _BLOCKING, "D6412-6"),
    Rule("DELIB-24", _BLOCKING, _OFFICE),
    Rule("DELIB-25", _BLOCKING, _SHEET),
    Rule("DELIB-26", _BLOCKING, _PRUDENCE),
    Rule("DELIB-27", _BLOCKING, _PRUDENCE),
    Rule("DELIB-28", _BLOCKING, _OFFICE),
    Rule("DELIB-29", _BLOCKING, "D6412-6"),
)
_DOCUMENTS = (
    Rule("DOC-01", _WARNING, _OFFICE),
    Rule("DOC-02", _WARNING, _OFFICE),
)
_EXPENSES = (
    Rule("EXP-01", _BLOCKING, _OFFICE),
    Rule("EXP-02", _WARNING, _OFFICE),
    Rule("EXP-03", _WARNING, _OFFICE),
    Rule("EXP-04", _BLOCKING, _OFFICE),
    Rule("EXP-05", _BLOCKING, _OFFICE),
    Rule("EXP-06", _WARNING, _OFFICE),
    Rule("EXP-07", _BLOCKING, _OFFICE),
    Rule("EXP-08", _WARNING, _OFFICE),
    Rule("EXP-09", _BLOCKING, _OFFICE),
    Rule("EXP-10", _WARNING, "L3142-44"),
    Rule("EXP-11", _WARNING, _OFFICE),
    Rule("EXP-12", _WARNING, _OFFICE),
)
_AMENDMENTS = (
    Rule("AMEND-01", _BLOCKING, _PRUDENCE),
    Rule("AMEND-02", _BLOCKING, _PRUDENCE),
    Rule("AMEND-03", _BLOCKING, _OFFICE),
    Rule("AMEND-04", _BLOCKING, "R6412-7"),
    Rule("AMEND-05", _BLOCKING, _PRUDENCE),
    Rule("AMEND-06", _BLOCKING, _OFFICE),
    Rule("AMEND-07", _BLOCKING, _OFFICE),
    Rule("AMEND-08", _BLOCKING, _OFFICE),
    Rule("AMEND-09", _WARNING, _OFFICE),
    Rule("AMEND-10", _WARNING, "D6412-6"),
)
_MINUTES = tuple(Rule(f"MIN-{number:02d}", _BLOCKING, "MINUTES") for number in range(1, 29))
_PROOF = (
    Rule("MIN-30", _BLOCKING, "L6113-9"),
    *(Rule(f"MIN-{number:02d}", _BLOCKING, "MINUTES") for number in range(31, 36)),
)

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for area in (
            _JURY,
            _POOL,
            _CALLS,
            _TIES,
            _CERTIFICATIONS,
            _CANDIDACIES,
            _HEARINGS,
            _SITES,
            _DELIBERATIONS,
            _DOCUMENTS,
            _EXPENSES,
            _AMENDMENTS,
            _MINUTES,
            _PROOF,
        )
        for rule in area
    }
)


def found(code: str, *subjects: Subject, **figures: FigureValue) -> Finding:
    """Return the finding of the rule with that code."""
    return RULES[code].finding(*subjects, **figures)
