"""What the commands share: how one is added, the guide that it is given, what it writes."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from typing import TypeAlias

from ..output import OutputFile, write_standard_output

__all__ = ["Commands", "add_command", "add_guide_option", "output_file", "to_json", "write"]

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    help: str,
    description: str,
    epilog: str | None = None,
) -> argparse.ArgumentParser:
    """Add a command, and return its parser; ``run`` takes the options, returns the exit status."""
    parser = commands.add_parser(name, help=help, description=description, epilog=epilog)
    parser.set_defaults(run=run)
    return parser


def add_guide_option(parser: argparse.ArgumentParser, several: bool = False) -> None:
    """Add ``--guide``, which `load_guide` takes as it is; or several guides."""
    help = "another guide than the packaged one: its folder, or its name"
    if several:
        help = "the guides: folders or names, the first one first; default: all packaged ones"
    parser.add_argument("--guide", metavar="FOLDER", nargs="+" if several else None, help=help)


def to_json(content: object) -> str:
    """The content as JSON, as the commands print it."""
    return json.dumps(content, indent=2, ensure_ascii=False)


def output_file(path: str | None) -> OutputFile | None:
    """The file of a path, checked before the work begins; None is standard output.

    Raises:
        OSError: it cannot be written there.
    """
    return None if path is None else OutputFile(path)


def write(content: bytes, file: OutputFile | None) -> None:
    """Write to a file, or to standard output for None."""
    if file is None:
        write_standard_output(content)
    else:
        file.write(content)
