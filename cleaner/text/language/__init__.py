"""The language of a text and of each of its sentences, offline, or no answer where there is no telling."""

from __future__ import annotations

from cleaner.text.language.guess import Guess, guesses, identify
from cleaner.text.language.labels import Labelled, label
from cleaner.text.language.tags import group, same

__all__ = ["Guess", "Labelled", "group", "guesses", "identify", "label", "same"]
