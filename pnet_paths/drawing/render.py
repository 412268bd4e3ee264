"""DOT source as SVG, PNG or PDF, by the Graphviz that pygraphviz brings, or else by ``dot``.

It knows Graphviz and its habits, and nothing of pathways.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Literal

from ..errors import RenderError

__all__ = ["Format", "render", "render_svg"]

Format = Literal["svg", "png", "pdf"]

_HINT = (
    "no Graphviz was found to draw with: run `pip install pygraphviz` (2.0.4 or newer brings "
    "Graphviz with it), or install Graphviz from https://graphviz.org so that `dot` is on the PATH"
)
_LOCK = threading.Lock()
_PNG_DPI = "192"


def render(dot: str, format: Format) -> bytes:
    """Draw DOT source.

    Raises:
        RenderError: no Graphviz can be found, or it refuses the source.
    """
    draw = _in_process() or _by_command()
    if draw is None:
        raise RenderError(_HINT, dot)
    for curves in ("", "-Gsplines=line"):  # where there is no room for curves straight lines do
        with _LOCK:
            content, messages = draw(dot, format, curves)
        # What Graphviz warns of is drawn all the same; after an error something is missing.
        if content and not _ERROR.search(messages):
            return content
    raise RenderError(f"Graphviz could not draw this: {' '.join(messages.split())}", dot)


def render_svg(dot: str, title: str, description: str) -> str:
    """Draw DOT source as an SVG element that scales to its place and can be read aloud.

    Args:
        title: becomes its accessible name.
        description: becomes its longer description.

    Raises:
        RenderError: no Graphviz can be found, or it refuses the source.
    """
    svg = _NOISE.sub("", render(dot, "svg").decode()).replace("&#45;", "-")
    attributes, content = svg.split("<svg", 1)[1].split(">", 1)
    shared = "".join(dict.fromkeys(_SHARED.findall(content)))
    return (
        f'<svg{attributes}{shared} role="img" aria-labelledby="title" '
        f'aria-describedby="description"><title id="title">{escape(title)}</title>'
        f'<desc id="description">{escape(description)}</desc>'
        + _SHARED.sub("", content).replace('<g id="a_', '<g id="')
    )


_NOISE = re.compile(
    r"<\?xml.*?\?>|<!DOCTYPE[^>]*>|<!--.*?-->\n?|<title>[^<]*</title>\n?|</?a\b[^>]*>"
    r'|\s*xmlns:xlink="[^"]*"',
    re.DOTALL,
)
"""What surrounds the picture, links, and Graphviz's own titles, which browsers show as tooltips.

Graphviz escapes every text and attribute, so that what looks like a tag is one.
"""
_SHARED = re.compile(r' (?:xml:space="preserve"|font-family="[^"]*")')
"""What every text repeats, as the diagram has one font: said once, the picture is much shorter."""


# -- the two ways to Graphviz ---------------------------------------------------------------

Draw = Callable[[str, Format, str], tuple[bytes, str]]
"""DOT source, a format and more options in; the picture and the messages of Graphviz out."""


def _in_process() -> Draw | None:
    try:
        import pygraphviz
    except ImportError:
        return None

    def draw(dot: str, format: Format, more: str) -> tuple[bytes, str]:
        content = None
        with _stderr() as messages:
            try:
                graph = pygraphviz.AGraph(string=dot)
                content = graph.draw(format=format, prog="dot", args=_arguments(format, more))
            except Exception as error:  # pygraphviz raises several kinds, without a common base
                messages.append(f"Error: {error}\n")
        return content or b"", "".join(messages)

    return draw


def _by_command() -> Draw | None:
    command = shutil.which("dot")
    if command is None:
        return None

    def draw(dot: str, format: Format, more: str) -> tuple[bytes, str]:
        arguments = [command, f"-T{format}", *_arguments(format, more).split()]
        done = subprocess.run(arguments, input=dot.encode(), capture_output=True, check=False)
        return done.stdout, done.stderr.decode(errors="replace")

    return draw


def _arguments(format: Format, more: str) -> str:
    return f"-Gdpi={_PNG_DPI} {more}" if format == "png" else more


_ERROR = re.compile(r"^Error:", re.MULTILINE)
_OURS = re.compile(r"^(Error|Warning|Fontconfig|Pango|\(process)|couldn't load font", re.IGNORECASE)


@contextmanager
def _stderr() -> Iterator[list[str]]:
    """Collect what C code writes to file descriptor 2, where Jupyter would show it in red.

    The descriptor is the whole process's: what others write meanwhile goes on its way afterwards.
    """
    lines: list[str] = []
    try:
        descriptor = os.dup(2)
    except OSError:  # no such descriptor: nobody would see it
        yield lines
        return
    if sys.stderr is not None:
        sys.stderr.flush()
    with tempfile.TemporaryFile() as sink:
        os.dup2(sink.fileno(), 2)
        try:
            yield lines
        finally:
            os.dup2(descriptor, 2)
            os.close(descriptor)
            sink.seek(0)
            written = sink.read().decode(errors="replace").splitlines(keepends=True)
            failed = any(_ERROR.search(line) for line in (*lines, *written))
            for line in written:
                if failed or _OURS.search(line):
                    lines.append(line)
                else:
                    os.write(2, line.encode())
