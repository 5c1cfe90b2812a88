import pytest

from cleaner.engines.packages import FOLDERS
from tests import copy_model


@pytest.fixture(scope="session")
def copier(tmp_path_factory):
    """A folder with a package whose model copies."""
    folder = tmp_path_factory.mktemp("copier")
    copy_model.build(folder)
    return folder


@pytest.fixture(scope="session")
def cipher(tmp_path_factory):
    """A folder with a package whose model turns small letters into others, and Berlin into Bonn."""
    folder = tmp_path_factory.mktemp("cipher")
    copy_model.build(folder, cipher=True, swap={"▁Berlin": "▁Bonn"}, extra=("▁Bonn", "▁Berlin"))
    return folder


@pytest.fixture(autouse=True)
def _no_home(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR", FOLDERS):
        monkeypatch.delenv(name, raising=False)
