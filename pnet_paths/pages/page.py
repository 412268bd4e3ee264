"""A guide as one HTML file: explorer, cases, stage and quiz, under a strict policy.

The page may run its own two scripts and nothing else, has one style sheet, and asks no host for
anything. What stands in tables is data in it, never markup.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from ..api import Guide, load_guide
from ..arguments import brief, to_seed, to_text, to_whole_number
from ..bundle.document import document
from ..errors import PnetPathsError, suggestion
from ..front.graphviz_engine import engine_source
from ..front.module_joining import compact, module, style
from ..markup import as_markup, render
from ..output import OutputFile
from ..progress_bar import progress_bar
from ..tables.values import forbidden
from ..teach import DIFFICULTIES, KINDS, AskedQuestion, asked_question, questions
from ..teach.cases import to_case
from ..teach.question_names import question_names
from .page_data import PageData
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
    cases: str | Sequence[str] | None = None,
    count: int | None = None,
    seed: int | None = None,
    title: str = "",
    note: str = "",
    address: str = "",
    notes: bool = False,
) -> Path:
    """Write a guide as one HTML file, for students who have no Python.

    Args:
        path: the file that is written; one that is there is replaced.
        guide: a `Guide`, the folder of one, or None for the packaged guide.
        start: what is shown first: ``"explore"``, ``"cases"``, ``"stage"`` or ``"quiz"``.
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
            address is no http or https address; there is no Graphviz for browsers here.
        OSError: the file cannot be written; one that was there is there still.
    """
    file = OutputFile(path)
    _check(start, count, seed, title=title, note=note, address=address)
    image = code(address) if address else None
    with progress_bar("Writing the page"):
        loaded = guide if isinstance(guide, Guide) else load_guide(guide)
        chosen = _chosen(loaded, cases)
        _check_start(start, bool(chosen), count != 0)
        whole = document(loaded)
        by_id = {case.id: case for case in whole.cases}
        shown = whole.model_copy(update={"cases": [by_id[name] for name in chosen]})
        asked = _questions(loaded, count, seed)  # last, as it takes longest
        _check_start(start, bool(chosen), bool(asked))
        data = PageData(
            document=shown,
            id=sha256(json.dumps(shown.to_json()).encode()).hexdigest()[:12],
            guide=loaded.metadata["title"],
            title=title or _TITLE.format(tumor=loaded.metadata["tumor"]),
            note=note,
            notes={
                name: [scene.note for scene in loaded.cases[name].scenes] if notes else []
                for name in chosen
            },
            keys=notes,
            start=start,
            address=address,
            code=image,
            levels={"": list(KINDS), **{level: list(k) for level, k in DIFFICULTIES.items()}},
            questions=asked,
        )
        return file.write(_html(data).encode())


def _chosen(guide: Guide, cases: str | Sequence[str] | None) -> list[str]:
    """The ids of the cases that go along, each once."""
    if cases is None:
        return list(guide.cases)
    if not isinstance(cases, str | Iterable):
        raise PnetPathsError(f"cases must be a list of cases, not {brief(cases)}")
    names = [cases] if isinstance(cases, str) else cases
    return list(dict.fromkeys(to_case(guide, name) for name in names))


def _check(start: str, count: int | None, seed: int | None, **texts: str) -> None:
    """Refuse what needs no guide to be refused, before one is read."""
    for name, text in texts.items():
        character = forbidden(to_text(text, name))
        if character:
            raise PnetPathsError(
                f"the {name} contains the character {character}, which cannot be shown; type it "
                "anew"
            )
    if to_text(start, "start") not in PARTS:
        known = ", ".join(PARTS)
        raise PnetPathsError(f'"{start}" is no part of a page{suggestion(start, PARTS)} ({known})')
    if count is not None and to_whole_number(count, "count") < 0:
        raise PnetPathsError(f"a page cannot have {count} questions")
    if seed is not None:
        to_whole_number(seed, "seed")


def _check_start(start: str, has_cases: bool, has_questions: bool) -> None:
    if not {"cases": has_cases, "stage": has_cases, "quiz": has_questions}.get(start, True):
        raise PnetPathsError(f"the page has no {start} to start with: nothing goes into it")


def _questions(guide: Guide, count: int | None, seed: int | None) -> list[AskedQuestion]:
    if count == 0:
        return []
    try:
        made = questions(guide, to_seed(seed), _QUESTIONS if count is None else count)
    except PnetPathsError:
        if count is None:
            return []
        raise
    names = question_names(guide, made)
    return [
        asked_question(guide, question, *name) for question, name in zip(made, names, strict=True)
    ]


def _html(data: PageData) -> str:
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
    text = json.dumps(data.to_json(), ensure_ascii=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )
    return render(
        "page",
        policy=policy,
        oldest=_OLDEST,
        title=data.title,
        footer=data.document.footer,
        sheet=as_markup(sheet),
        data=as_markup(text),
        scripts=[as_markup(script) for script in scripts],
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
