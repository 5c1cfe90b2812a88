"""The document: a text and how it came to read so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import accumulate

from cleaner.edit import Alignment, Edit, apply, invert, resolve, trace
from cleaner.errors import EditError
from cleaner.history import Change, Finding, Revision, changes, left_on, root, woven
from cleaner.weave import Weave

VERBATIM = "verbatim"
"""Name of the marks of what no step may touch: code, front matter."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A named span of the current text.

    A field of the article (title, caption, credit, byline, date), or ``VERBATIM``.
    """

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Policy:
    """Which edits are made, which only proposed, which dropped.

    Attributes:
        apply_at: Confidence from which an edit is made, in [0, 1]; above 1 nothing is.
        suggest_at: Confidence from which it is proposed for review instead.
        off: Ids of rules that are switched off.
    """

    apply_at: float = 0.9
    suggest_at: float = 0.5
    off: Set[str] = frozenset()


@dataclass(frozen=True)
class Document:
    """A text and its history.  Never changed in place.

    Attributes:
        id: Stable within a run, e.g. ``inbox/a.jsonl#12``.
        text: The text as it now reads.
        lang: BCP 47 tag of ``text``, once known.
        meta: What reader and steps know: encoding, title, caption, date, a JSON line's other keys.
        marks: Fields of the article that still stand in the text, in the offsets of ``text``.
        history: One revision for each step that changed, proposed or found something.
    """

    id: str
    text: str
    lang: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    history: tuple[Revision, ...] = ()

    def revise(self, step: str, found: Iterable[Edit | Finding], policy: Policy = Policy()) -> Document:
        """Return the document after ``step``; the same one if it had nothing to say.

        Edits that clash with a surer one, or touch a verbatim span, are kept as proposals.

        Raises:
            EditError: an edit was found in another text than ``self.text``.
        """
        heard = [x for x in found if x.rule not in policy.off]
        least = min(policy.suggest_at, policy.apply_at)  # what may be made need not be worth a proposal
        edits = [e for e in heard if isinstance(e, Edit) and e.confidence >= least]
        barred = _in_verbatim(self.marks)
        sure = [e for e in edits if e.confidence >= policy.apply_at and not barred(e)]
        made, _ = resolve(sure)
        done = {(e.start, e.old, e.new) for e in made}
        rest = set(edits) - set(made)
        proposed = sorted(e for e in rest if (e.start, e.old, e.new) not in done)
        findings = sorted({f for f in heard if isinstance(f, Finding)})
        if not (made or proposed or findings):
            return self
        revision = Revision(step, self.text, tuple(made), tuple(proposed), tuple(findings))
        return replace(
            self,
            text=apply(self.text, made),
            marks=_moved(self.marks, made),
            history=(*self.history, revision),
        )

    @property
    def source(self) -> str:
        """The text as it was read."""
        return self.history[0].before if self.history else self.text

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of ``text`` back to the span of ``source`` it came from."""
        for revision in reversed(self.history):
            start, end = trace(revision.made, start, end)
        return start, end

    def changes(self) -> Iterator[Change]:
        """Every edit of the history, made or proposed, by revision and place."""
        return changes(self.history)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of the history, its span moved to where it stands in ``text`` now."""
        return tuple(
            replace(f, start=start, end=end)
            for number, revision in enumerate(self.history)
            for f in revision.found
            for start, end in [self._forward(number, f.start, f.end)]
        )

    def span(self, change: Change) -> tuple[int, int]:
        """Where the outcome of a change stands in ``text`` now: the new text if made, the old if proposed."""
        return self._weave.span(root(self.history, change))

    def undo(self, change: Change) -> Document:
        """Take one made change back, whatever came after it; a decision too.

        Raises:
            EditError: it was only proposed, is taken back already, or a later change rewrote the same words.
        """
        if change.state != "made":
            raise EditError(f"{change.edit.rule}: a proposal was never made, so it cannot be undone")
        return self._decide("undo", change)

    def accept(self, change: Change) -> Document:
        """Make a proposed change.

        Raises:
            EditError: it is made already, or a later change rewrote the same words.
        """
        if change.state != "proposed":
            raise EditError(f"{change.edit.rule}: this change is made already")
        return self._decide("accept", change)

    def pairs(self, step: str = "translate") -> Iterator[tuple[str, str]]:
        """Source and target of each segment that ``step`` rewrote."""
        return ((c.edit.old, c.edit.new) for c in self.changes() if (c.step, c.state) == (step, "made"))

    def _decide(self, step: str, change: Change) -> Document:
        edit, own = change.edit, root(self.history, change)
        if self._weave.is_on(own) != left_on(self.history, change):
            raise EditError(f"{edit.rule}: this change is decided already: {step} the decision instead")
        turned = self._weave.turned(own)
        old, new = (edit.new, edit.old) if step == "undo" else (edit.old, edit.new)
        start, end = self.span(change)
        if (self._weave.says(own), turned.says(own)) != (old, new):
            stands = self.text[start:end]
            raise EditError(f"{edit.rule}: {old!r} reads {stands!r} now: undo the later change first")
        made = (Edit(start, old, new, edit.rule, f"{step} {edit.rule}: {edit.why}"),)
        return replace(
            self,
            text=apply(self.text, made),
            marks=_moved(self.marks, made),
            history=(*self.history, Revision(step, self.text, made, decides=change)),
        )

    @cached_property
    def _weave(self) -> Weave[Change]:
        return woven(self.source, self.history)

    @cached_property
    def _ways(self) -> tuple[Alignment, ...]:
        """For each revision, the way from its text to the next."""
        return tuple(Alignment(invert(r.made)) for r in self.history)

    def _forward(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Map a span of the text before revision ``number`` to ``text``."""
        return reduce(lambda span, way: way.origin(*span), self._ways[number:], (start, end))


def _in_verbatim(marks: Iterable[Mark]) -> Callable[[Edit], bool]:
    """Tells of an edit whether it touches what no step may; each answer by bisection."""
    spans = sorted((m.start, m.end) for m in marks if m.name == VERBATIM)
    starts = [start for start, _ in spans]
    reach = list(accumulate((end for _, end in spans), max, initial=0))  # of the marks before each

    return lambda edit: reach[bisect_left(starts, edit.end)] > edit.start


def _moved(marks: tuple[Mark, ...], made: Iterable[Edit]) -> tuple[Mark, ...]:
    if not marks:
        return ()
    way = Alignment(invert(made))
    return tuple(Mark(m.name, *way.origin(m.start, m.end)) for m in marks)
