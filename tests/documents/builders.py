"""Contents of papers with sensible defaults: a small session, and variations of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from jurydesk.domain.availability import HalfDay
from jurydesk.domain.certification import WHOLE, CompositionStatus
from jurydesk.domain.deliberation import Appearance, Decision, Outcome, Vote
from jurydesk.domain.findings import Finding, Severity, Subject, SubjectKind
from jurydesk.domain.minutes import (
    BlockStatement,
    CandidateStatement,
    CertificationStatement,
    CertifierStatement,
    JuryStatement,
    MemberStatement,
    MinutesContent,
    Totals,
)
from jurydesk.domain.people import Sex
from jurydesk.domain.routes import AccessRoute
from jurydesk.domain.session import Modality

DAY = date(2026, 12, 1)
TITLES = {
    "RNCP34316BC01": (
        "Préparation d'un projet de production ( long-métrage, série, documentaire, magazine)"
    ),
    "RNCP34316BC02": (
        "Gestion de la production et suivi de la postprduction d'un projet"
        " (long-métrage, série, documentaire, magazine)"
    ),
    "RNCP34316BC03": "Suivi administratif et juridique d'une société de production",
}
BC01, BC02, BC03 = TITLES


def member(seat: str = "EMPLOYERS", **changes: Any) -> MemberStatement:
    return replace(MEMBERS[seat], **changes)


def _member(seat: str, name: str, sex: Sex, **others: Any) -> MemberStatement:
    terms: dict[str, Any] = {
        "examiner_id": len(name),
        "external": seat != "TEACHING_STAFF",
        "deliberates": seat != "TEACHING_STAFF",
        "president": False,
        "mandate_start": date(2025, 1, 1),
        "mandate_end": date(2027, 12, 31),
        "present": True,
    }
    return MemberStatement(name=name, sex=sex, seat=seat, **(terms | others))


MEMBERS = {
    "EMPLOYERS": _member(
        "EMPLOYERS",
        "NGUYỄN Clémence",
        Sex.FEMALE,
        seat_label="Un/e représentant/e qualifié/e des employeurs",
        occupation="Productrice déléguée",
        organisation="Les Films du Canal",
        president=True,
    ),
    "EMPLOYEES": _member(
        "EMPLOYEES",
        "WOŹNIAK Łukasz",
        Sex.MALE,
        seat_label="Un/e représentant/e qualifié/e des salariés",
        occupation="Régisseur général",
        organisation="Intermittent",
        arrived=time(9, 5),
    ),
    "INDEPENDENT": _member(
        "INDEPENDENT",
        "BRÛLÉ Maëlle",
        Sex.FEMALE,
        seat_label="Un/e indépendant/e du secteur audiovisuel",
        occupation="Directrice de postproduction",
        organisation="",
    ),
    "TEACHING_STAFF": _member(
        "TEACHING_STAFF",
        "PEYRAT Benoît",
        Sex.MALE,
        seat_label=(
            "Un/e membre de l’équipe pédagogique du CEFPF ne participant pas aux délibérations"
        ),
        occupation="Responsable pédagogique",
        organisation="CEFPF",
    ),
}


def block(
    code: str = BC01, outcome: Outcome | None = Outcome.ACQUIRED, **others: Any
) -> BlockStatement:
    usual = BlockStatement(code, TITLES.get(code, ""), outcome)
    return replace(usual, **others)


def candidate(**changes: Any) -> CandidateStatement:
    """A candidate by experience who obtains the whole."""
    start = datetime.combine(DAY, time(9, 0))
    usual = CandidateStatement(
        candidacy_id=1,
        name="LEGRAND Ophélie, Marie-Claude (usage : DUPRÉ)",
        sex=Sex.FEMALE,
        birth_date=date(1990, 5, 1),
        birth_place="Saint-Étienne (42)",
        route=AccessRoute.EXPERIENCE,
        start=start,
        end=start + timedelta(minutes=45),
        appearance=Appearance.PRESENT,
        scope_whole=True,
        blocks=tuple(block(code) for code in TITLES),
        recused=(),
        deliberating=3,
        vote=None,
        decision=Decision.FULL,
    )
    return replace(usual, **changes)


def partial(**changes: Any) -> CandidateStatement:
    """One block acquired before, one today, one refused with its reason."""
    start = datetime.combine(DAY, time(9, 45))
    usual = candidate(
        candidacy_id=2,
        name="TRẦN Thị Minh Khai",
        birth_date=date(1988, 2, 29),
        birth_place="Hà Nội (Viêt Nam)",
        start=start,
        end=start + timedelta(minutes=45),
        blocks=(
            block(BC01, acquired_before=True),
            block(BC02),
            block(
                BC03,
                Outcome.REFUSED,
                reason=(
                    "le plan de trésorerie n'est pas équilibré, et les obligations sociales envers"
                    " les techniciens ne sont pas connues : absence de DPAE dans deux dossiers sur"
                    " trois."
                ),
            ),
        ),
        recused=(("WOŹNIAK Łukasz", "ancien employeur de la candidate"),),
        deliberating=2,
        vote=Vote(in_favour=1, against=1),
        decision=Decision.PARTIAL,
        recommendation=(
            "suivre une formation courte à la paie du spectacle, puis se représenter au bloc BC03."
        ),
        observations="Dossier soigné ; soutenance claire.",
        ground="CERT-05",
    )
    return replace(usual, **changes)


def absent(**changes: Any) -> CandidateStatement:
    start = datetime.combine(DAY, time(10, 30))
    usual = candidate(
        candidacy_id=3,
        name="D'ALMEIDA Noé",
        sex=Sex.MALE,
        birth_date=date(1999, 11, 1),
        birth_place="Porto-Novo (Bénin)",
        route=AccessRoute.CONTINUING_EDUCATION,
        start=start,
        end=start + timedelta(minutes=45),
        appearance=Appearance.ABSENT,
        blocks=tuple(block(code, None) for code in TITLES),
        deliberating=0,
        decision=Decision.ABSENT,
    )
    return replace(usual, **changes)


def jury(**changes: Any) -> JuryStatement:
    usual = JuryStatement(
        number=1,
        day=DAY,
        half_day=HalfDay.AM,
        start=time(9, 0),
        end=time(12, 30),
        room="Salle Agnès-Varda",
        members=tuple(MEMBERS.values()),
        one_sex_reason="",
        candidates=(candidate(), partial(), absent()),
    )
    return replace(usual, **changes)


BALANCE = Finding(
    "JURY-04",
    Severity.WARNING,
    (Subject(SubjectKind.JURY, 1, "jury 1"),),
    (("jury", 1), ("women", 3), ("men", 1)),
)


def content(**changes: Any) -> MinutesContent:
    """Final minutes of a session with one jury and three candidates."""
    juries = changes.get("juries", (jury(),))
    usual = MinutesContent(
        number="PV-2026-001",
        session_code="2026-12-A",
        certifier=CertifierStatement(
            name="Centre européen de formation à la production de films (CEFPF)",
            siret="39179458300065",
            address="12 rue des Exemples, 93210 Saint-Denis",
            representative="Hélène VASSEUR",
            representative_role="directrice de la certification",
        ),
        certification=CertificationStatement(
            code="RNCP34316",
            title="Assistant de production",
            level=6,
            registered_until=date(2024, 11, 18),
            last_delivery=None,
            whole=False,
        ),
        composition_source="fiche RNCP6082, reprise pour la fiche RNCP34316",
        composition_status=CompositionStatus.CONFIRMED,
        composition_confirmed_by="Hélène Vasseur",
        composition_confirmed_on=date(2026, 10, 1),
        days=(DAY,),
        place="CEFPF, 12 rue des Exemples, 93210 Saint-Denis",
        modality=Modality.ON_SITE,
        juries=juries,
        findings=(),
        incidents="",
        totals=totals(*juries),
        recourse=(
            "Toute contestation est adressée par écrit au CEFPF dans les deux mois qui suivent la"
            " notification de la décision. Le jury est souverain dans son appréciation."
        ),
        drawn_up_on=DAY,
    )
    return replace(usual, **changes)


def totals(*juries: JuryStatement) -> Totals:
    decisions = [candidate.decision for each in juries for candidate in each.candidates]
    away = {Decision.ABSENT, Decision.EXCUSED}
    return Totals(
        enrolled=len(decisions),
        present=sum(decision not in away for decision in decisions),
        full=decisions.count(Decision.FULL),
        partial=decisions.count(Decision.PARTIAL),
        refused=decisions.count(Decision.NONE),
        absent=decisions.count(Decision.ABSENT),
        excused=decisions.count(Decision.EXCUSED),
        adjourned=decisions.count(Decision.ADJOURNED),
    )


def long_content(count: int) -> MinutesContent:
    """As many candidates, ten before each jury, mornings and afternoons of the days that follow."""
    kinds = (candidate, partial, candidate, absent)
    juries = []
    for number, first in enumerate(range(0, count, 10), 1):
        day = DAY + timedelta(days=(number - 1) // 2)
        half_day = HalfDay.AM if number % 2 else HalfDay.PM
        opening = datetime.combine(day, time(9, 0) if number % 2 else time(13, 30))
        heard = tuple(
            kinds[index % len(kinds)](
                candidacy_id=index + 1,
                name=f"CANDIDAT{index + 1:03d} Prénom",
                start=opening + timedelta(minutes=20 * (index - first)),
                end=opening + timedelta(minutes=20 * (index - first) + 20),
            )
            for index in range(first, min(first + 10, count))
        )
        juries.append(
            jury(
                number=number,
                day=day,
                half_day=half_day,
                start=opening.time(),
                end=heard[-1].end.time(),
                candidates=heard,
            )
        )
    days = tuple(sorted({each.day for each in juries}))
    return content(juries=tuple(juries), days=days)


def whole_content(**changes: Any) -> MinutesContent:
    """A draft for RNCP6082, which has no blocks: one candidate refused, without a number."""
    refused = candidate(
        blocks=(
            BlockStatement(
                WHOLE,
                "Assistant/e de production (cinéma-audiovisuel)",
                Outcome.REFUSED,
                reason="dossier incomplet, aucun budget de production.",
            ),
        ),
        decision=Decision.NONE,
    )
    certification = CertificationStatement(
        code="RNCP6082",
        title="Assistant/e de production (cinéma-audiovisuel)",
        level=6,
        registered_until=date(2020, 1, 4),
        last_delivery=None,
        whole=True,
    )
    usual = content(
        number="",
        certification=certification,
        composition_source="Fiche RNCP6082, « Composition des jurys »",
        composition_status=CompositionStatus.PUBLISHED,
        juries=(jury(candidates=(refused,)),),
        drawn_up_on=None,
    )
    return replace(usual, **changes)
