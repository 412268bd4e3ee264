"""``pnet-paths page``: a guide as one HTML file."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..output import say
from ..tables.folder import folder_of

__all__ = ["add_page"]

if TYPE_CHECKING:
    from . import Commands


def add_page(commands: Commands) -> None:
    parser = commands.add_parser(
        "page",
        help="a guide as one HTML file for students",
        description="Write a guide as one HTML file with explorer, cases, stage and quiz. It needs "
        "no Python, no server and no network.",
    )
    parser.add_argument("file", metavar="FILE.html")
    parser.add_argument("--guide", metavar="FOLDER", help="another guide than the packaged one")
    parser.add_argument("--start", default="explore", help="explore, cases, stage or quiz")
    parser.add_argument("--cases", metavar="CASE", nargs="+", help="these cases; default: all")
    parser.add_argument("--questions", metavar="COUNT", type=int, help="default: 20")
    parser.add_argument("--seed", type=int, help="a number that makes the same questions again")
    parser.add_argument("--title", default="", help="the heading of the page")
    parser.add_argument("--note", default="", help="a note to the students")
    parser.add_argument(
        "--notes",
        action="store_true",
        help="the teacher's copy: notes to the scenes, and keys to print",
    )
    parser.add_argument("--address", default="", help="where it will be found, for a QR code")
    parser.set_defaults(run=_page)


def _page(options: argparse.Namespace) -> int:
    from ..pages import page  # questions bring numpy along, which no other command needs

    file = page(
        options.file,
        folder_of(options.guide) if options.guide else None,
        start=options.start,
        cases=options.cases,
        count=options.questions,
        seed=options.seed,
        title=options.title,
        note=options.note,
        address=options.address,
        notes=options.notes,
    )
    say(f"{file}: {file.stat().st_size / 1e6:.2f} MB. Open it in a browser, or mail it.")
    return 0
