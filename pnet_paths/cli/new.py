"""``pnet-paths new``: make the folder of a guide of one's own."""

from __future__ import annotations

import argparse
import shlex

from ..output import say
from ..tables.folder import folder_of, packaged
from ..tables.starter import start_guide
from .command import Commands, add_command

__all__ = ["add_new"]


def add_new(commands: Commands) -> None:
    parser = add_command(
        commands,
        "new",
        _run,
        help="make the folder of a guide of your own",
        description="Make the folder of a new guide: tables with comments, or a copy.",
    )
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument(
        "--from",
        dest="source",
        metavar="GUIDE",
        help=f"copy a guide: its folder, or one of {', '.join(packaged())}",
    )
    parser.add_argument(
        "--separator",
        metavar="CHARACTER",
        default="comma",
        help="between cells: comma, semicolon (for spreadsheets that write 0,5) or tab",
    )


def _run(options: argparse.Namespace) -> int:
    source = options.source and folder_of(options.source)
    folder = start_guide(options.folder, source, options.separator)
    ready = (
        "is a guide now; look at it" if options.source else "is there; fill in its tables and look"
    )
    say(f"{folder} {ready} with: pnet-paths check {shlex.quote(str(folder))}")
    return 0
