"""Every rule looks at the page, the surest lines go, the article's fields are marked."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Protocol

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.steps.strip.dates import page_dates
from cleaner.steps.strip.fields import fields, line_key
from cleaner.steps.strip.initials import initials_edit, signed
from cleaner.steps.strip.judge import DOUBT, judged
from cleaner.steps.strip.label import buttons, labels
from cleaner.steps.strip.navigation import navigation
from cleaner.steps.strip.notice import comments, notices
from cleaner.steps.strip.page import Line, Page, page_of
from cleaner.steps.strip.removal import Drop, Left, deletions, left_of, surest
from cleaner.steps.strip.repeated import repeats
from cleaner.steps.strip.teaser import teasers

LINES: tuple[tuple[str, Callable[[Page], Iterable[Drop]]], ...] = (
    ("strip.navigation", navigation),
    ("strip.label", labels),
    ("strip.button", buttons),
    ("strip.date", page_dates),
    ("strip.teaser", teasers),
    ("strip.notice", notices),
    ("strip.comment", comments),
)
_OTHERS = 2  # lines that are no paragraphs; with fewer a page has no chrome that is worth a look


class Judge(Protocol):
    """What tells how likely each line of a page is of its article: a ``LineModel``."""

    def article(self, pages: Sequence[Page], /) -> Sequence[Sequence[float]]:
        """One chance a line, in [0, 1], for each page; no page is empty."""
        ...


@dataclass(slots=True)
class _Case:
    """A document whose lines are being looked at.

    Attributes:
        doc: The document.
        whole: Its text as a page.
        left: What is left of the page.
        chances: Of each line of the whole to be of the article; empty if the judge was not asked.
        said: What the judge holds for chrome, by index in the whole.
        held: The lines that no rule may take out, likewise.
        gone: The lines that are taken out, likewise.
        cuts: What is taken out of lines that stay, likewise.
        found: What was found at the last look, by index in the whole.
        marks: The fields.
    """

    doc: Document
    whole: Page
    left: Left
    chances: Sequence[float]
    said: Sequence[Drop] = ()
    held: Set[int] = frozenset()
    gone: dict[int, Drop] = field(default_factory=dict)
    cuts: dict[int, Edit] = field(default_factory=dict)
    found: list[Drop] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Strip:
    """Takes lines out and marks fields.

    The judge looks at the page once: what it would say of the rest alone costs more of
    the article than it finds of the page.  The rules look again at what is left until
    they would take out nothing more.

    Attributes:
        policy: Which lines the rules take out, and which are proposed.
        judge: The line model, if it is asked.
        bar: Its lines are taken out from this confidence, and never at ``DOUBT``.
        repeated: Lines known to stand in several documents.
    """

    policy: Policy
    judge: Judge | None = None
    bar: float = DOUBT
    repeated: Set[str] = frozenset()

    def __call__(self, doc: Document, /) -> Document:
        """Return the document without its page."""
        return self.batch([doc])[0]

    def batch(self, docs: Sequence[Document], /) -> list[Document]:
        """Return the documents without their pages; the judge sees them all at once."""
        pages = [page_of(doc.text) for doc in docs]
        asked = [page for page in pages if self.judge and _worth(page)]
        told = dict(zip(map(id, asked), self.judge.article(asked) if self.judge else (), strict=True))
        return [
            self._stripped(doc, page, told.get(id(page), ())) for doc, page in zip(docs, pages, strict=True)
        ]

    def _stripped(self, doc: Document, page: Page, chances: Sequence[float]) -> Document:
        case = _Case(doc, page, left_of(page, (), {}), chances)
        case.marks = _fields(case)
        case.held = headline = {*_headline(case)}
        if len(chances):
            said, held = judged(page, chances, _lines_of(case))
            case.held = held | headline
            goes = (d._replace(goes=d.confidence > DOUBT and d.confidence >= self.bar) for d in said)
            case.said = [d for d in goes if d.rule not in self.policy.off]
        self._look(case)
        while self._take(case):
            case.marks = _fields(case)
            self._look(case)
        return self._done(case)

    def _look(self, case: _Case) -> None:
        """Find what should go of what is left, one drop a line; the fields stay."""
        page, number, off = case.left.page, case.left.number, self.policy.off
        drops = [d for rule_id, lines in LINES if rule_id not in off for d in lines(page)]
        if self.repeated:
            chances = [case.chances[i] for i in number] if len(case.chances) else ()
            drops += (d for d in repeats(page, self.repeated, chances) if d.rule not in off)
        told = [d._replace(line=number[d.line], goes=d.confidence >= self.policy.apply_at) for d in drops]
        fixed = {*_lines_of(case), *case.gone}
        case.found = surest(
            [*(d for d in told if d.line not in case.held), *(d for d in case.said if d.line not in fixed)]
        )

    def _take(self, case: _Case) -> bool:
        """Take out what is to go; True if that left something to look at again."""
        whole = case.whole
        if any(mark.name == VERBATIM for mark in case.doc.marks):
            case.found = [d for d in case.found if not _verbatim(case.doc, whole.lines[d.line])]
        sure = {d.line: d for d in case.found if d.goes}
        signs = {} if case.cuts else _cuts(case.left)
        if sure or signs:
            case.gone |= sure
            case.cuts |= signs
            case.left = left_of(whole, case.gone, {i: edit.start for i, edit in case.cuts.items()})
        return bool(sure or signs)

    def _done(self, case: _Case) -> Document:
        """The document with its lines taken out, its doubts proposed, its fields marked."""
        made = [*deletions(case.whole, case.gone.values()), *case.cuts.values()]
        lowest = min([self.policy.apply_at, *(e.confidence for e in made)])
        doubts = (d if d.confidence < lowest else d._replace(confidence=DOUBT) for d in case.found)
        edits = [*made, *(e for d in doubts for e in deletions(case.whole, [d]))]
        done = replace(case.doc, marks=_merged(case.doc.marks, case.marks))
        return done.revise("strip", edits, replace(self.policy, apply_at=lowest))


def _worth(page: Page) -> bool:
    """True if a page has prose, and more than a headline besides."""
    return page.last >= 0 and sum(not line.prose for line in page.lines) >= _OTHERS


def _fields(case: _Case) -> list[Mark]:
    """The fields of the article, in what is left of its page."""
    chances = [case.chances[i] for i in case.left.number] if len(case.chances) else ()
    return [*fields(case.left.page, case.doc.meta.get("title", ""), chances)]


def _headline(case: _Case) -> Iterator[int]:
    """The line that the format calls the headline: no rule knows better."""
    title = line_key(case.doc.meta.get("title", ""))
    for i in case.whole.head:
        if title and line_key(case.whole.lines[i].text) == title:
            yield i
            return


def _cuts(left: Left) -> dict[int, Edit]:
    """The initials at the end of what is left, by the line's index in the whole."""
    return {
        left.number[i]: initials_edit(left.page.lines[i].start + at, old) for i, at, old in signed(left.page)
    }


def _lines_of(case: _Case) -> set[int]:
    """The lines that the fields stand in, by index in the whole."""
    starts = [line.start for line in case.whole.lines]
    return {bisect(starts, mark.start) - 1 for mark in case.marks}


def _verbatim(doc: Document, line: Line) -> bool:
    return any(m.name == VERBATIM and line.start < m.end and m.start < line.end for m in doc.marks)


def _merged(old: Iterable[Mark], new: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of the fields found now, and those of the format that are no such fields."""
    found = tuple(new)
    names = {m.name for m in found}
    return tuple(sorted((*(m for m in old if m.name not in names), *found), key=lambda m: (m.start, m.end)))
