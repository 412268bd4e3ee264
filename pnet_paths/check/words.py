"""Checks of texts: missing definitions, sections and terms, and stories against the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import suggestion
from ..guide.glossary import terms
from ..guide.pathway import PathwayValue
from ..guide.sentences import join_words
from ..statuses import CAVEATS, OFFERED, Status
from ..tables.models import KNOWN_FACTS
from .checked_guide import CheckedGuide
from .finding import Finding

__all__ = [
    "broken_cases",
    "contradicting_stories",
    "missing_texts",
    "unexplained_terms",
    "unknown_keys",
]

_ABBREVIATION = r"(?=\w*[A-Z]\w*[A-Z])[A-Za-z0-9]{2,}"
"""A word with two capitals, which a newcomer cannot guess."""
_MEDICAL = (
    r"(?i:[a-z]{3,}(?:omas?|itis|(?:ec|os|o)tom(?:y|ies)|plast(?:y|ies)|a?emias?|uria|rrh?o?ea|"
    r"scop(?:y|ies)|tinib|mab|limus|tide|platin|nuclides?))"
)
"""A word with the ending of diseases, operations or drugs."""
_TERM = re.compile(rf"(?<![\w-])(?:{_ABBREVIATION}|{_MEDICAL})(?![\w-])")

_STANDING = {
    Status.DEPENDS: "depends on what is not known",
    **{status: f'stands as "{status.word}"' for status in CAVEATS},
    Status.NOT_NAMED: "is not named",
}
"""The status of a treatment that a story names and its scene does not offer, in words."""


def missing_texts(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield questions without help and scenes without a section; the loader checks the rest."""
    guide = checked.guide
    rows = guide.row_numbers("factors", "factor")
    for name, factor in guide.factors.items():
        if not factor.help:
            yield Finding(
                "no-definition",
                "warning",
                "factors.csv",
                (rows[name],),
                f'"{name}" has no help: nothing explains what "{factor.question}" means.',
            )
    for case in guide.cases.values():
        for scene in case.scenes:
            if not scene.cited.sections:
                sentence = f'The scene "{scene.title}" names no section.'
                yield Finding("no-section", "warning", "cases.csv", (scene.row,), sentence)


def broken_cases(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield cases without a label, or with scenes not numbered from 1: a typo splits a case."""
    for name, case in checked.guide.cases.items():
        numbers = [scene.number for scene in case.scenes]
        problems = []
        if numbers != list(range(1, len(numbers) + 1)):
            problems.append(f"has the scenes {join_words([*map(str, numbers)])}, not 1, 2, 3")
        if not any(scene.label for scene in case.scenes):
            problems.append("has no label in any of its rows")
        if problems:
            others = [other for other in checked.guide.cases if other != name]
            sentence = f'The case "{name}" {join_words(problems)}{suggestion(name, others)}.'
            rows = tuple(sorted(scene.row for scene in case.scenes))
            yield Finding("case", "warning", "cases.csv", rows, sentence)


def unknown_keys(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield keys of guide.csv that are misspelled."""
    rows = checked.guide.row_numbers("guide", "key")
    for key, row in rows.items():
        near = suggestion(key, KNOWN_FACTS) if key not in KNOWN_FACTS else ""
        if near:
            sentence = f'"{key}" is not a key that is read{near}'
            yield Finding("key", "warning", "guide.csv", (row,), sentence)


def unexplained_terms(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield abbreviations and medical words in reasons and marks that nothing explains.

    The glossary, labels of treatments and ids of levels explain words.
    """
    guide = checked.guide
    explained = re.compile(terms(guide).pattern, re.IGNORECASE)
    labels = [each.label for each in guide.treatments.values()]
    labels += [level.id for factor in guide.factors.values() for level in factor.levels]
    names = {part.lower() for label in labels for part in re.findall(r"\w+", label)}
    for row in guide.indications.values():
        for column, text in (("label", row.label), ("mark", row.mark), ("why", row.why)):
            rest = explained.sub(" ", text)
            for term in sorted({t for t in _TERM.findall(rest) if t.lower() not in names}):
                yield Finding(
                    "no-term",
                    "warning",
                    "indications.csv",
                    (checked.numbers[row.id],),
                    f'"{term}" stands in the {column} of "{row.id}" and not in the glossary.',
                )


def contradicting_stories(checked: CheckedGuide) -> Iterator[Finding]:
    """Yield stories that name a treatment which their scene does not offer."""
    guide = checked.guide
    for case in guide.cases.values():
        for scene in case.scenes:
            status = PathwayValue.of(guide, scene.profile).status
            for name, treatment in guide.treatments.items():
                pattern = rf"(?<!\w){re.escape(treatment.label)}(?!\w)"
                if status[name] not in OFFERED and re.search(pattern, scene.story, re.I):
                    is_so = _STANDING[status[name]]
                    yield Finding(
                        "story",
                        "note",
                        "cases.csv",
                        (scene.row,),
                        f'The story of "{scene.title}" names {treatment.label}; there it {is_so}.',
                        dict(scene.profile),
                    )
