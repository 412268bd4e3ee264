"""``pnet-paths check``: say what is wrong with a guide's tables."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..check import check_folder
from ..output import say
from ..tables.folder import folder_of
from .output import as_json

__all__ = ["add_check"]

if TYPE_CHECKING:
    from . import Commands


def add_check(commands: Commands) -> None:
    parser = commands.add_parser(
        "check",
        help="say what is wrong with a guide's tables",
        description="Say what a careful colleague would find in a guide's tables, each with the "
        "smallest profile that shows it. Exit status: 0 clean or notes only, 1 otherwise.",
    )
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="its folder, or the name of a packaged one"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    found = check_folder(options.folder and folder_of(options.folder))
    rows = found.to_frame().to_dict("records")
    say(as_json(rows) if options.format == "json" else str(found))
    return 0 if found.clean else 1
