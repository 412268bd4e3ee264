"""``pnet-paths check``: say what is wrong with a guide's tables."""

from __future__ import annotations

import argparse

from ..check import check_folder
from ..output import say
from ..tables.folder import folder_of
from .command import Commands, add_command, to_json

__all__ = ["add_check"]


def add_check(commands: Commands) -> None:
    parser = add_command(
        commands,
        "check",
        _run,
        help="say what is wrong with a guide's tables",
        description="Say what a careful colleague would find in a guide's tables, each with the "
        "smallest profile that shows it. Exit status: 0 clean or notes only, 1 otherwise.",
    )
    parser.add_argument(
        "folder", metavar="FOLDER", nargs="?", help="its folder, or the name of a packaged one"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace) -> int:
    findings = check_folder(options.folder and folder_of(options.folder))
    rows = findings.to_frame().to_dict("records")
    say(to_json(rows) if options.format == "json" else str(findings))
    return 0 if findings.clean else 1
