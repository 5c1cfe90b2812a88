"""What is shipped is found, in a checkout and in a wheel."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CODE = """
import sys
sys.path.insert(0, sys.argv[1])
import cleaner
assert cleaner.__file__.startswith(sys.argv[1]), cleaner.__file__
print(cleaner.load("names")("The refugees, so says Pro acyl in a report, came by bus.").text)
"""


def test_the_glossaries_are_found_inside_a_wheel(tmp_path):
    inside = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]["glossaries"]
    shutil.copytree(ROOT / "cleaner", tmp_path / "cleaner")
    shutil.copytree(ROOT / "glossaries", tmp_path / inside)
    command = [sys.executable, "-c", CODE, str(tmp_path)]
    out = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout
    assert "Pro Asyl" in out


def test_what_was_tested_is_pinned_and_no_host_is_named():
    pinned = {c.split("==")[0] for c in PYPROJECT["tool"]["uv"]["constraint-dependencies"]}
    wanted = PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["dev"]
    assert {w.split(">")[0].strip() for w in wanted} <= pinned
    assert "://" not in (ROOT / "pyproject.toml").read_text("utf-8")
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").split("\n")
