"""How fast garbled names are repaired, at first sight and again; compiling; memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks.names_data import DATA, base, full_names, names
from cleaner.edit import Edit
from cleaner.terms.repair import Matcher


def speed() -> None:
    """Articles of 3 KB, each seen once and then once more; compiling; memory."""
    import resource

    text = (DATA / "clean-english.dev.txt").read_text("utf-8")
    articles = [text[i : i + 3000] for i in range(0, len(text), 3000)]
    for size in (1_000, 100_000):
        forms = [*names(), *(name for name, _ in full_names(size - len(names()), 2))]
        start = time.process_time()
        matcher = Matcher(base(forms))
        list(matcher.edits("Compiled at First Use."))
        compiled = time.process_time() - start
        rates = [_rate(partial(_edits, matcher), articles) for _ in "12"]
        exact = _rate(matcher.exact.hits, articles)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"  {size:7d} names: compiled in {compiled:.2f} s, exact {exact:.1f} MB/s, whole"
            f" {rates[0]:.2f} MB/s at first sight and {rates[1]:.2f} again, {memory:.0f} MB at peak"
        )


def _edits(matcher: Matcher, article: str) -> list[Edit]:
    return list(matcher.edits(article))


def _rate(work: Callable[[str], object], articles: Sequence[str]) -> float:
    start = time.process_time()
    for article in articles:
        work(article)
    return sum(map(len, articles)) / 1e6 / (time.process_time() - start)
