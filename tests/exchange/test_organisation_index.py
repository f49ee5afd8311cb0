"""The index of companies finds what comparing every pair finds, and nothing else."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from jurydesk.exchange.organisation_index import OrganisationIndex
from jurydesk.exchange.organisations import LIKELY, organisation_likeness

WORDS = (
    "Canal", "Bleu", "Films", "Les", "Productions", "Kinéo", "Kineo", "SAS", "SARL", "du", "&",
    "Étoile", "Filante", "etoile", "filant", "Studio", "2", "3", "Plein", "Cadre", "Sud", "Vague",
    "Vauge", "Distribution", "International", "Contre-Champ", "CONTRECHAMP", "(Paris)", "S.A.S.",
    "freelance", "sans emploi", "Nord", "KO", "KA",
)  # fmt: skip
names = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=12)


def pairwise(asked: str, known: list[str]) -> dict[str, int]:
    alike = {name: organisation_likeness(asked, name) for name in known}
    return {name: likeness for name, likeness in alike.items() if likeness >= LIKELY}


@settings(max_examples=600, deadline=None)
@given(asked=names, known=st.lists(names, max_size=12))
@example(asked="Canal Bleu", known=["Canal Bleu Distribution International"])
@example(asked="Films du Canal Bleu Distribution", known=["Canal Bleu", "Canal", "Bleu Sud"])
@example(asked="Contre Champ", known=["CONTRECHAMP SAS", "Contre-Champ"])
@example(asked="Studio 2", known=["Studio 3", "studio 2 (Paris)", "Studio"])
@example(asked="La Vague Bleue", known=["Vauge Bleue"])
def test_the_index_finds_what_comparing_every_pair_finds(asked: str, known: list[str]) -> None:
    assert dict(OrganisationIndex(known).matches(asked)) == pairwise(asked, known)


def test_names_that_are_no_employer_are_nobodys_company() -> None:
    index = OrganisationIndex(["freelance", "Canal Bleu", "", "=1+1"])
    assert dict(index.matches("Freelance")) == {}
    assert dict(index.matches("Canal Bleu Films")) == {"Canal Bleu": 100}
    assert dict(OrganisationIndex([]).matches("Canal Bleu")) == {}
