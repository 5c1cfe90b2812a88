"""Count phrases: `python -m training.gloss.extract PAIRS… --news NEWS --out counts.pkl`.

Chooses the pairs that read like news, aligns their words (systran-align: fast_align's model, both directions,
symmetrised; on stems of nine letters, so that rare forms share), and counts every phrase of up to three
German words with the English words it is aligned to, as far as the alignment lets phrases be cut out (Koehn,
Och and Marcu 2003).
"""

from __future__ import annotations

import argparse
import lzma
import math
import pickle
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from training.gloss.text import tokens

LONGEST, LONGEST_TARGET = 3, 5  # words of a phrase
SELDOM = 3  # a phrase of several words must have been seen so often
LONG, SHORT = 190_000, 45_000  # pairs taken of at least seven words, those most like news; and of fewer
CHUNK = 5000
Pair = tuple[str, str]


def pairs(path: Path) -> Iterator[Pair]:
    """Source and target of each line."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    for line in data.decode().split("\n"):
        source, _, rest = line.partition("\t")
        if source and rest:
            yield source, rest.split("\t")[0]


def chosen(every: Sequence[Pair], news: Sequence[Pair], longs: int = LONG, shorts: int = SHORT) -> list[Pair]:
    """All of the news, the long pairs most like it (log odds of their words), and some short ones."""
    like = [_odds([p[side] for p in news], [p[side] for p in every]) for side in (0, 1)]

    def score(pair: Pair) -> float:
        return sum(_mean(odds, text) for odds, text in zip(like, pair, strict=True))

    long = sorted((p for p in every if len(p[0].split()) >= 7), key=score, reverse=True)[:longs]
    short = [p for p in every if 1 < len(p[0].split()) < 7]
    return list(dict.fromkeys([*news, *long, *random.Random(7).sample(short, min(shorts, len(short)))]))


def _odds(news: Sequence[str], every: Sequence[str]) -> dict[str, float]:
    inside, outside = (Counter(w for text in texts for w in text.lower().split()) for texts in (news, every))
    n, m = inside.total(), outside.total()
    return {w: math.log((inside[w] + 0.5) / n) - math.log((count + 5) / m) for w, count in outside.items()}


def _mean(odds: dict[str, float], text: str) -> float:
    words = text.lower().split()
    return sum(odds.get(w, 0.0) for w in words) / max(len(words), 1)


def aligner(tokenized: Sequence[tuple[list[str], list[str]]]) -> Any:
    """A model of which word goes with which, learnt from these pairs alone."""
    import systran_align

    with tempfile.TemporaryDirectory() as folder:
        text, forward, backward = (str(Path(folder) / name) for name in ("text", "forward", "backward"))
        lines = (f"{' '.join(_stems(a))} ||| {' '.join(_stems(b))}\n" for a, b in tokenized)
        Path(text).write_text("".join(lines), "utf-8")
        systran_align.generate_alignment_probabilities(
            text, forward, backward, iterations=4, favor_diagonal=True, variational_bayes=True
        )
        return systran_align.Aligner(forward, backward)


def _stems(words: Iterable[str]) -> list[str]:
    return [w.replace("▁", "").lower()[:9] for w in words]


def counted(tokenized: Sequence[tuple[list[str], list[str]]], model: Any) -> dict[str, Counter[str]]:
    """For each source phrase how often it went with each target phrase; "" for nothing."""
    often = _frequent(source for source, _ in tokenized)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for at in range(0, len(tokenized), CHUNK):
        some = tokenized[at : at + CHUNK]
        aligned = model.align_batch([_stems(a) for a, _ in some], [_stems(b) for _, b in some])
        for (source, target), found in zip(some, aligned, strict=True):
            for phrase, options in phrases(source, target, found["alignments"], often):
                for option in options:
                    counts[phrase][option] += 1 / len(options)  # type: ignore[assignment]  # parts of one sighting
    return counts


def _frequent(sources: Iterable[list[str]]) -> set[str]:
    seen: Counter[str] = Counter()
    for words in sources:
        for start in range(len(words)):
            for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
                seen["".join(words[start:end])] += 1
    return {phrase for phrase, count in seen.items() if count >= SELDOM}


def phrases(
    source: list[str], target: list[str], links: Iterable[tuple[int, int]], often: set[str]
) -> Iterator[tuple[str, list[str]]]:
    """Each source phrase with the target phrases it may be cut out with.

    >>> list(phrases(["▁das", "▁Haus"], ["▁the", "▁house"], [(0, 0), (1, 1)], {"▁das▁Haus"}))
    [('▁das', ['▁the']), ('▁das▁Haus', ['▁the▁house']), ('▁Haus', ['▁house'])]
    """
    there, back = defaultdict(list), defaultdict(list)
    for i, j in links:
        there[i].append(j)
        back[j].append(i)
    for start in range(len(source)):
        for end in range(start + 1, min(start + LONGEST, len(source)) + 1):
            phrase = "".join(source[start:end])
            if end == start + 1 or phrase in often:
                options = _options(target, (start, end), there, back)
                if options:
                    yield phrase, options


def _options(
    target: list[str], span: tuple[int, int], there: dict[int, list[int]], back: dict[int, list[int]]
) -> list[str]:
    ends = [j for i in range(*span) for j in there[i]]
    if not ends:
        return [""] if span[1] - span[0] == 1 else []
    low, high = min(ends), max(ends) + 1
    if high - low > LONGEST_TARGET or any(
        not span[0] <= i < span[1] for j in range(low, high) for i in back[j]
    ):
        return []
    options = ["".join(target[low:high])]
    if high - low < LONGEST_TARGET:  # a word that nothing is aligned to, an article say, may belong to it
        if low and not back[low - 1]:
            options.append("".join(target[low - 1 : high]))
        if high < len(target) and not back[high]:
            options.append("".join(target[low : high + 1]))
    return options


def main() -> None:
    """Write the counts."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pairs", nargs="+", type=Path)
    ask.add_argument("--news", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    some = chosen([p for path in args.pairs for p in pairs(path)], list(pairs(args.news)))
    tokenized = [(tokens(a), tokens(b)) for a, b in some]
    tokenized = [(a, b) for a, b in tokenized if 0 < len(a) <= 60 and 0 < len(b) <= 60]
    counts = counted(tokenized, aligner(tokenized))
    args.out.write_bytes(
        pickle.dumps({p: dict(c.most_common(6)) | {"#": c.total()} for p, c in counts.items()})
    )
    print(f"{len(tokenized)} pairs, {len(counts)} phrases")


if __name__ == "__main__":
    main()
