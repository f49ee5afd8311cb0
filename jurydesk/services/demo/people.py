"""The people of the demonstration. None of them exists; the mails lead nowhere (RFC 2606)."""

from __future__ import annotations

from dataclasses import dataclass

from jurydesk.domain.certification import EMPLOYEES, EMPLOYERS, INDEPENDENT, TEACHING_STAFF


@dataclass(frozen=True, slots=True)
class Person:
    """A candidate as the rosters of the demonstration know one."""

    name: str
    first: str
    sex: str
    born: str
    """ISO date."""
    town: str = "Paris"
    code: str = "75056"
    usage: str = ""

    @property
    def mail(self) -> str:
        """Return an address that leads nowhere."""
        return f"{_plain(self.first)}.{_plain(self.name)}@exemple.invalid"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the pool of the demonstration."""

    name: str
    first: str
    sex: str
    seat: str
    occupation: str
    company: str
    since: int
    """Year of the first mandate."""

    @property
    def mail(self) -> str:
        """Return an address that leads nowhere."""
        return f"{_plain(self.first)}.{_plain(self.name)}@vivier.invalid"


def _plain(name: str) -> str:
    return "".join(c for c in name.lower().replace("é", "e").replace("è", "e") if c.isalpha())


MEMBERS = (
    Member("Quillien", "Armelle", "F", EMPLOYERS, "productrice", "Hauts Plateaux Films", 2018),
    Member("Sorrel", "Damien", "H", EMPLOYEES, "chargé de production", "Galop Images", 2018),
    Member("Tanguy", "Sibylle", "F", INDEPENDENT, "scénariste", "auteure", 2018),
    Member("Vauquelin", "Hervé", "H", TEACHING_STAFF, "formateur", "CEFPF", 2018),
    Member("Abelard", "Corentin", "H", EMPLOYERS, "producteur délégué", "Lune Rousse", 2024),
    Member("Brisson", "Maud", "F", EMPLOYERS, "gérante", "Ateliers du Phare", 2025),
    Member("Cazenave", "Iris", "F", EMPLOYEES, "assistante de production", "Trois Ponts", 2024),
    Member("Delorme", "Yvan", "H", EMPLOYEES, "régisseur général", "Galop Images", 2025),
    Member("Estève", "Paul", "H", INDEPENDENT, "directeur de post-production", "indépendant", 2024),
    Member("Fauvel", "Ludivine", "F", INDEPENDENT, "directrice de casting", "indépendante", 2025),
    Member("Garance", "Odile", "F", TEACHING_STAFF, "responsable pédagogique", "CEFPF", 2024),
    Member("Hurel", "Tristan", "H", TEACHING_STAFF, "formateur", "CEFPF", 2025),
)
"""The first four sit in the session of 2019, and their mandates are renewed since."""

HISTORICAL = (
    Person("Imbert", "Rosalie", "F", "1991-03-12", "Nantes", "44109"),
    Person("Joubert", "Cyril", "H", "1988-11-02", "Lille", "59350"),
    Person("Kerbrat", "Anouk", "F", "1979-06-21", "Brest", "29019", "Mahé"),
    Person("Lacaze", "Bastien", "H", "1993-01-30", "Pau", "64445"),
)
"""Candidates to RNCP6082, heard in December 2019."""

OF_BLOCKS = (
    Person("Morvan", "Elise", "F", "1999-04-18", "Rouen", "76540"),
    Person("Nadal", "Hugo", "H", "1997-09-09", "Perpignan", "66136"),
    Person("Ollivier", "Jeanne", "F", "2000-12-01", "Vannes", "56260"),
    Person("Pasquet", "Samir", "H", "1995-02-14", "Bondy", "93010"),
    Person("Quéré", "Nolwenn", "F", "1990-07-27", "Quimper", "29232"),
    Person("Rambaud", "Victor", "H", "1998-05-05", "Avignon", "84007"),
)
"""Candidates to RNCP34316 who entered before its registration ended: judged by block."""

COMING = (
    Person("Sabatier", "Inès", "F", "1984-08-16", "Lyon 3e Arrondissement", "69383"),
    Person("Thévenet", "Marc", "H", "1976-10-23", "Dijon", "21231"),
    Person("Urbain", "Clotilde", "F", "1981-05-11", "Metz", "57463", "Weber"),
    Person("Vasselin", "Ronan", "H", "1990-12-19", "Caen", "14118"),
    Person("Wolff", "Agathe", "F", "1987-02-03", "Colmar", "68066"),
    Person("Yvetot", "Lucas", "H", "2000-06-08", "Amiens", "80021"),
    Person("Zeller", "Margot", "F", "2001-09-29", "Nancy", "54395"),
    Person("Ancelin", "Théo", "H", "1999-03-24", "Tours", "37261"),
)
"""Candidates to RNCP40642: five by experience, three after training."""

UNREADY = Person("Barbier", "Solange", "F", "1992-01-15", "Reims", "51454")
"""Entered RNCP34316 after its registration ended: kept as a draft."""

ADDRESS = "1 place de la Démonstration, 75000 Paris"
EMAIL, PHONE, CITY = "jurys@example.org", "01 99 00 12 34", "Paris"
REPRESENTATIVE = "Hélène Fictive"
ROLE = "directrice de la certification"
