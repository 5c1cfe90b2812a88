"""The command: what goes in, what comes out, and what it says of bad input."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cleaner.cli.draft import Draft, UnwrittenError
from cleaner.cli.main import main

GARBLED = "The deserters were helped by Idit Jeslom, Pro acyl said on Monday in Berlin.\n"
CLEAN = "The deserters were helped by Idite Lesom, Pro Asyl said on Monday in Berlin.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def article(folder):
    path = folder / "a.txt"
    path.write_text(GARBLED, "utf-8")
    return path


def test_the_text_goes_to_standard_output(article, capfd):
    assert main(["clean", "a.txt"]) == 0
    out, err = capfd.readouterr()
    assert out == CLEAN
    assert err.startswith("1 document: 2 changes made")


def test_standard_input_is_a_document(folder, capfd, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GARBLED.encode())))
    assert main(["clean", "-", "-q"]) == 0
    assert capfd.readouterr() == (CLEAN, "")


def test_an_output_file(article, folder):
    assert main(["clean", "a.txt", "-o", "out/b.txt"]) == 0
    assert (folder / "out" / "b.txt").read_text("utf-8") == CLEAN
    assert article.read_text("utf-8") == GARBLED
    assert [p.name for p in (folder / "out").iterdir()] == ["b.txt"]


def test_a_folder_is_mirrored_into_a_folder(folder):
    (folder / "in" / "deep").mkdir(parents=True)
    (folder / "in" / "a.txt").write_text(GARBLED)
    (folder / "in" / "deep" / "b.md").write_text(GARBLED)
    (folder / "in" / "picture.png").write_bytes(b"\x89PNG")
    assert main(["clean", "in", "-o", "out"]) == 0
    assert (folder / "out" / "a.txt").read_text() == CLEAN
    assert (folder / "out" / "deep" / "b.md").read_text() == CLEAN


def test_a_name_that_ends_in_a_slash_is_a_folder(article, folder):
    assert main(["clean", "a.txt", "-o", "out/"]) == 0
    assert (folder / "out" / "a.txt").read_text() == CLEAN


def test_line_ends_stay_as_they_were(folder):
    (folder / "a.txt").write_bytes(GARBLED.replace("\n", "\r\n").encode() * 2)
    assert main(["clean", "a.txt", "-o", "b.txt"]) == 0
    assert (folder / "b.txt").read_bytes() == CLEAN.replace("\n", "\r\n").encode() * 2


def test_json_tells_all(article, capsys):
    assert main(["clean", "a.txt", "--json", "-q"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["id"] == "a.txt"
    assert record["text"] == CLEAN
    assert record["lang"] == "en"
    assert record["profile"]["name"] == "news"
    change = record["changes"][0]
    assert (change["step"], change["old"], change["new"]) == ("normalize", "Idit Jeslom", "Idite Lesom")
    assert (change["start"], change["state"], change["rule"]) == (29, "made", "normalize.term")
    assert CLEAN[slice(*change["at"])] == "Idite Lesom"
    assert 0.9 <= change["confidence"] <= 1
    assert "idite-lesom" in change["why"]


def test_a_jsonl_file_keeps_its_other_keys_and_its_broken_lines(folder, capfd):
    good = json.dumps({"id": 7, "text": GARBLED, "tags": ["x"], "url": "u"})
    (folder / "a.jsonl").write_text(f'{good}\n{{"id": 8, "text"\n{{"id": 9}}\n\n')
    assert main(["clean", "a.jsonl", "-o", "b.jsonl"]) == 3
    lines = (folder / "b.jsonl").read_text().split("\n")
    assert json.loads(lines[0]) == {"id": 7, "text": CLEAN, "tags": ["x"], "url": "u"}
    assert lines[1:3] == ['{"id": 8, "text"', '{"id": 9}']
    err = capfd.readouterr().err
    assert "a.jsonl#2: not JSON" in err
    assert 'a.jsonl#3: not an object with a "text"' in err


def test_the_log_tells_records_of_one_name_apart(folder):
    (folder / "a.jsonl").write_text(f"{json.dumps({'id': 1, 'text': GARBLED})}\n" * 2)
    assert main(["clean", "a.jsonl", "--changes", "log"]) == 0
    told = [json.loads(line) for line in (folder / "log").read_text().splitlines()]
    assert {(c["id"], c["place"]) for c in told} == {("1", "a.jsonl#1"), ("1", "a.jsonl#2")}


def test_markdown_code_is_left_alone(folder, capfd):
    code = "```\nPro acyl\n```\n"
    (folder / "a.md").write_text(f"{GARBLED}\n{code}")
    assert main(["clean", "a.md", "-q"]) == 0
    assert capfd.readouterr().out == f"{CLEAN}\n{code}"


def test_html_becomes_text(folder, capfd):
    body = "".join(f"<p>{GARBLED} It was paragraph {i} of a long report about the war.</p>" for i in range(6))
    page = f"<html><body><nav><a>Home</a></nav><article><h1>A title</h1>{body}</article></body></html>"
    (folder / "a.html").write_text(page)
    assert main(["clean", "a.html", "-q"]) == 0
    out = capfd.readouterr().out
    assert "Idite Lesom" in out
    assert "<p>" not in out
    assert "Home" not in out


def test_diff_changes_and_report(article, folder, capfd):
    assert main(["clean", "a.txt", "--diff", "--changes", "c.jsonl", "--report", "r.html", "-q"]) == 0
    out = capfd.readouterr().out
    assert f"-{GARBLED.rstrip()}" in out
    assert f"+{CLEAN.rstrip()}" in out
    changes = [json.loads(line) for line in (folder / "c.jsonl").read_text("utf-8").split("\n") if line]
    assert [c["new"] for c in changes] == ["Idite Lesom", "Pro Asyl"]
    assert all(c["id"] == "a.txt" and len(c["profile"]) == 16 for c in changes)
    page = (folder / "r.html").read_text("utf-8")
    assert "Idit Jeslom" in page
    assert "<script" not in page
    assert "src=" not in page


def test_a_dry_run_writes_nothing(article, folder, capfd):
    args = ["clean", "a.txt", "-o", "b.txt", "--changes", "c.jsonl", "--report", "r.html", "--dry-run"]
    assert main(args) == 0
    assert [p.name for p in folder.iterdir()] == ["a.txt"]
    out, err = capfd.readouterr()
    assert out == ""
    assert "2 changes made" in err
    assert "dry run" in err


def test_what_to_do_if_the_output_exists(article, folder, capfd):
    (folder / "b.txt").write_text("old")
    assert main(["clean", "a.txt", "-o", "b.txt"]) == 1
    assert "--on-exists overwrite or skip" in capfd.readouterr().err
    assert main(["clean", "a.txt", "-o", "b.txt", "--on-exists", "skip"]) == 0
    assert (folder / "b.txt").read_text() == "old"
    assert main(["clean", "a.txt", "-o", "b.txt", "--on-exists", "overwrite"]) == 0
    assert (folder / "b.txt").read_text() == CLEAN


@pytest.mark.parametrize("option", ["--changes", "--report"])
def test_the_record_of_an_earlier_run_is_never_lost(article, folder, capfd, option):
    again = ["clean", "a.txt", "-o", "b.txt", option, "log"]
    assert main(again) == 0
    record = (folder / "log").read_bytes()
    assert main([*again, "--on-exists", "skip"]) == 1
    assert "log exists, the record of an earlier run: choose another name" in capfd.readouterr().err
    assert main(["clean", "a.txt", option, "log"]) == 1
    assert (folder / "log").read_bytes() == record
    assert main([*again, "--on-exists", "overwrite"]) == 0


def test_what_is_no_file_is_not_replaced_by_one(article, folder, capfd):
    (folder / "b").mkdir()
    os.mkfifo(folder / "pipe")
    for options in (["-o", "pipe"], ["--changes", "b"], ["--report", "pipe"]):
        assert main(["clean", "a.txt", *options, "--on-exists", "overwrite"]) == 1
        assert "name a file" in capfd.readouterr().err
    assert (folder / "pipe").is_fifo()


def test_a_name_of_as_many_bytes_as_a_disk_takes_is_written(folder):
    name = "漢" * 83 + ".txt"
    (folder / name).write_text(GARBLED)
    assert main(["clean", name, "-o", "out/"]) == 0
    assert (folder / "out" / name).read_text() == CLEAN


def test_the_source_is_never_overwritten(article, capfd):
    assert main(["clean", "a.txt", "-o", "a.txt", "--on-exists", "overwrite"]) == 1
    assert "never overwritten" in capfd.readouterr().err
    assert article.read_text() == GARBLED


@pytest.mark.parametrize(
    "options", [["--changes", "a.txt"], ["--report", "./a.txt"], ["-o", "b.txt", "--report", "a.txt"]]
)
def test_nor_by_a_log_or_a_page(article, capfd, options):
    assert main(["clean", "a.txt", *options]) == 1
    assert "never overwritten" in capfd.readouterr().err
    assert article.read_text() == GARBLED


def test_text_log_and_page_never_share_a_file(article, folder, capfd):
    for options in (["-o", "x", "--changes", "x"], ["--changes", "x", "--report", "./x"]):
        assert main(["clean", "a.txt", *options]) == 1
        assert "would both be written to" in capfd.readouterr().err
    assert not (folder / "x").exists()


def test_two_inputs_never_share_an_output(folder, capfd):
    for name in ("x", "y"):
        (folder / name).mkdir()
        (folder / name / "a.txt").write_text(GARBLED)
    assert main(["clean", "x", "y", "-o", "out"]) == 1
    assert "would both be written to out/a.txt: clean them in two runs" in capfd.readouterr().err


def test_an_input_that_is_named_twice_is_one(article, folder):
    assert main(["clean", "a.txt", ".", "a.txt", "-o", "out", "--changes", "log"]) == 0
    assert len((folder / "log").read_text().splitlines()) == 2


BAD = [
    ("a.txt", b"", "the file holds no text"),
    ("a.txt", bytes(range(256)) * 20, "this is not text"),
    ("a.xyz", b"text", "unknown kind of file '.xyz'"),
    ("a.html", b"<html></html>", "no text"),
    ("a.txt", b"word " * 10_000_000, "line 1 is 50,000,000 characters long"),
]


@pytest.mark.parametrize(("name", "data", "complaint"), BAD, ids=range(len(BAD)))
def test_a_bad_input_is_named_and_the_others_are_done(folder, capfd, name, data, complaint):
    (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(GARBLED)
    assert main(["clean", name, "good.txt", "missing.txt", "-o", "out"]) == 3
    out, err = capfd.readouterr()
    assert complaint in err
    assert "missing.txt: No such file" in err
    assert "Traceback" not in out + err
    assert [p.name for p in (folder / "out").iterdir()] == ["good.txt"]


def test_if_every_input_fails_the_status_is_1(folder):
    assert main(["clean", "missing.txt"]) == 1


def test_a_text_of_another_encoding_is_read(folder, capfd):
    text = "Die Bürger von Köln hätten gern größere Straßen, sagte der Bürgermeister am Montag.\n"
    (folder / "a.txt").write_bytes(text.encode("cp1252"))
    assert main(["clean", "a.txt", "-q"]) == 0
    assert capfd.readouterr().out == text


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["a.txt", "b.txt"], "say where the results go"),
        (["a.txt", "--profile", "newz"], "the nearest is 'news'"),
        (["a.txt", "--steps", "repair,unglu"], "the nearest is 'unglue'"),
        (["a.txt", "--glossary", "none.toml"], "none.toml"),
        (["empty"], "no file of a known kind"),
    ],
)
def test_a_users_mistake_is_explained(article, folder, capfd, args, complaint):
    (folder / "empty").mkdir()
    assert main(["clean", *args]) in {1, 2}
    err = capfd.readouterr().err
    assert complaint in err
    assert "Traceback" not in err


def test_a_missing_model_is_said_with_its_remedy_and_the_text_stays(folder, capfd):
    text = "Rząd przedstawił w poniedziałek nową ustawę, a nikt nie był tym zaskoczony.\n"
    (folder / "a.txt").write_text(text, "utf-8")
    assert main(["clean", "a.txt", "--to", "en"]) == 0
    out, err = capfd.readouterr()
    assert out == text
    assert "a.txt: " in err
    assert "cleaner models install" in err


def test_all_faults_of_a_glossary_are_listed(article, folder, capfd):
    (folder / "g.toml").write_text(
        '[[entry]]\npreferd = "X"\n[[entry]]\npreferred = "Y"\ndeprecated = ["Y"]\n'
    )
    assert main(["clean", "a.txt", "--glossary", "g.toml"]) == 1
    err = capfd.readouterr().err
    assert "preferd" in err
    assert "'Y'" in err
    assert main(["glossary", "check", "g.toml"]) == 1


def test_a_glossary_of_ones_own_is_added(article, folder, capfd):
    (folder / "g.tsv").write_text("preferred\tdeprecated\nBerlin-Mitte\tBerlin\n")
    assert main(["clean", "a.txt", "--glossary", "g.tsv", "-q"]) == 0
    assert "in Berlin-Mitte." in capfd.readouterr().out


def test_explain_lists_and_explains(capsys):
    assert main(["explain"]) == 0
    assert "normalize.term" in capsys.readouterr().out
    assert main(["explain", "unglue.glued"]) == 0
    assert "MediazonaDespite" in capsys.readouterr().out
    assert main(["explain", "unglue.glud"]) == 1
    assert "the nearest is 'unglue.glued'" in capsys.readouterr().err


def test_profiles_are_shown(capsys):
    assert main(["profile"]) == 0
    assert "cautious" in capsys.readouterr().out
    assert main(["profile", "names", "--set", "to=en"]) == 0
    assert json.loads(capsys.readouterr().out)["resolved"]["to"] == "en"


@pytest.mark.parametrize("args", [[], ["clean", "--nope"], ["nope"]])
def test_wrong_usage_is_status_2(args):
    with pytest.raises(SystemExit) as end:
        main(args)
    assert end.value.code == 2


def test_a_full_disk_is_said_and_leaves_no_half_file(article, folder, monkeypatch, capsys):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    assert main(["clean", "a.txt", "-o", "out/b.txt"]) == 1
    assert "out/b.txt: cannot be written: No space left on device" in capsys.readouterr().err
    assert list((folder / "out").iterdir()) == []


def test_results_below_the_inputs_are_no_inputs_the_next_time(article, folder):
    for _ in range(2):
        logs = ["--changes", "log.jsonl", "--report", "page.html"]
        assert main(["clean", ".", "-o", "out", "--on-exists", "overwrite", *logs]) == 0
    assert [str(p.relative_to(folder)) for p in sorted((folder / "out").rglob("*"))] == ["out/a.txt"]


def test_a_link_to_nowhere_and_a_folder_barred_are_named_and_the_rest_is_done(
    article, folder, capsys, monkeypatch
):
    (folder / "b.txt").symlink_to("nowhere")
    (folder / "loop").symlink_to(".")
    (folder / "circle.txt").symlink_to("circle.txt")
    (folder / "barred").mkdir()
    scandir = os.scandir

    def barring(path):
        if str(path).endswith("barred"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", barring)
    assert main(["clean", ".", "-o", "out"]) == 3
    err = capsys.readouterr().err
    assert "b.txt: No such file or directory" in err
    assert "circle.txt: Too many levels of symbolic links" in err
    assert "barred: Permission denied" in err
    assert [p.name for p in (folder / "out").iterdir()] == ["a.txt"]


def test_a_name_too_long_and_a_folder_that_holds_nothing_are_named_and_the_rest_is_done(
    article, folder, capsys
):
    (folder / "empty").mkdir()
    assert main(["clean", "x" * 300, "empty", "a.txt", "-o", "out"]) == 3
    err = capsys.readouterr().err
    assert "xxx: File name too long" in err
    assert "empty: no file of a known kind in this folder" in err
    assert [p.name for p in (folder / "out").iterdir()] == ["a.txt"]


@pytest.mark.parametrize(("stream", "says"), [("stdin", "input is closed"), ("stdout", "output is closed")])
def test_a_closed_stream_is_said(article, monkeypatch, capsys, stream, says):
    monkeypatch.setattr(sys, stream, None)
    assert main(["clean", "a.txt" if stream == "stdout" else "-"]) == 1
    assert says in capsys.readouterr().err


def test_a_reader_that_leaves_ends_the_run_which_says_so_by_its_status(article, folder):
    run = "import sys; from cleaner.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", run, "clean", "a.txt", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 128 + 13


def test_a_name_that_is_not_utf_8_is_told_as_it_can_be(folder):
    name = b"\xff.txt".decode("utf-8", "surrogateescape")
    (folder / name).write_text(GARBLED)
    assert main(["clean", name, "--changes", "log.jsonl", "--report", "page.html"]) == 0
    assert json.loads((folder / "log.jsonl").read_text("utf-8").split("\n")[0])["id"] == name


def test_a_language_may_be_written_in_capitals(article, capfd):
    assert main(["clean", "a.txt", "--from", "EN"]) == 0
    assert capfd.readouterr().out == CLEAN


def test_a_page_that_cannot_be_written_leaves_no_half_log(article, folder, capsys):
    options = ["--changes", "log.jsonl", "--report", "a.txt/page.html"]
    assert main(["clean", "a.txt", "-o", "b.txt", *options]) == 1
    assert "page.html: cannot be written" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@pytest.fixture
def three(folder):
    """A folder of three articles."""
    (folder / "in").mkdir()
    for name in "abc":
        (folder / "in" / f"{name}.txt").write_text(GARBLED)
    return folder


def written(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_a_folder_where_an_output_should_be_stops_no_other(three, capsys):
    (three / "out" / "b.txt").mkdir(parents=True)
    assert main(["clean", "in", "-o", "out"]) == 3
    err = capsys.readouterr().err
    assert "in/b.txt: out/b.txt is a folder" in err
    assert "2 documents: 4 changes made" in err
    assert "1 input failed" in err
    assert written(three / "out") == ["a.txt", "c.txt"]


def test_a_file_where_a_folder_of_outputs_should_be_stops_no_other(three, capsys):
    (three / "in" / "d").mkdir()
    (three / "in" / "d" / "d.txt").write_text(GARBLED)
    (three / "out").mkdir()
    (three / "out" / "d").write_text("in the way")
    assert main(["clean", "in", "-o", "out"]) == 3
    assert "d.txt cannot be written: " in capsys.readouterr().err
    assert written(three / "out") == ["a.txt", "b.txt", "c.txt", "d"]


def test_a_read_only_folder_is_told_before_anything_is_cleaned(three, capsys, monkeypatch):
    (three / "out").mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # the tests may run as root
    assert main(["clean", "in", "-o", "out"]) == 1
    err = capsys.readouterr().err
    assert "out is read-only; choose another -o" in err
    assert err.count("cannot be written") == 3
    assert err.splitlines()[-1].startswith("0 documents")


def failing(monkeypatch, number, *names):
    """Let no file of these names be put in its place."""
    place = Path.replace

    def fail(self, target):
        if target.name in names:
            raise OSError(number, os.strerror(number))
        return place(self, target)

    monkeypatch.setattr(Path, "replace", fail)


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC])
@pytest.mark.parametrize("name", ["a.txt", "b.txt", "c.txt"])
def test_an_output_that_cannot_be_written_stops_no_other(three, capsys, monkeypatch, number, name):
    failing(monkeypatch, number, name)
    assert main(["clean", "in", "-o", "out"]) == 3
    err = capsys.readouterr().err
    assert f"in/{name}: out/{name}: cannot be written: {os.strerror(number)} (mend that" in err
    assert "2 documents: 4 changes made" in err
    assert written(three / "out") == sorted({"a.txt", "b.txt", "c.txt"} - {name})


def test_a_file_of_many_lines_that_cannot_be_written_is_one_failure(three, capsys, monkeypatch):
    (three / "in" / "d.jsonl").write_text(f"{json.dumps({'text': GARBLED})}\n" * 3)

    write = Draft.write

    def full(self, data):
        if self.path.name == "d.jsonl":
            raise UnwrittenError(self.path, OSError(errno.ENOSPC, "No space left on device"))
        write(self, data)

    monkeypatch.setattr(Draft, "write", full)
    assert main(["clean", "in", "-o", "out"]) == 3
    err = capsys.readouterr().err
    assert err.count("cannot be written") == 1
    assert "3 documents: 6 changes made" in err
    assert written(three / "out") == ["a.txt", "b.txt", "c.txt"]


def test_a_disk_without_any_room_ends_the_run(three, capsys, monkeypatch):
    for n in range(9):
        (three / "in" / f"{n}.txt").write_text(GARBLED)
    failing(monkeypatch, errno.ENOSPC, *(p.name for p in (three / "in").iterdir()))
    assert main(["clean", "in", "-o", "out"]) == 1
    assert capsys.readouterr().err.count("No space left") == 3
    assert written(three / "out") == []


def test_if_no_output_can_be_written_the_status_is_1(three, monkeypatch):
    failing(monkeypatch, errno.EACCES, "a.txt", "b.txt", "c.txt")
    assert main(["clean", "in", "-o", "out"]) == 1
