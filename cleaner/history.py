"""The history of a text: who changed it where, and what was decided about it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from cleaner.edit import Edit, apply
from cleaner.weave import Weave

State = Literal["made", "proposed"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in a span of a text that has no replacement: for a person to look at.

    Attributes:
        start: Offset of the first code point, in the text it was found in.
        end: Offset after the last.
        rule: Dotted id of the rule, e.g. ``check.quotation``.
        message: What is wrong and what may have caused it, one sentence.
    """

    start: int
    end: int
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One step's work: the edits it made to ``before``, those it only proposed, and what it found.

    Attributes:
        decides: The change that an editor took back or accepted by this revision, if it is one's decision.
    """

    step: str
    before: str
    made: tuple[Edit, ...] = ()
    proposed: tuple[Edit, ...] = ()
    found: tuple[Finding, ...] = ()
    decides: Change | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of a document's history, with its step, its state and the number of its revision."""

    edit: Edit
    step: str
    state: State
    revision: int


def changes(history: Sequence[Revision]) -> Iterator[Change]:
    """Every edit of a history, made or proposed, by revision and place."""
    for number, revision in enumerate(history):
        yield from (Change(edit, revision.step, "made", number) for edit in revision.made)
        yield from (Change(edit, revision.step, "proposed", number) for edit in revision.proposed)


def root(history: Sequence[Revision], change: Change) -> Change:
    """The change that a decision, or a decision on a decision, is about; of another change itself."""
    while decided := history[change.revision].decides:
        change = decided
    return change


def left_on(history: Sequence[Revision], change: Change) -> bool:
    """True if the revision of a change left in the text what it is about."""
    own = root(history, change)
    decided = (r.decides for r in history[own.revision : change.revision + 1])
    turns = sum(other is not None and root(history, other) == own for other in decided)
    return (own.state == "made") ^ bool(turns % 2)


def woven(source: str, history: Sequence[Revision]) -> Weave[Change]:
    """The weave of a text: its changes are the keys, decisions turn them off and on."""
    weave: Weave[Change] = Weave.of(source)
    for number, group in groupby(changes(history), key=lambda change: change.revision):
        if decided := history[number].decides:
            weave = weave.turned(root(history, decided))
        else:
            own = {change: change.edit for change in group}
            weave = weave.revised(own, {change for change in own if change.state == "made"})
    return weave


def replay(text: str, changes: Iterable[Change]) -> str:
    """Make the made changes of a document's history again, on the text it was read as.

    Raises:
        EditError: the changes were not made to this text.
    """
    made = (c for c in changes if c.state == "made")
    for _, group in groupby(made, key=lambda c: c.revision):
        text = apply(text, [c.edit for c in group])
    return text
