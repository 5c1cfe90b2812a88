"""The step: every rule looks at the page, the surest lines go, the article's fields are marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Protocol

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.errors import ProfileError
from cleaner.pipeline import Rule, Step
from cleaner.steps.base import Setup
from cleaner.steps.strip.dates import page_dates
from cleaner.steps.strip.fields import fields
from cleaner.steps.strip.initials import initials, initials_edit, signed
from cleaner.steps.strip.judge import MEASURED, judged
from cleaner.steps.strip.label import buttons, labels
from cleaner.steps.strip.navigation import navigation
from cleaner.steps.strip.notice import comments, notices
from cleaner.steps.strip.page import Line, Page, page_of
from cleaner.steps.strip.removal import Drop, Left, deletions, left_of, surest
from cleaner.steps.strip.teaser import teasers

MODELS = ("careful", "bold", "off")
_BOLD = MEASURED[-1][1]  # confidence from which the bold model takes out: more likely chrome than not
_OTHERS = 2  # lines that are no paragraphs; with fewer a page has no chrome that is worth a look

Lines = Callable[[Page], Iterable[Drop]]


class Judge(Protocol):
    """What tells how likely each line of a page is of its article: a ``LineModel``."""

    def article(self, page: Page, /) -> Iterable[float]:
        """One chance a line, in [0, 1]."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """The keys of a profile's [strip] table.

    Attributes:
        model: What the line model may do besides the rules: "careful" takes out the lines that it is as
            sure of as the policy demands, and proposes others; "bold" takes out all that are more likely
            chrome than not, for crawled pages; "off" leaves it asleep.
    """

    model: str = "careful"


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
    """Takes lines out and marks fields.

    It looks again at what it leaves until it would take out nothing more, with the
    fields in place and without them: a stripped text stays as it is.

    Attributes:
        policy: Which lines are taken out, which proposed.
        judge: The line model, if it is asked.
    """

    policy: Policy
    judge: Judge | None = None

    def __call__(self, doc: Document, /) -> Document:
        """Return the document without its page."""
        whole = page_of(doc.text)
        spared = {i for i, line in enumerate(whole.lines) if _verbatim(doc, line)}
        gone: dict[int, Drop] = {}
        cuts: dict[int, Edit] = {}
        while True:
            left = left_of(whole, gone.values(), cuts.values())
            marks, drops = self._look(left.page, doc.meta.get("title", ""))
            drops = [replace(d, index=left.number[d.index]) for d in drops]
            drops = [d for d in drops if d.index not in spared]
            sure = {d.index: d for d in drops if d.confidence >= self.policy.apply_at}
            signs = {} if cuts else _cuts(left, whole)
            if not sure and not signs:
                break
            gone |= sure
            cuts |= signs
        edits = [*deletions(whole, gone.values()), *cuts.values()]
        edits += [e for d in drops for e in deletions(whole, [d])]
        done = replace(doc, marks=_merged(doc.marks, left.moved(marks, whole)))
        return done.revise("strip", edits, self.policy)

    def _look(self, page: Page, title: str) -> tuple[list[Mark], list[Drop]]:
        """The fields of a page, and what should go, with the fields in place or else without them."""
        chances = self._chances(page)
        marks = [*fields(page, title, chances)]
        drops = self._drops(page, marks, chances)
        apart = [Drop(i, "", "", 1.0) for i in _lines_of(page, (m for m in marks if m.name != "title"))]
        if apart and self.judge and not any(d.confidence >= self.policy.apply_at for d in drops):
            bare = left_of(page, apart, ())
            title_only = [*fields(bare.page, title, chances := self._chances(bare.page))]
            more = self._drops(bare.page, title_only, chances)
            drops = surest([*drops, *(replace(d, index=bare.number[d.index]) for d in more)])
        return marks, drops

    def _chances(self, page: Page) -> Sequence[float]:
        """What the model says; nothing of a text without prose, or of paragraphs under a headline alone."""
        others = sum(not line.prose for line in page.lines)
        return [*self.judge.article(page)] if self.judge and page.last >= 0 and others >= _OTHERS else ()

    def _drops(self, page: Page, marks: Iterable[Mark], chances: Sequence[float]) -> list[Drop]:
        drops = [d for rule_id, lines in _LINES if rule_id not in self.policy.off for d in lines(page)]
        if chances:
            found = judged(page, chances, set(_lines_of(page, marks)))
            drops += (d for d in found if d.rule not in self.policy.off)
        return surest(drops)


def _cuts(left: Left, whole: Page) -> dict[int, Edit]:
    """The initials at the end of what is left, as an edit of the whole."""
    return {
        left.number[i]: initials_edit(whole.lines[left.number[i]].start + at, old)
        for i, at, old in signed(left.page)
    }


def _lines_of(page: Page, marks: Iterable[Mark]) -> Iterator[int]:
    spans = [(m.start, m.end) for m in marks]
    for i, line in enumerate(page.lines):
        if any(line.start <= start < line.end for start, _ in spans):
            yield i


def _verbatim(doc: Document, line: Line) -> bool:
    return any(m.name == VERBATIM and line.start < m.end and m.start < line.end for m in doc.marks)


def _merged(old: Iterable[Mark], new: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of the fields found now, and those of the format that are no such fields."""
    found = tuple(new)
    names = {m.name for m in found}
    return tuple(sorted((*(m for m in old if m.name not in names), *found), key=lambda m: (m.start, m.end)))


def build(options: Options, setup: Setup) -> Step:
    """The step, for one profile.

    Raises:
        ProfileError: there is no such model.
    """
    if options.model not in MODELS:
        raise ProfileError(f"strip.model is {options.model!r}: known are {', '.join(MODELS)}")
    if options.model == "off":
        return Strip(setup.policy)
    from cleaner.steps.strip.model import shipped

    apply_at = setup.policy.apply_at
    if options.model == "bold":
        apply_at = min(apply_at, _BOLD)
    return Strip(replace(setup.policy, apply_at=apply_at), shipped())
