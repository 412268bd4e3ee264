"""A guide as one HTML file: explorer, cases, stage and quiz, under a strict policy.

The page may run its own two scripts and nothing else, has one style sheet, and asks no host for
anything. What stands in tables is data in it, never markup.
"""

from __future__ import annotations

import json
import random
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..api import Guide, load_guide
from ..bundle.document import document
from ..errors import PnetPathsError, suggestion
from ..front.graphviz_engine import engine_source
from ..front.module_joining import compact, module, style
from ..markup import as_markup, render
from ..teach import DIFFICULTIES, KINDS, question_document, questions
from ..teach.cases import known_case
from .qr_code import code

__all__ = ["page"]

PARTS = ("explore", "cases", "stage", "quiz")
_ENGINE_NAME = re.compile(r"(\w+) as Graphviz\b")
_COMMENT = re.compile(r"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)
_QUESTIONS = 20
_OLDEST = "Chrome 93, Edge 93, Firefox 92 or Safari 15.4 (iOS 15.4)"
"""The oldest browsers that are meant; `tests/front` holds the front end to them."""
_TITLE = "How treatment of a {tumor} unfolds"


def page(
    path: str | Path,
    guide: Guide | str | Path | None = None,
    *,
    start: str = "explore",
    cases: Sequence[str] | None = None,
    count: int | None = None,
    seed: int | None = None,
    title: str = "",
    note: str = "",
    address: str = "",
) -> Path:
    """Write a guide as one HTML file, for students who have no Python.

    Args:
        path: the file that is written; one that is there is replaced.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        start: what is shown first: ``"explore"``, ``"cases"``, ``"stage"`` or ``"quiz"``.
        cases: the cases that go along, by id, in this order; all of them if left out.
        count: how many questions go along, asked ten at a time; if left out 20, or none where the
            guide's rules do not make them.
        seed: a number that has the same questions made again; drawn if left out.
        title: the heading of the page.
        note: a note to the students, as text.
        address: where the page will be found, such as ``https://...``: for links and a QR code.

    Returns:
        The file.

    Raises:
        GuideError: the folder's tables cannot be used.
        PnetPathsError: there is no such case, or nothing to start with; the count is negative; the
            address is no http or https address; there is no Graphviz for browsers here.
    """
    loaded = guide if isinstance(guide, Guide) else load_guide(guide)
    found = document(loaded)
    if cases is not None:
        by_id = {case["id"]: case for case in found["cases"]}
        found["cases"] = [by_id[known_case(loaded, name)] for name in cases]
    image = code(address) if address else None
    asked = _questions(loaded, count, seed)  # last, as it takes longest
    data = {
        "document": found,
        "id": sha256(json.dumps(found).encode()).hexdigest()[:12],
        "guide": loaded.metadata["title"],
        "title": title or _TITLE.format(tumor=loaded.metadata["tumor"]),
        "note": note,
        "start": _start(start, found, bool(asked)),
        "address": address,
        "code": image,
        "levels": {"": list(KINDS), **{level: list(k) for level, k in DIFFICULTIES.items()}},
        "questions": asked,
    }
    try:
        content = _html(data).encode()  # before a file that is there is touched
    except UnicodeEncodeError:
        raise PnetPathsError("the title or the note holds a sign that is no text") from None
    file = Path(path)
    file.write_bytes(content)
    return file


def _start(start: str, found: dict[str, Any], asked: bool) -> str:
    if start not in PARTS:
        known = ", ".join(PARTS)
        raise PnetPathsError(f'"{start}" is no part of a page{suggestion(start, PARTS)} ({known})')
    missing = {"cases": not found["cases"], "stage": not found["cases"], "quiz": not asked}
    if missing.get(start):
        raise PnetPathsError(f"the page has no {start} to start with: nothing goes into it")
    return start


def _questions(guide: Guide, count: int | None, seed: int | None) -> list[dict[str, Any]]:
    if count == 0:
        return []
    if count is not None and count < 0:
        raise PnetPathsError(f"a page cannot have {count} questions")
    chosen = random.randrange(10_000) if seed is None else seed
    try:
        drawn = questions(guide, chosen, _QUESTIONS if count is None else count)
    except PnetPathsError:
        if count is None:
            return []
        raise
    return [question_document(guide, question) for question in drawn]


def _html(data: dict[str, Any]) -> str:
    """The page: its policy names what it is made of by hash."""
    graphviz = engine_source()
    name = _ENGINE_NAME.search(graphviz)
    if name is None:
        raise PnetPathsError(
            "there is no Graphviz for browsers in this installation: install pnet-paths again"
        )
    ready = f'globalThis[Symbol.for("pnet-paths engine")]({name[1]});'
    engine = f"{graphviz.replace('//# sourceMappingURL=index.js.map', '')}\n{ready}"
    scripts = [compact(module("page")), engine]
    sheet = _COMMENT.sub("", style("explorer", "flowchart", "teaching", "stage", "page"))
    hashes = " ".join(map(_hash, scripts))
    policy = (
        f"default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; style-src {_hash(sheet)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    # In a script "<" could end it, or begin a comment that hides its end.
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return render(
        "page",
        policy=policy,
        oldest=_OLDEST,
        title=data["title"],
        footer=data["document"]["footer"],
        sheet=as_markup(sheet),
        data=as_markup(text),
        scripts=[as_markup(script) for script in scripts],
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
