"""The commands around translation."""

import pytest

from cleaner.cli.main import main

TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="de"/><body>
<tu><tuv xml:lang="de"><seg>Guten Tag.</seg></tuv><tuv xml:lang="en"><seg>Good day.</seg></tuv></tu>
</body></tmx>"""


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_models_are_listed_and_verified(capsys):
    assert main(["models", "list"]) == 0
    assert "cleaner models install" in capsys.readouterr().err
    assert main(["models", "verify"]) == 0


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["install", "none.argosmodel"], "no such file"),
        (["remove", "xx-yy"], "no model xx-yy"),
        (["available", "--index", "http://127.0.0.1:9/index.json"], "offline"),
        (["install", "de-en", "--index", "http://127.0.0.1:9/index.json"], "offline"),
    ],
)
def test_a_model_that_cannot_be_had_is_explained(capsys, args, complaint):
    assert main(["models", *args]) == 1
    err = capsys.readouterr().err
    assert complaint in err
    assert "Traceback" not in err


def test_a_memory_comes_in_and_goes_out_as_tmx(home, capsys):
    (home / "in.tmx").write_text(TMX)
    assert main(["memory", "import", "in.tmx", "--memory", "m.sqlite"]) == 0
    assert main(["memory", "stats", "--memory", "m.sqlite"]) == 0
    assert "1 segments" in capsys.readouterr().out
    assert main(["memory", "export", "out.tmx", "--memory", "m.sqlite"]) == 0
    assert "Good day." in (home / "out.tmx").read_text("utf-8")
    assert main(["memory", "export", "out.tmx", "--memory", "m.sqlite"]) == 1
    assert "File exists" in capsys.readouterr().err


def test_what_is_no_tmx_is_refused(home, capsys):
    (home / "in.tmx").write_text("<tmx>")
    assert main(["memory", "import", "in.tmx", "--memory", "m.sqlite"]) == 1
    assert "in.tmx" in capsys.readouterr().err
