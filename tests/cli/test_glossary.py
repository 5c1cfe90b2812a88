"""The commands around glossaries."""

import pytest

from cleaner.cli.main import main

GLOSSARY = '[[entry]]\npreferred = "Georgy Zhukov"\nnative = "Георгий Жуков"\ntype = "person"\nsource = "x"\n'


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "g.toml").write_text(GLOSSARY, "utf-8")
    return tmp_path


def test_spellings_are_listed_with_how_they_come_about(capsys):
    assert main(["glossary", "expand", "g.toml"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.strip().split("\n")]
    assert all(len(line) == 3 and line[0] == "Georgy Zhukov" for line in lines)
    assert any("Schukow" in line[1] for line in lines)


def test_the_glossary_with_its_spellings_is_a_glossary_to_clean_with(folder, capfd):
    assert main(["glossary", "expand", "g.toml", "--as", "toml"]) == 0
    (folder / "wide.toml").write_text(capfd.readouterr().out, "utf-8")
    (folder / "a.txt").write_text("The marshal Georgij Schukow was not there, they said.", "utf-8")
    assert main(["clean", "a.txt", "--glossary", "wide.toml", "--changes", "log.jsonl"]) == 0
    assert "The marshal Georgy Zhukov was not there" in capfd.readouterr().out
    assert "normalize.term" in (folder / "log.jsonl").read_text("utf-8")


def test_names_in_several_spellings_are_suggested_as_entries(folder, capsys):
    (folder / "a.txt").write_text("“Idit Jeslom” helps deserters in Russia.", "utf-8")
    (folder / "b.txt").write_text("A man from “Idid Jeslom” spoke with us.", "utf-8")
    assert main(["glossary", "suggest", "a.txt", "b.txt"]) == 0
    out = capsys.readouterr().out
    assert "[[entry]]" in out
    assert "Idit Jeslom" in out
    assert "Idid Jeslom" in out


@pytest.mark.parametrize("kind", ["tsv", "csv", "tbx", "tbx2", "deepl", "google", "amazon", "omegat"])
def test_a_glossary_goes_to_another_kind(kind, capfd):
    assert main(["glossary", "convert", "g.toml", "--to", kind, "--source-lang", "ru"]) == 0
    assert "Georgy Zhukov" in capfd.readouterr().out


def test_an_unknown_kind_is_refused_with_the_nearest(capsys):
    assert main(["glossary", "convert", "g.toml", "--to", "depl"]) == 1
    assert "deepl" in capsys.readouterr().err
