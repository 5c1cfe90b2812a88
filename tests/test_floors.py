"""A fall in quality fails the check: the floors that benchmarks pin beside a digest of their data still hold.

A benchmark takes part by a function ``check() -> list[str]`` that names what is missed.  It measures quality
only, never speed, on so much of the data that it takes a minute at most.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import benchmarks

DATA = Path(__file__).parents[2] / "shared" / "data"
MODULES = [import_module(f"benchmarks.{m.name}") for m in iter_modules(benchmarks.__path__)]
CHECKS: dict[str, Callable[[], list[str]]] = {
    module.__name__: module.check for module in MODULES if hasattr(module, "check")
}


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the data is not at {DATA}: no floor is checked")
@pytest.mark.parametrize("name", CHECKS)
def test_no_figure_is_below_its_floor(name):
    assert CHECKS[name]() == []
