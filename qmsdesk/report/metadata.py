"""What a report says about itself: title, language, dates, the standards it keeps and the colours it means."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

PRODUCER = "qmsdesk"
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""By ourselves: the module of the standard library for it brings in TLS and mail, two megabytes."""
LANGUAGE_TAGS = {"sv": "sv-SE", "en": "en-GB"}

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that a document carries within itself; `told` says in words what it is."""

    name: str
    media_type: str
    content: bytes
    told: str


@dataclass(frozen=True, slots=True)
class About:
    """A document's title, who answers for it, its language tag, its date of making and what it carries."""

    title: str
    author: str
    language: str
    stamp: datetime
    enclosures: tuple[Enclosure, ...] = ()


def packet(about: About) -> bytes:
    """The XMP packet that names the document and claims PDF/UA-1 and PDF/A: 3a where it carries files, else 2a."""
    return PACKET.format(
        title=about.title.translate(ESCAPED),
        author=about.author.translate(ESCAPED),
        language=about.language,
        when=about.stamp.isoformat(timespec="seconds"),
        producer=PRODUCER,
        part=3 if about.enclosures else 2,
    ).encode()


def pdf_date(stamp: datetime) -> str:
    """A moment with its zone as PDF has it, `D:20261125143000+01'00'`."""
    zone = stamp.strftime("%z") or "+0000"
    return f"D:{stamp:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


@cache
def srgb_profile() -> bytes:
    """The sRGB profile; its date of making is blanked, so that the same report is the same file."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + bytes(12) + profile[36:]
