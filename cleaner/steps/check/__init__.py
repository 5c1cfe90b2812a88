"""What is wrong and has no sure repair: findings, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from cleaner.document import Document
from cleaner.edit import Alignment, invert
from cleaner.history import Finding
from cleaner.pipeline import Rule, RuleStep, Step
from cleaner.steps.base import Setup
from cleaner.steps.check import (
    body,
    hearsay,
    kind,
    negation,
    numbers,
    polarity,
    pronoun,
    quotation,
    repeats,
    residue,
    script,
)
from cleaner.steps.check.names import Names

_ENGLISH = frozenset({"en"})

RULES: tuple[Rule, ...] = (
    Rule("check.quotation", quotation.find),
    Rule("check.negation", negation.find, _ENGLISH),
    Rule("check.hearsay", hearsay.find, _ENGLISH),
    Rule("check.pronoun", pronoun.find, _ENGLISH),
    Rule("check.repeat", repeats.sentence),
    Rule("check.stutter", repeats.stutter),
    Rule("check.script", script.find),
    Rule("check.residue", residue.find, _ENGLISH),
    Rule("check.body", body.find, _ENGLISH),
    Rule("check.kind", kind.find, _ENGLISH),
    Rule("check.number", numbers.find),
    Rule("check.polarity", polarity.find, _ENGLISH),
)

_BY_NAMES = {"check.body": body.find, "check.kind": kind.find, "check.residue": residue.find}
_BY_SOURCE = {"check.number": numbers.find, "check.polarity": polarity.find}


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[check]`` table: none yet."""


@dataclass(frozen=True, slots=True)
class Check:
    """The step: some rules see the text alone, others compare it with its source, segment by segment."""

    alone: RuleStep
    compared: tuple[Rule, ...]

    def __call__(self, doc: Document) -> Document:
        """Return the document with what was found in it; its text stays as it is."""
        alone, policy = self.alone.rules, self.alone.policy
        rules = [r for r in alone if r.speaks(doc.lang) and r.id not in policy.off]
        dated = {"check.hearsay": partial(hearsay.find, published=doc.meta.get("date", ""))}
        heard = [f for r in rules for f in dated.get(r.id, r.find)(doc.text)]
        return doc.revise("check", (*heard, *self._compare(doc)), policy)

    def _compare(self, doc: Document) -> Iterator[Finding]:
        rules = [r for r in self.compared if r.speaks(doc.lang) and r.id not in self.alone.policy.off]
        for start, end, source in translated(doc) if rules else ():
            for rule in rules:
                for f in _BY_SOURCE[rule.id](doc.text[start:end], source):
                    yield replace(f, start=f.start + start, end=f.end + start)


def translated(doc: Document) -> Iterator[tuple[int, int, str]]:
    """Yield where each translated segment stands in the text now, and its source."""
    for number, revision in enumerate(doc.history):
        if revision.step == "translate":
            ways = [Alignment(invert(r.made)) for r in doc.history[number + 1 :]]
            shift = 0
            for edit in revision.made:
                start, end = edit.start + shift, edit.start + shift + len(edit.new)
                shift += len(edit.new) - len(edit.old)
                for way in ways:
                    start, end = way.origin(start, end)
                yield start, end, edit.old


def build(options: Options, setup: Setup) -> Step:
    """Return the step; names are those of the profile's glossaries."""
    names = Names(e for e in setup.terms.entries if e.lang in _ENGLISH | {""})  # both rules read English
    known = {id_: partial(find, names=names) for id_, find in _BY_NAMES.items()}
    alone = (replace(r, find=known.get(r.id, r.find)) for r in RULES if r.id not in _BY_SOURCE)
    return Check(RuleStep("check", tuple(alone), setup.policy), tuple(r for r in RULES if r.id in _BY_SOURCE))
