"""Source words left in English: `python benchmarks/residue.py`.

One word of the aligned German, French, Spanish, Polish or Turkish sentence is put into the
English one, behind a word in small letters.  The word has three letters or more and is no
English word by the lexicon nor one of the sentence; German nouns keep their capital, other
words with one are names and are left out.  False alarms are counted on the English alone,
and on clean English news, each sentence with a finding as one.
"""

from __future__ import annotations

import hashlib
import lzma
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path

from cleaner.text.lexicon import lexicon
from cleaner.text.residue import residue

DATA = Path(__file__).resolve().parents[2] / "shared/data"
FILES = {"de": "deu", "fr": "fra", "es": "spa", "pl": "pol", "tr": "tur"}
FOUND, ALARMS = 0.85, 0.01
DIGEST = "869220f79b05d159"  # of the data the floors were set on
ENDS = re.compile(r"^\W+|\W+$")


def lines(name: str) -> list[str]:
    """Sentences of one language."""
    return lzma.decompress((DATA / f"sentences/{name}.txt.xz").read_bytes()).decode().rstrip("\n").split("\n")


def words(lang: str, sentence: str, english: str) -> list[str]:
    """Words of a sentence that could be left over in its translation."""
    tokens = [ENDS.sub("", token) for token in sentence.split(" ")]
    said = set(re.findall(r"\w+", english.lower()))
    fit = [w for w in tokens[1:] if len(w) > 2 and w.isalpha() and w.lower() not in said]
    fit = [w for w in fit if w.lower() not in lexicon()]
    return [w for w in fit if w.islower() or (lang == "de" and w[1:].islower())]


def found(lang: str, rnd: random.Random) -> tuple[int, int, int]:
    """Words put in, those found, and those found and called by the right language."""
    total = seen = right = 0
    for english, sentence in zip(lines("eng"), lines(FILES[lang]), strict=True):
        tokens = english.split(" ")
        places = [i for i in range(1, len(tokens)) if tokens[i - 1].isalpha() and tokens[i - 1].islower()]
        left = words(lang, sentence, english)
        if not (places and left):
            continue
        at, word = rnd.choice(places), rnd.choice(left)
        start = len(" ".join(tokens[:at])) + 1
        text = " ".join([*tokens[:at], word, *tokens[at:]])
        source = next((source for a, _, source in residue(text, "en") if a == start), None)
        total, seen, right = total + 1, seen + (source is not None), right + (source == lang)
    return total, seen, right


def alarms(sentences: list[str]) -> float:
    """Share of sentences with a finding."""
    return sum(next(residue(s, "en"), None) is not None for s in sentences) / len(sentences)


def digest() -> str:
    """Fingerprint of the data."""
    names = [f"sentences/{name}.txt.xz" for name in ("eng", *FILES.values())] + [
        "names/clean-english.dev.txt"
    ]
    return hashlib.sha256(b"".join((DATA / name).read_bytes() for name in names)).hexdigest()[:16]


def check(say: Callable[[str], object] = lambda _: None) -> list[str]:
    """What missed its floor, or what was wrong with the data; ``say`` is told every figure."""
    if digest() != DIGEST:
        return [f"the data changed: {digest()}, floors were set on {DIGEST}"]
    missed = []
    for lang in FILES:
        total, seen, right = found(lang, random.Random(7))
        say(f"{lang}: {seen / total:.3f} of {total} found, {right / seen:.3f} of these named right")
        missed += [f"{lang} {seen / total:.3f} found"] * (seen / total < FOUND)
    news = (DATA / "names/clean-english.dev.txt").read_text().rstrip("\n").split("\n")
    for name, sentences in {"NTREX English": lines("eng"), "clean English news": news}.items():
        share = alarms(sentences)
        say(f"{name}: a finding in {share:.4f} of {len(sentences)} sentences")
        missed += [f"{name}: {share:.4f} false alarms"] * (share > ALARMS)
    return missed


def main() -> int:
    """Print the table; 1 if a floor is missed."""
    if not DATA.is_dir():
        print(f"{DATA} is absent: nothing measured")
        return 0
    missed = check(print)
    print(missed or f"floors held: {FOUND} found, {ALARMS} false alarms")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
