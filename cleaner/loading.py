"""The front door: a profile and glossaries in, something that cleans texts out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cleaner.document import Document
from cleaner.pipeline import Pipeline, Step
from cleaner.profile import Profile, load_profile
from cleaner.steps.base import Setup
from cleaner.steps.table import step_module
from cleaner.terms.entry import TermBase


@dataclass(frozen=True, slots=True)
class Cleaner:
    """Cleans texts one at a time or as a stream; made by ``load``.

    Attributes:
        profile: What it does, resolved.
        terms: The merged glossaries.
        pipeline: The steps.
    """

    profile: Profile
    terms: TermBase
    pipeline: Pipeline

    def __call__(self, text: str | Document) -> Document:
        """Return the cleaned document.

        >>> load("names")("Many of them fled, says Pro acyl in a report.").text
        'Many of them fled, says Pro Asyl in a report.'
        """
        return self.pipeline(self._document(text))

    def stream(self, texts: Iterable[str | Document], size: int = 64) -> Iterator[Document]:
        """Clean any number of texts, ``size`` in memory at once; equal to one by one."""
        return self.pipeline.stream(map(self._document, texts), size)

    def _document(self, text: str | Document) -> Document:
        doc = text if isinstance(text, Document) else Document("text", text)
        source = self.profile.table.get("from")
        return replace(doc, lang=source) if source and not doc.lang else doc


def load(
    profile: str | Path = "news",
    glossaries: Sequence[str | Path] = (),
    settings: Iterable[str] = (),
) -> Cleaner:
    """Return a ``Cleaner``.

    Args:
        profile: Name of a shipped profile, or a TOML file.
        glossaries: Names of shipped glossaries or files, besides those the profile names.
        settings: ``key=value`` over the profile, e.g. ``policy.apply_at=0.95``.

    Raises:
        ProfileError: the profile has faults; all are listed.
        GlossaryError: a glossary has faults; all are listed.
    """
    resolved = load_profile(profile, settings)
    terms = _terms([*resolved.table.get("glossaries", ()), *glossaries])
    steps = tuple(_step(name, resolved, terms) for name in resolved.steps)
    return Cleaner(resolved, terms, Pipeline(steps))


def _terms(names: Sequence[str | Path]) -> TermBase:
    if not names:
        return TermBase()
    from cleaner.terms.load import load as load_terms
    from cleaner.terms.load import shipped

    return load_terms(n for name in names for n in (shipped() if name == "*" else [name]))


def _step(name: str, profile: Profile, terms: TermBase) -> Step:
    table = profile.table
    setup = Setup(
        policy=profile.policy(name),
        terms=terms,
        source=table.get("from") or None,
        target=table.get("to") or None,
        languages=tuple(table.get("languages", ())),
    )
    return step_module(name).build(profile.options(name), setup)
