"""Title, dates, colour profile, conformance, and the associated file: what the PDF says about itself."""

import hashlib
from datetime import datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from lawfulshare import content
from lawfulshare.record.record import Frame, Record

PRODUCER = "ReportLab, pikepdf"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreateDate>{date}</xmp:CreateDate>
   <xmp:ModifyDate>{date}</xmp:ModifyDate>
   <xmp:CreatorTool>{tool}</xmp:CreatorTool>
   <pdf:Producer>{producer}</pdf:Producer>{keywords}
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def pdf_date(moment: str) -> str:
    """Give an ISO moment as PDF writes it."""
    at = datetime.fromisoformat(moment)
    zone = at.strftime("%z") or "+0000"
    return f"D:{at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


class Made(NamedTuple):
    """Who made a paper, with what, and at which moment."""

    author: str
    version: str
    at: str


def made(record: Record) -> Made:
    """Say who made a record, with what, and when."""
    author = record.case.decision_maker.name or record.case.organisation.name or record.id
    return Made(author, record.made_with.get("lawfulshare", ""), record.closed_at)


def describe(pdf: pikepdf.Pdf, frame: Frame, by: Made) -> None:
    """Say title, author, language and dates, claim PDF/A-3a and PDF/UA-1, name the colour space."""
    root = pdf.Root
    said = {
        "title": frame.title,
        "author": by.author,
        "tool": f"LawfulShare {by.version}".strip(),
        "producer": PRODUCER,
    }
    said = {key: _printable(text) for key, text in said.items()}
    at = datetime.fromisoformat(by.at).isoformat(timespec="seconds")
    values = {key: escape(text) for key, text in (said | {"language": frame.language, "date": at}).items()}
    keywords = _printable(frame.handling) if frame.training else ""
    values["keywords"] = f"\n   <pdf:Keywords>{escape(keywords)}</pdf:Keywords>" if keywords else ""
    packet = pdf.make_stream(_XMP.format(**values).encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    root.Metadata = packet
    root.Lang = String(frame.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    _colours(pdf)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    date = pdf_date(by.at)
    info = {"Title": said["title"], "Author": said["author"], "Creator": said["tool"], "Producer": said["producer"]}
    if keywords:
        info["Keywords"] = keywords
    for key, text in (info | {"CreationDate": date, "ModDate": date}).items():
        pdf.docinfo[f"/{key}"] = String(text)


class Source(NamedTuple):
    """The data from which a paper was drawn: the name of the file inside, its bytes, and what it is."""

    name: str
    body: bytes
    says: str


def attach(pdf: pikepdf.Pdf, source: Source, date: str) -> None:
    """Attach the data as the source of the document."""
    name, body, says = source
    file = pdf.make_stream(body)
    file.Type, file.Subtype = Name.EmbeddedFile, Name("/application/json")
    digest = hashlib.md5(body, usedforsecurity=False).digest()
    file.Params = Dictionary(Size=len(body), ModDate=String(date), CheckSum=String(digest))
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(name),
            UF=String(name),
            Desc=String(says),
            AFRelationship=Name.Source,
            EF=Dictionary(F=file, UF=file),
        )
    )
    pdf.Root.AF = Array([spec])
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(name), spec])))


def _colours(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream((content.resources() / "record" / "sRGB.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _printable(text: str) -> str:
    """Give a text that XML and PDF can hold on one line."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
