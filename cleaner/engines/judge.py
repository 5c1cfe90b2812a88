"""What can be seen to be wrong with a translation, from it and its source alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cleaner.engines.numbers import lost
from cleaner.engines.units import EXACT
from cleaner.text.scripts import shares

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
_ENDS = re.compile(r"[.!?…。！？][\"'”“’»)\]]*$")
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
    if not target.strip():
        return [Fault("empty", "the model gave nothing")]
    return [fault for fault in _seen(source, target, lang, cut=cut) if fault]


def _seen(source: str, target: str, lang: str, *, cut: bool) -> Iterator[Fault | None]:
    yield _loop(source, target)
    yield _cut(source, target, cut=cut)
    yield _copy(source, target)
    yield _length(source, target)
    yield _script(target, lang)
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
    if cut or (_ENDS.search(source) and not _ENDS.search(target) and len(target) < len(source)):
        return Fault("cut", "the translation ends in the middle")
    return None


def _copy(source: str, target: str) -> Fault | None:
    """Most of the small words of the source stand in the target: it was copied, not translated.

    Names, and words two languages share, are copied rightly; so small words of four letters count, or three
    of any length where every letter is the same.
    """
    words = [w for w in _WORD.findall(EXACT.sub(" ", source)) if w.islower() and len(w) > 1]
    small = [w for w in words if len(w) > 3]
    same = sum((Counter(small) & Counter(_WORD.findall(target))).values())
    if (target == source and max(len(words) - 1, len(small)) > 1) or (same >= 3 and same > 0.6 * len(small)):
        return Fault("copy", "the model copied the source")
    return None


def _length(source: str, target: str) -> Fault | None:
    if len(source) < 25 or _script_of(source) in _DENSE or _script_of(target) in _DENSE:
        return None
    ratio = len(target) / len(source)
    if SHORTEST <= ratio <= LONGEST:
        return None
    return Fault("length", f"the translation has {ratio:.1f} times the length of its source")


def _script(target: str, lang: str) -> Fault | None:
    """Letters of another script than the language's own: words that were not translated."""
    if target.isascii():
        return None
    if "\ufffd" in target:
        return Fault("script", "letters of it are broken")
    own = _OWN.get(lang.split("-")[0], "Latin")
    plain = EXACT.sub(" ", target)
    if own in _DENSE:
        return None
    for script, share in shares(plain).items():
        if script not in (own, "Latin", "Common", "Inherited", "Other") and share > 0.02:
            return Fault("script", f"{script} letters are left in it")
    return None


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
