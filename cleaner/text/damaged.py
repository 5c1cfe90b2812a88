"""UTF-8 with bytes in it that are none: cut characters, and words or lines of an old encoding pasted in.

Each word that is UTF-8 is read so.  Of the others, those that look like words of a language in one old
encoding are read in that; what is left becomes U+FFFD.  Either is reported with its place, and never silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

_WORD = re.compile(rb"[^\x00-\x20]*[\x80-\xff][^\x00-\x20]*")
_PARTS = re.compile(rb"[\x00-\x20]+|[^\x00-\x20]+")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_MOST = 0.4  # share of the words from which it is UTF-8; of old encodings' .3 at most pass for it (measured)
_BETTER = 9  # ... or times as many good characters as bad bytes, where words are not parted by blanks
_LIKE = 6.0  # nats a pair beside what is not ASCII: more is no word of the language
_OLD = 0.75  # share of the words of a line that are not UTF-8 from which the others are so by accident
_WITNESSES = 2  # different words that must look like one encoding for any to be read in it


@dataclass(frozen=True, slots=True)
class Damage:
    """A span of the text whose bytes were not UTF-8, and what was made of them."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that is not UTF-8: its place in the text, its line, its bytes, and the page it was read in."""

    start: int
    end: int
    line: int
    data: bytes
    page: str


def read_damaged(data: bytes) -> tuple[str, tuple[Damage, ...]] | None:
    """The text of ``data``, and what was wrong with it; None if it is no UTF-8.

    >>> read_damaged("schön, süß und ".encode() + "grün, kühl".encode("latin-1"))[0]
    'schön, süß und grün, kühl'
    """
    lines = [(line, _WORD.findall(line)) for line in data.split(b"\n")]
    words = [word for _, words in lines for word in words]
    if sum(map(_is_utf8, words)) < _MOST * len(words) and not _mostly_good(data):
        return None
    page, known = _in_one_page(dict.fromkeys(w for _, words in lines for w in _suspects(words)))
    text: list[str] = []
    damaged: list[_Word] = []
    at = 0
    for number, (line, words) in enumerate(lines, 1):
        old = set(_suspects(words)) & known.keys()
        for part in _PARTS.findall(line):
            new = known[part] if part in old else part.decode("utf-8", "replace")
            if part in old or not _is_utf8(part):
                damaged.append(_Word(at, at + len(new), number, part, page if part in old else ""))
            text.append(new)
            at += len(new)
        text.append("\n")
        at += 1
    return "".join(text[:-1]), tuple(_reported(damaged))


def _suspects(words: list[bytes]) -> list[bytes]:
    """Words of a line that may be of an old encoding: those that are not UTF-8; where few are, all."""
    bad = [word for word in words if not _is_utf8(word)]
    if len(bad) >= max(_OLD * len(words), _WITNESSES):
        return words
    return [word for word in bad if not _SEQUENCE.search(word)]


def _is_utf8(word: bytes) -> bool:
    try:
        word.decode()
    except UnicodeDecodeError:
        return False
    return True


def _mostly_good(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return lost * _BETTER <= sum(not c.isascii() for c in text) - lost


def _in_one_page(words: dict[bytes, None]) -> tuple[str, dict[bytes, str]]:
    """The old encoding that suits most of the words, and those that look like a language in it."""
    from cleaner.text.mojibake.pages import PRIORS
    from cleaner.text.mojibake.reading import readings

    pages = readings(b" ".join(words), PRIORS) if words else []
    if not pages:
        return "", {}
    best = pages[0].encoding
    good = [word for word in words if any(r.each < _LIKE for r in readings(word, {best}))]
    if len(good) < _WITNESSES:
        return "", {}
    return best, {word: word.decode(best) for word in good}


def _reported(words: list[_Word]) -> Iterator[Damage]:
    """A report for each run of words of one line that fared alike."""
    for (line, page), group in groupby(words, key=lambda w: (w.line, w.page)):
        run = list(group)
        bytes_ = " ".join(f"0x{byte:02x}" for w in run for byte in _bad_bytes(w.data))
        fate = f"read as {page}" if page else "lost"
        message = f"line {line} is not UTF-8 here: {bytes_[:60]}{'…' if len(bytes_) > 60 else ''} {fate}"
        yield Damage(run[0].start, run[-1].end, message)


def _bad_bytes(word: bytes) -> bytes:
    return bytes(byte for byte in _SEQUENCE.sub(b"", word) if byte > 0x7F)
