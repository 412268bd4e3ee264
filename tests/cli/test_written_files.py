"""What is written: whole or not at all, whatever ends a command, and every error names the file."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager
from importlib.metadata import entry_points

import packaged
import pytest
from repository import ROOT

from pnet_paths import Guide, PnetPathsError, ask, load_guide, page
from pnet_paths.jupyter import notebooks
from pnet_paths.tables.starter import start_guide

posix = pytest.mark.skipif(os.name != "posix", reason="signals, links and limits of POSIX")
NO_QUESTIONS = ("--questions", "0")


@contextmanager
def full_disk(size=500):
    """Refuse what makes a file larger than ``size``, as a disk does that has no more room."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ("page", "FILE", *NO_QUESTIONS),
        ("show", "-o", "FILE"),
        ("bundle", "-o", "FILE"),
        ("questions", "FILE", "--format", "json", "--count", "2", "--seed", "1"),
    ],
    ids=" ".join,
)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(arguments, refused, tmp_path):
    file = tmp_path / "old"
    file.write_text("good")
    with full_disk():
        line = refused(*[file if word == "FILE" else word for word in arguments])
    assert line == f"pnet-paths: {file}: {os.strerror(27)}"  # EFBIG, as the limit says it
    assert file.read_text() == "good"
    assert list(tmp_path.iterdir()) == [file]


def test_the_seed_that_a_page_names_makes_it_again(printed, tmp_path):
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    line = printed("page", first, "--questions", "1").decode()
    seed = re.search(r"made with --seed (\d+)\.", line)[1]
    printed("page", second, "--questions", "1", "--seed", seed)
    assert first.read_bytes() == second.read_bytes()


@posix
@pytest.mark.parametrize("command", ["new", "notebooks"])
@pytest.mark.parametrize("below", ["mine", "a/b/mine"])
def test_a_full_disk_leaves_no_part_of_a_folder(command, below, refused, tmp_path):
    with full_disk():
        assert str(tmp_path / below) in refused(command, tmp_path / below)
    assert list(tmp_path.iterdir()) == []


def test_new_fills_a_folder_that_is_there_or_leaves_it_empty(printed, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    writer, written = csv.writer, []

    def interrupted(file, **dialect):
        written.append(file.name)
        if len(written) == 5:
            raise KeyboardInterrupt
        return writer(file, **dialect)

    with monkeypatch.context() as patch:
        patch.setattr("csv.writer", interrupted)
        assert run("new", ".") == (130, b"", [])
    assert len(written) == 5
    assert list(tmp_path.iterdir()) == []
    printed("new", ".", "--from", "example-toy")
    assert isinstance(load_guide(tmp_path), Guide)
    assert all(path.suffix == ".csv" for path in tmp_path.iterdir())


def test_notebooks_broken_off_are_copied_the_next_time(run, printed, tmp_path, monkeypatch):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", lambda file: (_ for _ in ()).throw(KeyboardInterrupt))
        assert run("notebooks", folder) == (130, b"", [])
    assert list(folder.iterdir()) == []
    assert b"Kept" not in printed("notebooks", folder)
    ours = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert sorted(notebooks.copy_notebooks(folder).existing) == ours


@posix
def test_links_and_permissions_stay(printed, tmp_path):
    real, link = tmp_path / "real.svg", tmp_path / "link.svg"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real.name)
    printed("show", "--assume-nothing", "-o", link)
    assert link.is_symlink()
    assert "<svg" in real.read_text(encoding="utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    before = os.umask(0o027)
    try:
        printed("show", "--assume-nothing", "-o", tmp_path / "new.dot")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.dot").stat().st_mode) == 0o640


@posix
def test_a_pipe_and_a_device_get_the_content(printed, guide, tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    printed("show", "--assume-nothing", "-o", pipe)
    reader.join()
    assert read == [f"{guide.evaluate().outline()}\n".encode()]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    printed("show", "--assume-nothing", "-o", os.devnull)
    assert program("show", "-o", "/dev/stdout", "--format", "dot").stdout.startswith(b"digraph")


def test_where_nothing_can_be_written_no_work_begins(refused, tmp_path, monkeypatch):
    monkeypatch.setattr(Guide, "load", lambda path: pytest.fail("a guide is read"))
    missing = tmp_path / "nowhere" / "p.html"
    for command in (("page", missing), ("show", "-o", missing), ("bundle", "-o", missing)):
        assert refused(*command) == f"pnet-paths: {missing}: its folder does not exist"
    for command in (("page", tmp_path), ("show", "-o", tmp_path), ("bundle", "-o", tmp_path)):
        assert refused(*command).startswith(f"pnet-paths: {tmp_path}: ")
    assert list(tmp_path.iterdir()) == []


def test_a_tilde_is_the_home_folder_wherever_a_path_is_given(printed, home, monkeypatch):
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    printed("new", "~/mine", "--from", "example-toy")
    printed("show", "--guide", "~/mine", "-o", "~/a.txt")
    printed("check", "~/mine")
    printed("diff", "~/mine", "~/mine")
    printed("bundle", "--guide", "~/mine", "-o", "~/a.json")
    printed("notebooks", "~/notebooks")
    load_guide("~/mine").evaluate().save("~/b.svg")
    start_guide("~/yours", "~/mine")
    page("~/b.html", "~/yours", count=0)
    (home / "anna.json").write_text(
        json.dumps({"format": "pnet_paths answers", "version": 1, "answers": []})
    )
    assert ask(1, 1, packaged.the_guide()).read("~/anna.json").results.empty
    names = ["a.json", "a.txt", "anna.json", "b.html", "b.svg"]
    assert sorted(path.name for path in home.iterdir()) == [*names, "mine", "notebooks", "yours"]


@pytest.mark.parametrize("wrong", [5, None, ["p.html"], "a\0b", "\ud800"])
def test_what_is_no_path_is_said(wrong, guide):
    for write in (guide.evaluate().save, lambda path: page(path, guide), start_guide):
        with pytest.raises(PnetPathsError, match=r"is not a path|cannot be the name of a file"):
            write(wrong)


# -- as a program ---------------------------------------------------------------------------


def program(*arguments, **options):
    command = [sys.executable, "-m", "pnet_paths", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, **options)


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
@pytest.mark.parametrize(
    ("redirected", "why"), [(">/dev/full", os.strerror(28)), (">&-", "it is closed")]
)
def test_standard_output_is_named(redirected, why):
    command = f'exec "{sys.executable}" -m pnet_paths show {redirected}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == f"pnet-paths: standard output: {why}\n"


@pytest.mark.parametrize("encoding", ["latin-1", "ascii"])
def test_a_name_that_the_terminal_cannot_write_is_written_as_utf_8(encoding, tmp_path):
    folder = tmp_path / "Ordner\u20132"
    done = program("notebooks", folder, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"Copied into {folder}: ".encode() in done.stdout


@posix
def test_ctrl_c_ends_it_quietly_from_the_beginning():
    """While modules are imported, which takes the first 0.15 seconds."""
    (entry,) = entry_points(group="console_scripts", name="pnet-paths")
    code = f"""
import os, signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "pydantic":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
from {entry.module} import {entry.attr} as main
sys.exit(main())
"""
    command = [sys.executable, "-c", code, "show"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, b"", b"")


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_whatever_ends_it_nothing_is_left(number, tmp_path):
    code = f"""
import os, sys
from pnet_paths.__main__ import main
os.fsync = lambda file: os.kill(os.getpid(), {int(number)})
sys.exit(main())
"""
    command = [sys.executable, "-c", code, "show", "-o", tmp_path / "p.txt"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (128 + number, b"")
    assert list(tmp_path.iterdir()) == []
