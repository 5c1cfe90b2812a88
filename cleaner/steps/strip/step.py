"""The step: its options and rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps

from cleaner.document import Policy
from cleaner.edit import Edit
from cleaner.errors import ProfileError
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup
from cleaner.steps.strip.initials import initials
from cleaner.steps.strip.judge import DOUBT
from cleaner.steps.strip.page import Page, page_of
from cleaner.steps.strip.removal import Drop, deletions
from cleaner.steps.strip.strip import LINES, Strip

MODELS = ("balanced", "careful", "off")

Lines = Callable[[Page], Iterable[Drop]]


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a profile's [strip] table.

    Attributes:
        model: What the line model may do besides the rules: "balanced" takes out what lies below the best
            cut of each page, unless the policy demands to be surer than usual; "careful" only lines that
            it is as sure of as the policy demands; both propose others; "off" leaves it asleep.
        repeated: Lines that stand in several documents of a site, as ``cleaner repeated`` prints them: taken
            out where the line model doubts them too, else proposed.
    """

    model: str = "balanced"
    repeated: tuple[str, ...] = ()


def _rule(rule_id: str, lines: Lines) -> Rule:
    """A rule about whole lines, as a rule about text."""

    @wraps(lines)
    def find(text: str) -> Iterator[Edit]:
        page = page_of(text)
        return deletions(page, lines(page))

    return Rule(rule_id, find)


RULES: tuple[Rule, ...] = (
    *(_rule(rule_id, lines) for rule_id, lines in LINES),
    Rule("strip.initials", initials),
)


def build(options: Options, setup: Setup) -> Step:
    """The step, for one profile.

    Raises:
        ProfileError: there is no such model.
    """
    if options.model not in MODELS:
        raise ProfileError(f"strip.model is {options.model!r}: known are {', '.join(MODELS)}")
    if options.model == "off":
        return Strip(setup.policy, repeated=frozenset(options.repeated))
    from cleaner.steps.strip.model import shipped

    usual = options.model == "balanced" and setup.policy.apply_at <= Policy().apply_at
    bar = DOUBT if usual else setup.policy.apply_at
    return Strip(setup.policy, shipped(), bar, frozenset(options.repeated))
