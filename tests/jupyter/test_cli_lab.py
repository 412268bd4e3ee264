"""``pnet-paths lab``, ``app`` and ``notebooks`` as the README gives them, with an empty home."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from jupyter_client import BlockingKernelClient
from servers import END_SECONDS, left, newcomer, pnet_paths, running

NOTEBOOKS = [
    "01_explore.ipynb",
    "02_present.ipynb",
    "03_learn.ipynb",
    "04_write_your_own_guide.ipynb",
]
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")


def each_way(commands, hows):
    """Each command in one of the ways; with ``--exhaustive`` in the other as well."""
    pairs = list(zip(commands, hows, strict=True))
    crossed = zip(commands, reversed(hows), strict=True)
    long = [pytest.param(*pair, marks=pytest.mark.exhaustive) for pair in crossed]
    return pytest.mark.parametrize(("command", "how"), [*pairs, *long])


@pytest.fixture
def home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def started(home, tmp_path):
    """Start a command as a newcomer does, in a folder of one's own."""
    folder = tmp_path / "some folder"
    folder.mkdir()

    @contextmanager
    def start(*arguments, settings=None, **options):
        environment = newcomer(home) | (settings or {})
        with running(pnet_paths(*arguments), environment, folder, **options) as server:
            yield server

    return start


def listed(server):
    """The files that the server shows."""
    return sorted(file["name"] for file in server.ask("/api/contents")["content"])


def wait_until(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def start_kernel(server, folder):
    """Have a kernel that will never be done; returns all processes there are then."""
    if "token=" in server.address:
        server.ask("/api/kernels", {"name": "python3"})
    else:  # Voila starts one for each visitor
        with urllib.request.urlopen(server.address, timeout=90) as page:
            page.read()
    processes = server.processes()
    commands = [process.cmdline() for process in processes]
    files = [c[c.index("-f") + 1] for c in commands if "ipykernel_launcher" in c]
    client = BlockingKernelClient(connection_file=files[-1])
    client.load_connection_file()
    client.start_channels()
    busy = folder / "busy"
    client.execute(f"open({str(busy)!r}, 'w').close()\nwhile True: pass")
    wait_until(busy.exists)
    client.stop_channels()
    return processes


# -- what is opened, and what is said ---------------------------------------------------------


@posix
def test_lab_opens_a_browser_on_the_explorer_in_a_folder_of_its_own(started, tmp_path):
    seen = tmp_path / "seen"
    look = f"open({str(seen)!r}, 'w').write(sys.argv[1])".replace("'", '"')
    browser = shlex.join([sys.executable, "-c", f"import sys; {look}", "%s"]).replace("'%s'", "%s")
    with started("lab", settings={"BROWSER": browser}) as server:
        url = urlsplit(server.address)
        assert url.hostname in ("localhost", "127.0.0.1")
        assert url.path == "/doc/tree/01_explore.ipynb"
        assert listed(server) == NOTEBOOKS
        assert "on this machine only, with the token in the address" in server.printed
        assert ("It runs as root" in server.printed) == (os.geteuid() == 0)
    assert [path.name for path in (tmp_path / "some folder").iterdir()] == ["pnet-paths-notebooks"]
    assert seen.read_text().startswith("file:")


def test_lab_opens_the_lesson_and_hands_on_what_follows_two_dashes(started, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "02_present.ipynb").write_text("my own")
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        options = ["--ip=0.0.0.0", f"--port={port}"]
        with started("lab", "--teach", mine, "--no-browser", "--", *options) as server:
            url = urlsplit(server.address)
            assert url.path == "/doc/tree/02_present.ipynb"
            assert url.port != port
            assert listed(server) == NOTEBOOKS
            assert "Other machines can reach it too, with the token" in server.printed
            assert f"http://{socket.gethostname()}:{url.port}/" in server.printed
    assert (mine / "02_present.ipynb").read_text() == "my own"


def test_app_hands_on_what_follows_two_dashes(started):
    with started("app", "--no-browser", "--", "--ip=0.0.0.0", "--port=0", "--token") as server:
        with urllib.request.urlopen(server.address) as page:
            assert page.status == 200
        assert "Other machines can reach it too, with the token in the address" in server.printed


def test_the_kernel_is_there_before_the_page(started):
    """What is run while JupyterLab starts a kernel is dropped without a word."""
    with started("lab", "--no-browser") as server:
        wait_until(lambda: server.ask("/api/sessions"))
        (session,) = server.ask("/api/sessions")
        assert (session["path"], session["type"]) == ("01_explore.ipynb", "notebook")
        assert session["kernel"]["name"] == "python3"


@posix
@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_user_without_a_home_needs_no_setting(started, home, command):
    nowhere = home / "nowhere"
    with started(command, "--no-browser", settings={"HOME": str(nowhere)}) as server:
        start_kernel(server, home)
    assert not nowhere.exists()


# -- the end ----------------------------------------------------------------------------------


@posix
@each_way(["lab", "app"], [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_server_and_its_kernels(started, home, command, how):
    with started(command, "--no-browser") as server:
        processes = start_kernel(server, home)
        server.process.send_signal(how)
        assert left(processes) == []
        assert server.process.wait() == 0
    assert list(home.rglob("jpserver-*")) == list(home.rglob("kernel-*.json")) == []


@posix
@each_way(["app", "lab"], ["Ctrl + C", "closed"])
def test_the_terminal_ends_the_server_and_its_kernels(started, home, command, how):
    import pty

    ours, its = pty.openpty()

    def take_terminal():
        import fcntl
        import termios

        os.setsid()
        fcntl.ioctl(its, termios.TIOCSCTTY, 0)

    with started(command, "--no-browser", stdin=its, preexec_fn=take_terminal) as server:
        os.close(its)
        processes = start_kernel(server, home)
        if how == "closed":
            os.close(ours)
        else:
            os.write(ours, b"\x03")
        assert left(processes) == []
        assert server.process.wait() == 0
    if how != "closed":
        os.close(ours)


@posix
@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_server_ends_that_has_just_begun(started, command):
    with started(command, "--no-browser") as server:
        server.process.terminate()
        assert server.process.wait(END_SECONDS) == 0


@posix
def test_a_server_that_is_killed_leaves_no_kernel(started, home):
    with started("lab", "--no-browser") as server:
        processes = start_kernel(server, home)
        server.process.kill()
        assert left(processes) == []


# -- notebooks --------------------------------------------------------------------------------


def test_notebooks_are_copied_and_never_overwritten(printed, tmp_path):
    folder = tmp_path / "on a hub" / "notebooks"
    said = printed("notebooks", folder).decode()
    copied = {path: path.read_bytes() for path in sorted(folder.iterdir())}
    assert [path.name for path in copied] == NOTEBOOKS
    assert f"Copied into {folder}: {', '.join(NOTEBOOKS)}" in said
    assert "Kept" not in said
    assert str(folder / "01_explore.ipynb") in said

    cells = [cell for content in copied.values() for cell in json.loads(content)["cells"]]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert not [cell for cell in code if cell["outputs"] or cell["execution_count"]]

    mine, *others = copied
    mine.write_text("my own")
    others[0].unlink()
    others[1].unlink()
    others[1].symlink_to(tmp_path / "elsewhere")
    said = printed("notebooks", folder).decode()
    assert "02_present.ipynb\n" in said
    assert "Kept as they were: 01_explore.ipynb, 03_learn.ipynb, 04_" in said
    assert mine.read_text() == "my own"
    assert others[0].read_bytes() == copied[others[0]]
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("command", ["lab", "notebooks"])
@pytest.mark.parametrize("below", ["", "notebooks"])
def test_a_file_is_refused_as_the_folder(below, command, refused, tmp_path):
    file = tmp_path / "file"
    file.write_text("mine")
    assert str(file) in refused(command, file / below)
    assert file.read_text() == "mine"


# -- what is missing --------------------------------------------------------------------------


@pytest.mark.parametrize(("command", "module"), [("lab", "jupyterlab"), ("app", "voila")])
def test_what_is_missing_is_said_with_how_to_install_it(
    command, module, refused, tmp_path, monkeypatch
):
    find = importlib.util.find_spec

    def without(name, package=None):
        return None if name == module else find(name, package)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("importlib.util.find_spec", without)
    assert f"pip install 'pnet-paths[{command}]'" in refused(command)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_place_where_one_cannot_listen_is_said_in_one_line(home, tmp_path, command):
    done = subprocess.run(
        pnet_paths(command, "--no-browser", "--", "--ip=192.0.2.1"),
        env=newcomer(home),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=END_SECONDS,
    )
    assert done.returncode == 2
    assert re.fullmatch(r"pnet-paths: .* did not start: .*", done.stderr.splitlines()[-1])
    assert "Traceback" not in done.stderr
