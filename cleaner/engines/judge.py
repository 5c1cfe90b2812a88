"""What can be seen to be wrong with a translation, from it and its source alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cleaner.engines.numbers import lost
from cleaner.engines.units import EXACT
from cleaner.text.scripts import script, shares

Kind = Literal["empty", "cut", "loop", "copy", "length", "script", "exact", "number", "term"]

SHORTEST, LONGEST = 0.4, 2.6
"""Characters of the translation for one of the source, from 25 on, both alphabetic."""
_WORD = re.compile(r"\w+")
_OWN: Final = {"ru": "Cyrillic", "uk": "Cyrillic", "bg": "Cyrillic", "sr": "Cyrillic", "el": "Greek"} | {
    "ar": "Arabic", "fa": "Arabic", "ur": "Arabic", "he": "Hebrew", "hi": "Devanagari", "ko": "Hangul",
    "zh": "Han", "ja": "Hiragana", "th": "Thai", "ka": "Georgian", "hy": "Armenian", "bn": "Bengali",
}  # fmt: skip
_DENSE: Final = {
    "Han",
    "Hiragana",
    "Katakana",
    "Hangul",
    "Thai",
}  # say more in a character, or have no spaces
_ANYWHERE: Final = ("Latin", "Common", "Other")
_PARTICLES: Final = {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "du", "el", "ibn"} | {
    "la", "le", "van", "von", "zu", "zum", "zur",
}  # fmt: skip
"""Small words of names."""
_STOP = re.compile(r"(?:[!?…。！？]|(?<!\(\d)(?<!\(\d\d)\.)[\"'”“’»)\]]*$")  # "(68.)" is a minute
_PAUSE = re.compile(r"[.!?…,;:。！？][\"'”“’»)\]]*$")
_SHORT, _SHORTER = 1.0, 0.85  # of the length of its source: without a mark at its end, and with one
_LOOP = re.compile(r"(.{1,24}?)\1{5,}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a translation: its kind, and a sentence for people."""

    kind: Kind
    message: str


def faults(source: str, target: str, lang: str, *, cut: bool = False) -> list[Fault]:
    """Every fault that shows, the worst first.

    Args:
        source: The sentence.
        target: Its translation.
        lang: Tag of the language it should be in.
        cut: True if the decoder stopped at its limit.
    """
    if not _WORD.search(target) and _WORD.search(source):
        return [Fault("empty", "the model gave nothing")]
    return [fault for fault in _seen(source, target, lang, cut=cut) if fault]


def _seen(source: str, target: str, lang: str, *, cut: bool) -> Iterator[Fault | None]:
    yield _loop(source, target)
    yield _cut(source, target, cut=cut)
    yield _copy(source, target)
    yield _length(source, target)
    yield _script(source, target, lang)
    yield _exact(source, target)
    yield _number(source, target, lang)


def _loop(source: str, target: str) -> Fault | None:
    """The same words again and again, oftener than in the source."""
    said = _again(target)
    if said > max(_again(source), 1) or (_LOOP.search(target) and not _LOOP.search(source)):
        return Fault("loop", "the model repeats itself")
    return None


def _again(text: str) -> int:
    """How often in a row the same one to twelve words stand in a text; one short word may stand twice."""
    words = [w.casefold() for w in _WORD.findall(text)]
    most = 1
    for n in range(1, min(12, len(words) // 2) + 1):
        run = 0
        for a, b in zip(words, words[n:], strict=False):
            run = run + 1 if a == b else 0
            rounds = run // n + 1
            most = max(most, rounds if n > 1 or len(a) > 7 else rounds - 1)
    return most


def _cut(source: str, target: str, *, cut: bool) -> Fault | None:
    """It ends in the middle: at the decoder's limit, or without the stop that the source has."""
    stop = next((end for end in (_STOP, _PAUSE) if end.search(source)), None)
    if cut or (stop and not stop.search(target) and len(target) < len(source)):
        return Fault("cut", "the translation ends in the middle")
    return None


def doubtful(source: str, target: str) -> bool:
    """True if it may end in the middle unseen: it is short, and the source has no stop to look for."""
    least = _SHORTER if _PAUSE.search(target) else _SHORT
    return len(target) < least * len(source) and " " in source and not _STOP.search(source)


def _copy(source: str, target: str) -> Fault | None:
    """It was copied, not translated: all of it, or too many of its words.

    Those are most of four letters, two in five of any length, or three in four with the capitals.
    Names, and words two languages share, are copied rightly: so small letters count, or must be among them.
    """
    said, own = _WORD.findall(target), _WORD.findall(EXACT.sub(" ", source))
    words = [w for w in own if w.islower() and len(w) > 1]
    long = [w for w in words if len(w) > 3]
    whole = said == _WORD.findall(source) and not _PARTICLES.issuperset(words)
    small = _kept(words, said, 2, 0) and not _PARTICLES.issuperset({*words} & {*said})
    every = small and _kept([w for w in own if w.isalpha()], said, 4, 0.75)
    if whole or every or _kept(long, said, 3, 0.6) or _kept(words, said, 3, 0.4):
        return Fault("copy", "the model copied the source")
    return None


def _kept(words: Sequence[str], said: Sequence[str], least: int, share: float) -> bool:
    same = (Counter(words) & Counter(said)).total()
    return same >= least and same > share * len(words)


def _length(source: str, target: str) -> Fault | None:
    if len(source) < 25 or _script_of(source) in _DENSE or _script_of(target) in _DENSE:
        return None
    ratio = len(target) / len(source)
    if SHORTEST <= ratio <= LONGEST:
        return None
    return Fault("length", f"the translation has {ratio:.1f} times the length of its source")


def _script(source: str, target: str, lang: str) -> Fault | None:
    """Letters of another script than the language's own, but for those strange in the source too."""
    if target.isascii():
        return None
    if "\ufffd" in target:
        return Fault("script", "letters of it are broken")
    own = _OWN.get(lang.split("-")[0], "Latin")
    if own in _DENSE:
        return None
    home = _script_of(EXACT.sub("", source))
    strange = {c: script(c) for c in set(EXACT.sub(" ", target))}
    left = {s for c, s in strange.items() if s not in (own, *_ANYWHERE) and (s == home or c not in source)}
    return Fault("script", f"{min(left)} letters are left in it") if left else None


def _exact(source: str, target: str) -> Fault | None:
    gone = Counter(EXACT.findall(source)) - Counter(EXACT.findall(target))
    return Fault("exact", f"{next(iter(gone))} did not come through") if gone else None


def _number(source: str, target: str, lang: str) -> Fault | None:
    missing, extra = lost(source, target, lang)
    if not missing:
        return None
    instead = f", {', '.join(+extra)} stands there" if +extra else ""
    return Fault("number", f"the number {', '.join(missing)} is lost{instead}")


@lru_cache(4096)
def _script_of(text: str) -> str:
    return "Latin" if text.isascii() else next(iter(shares(text)), "")
