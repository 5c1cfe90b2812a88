"""Lift: move the article's fields out of its text, once every other step has repaired them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cleaner.document import Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a profile's [lift] table.

    Attributes:
        fields: Which marked fields leave the text; the title always stays in it.
    """

    fields: tuple[str, ...] = ("caption", "credit", "byline", "date")


RULES: tuple[Rule, ...] = ()  # what is lifted was found by the step that marked it


@dataclass(frozen=True, slots=True)
class Lift:
    """Moves marked spans into the document's meta data."""

    options: Options
    policy: Policy

    def __call__(self, doc: Document, /) -> Document:
        """Return the document without the fields in its text."""
        wanted = [m for m in _apart(doc.marks) if self._leaves(m)]
        lifted = doc.revise("lift", _edits(doc.text, wanted), self.policy)
        gone = {m.name for m in wanted}
        left = tuple(m for m in lifted.marks if m.name not in gone)
        return replace(lifted, meta=_meta(doc, wanted), marks=left)

    def _leaves(self, mark: Mark) -> bool:
        wanted = mark.name in self.options.fields and mark.name != "title"
        return wanted and f"lift.{mark.name}" not in self.policy.off


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Marks in order that hold something; of two that overlap, the first."""
    end = -1
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        if max(end, mark.start) == mark.start and mark.start < mark.end:
            yield mark
            end = mark.end


def _meta(doc: Document, lifted: Sequence[Mark]) -> dict[str, str]:
    """The document's meta data with the fields' texts, several of one name a line each."""
    meta = dict(doc.meta)
    title = [m for m in doc.marks if m.name == "title"]
    for name in dict.fromkeys(m.name for m in (*title, *lifted)):
        texts = [doc.text[m.start : m.end] for m in (*title, *lifted) if m.name == name]
        meta[name] = "\n".join(texts)
    return meta


def _edits(text: str, marks: Sequence[Mark]) -> Iterator[Edit]:
    """One deletion a field, the white space around it closed up."""
    gone_to, last = 0, _trailing(text, marks)
    for mark in marks:
        start, end = _widened(text, mark, gone_to, at_end=mark.start >= last)
        why = f"the {mark.name} of the article, kept as its field"
        yield Edit(start, text[start:end], "", f"lift.{mark.name}", why)
        gone_to = end


def _trailing(text: str, marks: Sequence[Mark]) -> int:
    """Where the fields begin that have nothing but fields after them."""
    end = len(text)
    for mark in reversed(marks):
        if text[mark.end : end].strip():
            break
        end = mark.start
    return end


def _widened(text: str, mark: Mark, gone_to: int, *, at_end: bool) -> tuple[int, int]:
    """The mark with the white space that only it needed, after what is gone already.

    Of a line that is left empty also the gap after it goes, at the end of the text
    the gap before it; of a line that keeps its beginning only the space before.
    """
    line = max(text.rfind("\n", 0, mark.start) + 1, gone_to)
    if text[line : mark.start].strip() or at_end:
        return max(len(text[: mark.start].rstrip()), gone_to), mark.end
    return line, mark.end + len(text[mark.end :]) - len(text[mark.end :].lstrip())


def build(options: Options, setup: Setup) -> Step:
    """The step, for one profile."""
    return Lift(options, setup.policy)
