"""How fast garbled names are repaired, and what a large glossary costs: `python -m benchmarks.names_speed`.

Articles of 3 KB of clean English, right forms alone, every figure from a fresh process.  *At first sight* no
word was seen before, *together* 64 articles are given at once, as the step does, *again* every article was
seen.  Loading is from the cache to the first answer; what any glossary needs (word lists, libraries) was
loaded before.  Times are processor time; a machine that does other work shows less.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from benchmarks.names_data import DATA, ROOT, base, full_names, names
from cleaner.edit import Edit
from cleaner.terms.entry import TermBase
from cleaner.terms.repair import Matcher

SIZES = (1_000, 100_000)
AT_ONCE = 64
AIMS = {
    "exact, MB/s": 100.0,
    "whole, at first sight, MB/s": 8.0,
    "whole, at first sight together, MB/s": 8.0,
    "whole, again, MB/s": 8.0,
    "compiling, s": 2.0,
    "loading, s": 0.2,
    "memory at peak, compiled, MB": 300.0,
    "memory at peak, loaded, MB": 300.0,
}


def speed() -> None:
    """Print every figure for each size, and how it grows."""
    figures = {size: _measured(size) for size in SIZES}
    small, large = SIZES
    print(f"speed, {small} and {large} names; growth; aim at {large}")
    for name, aim in AIMS.items():
        a, b = figures[small][name], figures[large][name]
        growth = a / b if name.endswith("MB/s") else b / a
        print(f"  {name:38s} {a:8.2f} {b:8.2f} {growth:6.1f}x   {aim:g}")


def _measured(size: int) -> dict[str, float]:
    """Three processes: one compiles and keeps, two load and repair."""
    forms = [*names(), *(name for name, _ in full_names(size - len(names()), 2))]
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as cache:
        env = os.environ | {"XDG_CACHE_HOME": cache, "OMP_NUM_THREADS": "1"}
        for part in ("compile", "alone", "together"):
            command = [sys.executable, "-m", "benchmarks.names_speed", part]
            done = subprocess.run(
                command,
                input="\n".join(forms),
                env=env,
                cwd=ROOT,
                check=True,
                text=True,
                stdout=subprocess.PIPE,
            )
            figures |= json.loads(done.stdout)
    return figures


def _part(part: str) -> dict[str, float]:
    terms = base(sys.stdin.read().split("\n"))
    list(Matcher(base(["Zhukova Praga"])).edits("Zhukova praga, Schukowa Praga."))  # all kinds of damage
    matcher, spent = _ready(terms)
    if part == "compile":
        return {"compiling, s": spent, "memory at peak, compiled, MB": _peak()}
    figures = _rates(matcher, together=part == "together")
    return {"loading, s": spent, "memory at peak, loaded, MB": _peak(), **figures}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _ready(terms: TermBase) -> tuple[Matcher, float]:
    start = time.process_time()
    matcher = Matcher(terms, keep=True)
    list(matcher.edits("Compiled at First Use."))
    return matcher, time.process_time() - start


def _rates(matcher: Matcher, together: bool) -> dict[str, float]:
    text = (DATA / "clean-english.dev.txt").read_text("utf-8")
    articles = [text[i : i + 3000] for i in range(0, len(text), 3000)]
    if together:
        return {"whole, at first sight together, MB/s": _rate(partial(_together, matcher), articles)}
    whole = partial(_one_by_one, matcher)
    return {
        "whole, at first sight, MB/s": _rate(whole, articles),
        "whole, again, MB/s": max(_rate(whole, articles) for _ in range(5)),
        "exact, MB/s": max(_rate(partial(_exact, matcher), articles) for _ in range(5)),
    }


def _one_by_one(matcher: Matcher, articles: Sequence[str]) -> Iterator[list[Edit]]:
    return (list(matcher.edits(article)) for article in articles)


def _together(matcher: Matcher, articles: Sequence[str]) -> Iterator[list[Edit]]:
    for start in range(0, len(articles), AT_ONCE):
        some = articles[start : start + AT_ONCE]
        matcher.learn(some)
        yield from _one_by_one(matcher, some)


def _exact(matcher: Matcher, articles: Sequence[str]) -> Iterator[object]:
    return map(matcher.exact.hits, articles)


def _rate(work: Callable[[Sequence[str]], Iterator[object]], articles: Sequence[str]) -> float:
    start = time.process_time()
    for _ in work(articles):
        pass
    return sum(map(len, articles)) / 1e6 / (time.process_time() - start)


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(_part(sys.argv[1])))
    elif DATA.exists():
        speed()
