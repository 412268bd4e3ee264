"""The command line: parse, call, print. What is wrong is one line on standard error, status 2."""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from .check import check_folder
from .errors import GuideError, PnetPathsError
from .guide import Guide, load_guide
from .profile import Profile
from .serving_commands import add_app, add_lab, add_notebooks, split_options
from .starter import start_guide
from .tables import packaged_folder

__all__ = ["main"]

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_FORMATS = ("text", "json", "dot", "svg", "png", "pdf")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit status: 0, or 2 for what cannot be done."""
    ours, handed_on = split_options(sys.argv[1:] if arguments is None else arguments)
    options = _parser().parse_args(ours, argparse.Namespace(handed_on=handed_on))
    try:
        status: int = options.run(options)
    except BrokenPipeError:  # whoever read the output has seen enough
        return 0
    except OSError as error:
        print(f"pnet-paths: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except PnetPathsError as error:
        print(f"pnet-paths: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130  # as a shell says it
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pnet-paths",
        description="See how treatment of a pancreatic neuroendocrine tumor unfolds. "
        "For education, not medical advice.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('pnet-paths')}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    add_lab(commands)
    add_app(commands)
    add_notebooks(commands)
    _add_show(commands)
    _add_check(commands)
    _add_new(commands)
    _add_diff(commands)
    return parser


def _add_show(commands: _Commands) -> None:
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
    parser.add_argument("--guide", metavar="FOLDER", type=Path, help="another guide's folder")
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="write to FILE")
    parser.add_argument("--factors", action="store_true", help="list the factors and their levels")
    parser.set_defaults(run=_show)


def _add_check(commands: _Commands) -> None:
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


def _add_new(commands: _Commands) -> None:
    parser = commands.add_parser(
        "new",
        help="make the folder of a guide of your own",
        description="Make the folder of a new guide: tables with comments, or a copy.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument(
        "--from",
        dest="source",
        metavar="GUIDE",
        help=f"copy a guide: its folder, or one of {', '.join(_packaged())}",
    )
    parser.add_argument(
        "--separator",
        metavar="SIGN",
        default="comma",
        help="between cells: comma, semicolon (for spreadsheets that write 0,5) or tab",
    )
    parser.set_defaults(run=_new)


def _add_diff(commands: _Commands) -> None:
    parser = commands.add_parser(
        "diff",
        help="say what differs between two guides",
        description="Say which rows differ between two guides, and exactly which profiles change "
        "status. Exit status: 0 if nothing does, 1 otherwise.",
    )
    parser.add_argument("a", metavar="A", help="a guide's folder, or the name of a packaged one")
    parser.add_argument("b", metavar="B", help="another one")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=_diff)


# -- show -----------------------------------------------------------------------------------


def _show(options: argparse.Namespace) -> int:
    guide = load_guide(options.guide)
    if options.factors:
        _write(_factors(guide).encode(), options.output)
        return 0
    pathway = guide.evaluate(_facts(guide, options.facts))
    format = options.format or _ending(options.output) or "text"
    if format in ("png", "pdf") and options.output is None and sys.stdout.isatty():
        raise PnetPathsError(f"a {format} is not for a terminal; name a file: -o pathway.{format}")
    if format == "json":
        content = f"{_json(pathway.to_dict())}\n".encode()
    else:
        content = pathway.to_bytes("txt" if format == "text" else format, options.view)
    _write(content, options.output)
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


def _ending(output: Path | None) -> str | None:
    if output is None or not output.suffix:
        return None
    ending = output.suffix.removeprefix(".").lower()
    ending = {"txt": "text"}.get(ending, ending)
    if ending not in _FORMATS:
        raise PnetPathsError(
            f'"{output.suffix}" is not an ending to save as (.txt, .json, .dot, .svg, .png, .pdf)'
        )
    return ending


def _json(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)


# -- check, new, diff -----------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    found = check_folder(options.folder and _folder(options.folder))
    as_json = options.format == "json"
    _say(_json(found.to_frame().to_dict("records")) if as_json else str(found))
    return 0 if found.clean else 1


def _new(options: argparse.Namespace) -> int:
    source = options.source and _folder(options.source)
    folder = start_guide(options.folder, source, options.separator)
    ready = (
        "is a guide now; look at it" if options.source else "is there; fill in its tables and look"
    )
    _say(f"{folder} {ready} with: pnet-paths check {shlex.quote(str(folder))}")
    return 0


def _diff(options: argparse.Namespace) -> int:
    a, b = (_side(name) for name in (options.a, options.b))
    found = a.diff(b)
    if options.format == "json":
        rows = [
            {"table": c.table, "row": c.row, "what": c.what, "cells": dict(c.cells)}
            for c in found.rows
        ]
        statuses = found.to_frame().to_dict("records")
        content = {"rows": rows, "statuses": statuses, "complete": found.complete}
        text = _json(content)
    else:
        text = str(found)
    _say(text)
    return 1 if found else 0


def _side(name: str) -> Guide:
    """A guide to be compared; what is wrong with it says which one it is."""
    try:
        return load_guide(_folder(name))
    except GuideError as error:
        raise GuideError([f"in {name}: {problem}" for problem in error.problems]) from None


def _say(text: str) -> None:
    """Print, also the name of a path that is no text."""
    _write(f"{text}\n".encode(errors="backslashreplace"), None)


def _packaged() -> list[str]:
    """The guides that come with the package."""
    return sorted(path.name for path in packaged_folder().parent.iterdir() if path.is_dir())


def _folder(name: str) -> Path:
    """A guide's folder; the name of a packaged guide stands for its own."""
    path = Path(name)
    return packaged_folder(name) if not path.exists() and name in _packaged() else path
