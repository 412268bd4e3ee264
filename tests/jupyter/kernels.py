"""A kernel that is busy for good, whose end can be awaited."""

from __future__ import annotations

import time
import urllib.request

from jupyter_client import BlockingKernelClient


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
