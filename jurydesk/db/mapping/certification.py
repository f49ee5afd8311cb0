"""Certifications as documents."""

from __future__ import annotations

from dataclasses import replace

from jurydesk.db.document import decode, encode
from jurydesk.db.mapping.mapper import Mapper, Parts, Values
from jurydesk.db.search_key import normal, search_words
from jurydesk.db.tables import CertificationRow
from jurydesk.domain.certification import Certification
from jurydesk.domain.changes import Kind


def _values(certification: Certification) -> Values:
    # Number and version have columns of their own
    content = encode(Certification, replace(certification, id=0, version=0))
    return {"code": certification.code, "title": certification.title, "content": content}


def _entity(row: CertificationRow, _parts: Parts) -> Certification:
    return replace(decode(Certification, row.content), id=row.id, version=row.version)


def _words(certification: Certification) -> frozenset[str]:
    return search_words(normal(f"{certification.code} {certification.title}"))


CERTIFICATIONS = Mapper(Kind.CERTIFICATION, CertificationRow, _values, _entity, to_words=_words)
