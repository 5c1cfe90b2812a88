"""``cleaner repeated``."""

import tomllib

import pytest

from cleaner.cli.main import main
from cleaner.profile import load_profile


def test_the_profile_it_prints_can_be_used(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f'Article {chr(65 + n)}\n\nRead "more\x7f" from us\n', "utf-8")
    assert main(["repeated", "0.txt", "1.txt", "2.txt"]) == 0
    out = capsys.readouterr().out
    assert tomllib.loads(out)["strip"]["repeated"] == ['read "more\x7f" from us']
    (tmp_path / "site.toml").write_text(out, "utf-8")
    assert main(["clean", "0.txt", "--profile", "site.toml"]) == 0
    assert load_profile("site.toml").table["strip"]["repeated"] == ['read "more\x7f" from us']


@pytest.mark.parametrize("command", [["repeated"], ["glossary", "suggest"]])
def test_an_input_that_fails_is_named_and_the_others_are_read(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.txt").touch()
    assert main([*command, "."]) == 1
    (tmp_path / "lines.jsonl").write_text('{"text": "Some article"}\n{broken\n')
    assert main([*command, "."]) == 3
    err = capsys.readouterr().err
    assert "empty.txt: the file holds no text" in err
    assert "lines.jsonl#2: not JSON" in err
    assert "the line is left out" in err


def test_what_cannot_be_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "0.txt").write_text("Read more\n", "utf-8")
    for args, status, said in (
        (["0.txt", "--least", "1"], 2, "--least 1"),
        (["0.txt", "--extends", "newz"], 1, "the nearest is 'news'"),
        (["nowhere.txt"], 1, "nowhere.txt: No such file"),
    ):
        assert main(["repeated", *args]) == status
        assert said in capsys.readouterr().err
