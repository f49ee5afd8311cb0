"""Reads the RNCP sheets of `resources/certifications`: strictly, naming the place of a fault."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from jurydesk.domain.certification import (
    Block,
    Certification,
    Composition,
    CompositionStatus,
    RegistrationPeriod,
    RouteTerms,
    Seat,
)
from jurydesk.domain.entry_conditions import ConditionKind, EntryCondition
from jurydesk.domain.routes import Access, AccessRoute
from jurydesk.errors import DamagedFile, EnvironmentFailure
from jurydesk.exchange.json_node import JsonNode
from jurydesk.paths import resource

_NAMES = frozenset(field.name for field in fields(Certification)) - {"id", "version"} | {"jury"}


def read_certifications(folder: Path | None = None) -> tuple[Certification, ...]:
    """Return every sheet of the folder in the order of its number; the shipped ones by default.

    A sheet whose jury is not published takes over that of another one as a proposal, on the
    routes that are open or not known.

    Raises:
        EnvironmentFailure: the folder or one of its files cannot be read.
        DamagedFile: a file is not such a sheet; the figures say where in it.
    """
    place = folder or resource("certifications")
    sheets = [_read(path) for path in sorted(place.glob("*.json"))]
    if not sheets:
        raise EnvironmentFailure("SHEET-01", {"folder": str(place)})
    # Only after all are read: a sheet may borrow its jury from one that comes later
    published = {s.certification.code: s.jury for s in sheets if s.jury}
    completed = (_complete(sheet, published) for sheet in sheets)
    return tuple(sorted(completed, key=lambda c: int(c.code.removeprefix("RNCP"))))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file as read, before the juries are shared out."""

    path: Path
    certification: Certification
    jury: Composition | None
    like: str


def _read(path: Path) -> _Sheet:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EnvironmentFailure("SHEET-02", {"file": path.name}) from error
    except ValueError as error:
        raise DamagedFile("SHEET-06", {"file": path.name}) from error
    if not isinstance(values, dict):
        raise DamagedFile("SHEET-06", {"file": path.name})
    root = JsonNode(path, "", values)
    root.expect(_NAMES)
    code = root.text("code")
    if not code.removeprefix("RNCP").isdecimal() or path.stem != code:
        raise root.fault("SHEET-03", "code")
    jury = root.node("jury")
    like = jury.text("like") if "like" in jury.values else ""
    published = None if like else _published(jury)
    return _Sheet(path, _certification(root), published, like)


def _certification(root: JsonNode) -> Certification:
    return Certification(
        code=root.text("code"),
        title=root.text("title"),
        family=root.text("family"),
        level=root.optional("level", root.integer),
        active=root.optional("active", root.flag),
        routes=_routes(root.node("routes")),
        blocks=tuple(_block(node) for node in root.nodes("blocks")),
        has_blocks=root.optional("has_blocks", root.flag),
        skills=root.texts("skills"),
        registrations=tuple(_registration(node) for node in root.nodes("registrations")),
        registered_from=root.optional("registered_from", root.day),
        registered_until=root.optional("registered_until", root.day),
        last_delivery=root.optional("last_delivery", root.day),
        replaces=root.text("replaces"),
        replaced_by=root.text("replaced_by"),
        nsf=root.texts("nsf"),
        rome=root.texts("rome"),
        formacodes=root.texts("formacodes"),
        entry_conditions=root.text("entry_conditions"),
        conditions=tuple(_condition(node) for node in root.nodes("conditions")),
        certifier=root.text("certifier"),
        sirets=root.texts("sirets"),
        unknown=root.texts("unknown"),
        uncertain=root.texts("uncertain"),
        sources=root.texts("sources"),
    )


def _routes(node: JsonNode) -> tuple[RouteTerms, ...]:
    node.expect(AccessRoute)
    return tuple(RouteTerms(route, node.choice(route, Access)) for route in AccessRoute)


def _block(node: JsonNode) -> Block:
    node.expect(("code", "title", "optional", "skills"))
    code, title, optional = node.text("code"), node.text("title"), node.flag("optional")
    return Block(code, title, optional=optional, skills=node.texts("skills"))


def _condition(node: JsonNode) -> EntryCondition:
    node.expect(("code", "kind", "wording", "routes", "threshold", "source", "instead_of"))
    try:
        routes = tuple(map(AccessRoute, node.texts("routes")))
    except ValueError:
        raise node.fault("SHEET-03", "routes") from None
    return EntryCondition(
        code=node.text("code"),
        kind=node.choice("kind", ConditionKind),
        wording=node.text("wording"),
        routes=routes,
        threshold=node.optional("threshold", node.integer),
        source=node.text("source"),
        instead_of=node.text("instead_of"),
    )


def _registration(node: JsonNode) -> RegistrationPeriod:
    node.expect(("decree", "journal", "effect", "until", "years"))
    decree, journal, effect = node.day("decree"), node.day("journal"), node.day("effect")
    return RegistrationPeriod(decree, journal, effect, node.day("until"), node.integer("years"))


def _published(node: JsonNode) -> Composition:
    node.expect(("source", "balanced", "seats"))
    seats = tuple(_seat(seat) for seat in node.nodes("seats"))
    source, balanced = node.text("source"), node.flag("balanced")
    return Composition(seats, CompositionStatus.PUBLISHED, source, balanced=balanced)


def _seat(node: JsonNode) -> Seat:
    node.expect(("kind", "label", "share", "external", "deliberates"))
    return Seat(
        kind=node.text("kind"),
        label=node.text("label"),
        share=node.integer("share"),
        external=node.flag("external"),
        deliberates=node.flag("deliberates"),
    )


def _complete(sheet: _Sheet, published: Mapping[str, Composition]) -> Certification:
    jury = sheet.jury
    if jury is None:
        if sheet.like not in published:
            raise DamagedFile("SHEET-03", {"file": sheet.path.name, "place": "jury.like"})
        jury = replace(published[sheet.like], status=CompositionStatus.PROPOSED)
    routes = tuple(
        terms if terms.access is Access.CLOSED else replace(terms, composition=jury)
        for terms in sheet.certification.routes
    )
    return replace(sheet.certification, routes=routes)
