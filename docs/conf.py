"""The documentation site: ``sphinx-build -W -n -b html docs build/docs``.

It is built and read without a network. What it shows of the program (drawings, answers, the
students' page) the program makes while the site is built.
"""

import sys
import tomllib
from pathlib import Path

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

DOCS = Path(__file__).parent
PROJECT = tomllib.loads((DOCS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
sys.path.insert(0, str(DOCS / "_extensions"))

project = "pnet_paths"
author = "The pnet_paths authors"
project_copyright = "2026, the pnet_paths authors"
release = version = PROJECT["version"]
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "dark_drawings",
    "notebook_copies",
    "plain_attributes",
    "ready_files",
    "short_names",
    "students_page",
]
exclude_patterns = ["_extensions"]
nitpicky = True

# -- pages, and what their cells show --------------------------------------------------------

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_update_mathjax = False
suppress_warnings = ["myst.header"]  # a notebook may step from its title to a small heading
nb_execution_mode = "force"
nb_execution_excludepatterns = ["notebooks/*"]  # they are shown as they were saved
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_ipywidgets_js = {}  # widgets would be asked for from another host
nb_mime_priority_overrides = [("html", "image/svg+xml", 0)]
nb_render_text_lexer = "none"

# -- the API ---------------------------------------------------------------------------------

default_role = "py:obj"
autodoc_class_signature = "separated"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
nitpick_ignore_regex = [
    # Python's own and those of libraries: their documentation is elsewhere, and none is asked.
    (r"py:.*", r"(collections|pathlib|typing|pandas|pd|matplotlib|ipywidgets|traitlets)\b.*"),
    (r"py:.*", r"(Figure|Frame|DOMWidget|AnyWidget|Path|Self|Any)"),
    # The rows of tables, which the page on the tables explains column by column.
    (r"py:.*", r"pnet_paths\.tables\..*"),
    (r"py:.*", r"pnet_paths\.evidence\.(models|population)\..*"),
]


def setup(app: Sphinx) -> None:
    app.add_lexer("csv", TextLexer)  # the blocks of tables.md


# -- how it looks ----------------------------------------------------------------------------

html_theme = "furo"
html_title = "pnet_paths"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"top_of_page_buttons": []}
if "Repository" in PROJECT.get("urls", {}):
    html_theme_options["footer_icons"] = [
        {"name": "Repository", "url": PROJECT["urls"]["Repository"], "html": "Source", "class": ""}
    ]
pygments_style = "default"
pygments_dark_style = "github-dark"
