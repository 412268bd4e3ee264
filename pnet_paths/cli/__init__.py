"""The command line: parse, call, print. An error is one line on standard error, status 2."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

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

__all__ = ["main"]

_COMMANDS = (
    *(add_lab, add_app, add_notebooks, add_show, add_check, add_new),
    *(add_diff, add_bundle, add_page, add_results, add_questions),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and return the exit status: that of the command, or 2 on an error."""
    try:
        ours, for_jupyter = split_options(sys.argv[1:] if arguments is None else arguments)
        options = _parser().parse_args(ours, argparse.Namespace(for_jupyter=for_jupyter))
        status: int = options.run(options)
    except BrokenPipeError:  # the reader, such as head, has seen enough
        return 0
    except OSError as error:
        return _report(": ".join(map(str, filter(None, (error.filename, error.strerror)))))
    except PnetPathsError as error:
        return _report(str(error))
    except KeyboardInterrupt:
        return 130  # as shells report it
    return status


def _report(message: str) -> int:
    """Print an error, and return its exit status."""
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
    for add in _COMMANDS:
        add(commands)
    return parser
