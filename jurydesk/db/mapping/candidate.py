"""Candidates as rows."""

from __future__ import annotations

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.search_key import search_key, search_words
from jurydesk.db.tables import CandidateRow
from jurydesk.domain.changes import Kind
from jurydesk.domain.partial_date import read_partial
from jurydesk.domain.people import BirthPlace, Candidate, Employment, Sex


def _words(candidate: Candidate) -> frozenset[str]:
    names = (candidate.birth_name, candidate.usage_name, *candidate.first_names)
    return search_words(search_key(*names, candidate.email, phone=candidate.phone))


def _values(candidate: Candidate) -> Values:
    place = candidate.birth_place
    return {
        "birth_name": candidate.birth_name,
        "first_names": list(candidate.first_names),
        "usage_name": candidate.usage_name,
        "sex": candidate.sex.value,
        "birth_date": candidate.birth_date,
        "birth_partial": candidate.birth_partial.iso if candidate.birth_partial else "",
        "birth_commune": place.commune,
        "birth_insee": place.insee,
        "birth_postal_code": place.postal_code,
        "birth_department": place.department,
        "birth_country": place.country,
        "email": candidate.email,
        "phone": candidate.phone,
        "employer": candidate.employer,
        "employments": encode(tuple[Employment, ...], candidate.employments),
        "notes": candidate.notes,
    }


def _entity(row: CandidateRow, _parts: Parts) -> Candidate:
    return Candidate(
        birth_name=row.birth_name,
        first_names=tuple(row.first_names),
        usage_name=row.usage_name,
        sex=Sex(row.sex),
        birth_date=row.birth_date,
        birth_partial=read_partial(row.birth_partial),
        birth_place=BirthPlace(
            commune=row.birth_commune,
            insee=row.birth_insee,
            postal_code=row.birth_postal_code,
            department=row.birth_department,
            country=row.birth_country,
        ),
        email=row.email,
        phone=row.phone,
        employer=row.employer,
        employments=decode(tuple[Employment, ...], row.employments),
        notes=row.notes,
        id=row.id,
        version=row.version,
    )


CANDIDATES = Mapper(Kind.CANDIDATE, CandidateRow, _values, _entity, to_words=_words)
