"""``pnet-paths diff``: say what differs between two guides."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ..api import Guide, load_guide
from ..errors import GuideError
from ..output import say
from ..tables.folder import folder_of
from .output import as_json

__all__ = ["add_diff"]

if TYPE_CHECKING:
    from . import Commands


def add_diff(commands: Commands) -> None:
    parser = commands.add_parser(
        "diff",
        help="say what differs between two guides",
        description="Say which rows differ between two guides, and for exactly which profiles a "
        "status, or what is told beside it, does. Exit status: 0 if nothing does, 1 otherwise.",
    )
    parser.add_argument("a", metavar="A", help="a guide's folder, or the name of a packaged one")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_diff)


def _diff(options: argparse.Namespace) -> int:
    a, b = (_side(name) for name in (options.a, options.b))
    found = a.diff(b)
    if options.format == "json":
        rows = [
            {"table": c.table, "row": c.row, "what": c.what, "cells": dict(c.cells)}
            for c in found.rows
        ]
        statuses = found.to_frame().to_dict("records")
        told = [
            {"treatment": c.treatment, "text": c.text, "only_in": c.only_in}
            | {"when": {n: sorted(v) for n, v in c.when.items()}, "witness": dict(c.witness)}
            for c in found.told
        ]
        content = {"rows": rows, "statuses": statuses, "told": told, "complete": found.complete}
        text = as_json(content)
    else:
        text = str(found)
    say(text)
    return 1 if found else 0


def _side(name: str) -> Guide:
    """A guide to be compared; what is wrong with it says which one it is."""
    try:
        return load_guide(folder_of(name))
    except GuideError as error:
        raise GuideError([f"in {name}: {problem}" for problem in error.problems]) from None
