"""How many lines of the front end its tests in plain pages reach: ``pytest --js-coverage``.

Chromium counts for each page which ranges of a script ran (in JupyterLab, with all its scripts,
that would take minutes). A page's module is the joined text of
ours (``pnet_paths.front.module_joining``), in which each module has as many lines as its file.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections import defaultdict
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import Error

from pnet_paths.front.module_joining import module_texts

_NO_CODE = re.compile(r"\s*(//.*|/?\*.*|[\])}; ,]*)")
_reached: dict[str, set[int]] = defaultdict(set)
_FOLDER = "PNET_PATHS_JS_COVERAGE"
"""The folder in which each process leaves what it counted; the first one chooses it."""


def begin():
    """Count from now on, in this process and in those that it starts.

    A page that this process writes keeps its lines: in one that is mailed about there are none.
    """
    os.environ.setdefault(_FOLDER, mkdtemp())
    import_module("pnet_paths.pages.page").compact = str


class Counted:
    """A page whose scripts are counted from now on: a plain one, where that was asked for."""

    def __init__(self, page, host):
        self._session = None
        if _FOLDER in os.environ and host == "file://":
            self._session = page.context.new_cdp_session(page)
            for method in ("Debugger.enable", "Profiler.enable"):
                self._session.send(method)
            options = {"callCount": False, "detailed": True}
            self._session.send("Profiler.startPreciseCoverage", options)

    def take(self):
        """Add what ran in the page, before it is closed."""
        if self._session is None:
            return
        for script in self._session.send("Profiler.takePreciseCoverage")["result"]:
            if not script["url"]:  # a test's own
                continue
            source = self._source(script["scriptId"])
            if any(line in source for line in _first_lines()):
                _add(source, script["functions"])

    def _source(self, script):
        """The text of a script; none of one that is gone with the document that it ran in."""
        try:
            found = self._session.send("Debugger.getScriptSource", {"scriptId": script})
        except Error as error:
            if "No script for id" not in error.message:
                raise
            return ""
        return found["scriptSource"]


def _add(source, functions):
    ran = bytearray(len(source))
    ranges = [each for function in functions for each in function["ranges"]]
    for each in sorted(ranges, key=lambda r: (r["startOffset"], -r["endOffset"])):
        start, end = each["startOffset"], each["endOffset"]
        ran[start:end] = bytes([each["count"] > 0]) * (end - start)
    for module, number, begin, end in _lines(source):
        if all(ran[i] for i in range(begin, end) if not source[i].isspace()):
            _reached[module].add(number)


@cache
def _first_lines():
    """The modules by their first lines, which are comments of their own."""
    return {text.splitlines()[0]: name for name, text in module_texts().items()}


def _lines(source):
    """Each line of a module in the joined text: module, number, begin and end in the text."""
    lengths = {name: len(text.splitlines()) for name, text in module_texts().items()}
    module, number, begin = None, 0, 0
    for line in source.splitlines(keepends=True):
        if line.rstrip("\n") in _first_lines():
            module, number = _first_lines()[line.rstrip("\n")], 0
        if module and number < lengths[module]:
            number += 1
            yield module, number, begin, begin + len(line)
        begin += len(line)


def leave():
    """Write what this process has counted."""
    if _FOLDER in os.environ:
        content = {name: sorted(lines) for name, lines in _reached.items()}
        path = Path(os.environ[_FOLDER]) / f"{os.getpid()}.json"
        path.write_text(json.dumps(content), encoding="utf-8")


def report():
    """By module how much of its code ran, and the lines that did not; then of all."""
    folder = Path(os.environ.pop(_FOLDER))
    reached = defaultdict(set)
    for path in folder.iterdir():
        for name, lines in json.loads(path.read_text(encoding="utf-8")).items():
            reached[name].update(lines)
    shutil.rmtree(folder)
    total = ran = 0
    for name, text in sorted(module_texts().items()):
        lines = enumerate(text.splitlines(), start=1)
        code = {number for number, line in lines if not _NO_CODE.fullmatch(line)}
        missed = sorted(code - reached[name])
        total, ran = total + len(code), ran + len(code) - len(missed)
        yield f"{name:<16} {1 - len(missed) / len(code):>5.0%}  {_spans(missed)}"
    yield f"{'all':<16} {ran / total:>5.0%}"


def _spans(numbers):
    """Line numbers, those in a row as one: 3-5, 9."""
    spans = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in spans)
