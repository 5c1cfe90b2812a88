"""TBX, version 2 (ISO 30042:2008) and 3 (2019): concepts, languages, terms and their status."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree
from xml.parsers import expat

from cleaner.errors import GlossaryError
from cleaner.terms.entry import TYPES, Entry, tagged
from cleaner.terms.read import ANY, slug

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NEAR = "only near: "
"""How the usage note of a deprecated term begins that is wrong only in a context."""
_STATUS = {"preferred": "preferredTerm", "admitted": "admittedTerm", "deprecated": "deprecatedTerm"}


def read_tbx(data: bytes, target: str, glossary: str = "") -> list[Entry]:
    """Read the concepts that have a term in the target language; terms in others are native forms.

    Raises:
        GlossaryError: it is no XML, or declares entities, of which only an attacker has need.
    """
    refuse_entities(data)
    concepts = [e for e in ElementTree.fromstring(data).iter() if _tag(e) in ("termEntry", "conceptEntry")]  # noqa: S314
    return [entry for concept in concepts if (entry := _entry(concept, target, glossary))]


def refuse_entities(data: bytes) -> None:
    """Raise GlossaryError for XML that is broken or declares entities; nothing outside is ever fetched."""

    def refuse(*_: object) -> None:
        raise GlossaryError("TBX: the file declares XML entities: remove the declarations")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter two: of its encoding
        raise GlossaryError(f"TBX: no well-formed XML: {error}") from error


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _entry(concept: ElementTree.Element, target: str, glossary: str) -> Entry | None:
    forms: dict[str, list[str]] = {"preferred": [], "admitted": [], "deprecated": [], "native": []}
    own = target
    for section in concept:
        if _tag(section) in ("langSet", "langSec"):
            lang = (section.get(_LANG) or section.get("lang") or "").split("-")[0].lower()
            for status, form in _terms(section):
                if lang == target or (lang == ANY and status):
                    forms[status or "admitted"].append(form)
                    own = "" if lang == ANY else target
                else:
                    forms["native"].append(tagged(form, "" if lang == ANY else lang))
    first, *others = [*forms["preferred"], *forms["admitted"]] or [""]
    if not first:
        return None
    said = {(_tag(e), e.get("type")): (e.text or "").strip() for e in concept.iter()}
    kind, uses = said.get(("descrip", "subjectField"), ""), said.get(("termNote", "usageNote"), "")
    notes = [e.text or "" for e in concept.iter() if _tag(e) == "note"]
    return Entry(
        id=concept.get("id") or slug(first),
        preferred=first,
        admitted=tuple(dict.fromkeys(others)),
        deprecated=tuple(dict.fromkeys(forms["deprecated"])),
        native=tuple(dict.fromkeys(forms["native"])),
        type=kind if kind in TYPES else "",
        lang=own,
        context=tuple(uses.removeprefix(_NEAR).split(" | ")) if uses.startswith(_NEAR) else (),
        source=said.get(("admin", "source"), ""),
        note="; ".join(notes),
        glossary=glossary,
    )


def _terms(section: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Status, empty if it is not told, and form of each term."""
    for group in section.iter():
        if _tag(group) in ("tig", "ntig", "termSec"):
            form = "".join("".join(e.itertext()) for e in group.iter() if _tag(e) == "term").strip()
            notes = " ".join(e.text or "" for e in group.iter() if _tag(e) == "termNote")
            status = re.search("preferred|deprecated|superseded", notes)
            found = status[0].replace("superseded", "deprecated") if status else ""
            if form:
                yield found, form


def write_tbx(entries: Iterable[Entry], version: int = 3) -> bytes:
    """Write entries as TBX of version 2 or 3; native forms in sections of their language or ``und``."""
    names = {
        2: ("martif", "termEntry", "langSet", "tig", "administrativeStatus"),
        3: ("tbx", "conceptEntry", "langSec", "termSec", "administrativeStatus"),
    }[version]
    root = ElementTree.Element(names[0], {"type": "TBX-Basic" if version == 3 else "TBX", _LANG: "en"})
    if version == 3:
        root.set("style", "dca")
        root.set("xmlns", "urn:iso:std:iso:30042:ed-2")
    header = ElementTree.SubElement(root, "tbxHeader" if version == 3 else "martifHeader")
    described = ElementTree.SubElement(ElementTree.SubElement(header, "fileDesc"), "sourceDesc")
    ElementTree.SubElement(described, "p").text = "written by cleaner"
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    for entry in entries:
        if entry.type != "phrase":
            _concept(body, entry, names)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _concept(body: ElementTree.Element, entry: Entry, names: tuple[str, ...]) -> None:
    concept = ElementTree.SubElement(body, names[1], {"id": entry.id})
    for tag, kind, text in (("descrip", "subjectField", entry.type), ("admin", "source", entry.source)):
        if text:
            ElementTree.SubElement(concept, tag, {"type": kind}).text = text
    if entry.note:
        ElementTree.SubElement(concept, "note").text = entry.note
    section = ElementTree.SubElement(concept, names[2], {_LANG: entry.lang or ANY})
    standing = [(entry.preferred, "preferred")]
    standing += [(form, s) for s in ("admitted", "deprecated") for form in getattr(entry, s)]
    for form, status in standing:
        term = ElementTree.SubElement(section, names[3])
        ElementTree.SubElement(term, "term").text = form
        ElementTree.SubElement(term, "termNote", {"type": names[4]}).text = f"{_STATUS[status]}-admn-sts"
        if entry.context and status == "deprecated":
            ElementTree.SubElement(term, "termNote", {"type": "usageNote"}).text = _NEAR + " | ".join(
                entry.context
            )
    for lang in dict.fromkeys(lang for lang, _ in entry.natives):
        section = ElementTree.SubElement(concept, names[2], {_LANG: lang or ANY})
        for form in (form for own, form in entry.natives if own == lang):
            ElementTree.SubElement(ElementTree.SubElement(section, names[3]), "term").text = form
