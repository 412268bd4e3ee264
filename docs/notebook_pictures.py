"""Save in the notebooks a picture of what their cells show, for those who look without running.

``python docs/notebook_pictures.py`` runs each notebook and writes, below the cells that show a
drawing or a widget, its last state: the text, and the drawing as SVG (with a PNG for viewers that
trust no SVG, made by Chromium). Outputs that tests compare stay as they are. With ``--check``
nothing is written; the exit status is 1 where a picture says something else than the cell does now.
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient
from PIL import Image
from playwright.sync_api import sync_playwright

from pnet_paths.output import OutputFile

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"

_WIDGET = "application/vnd.jupyter.widget-view+json"
_SVG_IN_HTML = "data:image/svg+xml;base64,"
_COMPARED = "nbval-check-output"
_WRITTEN = re.compile(r"<text\b[^>]*>([^<]*)")
_WIDTH = 1100  # pixels of a PNG; its smallest letters can still be read
_COLORS = 64
_SAME_QUESTIONS = "import random\n\nrandom.seed(1)"
_LAST_STATE = """\
import gc

from pnet_paths.widgets.cell_output import CellOutput
from pnet_paths.widgets.followed_folder import FollowedFolder

for kind, act in ((FollowedFolder, FollowedFolder.reload), (CellOutput, CellOutput.update_preview)):
    for widget in [each for each in gc.get_objects() if isinstance(each, kind)]:
        act(widget)
"""


class Still(HTMLParser):
    """The texts and drawings of an HTML output, in their order: ``(text, svg)``, either empty."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._before = {"h2": "**", "em": "*", "li": "- "}
        self.feed(html)
        self._end()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        source = dict(attributes).get("src") or ""
        if source.startswith(_SVG_IN_HTML):
            self._end()
            text = dict(attributes).get("alt") or ""
            svg = base64.b64decode(source.removeprefix(_SVG_IN_HTML)).decode()
            self.parts.append((text, svg))
        self._text.append(self._before.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self._text.append({"em": "*", "li": "\n", "h2": "**\n\n", "p": "\n\n"}.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._text.append(data)

    def _end(self) -> None:
        text = "".join(self._text).strip()
        if text:
            self.parts.append((text, ""))
        self._text = []


def run(path: Path) -> list[Mapping[str, Any]]:
    """The cells of a notebook that has been run, each output in its last state."""
    copy = nbformat.read(path, as_version=4)
    first, last = (nbformat.v4.new_code_cell(code) for code in (_SAME_QUESTIONS, _LAST_STATE))
    copy.cells = [first, *copy.cells, last]
    resources = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(copy, timeout=300, resources=resources, store_widget_state=False).execute()
    cells: list[Mapping[str, Any]] = copy.cells[1:-1]
    return cells


def pictures(outputs: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """The mime bundles that stand for a cell's outputs; none where nothing is drawn or played."""
    for output in outputs:
        data = output.get("data", {})
        html = data.get("text/html", "")
        if _WIDGET in data:
            continue
        if "image/svg+xml" in data:
            yield {name: data[name] for name in ("image/svg+xml", "text/plain")}
        elif "image/png" in data:
            yield {name: data[name] for name in ("image/png", "text/plain")}
        elif _SVG_IN_HTML in html or "pp-still" in html:
            for text, svg in Still(html).parts:
                if svg:
                    yield {"image/svg+xml": svg, "text/plain": text}
                else:
                    yield {"text/markdown": text, "text/plain": text.replace("*", "")}


def with_png(bundles: Sequence[dict[str, str]], page: Any) -> list[dict[str, str]]:
    """The bundles, each drawing with a PNG beside its SVG."""
    made = []
    for bundle in bundles:
        if "image/svg+xml" in bundle:
            source = base64.b64encode(bundle["image/svg+xml"].encode()).decode()
            page.set_content(f'<img width="{_WIDTH}" src="{_SVG_IN_HTML}{source}">')
            png = page.locator("img").screenshot()
        elif "image/png" in bundle:
            png = base64.b64decode(bundle["image/png"])
        else:
            made.append(bundle)
            continue
        made.append(bundle | {"image/png": base64.b64encode(_smaller(png)).decode()})
    return made


def _smaller(png: bytes) -> bytes:
    """A PNG with few colours, no wider than the others."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.thumbnail((_WIDTH, 4 * _WIDTH), Image.Resampling.LANCZOS)
    written = BytesIO()
    picture.quantize(_COLORS, Image.Quantize.FASTOCTREE).save(written, "PNG", optimize=True)
    return written.getvalue()


def words(bundles: Sequence[Mapping[str, Any]]) -> list[tuple[str, ...]]:
    """What pictures say, and what is written in their drawings, whatever machine has drawn them."""
    return [
        (*(_text(b, kind) for kind in ("text/plain", "text/markdown")), *_written(b))
        for b in bundles
        if not _is_figure(b)
    ]


def _written(bundle: Mapping[str, Any]) -> list[str]:
    return sorted(_WRITTEN.findall(_text(bundle, "image/svg+xml")))


def _is_figure(bundle: Mapping[str, Any]) -> bool:
    """Whether it is a figure, whose text says nothing but its size."""
    return _text(bundle, "text/plain").startswith("<")


def _text(bundle: Mapping[str, Any], kind: str) -> str:
    """A text as it is in a run notebook, or in lines as in a file."""
    return "".join(bundle.get(kind, ""))


def is_pictured(cell: Mapping[str, Any]) -> bool:
    """Whether a cell is one below which a picture may stand: no test compares its output."""
    return cell["cell_type"] == "code" and _COMPARED not in cell["metadata"].get("tags", [])


def differing(path: Path) -> list[str]:
    """The ids of cells whose saved pictures say something else than they do now."""
    return [
        cell["id"]
        for cell, now in zip(_content(path)["cells"], run(path), strict=True)
        if is_pictured(cell) and words(list(pictures(now["outputs"]))) != words(_saved(cell))
    ]


def save(path: Path, page: Any) -> None:
    """Write a notebook anew with the pictures of its cells; what says the same is left as it is."""
    notebook = _content(path)
    for cell, now in zip(notebook["cells"], run(path), strict=True):
        if is_pictured(cell):
            bundles = list(pictures(now["outputs"]))
            if not cell["outputs"] or words(bundles) != words(_saved(cell)):
                cell["outputs"] = list(map(_output, with_png(bundles, page)))
            # nbval refuses outputs of a cell that has not been run.
            cell["execution_count"] = now["execution_count"] - 1 if cell["outputs"] else None
    text = json.dumps(notebook, indent=1, ensure_ascii=False)
    OutputFile(path).write(f"{text}\n".encode())


def _content(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def _saved(cell: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [output.get("data", {}) for output in cell["outputs"]]


def _output(bundle: Mapping[str, str]) -> dict[str, Any]:
    """A bundle as it stands in a file: texts in lines, so that differences can be read."""
    data = {
        name: text if name == "image/png" else text.splitlines(keepends=True)
        for name, text in sorted(bundle.items())
    }
    return {"data": data, "metadata": {}, "output_type": "display_data"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the pictures of the notebooks named, or of all."""
    description = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--chromium", help="the path of one that is not on the PATH")
    parser.add_argument("notebooks", nargs="*", type=Path, metavar="NOTEBOOK")
    options = parser.parse_args(arguments)
    paths = options.notebooks or sorted(NOTEBOOKS.glob("*.ipynb"))
    if options.check:
        found = {path: differing(path) for path in paths}
        for path, ids in found.items():
            if ids:
                print(f"{path}: {', '.join(ids)}", file=sys.stderr)
        return int(any(found.values()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium or shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page()
        for path in paths:
            save(path, page)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
