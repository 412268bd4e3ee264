"""Jupyter servers as a newcomer starts them, and what must be left of them: nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import urllib.request
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import psutil

START_SECONDS, END_SECONDS = 90, 30


def newcomer(home):
    """The environment of somebody who has never used Jupyter: an empty home."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "IPYTHON", "XDG"))}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "APPDATA": str(home)}


def pnet_paths(*arguments):
    return [sys.executable, "-m", "pnet_paths", *map(str, arguments)]


class Server:
    """A server that runs: what it printed, its address, its kernels, its processes."""

    def __init__(self, process, address, printed):
        self.process = process
        self.address = address
        self._printed = printed

    @property
    def printed(self):
        return "".join(self._printed)

    def ask(self, path, body=None):
        """An answer of its REST interface, by the token in its address."""
        url = urlsplit(self.address)
        request = urllib.request.Request(
            f"{url.scheme}://{url.netloc}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {parse_qs(url.query)['token'][0]}"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def processes(self):
        """The server and everything it has started."""
        server = psutil.Process(self.process.pid)
        return [server, *server.children(recursive=True)]


def left(processes):
    """Those of some processes that still run after a time in which all should have ended."""
    _, alive = psutil.wait_procs(processes, timeout=END_SECONDS)
    return [process for process in alive if _runs(process)]


def _runs(process):
    try:
        return process.status() != psutil.STATUS_ZOMBIE  # ended, but its parent has not looked
    except psutil.NoSuchProcess:
        return False


@contextmanager
def running(command, environment, folder, address=r"Open (http\S+)", **options):
    """Start a server, wait until it prints its address, and see all of it end by SIGTERM."""
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **options,
    )
    found, printed, ready = [], [], threading.Event()

    def read():
        for line in process.stdout:
            printed.append(line.decode(errors="replace"))
            found.extend(re.findall(address, printed[-1]))
            if found:
                ready.set()
        ready.set()

    threading.Thread(target=read, daemon=True).start()
    ready.wait(START_SECONDS)
    try:
        assert found, "the server did not start:\n" + "".join(printed)
        server = Server(process, found[0], printed)
        yield server
    finally:
        started = server.processes() if found and process.poll() is None else []
        process.terminate()
        process.wait(END_SECONDS)
        stayed = left(started)
        for each in stayed:
            each.kill()
        assert stayed == []
