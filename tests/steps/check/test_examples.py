"""The examples in the docstrings of what the step is built from."""

import doctest
import importlib
import pkgutil

import pytest

from cleaner.steps import check, unglue

MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (check, unglue)
    for module in pkgutil.iter_modules(package.__path__)
]


@pytest.mark.parametrize("name", [*MODULES, "cleaner.text.quotation"])
def test_examples_run(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
