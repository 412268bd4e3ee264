"""A guide as one HTML file: explorer, cases, stage and quiz, under a strict policy.

The page runs its own two scripts and nothing else, has one style sheet, and sends no request to any
host. Text of tables is data in it, never markup.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from ..api import Guide
from ..arguments import to_text, to_whole_number
from ..errors import PnetPathsError, suggestion
from ..front.graphviz_engine import engine_source
from ..front.module_joining import joined_module, joined_style, minify
from ..markup import as_markup, render
from ..output import OutputFile
from ..progress_bar import progress_bar
from ..sources.data import packaged_source_data
from ..sources.statements import footer_of
from ..tables.values import forbidden_character
from ..teach import DIFFICULTIES, KINDS
from .guide_parts import chosen_cases, guide_part, to_guides
from .packing import pack
from .page_data import PageData
from .qr_code import qr_code

__all__ = ["page"]

PARTS = ("explore", "sources", "cases", "stage", "quiz")
_ENGINE_NAME = re.compile(r"(\w+) as Graphviz\b")
_COMMENT = re.compile(r"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)
_OLDEST = "Chrome 93, Edge 93, Firefox 92 or Safari 15.4 (iOS 15.4)"
"""The oldest browsers that the page is made for; `tests/front` holds the front end to them."""
_TITLE = "How treatment of a {tumor} unfolds"


def page(
    path: str | Path,
    guide: Guide | str | Path | Sequence[Guide | str | Path] | None = None,
    *,
    start: str = "explore",
    cases: str | Sequence[str] | None = None,
    count: int | None = None,
    seed: int | None = None,
    title: str = "",
    note: str = "",
    address: str = "",
    notes: bool = False,
) -> Path:
    """Write a guide, or several, as one HTML file, for students who have no Python.

    Args:
        path: the file that is written; one that is there is replaced.
        guide: a `Guide`, the name of a packaged one or a folder; or several, the one that is shown
            first before the others; if left out, all packaged ones on this tumor. Where facts of
            the guides have equivalents the page compares what they say.
        start: the part that is shown first: ``"explore"``, ``"cases"``, ``"stage"`` or
            ``"quiz"``; or ``"sources"``, the explorer with its view *Sources*.
        cases: the cases (or the one) that go along, by id, in this order; all if left out.
        count: how many questions go along, asked ten at a time; if left out 20, or none where the
            guide's rules do not make them.
        seed: a number that has the same questions made again; drawn if left out.
        title: the heading of the page.
        note: a note to the students, as text.
        address: where the page will be found, such as ``https://...``: for links and a QR code.
        notes: whether it is the teacher's copy, with the notes to the scenes, which are else
            nowhere in the page, and with keys to print.

    Returns:
        The file.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: there is no such case, or nothing to start with; the count is negative; the
            address is not an http or https address; Graphviz for browsers is not installed.
        OSError: the file cannot be written; one that was there is there still.
    """
    file = OutputFile(path)
    _check_arguments(start, count, seed, title=title, note=note, address=address)
    image = qr_code(address) if address else None
    with progress_bar("Writing the page"):
        guides = to_guides(guide)
        chosen = chosen_cases(guides, cases)
        sources = packaged_source_data(guides)
        there = {"sources": bool(sources), "cases": bool(chosen[0]), "stage": bool(chosen[0])}
        _check_start(start, {**there, "quiz": count != 0})
        parts = [
            guide_part(each, names, count, seed, notes)
            for each, names in zip(guides, chosen, strict=True)
        ]
        _check_start(start, {**there, "quiz": bool(parts[0].questions)})
        data = PageData.of(
            parts[0],
            document=parts[0].document.without_evidence,
            evidence=pack([parts[0].document.evidence.to_json()]),
            others=pack([part.to_json() for part in parts[1:]]),
            sources=sources,
            title=title or _TITLE.format(tumor=guides[0].metadata["tumor"]),
            note=note,
            keys=notes,
            start=start,
            address=address,
            code=image,
            levels={"": list(KINDS), **{level: list(k) for level, k in DIFFICULTIES.items()}},
        )
        return file.write(_html(data, footer_of(guides)).encode())


def _check_arguments(start: str, count: int | None, seed: int | None, **texts: str) -> None:
    """Refuse wrong arguments before a guide is read, as far as that is possible without one."""
    for name, text in texts.items():
        character = forbidden_character(to_text(text, name))
        if character:
            raise PnetPathsError(
                f"the {name} contains the character {character}, which cannot be shown; type it "
                "anew"
            )
    if to_text(start, "start") not in PARTS:
        parts = ", ".join(PARTS)
        raise PnetPathsError(
            f'"{start}" is not a part of a page{suggestion(start, PARTS)} ({parts})'
        )
    if count is not None and to_whole_number(count, "count") < 0:
        raise PnetPathsError(f"a page cannot have {count} questions")
    if seed is not None:
        to_whole_number(seed, "seed")


def _check_start(start: str, there: Mapping[str, bool]) -> None:
    if not there.get(start, True):
        raise PnetPathsError(f"the page has no {start} to start with: nothing goes into it")


def _html(data: PageData, footer: str) -> str:
    """The HTML of a page with this data; its policy allows its own scripts and style by hash."""
    graphviz = engine_source()
    name = _ENGINE_NAME.search(graphviz)
    if name is None:
        raise PnetPathsError(
            "there is no Graphviz for browsers in this installation: install pnet-paths again"
        )
    ready = f'globalThis[Symbol.for("pnet-paths engine")]({name[1]});'
    engine = f"{graphviz.replace('//# sourceMappingURL=index.js.map', '')}\n{ready}"
    scripts = [minify(joined_module("page")), engine]
    sheet = _COMMENT.sub(
        "", joined_style("explorer", "common", "flowchart", "teaching", "stage", "page")
    )
    hashes = " ".join(map(_csp_hash, scripts))
    policy = (
        f"default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; "
        f"style-src {_csp_hash(sheet)}; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    # In a script "<" could end it, or begin a comment that hides its end.
    text = json.dumps(data.to_json(), ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )
    return render(
        "page",
        policy=policy,
        oldest=_OLDEST,
        title=data.title,
        footer=footer,
        sheet=as_markup(sheet),
        data=as_markup(text),
        scripts=[as_markup(script) for script in scripts],
    )


def _csp_hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
