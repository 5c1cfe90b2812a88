"""A model made to misbehave, whose right translation is known: it enciphers word by word."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence

from cleaner.engines.ct2 import Hypothesis, Search
from cleaner.engines.units import EXACT
from cleaner.terms.skeleton import roman

FIRST = Search()
GOOD = 0.3  # share of the tries that go well
_TOKEN = re.compile(rf"{EXACT.pattern}|[^\W\d_]+")
_TURNED = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ecdfigkhojlmznpuqrstavwxyb")


def encipher(text: str) -> str:
    """A translation of a text, word for word, in Latin letters; addresses and numbers stay.

    >>> encipher("Das Haus, https://a.de")
    'Fes Heas, https://a.de'
    """
    return _TOKEN.sub(lambda m: m[0] if EXACT.fullmatch(m[0]) else _word(m[0]), text)


def _word(word: str) -> str:
    said = roman(word).translate(_TURNED) or "um"
    said = said if said != word.casefold() else said + "um"
    return (
        said.upper() if word.isupper() and len(word) > 1 else said.capitalize() if word[0].isupper() else said
    )


def looped(good: str, rng: random.Random) -> str:
    """The last words, a letter or a remark, again and again."""
    words = good.split()
    tail = rng.choice([" ".join(words[-rng.randint(1, 4) :]), "(applause)", "the, of the", "ha"])
    at = rng.choice([len(words), max(len(words) // 2, 1)])
    times = rng.randint(4, 60)
    return rng.choice([" ".join([*words[:at], *[tail] * times, *words[at:]]), good + "!" * times * 2])


def copied(source: str, good: str, rng: random.Random) -> str:
    """The source itself, or its capitals and three quarters of its small words."""
    a, b = source.split(), good.split()
    small = [n for n, word in enumerate(a) if re.fullmatch(r"[^\W\d_]+[.,!]?", word) and word.islower()]
    if rng.random() < 0.5 or len(a) != len(b) or len(small) < 5:
        return source
    done = set(rng.sample(small, len(small) // 4))
    return " ".join(y if n in done else x for n, (x, y) in enumerate(zip(a, b, strict=True)))


def truncated(good: str, rng: random.Random) -> str:
    """The first words, without a stop."""
    words = good.split()
    return " ".join(words[: int(len(words) * rng.uniform(0.05, 0.7))]).rstrip(".!?…»”\"'")


def unnumbered(good: str, rng: random.Random) -> str:
    """A number gone, or another one."""
    return re.sub(
        r"\d[\d.,:]*\d\d|\d\d+",
        lambda m: rng.choice(["", str(int(re.sub(r"\D", "", m[0])[-2:]) + 61)]),
        good,
        count=1,
    )


def foreign(source: str, good: str, rng: random.Random) -> str:
    """Some words in another script."""
    words = good.split()
    for at in rng.sample(range(len(words)), max(len(words) // 4, 1)):
        words[at] = rng.choice(["слово", "правительство", "λόγος", "词语", "\ufffd\ufffd"])
    return " ".join(words)


class Misbehaving:
    """A model whose every try is well or ill, by chance; ``kinds`` counts them."""

    monotone = False

    def __init__(self, rng: random.Random, share: float = GOOD) -> None:
        self.rng, self.share = rng, share
        self.kinds: Counter[str] = Counter()
        self.made: dict[str, str] = {}
        """What kind of try each bad text came of."""

    def encode(self, text: str) -> list[str]:
        """Words for pieces."""
        return ["▁" + word for word in text.split()]

    spell = encode

    def decode(self, pieces: Sequence[str]) -> str:
        """Text of the pieces."""
        return "".join(pieces).replace("▁", " ").strip()

    def hypotheses(
        self, texts: Sequence[str], search: Search = FIRST, begin: Sequence[Sequence[str]] = ()
    ) -> list[list[Hypothesis]]:
        """As many as are asked for, each of its own kind."""
        return [[self._said(text) for _ in range(max(search.best, 1))] for text in texts]

    def _said(self, text: str) -> Hypothesis:
        good = encipher(text)
        ways: dict[str, Callable[[], str]] = {
            "loop": lambda: looped(good, self.rng),
            "empty": lambda: self.rng.choice(["", " ", ".", "–", "..."]),
            "copy": lambda: copied(text, good, self.rng),
            "truncation": lambda: truncated(good, self.rng),
            "number": lambda: unnumbered(good, self.rng),
            "script": lambda: foreign(text, good, self.rng),
        }
        kind = "good" if self.rng.random() < self.share else self.rng.choice(list(ways))
        said = good if kind == "good" else ways[kind]()
        if words(said) == words(good):
            kind = "good"
        self.kinds[kind] += 1
        self.made[said] = kind
        at_limit = kind == "loop" or (kind == "truncation" and self.rng.random() < 0.3)
        return Hypothesis(said, tuple(self.encode(said)), cut=at_limit and self.rng.random() < 0.5)


class Well(Misbehaving):
    """The same model on a good day."""

    def __init__(self) -> None:
        super().__init__(random.Random(0), share=1.0)


def words(text: str) -> list[str]:
    """What must agree: words and numbers, whatever their capitals."""
    return re.findall(r"[\w\ufffd]+", text.casefold())
