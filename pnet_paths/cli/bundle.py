"""``pnet-paths bundle``: a guide as one JSON document."""

from __future__ import annotations

import argparse
import json

from ..api import load_guide
from .command import Commands, add_command, add_guide_option, output_file, to_json, write

__all__ = ["add_bundle"]


def add_bundle(commands: Commands) -> None:
    parser = add_command(
        commands,
        "bundle",
        _run,
        help="a guide as one JSON document",
        description="Write a guide as one JSON document, from which a page answers everything.",
    )
    add_guide_option(parser)
    parser.add_argument(
        "--schema", action="store_true", help="the JSON Schema of the document instead"
    )
    parser.add_argument("-o", "--output", metavar="FILE")


def _run(options: argparse.Namespace) -> int:
    file = output_file(options.output)
    if options.schema:
        from ..bundle.document import GuideDocument

        text = to_json(GuideDocument.json_schema())
    else:
        bundle = load_guide(options.guide).to_bundle()
        text = json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))
    write(f"{text}\n".encode(), file)
    return 0
