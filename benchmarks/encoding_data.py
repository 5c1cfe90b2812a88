"""Texts in the wrong encoding, for ``benchmarks/encoding.py``: made of clean sentences."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from cleaner.text.mojibake.hypothesis import shown

DATA = Path(__file__).resolve().parents[2] / "shared/data"
DIGEST = "502f37835de22431"  # of the 26 files of sentences
CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "utf-8")
CENTRAL, WEST = ("cp1250", "iso8859-2", "utf-8"), ("cp1252", "mac-roman", "cp437", "iso8859-1", "utf-8")
READ = (
    *("cp1251", "koi8-r", "cp866", "mac-cyrillic", "cp1250", "iso8859-2"),
    *("cp1254", "cp1252", "mac-roman", "iso8859-1", "cp437"),
)
WRITTEN = {  # language: (encodings, floor)
    "rus": (CYRILLIC, 0.98),
    "ukr": (("cp1251", "koi8-u", "mac-cyrillic", "utf-8"), 0.98),
    "bul": (CYRILLIC, 0.98),
    **dict.fromkeys(("pol", "ces", "hun"), (CENTRAL, 0.93)),
    "tur": (("cp1254", "utf-8"), 0.93),
    **dict.fromkeys(("deu", "fra", "spa"), (WEST, 0.60)),
}
BYTES = {  # languages: encodings they are written in, thirty in all
    "deu fra spa por ita nld swe fin": "cp1252 iso8859-1 iso8859-15 mac-roman cp850 cp437",
    "pol ces hun slk slv": "cp1250 iso8859-2 cp852 mac-latin2",
    "rus bul": "cp1251 koi8-r cp866 mac-cyrillic iso8859-5 cp855",
    "ukr": "koi8-u",
    "ell": "cp1253 iso8859-7 cp737",
    "tur": "cp1254 iso8859-9 cp857",
    "heb": "cp1255 iso8859-8 cp862",
    "arb": "cp1256 iso8859-6 utf-16-le utf-8",
}
TYPED = str.maketrans(
    {"—": "-", "–": "-", "…": "...", "\xa0": " ", "№": "N"}
    | dict.fromkeys("«»“”„", '"')
    | dict.fromkeys("’‘", "'")
)


def sentences(lang: str) -> list[str]:
    """The sentences of a language."""
    return lzma.decompress((DATA / f"sentences/{lang}.txt.xz").read_bytes()).decode().rstrip("\n").split("\n")


def documents(lang: str, every: int) -> list[str]:
    """Every Nth document, a sentence a line."""
    ids = (DATA / "sentences/DOCUMENT_IDS.tsv").read_text(encoding="utf-8").split("\n")
    groups = groupby(zip(ids, sentences(lang), strict=False), key=lambda pair: pair[0])
    return ["\n".join(line for _, line in group) for _, group in groups][::every]


def writable(text: str, encoding: str) -> str:
    """The text as typed by somebody who has only this encoding."""

    def fits(c: str) -> bool:
        return bool(c.encode(encoding, "ignore"))

    return "".join(c if fits(c) else "".join(filter(fits, c.translate(TYPED))) for c in text)


def misread(text: str, written: str, read: str) -> str:
    """What a program shows that reads bytes of one encoding in a page; where that has nothing, a control."""
    characters = {byte: char for char, byte in shown(read).items()}
    return "".join(characters.get(byte, chr(byte)) for byte in text.encode(written))


def confused(lang: str, written: str, read: str, every: int) -> list[tuple[str, str]]:
    """Documents as written, and as read; those that read alike are left out."""
    texts = (writable(text, written) for text in documents(lang, every))
    pairs = ((text, misread(text, written, read)) for text in texts)
    return [(right, wrong) for right, wrong in pairs if right != wrong]


def in_threes(lang: str, encoding: str, every: int) -> Iterator[str]:
    """Three sentences now and then, if not all ASCII."""
    lines = sentences(lang)
    for at in range(0, len(lines) - 3, 3 * every):
        text = writable("\n".join(lines[at : at + 3]), encoding)
        if not text.isascii():
            yield text


def confusions() -> Iterator[tuple[str, str, str]]:
    """Each language with the encodings it was written in and read in."""
    for lang, (encodings, _) in WRITTEN.items():
        for written in encodings:
            yield from ((lang, written, read) for read in READ if read != written)


def one_line(lang: str, written: str, read: str, every: int) -> Iterator[tuple[str, str]]:
    """Documents of which one line was read wrongly, each time another one."""
    for number, text in enumerate(documents(lang, every)):
        lines = writable(text, written).split("\n")
        at = number * 7 % len(lines)
        wrong = [misread(line, written, read) if i == at else line for i, line in enumerate(lines)]
        if wrong != lines:
            yield "\n".join(lines), "\n".join(wrong)


def foreign(every: int) -> Iterator[str]:
    """Clean documents of one language with a line in another."""
    langs = (
        "eng",
        "deu",
        "fra",
        "spa",
        "ita",
        "swe",
        "fin",
        "pol",
        "ces",
        "hun",
        "hrv",
        "slv",
        "tur",
        "rus",
        "ell",
    )
    for a in langs:
        texts = documents(a, every)
        for number, b in enumerate(x for x in langs if x != a):
            lines = texts[number % len(texts)].split("\n")
            yield "\n".join((lines[0], sentences(b)[number * 91], *lines[1:]))
