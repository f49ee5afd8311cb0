"""Makes of a drawn file one that lasts: PDF/A-3 (ISO 19005-3), tagged, with its data, sealed."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from jurydesk.documents.drawing.colours import NAME as PROFILE_NAME
from jurydesk.documents.drawing.colours import srgb_profile
from jurydesk.documents.drawing.tags import write_tags
from jurydesk.documents.seal import sealed

if TYPE_CHECKING:
    from jurydesk.documents.drawing.structure import Structure

CREATOR = "jurydesk"
PRODUCER = "jurydesk, ReportLab, pikepdf"
VERSION = "1.7"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, kw_only=True)
class About:
    """What a file says of itself."""

    title: str
    author: str
    subject: str
    language: str


@dataclass(frozen=True, kw_only=True)
class Data:
    """What a file carries for programs."""

    name: str
    """Of the embedded file."""
    description: str
    content: bytes
    media_type: str
    keywords: str
    """Said of the file as a whole; with them its data can be compared."""


def made_to_last(
    pdf: bytes, about: About, *, structure: Structure, data: Data | None = None
) -> bytes:
    """Return the file as PDF/A-3, tagged and sealed; the same file gives the same bytes."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            # reportlab gives every page an effect for slide shows, without any effect
            if "/Trans" in page.obj:
                del page.obj["/Trans"]
        _intend(document)
        _describe(document, about, data.keywords if data else "")
        write_tags(document, structure)
        if data is not None:
            _embed(document, data)
        document.save(
            target,
            min_version=VERSION,
            deterministic_id=True,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return sealed(target.getvalue())


def _intend(document: pikepdf.Pdf) -> None:
    """Say which colours are meant: those of a screen, by a profile that the file carries."""
    profile = document.make_stream(srgb_profile(), N=3)
    document.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(PROFILE_NAME.decode()),
                Info=String(PROFILE_NAME.decode()),
                DestOutputProfile=profile,
            )
        ]
    )


def _describe(document: pikepdf.Pdf, about: About, keywords: str) -> None:
    """Say the same in the old dictionary and in XMP; no date, or bytes could not be compared."""
    said = {
        "title": about.title,
        "author": about.author,
        "subject": about.subject,
        "creator": CREATOR,
        "producer": PRODUCER,
        "keywords": keywords,
    }
    spoken = {f"/{key.capitalize()}": String(text) for key, text in said.items()}
    document.trailer.Info = document.make_indirect(Dictionary(spoken))
    packet = PACKET.format(
        language=about.language, **{key: escape(text) for key, text in said.items()}
    )
    metadata = document.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
    document.Root.Metadata = metadata
    document.Root.Lang = String(about.language)


def _embed(document: pikepdf.Pdf, data: Data) -> None:
    """Carry the data as a file that belongs to the document: ISO 19005-3, 6.8."""
    stream = document.make_stream(data.content)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name(f"/{data.media_type}")
    # MD5 is what the format asks for (ISO 32000-1, table 46); nothing here relies on it
    digest = hashlib.md5(data.content, usedforsecurity=False).digest()
    stream.Params = Dictionary(Size=len(data.content), CheckSum=String(digest))
    file = document.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(data.name),
            UF=String(data.name),
            Desc=String(data.description),
            AFRelationship=Name.Data,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    names = Dictionary(Names=Array([String(data.name), file]))
    document.Root.Names = Dictionary(EmbeddedFiles=names)
    document.Root.AF = Array([file])
