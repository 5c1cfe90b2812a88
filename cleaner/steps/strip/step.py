"""The step: every rule looks at the page, the surest lines go, the article's fields are marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import wraps

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup
from cleaner.steps.strip.dates import page_dates
from cleaner.steps.strip.fields import fields
from cleaner.steps.strip.initials import initials
from cleaner.steps.strip.label import buttons, labels
from cleaner.steps.strip.navigation import navigation
from cleaner.steps.strip.notice import comments, notices
from cleaner.steps.strip.page import Line, Page, page_of
from cleaner.steps.strip.removal import Drop, deletions, surest
from cleaner.steps.strip.teaser import teasers

Lines = Callable[[Page], Iterable[Drop]]


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a profile's [strip] table."""


def _rule(rule_id: str, lines: Lines) -> Rule:
    """A rule about whole lines, as a rule about text."""

    @wraps(lines)
    def find(text: str) -> Iterator[Edit]:
        page = page_of(text)
        return deletions(page, lines(page))

    return Rule(rule_id, find)


_LINES: tuple[tuple[str, Lines], ...] = (
    ("strip.navigation", navigation),
    ("strip.label", labels),
    ("strip.button", buttons),
    ("strip.date", page_dates),
    ("strip.teaser", teasers),
    ("strip.notice", notices),
    ("strip.comment", comments),
)
RULES: tuple[Rule, ...] = (
    *(_rule(rule_id, lines) for rule_id, lines in _LINES),
    Rule("strip.initials", initials),
)


@dataclass(frozen=True, slots=True)
class Strip:
    """Takes lines out and marks fields."""

    options: Options
    policy: Policy

    def __call__(self, doc: Document, /) -> Document:
        """Return the document without its page."""
        page = page_of(doc.text)
        drops = [d for d in self._drops(page) if not _verbatim(doc, page.lines[d.index])]
        sure = [d for d in surest(drops) if d.confidence >= self.policy.apply_at]
        going = {d.index for d in sure}
        unsure = [d for d in surest(drops) if d.index not in going]
        marks = fields(page, going, doc.meta.get("title", ""))
        edits = [
            *deletions(page, sure),
            *(e for d in unsure for e in deletions(page, [d])),
            *initials(doc.text),
        ]
        return replace(doc, marks=_merged(doc.marks, marks)).revise("strip", edits, self.policy)

    def _drops(self, page: Page) -> Iterator[Drop]:
        for rule_id, lines in _LINES:
            if rule_id not in self.policy.off:
                yield from lines(page)


def _verbatim(doc: Document, line: Line) -> bool:
    return any(m.name == VERBATIM and line.start < m.end and m.start < line.end for m in doc.marks)


def _merged(old: Iterable[Mark], new: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of the fields found now, and those of the format that are no such fields."""
    found = tuple(new)
    names = {m.name for m in found}
    return tuple(sorted((*(m for m in old if m.name not in names), *found), key=lambda m: (m.start, m.end)))


def build(options: Options, setup: Setup) -> Step:
    """The step, for one profile."""
    return Strip(options, setup.policy)
