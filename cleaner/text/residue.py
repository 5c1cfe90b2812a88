"""Words of another language left inside a translated text.

A translation engine that does not know a word copies it: "The Haushalt was
passed, obwohl nobody had asked for it."  In an English text such a word is no
English word (the lexicon is SCOWL's, 134,000 words and names) and its letters
run as those of another language do (the table of ``cleaner.text.language.letters``).

Only English texts are looked at: for no other target language does the package
have a lexicon, and without one a rare word cannot be told from a foreign one.
Words in another *script* are seen by a rule of the check step.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.text.language.letters import letters
from cleaner.text.lexicon import foreign, lexicon
from cleaner.text.segment.words import table

SOURCES = ("de", "fr", "es", "it", "pt", "nl", "pl", "cs", "tr")
"""Languages whose words are looked for."""

_WORDS = 20_000  # remembered: most words of a text are the same few
_WORD = re.compile(r"(?<![\w.'’@/#-])[^\W\d_]{3,40}(?![\w@/]|[.'’-]\w)")
_TOLD = 4  # letters from which their run tells anything: dpa, est and pkk are abbreviations
_SMALL = 4.0  # margin over English, in natural logarithms, for a word in small letters
_ACCENTED = 0.0  # the same where it has letters that English does not have
_NOUN = 8.0  # the same for a capital inside a sentence, which may be a name; then only for German
_SUFFIXED = 2.0  # the same with an ending of German nouns
_SUFFIX = re.compile(r"\w{3,}(?:ung|ungen|[hk]eit|[hk]eiten|schaft|schaften|tät|täten|ismus|nisse?)\Z")
_PREFIX = re.compile(
    r"(?:anti|auto|bio|counter|cyber|hyper|inter|micro|mis|multi|non|over|post|pre|pro|re|self"
    r"|sub|super|tele|trans|ultra|un|under)"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’-]*"
_RUN = re.compile(rf"\b{_CAPITAL}(?:\.? {_CAPITAL})+")  # neighbours with capitals: a name
_PLACE = re.compile(r"\w+(?:bach|berg|brück|burg|dorf|feld|furt|hausen|heim|hofen|mann|stadt|stein)s?\Z")
_LOANS = frozenset(  # what English keeps its accents on and the lexicon lacks
    {
        "brûlée",
        "communiqué",
        "communiqués",
        "crème",
        "crêpe",
        "crêpes",
        "décor",
        "déjà",
        "exposé",
        "exposés",
        "façade",
        "façades",
        "fraîche",
        "hôtel",
        "mélange",
        "ménage",
        "naïve",
        "naïvely",
        "naïveté",
        "purée",
        "purées",
        "pâtisserie",
        "pâté",
        "pâtés",
        "quinceañera",
        "rosé",
        "régime",
        "régimes",
        "résumé",
        "résumés",
        "rôle",
        "rôles",
        "señor",
        "señora",
        "señorita",
        "tête",
        "vérité",
        "élite",
        "élites",
        "éminence",
    }
)
_FUNCTION = frozenset({"der", "und", "les", "que"})  # in the lexicon as loans; in plain text never English


def residue(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, language) of each word that looks left over from the source of a translation.

    Args:
        text: Any text.
        lang: BCP 47 tag of the language it should be in; nothing is found unless it is English.

    >>> text = "The committee met on Tuesday, obwohl nobody had asked for it."
    >>> [(text[a:b], lang) for a, b, lang in residue(text, "en")]
    [('obwohl', 'de')]
    """
    if lang.split("-")[0].lower() != "en":
        return
    suspects = [(*m.span(), m[0]) for m in _WORD.finditer(text) if m[0].isalpha() and not _english(m[0])]
    names = _names(text) if suspects else set()
    for start, end, word in suspects:
        fits = word not in names and (word.islower() or _inside(text, start, end))
        if fits and (source := _source(word)):
            yield start, end, source


@lru_cache(maxsize=_WORDS)
def _source(word: str) -> str | None:
    """The language that has the word, or has its letters so much more often than English that it may."""
    grams = letters("Latin")
    if grams is None:
        return None
    having = [lang for lang in SOURCES if word in foreign()[lang]]
    english, *others = grams.scores([word], ("en", *SOURCES))[0].tolist()
    best = max(having or SOURCES, key=lambda lang: others[SOURCES.index(lang)])
    if having or len(word) < _TOLD:
        return best if having else None
    if word.islower():
        need = _SMALL if word.isascii() else _ACCENTED
    else:
        need = _SUFFIXED if _SUFFIX.match(word) else math.inf if _PLACE.match(word) else _NOUN
    sure = others[SOURCES.index(best)] - english >= need
    return best if sure and (word.islower() or best == "de") else None


def _names(text: str) -> set[str]:
    """Words that stand beside another with a capital, sentence starters aside, anywhere in the text."""
    runs = (run.split() for run in _RUN.findall(text))
    named = ([w for w in run if w.lower() not in table()["en"].starters] for run in runs)
    return {word for run in named if len(run) > 1 for word in run}


def _inside(text: str, start: int, end: int) -> bool:
    """True if a word with only its first letter large stands inside a sentence, where it could be a noun."""
    before = text[max(start - 20, 0) : start].split()
    opens = not before or before[-1][-1] in ".!?:…“”\"'(‘«»"
    return not opens and text[start + 1 : end].islower()


@lru_cache(maxsize=_WORDS)
def _english(word: str) -> bool:
    """True for a word of the lexicon, one made of two, and one with a prefix."""
    known, small = lexicon(), word.lower()
    if small in _FUNCTION:
        return False
    prefix = _PREFIX.match(small)
    if (
        small in known
        or small in _LOANS
        or (prefix and (prefix.end() == len(small) or small[prefix.end() :] in known))
    ):
        return True
    return any(small[:cut] in known and small[cut:] in known for cut in range(4, len(small) - 3))
