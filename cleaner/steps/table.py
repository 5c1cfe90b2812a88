"""The steps there are.  A new one is a file and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup

STEPS = ("repair", "strip", "detect", "unglue", "translate", "normalize", "lift", "check")
"""Names of the steps, in the order they are meant to follow one another."""


class StepModule(Protocol):
    """What a module in ``cleaner/steps`` offers."""

    Options: type[Any]
    RULES: tuple[Rule, ...]

    def build(self, options: Any, setup: Setup) -> Step:
        """Return the step for a profile's options."""
        ...


def step_module(name: str) -> StepModule:
    """Return the module of a step, imported when it is first asked for."""
    if name not in STEPS:
        raise KeyError(name)
    return import_module(f"cleaner.steps.{name}")


def all_rules() -> dict[str, Rule]:
    """Every rule of every step, by id."""
    return {rule.id: rule for name in STEPS for rule in step_module(name).RULES}
