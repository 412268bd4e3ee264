"""Files that a teacher takes along without installing anything, made while the site is built.

The teacher's copy asks the same questions as the students' page, so that it can read what a class
hands in. The question banks are one set of questions in three formats.
"""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import pnet_paths
from pnet_paths.banks.formats import format_of
from pnet_paths.banks.making import make_bank
from pnet_paths.teach import questions

TEACHERS_COPY = "teacher.html"
BANKS = ("questions.xml", "questions.zip", "questions.apkg")


def write_files(app: Sphinx, problem: Exception | None) -> None:
    """Write the teacher's copy and the question banks beside the documents."""
    if problem is not None or app.builder.format != "html":
        return
    folder, seed, count = Path(app.outdir), app.config.page_seed, app.config.page_questions
    pnet_paths.page(folder / TEACHERS_COPY, seed=seed, count=count, notes=True)
    guide = pnet_paths.load_guide()
    bank = make_bank(guide, questions(guide, seed, app.config.bank_size), seed)
    for name in BANKS:
        path = folder / name
        path.write_bytes(format_of(path).content(bank))


def setup(app: Sphinx) -> ExtensionMetadata:
    app.setup_extension("students_page")
    app.add_config_value("bank_size", 100, "", types=(int,))
    app.connect("build-finished", write_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
