"""The house rules that a program can check."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import cleaner

ROOT = Path(cleaner.__file__).parent
FLOORS = [  # a module may import from its own package or from any floor above its own in this list
    {"errors"},
    {"edit"},
    {"weave"},
    {"history"},
    {"document"},
    {"pipeline"},
    {"text"},
    {"terms"},
    {"engines"},
    {"formats", "steps"},
    {"profile"},
    {"loading"},
    {"report"},
    {"cli"},
]
FILES = sorted(ROOT.rglob("*.py"))


def floor(module):
    room = module.split(".")[0]
    return next((i for i, rooms in enumerate(FLOORS) if room in rooms), len(FLOORS))


def imports(path):
    """Our own modules that a file imports, without the leading ``cleaner.``."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "cleaner":
            inside = (node.module or "").removeprefix("cleaner").removeprefix(".")
            yield from [inside] if inside else [alias.name for alias in node.names]


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down(path):
    me = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for other in imports(path):
        same_room = me.split(".")[0] == other.split(".")[0]
        assert same_room or floor(other) < floor(me), f"{me} imports {other}"


@pytest.mark.parametrize("path", sorted((ROOT / "steps").rglob("*.py")), ids=lambda p: p.stem)
def test_a_step_never_imports_a_step(path):
    mine = path.relative_to(ROOT).with_suffix("").parts[1]
    for other in imports(path):
        if other.startswith("steps."):
            assert other.split(".")[1] in {mine, "base"}, f"{path.name} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_one_idea(path):
    assert path.read_text("utf-8").count("\n") <= 250


HEAVY = (
    "argostranslate",
    "ctranslate2",
    "ftfy",
    "langdetect",
    "numpy",
    "py3langid",
    "stanza",
    "torch",
    "trafilatura",
)


def test_import_is_light():
    """No engine, no model, nothing third-party at all."""
    code = "import sys, cleaner; print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not [m for m in loaded if m.split(".")[0] in HEAVY]


@pytest.mark.parametrize("name", ["torch", "stanza", "spacy", "minisbd"])
def test_what_weighs_gigabytes_or_downloads_is_not_installed(name):
    code = f"import importlib.util as u; raise SystemExit(u.find_spec({name!r}) is not None)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
