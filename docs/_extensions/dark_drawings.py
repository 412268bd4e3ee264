"""Give each drawing of the program a twin for dark pages, a text alternative and a frame.

A picture that a cell has shown becomes a frame, which scrolls where the screen is narrow. It holds
a drawing as it is and in the colours that `pnet_paths` has for a dark ground; a click opens it.
"""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util.typing import ExtensionMetadata

from pnet_paths.drawing.theme import DARK

_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_DESCRIPTION = re.compile(r"<desc\b[^>]*>(.*?)</desc>", re.DOTALL)
_WIDTH = re.compile(r'<svg\b[^>]*\bwidth="(\d+)pt"')
_COLOR = re.compile("|".join(DARK))
_MADE = "jupyter_execute/"
"""The folder into which MyST-NB writes what cells show."""
_TOLD = 2  # lines of an outline: the profile and the answer; what follows is in the drawing


def in_the_dark(svg: str) -> str:
    """A drawing in the colours for a dark page."""
    return _COLOR.sub(lambda found: DARK[found[0]], svg)


def alternative(svg: str) -> str:
    """The text that stands for a drawing: the first lines of its description, or its title."""
    for pattern in (_DESCRIPTION, _TITLE):
        text = pattern.search(svg)
        if text and text[1].strip():
            return " ".join(unescape(text[1]).strip().splitlines()[:_TOLD])
    return ""


class Drawings(SphinxTransform):
    """Put each picture that a cell has shown into a frame; an SVG in both colours."""

    default_priority = 800  # after all that makes images, before their files are collected

    def apply(self, **kwargs: object) -> None:
        up = "../" * self.env.docname.count("/")
        for image in list(self.document.findall(nodes.image)):
            _, path = self.env.relfn2path(image["uri"], self.env.docname)
            if _MADE in image["uri"]:
                twins = _twins(image, Path(path))
                image.replace_self(_framed(twins, f"{up}_images/", _sizes(Path(path))))


def _twins(image: nodes.image, path: Path) -> list[nodes.image]:
    """The picture for light pages and the one for dark ones; only one where there are no two."""
    if path.suffix != ".svg":
        figure = image.deepcopy()
        figure["alt"] = image.get("alt") or "A figure, made by the code above it"
        return [figure]
    svg = path.read_text(encoding="utf-8")
    dark = path.with_name(f"{path.stem}-dark.svg")
    dark.write_text(in_the_dark(svg), encoding="utf-8")
    twins = []
    for name, only in ((path.name, "only-light"), (dark.name, "only-dark")):
        twin = image.deepcopy()
        twin["uri"] = image["uri"].removesuffix(path.name) + name
        twin["alt"] = image.get("alt") or alternative(svg)
        twin["classes"] = [*image["classes"], only]
        twins.append(twin)
    return twins


def _sizes(path: Path) -> list[str]:
    """What a frame is called where its picture is so wide that it has to scroll."""
    if path.suffix != ".svg":
        return ["widest"]
    size = _WIDTH.search(path.read_text(encoding="utf-8"))
    width = int(size[1]) if size else 0
    return [name for name, least in (("wide", 600), ("wider", 1100)) if width > least]


def _framed(images: list[nodes.image], folder: str, sizes: list[str]) -> nodes.container:
    frame = nodes.container(classes=["drawing", *sizes])
    for image in images:
        address = folder + Path(image["uri"]).name  # where Sphinx copies it: names are hashes
        classes = image["classes"]
        link = nodes.reference("", "", image, internal=True, refuri=address, classes=classes)
        frame += nodes.paragraph("", "", link)
    return frame


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_transform(Drawings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
