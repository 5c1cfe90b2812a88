"""Rules, steps, and how steps follow one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from typing import Protocol, runtime_checkable

from cleaner.document import Document, Policy
from cleaner.edit import Edit
from cleaner.history import Finding


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


_ROUNDS = 8  # at most, should two rules ever undo each other's work


@dataclass(frozen=True, slots=True)
class RuleStep:
    """A step made of rules: all look at the same text, then the policy decides.

    Attributes:
        name: Of the step.
        rules: Those that speak the document's language are asked.
        policy: What is made of what they find.
        again: Whether they are asked again until nothing more is made, for one may find what another left.
    """

    name: str
    rules: tuple[Rule, ...]
    policy: Policy = Policy()
    again: bool = False

    def __call__(self, doc: Document, /) -> Document:
        """Return the document after these rules."""
        rules = [r for r in self.rules if r.speaks(doc.lang) and r.id not in self.policy.off]
        heard = [x for rule in rules for x in rule.find(doc.text)]
        for _ in range(_ROUNDS if self.again else 0):
            if not (made := would_make(doc, heard, self.policy)):
                break
            doc = doc.revise(self.name, made, self.policy)
            heard = [x for rule in rules for x in rule.find(doc.text)]
        return doc.revise(self.name, heard, self.policy)


def would_make(doc: Document, heard: Iterable[Edit | Finding], policy: Policy) -> tuple[Edit, ...]:
    """Which edits a revision would make: neither those in doubt nor those that touch what is verbatim."""
    after = doc.revise("", heard, policy)
    return () if after is doc else after.history[-1].made


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
