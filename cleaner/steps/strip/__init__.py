"""Strip: take out the lines that are of the page and not of the article, and mark the article's fields."""

from __future__ import annotations

from cleaner.steps.strip.step import RULES, Options, build

__all__ = ["RULES", "Options", "build"]
