"""``pnet-paths show``: print or save the pathway of one profile."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..api import Guide, load_guide
from ..errors import PnetPathsError
from ..guide.profile import Profile
from ..output import OutputFile
from ..progress_bar import progress_bar
from .guides import folder_of
from .output import as_json, output_file, write

__all__ = ["add_show"]

if TYPE_CHECKING:
    from . import Commands


_FORMATS = ("text", "json", "dot", "svg", "png", "pdf")


def add_show(commands: Commands) -> None:
    parser = commands.add_parser(
        "show",
        help="print or save the pathway of one profile",
        description="Print or save what the guide says of one profile. A factor that is left "
        "out is not known.",
        epilog="example: pnet-paths show extent=metastatic grade=G2 --format svg -o pathway.svg",
    )
    parser.add_argument("facts", metavar="FACTOR=LEVEL", nargs="*", help="a known fact")
    parser.add_argument("--format", choices=_FORMATS, help="text, unless FILE's ending says else")
    parser.add_argument("--view", choices=("path", "map"), default="path", help="default: path")
    parser.add_argument("--guide", metavar="FOLDER", help="another guide than the packaged one")
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE")
    parser.add_argument("--factors", action="store_true", help="list the factors and their levels")
    parser.set_defaults(run=_show)


def _show(options: argparse.Namespace) -> int:
    file = output_file(options.output)
    guide = load_guide(folder_of(options.guide) if options.guide else None)
    if options.factors:
        write(_factors(guide).encode(), file)
        return 0
    pathway = guide.evaluate(_facts(guide, options.facts))
    format = options.format or _ending(file) or "text"
    if format in ("png", "pdf") and options.output is None and sys.stdout.isatty():
        raise PnetPathsError(f"a {format} is not for a terminal; name a file: -o pathway.{format}")
    if format == "json":
        with progress_bar("Describing the pathway"):
            content = f"{as_json(pathway.to_dict())}\n".encode()
    else:
        content = pathway.to_bytes("txt" if format == "text" else format, options.view)
    write(content, file)
    return 0


def _facts(guide: Guide, words: Sequence[str]) -> Profile:
    facts: dict[str, str | None] = {}
    for word in words:
        factor, equals, level = word.partition("=")
        if not equals:
            raise PnetPathsError(
                f'"{word}" is not FACTOR=LEVEL, such as {_example(guide)}; '
                f"factors: {', '.join(guide.factors)}"
            )
        if factor in facts and facts[factor] != level:
            raise PnetPathsError(
                f"{factor} is given twice, as {facts[factor]} and as {level}; keep one"
            )
        facts[factor] = level
    return guide.profile(facts)


def _example(guide: Guide) -> str:
    factor = next(iter(guide.factors.values()))
    return f"{factor.id}={factor.levels[0].id}"


def _factors(guide: Guide) -> str:
    width = max(map(len, guide.factors))
    return "".join(
        f"{name:{width}}  {' | '.join(level.id for level in factor.levels)}\n"
        for name, factor in guide.factors.items()
    )


def _ending(file: OutputFile | None) -> str | None:
    if file is None or not file.path.suffix:
        return None
    ending = file.path.suffix.removeprefix(".").lower()
    ending = {"txt": "text"}.get(ending, ending)
    if ending not in _FORMATS:
        raise PnetPathsError(
            f'".{ending}" is not an ending to save as (.txt, .json, .dot, .svg, .png, .pdf)'
        )
    return ending
