"""``pnet-paths show``: print or save the pathway of one profile."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Mapping, Sequence

from ..api import Guide, Pathway, load_guide
from ..drawing.formats import FORMATS, Format, format_named, format_of
from ..errors import PnetPathsError
from ..guide.assumptions import reconcile
from ..output import OutputFile
from ..progress_bar import progress_bar
from .command import Commands, add_command, add_guide_option, output_file, to_json, write

__all__ = ["add_show"]

_NOT_KNOWN = "not_known"
_FACT = f"a known fact; FACTOR={_NOT_KNOWN} takes an assumed one off"


def add_show(commands: Commands) -> None:
    parser = add_command(
        commands,
        "show",
        _run,
        help="print or save the pathway of one profile",
        description="Print or save what the guide says of one profile. A factor that is left "
        "out is not known, unless the guide assumes a level of it.",
        epilog="example: pnet-paths show extent=metastatic grade=G2 --format svg -o pathway.svg",
    )
    parser.add_argument("facts", metavar="FACTOR=LEVEL", nargs="*", help=_FACT)
    parser.add_argument("--assume-nothing", action="store_true", help="take nothing for granted")
    parser.add_argument(
        "--format",
        choices=[each.name for each in FORMATS],
        help="text, unless FILE's ending says else",
    )
    parser.add_argument("--view", choices=("path", "map"), default="path", help="default: path")
    add_guide_option(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE")
    parser.add_argument("--factors", action="store_true", help="list the factors and their levels")


def _run(options: argparse.Namespace) -> int:
    file = output_file(options.output)
    guide = load_guide(options.guide)
    if options.factors:
        write(_factors(guide).encode(), file)
        return 0
    facts = _facts(guide, options.facts)
    assumed = _assumed(guide, facts) if not options.assume_nothing else {}
    pathway = guide.evaluate({**assumed, **facts})
    note = _note(guide, assumed, facts) if not options.assume_nothing else ""
    format = _format(options.format, file)
    if format.is_binary and file is None and sys.stdout.isatty():
        raise PnetPathsError(
            f"a {format.name} is not for a terminal; name a file: -o pathway{format.ending}"
        )
    if format.name == "text":
        content = _with_note(pathway.outline(), note).encode()
    elif format.name == "json":
        content = _with_assumed(pathway, assumed)
    else:
        content = pathway.to_bytes(format.name, options.view)
        if note:
            print(f"pnet-paths: {note}", file=sys.stderr)
    write(content, file)
    return 0


def _format(name: str | None, file: OutputFile | None) -> Format:
    """The format that was asked for, by its name or else by the ending of the file."""
    if name is None and file is not None and file.path.suffix:
        return format_of(file.path)
    return format_named(name or "text")


def _facts(guide: Guide, words: Sequence[str]) -> dict[str, str | None]:
    """The facts in words such as ``grade=G2``, checked; a level of None stands for not known."""
    facts: dict[str, str | None] = {}
    for word in words:
        factor, equals, level = word.partition("=")
        if not equals:
            raise PnetPathsError(
                f'"{word}" is not FACTOR=LEVEL, such as {_example(guide)}; '
                f"factors: {', '.join(guide.factors)}"
            )
        if facts.get(factor, level) != level:
            raise PnetPathsError(
                f"{factor} is given twice, as {facts[factor]} and as {level}; keep one"
            )
        facts[factor] = level
    facts = {name: _level(guide, name, level) for name, level in facts.items()}
    guide.profile(facts)
    return facts


def _level(guide: Guide, factor: str, level: str | None) -> str | None:
    """A level, or None for the word for "not known", unless the factor has such a level."""
    levels = guide.factors[factor].levels if factor in guide.factors else ()
    is_a_level = level in [each.id for each in levels]
    return None if level == _NOT_KNOWN and not is_a_level else level


def _assumed(guide: Guide, facts: Mapping[str, str | None]) -> dict[str, str]:
    """The facts that the guide assumes and that can occur with the given ones."""
    names = guide.assumed.keys() - facts.keys()
    known_facts = {name: level for name, level in facts.items() if level is not None}
    together = reconcile(guide.space, {**guide.assumed, **known_facts}, names)
    return {name: level for name, level in together.items() if name in names}


def _note(guide: Guide, assumed: Mapping[str, str], facts: Mapping[str, str | None]) -> str:
    """A line on what is assumed, and on what the given facts keep from being assumed."""
    dropped = {n: v for n, v in guide.assumed.items() if n not in assumed and n not in facts}
    sentences = []
    if assumed:
        ways = ["--assume-nothing", *(f"{name}={_NOT_KNOWN}" for name in assumed)]
        sentences.append(
            f"Assumed: {_clause(guide, assumed)}. (To take it off: {', '.join(ways)}.)"
        )
    if dropped:
        sentences.append(f"Not assumed, as the given facts rule it out: {_clause(guide, dropped)}.")
    return " ".join(sentences)


def _clause(guide: Guide, facts: Mapping[str, str]) -> str:
    return guide.clause({name: (level,) for name, level in facts.items()})


def _with_note(outline: str, note: str) -> str:
    """An outline with a note below its first line."""
    sentence, rest = outline.split("\n", 1)
    return "\n".join([sentence, *filter(None, [note]), rest, ""])


def _with_assumed(pathway: Pathway, assumed: Collection[str]) -> bytes:
    """A pathway as JSON, with the factors of which a level is assumed."""
    with progress_bar("Describing the pathway"):
        return f"{to_json({**pathway.to_dict(), 'assumed': list(assumed)})}\n".encode()


def _example(guide: Guide) -> str:
    factor = next(iter(guide.factors.values()))
    return f"{factor.id}={factor.levels[0].id}"


def _factors(guide: Guide) -> str:
    width = max(map(len, guide.factors))
    return "".join(
        f"{name:{width}}  {' | '.join(level.id for level in factor.levels)}\n"
        for name, factor in guide.factors.items()
    )
