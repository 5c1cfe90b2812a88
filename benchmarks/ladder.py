"""Bad segments: `python -m benchmarks.ladder [--segments 10000]`.

Real and generated segments through everything between a segment and its translation, with a model that is
made to misbehave: each try of each sentence goes wrong in a way of its own (loops, empties, copies,
truncation, lost numbers, another script) or, three times in ten, well.  What is right is known, since the
model enciphers word by word: a translation not right, not flagged, not kept as it was is missed.

What nobody could see without knowing the language is left out: a sentence cut short that has its stop all the
same, and words with a capital that were copied, as names are, with short words in them if all was copied.
"""

from __future__ import annotations

import argparse
import lzma
import random
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.misbehaving import Misbehaving, Well, words
from cleaner.engines.ct2 import Search
from cleaner.engines.glossary import Glossary
from cleaner.engines.ladder import Ladder, Outcome
from cleaner.engines.segments import translated
from cleaner.terms.entry import TermBase

DATA = Path(__file__).resolve().parents[2] / "shared/data"
SAMPLE = 1000  # segments that ``check`` sends up
_WORDS = {
    "de": "Haus Regierung spricht gestern niemals über deren Kosten Berlin gehen Straße und weil jener alte "
    "Mann hätte Wahl Polizei schrieb Zeugen kaum drei Kinder möchten Frieden in an es viel Ärger",
    "ru": "дом правительство говорит вчера никогда о расходах Москва идти улица и потому что старик выборы "
    "полиция писала свидетели трое детей хотят мира в на это много Россия сказал министр её ещё",
}
_EXTRAS = [
    "1.500",
    "3,5",
    "2024",
    "14:30",
    "https://a.de/b_c?d=1",
    "@tages_schau",
    "#Wahl24",
    "`rm -rf`",
    "7",
]


def real(count: int) -> list[tuple[str, str]]:
    """Language and segment: as many German as Russian news sentences."""
    found = []
    for lang, name in (("de", "deu"), ("ru", "rus")):
        wmt = (DATA / f"mt/newstest2019.{lang}-en.{lang}").read_text("utf-8")
        ntrex = lzma.decompress((DATA / f"sentences/{name}.txt.xz").read_bytes()).decode()
        some = [s.strip() for s in dict.fromkeys((wmt + "\n" + ntrex).split("\n")) if s.strip()]
        found += [(lang, s) for s in some[: count // 2]]
    return found


def generated(count: int, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Segments of every shape: short, long, stopless, in capitals, wrapped, with what must stay exact."""
    for _ in range(count):
        lang = rng.choice(list(_WORDS))
        some = rng.choices(_WORDS[lang].split(), k=rng.choice([1, 2, 3, 6, 9, 14, 20, 35, 250]))
        for extra in rng.sample(_EXTRAS, rng.choice([0, 0, 1, 2])):
            some.insert(rng.randrange(len(some) + 1), extra)
        text = " ".join(w + "," * (rng.random() < 0.1) for w in some).rstrip(",") + rng.choice(
            [".", ".", "!", ""]
        )
        shape = rng.choice([str, str, str, str.upper, lambda t: t.replace(" ", "\n", 3)])
        yield lang, shape(text[0].upper() + text[1:])


def climb(texts: Sequence[str], lang: str, model: Misbehaving) -> list[Outcome]:
    """All of the way from segments to outcomes."""
    ladder = Ladder(model, "en", Search(4), Glossary(TermBase(), lang, "en"))
    return translated(texts, lambda text: len(model.encode(text)), ladder.climb)


def missed(segments: Sequence[tuple[str, str]], model: Misbehaving) -> dict[str, list[tuple[str, str]]]:
    """Segments lost, and those whose wrong translation passed, by what was wrong, with what came out."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang in _WORDS:
        texts = [text for own, text in segments if own == lang]
        done, right = climb(texts, lang, model), [outcome.text for outcome in climb(texts, lang, Well())]
        if len(done) != len(texts):
            found["lost"] = [(lang, "")]
        for text, outcome, good in zip(texts, done, right, strict=False):
            if wrong := _wrong(text, outcome, good):
                kind = model.made.get(outcome.text, "in parts") if wrong == "passed" else wrong
                found.setdefault(kind, []).append((text, outcome.text))
    return found


def _wrong(text: str, outcome: Outcome, good: str) -> str:
    """What is wrong with what became of a segment; empty if nothing is, or if it may be names copied."""
    if outcome.kept:
        return "" if outcome.text == text and outcome.faults else "kept without a reason"
    right = outcome.faults or words(outcome.text) == words(good) or _names(text, outcome.text, good)
    return "" if right else "passed"


def _names(text: str, said: str, good: str) -> bool:
    """True if all that is wrong are copied words with a capital, or all is copied and has short words too."""
    spelt = re.findall(r"[\w\ufffd]+", text)
    sides = words(text), words(said), words(good)
    if len({len(spelt), *map(len, sides)}) > 1:
        return False
    short = 3 if sides[0] == sides[1] else 0
    rows = zip(spelt, *sides, strict=True)
    return all(b == c or (a == b and (len(word) <= short or not word.islower())) for word, a, b, c in rows)


def check() -> list[str]:
    """What was missed in a sample: nothing may be."""
    rng = random.Random(3)
    found = missed([*real(SAMPLE // 2), *generated(SAMPLE // 2, rng)], Misbehaving(rng))
    return [f"{kind}: {len(examples)} of {SAMPLE}" for kind, examples in found.items()]


def main() -> int:
    """Print what was missed; 1 if anything was."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--segments", type=int, default=10_000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--show", type=int, default=5)
    args = ask.parse_args()
    rng = random.Random(args.seed)
    segments = [*(real(args.segments // 2) if DATA.is_dir() else ()), *generated(args.segments // 2, rng)]
    model, start = Misbehaving(rng), time.process_time()
    found = missed(segments, model)
    print(
        f"{len(segments)} segments, {model.kinds.total()} tries in {time.process_time() - start:.0f} s: ",
        end="",
    )
    print(", ".join(f"{kind} {count}" for kind, count in model.kinds.most_common()))
    for kind, examples in found.items():
        print(f"{kind}: {len(examples)} missed")
        for text, said in examples[: args.show]:
            print(f"    {text[:150]!r}\n  > {said[:150]!r}")
    print(f"missed: {sum(map(len, found.values()))} of {len(segments)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
