"""``pnet-paths bundle``: a guide as one JSON document."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ..api import load_guide
from ..tables.folder import folder_of
from .output import output_file, write

__all__ = ["add_bundle"]

if TYPE_CHECKING:
    from . import Commands


def add_bundle(commands: Commands) -> None:
    parser = commands.add_parser(
        "bundle",
        help="a guide as one JSON document",
        description="Write a guide as one JSON document, from which a page answers everything.",
    )
    parser.add_argument("--guide", metavar="FOLDER", help="another guide than the packaged one")
    parser.add_argument(
        "--schema", action="store_true", help="the JSON Schema of the document instead"
    )
    parser.add_argument("-o", "--output", metavar="FILE")
    parser.set_defaults(run=_bundle)


def _bundle(options: argparse.Namespace) -> int:
    file = output_file(options.output)
    if options.schema:
        from ..bundle.document import GuideDocument

        text = json.dumps(GuideDocument.json_schema(), indent=2)
    else:
        guide = load_guide(folder_of(options.guide) if options.guide else None)
        text = json.dumps(guide.to_bundle(), ensure_ascii=False, separators=(",", ":"))
    write(f"{text}\n".encode(), file)
    return 0
