"""``pnet-paths questions``: a question bank for a learning platform, flash cards, a spreadsheet."""

from __future__ import annotations

import argparse

from ..arguments import to_seed
from ..output import say
from .command import Commands, add_command, add_guide_option

__all__ = ["add_questions"]


def add_questions(commands: Commands) -> None:
    parser = add_command(
        commands,
        "questions",
        _run,
        help="a question bank for Moodle, other platforms or Anki",
        description="Write questions made from a guide's rules. The ending of the file says as "
        "what: .xml Moodle, .zip QTI 2.1, .apkg Anki, .csv, .json.",
    )
    parser.add_argument("file", metavar="FILE")
    add_guide_option(parser)
    parser.add_argument("--count", type=int, default=100, help="how many; default: 100")
    parser.add_argument("--seed", type=int, help="a number that makes the same questions again")
    parser.add_argument("--level", help="easy, medium or hard; default: all")
    parser.add_argument("--kinds", metavar="KIND", nargs="+", default=(), help="only these kinds")
    parser.add_argument("--format", help="moodle, qti, anki, csv or json, whatever the ending")
    parser.add_argument("--no-pictures", action="store_true", help="without drawings")
    parser.add_argument("--report", action="store_true", help="say how they cover the rules")


def _run(options: argparse.Namespace) -> int:
    from ..banks import save_questions  # questions bring numpy along, which no other command needs

    seed = to_seed(options.seed)
    file = save_questions(
        options.file,
        options.guide,
        count=options.count,
        seed=seed,
        level=options.level,
        kinds=options.kinds,
        format=options.format,
        pictures=not options.no_pictures,
        report=options.report,
    )
    size = file.stat().st_size / 1e6
    say(f"{file}: {options.count} questions of seed {seed}, {size:.2f} MB.")
    return 0
