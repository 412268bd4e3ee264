"""The documentation site, built strictly and read in a browser, both without a network."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest
from repository import ROOT
from sizes import some

pytestmark = pytest.mark.exhaustive
pytest.importorskip("furo")

NO_NETWORK = """\
import socket

connect = socket.socket.connect


def refused(self, address):
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError(f"{address} was asked while the site was built")
    return connect(self, address)


socket.socket.connect = refused
"""
LOADED = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href"}
HARMLESS = {"search", "next", "prev", "index", "genindex", "canonical"}
PICTURES = "[...document.images].filter(i => i.checkVisibility())"
SMALLEST = 9  # pixels of the smallest letter of a drawing of a pathway on a laptop


class Read(HTMLParser):
    """What a page loads, where it links to, and the places in it."""

    def __init__(self, path):
        super().__init__()
        self.loaded, self.links, self.ids, self.without_text = [], [], set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.update(filter(None, [given.get("id"), given.get("name")]))
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        rel = set((given.get("rel") or "").split())
        if tag in LOADED and given.get(LOADED[tag]) and not rel & HARMLESS:
            self.loaded.append(given[LOADED[tag]])
        if tag == "img" and not given.get("alt"):
            self.without_text.append(given.get("src"))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the built site; every warning is an error, every other host is refused."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "cut").mkdir()
    (folder / "cut" / "sitecustomize.py").write_text(NO_NETWORK)
    paths = filter(None, [str(folder / "cut"), os.environ.get("PYTHONPATH")])
    options = ["-W", "-n", "-q", "-E", "-b", "html", "-d", str(folder / "doctrees")]
    options += ["-D", "page_questions=2", "-D", "bank_size=10"]  # other tests try their questions
    subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(ROOT / "docs"), str(folder / "docs")],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
        check=True,
        capture_output=True,
        text=True,
    )
    return folder / "docs"


@pytest.fixture(scope="module")
def read(site):
    """What stands in each of its pages, by path; the students' page is tried by other tests."""
    paths = (path for path in site.rglob("*.html") if "_static" not in path.parts)
    return {path: Read(path) for path in paths if path.name != "pnet.html"}


def test_pages_load_only_what_is_beside_them(read):
    for path, page in read.items():
        for address in page.loaded:
            parts = urlsplit(address)
            assert not any(parts[:2]), f"{path.name}: {address}"
            assert (path.parent / unquote(parts.path)).is_file(), f"{path.name}: {address}"


def test_styles_load_nothing_from_elsewhere(site):
    sheets = list(site.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        for address in re.findall(r"""(?:url\(|@import)\s*["']?([^"')\s]+)""", text):
            assert not urlsplit(address).netloc, f"{sheet.name}: {address}"


def test_links_lead_somewhere(read, site):
    places = {path: page.ids for path, page in read.items()}
    for path, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("https", "http", "mailto"), f"{path.name}: {link}"
                assert parts.netloc or parts.scheme == "mailto", f"{path.name}: {link}"
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), f"{path.name}: {link}"
            if parts.fragment and target in places:
                assert unquote(parts.fragment) in places[target], f"{path.name}: {link}"


def test_pictures_have_a_text(read):
    assert not {path.name: page.without_text for path, page in read.items() if page.without_text}


NAMES = ["index", "gallery", "how_it_works", "lesson", "try", "api", "notebooks/01_explore"]


@pytest.mark.parametrize("name", some(NAMES, len(NAMES)))
@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (1366, "dark"), (390, "light")])
def test_a_page_asks_no_host_and_fits_its_screen(site, chromium, name, width, scheme):
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto((site / f"{name}.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    assert not wrong
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(f"{PICTURES}.every(i => i.complete && i.naturalWidth)")
    context.close()


def test_the_drawings_of_the_gallery_can_be_read(site, chromium):
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto((site / "gallery.html").as_uri())
    page.wait_for_load_state("networkidle")
    shown = page.evaluate(f"{PICTURES}.map(i => [i.src, i.clientWidth])")
    assert len(shown) >= 10
    for address, width in shown:
        if address.endswith(".svg"):
            svg = (site / "_images" / address.rsplit("/", 1)[1]).read_text(encoding="utf-8")
            points = int(re.search(r'width="(\d+)pt"', svg)[1])
            smallest = min(map(float, re.findall(r'font-size="([\d.]+)"', svg)))
            assert smallest * width / points >= SMALLEST
    page.close()


def test_the_students_page_answers_within_the_site(site, chromium):
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto((site / "try.html").as_uri())
    frame = page.frame_locator("iframe.try")
    frame.get_by_role("button", name="metastatic", exact=True).first.click()
    frame.get_by_text("Usual:").or_(frame.get_by_text("Open:")).first.wait_for()
    page.close()
