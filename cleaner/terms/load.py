r"""Glossaries: files that hold a term base, read, merged, and refused with every fault at once.

A glossary is TOML, or TSV/CSV with a header.  In TOML, one ``[[entry]]`` table a concept::

    [glossary]                      # optional: defaults for the entries below, and words for people
    title = "Outlets of the German press"
    lang = "en"                     # language of the texts the forms stand in; "" for any; default "en"
    type = "outlet"
    source = "https://..."
    licence = "CC0"
    note = "..."

    [[entry]]
    id = "idite-lesom"              # optional: made from the preferred form; unique in a file
    preferred = "Idite Lesom"       # required: how the house writes it
    native = "Идите лесом"          # string or list: the name in its own language and script
    admitted = ["Get Lost"]         # right as well: never changed
    deprecated = ["Idit Jeslom"]    # garbled: becomes the preferred form
    type = "organisation"           # see TYPES
    context = ["deserters", "Russian military"]  # one must stand within 12 words; no key: none needed
    source = "https://..."          # where the preferred form was looked up
    note = "..."

Forms are matched letter for letter at word boundaries; besides as written, in ALL CAPS, and, where the form
begins with a small letter, at the start of a sentence.  Possessives and compounds keep their ending
(``ProAsyl's``, ``ProAsyl-led``).  Where one form needs context and another does not, write two entries
with the same ``preferred`` and different ids.

A *phrase* entry (``type = "phrase"``) repairs words round a name.  ``{name}`` stands for a run of capitalised
words or a known term, ``{name:outlet}`` for a known term of that type; slots keep their order::

    [[entry]]
    id = "laut"
    type = "phrase"
    preferred = "According to {name},"   # a comma at the end is left out where punctuation follows
    deprecated = ["Loud {name}"]
    note = "German laut, read as loud"

    [[entry]]
    id = "cut-attribution"
    type = "phrase"
    preferred = ", according to {name:outlet}."
    deprecated = [", he says. {name:outlet}.", ", she says. {name:outlet}."]

In TSV and CSV the header names the columns (any of COLUMNS, ``preferred`` among them); several forms in a
cell are split by ``|`` (one within a form is written ``\|``); for texts of any language ``lang`` is ``und``.
Glossaries are merged by id: forms and context add up; two that contradict each other are a fault, so the
outcome does not hang on the order they are named in.  A native form that two entries render differently is
a warning, and a translation is held to neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cleaner.errors import GlossaryError
from cleaner.terms.entry import TermBase
from cleaner.terms.lint import Fault, nearest
from cleaner.terms.merge import merge
from cleaner.terms.read import read

SHIPPED = (
    Path(__file__).parents[1] / "glossaries",  # in a wheel
    Path(__file__).parents[2] / "glossaries",  # in a checkout, and so in an editable install
)


def load(paths: Iterable[str | Path]) -> TermBase:
    """Read and merge glossaries; a name without suffix or folder is a shipped one.

    Raises:
        GlossaryError: a file cannot be found or has faults; the message lists them all.
    """
    base, faults = _gather(paths)
    errors = [f for f in faults if f.severe]
    if errors:
        raise GlossaryError("\n".join(map(str, errors)))
    return base


def examine(paths: Iterable[str | Path]) -> tuple[TermBase, list[Fault]]:
    """Read and merge glossaries as far as they go; return all faults, the grave and the lesser.

    The lesser ones, which ``load`` does not look for, are forms that may do harm: `cleaner.terms.advice`.
    """
    from cleaner.terms.advice import advice

    base, faults = _gather(paths)
    return base, [*faults, *advice(base.entries)]


def _gather(paths: Iterable[str | Path]) -> tuple[TermBase, list[Fault]]:
    files: list[Path] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            files.append(find(path))
        except GlossaryError as error:
            faults.append(Fault(str(path), "", str(error)))
    records = []
    for file in dict.fromkeys(files):
        entries, wrong = read(file)
        records += entries
        faults += wrong
    base, clashes = merge(records)
    return base, faults + clashes


def find(name: str | Path) -> Path:
    """Return the file of a glossary given by path, or by the name of a shipped one.

    Raises:
        GlossaryError: there is none; names the nearest shipped one.
    """
    if Path(name).is_file():
        return Path(name)
    for folder in SHIPPED:
        if (path := folder / f"{name}.toml").is_file():
            return path
    raise GlossaryError(
        f"no glossary {str(name)!r}: neither a file nor shipped{nearest(str(name), shipped())}"
    )


def shipped() -> Sequence[str]:
    """Names of the glossaries that come with the package, in order.

    >>> list(shipped()) == sorted(shipped())
    True
    """
    return sorted({path.stem for folder in SHIPPED for path in folder.glob("*.toml")})
