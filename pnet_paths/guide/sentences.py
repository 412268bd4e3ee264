"""Facts, conditions and sources in words; plain text for every output."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from ..tables.models import Citation, Cited, Factor

__all__ = [
    "INFERRED",
    "TOGETHER",
    "as_arguments",
    "basis_phrase",
    "capitalize",
    "clause",
    "join_alternatives",
    "join_words",
    "pronoun",
    "scope_phrase",
    "section_phrase",
    "unique",
    "verb_forms",
    "verb_to_be",
    "with_mark",
]

INFERRED = "†"
"""Marks what the guide does not state, but we infer from it."""

TOGETHER = "\u2295"
"""Marks what may be combined."""


def with_mark(words: str, inferred: bool) -> str:
    """Return words, with the mark of an inference if they are inferred."""
    return f"{words}\u00a0{INFERRED}" if inferred else words


def join_words(words: Sequence[str], last: str = "and", comma: bool = False) -> str:
    """Join words to a list in a sentence.

    Args:
        words: the parts of the list.
        last: the word before the last part.
        comma: whether a comma stands before that word.

    >>> join_words(["a"]), join_words(["a", "b", "c"]), join_words(["a", "b"], "or")
    ('a', 'a, b and c', 'a or b')
    """
    *rest, end = words
    return f"{', '.join(rest)}{',' if comma else ''} {last} {end}" if rest else end


def clause(
    subject: str,
    factors: Mapping[str, Factor],
    conditions: Mapping[str, Collection[str]],
    ours: Collection[str] = (),
) -> str:
    """Return facts as a clause; levels are joined by "or", facts of another subject follow.

    Args:
        subject: what the facts are about, unless a factor has a subject of its own.
        factors: the guide's factors by id, in their order.
        conditions: the levels that hold, by factor; several mean any of them.
        ours: the factors that the source does not ask for; they are marked.

    >>> from pnet_paths import load_guide
    >>> factors = load_guide().factors
    >>> clause("the tumor", factors, {"grade": {"G1", "G2"}, "extent": {"metastatic"}})
    'the tumor is grade 1 or 2 and metastatic'
    >>> clause("it", factors, {"extent": {"metastatic"}, "life_expectancy": {"under_six_months"}})
    'it is metastatic, and the person is expected to live less than six months'
    >>> clause("it", factors, {"grade": {"G1"}, "differentiation": {"well"}}, {"differentiation"})
    'it is grade 1 and well differentiated†'
    """
    parts = [f"{each} {rest}" for each, rest in _predicates(subject, factors, conditions, ours)]
    return join_words(parts, comma=True)


def scope_phrase(
    subject: str,
    factors: Mapping[str, Factor],
    conditions: Mapping[str, Collection[str]],
    ours: Collection[str] = (),
) -> str:
    """Return for whom a sentence holds: any subject with these facts, given as for `clause`.

    >>> from pnet_paths import load_guide
    >>> factors = load_guide().factors
    >>> scope_phrase("the tumor", factors, {"grade": {"G3"}, "sstr": {"positive"}})
    'for a tumor that is grade 3 and carries somatostatin receptors'
    >>> scope_phrase("the tumor", factors, {"life_expectancy": {"under_six_months"}})
    'where the person is expected to live less than six months'
    """
    parts = [
        f"for {_indefinite(subject)} that {rest}" if each == subject else f"where {each} {rest}"
        for each, rest in _predicates(subject, factors, conditions, ours)
    ]
    return ", ".join(sorted(parts, key=lambda part: part.startswith("where ")))


def _indefinite(subject: str) -> str:
    """Return "a tumor" for "the tumor"."""
    article, _, name = subject.partition(" ")
    if article != "the" or not name:
        return subject
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _predicates(
    subject: str,
    factors: Mapping[str, Factor],
    conditions: Mapping[str, Collection[str]],
    ours: Collection[str] = (),
) -> Iterator[tuple[str, str]]:
    """Yield each subject with the predicate that its facts make."""
    by_subject: dict[str, list[str]] = {}
    for name, factor in factors.items():
        if name in conditions:
            phrases = [level.phrase for level in factor.levels if level.id in conditions[name]]
            mark = INFERRED if name in ours else ""
            phrase = f"{join_alternatives(phrases)}{mark}"
            by_subject.setdefault(factor.subject or subject, []).append(phrase)
    for each, phrases in by_subject.items():
        yield each, _join_phrases(phrases)


def _join_phrases(phrases: Sequence[str]) -> str:
    """Join phrases; those that begin with the same verb share it.

    Phrases with "not" or "has" keep their verb: "not" must not spread to the next phrase, and "has"
    may help another verb.

    >>> _join_phrases(["is grade 2", "is metastatic", "is not linked to VHL syndrome", "is stable"])
    'is grade 2 and metastatic, is not linked to VHL syndrome, and is stable'
    """
    runs: list[tuple[str, list[str]]] = []
    for phrase in phrases:
        verb, _, rest = phrase.partition(" ")
        alone = verb == "has" or rest.startswith("not ")
        if runs and runs[-1][0] == verb and not alone:
            runs[-1][1].append(rest)
        else:
            runs.append(("" if alone else verb, [phrase if alone else rest]))
    parts = [f"{verb} {join_words(rests)}".strip() for verb, rests in runs]
    parted = any(" and " in each or ", " in each for each in parts)
    return join_words(parts, comma=parted or len(parts) > 2)


def join_alternatives(phrases: Sequence[str]) -> str:
    """Join phrases with "or", with their common beginning and end only once.

    >>> join_alternatives(["is localized", "is locally advanced"])
    'is localized or locally advanced'
    >>> join_alternatives(["is in the head of it", "is in the tail of it"])
    'is in the head or tail of it'
    >>> join_alternatives(["has spots on top", "has spots below", "has spots on top and below"])
    'has spots on top, below or both'
    >>> join_alternatives(["has spots on top", "has spots on top and below"])
    'has spots on top, alone or also below'
    """
    words = [phrase.split() for phrase in phrases]
    begin = _common_start(words)
    rests = [each[len(begin) :] for each in words]
    end = _common_start([each[::-1] for each in rests])[::-1]
    middles = [" ".join(each[: len(each) - len(end)]) for each in rests]
    if len(phrases) == 2 and not all(middles):
        return _join_overlapping(*phrases)
    if len(phrases) == 1 or not all(middles):
        return join_words(phrases, "or")
    if any(middle.startswith("not ") for middle in middles):  # a "not" does not spread
        middles = [f"{begin[-1]} {middle}" for middle in middles] if begin else middles
        begin = begin[:-1]
    pairs = {f"{a} and {b}" for a in middles for b in middles}
    parts = ["both" if len(middles) == 3 and each in pairs else each for each in middles]
    return " ".join([*begin, join_words(parts, "or"), *end])


def _join_overlapping(short: str, long: str) -> str:
    """Join two alternatives of which the longer contains the shorter.

    >>> _join_overlapping("is growing", "is growing very rapidly")
    'is growing or growing very rapidly'
    >>> _join_overlapping("has spots below", "has spots on top and below")
    'has spots below, alone or also on top'
    """
    short, long = sorted((short, long), key=len)
    if long.startswith(f"{short} and "):
        return f"{short}, alone or also {long.removeprefix(f'{short} and ')}"
    words, others = short.split(), long.split()
    begin = len(_common_start([words, others]))
    end = ["and", *words[begin:]]
    if begin < len(words) and others[-len(end) :] == end:
        return f"{short}, alone or also {' '.join(others[begin : -len(end)])}"
    return f"{short} or {' '.join(others[1:] if begin else others)}"


def _common_start(rows: list[list[str]]) -> list[str]:
    """Return the words with which all rows begin."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*rows, strict=False))
    return [column[0] for column in columns]


def unique(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without repetitions, in the order of their first use."""
    return tuple(dict.fromkeys(words))


def basis_phrase(rows: Iterable[Cited]) -> str:
    """Return whether the guide states some rows or we infer them, and in which sections.

    >>> stated = Cited(source="a", section="PRRT")
    >>> basis_phrase([stated])
    'stated in the section "PRRT"'
    """
    rows = list(rows)
    inferred = {row.inferred for row in rows}
    how = "inferred at least in part from"
    if len(inferred) == 1:
        how = "inferred from" if inferred.pop() else "stated in"
    return f"{how} the {section_phrase(row.cited for row in rows)}"


def section_phrase(cited: Iterable[Citation]) -> str:
    """Return the sections of some citations in words; empty if there are none.

    >>> section_phrase([Citation("a", ("PRRT",)), Citation("a", ("Surgery", "PRRT"))])
    'sections "PRRT" and "Surgery"'
    """
    names = unique(f'"{name}"' for citation in cited for name in citation.sections)
    if not names:
        return ""
    return f"section{'s' if len(names) > 1 else ''} {join_words(names)}"


def verb_to_be(label: str) -> str:
    """Return "is" or "are" for a treatment's name.

    >>> verb_to_be("PRRT"), verb_to_be("Somatostatin analogs"), verb_to_be("Targeted therapy")
    ('is', 'are', 'is')
    """
    return "are" if label.endswith("s") and not label.endswith(("ss", "is", "us")) else "is"


def verb_forms(label: str) -> dict[str, str]:
    """Return verb forms for a treatment's name: ``is``, ``has``, and the ``s`` of other verbs.

    >>> verb_forms("PRRT"), verb_forms("Clinical trials")
    ({'is': 'is', 'has': 'has', 's': 's'}, {'is': 'are', 'has': 'have', 's': ''})
    """
    one = verb_to_be(label) == "is"
    return {"is": "is", "has": "has", "s": "s"} if one else {"is": "are", "has": "have", "s": ""}


def pronoun(label: str) -> str:
    """Return "it" or "them" for a treatment's name.

    >>> pronoun("PRRT"), pronoun("Clinical trials")
    ('it', 'them')
    """
    return "it" if verb_to_be(label) == "is" else "them"


def as_arguments(facts: Mapping[str, str]) -> str:
    """Return facts as arguments of the command line.

    >>> as_arguments({"grade": "G2", "extent": "metastatic"})
    'grade=G2 extent=metastatic'
    """
    return " ".join(f"{name}={level}" for name, level in facts.items())


def capitalize(sentence: str) -> str:
    """Return a sentence with a capital first letter, its other letters unchanged."""
    return sentence[:1].upper() + sentence[1:]
