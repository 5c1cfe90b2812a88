"""Edits: claims that a span of one text should read differently.

Offsets are code points, half-open, and refer to the text the edit was found
in, never to the text after other edits.  Every other module speaks in edits;
this one imports nothing of ours but the errors.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cleaner.errors import EditError


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``old`` at ``start`` by ``new``, because ``rule`` says so.

    Attributes:
        start: Offset of the first code point replaced, 0 or more.
        old: The text replaced; empty for an insertion.
        new: The text put in its place; empty for a deletion.
        rule: Dotted id of the rule, e.g. ``repair.mojibake``.
        why: The evidence: a term entry, an ftfy plan, an engine and model.
        confidence: Estimated probability that the edit is right, in [0, 1].

    Raises:
        EditError: it changes nothing, starts before the text, or is surer than certain.
    """

    start: int
    old: str
    new: str
    rule: str
    why: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if self.old == self.new:
            raise EditError(f"{self.rule}: the edit at {self.start} changes nothing")
        if self.start < 0 or not 0 <= self.confidence <= 1:
            raise EditError(f"{self.rule}: start {self.start} or confidence {self.confidence} out of range")

    @property
    def end(self) -> int:
        """Offset after the last code point replaced."""
        return self.start + len(self.old)

    def overlaps(self, other: Edit) -> bool:
        """True if both touch a common code point, or start at one place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Edits by place; an insertion before what it stands in front of, insertions at one place as given."""
    return sorted(edits, key=lambda e: (e.start, e.end))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with ``edits`` made.

    >>> apply("a cat", [Edit(2, "cat", "dog", "demo")])
    'a dog'

    Raises:
        EditError: an edit overlaps another, or was found in another text.
    """
    out: list[str] = []
    pos = 0
    for edit in in_order(edits):
        if edit.start < pos:
            raise EditError(f"{edit.rule}: the edit at {edit.start} overlaps the one that ends at {pos}")
        if not text.startswith(edit.old, edit.start) or edit.start > len(text):
            stands = text[edit.start : edit.end]
            raise EditError(f"{edit.rule}: expected {edit.old!r} at {edit.start}, where {stands!r} stands")
        out += text[pos : edit.start], edit.new
        pos = edit.end
    return "".join(out) + text[pos:]


def invert(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that undo ``edits``, in the offsets of the new text.

    >>> invert([Edit(2, "cat", "dog", "demo")])[0].new
    'cat'
    """
    undo, shift = [], 0
    for e in in_order(edits):
        undo.append(Edit(e.start + shift, e.new, e.old, e.rule, e.why, e.confidence))
        shift += len(e.new) - len(e.old)
    return tuple(undo)


class Alignment:
    """Which span of the old text a span of the new one came from.

    Built once for many look-ups, each by bisection.  The way back, from old to
    new, is ``Alignment(invert(edits))``.
    """

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = in_order(edits)
        self._starts: list[int] = []  # of each edit, in the new text
        shift = 0
        for e in self._edits:
            self._starts.append(e.start + shift)
            shift += len(e.new) - len(e.old)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Map a span; one that touches an edit maps to the whole of what that edit replaced.

        An empty span maps to an empty one, unless it lies inside an edit.
        """
        if start == end:
            return self._point(start)
        return self._code_point(start)[0], self._code_point(end - 1)[1]

    def _code_point(self, at: int) -> tuple[int, int]:
        i = bisect(self._starts, at) - 1
        if i < 0:
            return at, at + 1
        beyond = at - self._starts[i] - len(self._edits[i].new)
        if beyond < 0:
            return self._edits[i].start, self._edits[i].end
        return self._edits[i].end + beyond, self._edits[i].end + beyond + 1

    def _point(self, at: int) -> tuple[int, int]:
        i = bisect(self._starts, at) - 1
        if i < 0:
            return at, at
        beyond = at - self._starts[i] - len(self._edits[i].new)
        if beyond < 0 and at > self._starts[i]:
            return self._edits[i].start, self._edits[i].end
        old = self._edits[i].end + beyond if beyond >= 0 else self._edits[i].start
        return old, old


def trace(edits: Iterable[Edit], start: int, end: int) -> tuple[int, int]:
    """Map a span of the new text to the span of the old one it came from.

    >>> trace([Edit(0, "a", "the", "demo")], 4, 7)
    (2, 5)
    """
    return Alignment(edits).origin(start, end)


def resolve(edits: Iterable[Edit]) -> tuple[list[Edit], list[Edit]]:
    """Split into (kept, lost): the surer edit wins, then the longer, then the earlier.

    The outcome depends on the edits alone, not on the order they come in.  Both
    lists are in the order of the text.
    """
    kept: list[Edit] = []
    lost: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (-e.confidence, -len(e.old), e)):
        i = bisect(kept, edit)
        near = kept[max(i - 1, 0) : i + 1]  # kept edits are disjoint: only neighbours can clash
        if any(edit.overlaps(k) for k in near):
            lost.append(edit)
        else:
            kept.insert(i, edit)
    return kept, sorted(lost)


_TOKEN = re.compile(r"\S+|\s")
_REACH = 64  # tokens looked ahead for the point where two texts agree again

Hunk = tuple[int, int, int, int]
"""Tokens [i, m) of the old text stand against [j, n) of the new."""


def between(
    old: str, new: str, rule: str, *, why: str = "", at: int = 0, confidence: float = 1.0
) -> Iterator[Edit]:
    """Yield the edits that turn ``old`` into ``new``: one for each run of changed words.

    For rewriters that only give back the whole text, such as ftfy.  Linear in
    the length (``difflib`` is quadratic: minutes on a long line); the price is
    that texts which also differ in their white space, and disagree for more
    than 64 tokens, become one edit from there on.

    >>> [(e.start, e.old, e.new) for e in between("it is schÃ¶n", "it is schön", "demo")]
    [(6, 'schÃ¶n', 'schön')]
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    done = 0  # tokens of ``a`` behind us
    for i, m, j, n in _runs(a, b) if _same_shape(a, b) else _hunks(a, b):
        at += sum(map(len, a[done:i]))
        gone = "".join(a[i:m])
        yield Edit(at, gone, "".join(b[j:n]), rule, why, confidence)
        at += len(gone)
        done = m


def _same_shape(a: list[str], b: list[str]) -> bool:
    """True if the same white space parts as many words."""
    pairs = zip(a, b, strict=False)
    return len(a) == len(b) and all(x == y or not (x.isspace() or y.isspace()) for x, y in pairs)


def _runs(a: list[str], b: list[str]) -> Iterator[Hunk]:
    """Hunks of token-by-token equals: words that differ, and the blanks between two of them."""
    start = last = -1
    for i, (x, y) in enumerate(zip(a, b, strict=True)):
        if x != y:
            start, last = (i if start < 0 else start), i
        elif start >= 0 and not (x.isspace() and i + 1 < len(a) and a[i + 1] != b[i + 1]):
            yield start, last + 1, start, last + 1
            start = -1
    if start >= 0:
        yield start, last + 1, start, last + 1


def _hunks(a: list[str], b: list[str]) -> Iterator[Hunk]:
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            i, j = i + 1, j + 1
            continue
        m, n = _resync(a, b, i, j)
        yield i, m, j, n
        i, j = m, n


def _resync(a: list[str], b: list[str], i: int, j: int) -> tuple[int, int]:
    """The nearest place where two tokens in a row agree, or both ends."""
    for reach in range(1, 2 * _REACH):
        for m in range(max(i, i + reach - _REACH), min(i + reach, i + _REACH) + 1):
            n = j + reach - (m - i)
            if m < len(a) and n < len(b) and a[m : m + 2] == b[n : n + 2]:
                return m, n
    return len(a), len(b)
