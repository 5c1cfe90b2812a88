"""TMX 1.4, the exchange format of translation memories: read and written one unit at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.sax.saxutils import escape, quoteattr

from cleaner.engines.memory import Unit
from cleaner.engines.packages import code, tag
from cleaner.errors import FormatError

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="cleaner" creationtoolversion="1" segtype="sentence" o-tmf="cleaner" adminlang="en"
 srclang="*all*" datatype="plaintext"/>
<body>
"""
_UNSAID = (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
_CONTROL = dict.fromkeys(_UNSAID)  # XML has no way to say them


def write(units: Iterable[Unit], file: BinaryIO) -> int:
    """Write units to a binary file; how many there were.  What an engine made says so (``creationid``)."""
    file.write(_HEAD.encode())
    count = 0
    for unit in units:
        count += 1
        by = quoteattr(("mt:" if unit.engine else "") + unit.origin)
        sides = ((unit.source_lang, unit.source), (unit.target_lang, unit.target))
        inner = "".join(f"<tuv xml:lang={quoteattr(a)}><seg>{escape(_said(t))}</seg></tuv>" for a, t in sides)
        file.write(f"<tu creationid={by}>{inner}</tu>\n".encode())
    file.write(b"</body>\n</tmx>\n")
    return count


def read(path: str | Path) -> Iterator[Unit]:
    """Yield the units of a TMX file: the source language is that of the header, else of the first side.

    Inline codes of a segment are dropped, highlighted text is kept.  Units that an engine made
    (``creationid`` begins with ``mt:``) are left out: a memory only takes over what people wrote.

    Raises:
        FormatError: it cannot be read, or is not TMX; says where it breaks.
    """
    name = Path(path).name.encode("utf-8", "backslashreplace").decode()  # it may hold half a character
    try:
        with Path(path).open("rb") as file:
            yield from _units(file, name)
    except OSError as error:
        raise FormatError(f"{path}: {error.strerror}") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise FormatError(f"{path}: not a TMX file: {error}") from error


def _units(file: BinaryIO, name: str) -> Iterator[Unit]:
    srclang = "*all*"
    for node in _nodes(file):
        if node.tag == "header":
            srclang = node.get("srclang", srclang)
        elif node.tag == "tu" and not node.get("creationid", "").startswith("mt:"):
            yield from _pairs(node, srclang, name)


def _nodes(file: BinaryIO) -> Iterator[Element]:
    """Yield each unit, and whatever stands outside of one; none is held once the next is asked for."""
    above: list[Element] = []
    units = 0  # of which the end is still to come
    for event, node in iterparse(file, ("start", "end")):  # noqa: S314  expat refuses entity bombs (2.4.1)
        if event == "start":
            above.append(node)
            units += node.tag == "tu"
            continue
        above.pop()
        units -= node.tag == "tu"
        if not units:
            yield node
            node.clear()
            if above:
                del above[-1][:]


def _pairs(node: Element, srclang: str, name: str) -> Iterator[Unit]:
    sides = []
    for tuv in node.iter("tuv"):
        seg = tuv.find("seg")
        lang = tuv.get(_LANG) or tuv.get("lang") or ""
        if seg is not None and lang:
            sides.append((tag(code(lang)), _plain(seg).strip()))
    wanted = tag(code(srclang))
    source = next((side for side in sides if side[0] == wanted), sides[0] if sides else None)
    for lang, text in sides:
        if source and lang != source[0] and text and source[1]:
            yield Unit(source[1], text, source[0], lang, name)


def _plain(seg: Element) -> str:
    """Text of a segment without the codes of its format (``bpt``, ``ph`` and so on)."""
    inner = ((_plain(child) if child.tag == "hi" else "") + (child.tail or "") for child in seg)
    return (seg.text or "") + "".join(inner)


def _said(text: str) -> str:
    return text.translate(_CONTROL)
