"""The process is killed at any moment: the memory is sound, no file is half written, and a rerun finishes."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter

import pytest

from cleaner.cli.main import main
from cleaner.engines.ct2 import Decoder
from tests import copy_model

FILES, SENTENCES = 130, 8  # of each: the memory is written to three times
LIVES = 4
WORDS = "Haus Katze Regierung spricht heute nicht über viele Kosten mit Berlin und den alten Leuten"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder with German articles and a model for them."""
    home = tmp_path_factory.mktemp("killed")
    copy_model.build(home / "packages", cipher=True, d=64)
    (home / "in").mkdir()
    rng = random.Random(1)
    for n in range(FILES):
        own = [
            f"Die {' '.join(rng.choices(WORDS.split(), k=9))} zum {n * SENTENCES + k}. Mal."
            for k in range(SENTENCES)
        ]
        (home / "in" / f"{n}.txt").write_text("\n\n".join(own), "utf-8")
    return home


def command(home, out):
    packages = f'translate.packages=["{home / "packages"}"]'
    memory = f'translate.memory="{out}.sqlite"'
    settings = ["--set", packages, "--set", memory, "--steps", "detect,translate", "--on-exists", "skip"]
    return ["clean", str(home / "in"), "-o", str(out), "--from", "de", "--to", "en", "-q", *settings]


def started(home, out):
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    run = "import sys; from cleaner.cli import main; sys.exit(main())"
    return subprocess.Popen([sys.executable, "-c", run, *command(home, out)], **quiet)


def files(out):
    return {p.name: p.read_text("utf-8") for p in out.glob("[!.]*")} if out.is_dir() else {}


def units(out):
    """How many units the memory holds; it must be sound."""
    if not out.with_suffix(".sqlite").exists():
        return 0
    with sqlite3.connect(f"{out}.sqlite") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        tables = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'unit'").fetchone()[0]
        return db.execute("SELECT count(*) FROM unit").fetchone()[0] if tables else 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
def test_a_run_killed_at_any_moment_can_be_gone_on_with(home, monkeypatch):
    begun = time.monotonic()
    assert started(home, home / "whole").wait() == 0
    took = time.monotonic() - begun
    whole = files(home / "whole")
    assert len(whole) == FILES

    out, rng, seen = home / "killed", random.Random(2), []
    for life in range(LIVES):
        process = started(home, out)
        time.sleep(took * rng.uniform(0.1, 1.0) if life < LIVES - 1 else 0)
        while life == LIVES - 1 and not units(out) and process.poll() is None:
            time.sleep(0.05)  # the last one not before something is remembered
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        seen.append(units(out))
        assert files(out).items() <= whole.items()  # what is there is whole
    assert seen == sorted(seen)
    assert 0 < seen[-1] <= units(home / "whole")

    decoded = Counter()
    real = Decoder.hypotheses

    def counted(self, texts, *args):
        decoded["all"] += len(texts)
        return real(self, texts, *args)

    monkeypatch.setattr(Decoder, "hypotheses", counted)
    assert main(command(home, out)) == 0
    assert files(out) == whole
    assert decoded["all"] <= units(home / "whole") - seen[-1]


def interrupted(home, log):
    """A run that is told to end while its second lot of files is being translated; its status."""
    args = [*command(home, home / log.stem), "--changes", str(log), "--report", f"{log}.html"]
    run = "import sys; from cleaner.cli import main; sys.exit(main())"
    process = subprocess.Popen([sys.executable, "-c", run, *args], stderr=subprocess.DEVNULL)
    while len(files(home / log.stem)) < FILES // 4 and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.1)
    process.terminate()
    return process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGTERM on this system")
def test_a_run_told_to_end_leaves_the_record_of_what_it_did_and_no_drafts(home):
    log = home / "ended.jsonl"
    assert interrupted(home, log) == 128 + signal.SIGTERM
    recorded = {json.loads(line)["id"] for line in log.read_text("utf-8").splitlines()}
    assert {str(home / "in" / name) for name in files(home / "ended")} <= recorded
    assert (home / "ended.jsonl.html").read_text("utf-8").endswith("</html>\n")
    assert not [*(home / "ended").glob(".*"), *home.glob(".ended*")]
