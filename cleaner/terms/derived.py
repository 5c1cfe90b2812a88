"""Words and surnames made of a name: *Frankfurters* of Frankfurt, *Morozov* of Moroz.  None is its garble."""

from __future__ import annotations

import re

_WORD = re.compile("n?ers?|[aei]?n?i?ans?|i?cs?|i?cal(?:ly)?|isms?|ists?|ish|ese|esque|ites?")
_SURNAME = re.compile("[oe]va?|ina?|[oe]vi?ch|enko|chuk|s?k[iy]|s[oe]n|mann?")


def derived_word(word: str, name: str) -> bool:
    """True if a word is a name, or its stem, with an ending that makes another word of it.

    In *-er*, it is whatever the stem: a *Giesinger* is of some Giesing, and is no *Geisingen*.  A name in *-s*
    may be a plural, and the word its singular.

    >>> [derived_word(*p) for p in (("Berliner", "Berlin"), ("Mexican", "Mexico"), ("Berlim", "Berlin"))]
    [True, True, False]
    """
    inhabitant = word.endswith(("er", "ers")) and not name.endswith(("r", "re"))
    stems = (name, name.rstrip("aeiouy"))
    return inhabitant or name == f"{word}s" or any(_made_of(_WORD, word, stem) for stem in stems)


def other_surname(name: str, other: str) -> bool:
    """True if one of two names is the other with an ending that makes another surname of it.

    >>> other_surname("Moroz", "Morozov"), other_surname("Tinkou", "Tinkov")
    (True, False)
    """
    return _made_of(_SURNAME, name, other) or _made_of(_SURNAME, other, name)


def _made_of(endings: re.Pattern[str], word: str, stem: str) -> bool:
    folded = word.casefold()
    return folded.startswith(stem.casefold()) and endings.fullmatch(folded, len(stem)) is not None
