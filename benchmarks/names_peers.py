r"""What else one could take for names, on the same data: `python -m benchmarks.names_peers`.

    uv run --no-project --with numpy --with rapidfuzz --with daachorse --with metaphone \
        --with pyahocorasick --with spacy python -m benchmarks.names_peers

Quality: spans of capitalised words against right forms alone, by rapidfuzz ``token_sort_ratio`` of 90, and
by the usual recipe: that, or the same double metaphone and a ratio of 75.  Speed at 100,000 names in MB/s of
processor time: words looked up in a dict, as flashtext does, pyahocorasick, spaCy's PhraseMatcher, rapidfuzz
``extractOne`` for each capitalised span (on a sample; the whole would take hours), and our exact layer.  What
is not installed is left out.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec

from benchmarks.names import score
from benchmarks.names_data import DATA, base, full_names, names, segments
from cleaner.edit import Edit
from cleaner.terms.repair import Matcher

SIZE = 100_000
ARTICLES = 100
SAMPLE = 20
"""Spans that ``extractOne`` is asked about."""
_RUN = re.compile(r"[A-Z\xc0-\u024f][\w’'-]*(?: [A-Z\xc0-\u024f][\w’'-]*)*")
Near = Callable[[str], str | None]


def spans(text: str) -> Iterator[tuple[int, str]]:
    """Rows of up to three capitalised words, the longest first, without possessive endings."""
    for run in _RUN.finditer(text):
        words = [(run.start() + m.start(), re.sub(r"[’']s$", "", m[0])) for m in re.finditer(r"\S+", run[0])]
        for n in (3, 2, 1):
            for i in range(len(words) - n + 1):
                start, (last, word) = words[i][0], words[i + n - 1]
                yield start, text[start : last + len(word)]


def edits(near: Near, text: str) -> list[Edit]:
    """Put the nearest name for each span, the first and longest; overlapping ones are left."""
    made: list[Edit] = []
    for start, old in spans(text):
        free = all(start + len(old) <= e.start or start >= e.start + len(e.old) for e in made)
        new = near(old) if free and old not in _known() else None
        if new and new != old:
            made.append(Edit(start, old, new, "peer.name", "nearest"))
    return made


@cache
def _known() -> frozenset[str]:
    return frozenset(names())


def token_sort() -> Near:
    """The nearest name by rapidfuzz, from a ratio of 90."""
    from rapidfuzz import fuzz, process

    @lru_cache(None)
    def near(span: str) -> str | None:
        found = process.extractOne(span, names(), scorer=fuzz.token_sort_ratio, score_cutoff=90)
        return found[0] if found else None

    return near


def usual() -> Near:
    """The nearest name by ``token_sort``, else of the same sound and from a ratio of 75."""
    from metaphone import doublemetaphone
    from rapidfuzz import fuzz, process

    def sound(name: str) -> str:
        return " ".join(doublemetaphone(word)[0] for word in name.split(" "))

    first = token_sort()
    by_sound: dict[str, list[str]] = {}
    for name in names():
        by_sound.setdefault(sound(name), []).append(name)

    @lru_cache(None)
    def near(span: str) -> str | None:
        if name := first(span):
            return name
        found = process.extractOne(span, by_sound.get(sound(span), []), scorer=fuzz.ratio, score_cutoff=75)
        return found[0] if found else None

    return near


def quality() -> None:
    """Each recipe on the system outputs."""
    recipes = {
        "token_sort 90": ("rapidfuzz", token_sort),
        "the usual recipe": ("metaphone", usual),
    }
    for label, (module, make) in recipes.items():
        if find_spec(module):
            near = make()
            print(label)
            score(lambda text, near=near: edits(near, text), segments(), f", {label}")  # type: ignore[misc]
        else:
            print(f"{module} is not installed: left out")


def like_flashtext(forms: Sequence[str]) -> Callable[[str], object]:
    """Each word looked up in a dict of dicts."""
    root: dict[str, dict[str, object]] = {}
    for form in forms:
        node = root
        for word in form.split(" "):
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node[""] = {}

    def find(text: str) -> list[tuple[int, int]]:
        words, found = re.findall(r"\w[\w’'-]*", text), []
        for i in range(len(words)):
            node, j = root, i
            while j < len(words) and words[j] in node:
                node, j = node[words[j]], j + 1  # type: ignore[assignment]
                if "" in node:
                    found.append((i, j))
        return found

    return find


def ahocorasick(forms: Sequence[str]) -> Callable[[str], object]:
    """The automaton of pyahocorasick."""
    from ahocorasick import Automaton

    automaton = Automaton()
    for form in forms:
        automaton.add_word(form, form)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def phrase_matcher(forms: Sequence[str]) -> Callable[[str], object]:
    """The PhraseMatcher of spaCy behind its blank English tokenizer."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab)
    matcher.add("name", list(nlp.tokenizer.pipe(forms)))
    return lambda text: matcher(nlp(text))


def exact(forms: Sequence[str]) -> Callable[[str], object]:
    """Our exact layer."""
    return Matcher(base(forms)).exact.hits


def speed() -> None:
    """Each at 100,000 names."""
    text = (DATA / "clean-english.dev.txt").read_text("utf-8")
    articles = [text[i : i + 3000] for i in range(0, 3000 * ARTICLES, 3000)]
    forms = sorted({*names(), *(name for name, _ in full_names(SIZE - len(names()), 2))})
    peers = {
        "words in a dict (flashtext-like)": ("re", like_flashtext),
        "pyahocorasick": ("ahocorasick", ahocorasick),
        "spaCy PhraseMatcher": ("spacy", phrase_matcher),
        "ours, exact": ("daachorse", exact),
    }
    for label, (module, make) in peers.items():
        if find_spec(module):
            find = make(forms)
            find(articles[0])
            start = time.process_time()
            for article in articles:
                find(article)
            rate = sum(map(len, articles)) / 1e6 / (time.process_time() - start)
            print(f"  {label:34s} {rate:8.2f} MB/s")
    if find_spec("rapidfuzz"):
        print(f"  {'rapidfuzz extractOne, a span each':34s} {_extract_one(forms, articles):8.4f} MB/s")


def _extract_one(forms: Sequence[str], articles: Sequence[str]) -> float:
    from rapidfuzz import fuzz, process

    every = [span for article in articles for _, span in spans(article)]
    start = time.process_time()
    for span in every[:SAMPLE]:
        process.extractOne(span, forms, scorer=fuzz.token_sort_ratio, score_cutoff=90)
    took = (time.process_time() - start) * len(every) / SAMPLE
    return sum(map(len, articles)) / 1e6 / took


if __name__ == "__main__":
    if not DATA.exists():
        sys.exit(f"no data at {DATA}: nothing measured")
    quality()
    speed()
