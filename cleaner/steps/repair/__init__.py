"""Repair what encodings, HTML and typesetting did to characters: first, so that later steps see letters.

The rules build on one another: an entity may hide half of a mojibake, and an invisible soft hyphen may *be*
half of one.  So they stand in stages, each of which speaks only when those before it have nothing more to do,
and the step goes round until nobody has: its outcome is its own fixed point.
"""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.document import Document, Policy
from cleaner.edit import Edit
from cleaner.history import Finding
from cleaner.pipeline import Rule, Step, would_make
from cleaner.steps.base import Setup
from cleaner.steps.repair.c1 import find_c1
from cleaner.steps.repair.composed import find_composed
from cleaner.steps.repair.controls import find_controls, find_invisible
from cleaner.steps.repair.encoding import find_encoding, find_utf8, find_whole_utf8
from cleaner.steps.repair.entities import find_entities
from cleaner.steps.repair.lost import find_lost, found_in_bytes
from cleaner.steps.repair.mojibake import find_mojibake

_WHOLE_UTF8 = Rule("repair.utf8", find_whole_utf8)
_STAGES = (
    (Rule("repair.encoding", find_encoding), _WHOLE_UTF8),  # before ftfy, which would damage some of it
    (Rule("repair.mojibake", find_mojibake),),
    (Rule("repair.utf8", find_utf8),),
    (Rule("repair.c1", find_c1),),
    (Rule("repair.entity", find_entities), Rule("repair.composed", find_composed)),
    (Rule("repair.control", find_controls), Rule("repair.invisible", find_invisible)),
    (Rule("repair.lost", find_lost),),
)
RULES = (
    Rule("repair.bytes", found_in_bytes),
    *(rule for stage in _STAGES for rule in stage if rule is not _WHOLE_UTF8),
)


@dataclass(frozen=True, slots=True)
class Options:
    """The repair step has none: its rules are switched off by their ids."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The step."""

    policy: Policy = Policy()

    def __call__(self, doc: Document, /) -> Document:
        """Return the document repaired, with one revision for each round that changed it."""
        while True:
            heard: list[Edit | Finding] = []
            for stage in _STAGES:
                now = self._heard(doc.text, stage)
                if made := would_make(doc, now, self.policy):
                    break
                heard += now
            else:
                return doc.revise("repair", heard, self.policy)
            doc = doc.revise("repair", made, self.policy)

    def _heard(self, text: str, rules: tuple[Rule, ...]) -> list[Edit | Finding]:
        return [x for rule in rules if rule.id not in self.policy.off for x in rule.find(text)]


def build(options: Options, setup: Setup) -> Step:
    """Return the step."""
    return Repair(setup.policy)
