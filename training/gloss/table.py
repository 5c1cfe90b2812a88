"""Counts to a table: `python -m training.gloss.table counts.pkl --lexicon LEXICON --out table.pkl`.

A phrase gets its likeliest translation, and a log-probability: that it is seen, and then translated so.
Phrases that say no more than their parts are dropped, and so is every phrase with a digit: numbers are
spelt, digit by digit.
"""

from __future__ import annotations

import argparse
import math
import pickle
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from training.gloss.extract import LONGEST, pairs
from training.gloss.package import LETTERS, MARKS
from training.gloss.text import tokens

SURE = 0.15  # a phrase of several words must be translated so at least this often
RARE = 3  # and seen so often
SILENT = 0.6, 30  # a word is left out if this share of so many sightings has nothing for it: sich, zu, der
LIGHT = 0.25  # from this share on a phrase may lack a word for it; words of content may not get lost
_KNOWN = set(LETTERS + LETTERS.upper() + MARKS + "▁") - set("0123456789'’")
_SPELT = -14.0  # a letter of a word that is not in the table

Table = dict[str, tuple[str, float]]
Counts = dict[str, dict[str, float]]


def table(counts: Counts, lexicon: Iterable[tuple[str, str]], most: int) -> Table:
    """Phrase to translation and log-probability; at most ``most`` phrases, the most probable ones."""
    singles = {phrase: own for phrase, own in counts.items() if len(_words(phrase)) == 1}
    total = sum(own["#"] for own in singles.values())
    light = {phrase for phrase, own in singles.items() if own.get("", 0) / own["#"] >= LIGHT}
    found: Table = {}
    for phrase, own in counts.items():
        own = {t: c for t, c in own.items() if t == "#" or _fits(phrase, t)}
        best = _single(own) if phrase in singles else _several(phrase, own, light)
        if best and _KNOWN.issuperset(phrase + best[0]):
            found[phrase] = best[0], math.log(own["#"] / total) + math.log(best[1] / own["#"])
    _add(found, lexicon, math.log(0.5 / total))
    return dict(sorted(_needed(found).items(), key=lambda item: -item[1][1])[:most])


def _single(own: dict[str, float]) -> tuple[str, float] | None:
    """The likeliest translation of a word, and how often it was seen."""
    silent = own.get("", 0) / own["#"] >= SILENT[0] and own["#"] >= SILENT[1]
    said = [(t, c) for t, c in own.items() if t != "#" and (t or silent)]
    return max(said, key=lambda o: o[1], default=None)


def _fits(phrase: str, target: str) -> bool:
    """True if a translation stands as its phrase stands: behind a space or not, with the same stops."""
    same = target.startswith("▁") == phrase.startswith("▁") or not target
    return same and re.findall(r"[.!?:;()]", phrase) == re.findall(r"[.!?:;()]", target)


def _several(phrase: str, own: dict[str, float], light: set[str]) -> tuple[str, float] | None:
    """Likewise of a phrase: as many words at least as it has words of content."""
    if own["#"] < RARE:
        return None
    need = sum(word not in light and word.strip("▁").isalnum() for word in _words(phrase))
    said = [(t, c) for t, c in own.items() if t and t != "#" and len(re.findall(r"[^\W_]+", t)) >= need]
    best = max(said, key=lambda o: o[1], default=None)
    return best if best and best[1] / own["#"] >= SURE else None


def _add(found: Table, lexicon: Iterable[tuple[str, str]], score: float) -> None:
    """Words of a dictionary that were never seen; and every small word at the start of a sentence."""
    for source, target in lexicon:
        phrase = "▁" + source
        if " " not in source and phrase not in found and _KNOWN.issuperset(phrase + target.replace(" ", "")):
            found[phrase] = "▁" + target.replace(" ", "▁"), score
    for phrase, (target, own) in list(found.items()):
        if phrase[1:2].islower() and target.startswith("▁"):
            found.setdefault(_capital(phrase), (_capital(target), own - 1))


def _capital(phrase: str) -> str:
    return phrase[:1] + phrase[1:2].upper() + phrase[2:]


def _needed(found: Table) -> Table:
    """Without the phrases whose parts say the same."""
    by_length = sorted(found, key=lambda phrase: len(_words(phrase)))
    kept: Table = {}
    for phrase in by_length:
        words = _words(phrase)
        if len(words) == 1 or glossed(words, kept.get) != found[phrase][0]:
            kept[phrase] = found[phrase]
    return kept


def glossed(words: list[str], look: Callable[[str], tuple[str, float] | None]) -> str:
    """The likeliest way through a sentence, as the tokenizer of the package takes it."""
    best: list[tuple[float, str]] = [(0.0, "")] + [(-math.inf, "")] * len(words)
    for start in range(len(words)):
        score, text = best[start]
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            known = look("".join(words[start:end]))
            if known is None and end == start + 1:
                known = words[start], _SPELT * len(words[start])
            if known and score + known[1] > best[end][0]:
                best[end] = score + known[1], text + known[0]
    return best[-1][1]


def _words(phrase: str) -> list[str]:
    return tokens(phrase.replace("▁", " "), spaced=phrase.startswith("▁"))


def main() -> None:
    """Write the table."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("counts", type=Path)
    ask.add_argument("--lexicon", type=Path, required=True)
    ask.add_argument("--most", type=int, default=150_000)
    ask.add_argument("--out", type=Path, required=True)
    args = ask.parse_args()
    made = table(pickle.loads(args.counts.read_bytes()), pairs(args.lexicon), args.most)
    args.out.write_bytes(pickle.dumps(made))
    print(f"{len(made)} phrases, {len({target for target, _ in made.values()})} translations")


if __name__ == "__main__":
    main()
