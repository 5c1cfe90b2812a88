"""Nothing leaves the machine, and nothing is written beside what was asked for."""

import os
import shutil
import subprocess
import sys

import pytest

GARBLED = "The deserters were helped by Idit Jeslom, Pro acyl said on Monday in Berlin.\n"

REFUSE = """
import socket, sys
def refuse(*a, **k): raise AssertionError("a network call")
socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
from cleaner.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def unshared():
    """The prefix of a command that has no network at all, or nothing where that is not allowed."""
    command = ["unshare", "-rn"]
    allowed = (
        shutil.which("unshare")
        and subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0
    )
    return command if allowed else []


def run(prefix, tmp_path, *args, text=GARBLED):
    (tmp_path / "home").mkdir()
    (tmp_path / "a.txt").write_text(text, "utf-8")
    env = os.environ | {"HOME": str(tmp_path / "home")}
    command = [*prefix, sys.executable, "-c", REFUSE, "clean", "a.txt", *args]
    return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)


GERMAN = "Die Männer flohen über die Grenze, sagte ein Sprecher von Pro Azyl am Montag in Berlin.\n"


def test_the_bundled_model_needs_no_network(tmp_path):
    done = run(unshared(), tmp_path, "--to", "en", "--report", "r.html", text=GERMAN)
    assert done.returncode == 0, done.stderr
    assert "Pro Asyl" in done.stdout
    assert "Männer" not in done.stdout
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "Die Männer flohen" in page
    assert "basic quality" in page


@pytest.mark.parametrize("args", [[], ["--to", "en", "--from", "pl"], ["--report", "r.html"]])
def test_the_main_job_needs_no_network_and_leaves_the_home_folder_alone(tmp_path, args):
    done = run(unshared(), tmp_path, *args)
    assert done.returncode == 0, done.stderr
    if not args:
        assert "Idite Lesom, Pro Asyl said" in done.stdout
    assert list((tmp_path / "home").iterdir()) == []
