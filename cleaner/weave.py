"""A text woven of all that was ever put into it or taken out, so that any edit can be turned off or on again.

Words that an edit took out stay where they stood, out of sight, and come back to that very place.  This is
the weave of SCCS (M. J. Rochkind, *The Source Code Control System*, 1975); offsets moved through later edits
cannot do it: two neighbouring lines taken out at different times leave one and the same offset.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from cleaner.edit import Edit

K = TypeVar("K", bound=Hashable)


class _Piece(NamedTuple, Generic[K]):
    """A stretch of text of one fate.

    Attributes:
        text: What it says; empty to hold the place of words that were only taken out.
        by: The edit that put it in; None for the source.
        gone: The edits that took it out, or took out what stood on both sides of it.
    """

    text: str
    by: K | None = None
    gone: frozenset[K] = frozenset()


class Weave(Generic[K]):
    """A source and the edits of its history, each with a key, each on or off.  Never changed in place."""

    def __init__(self, pieces: Sequence[_Piece[K]], on: frozenset[K] = frozenset()) -> None:
        self._pieces = pieces
        self._on = on

    @classmethod
    def of(cls, source: str) -> Weave[K]:
        """The weave of a text without a history."""
        return cls([_Piece(source)])

    def is_on(self, key: K) -> bool:
        """True if an edit stands."""
        return key in self._on

    def turned(self, key: K) -> Weave[K]:
        """Return the weave with an edit turned off that was on, or on that was off."""
        return Weave(self._pieces, self._on ^ {key})

    def revised(self, edits: Mapping[K, Edit], on: Set[K]) -> Weave[K]:
        """Return the weave with edits that were found in its text as it stands.

        Args:
            edits: By key; those that are on do not overlap each other.
            on: Keys of those that are made; the others can be turned on later.
        """
        cut = Weave(
            list(self._cut(sorted({at for e in edits.values() for at in (e.start, e.end)}))), self._on
        )
        begins = {start: i for i, start in enumerate(cut._starts[:-1]) if cut._shown(i)}
        ends = {cut._starts[i] + len(cut._shown(i)): i + 1 for i in begins.values()}
        put: dict[int, list[_Piece[K]]] = defaultdict(list)
        taken: dict[int, set[K]] = defaultdict(set)
        for key, edit in sorted(edits.items(), key=lambda item: (item[1].start, item[1].end)):
            after = ends.get(edit.end, 0)
            put[after if edit.old else cut._past_pending(after)].append(_Piece(edit.new, key))
            for i in range(begins[edit.start], after) if edit.old else ():
                taken[i].add(key)
        woven: list[_Piece[K]] = []
        for i in range(len(cut._pieces) + 1):
            inside = taken[i - 1] & taken[i]
            woven += (piece._replace(gone=frozenset(inside)) for piece in put[i])
            woven += (piece._replace(gone=piece.gone | taken[i]) for piece in cut._pieces[i : i + 1])
        return Weave(woven, self._on | on)

    def span(self, key: K) -> tuple[int, int]:
        """Where the outcome of an edit stands in the text: its new words if it is on, else the old ones.

        What a later edit took out stands where that one's outcome does.
        """
        places = [self._place(i) for i in self._outcome(key)]
        return min(start for start, _ in places), max(end for _, end in places)

    def says(self, key: K) -> str:
        """What the text shows of the outcome of an edit."""
        return "".join(map(self._shown, self._outcome(key)))

    def _cut(self, offsets: Sequence[int]) -> Iterator[_Piece[K]]:
        """The pieces, those that are shown split at offsets of the text."""
        for i, piece in enumerate(self._pieces):
            start, end = self._starts[i : i + 2]
            at = [
                offset - start for offset in offsets[bisect_right(offsets, start) : bisect_left(offsets, end)]
            ]
            for a, b in zip([0, *at], [*at, len(piece.text)], strict=True):
                yield piece._replace(text=piece.text[a:b])

    def _past_pending(self, i: int) -> int:
        """The next place behind words that may yet come in for those before it: nothing may part the two."""
        while i < len(self._pieces) and not self._put_in(i):
            i += 1
        return i

    def _shown(self, i: int) -> str:
        """The text of a piece, empty if it was taken out, or is not yet put in."""
        piece = self._pieces[i]
        return piece.text if self._put_in(i) and piece.gone.isdisjoint(self._on) else ""

    def _put_in(self, i: int) -> bool:
        by = self._pieces[i].by
        return by is None or by in self._on

    @cached_property
    def _starts(self) -> list[int]:
        """Where each piece stands in the text; behind them where the text ends."""
        return list(accumulate((len(self._shown(i)) for i in range(len(self._pieces))), initial=0))

    def _place(self, i: int) -> tuple[int, int]:
        later = self._pieces[i].gone & self._on
        spans = [self.span(key) for key in later] or [(self._starts[i], self._starts[i + 1])]
        return min(s[0] for s in spans), max(s[1] for s in spans)

    def _outcome(self, key: K) -> range:
        """The pieces between the first and the last of an edit's new words, or of its old ones."""
        new, old = self._ranges
        return new[key] if key in self._on else old.get(key, new[key])

    @cached_property
    def _ranges(self) -> tuple[dict[K, range], dict[K, range]]:
        """For each edit the pieces of its new words, and of its old ones, if it has any."""
        new: dict[K, range] = {}
        old: dict[K, range] = {}
        for i, piece in enumerate(self._pieces):
            for found, keys in ((new, [piece.by] if piece.by is not None else []), (old, piece.gone)):
                for key in keys:
                    found[key] = range(found[key].start if key in found else i, i + 1)
        return new, old
