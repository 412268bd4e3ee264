"""Running Jupyter's programs on our notebooks: JupyterLab, and Voila for a page without code.

They run in this process, so that whatever ends it ends the server; the server ends its kernels.
"""

from __future__ import annotations

import asyncio
import atexit
import importlib.util
import ipaddress
import os
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..errors import PnetPathsError
from ..output import say
from .notebooks import EXPLORER, LESSON, copy_notebooks

__all__ = ["open_lab", "serve_app"]

_TIMEOUT = 5  # seconds


def open_lab(folder: Path, teach: bool, no_browser: bool, options: Sequence[str] = ()) -> int:
    """Copy the notebooks into a folder and run JupyterLab on one of them until it is ended.

    Args:
        folder: Where the notebooks are, or will be.
        teach: Open the lesson instead of the explorer.
        no_browser: Print the address only.
        options: Options of JupyterLab, such as ``--port=9999``.

    Raises:
        PnetPathsError: JupyterLab is not installed, the folder is a file, or the server cannot
            listen where it should.
    """
    _require("jupyterlab", "JupyterLab", "lab")
    copy_notebooks(folder)
    _prepare_environment()
    from jupyterlab.labapp import LabApp
    from traitlets.config import Config

    notebook = LESSON if teach else EXPLORER
    # The simple interface, without a file list beside it: the drawing gets the room.
    config = Config({"LabApp": {"default_url": f"/doc/tree/{notebook}"}})
    config.Application.log_level = "WARN"  # the log would push the address off the screen
    config.ServerApp.root_dir = str(folder.resolve())
    # Jupyter refuses to run as root; in a container everybody is.
    config.ServerApp.allow_root = _is_root()
    arguments = [*_browser_options(no_browser), *options]
    try:
        server: Any = LabApp.initialize_server(arguments, config=config)
    except OSError as error:
        raise _start_error("JupyterLab", error) from None
    _end_on_signals(lambda: server.stop(from_signal=True))
    server.io_loop.add_callback(lambda: _print_lines(_addresses(server)))
    server.io_loop.add_callback(_start_kernel, server, notebook)
    server.start()
    _cancel_tasks(server.io_loop)
    return 0


def serve_app(port: int | None, teach: bool, no_browser: bool, options: Sequence[str] = ()) -> int:
    """Run Voila on the explorer, or on the stage, until it is ended.

    Args:
        port: Where it listens; 8866 if none is given, the next free one if it is taken.
        teach: Serve the stage instead of the explorer.
        no_browser: Print the address only.
        options: Options of Voila, such as ``--ip=0.0.0.0``.

    Raises:
        PnetPathsError: Voila is not installed, or the server cannot listen where it should.
    """
    _require("voila", "Voila", "app")
    _prepare_environment()
    from tornado.ioloop import IOLoop, PeriodicCallback
    from traitlets.config import Config
    from voila.app import Voila

    notebook = files(__package__) / "app" / ("present.ipynb" if teach else "explore.ipynb")
    config = Config({"Voila": {"notebook_path": str(notebook)}})
    config.Application.log_level = "WARN"
    config.VoilaConfiguration.template = "pnet_paths"
    # Where Notebook is installed its extension would be loaded too, and fail in Voila's page.
    config.VoilaConfiguration.extension_denylist = ["@jupyter-notebook/lab-extension"]
    # Kernels outlive their pages unless they are culled.
    config.MappingKernelManager.cull_idle_timeout = 600
    config.MappingKernelManager.cull_interval = 60
    ports = [] if port is None else [f"--port={port}"]
    page: Any = Voila(config=config)
    page.aliases = {**page.aliases, "ip": "Voila.ip"}
    page.initialize([*ports, *_browser_options(no_browser), *options])
    page.port = page.port or _free_port()
    loop = IOLoop.current()
    _end_on_signals(lambda: loop.add_callback_from_signal(loop.stop))
    if sys.platform == "win32":  # where a signal does not wake a loop that waits
        PeriodicCallback(lambda: None, 1000).start()
    loop.add_callback(lambda: _print_lines(_addresses(page)))
    try:
        page.start()
    except OSError as error:
        raise _start_error("Voila", error) from None
    _cancel_tasks(loop)
    return 0


async def _start_kernel(server: Any, notebook: str) -> None:
    """Start the notebook's kernel before its page opens.

    JupyterLab drops, without a message, a cell that is run while it starts a kernel.
    """
    from jupyter_core.utils import ensure_async
    from tornado.web import HTTPError

    try:
        content = (await ensure_async(server.contents_manager.get(notebook)))["content"]
    except HTTPError:  # it is elsewhere, or not a notebook any more; the page will say so
        return
    kernel = content["metadata"].get("kernelspec", {}).get("name")
    if kernel in server.kernel_spec_manager.find_kernel_specs():
        await server.session_manager.create_session(notebook, notebook, "notebook", kernel)


def _require(module: str, name: str, extra: str) -> None:
    if importlib.util.find_spec(module) is None:
        raise PnetPathsError(f"{name} is not installed; run: pip install 'pnet-paths[{extra}]'")


def _start_error(name: str, error: OSError) -> PnetPathsError:
    file = f"{error.filename}: " if error.filename else ""
    return PnetPathsError(f"{name} did not start: {file}{error.strerror}")


def _prepare_environment() -> None:
    """Have Jupyter find our defaults and page template before others'; users' settings win.

    They keep Jupyter from asking other hosts, and the explorer in the page while it is scrolled.
    """
    ours = str(files(__package__))
    for name in ("JUPYTER_CONFIG_PATH", "JUPYTER_PATH"):
        os.environ[name] = os.pathsep.join(filter(None, [ours, os.environ.get(name)]))
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (that of pathlib fails for no home)
    if os.name == "posix" and not (home.is_dir() and os.access(home, os.W_OK)):
        # A container's user may have no home of its own, and Jupyter cannot do without.
        os.environ["HOME"] = tempfile.mkdtemp(prefix="pnet-paths-")
        atexit.register(shutil.rmtree, os.environ["HOME"], ignore_errors=True)


def _free_port() -> int:
    """A free port, for ``--port=0``: Voila would not know which one it gets."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _browser_options(no_browser: bool) -> list[str]:
    return ["--no-browser"] if no_browser else []


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _end_on_signals(end: Callable[[], None]) -> None:
    """Call ``end`` at the first signal, without a question; stop at once at a second Ctrl + C."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    available = [getattr(signal, name) for name in names if hasattr(signal, name)]
    # nohup asks to go on when the terminal is closed. SIGINT is handled in any case: a shell has it
    # ignored by what a script starts in the background, and that should end too.
    handled = [n for n in available if n == signal.SIGINT or signal.getsignal(n) != signal.SIG_IGN]

    def handle(number: int, frame: object) -> None:
        for each in handled:
            signal.signal(each, signal.SIG_DFL if each == signal.SIGINT else signal.SIG_IGN)
        end()

    for each in handled:
        signal.signal(each, handle)


def _cancel_tasks(loop: Any) -> None:
    """Cancel the tasks of a stopped loop: one of their threads would keep the process alive."""
    tasks = asyncio.all_tasks(loop.asyncio_loop)
    for task in tasks:
        task.cancel()
    if tasks:
        loop.asyncio_loop.run_until_complete(asyncio.wait(tasks, timeout=_TIMEOUT))


# -- what is printed once a server listens ---------------------------------------------------


def _print_lines(lines: Sequence[str]) -> None:
    say("\n".join(["", *lines, ""]))


def _addresses(server: Any) -> list[str]:
    """Lines that say which address to open, and who else can open it."""
    if getattr(server, "sock", ""):
        return [f"The server listens on {server.sock}. Ctrl + C ends it."]
    only = _is_this_machine(server.ip)
    where = "It listens on this machine only" if only else "Other machines can reach it too"
    root = " It runs as root." if _is_root() else ""
    lines = [f"{where}, {_access(server.identity_provider)}.{root} Ctrl + C ends it."]
    address = server.display_url.split()[0]  # a second one may follow it
    if server.ip in ("", "*", "0.0.0.0", "::") and not server.custom_display_url:
        elsewhere = _with_host(address, socket.gethostname(), server.port)
        lines.append(f"On another machine open {elsewhere}")
        address = _with_host(address, "127.0.0.1", server.port)
    return [*lines, f"Open {address}"]


def _with_host(address: str, host: str, port: int) -> str:
    return urlsplit(address)._replace(netloc=f"{host}:{port}").geturl()


def _access(identity: Any) -> str:
    if identity.token:
        return "with the token in the address" if identity.token_generated else "with your token"
    return "with your password" if identity.auth_enabled else "without a token or password"


def _is_this_machine(ip: str) -> bool:
    if ip == "localhost":
        return True
    try:
        return ipaddress.ip_address(ip).is_loopback
    except ValueError:
        return False
