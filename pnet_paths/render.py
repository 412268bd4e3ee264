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
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from .errors import RenderError

__all__ = ["Format", "render", "render_svg"]

Format = Literal["svg", "png", "pdf"]

_HINT = (
    "no Graphviz was found to draw with: run `pip install pygraphviz` (2.0.4 or newer brings "
    "Graphviz with it), or install Graphviz from https://graphviz.org so that `dot` is on the PATH"
)
_LOCK = threading.Lock()
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_PNG_DPI = "192"


def render(dot: str, format: Format) -> bytes:
    """Draw DOT source.

    Raises:
        RenderError: no Graphviz can be found, or it refuses the source.
    """
    draw = _in_process() or _by_command()
    if draw is None:
        raise RenderError(_HINT, dot)
    with _LOCK:
        content, complaints = draw(dot, format)
    if complaints or not content:
        raise RenderError(f"Graphviz could not draw this: {complaints or 'nothing came out'}", dot)
    return content


def render_svg(dot: str, title: str, description: str, prefix: str = "") -> str:
    """Draw DOT source as an SVG element that scales to its place and can be read aloud.

    Args:
        title: becomes its accessible name.
        description: becomes its longer description.
        prefix: put before every id, so that several drawings can stand on one page.

    Raises:
        RenderError: no Graphviz can be found, or it refuses the source.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(render(dot, "svg"))
    for element in list(root.iter()):
        _plain(element)
        if "id" in element.attrib:
            element.set("id", prefix + element.attrib["id"])
    _describe(root, title, description, prefix)
    return ET.tostring(root, encoding="unicode")


def _plain(element: ET.Element) -> None:
    """Take away links, and Graphviz's own titles, which browsers show as tooltips."""
    for child in list(element):
        if child.tag == f"{{{_SVG}}}title":
            element.remove(child)
        elif child.tag == f"{{{_SVG}}}a":
            place = list(element).index(child)
            element.remove(child)
            element[place:place] = list(child)
    if element.tag == f"{{{_SVG}}}g" and element.get("id", "").startswith("a_"):
        element.set("id", element.attrib["id"].removeprefix("a_"))


def _describe(root: ET.Element, title: str, description: str, prefix: str) -> None:
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}title")
    root.set("aria-describedby", f"{prefix}description")
    for place, (name, words) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{{{_SVG}}}{name}")
        element.set("id", f"{prefix}{'title' if name == 'title' else 'description'}")
        element.text = words
        root.insert(place, element)


# -- the two ways to Graphviz ---------------------------------------------------------------

Draw = Callable[[str, Format], tuple[bytes, str]]
"""DOT source and a format in; the picture and what Graphviz complained of out."""


def _in_process() -> Draw | None:
    try:
        import pygraphviz
    except ImportError:
        return None

    def draw(dot: str, format: Format) -> tuple[bytes, str]:
        with _stderr() as complaints:
            try:
                graph = pygraphviz.AGraph(string=dot)
                graph.layout("dot")
                content = graph.draw(format=format, args=_arguments(format))
            except Exception as error:  # pygraphviz raises several kinds, without a common base
                complaints.append(str(error))
                content = b""
        return content or b"", _real(complaints)

    return draw


def _by_command() -> Draw | None:
    command = shutil.which("dot")
    if command is None:
        return None

    def draw(dot: str, format: Format) -> tuple[bytes, str]:
        arguments = [command, f"-T{format}", *_arguments(format).split()]
        done = subprocess.run(arguments, input=dot.encode(), capture_output=True, check=False)
        return done.stdout, _real([done.stderr.decode(errors="replace")])

    return draw


def _arguments(format: Format) -> str:
    return f"-Gdpi={_PNG_DPI}" if format == "png" else ""


def _real(complaints: list[str]) -> str:
    """What is left of complaints without those about fonts, which change nothing drawn."""
    lines = [line for text in complaints for line in text.splitlines() if line.strip()]
    return " ".join(line for line in lines if not _HARMLESS.search(line))


_HARMLESS = re.compile(r"fontconfig|pango|couldn't load font|no hard-coded metrics", re.IGNORECASE)


@contextmanager
def _stderr() -> Iterator[list[str]]:
    """Collect what C code writes to file descriptor 2, where Jupyter would show it in red."""
    found: list[str] = []
    sys.stderr.flush()
    kept = os.dup(2)
    with tempfile.TemporaryFile() as sink:
        os.dup2(sink.fileno(), 2)
        try:
            yield found
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            sink.seek(0)
            found.append(sink.read().decode(errors="replace"))
