"""``pnet-paths page``: a guide as one HTML file."""

from __future__ import annotations

import argparse

from ..arguments import to_seed
from ..output import say
from .command import Commands, add_command, add_guide_option

__all__ = ["add_page"]


def add_page(commands: Commands) -> None:
    parser = add_command(
        commands,
        "page",
        _run,
        help="a guide as one HTML file for students",
        description="Write a guide as one HTML file with explorer, cases, stage and quiz. It needs "
        "no Python, no server and no network.",
    )
    parser.add_argument("file", metavar="FILE.html")
    add_guide_option(parser, several=True)
    parser.add_argument("--start", default="explore", help="explore, sources, cases, stage or quiz")
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


def _run(options: argparse.Namespace) -> int:
    from ..pages import page  # questions bring numpy along, which no other command needs

    seed = to_seed(options.seed)
    file = page(
        options.file,
        options.guide,
        start=options.start,
        cases=options.cases,
        count=options.questions,
        seed=seed,
        title=options.title,
        note=options.note,
        address=options.address,
        notes=options.notes,
    )
    size = file.stat().st_size / 1e6
    say(f"{file}: {size:.2f} MB, made with --seed {seed}. Open it in a browser, or mail it.")
    return 0
