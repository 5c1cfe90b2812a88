"""Models from a file, a folder and an index on loopback; every archive that is not one is refused."""

import errno
import functools
import hashlib
import http.server
import json
import shutil
import stat
import threading
import zipfile
from pathlib import Path
from typing import ClassVar

import pytest

from cleaner.engines.argos import find
from cleaner.engines.models import archive as archives
from cleaner.engines.models import available, install, installed, own_folder, remove, verify
from cleaner.engines.models.download import download
from cleaner.errors import EngineError
from tests import copy_model


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    package = copy_model.build(folder)
    return zipped(package, folder / "translate-de_en.argosmodel")


def zipped(package, path):
    with zipfile.ZipFile(path, "w") as file:
        for inner in sorted(package.rglob("*")):
            file.write(inner, f"{package.name}/{inner.relative_to(package)}")
    return path


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own"


class Server(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, honours Range, and breaks off after ``stop`` bytes where told to."""

    stop = 0
    ranges: ClassVar[list[str]] = []

    def log_message(self, *_):
        pass

    def do_GET(self):
        data = Path(self.translate_path(self.path)).read_bytes()
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.ranges.append(asked or "")
        if start >= len(data):
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(data)}")
            self.end_headers()
            return
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self.wfile.write(data[start : self.stop] if self.stop else data[start:])


@pytest.fixture
def site(tmp_path, archive):
    """An index and its archive, served on loopback; yields the folder and its address."""
    folder = tmp_path / "site"
    folder.mkdir()
    shutil.copy(archive, folder / "de_en.argosmodel")
    Server.stop, Server.ranges = 0, []
    handler = functools.partial(Server, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        write_index(folder, address)
        yield folder, address
        server.shutdown()


def write_index(folder, address, **more):
    links = [f"{address}/de_en.argosmodel"]
    entry = {
        "type": "translate",
        "from_code": "de",
        "to_code": "en",
        "from_name": "German",
        "to_name": "English",
    }
    old = entry | {"package_version": "0.9", "links": [f"{address}/old"]}
    new = entry | {"package_version": "1.10", "links": links} | more
    sbd = {"type": "sbd", "package_version": "1", "links": []}
    (folder / "index.json").write_text(json.dumps([new, old, sbd]))


def test_from_a_file_into_our_own_folder(archive, tmp_path):
    package = install(archive)
    assert package.path.parent == own_folder() == tmp_path / "home/.local/share/cleaner/packages"
    assert find().translate(["Das Haus?"], "de", "en")[0].why == "argos: de-en 0.1"
    assert [v.state for v in verify() if v.path == package.path] == ["sound"]


def test_from_a_folder(archive, own, tmp_path):
    first = install(archive, own)
    again = install(first.path, tmp_path / "other")
    assert again.digest == first.digest


def test_installing_again_replaces(archive, own):
    first = install(archive, own)
    (first.path / "old").write_text("")
    install(archive, own)
    assert not (first.path / "old").exists()
    assert [p.name for p in own.iterdir()] == ["translate-de_en"]


def failing(monkeypatch, *which):
    """Let the renames with these numbers fail, counted from 1."""
    rename, done = Path.rename, []

    def fail(self, target):
        done.append(target)
        if len(done) in which:
            raise OSError(errno.EACCES, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)


@pytest.mark.parametrize("which", [1, 2])
def test_a_model_that_cannot_be_placed_leaves_the_old_one(archive, own, monkeypatch, which):
    first = install(archive, own)
    failing(monkeypatch, which)
    with pytest.raises(EngineError, match=r"translate-de_en\.argosmodel: cannot be installed in .*own: Perm"):
        install(archive, own)
    assert [p.name for p in own.iterdir()] == ["translate-de_en"]
    assert [v.state for v in verify([own]) if v.path == first.path] == ["sound"]


def test_an_old_model_that_cannot_even_be_put_back_is_not_lost(archive, own, monkeypatch):
    install(archive, own)
    failing(monkeypatch, 2, 3)
    with pytest.raises(EngineError, match=r"it lies in .*\.old-") as error:
        install(archive, own)
    lies = Path(str(error.value).partition(" lies in ")[2].removesuffix(" now"))
    assert (lies / "model" / "model.bin").is_file()


def test_from_an_index(site, own):
    _, address = site
    told = []
    index = f"{address}/index.json"
    offers = available(index)
    assert [(o.pair, o.version, o.name) for o in offers] == [("de-en", "1.10", "German → English")]
    package = install("de-en", own, index=index, progress=lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 10_000
    assert [p.name for p in own.iterdir()] == [package.path.name]


def test_a_download_that_breaks_off_goes_on(site, tmp_path):
    folder, address = site
    whole = (folder / "de_en.argosmodel").read_bytes()
    Server.stop = 100_000
    with pytest.raises(EngineError, match="goes on from there"):
        download(f"{address}/de_en.argosmodel", tmp_path / "got")
    Server.stop = 0
    download(f"{address}/de_en.argosmodel", tmp_path / "got")
    assert (tmp_path / "got").read_bytes() == whole
    assert Server.ranges == ["", "bytes=100000-"]


def test_a_part_that_is_whole_is_not_brought_again(site, tmp_path):
    folder, address = site
    whole = (folder / "de_en.argosmodel").read_bytes()
    (tmp_path / "got.part").write_bytes(whole)
    download(f"{address}/de_en.argosmodel", tmp_path / "got")
    assert (tmp_path / "got").read_bytes() == whole
    (tmp_path / "got.part").write_bytes(whole + b"more")
    with pytest.raises(EngineError, match="does not fit"):
        download(f"{address}/de_en.argosmodel", tmp_path / "got")
    assert not (tmp_path / "got.part").exists()


def test_an_archive_with_another_hash_is_refused(site, own, archive):
    folder, address = site
    write_index(folder, address, sha256="0" * 64)
    with pytest.raises(EngineError, match="SHA-256"):
        install("de-en", own, index=f"{address}/index.json")
    with pytest.raises(EngineError, match="SHA-256"):
        install(archive, own, sha256="0" * 64)
    with pytest.raises(EngineError, match="a folder has no SHA-256"):
        install(archive.parent / "translate-de_en", own, sha256="0" * 64)
    assert list(own.iterdir()) == []
    install(archive, own, sha256=hashlib.sha256(archive.read_bytes()).hexdigest())


def test_a_pair_that_is_not_in_the_index_and_one_that_is_none(site, own):
    index = f"{site[1]}/index.json"
    with pytest.raises(EngineError, match="no model de-fr; it has de-en"):
        install("de-fr", own, index=index)
    with pytest.raises(EngineError, match="write it as de-en"):
        install("german", own, index=index)
    with pytest.raises(EngineError, match="no such file"):
        install("x.argosmodel", own, index=index)


def test_a_model_of_another_pair_than_was_asked_for_is_refused(site, own):
    folder, address = site
    write_index(folder, address, from_code="pt")
    with pytest.raises(EngineError, match="a model de-en: refused"):
        install("pt-en", own, index=f"{address}/index.json")
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("code", ["en/../../victim", "../../victim", "", 5])
def test_a_package_whose_language_is_a_path_is_refused(archive, own, tmp_path, code):
    """Else the folder that it leads to would be replaced."""
    (tmp_path / "victim").mkdir()
    shutil.copytree(archive.parent / "translate-de_en", tmp_path / "evil")
    about = json.loads((tmp_path / "evil/metadata.json").read_text())
    (tmp_path / "evil/metadata.json").write_text(json.dumps(about | {"to_code": code}))
    with pytest.raises(EngineError, match=r"no code of a language|lacks languages"):
        install(zipped(tmp_path / "evil", tmp_path / "evil.argosmodel"), own)
    assert list(own.iterdir()) == []
    assert (tmp_path / "victim").is_dir()


def test_a_folder_that_is_no_package_is_not_copied(own, tmp_path):
    with pytest.raises(EngineError, match="not an Argos package"):
        install(tmp_path, own)


def test_offline_says_what_can_be_done(own):
    with pytest.raises(EngineError, match=r"bring the \.argosmodel file"):
        install("de-en", own, index="http://127.0.0.1:9/index.json")


@pytest.mark.parametrize(
    "text",
    ["no json", "[" * 100_000, '[{"from_code": 5, "to_code": "en"}]', "{}", '[{"type": "translate"}]', "[1]"],
)
def test_what_is_no_index_is_refused(tmp_path, text):
    (tmp_path / "index.json").write_text(text)
    if text == "{}":
        assert available((tmp_path / "index.json").as_uri()) == []
        return
    with pytest.raises(EngineError, match="not an index"):
        available((tmp_path / "index.json").as_uri())


def bad(tmp_path, members):
    path = tmp_path / "bad.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return path


LINK = zipfile.ZipInfo("p/link")
LINK.external_attr = (stat.S_IFLNK | 0o777) << 16


@pytest.mark.parametrize(
    "members",
    [
        [("../evil", "x"), ("p/metadata.json", "{}")],
        [("/evil", "x")],
        [("p\\..\\..\\evil", "x")],
        [("c:evil", "x")],
        [(LINK, "/etc/passwd"), ("p/metadata.json", "{}")],
        [("p/bomb", b"\0" * (8 << 20)), ("p/metadata.json", "{}")],
        [("metadata.json", "{}")],
        [("p/metadata.json", "{}")],
        [("p/metadata.json", "{"), ("p/model/model.bin", "x")],
        [("p/metadata.json", "{}"), ("p/model", "x"), ("p/model/", "")],
    ],
)
def test_archives_that_are_no_packages_are_refused_and_leave_nothing(members, own, tmp_path):
    with pytest.raises(EngineError):
        install(bad(tmp_path, members), own)
    assert list(own.iterdir()) == []
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("members", [[("p/metadata.json", "{}")], [("p/metadata.json", "{")], [("p", "")]])
def test_what_is_wrong_is_said_of_the_file_that_was_named(members, own, tmp_path):
    path = bad(tmp_path, members)
    with pytest.raises(EngineError, match=r"^[^ ]*/bad\.argosmodel: ") as error:
        install(path, own)
    assert ".new-" not in str(error.value)


def test_what_is_wrong_with_a_download_is_said_of_its_address(site, own):
    folder, address = site
    (folder / "de_en.argosmodel").write_bytes(b"no zip")
    entry = {"from_code": "de", "to_code": "en", "package_version": "1.10", "type": "translate"}
    entry["links"] = [f"{address}/de_en.argosmodel"]
    (folder / "index.json").write_text(json.dumps([entry]))
    with pytest.raises(EngineError, match=r"^http.*/de_en\.argosmodel: not an Argos package"):
        install("de-en", own, index=f"{address}/index.json")


def test_too_many_files_are_refused(own, tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_FILES", 2)
    with pytest.raises(EngineError, match="refused"):
        install(bad(tmp_path, [(f"p/{n}", "x") for n in range(3)]), own)


def test_a_file_that_is_no_archive_is_refused(own, tmp_path):
    (tmp_path / "no.argosmodel").write_bytes(b"no zip")
    with pytest.raises(EngineError, match=r"no\.argosmodel: not an Argos package"):
        install(tmp_path / "no.argosmodel", own)


@pytest.mark.parametrize(("old", "new"), [(b"\xab\xae", b"\xff\xff"), ("ü".encode(), b"\xc3\xc3")])
def test_an_archive_that_broke_on_its_way_is_refused(old, new, own, tmp_path):
    path = bad(tmp_path, [("ü/metadata.json", "{}" * 9)])
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))
    with pytest.raises(EngineError, match="not an Argos package"):
        install(path, own)


def test_an_index_may_number_its_versions_as_it_likes(tmp_path):
    entry = {"from_code": "de", "to_code": "en", "package_version": "1.\u00b2"}
    (tmp_path / "index.json").write_text(json.dumps([entry]))
    assert [offer.pair for offer in available((tmp_path / "index.json").as_uri())] == ["de-en"]


@pytest.mark.parametrize("metadata", ["[" * 100_000, '{"languages": 5}', "[]", "5"])
def test_a_folder_that_is_no_package_hides_no_other(metadata, archive, own):
    install(archive, own)
    stray = own / "another"
    (stray / "model").mkdir(parents=True)
    (stray / "model" / "model.bin").touch()
    (stray / "metadata.json").write_text(metadata)
    assert ("de", "en") in {(p.source, p.target) for p in installed([own])}
    assert {v.state for v in verify([own]) if v.path == stray} == {"broken"}


@pytest.mark.parametrize("pinned", ["[]", "null", "[" * 100_000, "{}", '{"origin": "", "files": {"a": []}}'])
def test_a_model_whose_pin_is_broken_is_broken(pinned, archive, own):
    package = install(archive, own)
    (package.path / "cleaner.json").write_text(pinned)
    assert {v.state for v in verify([own]) if v.path == package.path} == {"broken"}


def test_a_changed_file_is_found_and_a_stray_folder_named(archive, own):
    package = install(archive, own)
    with (package.path / "model" / "model.bin").open("r+b") as file:
        file.write(b"X")
    (own / "stray").mkdir()
    verdicts = {v.path.name: v for v in verify([own]) if v.path.parent == own}
    assert verdicts["translate-de_en"].state == "broken"
    assert "model/model.bin" in verdicts["translate-de_en"].message
    assert verdicts["stray"].state == "broken"


def test_remove(archive, own, monkeypatch):
    package = install(archive, own)
    assert remove("de-en", own) == package.path
    assert not package.path.exists()


def test_what_another_program_installed_is_not_removed(archive, own, tmp_path, monkeypatch):
    theirs = tmp_path / "theirs"
    install(archive, theirs)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(theirs))
    assert ("de", "en") in {(p.source, p.target) for p in installed([own])}
    with pytest.raises(EngineError, match="not ours"):
        remove("de-en", own)
    with pytest.raises(EngineError, match="no model fr-en"):
        remove("fr-en", own)
