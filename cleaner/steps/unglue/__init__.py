"""Seams: what is left in a text where markup was lost, and how it reads without the seam."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from cleaner.pipeline import Rule, RuleStep, Step
from cleaner.steps.base import Setup
from cleaner.steps.unglue import (
    blank,
    bracket,
    capital,
    credit,
    debris,
    dropcap,
    german,
    glued,
    hedge,
    joined,
    known,
    label,
    quote,
    spun,
    stop,
    torn,
)

_ENGLISH = frozenset({"en"})

RULES: tuple[Rule, ...] = (
    Rule("unglue.glued", glued.find, _ENGLISH),
    Rule("unglue.capital", capital.after_name, _ENGLISH),
    Rule("unglue.anchor", capital.anchor, _ENGLISH),
    Rule("unglue.known", known.find, _ENGLISH),
    Rule("unglue.german", german.find, frozenset({"de"})),
    Rule("unglue.joined", joined.find, joined.LANGUAGES),
    Rule("unglue.torn", torn.find, _ENGLISH),
    Rule("unglue.stop", stop.find),
    Rule("unglue.blank", blank.find),
    Rule("unglue.bracket", bracket.find),
    Rule("unglue.debris", debris.find),
    Rule("unglue.dropcap", dropcap.find),
    Rule("unglue.label", label.find),
    Rule("unglue.credit", credit.find),
    Rule("unglue.quote", quote.find),
    Rule("unglue.hedge", hedge.find, _ENGLISH),
    Rule("unglue.spun", spun.find, _ENGLISH),
)


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[unglue]`` table: none yet."""


def build(options: Options, setup: Setup) -> Step:
    """Return the step; two of its rules look for the names of the glossaries."""
    find = {
        "unglue.known": partial(known.find, names=known.names_of(setup.terms)),
        "unglue.spun": partial(spun.find, forms=spun.forms_of(setup.terms)),
    }
    rules = tuple(replace(r, find=find.get(r.id, r.find)) for r in RULES)
    return RuleStep("unglue", rules, setup.policy, again=True)
