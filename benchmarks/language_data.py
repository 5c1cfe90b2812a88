"""Builds the tables and word lists of `cleaner/text/language/data` and `cleaner/text/data`.

    python benchmarks/language_data.py WORDS WHEEL...

WORDS is a folder that holds the word lists `american-english-large` and `british-english-large`
(Debian's wamerican-large and wbritish-large 2020.12.07-2).  The wheels are those of homeassistant
2026.2.3 and 2024.3.3, home-assistant-frontend 20261028.8 and 20250109.2 (`pip download --no-deps`;
a newer --python-version for the newer ones), and spacy 3.8.18.

The text is the user interface of Home Assistant in some sixty languages, written by its
translators and given under the Apache License 2.0: one million characters of plain
sentences for a large language.  Of them only counts of letter sequences are kept.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from cleaner.text.language.opinion import STEP, TABLE, grams
from cleaner.text.language.tags import SCRIPTS
from cleaner.text.residue import SOURCES

TEXT = Path(__file__).resolve().parents[1] / "cleaner/text"

FILES = re.compile(r"translations/(?:[\w-]+/)*([a-z]{2,3}(?:-[A-Za-z]+)?)(?:-[0-9a-f]{32})?\.json\Z")
PARTS = {"no": ("nb", "no"), "hr": ("hr", "bs", "sr-Latn"), "pt": ("pt", "pt-BR"), "es": ("es", "es-419")}
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
# Copyright (C) 2016-2024 ExplosionAI GmbH and others).  Built by benchmarks/language_data.py.
"""
WORD = re.compile(r"(?<![\w'’.@/-])[^\W\d_]{3,}(?![\w@/]|[.'’-]\w)")
LEAST = 140_000  # characters; a language with less is left out, and the table is silent about it
SEEN = {"Latin": 40, "Cyrillic": 15}  # times a sequence must stand in one language
PRIOR, UNSEEN = 0.1, 1000  # additive smoothing
CYRILLIC = [
    ("lj", "љ"),
    ("nj", "њ"),
    ("dž", "џ"),
    *zip("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж", strict=True),
]


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


def serbian(text: str) -> str:
    """Latin Serbian in Cyrillic letters: one for one, so that its own few strings are not alone."""
    text = text.lower()
    for latin, cyrillic in CYRILLIC:
        text = text.replace(latin, cyrillic)
    return text


def texts(said: dict[str, list[str]], lang: str, script: str) -> list[str]:
    """All there is of a language in a script."""
    own = [s for tag in PARTS.get(lang, (lang,)) for s in said.get(tag, ())]
    if (lang, script) == ("sr", "Cyrillic"):
        own += [serbian(s) for tag in ("sr-Latn", "bs", "hr") for s in said[tag]]
    return [MARKUP.sub(" ", s) for s in own]


def table(said: dict[str, list[str]], script: str) -> tuple[list[str], list[str], np.ndarray]:
    """Languages, sequences, and how much less often each language has each than the one that has it most."""
    counts = {}
    for lang in SCRIPTS[script]:
        own = texts(said, lang, script)
        if sum(map(len, own)) >= LEAST:
            counts[lang] = Counter(g for s in own for g in grams(s))
    keys = sorted({g for c in counts.values() for g, n in c.items() if n >= SEEN[script]})
    columns = [
        [math.log((c[g] + PRIOR) / (c.total() + PRIOR * UNSEEN)) for g in keys] for c in counts.values()
    ]
    scores = np.array(columns).T
    below = (scores.max(axis=1, keepdims=True) - scores) / STEP
    return list(counts), keys, np.minimum(below.round(), 255).astype(np.uint8)


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
        count = Counter(word for s in texts(said, lang, "Latin") for word in WORD.findall(s))
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
    """Write the lists and the table."""
    words, *wheels = sys.argv[1:]
    said = read(wheels)
    known = english(Path(words))
    pack("english.txt.xz", ENGLISH_HEAD, known)
    pack("foreign.txt.xz", FOREIGN_HEAD, foreign(said, stops(wheels), {w.lower() for w in known}))
    arrays: dict[str, np.ndarray] = {}
    for script in SEEN:
        langs, keys, below = table(said, script)
        arrays |= {f"{script}.langs": np.array(langs), f"{script}.below": below}
        arrays[f"{script}.grams"] = np.frombuffer("\n".join(keys).encode(), dtype=np.uint8)
        print(script, len(langs), "languages", len(keys), "sequences")
    path = TEXT / "language/data" / TABLE
    np.savez_compressed(path, **arrays)
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
