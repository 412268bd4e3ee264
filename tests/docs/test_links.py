"""Links between the files that are read in the repository lead to a file, and to a heading in it.

The links of the built site are followed by `tests/browser/test_site.py`.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from repository import ROOT

TEXTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("*/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
BUILT = {"notebooks", "pnet.html"}  # in docs/ these are there once the site is built


def anchors(path):
    """The anchors of the headings of a text, as a forge makes them."""
    headings = HEADING.findall(FENCE.sub("", path.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    for link in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        parts = urlsplit(link)
        if parts.scheme or (path.parent.name == "docs" and parts.path.split("/")[0] in BUILT):
            continue
        target = (path.parent / unquote(parts.path)) if parts.path else path
        assert target.exists(), link
        if parts.fragment and target.suffix == ".md":
            assert parts.fragment in anchors(target), link
