"""What is wrong and has no sure repair: findings, for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass

from cleaner.pipeline import Rule, RuleStep, Step
from cleaner.steps.base import Setup
from cleaner.steps.check import hearsay, negation, quotation, repeats

_ENGLISH = frozenset({"en"})

RULES: tuple[Rule, ...] = (
    Rule("check.quotation", quotation.find),
    Rule("check.negation", negation.find, _ENGLISH),
    Rule("check.hearsay", hearsay.find, _ENGLISH),
    Rule("check.repeat", repeats.sentence),
    Rule("check.stutter", repeats.stutter),
)


@dataclass(frozen=True, slots=True)
class Options:
    """Keys of the profile's ``[check]`` table: none yet."""


def build(options: Options, setup: Setup) -> Step:
    """Return the step."""
    return RuleStep("check", RULES, setup.policy)
