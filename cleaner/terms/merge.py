"""Many glossaries into one term base, the same whatever their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.lint import Fault


def merge(entries: Iterable[Entry]) -> tuple[TermBase, list[Fault]]:
    """Join the entries that share an id, sort them, and report those that contradict each other."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.id].append(entry)
    joined = tuple(_join(sorted(groups[i], key=lambda e: e.glossary)) for i in sorted(groups))
    faults = [f for i in sorted(groups) for f in _contradictions(groups[i])]
    return TermBase(joined), [*faults, *clashes(joined), *rivals(joined)]


def _join(group: list[Entry]) -> Entry:
    def several(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(form for e in group for form in getattr(e, field)))

    def single(field: str) -> str:
        return next((getattr(e, field) for e in group if getattr(e, field)), "")

    if len(group) == 1:
        return group[0]
    return replace(
        group[0],
        admitted=several("admitted"),
        deprecated=several("deprecated"),
        native=several("native"),
        context=several("context"),
        type=single("type"),
        source=single("source"),
        note=single("note"),
        glossary="+".join(dict.fromkeys(e.glossary for e in group)),
    )


def _contradictions(group: list[Entry]) -> Iterator[Fault]:
    """Entries of one id that differ in what cannot be added up."""
    for field in ("preferred", "lang", "type"):
        values = sorted({getattr(e, field) for e in group} - {""})
        if len(values) > 1:
            files = "+".join(sorted({e.glossary for e in group}))
            remedy = f"{field} is {' and '.join(map(repr, values))}: make them agree, or change one id"
            yield Fault(files, f"entry {group[0].id!r}", remedy)


def clashes(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Forms that are a garble to one entry, and right, or the garble of another name, to another."""
    standing: dict[tuple[str, str], Entry] = {}
    entries = [e for e in entries if e.type != "phrase"]
    for e in entries:
        for form in (e.preferred, *e.admitted):
            standing.setdefault((e.lang, form), e)
    for e in entries:
        for form in e.deprecated:
            other = standing.setdefault((e.lang, form), e)
            if other.preferred != e.preferred or form in (e.preferred, *other.admitted):
                yield _clash(e, form, other)


def rivals(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Native forms that two entries render differently: a translation holds neither."""
    first: dict[tuple[str, str, str], Entry] = {}
    for e in entries:
        for tag, form in e.natives:
            other = first.setdefault((e.lang, tag, form), e)
            if other.preferred != e.preferred:
                message = (
                    f"{form!r} is {e.preferred!r} here, but {other.preferred!r} in {other.id!r} "
                    f"({other.glossary}): a translation is held to neither; make them agree, or leave one out"
                )
                yield Fault(e.glossary, f"entry {e.id!r}", message, severe=False)


def _clash(entry: Entry, form: str, other: Entry) -> Fault:
    right = form in (other.preferred, *other.admitted)
    role = "is right" if right else f"becomes {other.preferred!r}"
    remedy = "only context tells them apart" if entry.context else "delete one"
    message = (
        f"{form!r} becomes {entry.preferred!r} here, but {role} in {other.id!r} ({other.glossary}): {remedy}"
    )
    return Fault(entry.glossary, f"entry {entry.id!r}", message, severe=not entry.context)
