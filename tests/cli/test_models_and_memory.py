"""The commands around translation."""

import json
import shutil

import pytest

from cleaner.cli.main import main
from cleaner.engines.memory import Memory, Unit
from cleaner.errors import EngineError
from tests import copy_model

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


def test_a_model_is_found_installed_used_and_removed(home, capsys):
    shutil.make_archive(str(home / "m"), "zip", copy_model.build(home / "made", cipher=True).parent)
    entry = {"from_code": "de", "to_code": "en", "package_version": "1", "links": [(home / "m.zip").as_uri()]}
    (home / "index.json").write_text(json.dumps([entry]))
    index = ["--index", (home / "index.json").as_uri()]
    assert main(["models", "available", *index]) == 0
    assert main(["models", "install", "de-en", *index]) == 0
    assert main(["models", "list"]) == 0
    assert (
        capsys.readouterr().out.count("de-en") == 3
    )  # offered, installed, listed in the bundled one's place
    (home / "a.txt").write_text("Die Katze schläft heute in dem alten Haus.\n", "utf-8")
    assert main(["clean", "a.txt", "--from", "de", "--to", "en", "--steps", "translate", "--json"]) == 0
    assert "argos: de-en 0.1" in capsys.readouterr().out
    assert main(["models", "remove", "de-en"]) == 0
    assert main(["models", "list"]) == 0
    assert "bundled" in capsys.readouterr().out


def test_a_memory_comes_in_and_goes_out_as_tmx(home, capsys):
    (home / "in.tmx").write_text(TMX)
    assert main(["memory", "import", "in.tmx", "--memory", "m.sqlite"]) == 0
    assert main(["memory", "stats", "--memory", "m.sqlite"]) == 0
    assert "1 segments" in capsys.readouterr().out
    assert main(["memory", "export", "out.tmx", "--memory", "m.sqlite"]) == 0
    assert "Good day." in (home / "out.tmx").read_text("utf-8")
    assert main(["memory", "export", "out.tmx", "--memory", "m.sqlite"]) == 1
    assert "File exists" in capsys.readouterr().err


def test_a_memory_that_is_not_there_is_not_made_to_be_looked_into(home, capsys):
    for action in (["stats"], ["export", "out.tmx"]):
        assert main(["memory", *action, "--memory", "typo.sqlite"]) == 1
        assert "typo.sqlite: no such file" in capsys.readouterr().err
    assert not (home / "typo.sqlite").exists()


def test_what_is_no_tmx_is_refused(home, capsys):
    (home / "in.tmx").write_text("<tmx>")
    assert main(["memory", "import", "in.tmx", "--memory", "m.sqlite"]) == 1
    assert "in.tmx" in capsys.readouterr().err


def test_of_a_tmx_that_breaks_off_nothing_is_taken_over(home, capsys):
    unit = "<tu><tuv lang='de'><seg>{0}</seg></tuv><tuv lang='en'><seg>{0}</seg></tuv></tu>"
    (home / "in.tmx").write_text(f"<tmx><body>{''.join(unit.format(n) for n in range(6000))}")
    assert main(["memory", "import", "in.tmx", "--memory", "m.sqlite"]) == 1
    assert main(["memory", "stats", "--memory", "m.sqlite"]) == 1
    assert "m.sqlite: no such file" in capsys.readouterr().err


def test_a_memory_that_breaks_off_leaves_no_half_tmx(home, capsys, monkeypatch):
    def units(_):
        yield Unit("Hallo", "Hello", "de", "en", "x")
        raise EngineError("the memory fails")

    monkeypatch.setattr(Memory, "units", units)
    for _ in range(2):
        assert main(["memory", "export", "out.tmx"]) == 1
        assert "the memory fails" in capsys.readouterr().err
    assert not (home / "out.tmx").exists()
