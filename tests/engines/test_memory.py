"""The translation memory: nothing is decoded twice, nothing is lost to a kill, people's units come first."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
import tracemalloc
from dataclasses import dataclass, field

import pytest

from cleaner.engines import tmx
from cleaner.engines.base import Translation
from cleaner.engines.memory import SURE, Memory, Unit, _write_ahead, default_path
from cleaner.engines.remembered import Remembered
from cleaner.errors import EngineError, FormatError


@dataclass
class Upper:
    name: str = "upper"
    mark: str = "1"
    asked: list[str] = field(default_factory=list)

    def missing(self, source, target):
        return None

    def caution(self, source, target):
        return None

    def fingerprints(self, texts, source, target):
        return [self.mark] * len(texts)

    def translate(self, texts, source, target):
        self.asked += texts
        return [Translation(t.upper(), "upper: de-en", 0.8, ("odd",) if "?" in t else ()) for t in texts]


@pytest.fixture
def memory(tmp_path):
    memory = Memory(tmp_path / "memory.sqlite")
    yield memory
    memory.close()


def test_what_was_translated_is_not_translated_again(memory):
    engine = Upper()
    remembered = Remembered(engine, memory)
    first = remembered.translate(["a", "b?", "a"], "de", "en")
    second = remembered.translate(["c", "b?", "a"], "de", "en")
    assert engine.asked == ["a", "b?", "c"]
    assert second[1:] == [first[1], first[0]]
    assert first[1].faults == ("odd",)


@pytest.mark.parametrize("change", ["mark", "source", "target"])
def test_another_model_setting_or_pair_is_translated_again(memory, change):
    Remembered(Upper(), memory).translate(["a"], "de", "en")
    engine = Upper(mark="2" if change == "mark" else "1")
    source, target = "fr" if change == "source" else "de", "es" if change == "target" else "en"
    Remembered(engine, memory).translate(["a"], source, target)
    assert engine.asked == ["a"]


def test_regions_of_a_language_share_their_units(memory):
    engine = Upper()
    Remembered(engine, memory).translate(["a"], "de-AT", "en")
    Remembered(engine, memory).translate(["a"], "de", "en-GB")
    assert engine.asked == ["a"]


def test_a_persons_unit_comes_first_and_says_where_it_is_from(memory):
    Remembered(Upper(), memory).translate(["Haus"], "de", "en")
    memory.add([Unit("Haus", "house", "de", "en", "desk.tmx")])
    done = Remembered(Upper(), memory).translate(["Haus"], "de", "en")[0]
    assert (done.text, done.why, done.confidence) == ("house", "memory: desk.tmx", SURE)


def test_many_segments_are_looked_up(memory):
    texts = [str(n) for n in range(2500)]
    first = Remembered(Upper(), memory).translate(texts, "de", "en")
    engine = Upper()
    assert Remembered(engine, memory).translate(texts, "de", "en") == first
    assert not engine.asked


def test_stats(memory):
    Remembered(Upper(), memory).translate(["a", "b"], "de", "en")
    memory.add([Unit("c", "d", "fr", "en", "desk.tmx")])
    stats = memory.stats()
    assert stats.units == {("de", "en", "upper"): 2, ("fr", "en", "desk.tmx"): 1}
    assert stats.size > 0


def test_there_and_back_by_tmx(memory, tmp_path):
    units = [
        Unit("Müller & <Sohn>", "Müller & Son\x01", "de", "en", "desk"),
        Unit("Рубль", "rouble", "ru", "en", "desk"),
    ]
    memory.add(units)
    Remembered(Upper(), memory).translate(["machine"], "de", "en")
    file = io.BytesIO()
    assert tmx.write(memory.units(), file) == 3
    path = tmp_path / "all.tmx"
    path.write_bytes(file.getvalue())
    back = [(u.source, u.target, u.source_lang) for u in tmx.read(path)]
    assert back == [("Müller & <Sohn>", "Müller & Son", "de"), ("Рубль", "rouble", "ru")]


def test_other_tools_tmx_is_read(tmp_path):
    path = tmp_path / "other.tmx"
    path.write_text(
        """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header srclang="DE-DE"/><body>
        <tu><tuv xml:lang="EN-US"><seg>The <bpt i="1">{b}</bpt><hi>ho</hi>use</seg></tuv>
            <tuv lang="de-DE"><seg>Das Haus</seg></tuv><tuv xml:lang="fr"><seg></seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>alone</seg></tuv></tu></body></tmx>""",
        "utf-8",
    )
    assert list(tmx.read(path)) == [Unit("Das Haus", "The house", "de", "en", "other.tmx")]


def test_a_large_tmx_is_taken_over_in_little_memory(memory, tmp_path):
    path = tmp_path / "large.tmx"
    with path.open("wb") as file:
        tmx.write(
            (Unit(f"Satz {n} " * 9, f"sentence {n} " * 9, "de", "en", "x") for n in range(12_000)), file
        )
    tracemalloc.start()
    try:
        assert memory.add(tmx.read(path)) == 12_000
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 5_000 * 1500  # one lot of units, and not the file


def test_what_stands_outside_the_units_is_not_held(tmp_path):
    path = tmp_path / "odd.tmx"
    unit = "<tu><tuv lang='de'><seg>ja</seg></tuv><tuv lang='en'><seg>yes</seg></tuv></tu>"
    path.write_text(f"<tmx><body>{'<note>x</note>' * 30_000}{unit}</body></tmx>")
    tracemalloc.start()
    try:
        assert [u.target for u in tmx.read(path)] == ["yes"]
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 2_000_000


@pytest.mark.parametrize(
    "text",
    [
        "<tmx><body>",
        '<?xml version="1.0" encoding="nonsense"?><tmx/>',
        f"<tmx><body><tu><tuv lang='de'><seg>{'<hi>' * 5000}{'</hi>' * 5000}</seg></tuv></tu></body></tmx>",
    ],
)
def test_what_is_no_tmx_is_refused_with_its_name(tmp_path, text):
    (tmp_path / "no.tmx").write_text(text)
    with pytest.raises(FormatError, match=r"no\.tmx"):
        list(tmx.read(tmp_path / "no.tmx"))


def test_a_file_that_is_not_there_is_not_called_broken(tmp_path):
    with pytest.raises(FormatError, match=r"no\.tmx: No such file or directory$"):
        list(tmx.read(tmp_path / "no.tmx"))


def test_what_is_no_memory_is_refused_with_its_name(tmp_path):
    (tmp_path / "no.sqlite").write_text("no database, but long enough to be looked at by SQLite as one")
    with pytest.raises(EngineError, match=r"no\.sqlite"):
        Memory(tmp_path / "no.sqlite")


def test_another_programs_table_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "no.sqlite") as db:
        db.execute("CREATE TABLE unit (name TEXT)")
    db.close()
    with pytest.raises(EngineError, match=r"no\.sqlite"):
        Memory(tmp_path / "no.sqlite")


def test_a_memory_that_is_damaged_says_so(tmp_path):
    memory = Memory(tmp_path / "m.sqlite")
    memory.add(Unit(f"Satz {n} " * 50, f"sentence {n}", "de", "en", "us") for n in range(500))
    memory.close()
    memory = Memory(tmp_path / "m.sqlite")
    data = (tmp_path / "m.sqlite").read_bytes()
    (tmp_path / "m.sqlite").write_bytes(data[:8192].ljust(len(data), b"x"))
    for ask in (
        memory.stats,
        lambda: list(memory.units()),
        lambda: memory.look([f"Satz {n} " * 50 for n in range(500)], "de", "en", [""] * 500),
        lambda: memory.add([Unit(f"Satz {n} neu", "", "de", "en", "us") for n in range(500)]),
    ):
        with pytest.raises(EngineError, match=r"m\.sqlite: the memory fails.*move it away"):
            ask()
    memory.close()


def test_a_memory_that_others_open_for_the_first_time_too_is_waited_for():
    class Busy:
        left = 2

        def execute(self, _):
            self.left -= 1
            if self.left >= 0:
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise error

    busy = Busy()
    _write_ahead(busy)
    assert busy.left == -1


def test_a_tmx_file_with_half_a_character_in_its_name_is_taken_over(memory, tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.tmx")
    with path.open("wb") as file:
        tmx.write([Unit("Hallo", "Hello", "de", "en", "x")], file)
    assert memory.add(tmx.read(path)) == 1
    assert [unit.origin for unit in memory.units()] == ["caf\\udce9.tmx"]


def test_it_lies_in_the_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "cleaner" / "memory.sqlite"


WRITER = """
    import sys, itertools
    from cleaner.engines.base import Translation
    from cleaner.engines.memory import Memory
    memory = Memory(sys.argv[1])
    print("ready", flush=True)
    for n in itertools.count():
        texts = [f"{sys.argv[2]} {n} {k}" for k in range(50)]
        memory.keep(texts, [Translation(t) for t in texts], ("de", "en"), [""] * 50, "e")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL on this system")
def test_writers_killed_at_any_moment_leave_whole_batches(tmp_path):
    path = tmp_path / "memory.sqlite"
    for life in range(4):
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", textwrap.dedent(WRITER), str(path), f"{life}{w}"], stdout=-1
            )
            for w in range(2)
        ]
        for writer in writers:
            writer.stdout.readline()
        time.sleep(0.05 * (life + 1))
        for writer in writers:
            os.kill(writer.pid, signal.SIGKILL)
            writer.wait()
            writer.stdout.close()
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        count = db.execute("SELECT count(*) FROM unit").fetchone()[0]
    db.close()
    assert count > 0
    assert count % 50 == 0
