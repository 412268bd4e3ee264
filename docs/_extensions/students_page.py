"""The students' page is made while the site is built; documents link into it by a role.

``{page}`Metastatic, grade 2 <grade=G2&extent=metastatic>` `` opens it with these facts. Sphinx
knows nothing of what is in that page: `tests/docs/test_site_text.py` holds the links to the guide.
"""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import ReferenceRole
from sphinx.util.typing import ExtensionMetadata

import pnet_paths

NAME = "pnet.html"


class PageRole(ReferenceRole):
    """A link into the students' page: ``title <what is shown>``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        up = "../" * self.env.docname.count("/")
        target = f"#{self.target}" if self.has_explicit_title else ""
        address = f"{up}{NAME}{target}"
        node = nodes.reference(self.rawtext, self.title, internal=True, refuri=address)
        node["classes"].append("students-page")
        return [node], []


def write_page(app: Sphinx, problem: Exception | None) -> None:
    """Write the page beside the documents, with the same questions each time."""
    if problem is None and app.builder.format == "html":
        config = app.config
        path = Path(app.outdir) / NAME
        pnet_paths.page(path, seed=config.page_seed, count=config.page_questions)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.add_config_value("page_questions", 20, "", types=(int,))
    app.add_config_value("page_seed", 1, "", types=(int,))
    app.add_role("page", PageRole())
    app.connect("build-finished", write_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
