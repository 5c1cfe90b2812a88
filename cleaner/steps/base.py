"""What every step is built from."""

from __future__ import annotations

from dataclasses import dataclass, field

from cleaner.document import Policy
from cleaner.terms.entry import TermBase


@dataclass(frozen=True, slots=True)
class Setup:
    """What a profile and a command line give to every step.

    Attributes:
        policy: Which edits are made, which proposed.
        terms: The merged glossaries.
        source: Tag of the language the documents are in, where the user says so.
        target: Tag of the language they should be in; None to translate nothing.
        languages: Tags of the languages to expect; empty for all that are known.
    """

    policy: Policy = field(default_factory=Policy)
    terms: TermBase = field(default_factory=TermBase)
    source: str | None = None
    target: str | None = None
    languages: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Tags to tell a sentence by: the languages to expect and the two that were named; none for all."""
        named = [tag for tag in (self.source, self.target) if tag]
        wanted = self.languages
        return (*wanted, *(tag for tag in named if tag not in wanted)) if wanted else ()
