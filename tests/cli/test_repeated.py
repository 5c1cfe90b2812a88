"""``cleaner repeated``."""

import tomllib

from cleaner.cli.main import main
from cleaner.profile import load_profile


def test_the_profile_it_prints_can_be_used(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f'Article {chr(65 + n)}\n\nRead "more" from us\n', "utf-8")
    assert main(["repeated", "0.txt", "1.txt", "2.txt"]) == 0
    out = capsys.readouterr().out
    assert tomllib.loads(out)["strip"]["repeated"] == ['read "more" from us']
    (tmp_path / "site.toml").write_text(out, "utf-8")
    assert main(["clean", "0.txt", "--profile", "site.toml"]) == 0
    assert load_profile("site.toml").table["strip"]["repeated"] == ['read "more" from us']


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
