"""Compiled term bases on disk: read when they are whole, made anew when they are not."""

import os
import subprocess
import sys

import numpy as np
import pytest

from cleaner.document import Document
from cleaner.steps.base import Setup
from cleaner.steps.normalize import Options, build
from cleaner.terms import cache, repair
from cleaner.terms.entry import Entry, TermBase
from cleaner.terms.repair import Matcher

TEXT = "Idit Jeslom met NATALIA ROMANOVA and Sergei Fargal, the ProAsyl people said.  \
The group “Get Lost” has a Wikla9."
BASE = TermBase(
    (
        Entry("i", "Idite Lesom", native=("Идите лесом",), type="organisation"),
        Entry("n", "Natalja Romanowa", deprecated=("Natalia Romanova",), type="person"),
        Entry("f", "Sergei Furgal"),
        Entry("p", "Pro Asyl"),
        Entry("w", "Wikla 9"),
    )
)
PARTS = [name for name in vars(repair) if name.startswith("compile_")]


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(repair, "LARGE", 5)


def edits(base=BASE, lang=None):
    return list(Matcher(base, lang, keep=True).edits(TEXT))


def kept(part="unseen"):
    return sorted(cache.folder().glob(f"{part}-*")) if cache.folder().exists() else []


def refuse(*_):
    raise AssertionError("compiled again")


def homeless():
    raise RuntimeError


def forbid(*_):
    raise PermissionError


def test_what_was_read_finds_what_was_compiled(monkeypatch):
    compiled = edits()
    assert compiled == list(Matcher(BASE).edits(TEXT))
    assert {e.rule for e in compiled} >= {"normalize.literal", "normalize.space", "normalize.spelling"}
    assert len(kept()) == 1
    assert len(kept("*")) == len(PARTS)
    for part in PARTS:
        monkeypatch.setattr(repair, part, refuse)
    assert edits() == compiled


def test_another_content_language_or_code_is_another_file(monkeypatch):
    edits()
    edits(TermBase((*BASE.entries, Entry("x", "Xenia"))))
    edits(lang="en")
    assert len(kept()) == 3
    monkeypatch.setattr(cache, "_code", lambda: "another version")
    edits()
    assert len(kept()) == 4


def broken(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def spoilt(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path):
    path.write_bytes(b"")


def foreign(path):
    np.savez(path, name=np.array("other"), x=np.zeros(3))


def unsafe(path):
    np.savez(path, x=np.array([{}], dtype=object))


def another(path):
    edits(TermBase(BASE.entries[::-1]))
    (other,) = set(kept()) - {path}
    other.replace(path)


@pytest.mark.parametrize("spoil", [broken, spoilt, empty, foreign, unsafe, another])
def test_a_file_that_is_no_good_is_made_anew(spoil):
    compiled = edits()
    (path,) = kept()
    good = path.read_bytes()
    spoil(path)
    assert edits() == compiled
    assert path.read_bytes() == good


def test_many_processes_at_once_leave_one_good_file(tmp_path):
    code = """
from cleaner.terms import repair
from tests.terms.test_cache import BASE, TEXT
repair.LARGE = 5
print(len(list(repair.Matcher(BASE, keep=True).edits(TEXT))))
"""
    env = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    running = [
        subprocess.Popen([sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert {p.communicate()[0].strip() for p in running} == {str(len(edits()))}
    assert [path.suffix for path in kept()] == [".npz"]
    assert len(kept("*")) == len(PARTS)


def test_only_the_last_used_are_kept(monkeypatch):
    monkeypatch.setattr(cache, "KEPT", 2 * len(PARTS))
    for number, name in enumerate(["A", "B", "C"]):
        edits(TermBase((*BASE.entries, Entry(name, f"{name}ndrej Babisch"))))
        for path in kept("*"):
            if path.stat().st_mtime > len("ABC"):
                os.utime(path, (number, number))
    assert len(kept()) == 2


def test_small_term_bases_are_never_kept():
    edits(TermBase(BASE.entries[:3]))
    assert kept("*") == []


def test_a_cache_that_cannot_be_written_to_does_no_harm(tmp_path):
    (tmp_path / "cleaner").write_text("a file where a folder should be")
    assert edits() == list(Matcher(BASE).edits(TEXT))


@pytest.mark.parametrize(("on", "files"), [(True, len(PARTS)), (False, 0)])
def test_it_can_be_turned_off(on, files):
    build(Options(cache=on), Setup(terms=BASE))(Document("d", TEXT, lang="en"))
    assert len(kept("*")) == files


def test_nothing_is_written_where_nobody_asked():
    list(Matcher(BASE).edits(TEXT))
    assert kept("*") == []


def test_without_a_home_nothing_is_kept(monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(cache.Path, "home", homeless)
    assert edits() == list(Matcher(BASE).edits(TEXT))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_only_be_read_is_read(monkeypatch):
    compiled = edits()
    monkeypatch.setattr(repair, "compile_names", refuse)
    monkeypatch.setattr(os, "utime", forbid)
    assert edits() == compiled
