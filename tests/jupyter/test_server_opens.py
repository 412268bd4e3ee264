"""``pnet-paths lab`` and ``app`` as the README gives them: what is opened, and what is said."""

from __future__ import annotations

import os
import re
import shlex
import socket
import subprocess
import sys
import urllib.request
from urllib.parse import urlsplit

import pytest
from kernels import start_kernel, wait_until
from servers import END_SECONDS, newcomer, pnet_paths

NOTEBOOKS = [
    "01_explore.ipynb",
    "02_present.ipynb",
    "03_learn.ipynb",
    "04_write_your_own_guide.ipynb",
    "05_evidence.ipynb",
]


posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")


def file_names(server):
    """The files that the server shows."""
    return sorted(file["name"] for file in server.ask("/api/contents")["content"])


@posix
def test_lab_opens_a_browser_on_the_explorer_whose_kernel_is_there(started, tmp_path):
    seen = tmp_path / "seen"
    look = f"open({str(seen)!r}, 'w').write(sys.argv[1])".replace("'", '"')
    browser = shlex.join([sys.executable, "-c", f"import sys; {look}", "%s"]).replace("'%s'", "%s")
    with started("lab", settings={"BROWSER": browser}) as server:
        url = urlsplit(server.address)
        assert url.hostname in ("localhost", "127.0.0.1")
        assert url.path == "/doc/tree/01_explore.ipynb"
        assert file_names(server) == NOTEBOOKS
        assert "on this machine only, with the token in the address" in server.printed
        assert ("It runs as root" in server.printed) == (os.geteuid() == 0)
        # What is run while JupyterLab starts a kernel is dropped without a word.
        wait_until(lambda: server.ask("/api/sessions"))
        (session,) = server.ask("/api/sessions")
        assert (session["path"], session["type"]) == ("01_explore.ipynb", "notebook")
        assert session["kernel"]["name"] == "python3"
    assert [path.name for path in (tmp_path / "some folder").iterdir()] == ["pnet-paths-notebooks"]
    assert seen.read_text().startswith("file:")


@pytest.mark.exhaustive
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
            assert file_names(server) == NOTEBOOKS
            assert "Other machines can reach it too, with the token" in server.printed
            assert f"http://{socket.gethostname()}:{url.port}/" in server.printed
    assert (mine / "02_present.ipynb").read_text() == "my own"


@pytest.mark.exhaustive
def test_app_hands_on_what_follows_two_dashes(started):
    with started("app", "--no-browser", "--", "--ip=0.0.0.0", "--port=0", "--token") as server:
        with urllib.request.urlopen(server.address) as page:
            assert page.status == 200
        assert "Other machines can reach it too, with the token in the address" in server.printed


@posix
@pytest.mark.exhaustive
@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_user_without_a_home_needs_no_setting(started, home, command):
    nowhere = home / "nowhere"
    with started(command, "--no-browser", settings={"HOME": str(nowhere)}) as server:
        start_kernel(server, home)
    assert not nowhere.exists()


@pytest.mark.exhaustive
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
