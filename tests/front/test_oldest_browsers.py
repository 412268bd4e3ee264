"""The front end needs no syntax and no style newer than the oldest browsers that are named.

Built-ins are held by the types (``lib`` in ``tsconfig.json``), what a browser does without them by
``tests/browser/test_where_it_runs.py``.
"""

from __future__ import annotations

import re

import pytest
from repository import ROOT

from pnet_paths.front.module_joining import joined_module, joined_style
from pnet_paths.pages import page

TOO_NEW = {
    r"\(\?<[=!]": "a regular expression that looks behind (Safari 16.4)",
    r"/[dgimsuy]*v[dgimsuy]*[,;)]": "a regular expression with the flag v (Chrome 112, Safari 17)",
    r"\bstatic \{": "a static block (Chrome 94, Safari 16.4)",
    r"#\w+ in ": "a private name looked for (Chrome 91, Safari 15)",
    r"\busing \w+ =": "a resource that is closed (Chrome 134)",
    r"\.(?:showPopover|togglePopover|hidePopover|popoverTargetElement)\b": "a popover (Chrome 114)",
}
ASKED_FIRST = re.compile(r"POPOVERS\) |^\s*term\.addEventListener.*help\.togglePopover")
COMMENT = re.compile(r"\s*(?://|/?\*)")
TOO_NEW_STYLE = {
    r"\d(?:cq[whib]|cqmin|cqmax|lh|rlh|dvh|svh|lvh)\b": "a unit (Chrome 105 to 109, Safari 16)",
    r"\bsideways-[lr][lr]\b": "sideways text (Chrome 132)",
    r"\bposition-area\b|\bposition-try": "a place beside an anchor (Chrome 125)",
    r"@(?:scope|starting-style|container)\b": "a rule (Chrome 105 and newer)",
    r"\bcolor-mix\(|\blight-dark\(": "a colour (Chrome 111 and newer)",
    r"(?m)^\s+&": "a rule inside another (Chrome 112)",
    r":popover-open": "a state, which spoils the whole rule (Chrome 114)",
}


@pytest.mark.parametrize("name", ["page", "explorer", "player", "stage", "quiz"])
def test_no_syntax_is_too_new(name):
    lines = [line for line in joined_module(name).splitlines() if not COMMENT.match(line)]
    found = [
        (what, line)
        for pattern, what in TOO_NEW.items()
        for line in lines
        if re.search(pattern, line) and not ASKED_FIRST.search(line)
    ]
    assert found == []


def test_no_style_is_too_new_but_where_the_browser_is_asked_first():
    sheet = joined_style("explorer", "common", "flowchart", "teaching", "stage", "page")
    asked = re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", sheet)
    found = [what for pattern, what in TOO_NEW_STYLE.items() if re.search(pattern, asked)]
    assert found == []


def test_the_documentation_and_the_page_name_the_same(page_text):
    documented = (ROOT / "docs" / "students_page.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:Chrome|Edge|Firefox|Safari|iOS) [\d.]+\d", page_text))
    assert len(named) == 5
    assert all(name in documented for name in named)


@pytest.fixture
def page_text(toy_guide, tmp_path):
    """The page's first sentence."""
    text = page(tmp_path / "toy.html", toy_guide, count=0).read_text(encoding="utf-8")
    return text[text.index('<p id="needs">') : text.index('<div id="page">')]
