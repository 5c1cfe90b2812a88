"""Builds the word lists of `cleaner/text/data`.

    uv run python -m training.wordlists WORDS WHEEL...

WORDS is a folder that holds the word lists `american-english-large` and `british-english-large`
(Debian's wamerican-large and wbritish-large 2020.12.07-2).  The wheels are those of homeassistant
2026.2.3 and 2024.3.3, home-assistant-frontend 20261028.8 and 20250109.2 (`pip download --no-deps`;
a newer --python-version for the newer ones), and spacy 3.8.18.

The text is the user interface of Home Assistant in some sixty languages, written by its
translators and given under the Apache License 2.0: one million characters of plain
sentences for a large language.  Of them only lists of words are kept.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from cleaner.text.residue import SOURCES

TEXT = Path(__file__).resolve().parents[1] / "cleaner/text"

FILES = re.compile(r"translations/(?:[\w-]+/)*([a-z]{2,3}(?:-[A-Za-z]+)?)(?:-[0-9a-f]{32})?\.json\Z")
PARTS = {"pt": ("pt", "pt-BR"), "es": ("es", "es-419")}
MARKUP = re.compile(r"\{[^}]*\}|<[^>]*>|https?://\S+|`[^`]*`|\*\*")
ENGLISH_HEAD = """\
# English words, American and British: SCOWL (Spell Checker Oriented Word Lists) 2020.12.07, sizes up
# to 70, as the Debian packages wamerican-large and wbritish-large give them; forms with apostrophes
# and hyphens left out, and names that are also words.  Copyright 2000-2020 by Kevin Atkinson and
# others: english.COPYRIGHT.txt.
"""
FOREIGN_HEAD = """\
# Words of nine languages that are not English ones, a language a line: those that the translators of
# Home Assistant (Apache License 2.0) use more than once, and the stop words of spaCy 3.8 (MIT License,
# Copyright (C) 2016-2024 ExplosionAI GmbH and others).  Built by training/wordlists.py.
"""
WORD = re.compile(r"(?<![\w'’.@/-])[^\W\d_]{3,}(?![\w@/]|[.'’-]\w)")


def strings(value: object) -> Iterator[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def read(wheels: Iterable[str]) -> dict[str, list[str]]:
    """The translated strings by tag; what was left in English is dropped."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if match := FILES.search(name):
                    found[match[1]].update(dict.fromkeys(strings(json.loads(archive.read(name)))))
    english = found["en"]
    return {tag: [s for s in said if tag == "en" or s not in english] for tag, said in found.items()}


def texts(said: dict[str, list[str]], lang: str) -> list[str]:
    """All there is of a language."""
    return [MARKUP.sub(" ", s) for tag in PARTS.get(lang, (lang,)) for s in said.get(tag, ())]


def english(folder: Path) -> list[str]:
    """Words without apostrophes, and names that are not also words."""
    lists = (folder / f"{kind}-english-large" for kind in ("american", "british"))
    both = {word for path in lists for word in path.read_text(encoding="utf-8").split("\n") if word.isalpha()}
    small = {word for word in both if word.islower()}
    names = {w for w in both if not w.islower() and len(w) > 2 and w.lower() not in small}
    return sorted(small | names)


def stops(wheels: Iterable[str]) -> dict[str, set[str]]:
    """Stop words of spaCy by language: the words between triple quotes in each `stop_words.py`."""
    found = {}
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for lang in SOURCES:
                name = f"spacy/lang/{lang}/stop_words.py"
                if name in archive.namelist():
                    quoted = archive.read(name).decode().split('"""')[1::2]
                    found[lang] = set(" ".join(quoted).lower().split())
    return found


def foreign(said: dict[str, list[str]], stop: dict[str, set[str]], known: set[str]) -> list[str]:
    """A line for each language: its tag and its words that are not English; German nouns as such."""
    ours = {word.lower() for s in said["en"] for word in re.findall(r"[^\W\d_]+", s)} | known
    rows = []
    for lang in SOURCES:
        count = Counter(word for s in texts(said, lang) for word in WORD.findall(s))
        kept = {w for w, n in count.items() if w.islower() and n > 1 and w not in ours}
        kept |= {w for w in stop[lang] if w.isalpha() and len(w) > 2 and w not in known}
        if lang == "de":
            nouns = {w for w, n in count.items() if w[0].isupper() and w[1:].islower() and n > 2}
            kept |= {w for w in nouns if w.lower() not in ours and count[w] > count[w.lower()]}
        rows.append(" ".join([lang, *sorted(kept)]))
    return rows


def pack(name: str, head: str, rows: Iterable[str]) -> None:
    """Write a compressed word list below a comment that says where it is from."""
    data = lzma.compress((head + "\n".join(rows)).encode(), preset=9 | lzma.PRESET_EXTREME)
    (TEXT / "data" / name).write_bytes(data)


def main() -> None:
    """Write the lists."""
    words, *wheels = sys.argv[1:]
    said = read(wheels)
    known = english(Path(words))
    pack("english.txt.xz", ENGLISH_HEAD, known)
    pack("foreign.txt.xz", FOREIGN_HEAD, foreign(said, stops(wheels), {w.lower() for w in known}))


if __name__ == "__main__":
    main()
