"""What the decoder gets of a segment, and how the segment is put together again.

A segment is parts in a row: text to decode, and what passes by the decoder (runs of
white space, rules, addresses where the model will not copy them).  Decoders take no
line breaks, little white space and no more than a few hundred tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 160
"""Source tokens of one part: models are trained on sentences, and get worse long before they refuse."""

_WRAP = re.compile(r"[ \t\u00a0]*\n[ \t\u00a0]*")
_CUT = re.compile(r"(?<=[^\W\d_])([-\u00ad])\n[ \t]*(?!und\b|oder\b|bzw\b|and\b|or\b|и\b|или\b)(?=[^\W\d_])")
_GAP = re.compile(r"([^\S\n]{2,}|\t)")
_CLAUSES = (  # where to split, best first: each matches the white space that is left between the parts
    re.compile(r"(?<=[!?;:])\s+|(?<=[^\W\d_]{2}\.)\s+"),
    re.compile(r"(?<=,)\s+|\s+(?=[–—]\s)|(?<=\s[–—])\s+"),
    re.compile(r"\s+"),
    re.compile(r"(?<=[。、，；！？])|(?=[/&?])"),
)
EXACT: Final = re.compile(
    r"(?i:https?://|www\.)[^\s<>\"“”„«»]*[^\s<>\"“”„«».,;:!?)\]}'’]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@/])@\w{2,}"
    r"|(?<![\w#&/])#(?=\w*[^\W\d])\w+"
    r"|`[^`\n]+`"
    r"|!?\[(?=[^\[\]\n]+\]\()|\]\([^()\n]*\)"
    r"|</?[A-Za-z][^<>\n]*>|&(?:#?\w{2,});"
    r"|\b\w+_\w+\b"
)
"""Addresses, handles, hashtags, code, links, tags and entities: what must come through letter for letter."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a segment; ``decode`` says whether it is for the decoder or passes it by."""

    text: str
    decode: bool = True


def unwrapped(text: str) -> str:
    r"""The text on one line: a word cut at the end of a line made whole.

    >>> unwrapped("Die Regie-\nrung in Ost-\nund West")
    'Die Regierung in Ost- und West'
    """
    if "\n" not in text:
        return text
    whole = _CUT.sub(lambda m: m[1] * (m[1] == "-" and text[m.end()].isupper()), text)
    return _WRAP.sub(" ", whole)


def parts(text: str, length: Callable[[str], int], limit: int = LIMIT) -> list[Part]:
    """Split a segment at gaps (tabs, runs of spaces), and at clauses where it is too long.

    The parts joined are the segment, letter for letter.

    Args:
        text: A segment on one line.
        length: Tokens of a text.
        limit: Most tokens a part may have.
    """
    return [part for piece in _GAP.split(text) if piece for part in _sized(piece, length, limit)]


def _sized(text: str, length: Callable[[str], int], limit: int) -> Iterator[Part]:
    if not any(c.isalpha() for c in text):
        yield Part(text, decode=False)
    elif len(text) <= limit or length(text) <= limit:  # a token is at least a character
        yield Part(text)
    else:
        left, gap, right = halves(text)
        yield from _sized(left, length, limit)
        if gap:
            yield Part(gap, decode=False)
        yield from _sized(right, length, limit)


def halves(text: str, *, clauses_only: bool = False) -> tuple[str, str, str]:
    """Split near the middle, at the best boundary there is: left part, white space, right part.

    >>> halves("Er kam, sah und siegte; sie aber blieb zu Hause.")
    ('Er kam, sah und siegte;', ' ', 'sie aber blieb zu Hause.')
    """
    middle = len(text) / 2
    for boundary in _CLAUSES[:2] if clauses_only else _CLAUSES:
        cuts = [m.span() for m in boundary.finditer(text) if 0.15 < m.start() / len(text) < 0.85]
        if cuts:
            start, end = min(cuts, key=lambda cut: abs(cut[0] - middle))
            return text[:start], text[start:end], text[end:]
    return (text, "", "") if clauses_only else (text[: int(middle)], "", text[int(middle) :])


def around(text: str) -> list[Part]:
    """Split at what must come through letter for letter, and let it pass the decoder by."""
    found, at = [], 0
    for match in EXACT.finditer(text):
        found += [*_trimmed(text[at : match.start()]), Part(match[0], decode=False)]
        at = match.end()
    return [*found, *_trimmed(text[at:])]


def _trimmed(text: str) -> Iterable[Part]:
    inner = text.strip(" ([{\"'“„«»”’)]}.,;:!?–—-")
    if not any(c.isalpha() for c in inner):
        return [Part(text, decode=False)] if text else []
    start = text.index(inner)
    end = start + len(inner)
    if re.fullmatch(r"[.,;:!?]+", text[end:]):
        end = len(text)  # the stop belongs to the sentence
    outer = Part(text[:start], decode=False), Part(text[start:end]), Part(text[end:], decode=False)
    return [part for part in outer if part.text]


def fitted(source: str, target: str, *, first: bool, last: bool) -> str:
    """Take back the capital and the stop that a model puts round a clause as if it were a sentence.

    The start of a segment is a capital where it was one.

    >>> fitted("weil er krank ist", "Because he is ill.", first=False, last=False)
    'because he is ill'
    """
    if not last and target.endswith(".") and not source.endswith((".", "…")):
        target = target[:-1]
    if not first and source[:1].islower() and target[:1].isupper() and not target[:2].isupper():
        target = target[:1].lower() + target[1:]
    if first and source[:1].isupper() and target[:1].islower():
        target = target[:1].upper() + target[1:]
    return target


def capitals(text: str) -> bool:
    """True for a headline in capitals: at least two words of three letters, none of them small."""
    return text.isupper() and len(re.findall(r"[^\W\d_]{3,}", text)) > 1


def lowered(text: str, names: Iterable[str] = ()) -> str:
    """Capitals in the case of a sentence, which is what models know; ``names`` as they are written.

    >>> lowered("MINISTER BESUCHT BERLIN", ["Berlin"])
    'Minister besucht Berlin'
    """
    small = text.lower()
    text = re.sub(r"(?:^|[.!?:]\s)\W*\w", lambda m: m[0].upper(), small)
    for name in (name for name in names if name.lower() in small):  # of 100,000 names a few
        whole = re.compile(rf"(?<!\w){re.escape(name.lower())}(?!\w)", re.IGNORECASE)
        text = whole.sub(name.replace("\\", r"\\"), text)
    return text
