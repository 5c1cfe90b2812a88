"""Detect: which language the document is in, and which of its sentences are in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cleaner.document import Document
from cleaner.history import Finding
from cleaner.pipeline import Rule
from cleaner.steps.base import Setup
from cleaner.text.language import Labelled, same
from cleaner.text.language.labels import label_all, majority
from cleaner.text.language.second import agreed

NAME = "detect"
FOREIGN = "detect.foreign"


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[detect]`` table.

    Attributes:
        sure: Probability from which a sentence's own language is believed, in [0, 1].
    """

    sure: float = 0.95


def find(text: str) -> Iterator[Finding]:
    """Point at sentences in another language than the text around them.

    Damage: a paragraph, a quotation or a caption was left untranslated.  Made by translators that give up,
    and by pages in two languages.  One finding a run of sentences, and none where ``--to`` will translate.

    >>> text = "The dam broke at noon on Monday. Niemand wusste genau, was dann passiert ist. Help came late."
    >>> [text[f.start:f.end] for f in find(text)]
    ['Niemand wusste genau, was dann passiert ist.']

    Left alone: sentences of which the language is not sure; Croatian beside Serbian, which are one group to
    every detector.  False alarms: 0 of the other sentences in 400 paragraphs with one foreign sentence each.
    """
    sentences = label_all([text], (), [None])[0]
    if lang := majority(sentences):
        yield from foreign(sentences, lang)


RULES: tuple[Rule, ...] = (Rule(FOREIGN, find),)


@dataclass(frozen=True, slots=True)
class Detect:
    """Sets the document's language; reports runs of foreign sentences where nothing will translate them."""

    options: Options
    setup: Setup

    def __call__(self, doc: Document, /) -> Document:
        """Return the document with its language."""
        return self.batch([doc])[0]

    def batch(self, docs: Sequence[Document], /) -> list[Document]:
        """Return the documents with their languages; the model is asked about all sentences at once."""
        known = [doc.lang or self.setup.source for doc in docs]
        texts = [doc.text for doc in docs]
        labels = label_all(texts, self.setup.choices, known, sure=self.options.sure)
        return [self._labelled(*each) for each in zip(docs, labels, known, strict=True)]

    def _labelled(self, doc: Document, sentences: list[Labelled], known: str | None) -> Document:
        lang = known or majority(sentences) or agreed(doc.text, self.setup.choices)
        if lang is None:
            return doc
        found = foreign(sentences, lang) if self.setup.target is None else ()
        return replace(doc, lang=lang).revise(NAME, found, self.setup.policy)


def foreign(sentences: Sequence[Labelled], lang: str) -> Iterator[Finding]:
    """One finding for each run of neighbouring sentences that are surely in one other language."""
    for other, run in groupby(sentences, key=lambda s: s.lang if s.probability else lang):
        spans = list(run)
        if other is not None and not same(other, lang):
            message = f"in {other} in a text in {lang}: left over, or quoted"
            yield Finding(spans[0].start, spans[-1].end, FOREIGN, message)


def build(options: Options, setup: Setup) -> Detect:
    """The step, as a profile sets it."""
    return Detect(options, setup)
