"""Build the tables of ``cleaner/terms/data``: how names are spelt otherwise, and how common words are.

    python -m training.names [--shared ../shared]

* ``latin.tsv``, ``cyrillic.tsv``: -log2 of how often romanisers take one symbol for another.  Spellings
that share a
  Cyrillic form are aligned, the steps counted, and aligned again with what was learnt (hard EM, six
  rounds); pairs that stay far apart are other names (about a fifth of the data) and are left out.  From
  names/russian-variants.dev (Wikidata, CC0) without the three tenths kept aside for measuring.
* ``bigrams.tsv``: -log2 of each letter after each other, in those names and in rare capitalised words.
* ``words.txt.xz``: English words and names met three times or more, by the whole part of log2 of their
counts.  Counts
  only, no text: from the English side of the parallel data in ``shared/training`` (its SOURCES.md lists
  licences).

Takes about two minutes.  ``given.txt`` is written by hand.
"""

from __future__ import annotations

import argparse
import lzma
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cleaner.terms.spelling import plain, symbols

DATA = Path(__file__).parents[1] / "cleaner" / "terms" / "data"
ASIDE = 0.3
ENGLISH_WAY = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya"
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
Step = tuple[str, str]
Costs = dict[Step, float]
Unseen = tuple[float, float, float]
Pair = tuple[tuple[str, ...], tuple[str, ...]]


def spellings(shared: Path) -> dict[str, list[str]]:
    """Latin spellings by Cyrillic form."""
    found: dict[str, list[str]] = defaultdict(list)
    with lzma.open(shared / "data/names/russian-variants.dev.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            latin, cyrillic, _ = line.rstrip("\n").split("\t")
            found[cyrillic.replace(" ", "")].append(latin.strip("'"))
    return found


def kept_aside(forms: Sequence[str]) -> set[str]:
    """Cyrillic forms that nothing is learnt from."""
    ordered = sorted(forms)
    return set(random.Random(7).sample(ordered, int(len(ordered) * ASIDE)))


def steps(a: Sequence[str], b: Sequence[str], costs: Costs, unseen: Unseen) -> tuple[float, list[Step]]:
    """The cheapest way from ``a`` to ``b``: its cost and its steps.  ``unseen``: to insert, drop, replace."""
    insert, drop, replace = unseen
    best: list[list[tuple[float, tuple[int, int]]]] = [
        [(0.0, (0, 0))] * (len(b) + 1) for _ in range(len(a) + 1)
    ]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1][j - 1][0] + costs.get((a[i - 1], b[j - 1]), replace), (1, 1)))
            if i:
                ways.append((best[i - 1][j][0] + costs.get((a[i - 1], ""), drop), (1, 0)))
            if j:
                ways.append((best[i][j - 1][0] + costs.get(("", b[j - 1]), insert), (0, 1)))
            if ways:
                best[i][j] = min(ways)
    path, i, j = [], len(a), len(b)
    while i or j:
        di, dj = best[i][j][1]
        path.append((a[i - 1] if di else "", b[j - 1] if dj else ""))
        i, j = i - di, j - dj
    return best[-1][-1][0], path


def learn(pairs: Sequence[Pair], costs: Costs, limits: Sequence[float]) -> Costs:
    """Align and count by turns; a pair further apart than the limit of bits a symbol is another name."""
    unseen = (3.0, 3.0, 4.0)
    for limit in limits:
        counts: Counter[tuple[str, str]] = Counter()
        for a, b in pairs:
            cost, path = steps(a, b, costs, unseen)
            if cost <= limit * max(len(a), len(b)):
                counts.update(path)
        totals: Counter[str] = Counter()
        for (x, _), n in counts.items():
            totals[x] += n
        everything = sum(totals.values())
        costs = {
            (x, y): -math.log2(n / (totals[x] + 5 if x else everything))
            for (x, y), n in counts.items()
            if n >= 3
        }
        unseen = (9.0, 8.0, 10.0)
    return costs


def romanised(found: dict[str, list[str]], aside: set[str]) -> Costs:
    """Costs from Cyrillic symbols to Latin ones."""
    pairs = [(symbols(c), symbols(s)) for c in sorted(found) if c not in aside for s in found[c]]
    random.Random(5).shuffle(pairs)
    start: Costs = {}
    for letter, latin in zip(LETTERS, ENGLISH_WAY.split(" "), strict=True):
        latin = latin.replace(".", "")
        start[letter, latin] = 0.5
        start.setdefault((letter, latin[:1]), 1.5)
    return learn(pairs[:30_000], start, (3.5, 3.0, 2.8, 2.6, 2.6, 2.6))


def respelt(found: dict[str, list[str]], aside: set[str]) -> Costs:
    """Costs from Latin symbols to Latin ones."""
    pairs = [
        (symbols(a), symbols(b))
        for c in sorted(found)
        if c not in aside
        for a in found[c][:5]
        for b in found[c][:5]
        if a != b
    ]
    random.Random(5).shuffle(pairs)
    start = {(s, s): 0.2 for pair in pairs for s in pair[0]}
    return learn(pairs[:30_000], start, (1.7, 1.6, 1.6, 1.6, 1.6, 1.6))


def counted(shared: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands small, and with a capital within a sentence."""
    low: Counter[str] = Counter()
    cap: Counter[str] = Counter()
    for pair in ("de-en", "ru-en"):
        with lzma.open(shared / f"training/{pair}.train.tsv.xz", "rt", encoding="utf-8") as file:
            for line in file:
                english = line.rstrip("\n").split("\t")[1]
                for i, word in enumerate(re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", english)):
                    if word[0].islower():
                        low[word] += 1
                    elif i:
                        cap[word] += 1
    return low, cap


def listed(low: Counter[str], cap: Counter[str]) -> Iterator[str]:
    """Lines of ``words.txt``: the case, the level, the words."""
    folded: Counter[str] = Counter()
    for word, n in cap.items():
        folded[word.lower()] += n
    levels: dict[tuple[str, int], list[str]] = defaultdict(list)
    for case, counts in (("low", low), ("cap", folded)):
        for word in sorted(w for w, n in counts.items() if n >= 3):
            levels[case, int(math.log2(counts[word]))].append(word)
    for (case, level), found in sorted(levels.items()):
        yield f"{case} {level} {' '.join(found)}\n"


def bigrams(names: Iterator[str]) -> Iterator[str]:
    """Lines of ``bigrams.tsv``."""
    counts: Counter[str] = Counter()
    for name in names:
        letters = re.sub(r"[^a-z]", "", plain(name))
        if len(letters) > 1:
            counts.update(a + b for a, b in pairwise(f"^{letters}$"))
    totals: Counter[str] = Counter()
    for two, n in counts.items():
        totals[two[0]] += n
    yield "# -log2 of how often the second letter follows the first in names; ^ begins, $ ends one\n"
    for a in sorted(totals):
        after = {b: (counts[a + b] + 0.5) / (totals[a] + 14) for b in "$abcdefghijklmnopqrstuvwxyz"}
        yield a + "\t" + " ".join(f"{b}{-math.log2(share):.1f}" for b, share in after.items()) + "\n"


def main() -> None:
    """Write the four tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    shared = parser.parse_args().shared
    found = spellings(shared)
    aside = kept_aside(list(found))
    for name, costs in (("cyrillic", romanised(found, aside)), ("latin", respelt(found, aside))):
        lines = [f"{x}\t{y}\t{cost:.1f}\n" for (x, y), cost in sorted(costs.items())]
        (DATA / f"{name}.tsv").write_text("".join(lines), encoding="utf-8")
    low, cap = counted(shared)
    names = (s for c in found if c not in aside for s in found[c])
    rare = (w for w, n in cap.items() if n <= 20)
    lines = list(bigrams(name for group in (names, rare) for name in group))
    (DATA / "bigrams.tsv").write_text("".join(lines), encoding="utf-8")
    words = "".join(listed(low, cap)).encode()
    (DATA / "words.txt.xz").write_bytes(lzma.compress(words, preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    main()
