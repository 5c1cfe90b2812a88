"""Every rule of every step against its cases, and its docstring.

A file ``tests/cases/RULE.ID.toml`` holds tables; each has ``text`` and may have ``lang`` (else the
language of the file, ``lang = "en"``), ``source`` (the text before translation), ``terms`` (a list of
entries), ``padding`` (put behind it forty times, for rules that need a long text) and ``why``:

* ``[[case]]`` with ``becomes`` (the text with the rule's made edits), ``proposes`` (with all its edits)
  or ``finds`` (the words found, in order);
* ``[[same]]``: the rule makes nothing, and finds nothing unless ``proposes`` or ``finds`` says so;
* ``[[known]]``: as ``[[case]]`` or ``[[same]]`` should be, but is not yet: a strict expected failure.
"""

import doctest
import importlib
import pkgutil
import re
import sys
import tomllib
from pathlib import Path

import pytest

import cleaner.steps
from cleaner.document import Document, Policy
from cleaner.edit import Edit, apply
from cleaner.history import Finding
from cleaner.pipeline import Rule
from cleaner.steps.base import Setup
from cleaner.terms.entry import Entry, TermBase

CASES = Path(__file__).parents[1] / "cases"
STEPS = {
    name: importlib.import_module(f"cleaner.steps.{name}")
    for _, name, _ in pkgutil.iter_modules(cleaner.steps.__path__)
    if name != "base"
}
RULES: dict[str, Rule] = {rule.id: rule for step in STEPS.values() for rule in getattr(step, "RULES", ())}
TEACHING = sorted(r for r in RULES if not r.startswith("translate.") and r != "repair.bytes")
"""Rules that find by themselves; others need a model or the bytes of a file, and have tests of their own."""


def tables():
    for path in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in ("case", "same", "known"):
            for number, table in enumerate(data.get(kind, ()), 1):
                marks = (
                    [pytest.mark.xfail(strict=True, reason=table.get("why", ""))] if kind == "known" else []
                )
                table = {"lang": data.get("lang", "en")} | table
                table["text"] += 40 * table.get("padding", "")
                yield pytest.param(path.stem, table, id=f"{path.stem}-{kind}{number}", marks=marks)


def heard(rule_id, table):
    """What the rule says of a case: by its ``find``, or by its step where it needs terms or a source."""
    text, rule = table["text"], RULES[rule_id]
    if not {"terms", "source"} & table.keys():
        return list(rule.find(text)) if rule.speaks(table["lang"]) else []
    entries = tuple(
        Entry(**{k: tuple(v) if isinstance(v, list) else v for k, v in e.items()})
        for e in table.get("terms", ())
    )
    step = STEPS[rule_id.split(".")[0]]
    doc = Document("case", table.get("source", text), table["lang"])
    if doc.text != text:
        doc = doc.revise("translate", [Edit(0, doc.text, text, "translate.case")])
    revisions = len(doc.history)
    done = step.build(step.Options(), Setup(Policy(2, 0), TermBase(entries)))(doc)
    said = [x for r in done.history[revisions:] for x in (*r.proposed, *r.found)]
    return [x for x in said if x.rule == rule_id]


@pytest.mark.parametrize(("rule_id", "table"), list(tables()))
def test_case(rule_id, table):
    said = heard(rule_id, table)
    policy, text = Policy(), table["text"]
    edits = [e for e in said if isinstance(e, Edit)]
    assert all(x.rule == rule_id for x in said)
    made = apply(text, [e for e in edits if e.confidence >= policy.apply_at])
    assert made == table.get("becomes", text)
    if "proposes" in table or "becomes" not in table:
        assert apply(text, edits) == table.get("proposes", text)
    found = [text[f.start : f.end] for f in said if isinstance(f, Finding)]
    assert found == table.get("finds", [])
    if made != text:
        again = heard(rule_id, {**table, "text": made})
        assert not [e for e in again if isinstance(e, Edit) and e.confidence >= policy.apply_at]


@pytest.mark.parametrize("rule_id", TEACHING)
def test_every_rule_teaches_by_an_example_that_runs(rule_id):
    find = RULES[rule_id].find
    assert re.search(r"^\s*>>> ", find.__doc__ or "", re.M), f"{rule_id}: no example in the docstring"
    names = vars(sys.modules[find.__module__])
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder(recurse=False).find(find, rule_id, globs=dict(names)):
        runner.run(example)
    assert runner.failures == 0


@pytest.mark.parametrize("rule_id", TEACHING)
def test_every_rule_has_cases_of_both_kinds(rule_id):
    path = CASES / f"{rule_id}.toml"
    assert path.exists(), f"{rule_id} has no cases: write {path.name}"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert data.get("case")
    assert data.get("same")


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda p: p.stem)
def test_every_file_of_cases_is_for_a_rule(path):
    assert path.stem in RULES
