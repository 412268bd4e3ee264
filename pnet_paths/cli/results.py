"""``pnet-paths results``: what a class has handed in, and what to talk about next."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from ..output import say
from .command import Commands, add_command, output_file

__all__ = ["add_results"]

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def add_results(commands: Commands) -> None:
    parser = add_command(
        commands,
        "results",
        _run,
        help="what a class has handed in, and what to talk about next",
        description='Read the files that students saved with "Save my answers", and say how much '
        "was right, what to talk about next, and which files were skipped. Nothing leaves this "
        "machine.",
    )
    parser.add_argument("folder", metavar="FOLDER", help="the files; folders in it are read too")
    parser.add_argument(
        "--page", metavar="FILE.html", help="the page that the students had; default: in FOLDER"
    )
    parser.add_argument(
        "--guide", metavar="NAME", help="of a page with several; default: its first"
    )
    parser.add_argument("--csv", metavar="FILE", help="write a table too, one row an answer")
    parser.add_argument("--charts", metavar="FILE.pdf", help="write charts for the projector too")


def _run(options: argparse.Namespace) -> int:
    from ..classroom import class_results  # brings pandas along, which no other command needs

    table, charts = output_file(options.csv), output_file(options.charts)
    results = class_results(options.folder, options.page, options.guide)
    say(str(results))
    if table is not None:
        table.write(results.answers.to_csv(index=False).encode("utf-8-sig"))  # for Excel
    if charts is not None:
        charts.write(_pdf([results.plot(), results.plot_choices()]))
    return 0


def _pdf(figures: Iterable[Figure]) -> bytes:
    """Figures as a file, a page each."""
    from matplotlib.backends.backend_pdf import PdfPages

    content = BytesIO()
    with PdfPages(content) as pages:
        for figure in figures:
            pages.savefig(figure)
    return content.getvalue()
