"""The data that the names benchmarks read: ``../shared/data/names``."""

from __future__ import annotations

import json
import lzma
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from cleaner.terms.entry import Entry, TermBase

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "names"


@cache
def names() -> tuple[str, ...]:
    """The glossary of the outputs: right forms, nothing else."""
    lines = (DATA / "mt-names.dev.glossary.tsv").read_text("utf-8").split("\n")[1:]
    return tuple(line.split("\t")[0].strip() for line in lines if line.strip())


def base(forms: Iterable[str], lang: str = "en") -> TermBase:
    """A term base of right forms alone."""
    return TermBase(tuple(Entry(form, form, lang=lang) for form in dict.fromkeys(forms)))


@cache
def segments() -> list[dict[str, list[str]]]:
    """References and outputs, a segment each."""
    with lzma.open(DATA / "mt-names.dev.jsonl.xz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def holds(text: str, form: str) -> bool:
    """True if a form stands in a text as a whole."""
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


@cache
def variants() -> dict[str, list[str]]:
    """Latin spellings by Cyrillic form, the most frequent first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    with lzma.open(DATA / "russian-variants.dev.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            latin, cyrillic, n = line.rstrip("\n").split("\t")
            if latin.strip("'").isalpha() and len(latin) > 2:
                found[cyrillic.replace(" ", "")].append((int(n), latin.strip("'").title()))
    return {c: [s for _, s in sorted(v, reverse=True)] for c, v in found.items()}


def full_names(n: int, seed: int) -> Iterator[tuple[str, str]]:
    """Names of two words with their native forms."""
    rng, forms = random.Random(seed), sorted(variants())
    for _ in range(n):
        a, b = rng.choice(forms), rng.choice(forms)
        yield f"{variants()[a][0]} {variants()[b][0]}", f"{a.title()} {b.title()}"


def kept_aside(number: int) -> bool:
    """True for the segments that no weight was fitted on: every third fifty."""
    return (number // 50) % 3 == 0
