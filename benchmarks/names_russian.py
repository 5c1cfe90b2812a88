"""Full names of two other spellings, each to be found among 100,000 entries, and what noise lets be found."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from benchmarks.names_data import ROOT, full_names, variants
from cleaner.document import Policy
from cleaner.terms.entry import Entry
from cleaner.terms.evidence import confidence
from cleaner.terms.spelling import distance, symbols
from cleaner.terms.unseen import Unseen

QUERIES, ENTRIES = 2_000, 100_000
NOISE = 5.0
"""Bits a symbol beyond which two forms are other names (*Torinosuke*, *Takamiyama*); drawn by eye, on a
sample."""


@cache
def data() -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Spans with the names they mean, of spellings kept aside; all names, each with its native form."""
    from training.names import kept_aside, spellings

    aside = kept_aside(list(spellings(ROOT.parent / "shared")))
    several = [c for c, v in sorted(variants().items()) if len(v) > 1 and c in aside]
    native = {s: c for c in several for s in variants()[c]}
    rng, queries, entries = random.Random(5), [], {}
    for _ in range(QUERIES):
        (a1, a2), (b1, b2) = (rng.sample(variants()[rng.choice(several)], 2) for _ in "ab")
        entries[f"{a1} {b1}"] = f"{native[a1].title()} {native[b1].title()}"
        queries.append((f"{a2} {b2}", f"{a1} {b1}"))
    for name, native_form in full_names(ENTRIES - QUERIES, 5):
        entries.setdefault(name, native_form)
    return queries, entries


def russian() -> dict[str, float]:
    """Recall at a precision of .99 by what is given; beside it the ceiling that noise sets."""
    queries, entries = data()
    print(f"russian variants, {len(queries)} names among {len(entries)}")
    found = {}
    for label, given in (("without", False), ("with", True)):
        unseen = Unseen([Entry(n, n, native=(c,) if given else ()) for n, c in entries.items()])
        print(f"  {label} native form: {ceiling(given):.3f} can be found, the others are other names")
        found[f"russian {label} native, recall at .99"] = _recall(unseen, queries, len(entries))
    return found


def ceiling(given: bool) -> float:
    """Share of the queries of which each word is a spelling of the wanted one, or of its native form."""
    queries, entries = data()
    fair = 0
    for span, wanted in queries:
        right = [wanted, entries[wanted]] if given else [wanted]
        fair += any(all(map(_spelt, form.split(" "), span.split(" "))) for form in right)
    return fair / len(queries)


def _spelt(form: str, other: str) -> bool:
    bits = min(distance(form, other), distance(other, form))
    return bits <= NOISE * max(3, len(symbols(other)))


def _recall(unseen: Unseen, queries: Sequence[tuple[str, str]], size: int) -> float:
    """Most queries found right at a precision of .99, the surest first."""
    judged = []
    for span, wanted in queries:
        if spelling := unseen.spelling(span):
            judged.append((confidence(span, spelling, size), spelling.entry.preferred == wanted))
    judged.sort(key=lambda j: -j[0])
    right, best = 0, 0
    for n, (_, good) in enumerate(judged, 1):
        right += good
        best = right if right >= 0.99 * n else best
    made = [good for sure, good in judged if sure >= Policy().apply_at]
    print(f"      at the default policy: {sum(made) / len(queries):.3f} found, {sum(made)}/{len(made)} right")
    return best / len(queries)
