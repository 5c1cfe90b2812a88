"""Which languages are told apart, in which script each is written, and under which tags each goes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_LATIN = "af az ca cs cy da de en es et fi fr hr hu id is it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi"

SCRIPTS: dict[str, tuple[str, ...]] = {
    "Latin": tuple(_LATIN.split()),
    "Cyrillic": ("be", "bg", "kk", "mk", "ru", "sr", "uk"),
    "Arabic": ("ar", "fa", "ur"),
    "Devanagari": ("hi", "mr", "ne"),
    "Bengali": ("bn",),
    "Gujarati": ("gu",),
    "Gurmukhi": ("pa",),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Greek": ("el",),
    "Hebrew": ("he",),
    "Armenian": ("hy",),
    "Georgian": ("ka",),
    "Thai": ("th",),
    "Hangul": ("ko",),
    "Hiragana": ("ja",),
    "Katakana": ("ja",),
    "Han": ("ja", "zh"),
}
"""For each script the languages of the news that are written in it, by primary subtag."""

_ALIASES = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "iw": "he", "fil": "tl", "in": "id"}
_JOINED = {
    "hr": ("hr", "bs", "sr"),
    "no": ("no", "nn"),
    "zh": ("zh", "wuu", "yue"),
    "ar": ("ar", "arz", "ary"),
}


@lru_cache(maxsize=256)
def group(tag: str) -> str:
    """The language a tag stands for, as far as a text can show: Bosnian, Croatian and Serbian are one.

    Serbian keeps a tag of its own only in Cyrillic letters (``sr``, ``sr-Cyrl``).

    >>> group("bs"), group("sr-Latn"), group("sr"), group("pt-BR"), group("nb")
    ('hr', 'hr', 'sr', 'pt', 'no')
    """
    parts = tag.lower().replace("_", "-").split("-")
    if parts[0] == "sr" and "latn" in parts:
        return "hr"
    return _ALIASES.get(parts[0], parts[0])


def same(one: str | None, other: str | None) -> bool:
    """True if a reader of texts could not tell the two tags apart.

    >>> same("hr", "bs"), same("hr", "sr"), same("de", "nl")
    (True, True, False)
    """
    if one is None or other is None or one == other:
        return one == other
    return {group(one), group(other)} in ({group(one)}, {"hr", "sr"})


@lru_cache(maxsize=64)
def candidates(script: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Languages of ``script`` to choose from, each with the tag to report it by.

    Args:
        script: As ``cleaner.text.scripts`` names it.
        languages: Tags wanted; empty for all.  Where none of them is written in
            the script, all languages of the script are candidates: a foreign
            sentence is best called by its name.
    """
    written = SCRIPTS.get(script, ())
    wanted = {lang: tag for tag in reversed(languages) for lang in _names(tag, script) if lang in written}
    return wanted or dict(zip(written, written, strict=True))


def columns(lang: str, script: str) -> tuple[str, ...]:
    """The model's classes that make up one of our languages."""
    return _JOINED.get(lang, (lang,)) if script != "Cyrillic" else (lang,)


def _names(tag: str, script: str) -> Iterable[str]:
    lang = group(tag)
    return ("hr",) if lang == "sr" and script == "Latin" else (lang,)
