"""The matcher: a term base and a text to edits, each with its mechanism and evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, partial

from cleaner.edit import Edit
from cleaner.terms import cache, garbled, listed, phrase, surname
from cleaner.terms.arrays import Arrays
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.evidence import FOREIGN
from cleaner.terms.exact import Exact, compile_forms
from cleaner.terms.literal import Literal, compile_literals
from cleaner.terms.named import compile_names
from cleaner.terms.numbered import Numbered, compile_numbered
from cleaner.terms.unseen import Unseen

LARGE = 5_000
"""Entries from which compiling takes longer than reading a file."""


class Matcher:
    """Finds the garbled names of a term base in texts of one language; compiled on first use."""

    def __init__(self, base: TermBase, lang: str | None = None, keep: bool = False) -> None:
        """Take the entries that speak a language.

        Args:
            base: The term base.
            lang: Primary subtag; None if the language is not known: then every entry may speak.
            keep: Read a large term base from the user's cache if it was compiled before, and put it there.
        """
        self._entries: tuple[Entry, ...] = tuple(
            e for e in base.entries if lang is None or e.lang in ("", lang)
        )
        self._trust = 1.0 if lang in (None, "en") else FOREIGN
        self._kept = f"{base.digest} {lang}" if keep and len(self._entries) >= LARGE else ""

    def edits(self, text: str) -> Iterator[Edit]:
        """Everything the term base has to say about a text; edits may clash, the policy resolves them."""
        yield from self.terms(text)
        yield from self.shorts(text)
        yield from self.phrases(text)
        yield from self.garbles(text)
        yield from self.literals(text)

    def learn(self, texts: Sequence[str]) -> None:
        """Look at texts together before they are asked about one by one: the same edits, in less time."""
        self._unseen.learn(texts)

    def terms(self, text: str) -> Iterator[Edit]:
        """Edits for listed forms."""
        return listed.terms(text, self.exact)

    def shorts(self, text: str) -> Iterator[Edit]:
        """Edits for surnames alone."""
        return surname.shorts(text, self.exact)

    def phrases(self, text: str) -> Iterator[Edit]:
        """Edits for listed phrases."""
        return phrase.edits(text, self._phrases, self.exact)

    def garbles(self, text: str) -> Iterator[Edit]:
        """Edits for forms that nobody listed."""
        for edit in garbled.garbles(text, self._unseen, self.exact):
            yield replace(edit, confidence=round(edit.confidence * self._trust, 3))
        yield from self._numbered.edits(text, self.exact)

    def literals(self, text: str) -> Iterator[Edit]:
        """Edits for names translated as words."""
        return self._literal.edits(text, self.exact)

    @cached_property
    def exact(self) -> Exact:
        """The exact layer, compiled."""
        return Exact(self._entries, self._part("exact", compile_forms))

    @cached_property
    def _unseen(self) -> Unseen:
        return Unseen(self._entries, self._part("unseen", compile_names))

    @cached_property
    def _numbered(self) -> Numbered:
        return Numbered(self._entries, self._part("numbered", compile_numbered))

    @cached_property
    def _literal(self) -> Literal:
        return Literal(self._entries, self._part("literal", compile_literals))

    def _part(self, name: str, make: Callable[[Sequence[Entry]], Arrays]) -> Arrays:
        """What a part is made of, from the cache if the term base is kept there."""
        made = partial(make, self._entries)
        return cache.kept(name, self._kept, made) if self._kept else made()

    @cached_property
    def _phrases(self) -> phrase.Phrases:
        return phrase.Phrases(self._entries)


def matcher(base: TermBase, lang: str | None = None, keep: bool = False) -> Matcher:
    """The matcher of a term base for a language (BCP 47 tag; None: not known, every entry may speak).

    ``keep`` as for ``Matcher``.
    """
    return _compiled(_Key(base.digest, base), lang.split("-")[0] if lang else None, keep)


@dataclass(frozen=True, slots=True)
class _Key:
    """A term base told by its digest: to hash its entries anew would cost more than to read a text."""

    digest: str
    base: TermBase = field(compare=False)


@lru_cache(maxsize=16)
def _compiled(key: _Key, lang: str | None, keep: bool) -> Matcher:
    return Matcher(key.base, lang, keep)
