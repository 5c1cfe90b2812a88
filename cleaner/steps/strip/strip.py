"""Every rule looks at the page, the surest lines go, the article's fields are marked."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from cleaner.document import VERBATIM, Document, Mark, Policy
from cleaner.edit import Edit
from cleaner.steps.strip.dates import page_dates
from cleaner.steps.strip.fields import fields
from cleaner.steps.strip.initials import initials_edit, signed
from cleaner.steps.strip.judge import DOUBT, judged
from cleaner.steps.strip.label import buttons, labels
from cleaner.steps.strip.navigation import navigation
from cleaner.steps.strip.notice import comments, notices
from cleaner.steps.strip.page import Line, Page, page_of
from cleaner.steps.strip.removal import Drop, Left, deletions, left_of, surest
from cleaner.steps.strip.repeated import repeats
from cleaner.steps.strip.teaser import teasers

if TYPE_CHECKING:
    from cleaner.steps.strip.features import Sight  # imports numpy

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

    def sights(self, pages: Sequence[Page], /) -> Sequence[Sight]:
        """What is seen of the lines of each page."""
        ...

    def article(self, pages: Sequence[Page], seen: Sequence[Sight], /) -> Sequence[Sequence[float]]:
        """One chance a line, in [0, 1], for each page."""
        ...


@dataclass(slots=True)
class _Case:
    """A document whose lines are being looked at.

    Attributes:
        doc: The document.
        whole: Its text as a page.
        left: What is left of the page.
        seen: What the judge sees of the whole; None if it is not asked.
        gone: The lines that are taken out, by their index in the whole.
        cuts: What is taken out of lines that stay, likewise.
        found: What was found at the last look, in the lines that are left.
        marks: The fields, in the offsets of what is left.
    """

    doc: Document
    whole: Page
    left: Left
    seen: Sight | None
    gone: dict[int, Drop] = field(default_factory=dict)
    cuts: dict[int, Edit] = field(default_factory=dict)
    found: list[Drop] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def apart(self) -> list[Drop]:
        """The lines that hold fields which will leave the text, as if they were to go."""
        lines = _lines_of(self.left.page, (m for m in self.marks if m.name != "title"))
        return [Drop(i, "", "", 1.0) for i in lines]


@dataclass(frozen=True, slots=True)
class Strip:
    """Takes lines out and marks fields.

    It looks again at what it leaves until it would take out nothing more, with the
    fields in place and without them: a stripped text stays as it is.

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
        asked = [page for page in pages if self._worth(page)]
        seen = dict(zip(map(id, asked), self.judge.sights(asked) if self.judge else (), strict=False))
        cases = [
            _Case(doc, page, left_of(page, (), ()), seen.get(id(page)))
            for doc, page in zip(docs, pages, strict=True)
        ]
        looked_at = cases
        while looked_at:
            self._look(looked_at)
            looked_at = [case for case in looked_at if self._take(case)]
        return [self._done(case) for case in cases]

    def _worth(self, page: Page) -> bool:
        """True if a page has prose, and more than a headline besides."""
        return page.last >= 0 and sum(not line.prose for line in page.lines) >= _OTHERS

    def _look(self, cases: Sequence[_Case]) -> None:
        """Find fields, and what should go: with the fields in place, or else without them."""
        for case, chances in zip(cases, self._chances(cases, [case.left for case in cases]), strict=True):
            case.marks = [*fields(case.left.page, case.doc.meta.get("title", ""), chances)]
            case.found = self._found(case.left.page, case.marks, chances)
        bare = [c for c in cases if self.judge and not any(d.goes for d in c.found) and c.apart]
        lefts = [left_of(case.left.page, case.apart, ()) for case in bare]
        pairs = zip(bare, lefts, strict=True)
        whole = [Left(left.page, tuple(case.left.number[i] for i in left.number)) for case, left in pairs]
        for case, left, chances in zip(bare, lefts, self._chances(bare, whole), strict=True):
            title = [*fields(left.page, case.doc.meta.get("title", ""), chances)]
            more = self._found(left.page, title, chances)
            case.found = surest([*case.found, *(replace(d, index=left.number[d.index]) for d in more)])

    def _chances(self, cases: Sequence[_Case], lefts: Sequence[Left]) -> list[Sequence[float]]:
        """What the judge says of what is left of cases; nothing of a page that is not worth it."""
        chances: list[Sequence[float]] = [()] * len(cases)
        if self.judge:
            asked = [i for i, left in enumerate(lefts) if self._worth(left.page)]
            fresh = [i for i in asked if cases[i].cuts]  # the cut lines look different
            seen = dict(zip(fresh, self.judge.sights([lefts[i].page for i in fresh]), strict=True))
            for i in asked:
                if i not in seen and (known := cases[i].seen):
                    seen[i] = known if len(known.rows) == len(lefts[i].number) else known.of(lefts[i].number)
            found = self.judge.article([lefts[i].page for i in asked], [seen[i] for i in asked])
            for i, chance in zip(asked, found, strict=True):
                chances[i] = chance
        return chances

    def _found(self, page: Page, marks: Iterable[Mark], chances: Sequence[float]) -> list[Drop]:
        """What rules and judge say of a page, one drop a line."""
        drops = [d for rule_id, lines in LINES if rule_id not in self.policy.off for d in lines(page)]
        drops += (d for d in repeats(page, self.repeated, chances) if d.rule not in self.policy.off)
        drops = [replace(d, goes=d.confidence >= self.policy.apply_at) for d in drops]
        if len(chances):
            said, held = judged(page, chances, set(_lines_of(page, marks)))
            drops = [d for d in drops if d.index not in held]
            goes = (replace(d, goes=d.confidence > DOUBT and d.confidence >= self.bar) for d in said)
            drops += (d for d in goes if d.rule not in self.policy.off)
        return surest(drops)

    def _take(self, case: _Case) -> bool:
        """Take out what is to go; True if that left something to look at again."""
        number, whole = case.left.number, case.whole
        case.found = [replace(d, index=number[d.index]) for d in case.found]
        if any(mark.name == VERBATIM for mark in case.doc.marks):
            case.found = [d for d in case.found if not _verbatim(case.doc, whole.lines[d.index])]
        sure = {d.index: d for d in case.found if d.goes}
        signs = {} if case.cuts else _cuts(case.left, whole)
        if sure or signs:
            case.gone |= sure
            case.cuts |= signs
            case.left = left_of(whole, case.gone.values(), case.cuts.values())
        return bool(sure or signs)

    def _done(self, case: _Case) -> Document:
        """The document with its lines taken out, its doubts proposed, its fields marked."""
        made = [*deletions(case.whole, case.gone.values()), *case.cuts.values()]
        lowest = min([self.policy.apply_at, *(e.confidence for e in made)])
        doubts = (d if d.confidence < lowest else replace(d, confidence=DOUBT) for d in case.found)
        edits = [*made, *(e for d in doubts for e in deletions(case.whole, [d]))]
        done = replace(case.doc, marks=_merged(case.doc.marks, case.left.moved(case.marks, case.whole)))
        return done.revise("strip", edits, replace(self.policy, apply_at=lowest))


def _cuts(left: Left, whole: Page) -> dict[int, Edit]:
    """The initials at the end of what is left, as an edit of the whole."""
    return {
        left.number[i]: initials_edit(whole.lines[left.number[i]].start + at, old)
        for i, at, old in signed(left.page)
    }


def _lines_of(page: Page, marks: Iterable[Mark]) -> list[int]:
    """The lines that marks begin in."""
    starts = [line.start for line in page.lines]
    return sorted({bisect(starts, mark.start) - 1 for mark in marks})


def _verbatim(doc: Document, line: Line) -> bool:
    return any(m.name == VERBATIM and line.start < m.end and m.start < line.end for m in doc.marks)


def _merged(old: Iterable[Mark], new: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of the fields found now, and those of the format that are no such fields."""
    found = tuple(new)
    names = {m.name for m in found}
    return tuple(sorted((*(m for m in old if m.name not in names), *found), key=lambda m: (m.start, m.end)))
