"""However ``pnet-paths lab`` and ``app`` are ended, nothing of them is left."""

from __future__ import annotations

import os
import signal
from itertools import product

import pytest
from kernels import start_kernel
from servers import END_SECONDS, left
from sizes import some

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")


@posix
@pytest.mark.parametrize(
    ("command", "how"), some(product(["lab", "app"], [signal.SIGTERM, signal.SIGINT]), 1)
)
def test_a_signal_ends_the_server_and_its_kernels(started, home, command, how):
    with started(command, "--no-browser") as server:
        processes = start_kernel(server, home)
        server.process.send_signal(how)
        assert left(processes) == []
        assert server.process.wait() == 0
    assert list(home.rglob("jpserver-*")) == list(home.rglob("kernel-*.json")) == []


@posix
@pytest.mark.exhaustive
@pytest.mark.parametrize("command", ["lab", "app"])
@pytest.mark.parametrize("how", ["Ctrl + C", "closed"])
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
@pytest.mark.exhaustive
@pytest.mark.parametrize("command", ["lab", "app"])
def test_a_server_ends_that_has_just_begun(started, command):
    with started(command, "--no-browser") as server:
        server.process.terminate()
        assert server.process.wait(END_SECONDS) == 0


@posix
@pytest.mark.exhaustive
def test_a_server_that_is_killed_leaves_no_kernel(started, home):
    with started("lab", "--no-browser") as server:
        processes = start_kernel(server, home)
        server.process.kill()
        assert left(processes) == []
