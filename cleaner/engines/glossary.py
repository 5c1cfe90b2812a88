"""Terms that a translation must hold: native forms in the source, preferred forms in the target.

A native form is found in its inflected forms too: German *des Auswärtigen Amtes*, Russian
*о Евгении Пригожине*.  Endings are told by rule; abbreviations must stand letter for letter.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cleaner.engines.everyday import everyday, meant
from cleaner.terms.entry import Entry, TermBase

_WORD = re.compile(r"[\w'’]+")
_KEY = 3  # letters by which forms are looked up
_CYRILLIC = re.compile(r"(?:ого|его|ому|ему|ыми|ими|ами|ями|(?<=\w{3})[аеиоуыэюя][ймх]|ью|у[юя])$")
_MANY = re.compile(r"[ое]в$")  # genitive plural of a noun; in a name it belongs to the stem
_FLEETING = re.compile(r"[ео](?=[бвгджзклмнпрстфхцчшщ]$)")  # Павел, Павла
_VOWELS = "аеёиіїоуыэюяйь"
_ADJECTIVE = re.compile(r"e[nrsm]?$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A term that the translation of a sentence must hold.

    Attributes:
        start: Where its native form starts in the source.
        end: Where it ends.
        entry: What it is.
        forms: The forms of which one must stand in the target, the preferred one first.
    """

    start: int
    end: int
    entry: Entry
    forms: tuple[str, ...]

    def held(self, target: str) -> bool:
        """True if one of the forms stands in ``target`` as a whole."""
        return any(_stands(form, target) for form in self.forms)


@dataclass(frozen=True, slots=True)
class _Form:
    native: str
    words: tuple[str, ...]
    entry: Entry


class Glossary:
    """The entries of a term base that have a native form, for one pair of languages."""

    def __init__(self, base: TermBase, source: str, target: str) -> None:
        self._source, self._target = source.split("-")[0], target.split("-")[0]
        self._forms: dict[str, list[_Form]] = defaultdict(list)
        for entry in base.entries:
            if entry.type != "phrase" and entry.lang in ("", self._target):
                for language, native in entry.natives:
                    if language.split("-")[0] in ("", self._source):
                        self._add(entry, native)

    def _add(self, entry: Entry, native: str) -> None:
        words = tuple(_WORD.findall(native))
        if words:
            form = _Form(native, words, entry)
            self._forms[_key(words[0])].append(form)

    @property
    def names(self) -> list[str]:
        """Native forms as they are written."""
        return [f.native for forms in self._forms.values() for f in forms]

    def __bool__(self) -> bool:
        return bool(self._forms)

    def wanted(self, source: str) -> list[Wanted]:
        """The terms of a sentence, by place; of forms that overlap the longest, of rivals none."""
        if not self._forms:
            return []
        words = list(_WORD.finditer(source))
        found: list[Wanted] = []
        for n, word in enumerate(words):
            if found and word.start() < found[-1].end:
                continue
            forms = self._forms.get(_key(word[0]), ())
            fitting = [f for f in forms if _fits(f, words[n : n + len(f.words)])]
            if fitting:
                found += self._told(source, words[n:], fitting)
        return found

    def _told(
        self, source: str, words: Sequence[re.Match[str]], fitting: Sequence[_Form]
    ) -> Iterator[Wanted]:
        """The longest form that begins here; none if entries differ about it, or if it is but a word."""
        size = max(len(f.words) for f in fitting)
        best = [f for f in fitting if len(f.words) == size]
        entry, start, end = best[0].entry, words[0].start(), words[size - 1].end()
        if any(f.entry.preferred != entry.preferred for f in best):
            return
        if everyday(best[0].words, self._source, entry.preferred) and not meant(
            source, start, end, self._source
        ):
            return
        yield Wanted(start, end, entry, _accepted(entry))

    def digest(self, source: str) -> str:
        """What the terms of a sentence ask for, in hex; empty if it has none."""
        asked = [(w.entry.id, *w.forms) for w in self.wanted(source)]
        return hashlib.sha256(repr(asked).encode()).hexdigest()[:16] if asked else ""


def _key(word: str) -> str:
    return word.casefold()[:_KEY].replace("ё", "е")


def _fits(form: _Form, words: Sequence[re.Match[str]]) -> bool:
    """Word for word the same, inflected perhaps."""
    several = len(form.words) > 1
    return len(words) == len(form.words) and all(
        inflected(word[0], own, several=several) for word, own in zip(words, form.words, strict=True)
    )


def inflected(word: str, own: str, *, several: bool) -> bool:
    """True if ``word`` is ``own`` in some case.

    A Latin name alone only takes the s of the genitive: *Hessen* is no *Hesse*.  In a name of ``several``
    words adjectives change their endings and nouns take all of theirs.

    >>> inflected("Auswärtigen", "Auswärtiges", several=True), inflected("Hesse", "Hessen", several=False)
    (True, False)
    >>> inflected("Пригожиным", "Пригожин", several=False), inflected("НАТОМ", "НАТО", several=False)
    (True, False)
    """
    if word == own:
        return True
    if own.isupper() or word[:1].isupper() != own[:1].isupper():
        return False
    if re.search("[а-яёіїєґ]", own):
        return len(own) > 3 and stem(word) == stem(own)
    ending = word.removeprefix(own) if word.startswith(own) else None
    if ending in ("s", "es", "’", "'") or (several and ending in ("n", "en")):
        return True
    return several and len(own) > 4 and _ADJECTIVE.sub("", word) == _ADJECTIVE.sub("", own)


@lru_cache(65536)
def stem(word: str) -> str:
    """A Russian or Ukrainian word without its ending, in small letters.

    >>> stem("Сергей"), stem("Сергеем"), stem("Песков"), stem("Пескову"), stem("Павел"), stem("Павлом")
    ('серг', 'серг', 'пескв', 'пескв', 'павл', 'павл')
    """
    small = word.casefold().replace("ё", "е")
    bare = _MANY.sub("", small) if word == small else small
    cut = _FLEETING.sub("", _CYRILLIC.sub("", bare).rstrip(_VOWELS))
    return cut if len(cut) > 1 else small


def _accepted(entry: Entry) -> tuple[str, ...]:
    return (entry.preferred, *entry.admitted)


def _stands(form: str, target: str) -> bool:
    """As a whole word, in its own capitals or all in capitals; a possessive may follow."""
    at = target.find(form)
    if at < 0:
        return len(form) > 3 and target.isupper() and form.upper() in target
    return any(_whole(target, m.start(), m.end()) for m in re.finditer(re.escape(form), target))


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not ((before.isalnum() and text[start].isalnum()) or (after.isalnum() and text[end - 1].isalnum()))


def aligned(
    attention: Sequence[Sequence[float]], pieces: Sequence[str], columns: range
) -> tuple[int, int] | None:
    """Target pieces that looked at the source pieces in ``columns``, whole words; None without attention.

    Starts from the piece that looked hardest and takes in its neighbours that looked at least half as hard.
    """
    weight = [sum(row[c] for c in columns if c < len(row)) for row in attention[: len(pieces)]]
    if not weight or max(weight) <= 0:
        return None
    start = end = weight.index(max(weight))
    floor = weight[start] / 2
    while start and (weight[start - 1] >= floor or not pieces[start].startswith("▁")):
        start -= 1
    while end + 1 < len(pieces) and (weight[end + 1] >= floor or _inside(pieces[end + 1])):
        end += 1
    return start, end + 1


def _inside(piece: str) -> bool:
    """True if a piece goes on with the word before it."""
    return piece[:1].isalnum()


def columns(pieces: Sequence[str], source: str, wanted: Wanted) -> range:
    """Source pieces in which a native form stands, counted by the letters before it."""
    letters = [len(re.sub(r"\s", "", source[:at])) for at in (wanted.start, wanted.end)]
    return range(_piece_at(pieces, letters[0] + 1), _piece_at(pieces, letters[1]) + 1)


def _piece_at(pieces: Sequence[str], letters: int) -> int:
    """Number of the piece in which the so-many-th letter stands."""
    for n, total in _running(pieces):
        if total >= letters:
            return n
    return max(len(pieces) - 1, 0)


def _running(pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    total = 0
    for n, piece in enumerate(pieces):
        byte = re.fullmatch(r"<0x(..)>", piece)
        total += not 0x80 <= int(byte[1], 16) < 0xC0 if byte else len(piece.replace("▁", ""))
        yield n, total
