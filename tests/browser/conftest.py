"""JupyterLab as a newcomer gets it (``pnet-paths lab``), in a real browser, watched closely."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import suppress
from typing import ClassVar

import pytest
from acts import META, unfold, until, wait_for
from js_coverage import Counted
from packaged import the_guide
from playwright.sync_api import TimeoutError
from servers import newcomer, pnet_paths, running

from pnet_paths import page

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"]


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    """A Chromium; without one these tests are skipped, except in CI, where they fail."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        message = "no Chromium on the PATH; install it (Debian: apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=FLAGS,
            ignore_default_args=["--hide-scrollbars"],  # they take room, as on a real screen
        )
        yield browser
        browser.close()


class Lab:
    """A running JupyterLab: its address, and how to choose its theme."""

    def __init__(self, address, settings, folder):
        self.address = address
        self._pristine = {path: path.read_bytes() for path in folder.glob("*.ipynb")}
        self.host = re.match(r"http://[^/]+", address)[0]
        self._settings = settings
        self.folder = folder

    def renew(self):
        """Notebooks as they came, whatever a test has saved in them."""
        for path, content in self._pristine.items():
            path.write_bytes(content)

    def theme(self, name):
        folder = self._settings / "@jupyterlab" / "apputils-extension"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "themes.jupyterlab-settings").write_text(json.dumps({"theme": name}))


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    folder = home / "notebooks"
    with running(pnet_paths("lab", folder, "--no-browser"), newcomer(home), home) as server:
        yield Lab(server.address, home / ".jupyter" / "lab" / "user-settings", folder)


class Watched:
    """A page, and what it must never do: fail in the console, ask another host."""

    seen: ClassVar = []
    """All pages that were opened, so that a failing test can show them."""

    def __init__(self, page, host):
        self.seen.append(self)
        self.page = page
        self._counted = Counted(page, host)
        self.console = []
        page.on("console", lambda m: self.console.append(f"{m.type}: {m.text}"))
        self.errors = []
        self.strangers = []
        wrong = ["error"] if host.startswith("http") else ["error", "warning"]  # of our own page
        page.on("console", lambda m: self.errors.append(m.text) if m.type in wrong else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._seen(request.url, host))
        self._kernel = None
        page.on("websocket", self._connected)

    def _connected(self, socket):
        if "/channels" in socket.url:
            self._kernel = socket

    def wait_until_nothing_comes(self):
        """Wait until the kernel has sent nothing for a second."""
        with suppress(TimeoutError):
            while True:
                self._kernel.wait_for_event("framereceived", timeout=1000)

    def close(self):
        """Close the page; what ran in it is counted first, where that was asked for."""
        self._counted.take()
        self.page.close()

    def _seen(self, url, host):
        if not url.startswith((host, host.replace("http", "ws"), "data:", "blob:")):
            self.strangers.append(url)

    def assert_quiet(self):
        assert self.errors == []
        assert self.strangers == []
        assert self.page.locator(".Toastify__toast").count() == 0
        assert self.page.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count() == 0
        assert self.page.locator(".jp-OutputArea-output[data-mime-type*=error]").count() == 0


@pytest.fixture(scope="session")
def page_file(tmp_path_factory):
    """A page of the packaged guide, with two questions."""
    return page(tmp_path_factory.mktemp("page") / "pnet.html", the_guide(), count=2, seed=11)


@pytest.fixture(scope="session")
def teacher_file(tmp_path_factory):
    """The teacher's copy of that page: with notes, and with keys to print."""
    path = tmp_path_factory.mktemp("teacher") / "pnet.html"
    return page(path, the_guide(), count=2, seed=11, notes=True)


@pytest.fixture
def web(chromium, page_file):
    """Open the page from its file, at one of its parts, with every request refused."""
    contexts, pages = [], []

    def opened(
        address="",
        width=1366,
        height=768,
        scheme="light",
        file=page_file,
        quiet=True,
        beside=None,
        **options,
    ):
        size = {"width": width, "height": height}
        if beside:  # another tab of the same browser
            context = beside.context
        else:
            context = chromium.new_context(viewport=size, color_scheme=scheme, **options)
            context.route(lambda url: not url.startswith(("file:", "data:", "blob:")), refused)
            contexts.append(context)
        watched = Watched(context.new_page(), "file://")
        pages.append((watched, quiet))
        watched.page.goto(f"{file.as_uri()}{address}")
        watched.page.locator(".pnet-paths > *").first.wait_for()
        return watched.page

    yield opened
    for watched, quiet in pages:
        if quiet:
            watched.assert_quiet()
        watched.close()
    for context in contexts:
        context.close()


def refused(route):
    route.abort()


@pytest.fixture(scope="session")
def browsing(chromium):
    """One context for all pages of JupyterLab, so that its many files are loaded once."""
    context = chromium.new_context()
    yield context
    context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A test that fails keeps a picture of each page that is open, and what its console said."""
    report = yield
    if report.failed and "browser" in item.path.parts:
        folder = item.config.rootpath / "test-results"
        folder.mkdir(exist_ok=True)
        name = re.sub(r"[^\w-]+", "-", item.name)
        for number, watched in enumerate(w for w in Watched.seen if not w.page.is_closed()):
            path = folder / f"{name}-{number}.png"
            watched.page.screenshot(path=path)
            report.sections.append((f"Page {number}", f"{path}\n" + "\n".join(watched.console)))
    return report


@pytest.fixture
def open_lab(browsing, lab):
    """Open a notebook in a window of a size and theme; run it and wait for the drawing."""
    opened_here = []

    def opened(width, height, theme="JupyterLab Light", notebook=None):
        lab.theme(theme)
        lab.renew()
        watched = Watched(browsing.new_page(), lab.host)
        page = watched.page
        opened_here.append(watched)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(lab.address.replace("01_explore.ipynb", notebook or "01_explore.ipynb"))
        page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=60_000)
        # What is run before the kernel is there is dropped without a word.
        page.get_by_text("| Idle").wait_for(timeout=60_000)
        if notebook:
            return watched
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        page.locator(".pp-drawing svg").first.wait_for(state="attached", timeout=60_000)
        page.locator(".pnet-paths").first.scroll_into_view_if_needed()
        return watched

    yield opened
    for watched in opened_here:
        watched.close()


@pytest.fixture(scope="session")
def notebook(browsing, lab):
    """A notebook that stays open for many tests, in a file of its own."""
    given = json.loads((lab.folder / "01_explore.ipynb").read_text(encoding="utf-8"))
    first = next(cell for cell in given["cells"] if cell["cell_type"] == "code")
    first["source"] = f"import pnet_paths\nexplorer = pnet_paths.explore(profile={META})\nexplorer"
    (lab.folder / "shared.ipynb").write_text(json.dumps(given), encoding="utf-8")
    lab.theme("JupyterLab Light")
    watched = Watched(browsing.new_page(), lab.host)
    watched.page.set_viewport_size({"width": 1366, "height": 768})
    watched.page.goto(lab.address.replace("01_explore.ipynb", "shared.ipynb"))
    watched.page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=60_000)
    watched.page.get_by_text("| Idle").wait_for(timeout=60_000)
    yield watched
    watched.close()


NOTHING_RUNS = """() => ![...document.querySelectorAll(".jp-InputPrompt")]
  .some(prompt => prompt.textContent.includes("*"))"""


@pytest.fixture
def cleared(notebook):
    """The open notebook without any output, in a window of the usual size."""
    page = notebook.page
    notebook.errors.clear()
    page.set_viewport_size({"width": 1366, "height": 768})
    page.evaluate("document.fullscreenElement && document.exitFullscreen()")
    # What the cells of an earlier test still have to say would come after the clearing.
    until(page, NOTHING_RUNS)
    page.get_by_role("menuitem", name="Edit", exact=True).click()
    page.locator(".lm-Menu-itemLabel", has_text="Clear Outputs of All Cells").first.click()
    until(page, "() => !document.querySelector('.jp-OutputArea-output')")
    yield page
    notebook.assert_quiet()


@pytest.fixture
def explorer(cleared):
    """A new explorer on a metastatic profile, with SSAs not given yet."""
    page = cleared
    page.locator(".jp-CodeCell").first.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    page.locator(".pp-drawing svg").first.wait_for(state="attached", timeout=60_000)
    page.locator(".pnet-paths").first.scroll_into_view_if_needed()
    wait_for(page, META)
    unfold(page)
    return page


@pytest.fixture
def explorer_of_page(web):
    """The page's explorer on the same profile."""
    page = web(the_guide().evaluate(META).link())
    wait_for(page, META)
    return page


@pytest.fixture(
    params=["explorer_of_page", pytest.param("explorer", marks=pytest.mark.exhaustive)],
    ids=["page", "lab"],
)
def facts_known(request):
    """An explorer on that profile: the page's, and with ``--exhaustive`` the notebook's as well."""
    return request.getfixturevalue(request.param)
