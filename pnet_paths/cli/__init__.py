"""The command line: parse, call, print. What is wrong is one line on standard error, status 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING

from ..errors import PnetPathsError
from .bundle import add_bundle
from .check import add_check
from .diff import add_diff
from .jupyter import add_app, add_lab, add_notebooks, split_options
from .new import add_new
from .page import add_page
from .questions import add_questions
from .results import add_results
from .show import add_show

__all__ = ["Commands", "main"]

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line. Returns the exit status: 0, or 2 for what cannot be done."""
    try:
        ours, handed_on = split_options(sys.argv[1:] if arguments is None else arguments)
        options = _parser().parse_args(ours, argparse.Namespace(handed_on=handed_on))
        status: int = options.run(options)
    except BrokenPipeError:  # whoever read the output has seen enough
        return 0
    except OSError as error:
        return _refused(": ".join(map(str, filter(None, (error.filename, error.strerror)))))
    except PnetPathsError as error:
        return _refused(str(error))
    except KeyboardInterrupt:
        return 130  # as a shell says it
    return status


def _refused(message: str) -> int:
    if sys.stderr is not None:  # closed: nobody would read it
        print(f"pnet-paths: {message}", file=sys.stderr)
    return 2


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
    add_show(commands)
    add_check(commands)
    add_new(commands)
    add_diff(commands)
    add_bundle(commands)
    add_page(commands)
    add_results(commands)
    add_questions(commands)
    return parser
