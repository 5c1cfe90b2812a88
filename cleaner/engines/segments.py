"""From a segment to what the decoder gets, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cleaner.engines.judge import Fault
from cleaner.engines.ladder import Outcome
from cleaner.engines.units import Part, capitals, fitted, lowered, parts, unwrapped

Climb = Callable[[Sequence[str]], Sequence[Outcome]]


@dataclass(frozen=True, slots=True)
class _Plan:
    text: str
    shout: bool
    parts: list[Part]


def translated(
    texts: Sequence[str], length: Callable[[str], int], climb: Climb, names: Iterable[str] = ()
) -> list[Outcome]:
    """Translate segments of any shape: wrapped, shouted, with gaps, or too long; all parts in one batch.

    Args:
        texts: Segments, without white space around them.
        length: Source tokens of a text.
        climb: Translates sentences, one for one.
        names: Names as they are written, for headlines in capitals.
    """
    plans = [_plan(text, length, names) for text in texts]
    done = iter(climb([part.text for plan in plans for part in plan.parts if part.decode]))
    return [
        _whole(plan, [next(done) if part.decode else Outcome(part.text) for part in plan.parts])
        for plan in plans
    ]


def _plan(text: str, length: Callable[[str], int], names: Iterable[str]) -> _Plan:
    flat = unwrapped(text)
    shout = capitals(flat)
    return _Plan(text, shout, parts(lowered(flat, names) if shout else flat, length))


def _whole(plan: _Plan, outcomes: list[Outcome]) -> Outcome:
    rungs = tuple(dict.fromkeys(r for o in outcomes for r in o.rungs))
    faults: tuple[Fault, ...] = tuple(dict.fromkeys(f for o in outcomes for f in o.faults))
    if not any(part.decode for part in plan.parts) or any(o.kept for o in outcomes):
        return Outcome(plan.text, rungs, faults, kept=any(o.kept for o in outcomes))
    last = max(n for n, part in enumerate(plan.parts) if part.decode)
    text = "".join(
        fitted(part.text, done.text, first=n == 0, last=n == last) if part.decode else part.text
        for n, (part, done) in enumerate(zip(plan.parts, outcomes, strict=True))
    )
    return Outcome(text.upper() if plan.shout else text, rungs, faults)
