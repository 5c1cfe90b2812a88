"""How sure it is that a span is a garbled name: evidence adds up in bits, and silence is an answer.

Where only capitals, accents or blanks went wrong, the form itself is the evidence, and the confidence a
constant.  Where letters did, the bits of *surprise* at the span as a word of its own speak for the name, its
*cost* as a spelling of the name against it, and so do the words that agree, and the length.  Their weights
were fitted by logistic regression on two thirds of the development data (wmt21 system outputs against their
human references) and on clean English with the names of other texts as entries (the constant of one word by
hand, since doubled letters are doubtful there); ``benchmarks/names.py`` prints how often edits were right by
their confidence, on the third kept aside too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cleaner.terms.derived import (
    derived_word,
    doubled,
    exchanged,
    other_place,
    other_sex,
    other_sound,
    other_surname,
    settlement,
)
from cleaner.terms.family import other_family
from cleaner.terms.rarity import known, ordinary
from cleaner.terms.spans import words
from cleaner.terms.spelling import distance, given, plain, symbols
from cleaner.terms.unseen import Spelling
from cleaner.text.lexicon import small_words

CASE, CASE_ALONE = 0.97, 0.91
ACCENT, ACCENT_ALONE = 0.97, 0.93
SPACE = 0.95
"""Measured shares of right edits, for names of several words and of one."""
MARKED = 0.8
"""More accents or capitals than the house writes, or a known name that lacks them: 21 of 25 different ones
were right on two thirds of the data, 15 of 16 on the third."""
DOUBTFUL = 0.6
"""Likely but not safe: an ordinary word, a known name."""
FAMILIAR = 0.8
"""Most confidence where English news knows each word: *Sergei Zhukov* may be right as he stands."""
FOREIGN = 0.8
"""Share of the confidence that is left in texts not in English, so that nothing is made there: rare words,
given names and endings are told by English.  In clean news of five languages, with the names of English news
as entries, 19 to 48 in 10,000 words would be changed: *Oktober*, *Roberta Muellera*."""
STRAINED, STRETCHED = 3.0, 5.0
"""Bits of distance for each symbol beyond which letters are nobody's spelling; the second where the rest of a
name of several words vouches for it."""
TELLING = 11.0
"""Bits of words that agree which vouch for a name if as many are gained, too; or else twice as many bits."""
ALONE = 0.95
"""Most confidence in a word alone: it may always be another name."""
CLOSE, CLOSE_ALONE = 4.0, 12.0
"""Bits by which the next name must be further away, or both are meant as little as the other; the second for
a word alone: below it 1 of 2 different ones was right, and 29 stood in clean news."""
EXTRA = 12.0
"""Most bits of distance where the number of words differs: then they were cut or glued, not added."""


def confidence(span: str, spelling: Spelling, size: int, support: float = 0.0) -> float:
    """Estimated probability that ``span`` means the name.

    Args:
        span: The words as they stand.
        spelling: What they would be a spelling of.
        size: Number of names that were looked at; more of them means more likenesses by chance.
        support: Bits of evidence from outside the span: context, other spellings in the document.  It helps
            names of several words only: beside *Scholz*, *Scholes* is all the more likely somebody else.
    """
    if any(map(str.isdigit, spelling.entry.preferred)):
        return 0.0  # a span is letters: *Fabrik* is not *Fabrik 17*, whatever number stands behind
    crowd = max(0.0, math.log2(max(size, 1) / 1000))
    if spelling.mechanism == "letters":
        return _letters(span, spelling, crowd, support)
    sure = _form(span, spelling)
    if spelling.words > 1 or not crowd or sure <= MARKED:
        return sure
    return _share(math.log2(sure / (1 - sure)) - crowd)  # a row of letters may be many a name


def _form(span: str, s: Spelling) -> float:
    """Confidence where the letters are right."""
    alone, form = s.words == 1, s.entry.preferred
    if s.mechanism == "case":
        return _case(span, form, alone)
    if s.mechanism == "accent":
        lacking = _accents(span) < _accents(form) and not (alone and known(span))
        sharp = span.casefold() == form.casefold()  # Strasse is Straße where no ß is to be had
        return (ACCENT_ALONE if alone else ACCENT) if lacking or sharp else MARKED
    parts = words(span)
    if len(parts) > s.words and all(map(known, parts)):
        return DOUBTFUL  # White House, and an entry Whitehouse
    plainly = known(span) or (all(map(ordinary, parts)) and not _titled(span))
    return DOUBTFUL if plainly else SPACE


def _titled(span: str) -> bool:
    return all(word[:1].isupper() for word in words(span))


def _case(span: str, form: str, alone: bool) -> float:
    if span.isupper():
        return 0.0  # a headline, or an acronym the house writes as a word: both are right
    if sum(map(str.isupper, span)) >= sum(map(str.isupper, form)):
        return MARKED  # camel case of a brand
    differing = [a for a, b in zip(words(span), words(form), strict=False) if a != b]
    if any((_common(a) if alone else ordinary(a)) or a in small_words() for a in differing):
        return 0.0  # a rare word, too: Kronstadt roadstead
    return CASE_ALONE if alone else CASE


def _common(word: str) -> bool:
    """An English word or name written small, or two ordinary words in one (*technoparty*)."""
    cuts = range(3, len(word) - 2)
    return known(word) or any(known(word[:i]) and ordinary(word[i:]) for i in cuts)


def _accents(text: str) -> int:
    return sum(plain(c) != c for c in text.casefold())


def _letters(span: str, s: Spelling, crowd: float, support: float) -> float:
    """Confidence where the letters differ."""
    own, right = words(span), words(s.form)
    pairs = list(zip(own, right, strict=True)) if len(own) == len(right) else [(span, s.form)]
    differing = [(a, b) for a, b in pairs if a != b]
    size = sum(len(symbols(b)) for _, b in differing)
    if len(own) < len(right) and any(len(symbols(word)) == 1 for word in right):
        return 0.0  # Nazarbayev is not A. Nazarbayev cut short
    if len(own) > len(right) and min(distance(s.form, " ".join(w)) for w in (own[1:], own[:-1])) < s.cost:
        return 0.0  # the name, and a word beside it
    if any(_unlike(a, b) for a, b in differing) or s.margin < _close(s):
        return 0.0
    if s.cost > _reach(s, differing[0][0]) * max(3, size) or (len(own) != len(right) and s.cost > EXTRA):
        return 0.0
    likely = _one(span, s, size, crowd) if s.words == 1 else _several(s, size, own, crowd, support)
    if likely > DOUBTFUL and (_sounds_otherwise(span, s) or _somebody_else(s.words, differing)):
        return DOUBTFUL
    return likely


def _unlike(word: str, other: str) -> bool:
    """True for an English word, for another surname, and for a word less than half as long."""
    return ordinary(word) or other_surname(word, other) or 2 * len(symbols(word)) < len(symbols(other))


def _close(s: Spelling) -> float:
    return CLOSE if s.words > 1 else CLOSE_ALONE


def _reach(s: Spelling, word: str) -> float:
    """Bits of distance for each symbol that are believed."""
    vouched = s.shared >= 2 * TELLING or min(s.shared, s.surprise - s.cost) >= TELLING
    return STRETCHED if vouched and len(symbols(word)) > 3 else STRAINED


def _several(s: Spelling, size: int, own: Sequence[str], crowd: float, support: float) -> float:
    gain, strain = s.surprise - s.cost, s.cost / max(3, size)
    bits = 0.22 * gain - strain + 0.4 * min(s.shared, 30) - s.known - 0.3 * crowd - 1.5
    likely = _share(bits + support - (2 if s.known and not s.shared else 0))
    return min(likely, FAMILIAR) if all(map(known, own)) else likely


def _one(span: str, s: Spelling, size: int, crowd: float) -> float:
    if any(map(str.isupper, span[1:])) and not any(map(str.isupper, s.form[1:])):
        return 0.0  # camel case of a brand
    likely = _share(0.26 * s.surprise - 0.5 * s.cost + 0.6 * size - 3.1 - 1.9 * crowd)
    if likely > DOUBTFUL and (s.known or plain(span) in given() or _another(span, s.form)):
        return DOUBTFUL
    return min(likely, ALONE)


def _somebody_else(size: int, differing: Sequence[tuple[str, str]]) -> bool:
    """True if the last word is another family's, or both words that differ are a woman's for a man's."""
    return other_family(*differing[-1]) or (size > 1 and len(differing) > 1 and other_sex(*differing[-1]))


def _sounds_otherwise(span: str, s: Spelling) -> bool:
    """True if nothing vouches for a name of a known kind, and it does not sound so, however written.

    Next to Horlivka there is an Orlivka, next to Verstka a Versta, and Paskov is no Peskov.
    """
    if s.shared or not s.entry.type:
        return False
    natives = [form for _, form in s.entry.natives]
    if s.entry.type == "place":
        return other_place(span, s.entry.preferred, natives)
    return s.words == 1 and other_sound(span, s.entry.preferred, natives)


def _another(span: str, form: str) -> bool:
    """True if a word is likely another one: no Wesel is Wessel, no Nilsen Pilsen, no Navalny Navalnaya."""
    changes = doubled, exchanged, derived_word, other_sex, settlement
    return any(change(span, form) for change in changes)


def _share(bits: float) -> float:
    return 1 / (1 + 2**-bits)
