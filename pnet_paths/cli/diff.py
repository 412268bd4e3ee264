"""``pnet-paths diff``: say what differs between two guides."""

from __future__ import annotations

import argparse

from ..api import Guide, load_guide
from ..errors import GuideError
from ..output import say
from .command import Commands, add_command, to_json

__all__ = ["add_diff"]


def add_diff(commands: Commands) -> None:
    parser = add_command(
        commands,
        "diff",
        _run,
        help="say what differs between two guides",
        description="Say which rows differ between two guides, and for exactly which profiles a "
        "status, or what is told beside it, does. Exit status: 0 if nothing does, 1 otherwise.",
    )
    parser.add_argument("a", metavar="A", help="a guide's folder, or the name of a packaged one")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _run(options: argparse.Namespace) -> int:
    differences = _guide(options.a).diff(_guide(options.b))
    if options.format == "json":
        rows = [
            {"table": c.table, "row": c.row, "what": c.what, "cells": dict(c.cells)}
            for c in differences.rows
        ]
        statuses = differences.to_frame().to_dict("records")
        statements = [
            {"treatment": c.treatment, "text": c.text, "only_in": c.only_in}
            | {"when": {n: sorted(v) for n, v in c.when.items()}, "witness": dict(c.witness)}
            for c in differences.remarks
        ]
        content = {
            "rows": rows,
            "statuses": statuses,
            "told": statements,
            "complete": differences.complete,
        }
        text = to_json(content)
    else:
        text = str(differences)
    say(text)
    return 1 if differences else 0


def _guide(name: str) -> Guide:
    """A guide to compare; the message about its tables names it."""
    try:
        return load_guide(name)
    except GuideError as error:
        raise GuideError([f"in {name}: {problem}" for problem in error.problems]) from None
