"""The README: every command in it is run, and what it shows is what comes out."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cleaner.cli.main import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
INSTALLERS = {"pip install uv", "uv run pytest"}  # the first made this environment, the second runs this test
PROSE = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
COMMANDS = re.findall(r"^    (\S.*)$", PROSE, re.MULTILINE)
SHOWN = re.findall(r"```console\n\$ (uv run .*)\n((?:.*\n)*?)```", README)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A folder that looks like a checkout, for commands that write beside it."""
    shutil.copytree(ROOT / "tests" / "samples", tmp_path / "tests" / "samples")
    shutil.copytree(ROOT / "glossaries", tmp_path / "glossaries")
    monkeypatch.chdir(tmp_path)


def run(command):
    """Run ``uv run cleaner …`` in this process."""
    words = shlex.split(command)
    assert words[:3] == ["uv", "run", "cleaner"], command
    return main(words[3:])


def test_the_readme_has_commands():
    assert set(COMMANDS) >= INSTALLERS
    assert SHOWN


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in INSTALLERS])
def test_a_command_works(command, capsys):
    status, err = run(command), capsys.readouterr().err
    assert status == 0, err
    assert ": 0 changes made" not in err


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_what_is_shown_comes_out(command, shown, capsys):
    """A line ``...`` stands for any lines."""
    assert run(command) == 0
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^\.\.\.$", shown, flags=re.MULTILINE)]
    assert re.search(r"\n(?:.*\n)*?".join(parts), capsys.readouterr().out), shown


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_the_python_runs(code, capsys):
    exec(compile(code, "README.md", "exec"), {})
    assert "Novaya Gazeta" in capsys.readouterr().out
