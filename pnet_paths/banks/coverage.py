"""How questions cover a guide's rules, how hard they are, and whether anything gives a key away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ..guide.guide import GuideValue
from ..teach import DIFFICULTIES, KINDS, Question, relative_key_length
from ..teach.question_profiles import is_askable_treatment
from .bank import LETTERS

__all__ = ["coverage_report"]


def coverage_report(guide: GuideValue, questions: Sequence[Question]) -> str:
    """How questions cover the rules, how hard they are, where keys stand: lines for a terminal."""
    parts = [_difficulty(questions), _keys(questions), *_rules(guide, questions)]
    return "\n".join(line for part in parts for line in part)


def _difficulty(questions: Sequence[Question]) -> list[str]:
    kinds = Counter(question.kind for question in questions)
    levels = {level: sum(kinds[kind] for kind in of) for level, of in DIFFICULTIES.items()}
    facts = Counter(question.considered for question in questions)
    return [
        f"Questions: {len(questions)} ({_listing(levels.items())})",
        f"Kinds: {_listing((KINDS[kind].label, kinds[kind]) for kind in KINDS if kinds[kind])}",
        f"Facts to be considered: {_listing(sorted(facts.items()))}",
    ]


def _keys(questions: Sequence[Question]) -> list[str]:
    places = Counter(question.key for question in questions)
    most = max((len(question.choices) for question in questions), default=0)
    lengths = Counter(relative_key_length(question) for question in questions)
    of = f"of {len(questions)}"
    chance = f"by chance at most {len(questions) // most if most else 0}"
    return [
        f"The right answer stands at: {_listing((LETTERS[p], places[p]) for p in range(most))}",
        f"It is the longest in {lengths['longest']} {of}, the shortest in {lengths['shortest']} "
        f"{of} ({chance})",
    ]


def _rules(guide: GuideValue, questions: Sequence[Question]) -> list[list[str]]:
    """How often a right answer rests on each row, and a wrong one is wrong by it."""
    right, wrong = (
        Counter(r for q in questions for c in q.choices if c.right is side for r in set(c.rules))
        for side in (True, False)
    )
    in_right = [row for row in guide.indications if right[row]]
    only_wrong = [row for row in guide.indications if wrong[row] and not right[row]]
    never = [row for row in guide.indications if not right[row] and not wrong[row]]
    ours, apart, other = _reasons_left_out(guide, never)
    lines = [f"  {row}: {right[row]}, {wrong[row]}" for row in (*in_right, *only_wrong)]
    missing = [
        f"  {reason}: {', '.join(rows)}"
        for reason, rows in (
            ("ours, of which no question asks", ours),
            ("of services, or of what is sensitive", apart),
            ("others", other),
        )
        if rows
    ]
    return [
        [
            f"Rules of indications.csv: {len(in_right)} asked, {len(only_wrong)} behind wrong "
            f"answers only, {len(never)} never. How often in right answers, and in wrong ones:",
            *lines,
        ],
        ["Never asked or used:", *(missing or ["  none"])],
    ]


def _reasons_left_out(
    guide: GuideValue, rows: Iterable[str]
) -> tuple[list[str], list[str], list[str]]:
    """Some rows in three groups: ours, those that no question may be about, and others."""
    ours: list[str] = []
    apart: list[str] = []
    other: list[str] = []
    for name in rows:
        row = guide.indications[name]
        if not any(is_askable_treatment(guide, treatment) for treatment in row.treatments):
            apart.append(name)
        else:
            (ours if row.inferred else other).append(name)
    return ours, apart, other


def _listing(counts: Iterable[tuple[Any, int]]) -> str:
    return ", ".join(f"{name}: {count}" for name, count in counts) or "none"
