"""The rosters of the demonstration, as untidy as an office keeps its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, TEACHING_STAFF
from jurydesk.exchange.plain_workbook import PlainSheet, PlainValue, write_plain
from jurydesk.services.demo.people import COMING, HISTORICAL, MEMBERS, OF_BLOCKS, UNREADY
from jurydesk.wording import NO_BREAK, Wording

if TYPE_CHECKING:
    from pathlib import Path

    from jurydesk.services.demo.people import Member, Person

    Row = tuple[PlainValue, ...]

ENTRY_34316 = date(2024, 10, 7)
"""While RNCP34316 was registered: it may be delivered later (L6113-9)."""

HISTORICAL_YEAR = 2019

_POOL = (
    "Nom", "Prénom", "H/F", "Collège", "Justificatif", "Fonction", "Structure", "Mail", "Tél",
    "Mandat du", "au", "Formé jury", "Titres", "Indispo", "Commentaires",
)  # fmt: skip
_VAE = (
    "N°", "Civ.", "NOM (naissance)", "Nom d'usage", "Prénom(s)", "Né(e) le", "à", "CP / INSEE",
    "Mail", "Tél.", "Employeur actuel", "Accompagné par", "Titre visé", "Livret 1 reçu le",
    "Complet le", "Recevable le", "Livret 2 reçu le", "Statut", "Remarques",
)  # fmt: skip
_TRAINED = (
    "Promotion", "Statut", "Sexe", "Nom", "Prénom", "Date de naissance", "Ville de naissance",
    "Dépt", "Email", "Portable", "Certification", "Blocs visés", "Entrée le", "Sortie prévue",
    "Contrôle continu /20", "Mémoire rendu", "Assiduité", "Conditions d’entrée", "Preuves reçues",
    "Entreprise de stage", "Formateur référent",
)  # fmt: skip

_COLLEGES = {
    EMPLOYERS: ("employeur", "Employeurs", "rep. employeurs"),
    EMPLOYEES: ("Rep. salariés (syndicat)", "salarié", "Salariés"),
    INDEPENDENT: ("indep.", "Indépendant", "indépendant"),
    TEACHING_STAFF: ("pédago", "CEFPF", "équipe pédago"),
}


@dataclass(frozen=True, slots=True)
class Study:
    """What somebody was trained for, in the words of the office."""

    certification: str
    entry: date
    ended: date
    route: str = ""
    blocks: str = ""
    placement: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes days and phones in the many ways of an office."""

    today: date

    def day(self, moment: date, style: int) -> PlainValue:
        """Return one day: a true date, or one of the ways to type it."""
        words = Wording("fr").date(moment).replace(NO_BREAK, " ")
        typed = (f"{moment:%d/%m/%Y}", f"{moment:%d.%m.%y}", moment.isoformat(), words)
        return moment if style % 5 == 0 else typed[style % 5 - 1]

    def ago(self, days: int, style: int = 0) -> PlainValue:
        """Return the day that many days before today."""
        return self.day(self.today - timedelta(days=days), style)

    def phone(self, number: int) -> PlainValue:
        """Return a phone: one in three lost its zero to the spreadsheet."""
        digits = f"06390012{number:02d}"
        spaced = " ".join(digits[at : at + 2] for at in range(0, 10, 2))
        return (int(digits), spaced, f"+33 {digits[1]} {digits[2:]}")[number % 3]


def write_pool(path: Path, today: date, *, year: int) -> None:
    """Write the pool as it was in one year: mandates of three years, renewed in time."""
    writer = Writer(today)
    members = [member for member in MEMBERS if member.since <= year]
    rows = tuple(_member(writer, member, year, number) for number, member in enumerate(members))
    title = (f"VIVIER JURY {year} — personnes fictives",)
    write_plain(path, (PlainSheet("Vivier", (title, (), _POOL, *rows)),))


def write_historical(path: Path, today: date) -> None:
    """Write the roster of 2019: training, an individual application and a VAE."""
    writer = Writer(today)
    routes = ("FC", "FC", "", "individuel")
    study = Study("RNCP6082", date(2018, 9, 17), date(2019, 9, 27))
    trained = tuple(
        _trained(writer, person, number, replace(study, route=routes[number]))
        for number, person in enumerate(HISTORICAL)
        if routes[number]
    )
    vae = _vae(writer, HISTORICAL[2], 2, "RNCP 6082", accompanist="Mme Tanguy")
    sheets = (
        PlainSheet("Stagiaires 2019", (_TRAINED, *trained, ("TOTAL", len(trained)))),
        PlainSheet("VAE", (("CEFPF – VAE 2019",), (), _VAE, vae)),
    )
    write_plain(path, sheets)


def write_promotions(path: Path, today: date) -> None:
    """Write the roster of those who are judged by block, as it was before their session."""
    writer = Writer(today)
    write_plain(path, (PlainSheet("Promos", (_TRAINED, *_of_blocks(writer))),))


def write_current(path: Path, today: date) -> None:
    """Write the roster of today: two sheets with headings of their own, and the usual mishaps."""
    writer = Writer(today)
    vae = [
        _vae(writer, person, number, "RNCP 40642" if number % 2 else "40642")
        for number, person in enumerate(COMING[:5])
    ]
    vae[1] = _vae(writer, COMING[1], 1, "RNCP40642", accompanist="Odile Garance")
    vae[3] = _vae(
        writer, COMING[3], 3, "Assistant de production cinéma", remark="a travaillé avec P. Estève"
    )
    wrong = ("6", "M", "ERREUR", "", "Exemple", "31/02/1990", "Paris", "75056", "pas de mail")
    top = (("CEFPF – Suivi VAE",), ("personnes fictives",), (), _VAE)
    write_plain(
        path,
        (
            PlainSheet("VAE", (*top, *vae, vae[0], wrong, (), ("", "TOTAL", len(vae)))),
            PlainSheet("Promos", (_TRAINED, *_of_blocks(writer), *_coming(writer))),
            PlainSheet("Listes", (("FC",), ("VAE",)), hidden=True),
        ),
    )


def _of_blocks(writer: Writer) -> tuple[Row, ...]:
    routes = ("FC", "étudiant", "Formation continue", "individuel", "stagiaire FC", "élève")
    ended = date(2026, 6, 30) if writer.today > date(2026, 7, 31) else date(2025, 6, 30)
    study = Study("RNCP34316", ENTRY_34316, ended)
    rows = [
        _trained(writer, person, number, replace(study, route=routes[number]))
        for number, person in enumerate(OF_BLOCKS)
    ]
    placed = replace(study, route=routes[1], placement="Hauts Plateaux Films")
    rows[1] = _trained(writer, OF_BLOCKS[1], 1, placed)
    rows[4] = _trained(writer, OF_BLOCKS[4], 4, replace(study, route=routes[4], blocks="BC02"))
    late = Study("RNCP34316", date(2025, 3, 3), ended, "FC")
    return (*rows, _trained(writer, UNREADY, 9, late))


def _coming(writer: Writer) -> tuple[Row, ...]:
    entry, ended = (writer.today - timedelta(days=days) for days in (400, 45))
    routes = ("FC", "FI", "contrat pro")
    return tuple(
        _trained(writer, person, number, Study("40642", entry, ended, routes[number]))
        for number, person in enumerate(COMING[5:])
    )


def _member(writer: Writer, member: Member, year: int, number: int) -> Row:
    start = date(max(member.since, year - 1), 1 + number % 6, 1)
    end = date(start.year + 3, start.month, 28)
    colleges = _COLLEGES[member.seat]
    remarks = ("préfère les matins", "", "", "défrayer le train", "ne veut plus présider", "")
    return (
        member.name,
        member.first,
        member.sex,
        colleges[number % len(colleges)],
        "" if member.seat == TEACHING_STAFF else f"attestation {member.since}",
        member.occupation,
        member.company,
        member.mail,
        writer.phone(number),
        writer.day(start, number),
        writer.day(end, number + 1),
        ("oui", str(member.since), "oui")[number % 3],
        "AP" if year == HISTORICAL_YEAR else "tous",
        "",
        remarks[number % len(remarks)],
    )


def _vae(
    writer: Writer,
    person: Person,
    number: int,
    title: str,
    *,
    accompanist: str = "",
    remark: str = "",
) -> Row:
    return (
        number + 1,
        "MME" if person.sex == "F" else ("M.", "Mr")[number % 2],
        person.name.upper() if number % 2 else person.name,
        person.usage,
        person.first + "  ",
        writer.day(date.fromisoformat(person.born), number),
        person.town,
        person.code,
        person.mail,
        writer.phone(20 + number),
        ("intermittente", "Trois Ponts", "", "Lune Rousse SAS", "freelance")[number % 5],
        accompanist,
        title,
        writer.ago(150, number + 1),
        writer.ago(140, number + 2),
        writer.ago(95, number + 3),
        writer.ago(30, number + 4),
        "prêt jury",
        remark,
    )


def _trained(writer: Writer, person: Person, number: int, study: Study) -> Row:
    is_alone = study.route == "individuel"
    return (
        "" if is_alone else f"AP {study.entry.year}",
        study.route,
        person.sex if number % 2 else {"F": "Féminin", "H": "M"}[person.sex],
        person.name,
        person.first,
        writer.day(date.fromisoformat(person.born), number + 2),
        person.town,
        person.code[:2],
        person.mail,
        writer.phone(40 + number),
        study.certification,
        study.blocks,
        writer.day(study.entry, number),
        writer.day(study.ended, number + 1),
        ("13,5", 14.25, 11, "16,1")[number % 4],
        ("oui", "x", "OUI")[number % 3],
        "" if is_alone else "oui",
        "oui" if is_alone else "",
        "oui" if is_alone else "",
        study.placement,
        "H. Vauquelin" if number == 0 else "",
    )
