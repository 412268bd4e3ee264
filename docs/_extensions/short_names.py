"""Lead the names of annotations and docstrings to where the API documents them.

Annotations say ``Comparison`` where the API says ``pnet_paths.explain.Comparison``. A short name
that is documented once is that one; what nobody documents stays missing, and the strict build says
so.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import ExtensionMetadata


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """The link of a Python name of which only the last parts are written."""
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"].removesuffix("Value")  # what users meet as Guide is a GuideValue
    objects = env.domains.python_domain.objects
    places = {
        (entry.docname, entry.node_id)
        for name, entry in objects.items()
        if name.endswith(f".{target}") or name.split(".")[-1] == target.split(".")[-1]
    }
    if len(places) != 1:
        return None
    docname, anchor = places.pop()
    return make_refnode(app.builder, node["refdoc"], docname, anchor, content, target)


def setup(app: Sphinx) -> ExtensionMetadata:
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
