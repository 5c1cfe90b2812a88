"""The engine over packages: found, read, routed, decoded; with models that copy, so the output is known."""

import pytest

from cleaner.engines.argos import find
from cleaner.engines.ct2 import Decoder, Search
from cleaner.engines.packages import FOLDERS, installed
from cleaner.errors import EngineError
from tests import copy_model

TEXTS = [
    "Das ist ein Haus.",
    "Die Katze, 12 Häuser und Łódź – „schön“, foo_bar @x_y https://a.de/x_y?q=1.",
    "Das ist ein Haus. " * 40 + "Ende",
    "Берлин",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    copy_model.build(folder, "de", "en")
    copy_model.build(folder, "ru", "de")
    (folder / "stray").mkdir()
    (folder / "broken").mkdir()
    (folder / "broken" / "metadata.json").write_text("{")
    return folder


@pytest.fixture(scope="module")
def engine(folder):
    return find([folder])


@pytest.fixture(autouse=True)
def _no_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    monkeypatch.delenv(FOLDERS, raising=False)


def test_every_text_comes_back_whole_and_in_order(engine):
    done = engine.translate(TEXTS, "de", "en")
    assert [t.text for t in done] == TEXTS
    assert all("argos" in t.why and "de-en 0.1" in t.why for t in done)


def test_the_same_text_in_any_company_is_the_same(engine):
    alone = [engine.translate([text], "de", "en")[0] for text in TEXTS]
    assert engine.translate(TEXTS, "de", "en") == alone
    assert engine.translate(TEXTS[::-1], "de", "en") == alone[::-1]


def test_stray_and_broken_folders_hide_no_package(folder):
    assert {(p.source, p.target) for p in installed([folder])} >= {("de", "en"), ("ru", "de")}


def test_the_environment_and_argos_own_folder_are_looked_at(folder, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    assert ("ru", "de") in {(p.source, p.target) for p in installed()}
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    assert ("ru", "de") not in {(p.source, p.target) for p in installed()}
    monkeypatch.setenv(FOLDERS, str(folder))
    assert ("ru", "de") in {(p.source, p.target) for p in installed()}


def test_looking_writes_nothing_under_the_home_folder(engine, tmp_path):
    engine.translate(["Das ist."], "de", "en")
    assert not (tmp_path / "home").exists()


def test_a_pair_without_a_model_goes_through_a_third_language(engine):
    done = engine.translate(["Das Haus."], "ru", "en")[0]
    assert done.text == "Das Haus."
    assert "ru-de 0.1, then de-en" in done.why


def test_a_regional_tag_finds_the_package_of_its_language(engine):
    assert engine.missing("de-AT", "en-GB") is None


def test_a_missing_model_is_named_with_its_remedy(engine):
    assert "cleaner models install fr-en" in engine.missing("fr", "en")
    with pytest.raises(EngineError, match="fr to en"):
        engine.translate(["Bonjour."], "fr", "en")


def test_a_broken_model_is_an_engine_error(tmp_path):
    package = copy_model.build(tmp_path)
    (package / "model" / "model.bin").write_bytes(b"no model")
    with pytest.raises(EngineError, match="cannot be read"):
        find([tmp_path]).translate(["Das."], "de", "en")


def test_hypotheses_are_as_many_as_asked_for_and_say_where_they_looked(folder):
    decoder = Decoder(installed([folder])[0])
    found = decoder.hypotheses(["Das ist ein Haus."], Search(beam=4, best=3, attention=True))[0]
    assert len(found) == 3
    assert found[0].score >= found[1].score
    assert len(found[0].attention) == len(found[0].pieces)
