"""Rules, steps, and how steps follow one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from typing import Protocol, runtime_checkable

from cleaner.document import Document, Finding, Policy
from cleaner.edit import Edit


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage: finds it in a text.

    Attributes:
        id: Dotted id, ``step.name``; every edit or finding it yields carries it.
        find: Pure: same text, same edits.  Its docstring is what ``cleaner explain`` prints.
        languages: Primary subtags of the languages it knows; empty for any.
    """

    id: str
    find: Callable[[str], Iterable[Edit | Finding]]
    languages: Set[str] = frozenset()

    def speaks(self, lang: str | None) -> bool:
        """True if the rule may look at a text in ``lang``; one of unknown language is left alone."""
        return not self.languages or (lang is not None and lang.split("-")[0] in self.languages)


class Step(Protocol):
    """Takes a document, gives back a document."""

    def __call__(self, doc: Document, /) -> Document:
        """Return the document after this step."""
        ...


@runtime_checkable
class BatchStep(Step, Protocol):
    """A step that does better with many documents at once."""

    def batch(self, docs: Sequence[Document], /) -> list[Document]:
        """Return the documents after this step, as one by one, order kept."""
        ...


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A step made of rules: all look at the same text, then the policy decides."""

    name: str
    rules: tuple[Rule, ...]
    policy: Policy = Policy()

    def __call__(self, doc: Document, /) -> Document:
        """Return the document after these rules."""
        rules = (r for r in self.rules if r.speaks(doc.lang) and r.id not in self.policy.off)
        return doc.revise(self.name, (x for rule in rules for x in rule.find(doc.text)), self.policy)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps in order; itself a step."""

    steps: tuple[Step, ...]

    def __call__(self, doc: Document, /) -> Document:
        """Return the document after all steps."""
        return reduce(lambda d, step: step(d), self.steps, doc)

    def batch(self, docs: Sequence[Document], /) -> list[Document]:
        """Return the documents after all steps, each step seeing them all at once if it can."""
        done = list(docs)
        for step in self.steps:
            done = step.batch(done) if isinstance(step, BatchStep) else [step(d) for d in done]
        return done

    def stream(self, docs: Iterable[Document], size: int = 64) -> Iterator[Document]:
        """Run over any number of documents, ``size`` in memory at once; equal to one by one."""
        docs = iter(docs)
        while chunk := list(islice(docs, size)):
            yield from self.batch(chunk)
