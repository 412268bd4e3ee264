"""Where people are: Notebook 7, Voila, a notebook exported as a page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from acts import choose, violations, wait_for
from conftest import Watched
from packaged import the_guide
from servers import newcomer, pnet_paths, running

KNOWN = {"extent": "metastatic"} | the_guide().assumed


def use(page):
    """Change a control and see the drawing follow; then the map."""
    page.locator(".pp-drawing svg").first.wait_for(timeout=90_000)
    choose(page, "How far has it spread?", "metastatic")
    wait_for(page, KNOWN)
    page.get_by_role("button", name="Everything").click()
    page.locator('[data-part="treatment-interferon_alfa"]').wait_for()
    choose(page, "Which grade?", "G1 (low)")
    wait_for(page, KNOWN | {"grade": "G1"})


@pytest.mark.exhaustive
def test_notebook_7(chromium, lab, tmp_path):
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook = {"cells": [], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    source = "import pnet_paths\nexplorer = pnet_paths.explore()\nexplorer"
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "outputs": [], "source": source}
    notebook["cells"].append(cell | {"execution_count": None})
    (tmp_path / "try.ipynb").write_text(json.dumps(notebook))
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "notebook", "--no-browser", f"--ServerApp.root_dir={tmp_path}"]
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    log = r"http://localhost\S+token=\w+"
    with running(command, newcomer(home), tmp_path, address=log) as server:
        page = chromium.new_page(viewport={"width": 1366, "height": 768})
        page.goto(server.address.replace("/tree", "/notebooks/try.ipynb"))
        page.locator(".jp-CodeCell").first.click(timeout=60_000)
        page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for()
        page.keyboard.press("Shift+Enter")
        use(page)
        page.close()


@pytest.mark.exhaustive
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_voila_serves_the_explorer_without_code(chromium, tmp_path, theme):
    with running(pnet_paths("app", "--no-browser"), newcomer(tmp_path), tmp_path) as server:
        address = server.address
        watched = Watched(chromium.new_page(viewport={"width": 1366, "height": 768}), address[:-1])
        page = watched.page
        page.goto(f"{address}?theme={theme}")
        use(page)
        assert page.get_by_text("import pnet_paths").count() == 0
        assert violations(page, ".pnet-paths") == []
        watched.assert_quiet()
        watched.close()


@pytest.mark.exhaustive
@pytest.mark.parametrize(("name", "count"), [("02_present", 4), ("03_learn", 7)])
def test_an_exported_page_shows_what_was_first_without_asking_anybody(
    chromium, tmp_path, name, count
):
    source = Path(__file__).parents[2] / "notebooks" / f"{name}.ipynb"
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute", str(source)]
    options = [f"--output-dir={tmp_path}", "--output=page.html"]
    subprocess.run([*command, *options], check=True, capture_output=True, timeout=300)
    page = chromium.new_page()
    page.route("http*://**", lambda route: route.abort())  # offline
    page.goto((tmp_path / "page.html").as_uri())
    left = page.locator(".pp-still")
    assert left.count() == count
    for number in range(count):
        assert left.nth(number).is_visible()
        assert "press Shift + Enter to bring it to life" in left.nth(number).inner_text()
    assert left.first.locator("img").is_visible()
    page.close()
