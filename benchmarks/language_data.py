"""Builds the second opinion's table, `cleaner/text/language/data/grams.npz`.

    pip download --no-deps homeassistant==2024.3.3 home-assistant-frontend==20250109.2
    python benchmarks/language_data.py homeassistant-*.whl home_assistant_frontend-*.whl

The text is the user interface of Home Assistant in some sixty languages, written by its
translators and given under the Apache License 2.0: one million characters of plain
sentences for a large language.  Of them only counts of letter sequences are kept.
"""

from __future__ import annotations

import json
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

FILES = re.compile(r"translations/(?:[\w-]+/)*([a-z]{2,3}(?:-[A-Za-z]+)?)(?:-[0-9a-f]{32})?\.json\Z")
PARTS = {"no": ("nb", "no"), "hr": ("hr", "bs", "sr-Latn"), "pt": ("pt", "pt-BR"), "es": ("es", "es-419")}
MARKUP = re.compile(r"\{[^}]*\}|<[^>]*>|https?://\S+|`[^`]*`|\*\*")
LEAST = 140_000  # characters; a language with less is left out, and the table is silent about it
SEEN = {"Latin": 40, "Cyrillic": 15}  # times a sequence must stand in one language
PRIOR, UNSEEN = 0.1, 1000  # additive smoothing
CYRILLIC = [("lj", "љ"), ("nj", "њ"), ("dž", "џ"), *zip("abcčćdđefghijklmnoprsštuvzž", "абцчћдђефгхијклмнопрсштувзж", strict=True)]


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


def main() -> None:
    """Write the table."""
    said = read(sys.argv[1:])
    arrays: dict[str, np.ndarray] = {}
    for script in SEEN:
        langs, keys, below = table(said, script)
        arrays |= {f"{script}.langs": np.array(langs), f"{script}.below": below}
        arrays[f"{script}.grams"] = np.frombuffer("\n".join(keys).encode(), dtype=np.uint8)
        print(script, len(langs), "languages", len(keys), "sequences")
    path = Path(__file__).resolve().parents[1] / "cleaner/text/language/data" / TABLE
    np.savez_compressed(path, **arrays)
    print(path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
