"""How facts, conditions and sources are put into words: sentences that know no screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from ..tables.models import Citation, Factor

__all__ = [
    "INFERRED",
    "TOGETHER",
    "based",
    "capital",
    "clause",
    "either",
    "for_such",
    "is_or_are",
    "listed",
    "marked",
    "pasted",
    "sections",
    "shared",
    "them",
    "verb_of",
]

INFERRED = "†"
"""Marks what the guide does not say in so many words: our inference from it."""

TOGETHER = "\u2295"
"""Marks what may be combined."""


def marked(words: str, inferred: bool) -> str:
    """Words, with the mark of an inference if they are one."""
    return f"{words}\u00a0{INFERRED}" if inferred else words


def listed(words: Sequence[str], last: str = "and", comma: bool = False) -> str:
    """Words as a list in a sentence.

    Args:
        words: the parts of the list.
        last: the word before the last one.
        comma: whether a comma stands before it.

    >>> listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b"], "or")
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
    """Facts as a clause; several levels are joined by "or", facts of another subject follow.

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
    parts = [f"{each} {said}" for each, said in _predicates(subject, factors, conditions, ours)]
    return listed(parts, comma=True)


def for_such(
    subject: str,
    factors: Mapping[str, Factor],
    conditions: Mapping[str, Collection[str]],
    ours: Collection[str] = (),
) -> str:
    """Facts as what a sentence is about: any subject that has them.

    Args:
        subject: what the facts are about, unless a factor has a subject of its own.
        factors: the guide's factors by id, in their order.
        conditions: the levels that hold, by factor; several mean any of them.
        ours: the factors that the source does not ask for; they are marked.

    >>> from pnet_paths import load_guide
    >>> factors = load_guide().factors
    >>> for_such("the tumor", factors, {"grade": {"G3"}, "sstr": {"positive"}})
    'for a tumor that is grade 3 and carries somatostatin receptors'
    >>> for_such("the tumor", factors, {"life_expectancy": {"under_six_months"}})
    'where the person is expected to live less than six months'
    """
    parts = [
        f"for {_any(subject)} that {said}" if each == subject else f"where {each} {said}"
        for each, said in _predicates(subject, factors, conditions, ours)
    ]
    return ", ".join(sorted(parts, key=lambda part: part.startswith("where ")))


def _any(subject: str) -> str:
    """Any such thing: "a tumor" for "the tumor"."""
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
    """By subject what is said of it."""
    said: dict[str, list[str]] = {}
    for name, factor in factors.items():
        if name in conditions:
            phrases = [level.phrase for level in factor.levels if level.id in conditions[name]]
            mark = INFERRED if name in ours else ""
            said.setdefault(factor.subject or subject, []).append(f"{either(phrases)}{mark}")
    for each, phrases in said.items():
        yield each, _joined(phrases)


def _joined(phrases: Sequence[str]) -> str:
    """Phrases in a row; those that begin with the same verb share it.

    But a "not" must not spread, and "has" may go with a noun or help another verb.

    >>> _joined(["is grade 2", "is metastatic", "is not linked to VHL syndrome", "is stable"])
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
    parts = [f"{verb} {listed(rests)}".strip() for verb, rests in runs]
    parted = any(" and " in each or ", " in each for each in parts)
    return listed(parts, comma=parted or len(parts) > 2)


def either(phrases: Sequence[str]) -> str:
    """Phrases as alternatives that share how they begin and end.

    >>> either(["is localized", "is locally advanced"])
    'is localized or locally advanced'
    >>> either(["is in the head of it", "is in the tail of it"])
    'is in the head or tail of it'
    >>> either(["has spots on top", "has spots below", "has spots on top and below"])
    'has spots on top, below or both'
    >>> either(["has spots on top", "has spots on top and below"])
    'has spots on top, alone or also below'
    """
    words = [phrase.split() for phrase in phrases]
    begin = _alike(words)
    rests = [each[len(begin) :] for each in words]
    end = _alike([each[::-1] for each in rests])[::-1]
    middles = [" ".join(each[: len(each) - len(end)]) for each in rests]
    if len(phrases) == 2 and not all(middles):
        return _also(*phrases)
    if len(phrases) == 1 or not all(middles):
        return listed(phrases, "or")
    if any(middle.startswith("not ") for middle in middles):  # a "not" does not spread
        middles = [f"{begin[-1]} {middle}" for middle in middles] if begin else middles
        begin = begin[:-1]
    pairs = {f"{a} and {b}" for a in middles for b in middles}
    parts = ["both" if len(middles) == 3 and each in pairs else each for each in middles]
    return " ".join([*begin, listed(parts, "or"), *end])


def _also(short: str, long: str) -> str:
    """Two alternatives of which one says all that the other says, and more.

    >>> _also("is growing", "is growing very rapidly")
    'is growing or growing very rapidly'
    >>> _also("has spots below", "has spots on top and below")
    'has spots below, alone or also on top'
    """
    short, long = sorted((short, long), key=len)
    if long.startswith(f"{short} and "):
        return f"{short}, alone or also {long.removeprefix(f'{short} and ')}"
    words, others = short.split(), long.split()
    begin = len(_alike([words, others]))
    end = ["and", *words[begin:]]
    if begin < len(words) and others[-len(end) :] == end:
        return f"{short}, alone or also {' '.join(others[begin : -len(end)])}"
    return f"{short} or {' '.join(others[1:] if begin else others)}"


def _alike(rows: list[list[str]]) -> list[str]:
    """How all rows begin."""
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*rows, strict=False))
    return [column[0] for column in columns]


def shared(words: Iterable[str]) -> tuple[str, ...]:
    """Words once each, in the order of their first use."""
    return tuple(dict.fromkeys(words))


def based(bases: Collection[str], cited: Iterable[Citation]) -> str:
    """Whether the guide states something or we infer it, and where it stands.

    >>> based(["stated", "inferred"], [Citation("a", ("PRRT",))])
    'inferred at least in part from the section "PRRT"'
    """
    how = {
        frozenset({"stated"}): "stated in",
        frozenset({"inferred"}): "inferred from",
    }.get(frozenset(bases), "inferred at least in part from")
    return f"{how} the {sections(cited)}"


def sections(cited: Iterable[Citation]) -> str:
    """Where something stands: the headings of the sections; empty where none is named.

    >>> sections([Citation("a", ("PRRT",)), Citation("a", ("Surgery", "PRRT"))])
    'sections "PRRT" and "Surgery"'
    """
    names = shared(f'"{name}"' for citation in cited for name in citation.sections)
    if not names:
        return ""
    return f"section{'s' if len(names) > 1 else ''} {listed(names)}"


def is_or_are(label: str) -> str:
    """The verb for a treatment's name.

    >>> is_or_are("PRRT"), is_or_are("Somatostatin analogs"), is_or_are("Targeted therapy")
    ('is', 'are', 'is')
    """
    return "are" if label.endswith("s") and not label.endswith(("ss", "is", "us")) else "is"


def verb_of(label: str) -> dict[str, str]:
    """The forms of verbs for a treatment's name: ``is``, ``has``, and the ``s`` of all others.

    >>> verb_of("PRRT"), verb_of("Clinical trials")
    ({'is': 'is', 'has': 'has', 's': 's'}, {'is': 'are', 'has': 'have', 's': ''})
    """
    one = is_or_are(label) == "is"
    return {"is": "is", "has": "has", "s": "s"} if one else {"is": "are", "has": "have", "s": ""}


def them(label: str) -> str:
    """The pronoun for a treatment's name.

    >>> them("PRRT"), them("Clinical trials")
    ('it', 'them')
    """
    return "it" if is_or_are(label) == "is" else "them"


def pasted(facts: Mapping[str, str]) -> str:
    """Facts as the command line takes them.

    >>> pasted({"grade": "G2", "extent": "metastatic"})
    'grade=G2 extent=metastatic'
    """
    return " ".join(f"{name}={level}" for name, level in facts.items())


def capital(sentence: str) -> str:
    """A sentence as it begins: its first letter large, the others as they are."""
    return sentence[:1].upper() + sentence[1:]
