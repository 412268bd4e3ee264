"""The front end's files, joined for hosts that take one module and one style sheet."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from ..drawing.theme import DARK, LOOKS, PAPER

__all__ = ["join_modules", "joined_module", "joined_style", "minify", "module_texts"]

_FOLDERS = ("core", "elements", "drawing", "hosts", "views", "page")
_IMPORT = re.compile(
    r'import \{ (?P<names>\w+(?:, \w+)*) \} from "(?:\.|\.\./\w+)/(?P<file>\w+)\.js";'
)
_EXPORT = re.compile(
    r"export (?=(?:(?:async )?function|class) (?P<name>\w+)"
    r"|const (?P<constant>\w+) = (?!.*, \w+ = ))"
)
_ENTRY = "export default { render };"
_ANY = re.compile(r"\b(?:import|export)\b(?! *:)")
# What is no import or export of ours; templates stay, as they may hold code.
_TEXT = re.compile(r"//.*|^ *[/]?[*].*|\"[^\"]*\"|\bimport\(\w+\)")
_DARK_PAGE = 'body[data-jp-theme-light="false"]'


@cache
def joined_module(name: str) -> str:
    """A widget's front end as one ES module: the file of this name, and all that it imports."""
    return join_modules(name, module_texts())


def join_modules(name: str, texts: dict[str, str]) -> str:
    """ES modules as one, each in a scope of its own, after those that it imports.

    It understands ``import { a, b } from "./file.js";`` (or ``"../folder/file.js"``; no two files
    have one name), ``export`` before a function, constant or class, and ``export default { render
    };`` at the end of the module that a host loads: each on a line of its own, from its beginning.
    Where others import from such a module its default export is left out.
    It leaves alone ``import(address)`` of an address that is made while it runs.

    Args:
        name: the module that a host loads.
        texts: the texts of all modules, by name.

    Raises:
        ValueError: a module imports or exports in another way, or imports a module or a name that
            does not exist, or a module that imports it.

    >>> b = 'import { one } from "./a.js";\\nlet x;'
    >>> print(join_modules("b", {"a": "export const one = 1;", "b": b}))
    const _a = (() => {
    const one = 1;
    return { one };
    })();
    const { one } = _a;
    let x;
    """
    order: list[str] = []
    _collect(name, texts, order, ())
    exports: dict[str, list[str]] = {}
    bodies = []
    for part in order:
        body, exports[part] = _body(part, texts[part], exports, last=part == name)
        bodies.append(body if part == name else _scoped(part, body, exports[part]))
    return "\n".join(bodies)


def minify(text: str) -> str:
    """A module without comments and needless blanks: pages are mailed about.

    >>> minify("// why\\nlet a = 1;\\n  /**\\n   * c\\n   */\\n  let b;")
    'let a=1;let b;'
    """
    from rjsmin import jsmin  # only where a page is written

    return str(jsmin(text))


def _collect(name: str, texts: dict[str, str], order: list[str], path: tuple[str, ...]) -> None:
    """Add a module to ``order``, after all that it imports; ``path`` are those that import it."""
    if name in path:
        raise ValueError(f"{' > '.join([*path, name])}: these modules import each other")
    if name in order:
        return
    if name not in texts:
        raise ValueError(f"{path[-1]}.js imports {name}.js, which does not exist")
    for line in texts[name].splitlines():
        match = _IMPORT.fullmatch(line)
        if match:
            _collect(match["file"], texts, order, (*path, name))
    order.append(name)


def _scoped(name: str, body: str, exported: list[str]) -> str:
    return f"const _{name} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _body(name: str, text: str, exports: dict[str, list[str]], last: bool) -> tuple[str, list[str]]:
    """A module without imports and exports, and the names that it exports.

    Args:
        name: the module's name, for messages.
        text: its text.
        exports: the names that the modules before it export, by module.
        last: whether a host loads it: only then its default export stays.
    """
    lines, exported = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        imported, exporting = _IMPORT.fullmatch(line), _EXPORT.match(line)
        if imported:
            for each in imported["names"].split(", "):
                if each not in exports[imported["file"]]:
                    raise ValueError(
                        f"{name}.js, line {number}: {imported['file']}.js exports no {each}"
                    )
            lines.append(f"const {{ {imported['names']} }} = _{imported['file']};")
        elif exporting:
            exported.append(exporting["name"] or exporting["constant"])
            lines.append(line[exporting.end() :])
        elif line == _ENTRY and not last:
            lines.append("")  # a host loads this module elsewhere; here others import from it
        elif line != _ENTRY and _ANY.search(_TEXT.sub("", line)):
            raise ValueError(f"{name}.js, line {number}: is not a way to import or export: {line}")
        else:
            lines.append(line)
    return "\n".join(lines), exported


@cache
def joined_style(*names: str) -> str:
    """Style sheets of the front end, as one, after the tokens that all of them use.

    An element with the class of a status (``pp-usual``) has its colours as ``--pp-status-ink`` and
    ``--pp-status-fill``.

    The drawing carries its light colours as attributes, so that it looks right wherever it is
    saved to; on a dark page each is replaced by its counterpart, and its paper by the page itself.
    """
    colours = {**DARK, PAPER: f"var(--pp-page, {DARK[PAPER]})"}
    swaps = (
        f'{_DARK_PAGE} .pp-drawing svg [{part}="{light}"] {{ {part}: {dark} }}'
        for light, dark in colours.items()
        for part in ("fill", "stroke")
    )
    statuses = (
        f"{page}.pp-{status} {{ --pp-status-ink: {ink}; --pp-status-fill: {fill} }}"
        for status, look in LOOKS.items()
        for page, ink, fill in (
            ("", look.ink, look.fill),
            (f"{_DARK_PAGE} ", look.dark_ink, look.dark_fill),
        )
    )
    return "\n".join([*(_sheet(name) for name in ("tokens", *names)), *statuses, *swaps])


def _sheet(name: str) -> str:
    return files(__package__).joinpath("views", f"{name}.css").read_text(encoding="utf-8")


@cache
def module_texts() -> dict[str, str]:
    """The texts of all modules of the front end, by name."""
    paths = [
        path
        for folder in _FOLDERS
        for path in files(__package__).joinpath(folder).iterdir()
        if path.name.endswith(".js")
    ]
    texts = {path.name.removesuffix(".js"): path.read_text(encoding="utf-8") for path in paths}
    if len(texts) < len(paths):
        raise ValueError("two modules of the front end have one name")
    return texts
