"""A page with every piece of the window on it, in its states."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from jurydesk.ui.models.columns import Column
from jurydesk.ui.theme.scale import Space
from jurydesk.ui.widgets.acts import Act, act_button
from jurydesk.ui.widgets.chips import Chip, ClockChip, FilterChip
from jurydesk.ui.widgets.date_field import DateField
from jurydesk.ui.widgets.empty_state import EmptyState
from jurydesk.ui.widgets.facts import Fact, FactGrid
from jurydesk.ui.widgets.filter_bar import RowFilter
from jurydesk.ui.widgets.findings_list import FindingLine, FindingsList
from jurydesk.ui.widgets.form_fields import (
    ChoiceBox,
    Form,
    FormField,
    long_text_edit,
    text_edit,
    tick,
)
from jurydesk.ui.widgets.inspector_panel import InspectorPanel
from jurydesk.ui.widgets.jury_strip import JuryStrip
from jurydesk.ui.widgets.layouts import card, column, even, row
from jurydesk.ui.widgets.month_calendar import DayMark, MonthCalendar
from jurydesk.ui.widgets.page_header import PageHeader
from jurydesk.ui.widgets.row_list import RowList
from jurydesk.ui.widgets.seat_view import SeatView
from jurydesk.ui.widgets.switches import SegmentedControl, Switch
from jurydesk.ui.widgets.timetable_board import TimetableBoard
from jurydesk.ui.widgets.timetable_geometry import Block, Lane, Place
from jurydesk.wording import Wording

FIRST_DAY = date(2026, 12, 14)
Person = tuple[int, str, str, str, int, str]


def nothing() -> None:
    """Do nothing: the pieces are only looked at."""


def pieces_page() -> QWidget:
    """Return buttons, chips, findings, seats and switches."""
    page = QWidget()
    layout = column(page, spacing=0)
    header = PageHeader("Session 2026-12-A")
    header.set_note("Assistant de production · 14 et 15 décembre 2026")
    header.set_acts(
        Act("Proposer les jurys", nothing, "spark"),
        seconds=(Act("Exporter", nothing, "export"), Act("Convoquer", nothing, "mail")),
        more=(Act("Supprimer la session", nothing, "delete", manner="danger"),),
    )
    layout.addWidget(header)
    body = column(spacing=Space.L, margins=(Space.XL, 0, Space.XL, Space.L))
    body.addWidget(_buttons())
    body.addWidget(_chips())
    body.addWidget(JuryStrip(seats(), PROOF, is_regular=True))
    body.addWidget(FindingsList(FINDINGS))
    body.addWidget(_switches())
    body.addStretch(1)
    layout.addLayout(body)
    return page


def _buttons() -> QWidget:
    holder = QWidget()
    line = row(holder)
    for text, manner, name in (
        ("Convoquer", "primary", "mail"),
        ("Exporter la liste", "plain", "export"),
        ("Supprimer", "danger", "delete"),
        ("Ignorer", "quiet", ""),
        ("Voir l’article", "link", "arrow-right"),
    ):
        line.addWidget(act_button(Act(text, nothing, name, manner=manner)))
    line.addWidget(act_button(Act("Indisponible", nothing, "lock", why_not="Session figée")))
    line.addStretch(1)
    return holder


def _chips() -> QWidget:
    holder = QWidget()
    line = row(holder)
    for text, tone, name in (
        ("Brouillon", "muted", "edit"),
        ("Prêt", "success", "check"),
        ("Recevabilité", "accent", "half"),
        ("À motiver", "warning", "reason"),
        ("Bloqué", "danger", "blocked"),
    ):
        line.addWidget(Chip(text, tone, name))
    for text, days in (("J-31 · jury", 31), ("J-12 · recevabilité", 12), ("J-1 · notification", 1)):
        line.addWidget(ClockChip(text, days))
    on = FilterChip("VAE")
    on.setChecked(True)
    on.show_count(35)
    line.addWidget(on)
    line.addWidget(FilterChip("Apprentissage"))
    line.addStretch(1)
    return holder


def _switches() -> QWidget:
    holder = QWidget()
    line = row(holder, spacing=Space.XL)
    line.addWidget(Switch("Présent", is_on=True))
    line.addWidget(Switch("Tiers temps"))
    line.addWidget(SegmentedControl([("j", "Jour"), ("s", "Semaine"), ("m", "Mois")], "s"))
    line.addWidget(tick("Employé du certificateur", is_on=True))
    line.addStretch(1)
    return holder


PROOF = "3 externes sur 4 · 3 voix · 2 F / 2 H · aucun lien · mandats en cours"
FINDINGS = (
    FindingLine(
        "blocking",
        "Le siège « employeurs » est libre : il faut quatre membres.",
        "JURY-01",
        "Fiche RNCP6082, composition du jury",
        act=Act("Choisir une personne", nothing),
    ),
    FindingLine(
        "reason",
        "Un seul sexe au jury : le procès-verbal doit dire pourquoi.",
        "JURY-05",
        "Art. L6113-6 du code du travail",
        "jury 2",
    ),
    FindingLine("warning", "Le mandat de BERNARD Nadia finit dans 20 jours.", "JURY-09"),
    FindingLine("good", "Aucun lien entre les candidats et les membres du jury."),
)


def seats() -> tuple[SeatView, ...]:
    """Return four seats in four states."""
    return (
        SeatView(
            "a",
            "Employeurs",
            "NGUYỄN Clémence",
            "Les Films du Canal",
            12,
            "accepted",
            is_external=True,
            is_president=True,
            sex="F",
            facts=("mandat jusqu’au 31/12/2027", "3 jurys"),
        ),
        SeatView(
            "b",
            "Salariés",
            "BERNARD-LEFÈVRE Jean-Baptiste",
            "Syndicat des techniciens",
            13,
            "summoned",
            is_external=True,
            sex="H",
            facts=("mandat jusqu’au 30/06/2027", "1 jury"),
        ),
        SeatView("c", "Indépendant du secteur"),
        SeatView(
            "d",
            "Équipe pédagogique",
            "MOREAU Sylvie",
            "CEFPF",
            14,
            "declined",
            deliberates=False,
            sex="F",
            facts=("2 jurys",),
            problem="Absente le 14 décembre",
        ),
    )


def list_page() -> QWidget:
    """Return a list of three hundred people with filters."""
    page = QWidget()
    layout = row(page, spacing=0)
    left = column(spacing=0)
    header = PageHeader("Candidats")
    header.set_note("300 candidats")
    header.set_acts(
        Act("Nouveau candidat", nothing, "add", "Ctrl+N"),
        seconds=(Act("Importer", nothing, "import"),),
    )
    left.addWidget(header)
    rows = [
        (
            n,
            f"{NAMES[n % 7]} {FIRST[n % 5]}",
            ("VAE", "Apprentissage")[n % 2],
            STATES[n % 4],
            n,
            "RNCP40642",
        )
        for n in range(300)
    ]
    people = RowList[Person](COLUMNS, lambda one: one[0], name="gallery", placeholder="Rechercher")
    people.set_filters(
        (
            RowFilter("vae", "VAE", lambda one: one[2] == "VAE", "route"),
            RowFilter("ready", "Prêts", lambda one: one[3] == "Prêt", "state"),
            RowFilter("late", "Bloqués", lambda one: one[3] == "Bloqué", "state"),
        )
    )
    people.set_rows(rows)
    left.addWidget(people, 1)
    layout.addLayout(left, 1)
    layout.addWidget(_inspector())
    return page


NAMES = ("LEGRAND", "NGUYỄN", "O’BRIEN", "DE LA TOUR", "ÉTIENNE", "MARTIN", "ZIANI")
FIRST = ("Ophélie", "Jean-Marc", "Inès", "Aïcha", "Loïc")
STATES = ("Prêt", "Brouillon", "Bloqué", "Recevabilité")
TONES = {"Prêt": "success", "Brouillon": "muted", "Bloqué": "danger", "Recevabilité": "accent"}
ICONS = {"Prêt": "check", "Brouillon": "edit", "Bloqué": "blocked", "Recevabilité": "half"}
COLUMNS = (
    Column[Person]("name", "Nom", lambda one: one[1], stretches=True, width=26),
    Column[Person]("route", "Voie", lambda one: one[2], width=16),
    Column[Person](
        "state",
        "État",
        lambda one: one[3],
        icon=lambda one: ICONS[one[3]],
        tone=lambda one: TONES[one[3]],
        is_chip=True,
        width=16,
    ),
    Column[Person]("certification", "Certification", lambda one: one[5], width=14),
    Column[Person](
        "number", "Dossier", lambda one: str(one[4]), lambda one: one[4], side="right", width=10
    ),
)


def _inspector() -> QWidget:
    panel = InspectorPanel()
    panel.setFixedWidth(340)
    panel.set_heading(
        "LEGRAND Ophélie",
        "VAE · RNCP40642 Assistant de production",
        (Chip("Prêt", "success", "check"), ClockChip("J-12 · jury avant le 4 déc.", 12)),
    )
    panel.add_section(
        "Identité",
        FactGrid(
            (
                Fact("Née le", "4 mai 1990"),
                Fact("À", "Saint-Étienne (42)"),
                Fact("Courriel", "ophelie.legrand@example.org"),
                Fact("Téléphone", "06 12 34 56 78"),
                Fact("Employeur", ""),
            )
        ),
    )
    panel.add_section("Constats", FindingsList(FINDINGS[1:3]))
    panel.set_acts(
        (
            Act("Modifier", nothing, "edit", manner="primary"),
            Act("Planifier", nothing, "calendar"),
            Act("Supprimer", nothing, "delete", manner="danger"),
        )
    )
    return panel


def form_page() -> QWidget:
    """Return a form with an error at a field."""
    wording = Wording("fr")
    form = Form()
    form.add_section("Identité", "Tels qu’à l’état civil : ils s’impriment sur le parchemin.")
    form.add("birth_name", FormField("Nom de naissance", text_edit("Legrand"), needed=True))
    form.add("first", FormField("Prénoms", text_edit("Ophélie, Marie"), hint="Dans l’ordre."))
    sexes = ((1, "Féminin"), (2, "Masculin"), (3, "Non précisé"))
    form.add("sex", FormField("Sexe (état civil)", ChoiceBox(sexes)))
    form.add("born", FormField("Date de naissance", DateField(wording, date(1990, 5, 4))))
    form.add("email", FormField("Courriel", text_edit("ophelie.legrand@")))
    form.add("phone", FormField("Téléphone", text_edit("", "06 12 34 56 78")))
    form.add("notes", FormField("Notes", long_text_edit()), is_wide=True)
    form.add_wide(tick("Tiers temps", is_on=True))
    form.show_errors({"email": "Il manque le domaine après « @ »."})
    return form


def board_page() -> QWidget:
    """Return a timetable with a hearing on the move, and a month."""
    page = QWidget()
    layout = row(page, spacing=Space.L, margins=even(Space.L))
    board = TimetableBoard()
    lanes = tuple(
        Lane(f"{day}{room}", name, room, pauses=((750, 810),), note="jury 1")
        for day, name in ((0, "lun. 14 déc."), (1, "mar. 15 déc."))
        for room in ("Salle 1", "Salle 2")
    )
    blocks = [
        Block(n, lanes[n % 3].key, 540 + (n // 3) * 45, 45, f"{NAMES[n % 7]} {FIRST[n % 5]}", "VAE")
        for n in range(9)
    ]
    blocks.append(Block(99, "1Salle 2", 600, 60, "MARTIN Inès", "CFA", "danger", "blocked"))
    board.show_board(lanes, blocks)
    board.set_legality(lambda block, place: "" if place.start < 750 - block.minutes else "Pause")
    board.canvas.pick_up(99)
    board.canvas.carry_to(Place("1Salle 1", 720))
    layout.addWidget(board, 3)
    frame, inside = card()
    calendar = MonthCalendar(Wording("fr"), FIRST_DAY)
    tones = ("success", "warning", "danger")
    calendar.set_marks(
        {
            FIRST_DAY + timedelta(days=n): DayMark(str(4 - n % 4), tones[n % 3], tones[n % 2])
            for n in range(-9, 12)
            if (FIRST_DAY + timedelta(days=n)).weekday() < 5
        }
    )
    inside.addWidget(calendar)
    layout.addWidget(frame, 2)
    return page


def empty_page() -> QWidget:
    """Return a page that has nothing to show yet."""
    text = "Importez le tableau de suivi de votre bureau, ou saisissez un premier candidat."
    acts = (
        Act("Importer un tableau", nothing, "import", manner="primary"),
        Act("Saisir", nothing, "add"),
    )
    return EmptyState("people", "Aucun candidat pour l’instant", text, acts)


PAGES = {
    "pieces": pieces_page,
    "list": list_page,
    "form": form_page,
    "board": board_page,
    "empty": empty_page,
}
