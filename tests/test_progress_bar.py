"""A progress bar appears after a while, on a terminal only, and is gone at the end."""

from __future__ import annotations

import io
import threading
from contextlib import redirect_stderr

import packaged
import pandas as pd
import pytest
from jupyter_client.manager import start_new_kernel

from pnet_paths import load_guide, page, progress_bar
from pnet_paths.tables.folder import packaged_folder
from pnet_paths.teach import questions

TOY = str(packaged_folder("example-toy"))


class Terminal(io.StringIO):
    """A standard error that shows lines, and lets one wait for what is shown."""

    def __init__(self):
        super().__init__()
        self._changed = threading.Condition()

    def isatty(self):
        return True

    def write(self, text):
        with self._changed:
            self._changed.notify_all()
            return super().write(text)

    def wait_for(self, text):
        with self._changed:
            assert self._changed.wait_for(lambda: text in self.getvalue(), timeout=20)


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(progress_bar, "_DELAY", 0.0)
    monkeypatch.setattr(progress_bar, "_TICK", 0.001)


def seen(terminal):
    return terminal.getvalue().replace("\r", "\n")


def test_it_counts_steps_and_leaves_a_clean_line():
    with redirect_stderr(Terminal()) as terminal, progress_bar.progress_bar("Trying", 4) as task:
        task.advance(2)
        terminal.wait_for("Trying:  50%")
    assert seen(terminal).splitlines()[-1].strip() == ""
    assert terminal.getvalue().endswith("\r")


def test_the_innermost_of_several_is_shown():
    with redirect_stderr(Terminal()) as terminal, progress_bar.progress_bar("Outside"):
        with progress_bar.progress_bar("Inside", 4):
            terminal.wait_for("Inside:   0%")
        terminal.wait_for("Outside: 00:0")


def test_an_error_or_an_interrupt_ends_it():
    threads = threading.active_count()

    def work(terminal):
        with progress_bar.progress_bar("Trying", 4):
            terminal.wait_for("Trying")
            raise KeyboardInterrupt

    with redirect_stderr(Terminal()) as terminal, pytest.raises(KeyboardInterrupt):
        work(terminal)
    assert terminal.getvalue().endswith("\r")
    assert threading.active_count() <= threads + 1, "one of tqdm's own stays"


def test_what_is_quick_shows_none(monkeypatch):
    monkeypatch.setattr(progress_bar, "_DELAY", 60.0)
    with redirect_stderr(Terminal()) as terminal, progress_bar.progress_bar("Trying", 4):
        pass
    assert seen(terminal) == ""


@pytest.mark.parametrize("stderr", [None, io.StringIO()])
def test_nothing_begins_where_nobody_sees_it(stderr):
    threads = threading.active_count()
    with redirect_stderr(stderr), progress_bar.progress_bar("Trying", 4):
        assert threading.active_count() == threads


def test_a_notebook_shows_a_widget_and_keeps_nothing_of_it():
    manager, client = start_new_kernel()
    messages = []
    code = """
import threading
import IPython.display
from pnet_paths import progress_bar
progress_bar._DELAY = 0.0
shown, display = threading.Event(), IPython.display.display
IPython.display.display = lambda *a, **k: (display(*a, **k), shown.set())[0]
with progress_bar.progress_bar("Trying", 4) as task:
    task.advance()
    assert shown.wait(20)
"""
    try:
        client.execute_interactive(code, output_hook=messages.append, timeout=60)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    (shown,) = [each for each in messages if each["msg_type"] == "display_data"]
    assert "application/vnd.jupyter.widget-view+json" in shown["content"]["data"]
    assert [each for each in messages if each["msg_type"] == "comm_close"]
    (left,) = [each for each in messages if each["msg_type"] == "update_display_data"]
    assert left["content"]["transient"] == shown["content"]["transient"]
    assert not any(left["content"]["data"].values())
    assert not [each for each in messages if each["msg_type"] in ("error", "stream")]


LONG = {
    "Checking the guide": lambda guide, path: guide.check(),
    "Comparing the guides": lambda guide, path: guide.diff(guide),
    "Counting profiles": lambda guide, path: guide.landscape(),
    "Evaluating profiles": lambda guide, path: guide.evaluate_frame(pd.DataFrame()),
    "Preparing the page": lambda guide, path: guide.to_bundle(),
    "Working out the rules": lambda guide, path: guide.evaluate(),
    "Making questions": lambda guide, path: questions(packaged.the_guide(), 1, count=1),
    "Writing the page": lambda guide, path: page(path, guide, count=0),
}


@pytest.mark.parametrize("label", LONG)
def test_whatever_may_last_has_one(label, monkeypatch, tmp_path):
    begun = []
    plain = progress_bar.Task
    monkeypatch.setattr(progress_bar, "Task", lambda *a: begun.append(plain(*a)) or begun[-1])
    LONG[label](load_guide(TOY), tmp_path / "p.html")
    (task,) = [task for task in begun if task.label == label]
    assert task.total in (None, task.done)
