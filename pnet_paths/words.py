"""How facts, conditions and sources are put into words: sentences that know no screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, takewhile

from .records import Citation, Factor

__all__ = [
    "based",
    "capital",
    "either",
    "is_or_are",
    "listed",
    "pasted",
    "phrased",
    "sections",
    "shared",
]


def listed(words: Sequence[str], last: str = "and", comma: bool = False) -> str:
    """Words as a list in a sentence.

    >>> listed(["a"]), listed(["a", "b", "c"]), listed(["a", "b"], "or")
    ('a', 'a, b and c', 'a or b')
    """
    *rest, end = words
    return f"{', '.join(rest)}{',' if comma else ''} {last} {end}" if rest else end


def phrased(factors: Mapping[str, Factor], conditions: Mapping[str, Collection[str]]) -> str:
    """Facts as what a sentence says that begins "The tumor"; several levels are joined by "or".

    >>> from pnet_paths import load_guide
    >>> factors = load_guide().factors
    >>> phrased(factors, {"grade": {"G1", "G2"}, "extent": {"metastatic"}, "sstr": {"positive"}})
    'is grade 1 or 2, carries somatostatin receptors, and is metastatic'
    """
    phrases = [
        either([level.phrase for level in factor.levels if level.id in conditions[name]])
        for name, factor in factors.items()
        if name in conditions
    ]
    # "is grade 2", "is metastatic" share their verb: "is grade 2 and metastatic".
    runs = []
    for verb, run in groupby(phrases, key=lambda phrase: phrase.partition(" ")[0]):
        rests = [phrase.partition(" ")[2] for phrase in run]
        runs.append(f"{verb} {listed(rests)}".strip())
    return listed(runs, comma=len(runs) > 1)


def either(phrases: list[str]) -> str:
    """Phrases as alternatives that share how they begin and end.

    >>> either(["is localized", "is locally advanced"])
    'is localized or locally advanced'
    >>> either(["is in the head of it", "is in the tail of it"])
    'is in the head or tail of it'
    """
    words = [phrase.split() for phrase in phrases]
    begin = _alike(words)
    rests = [each[len(begin) :] for each in words]
    end = _alike([each[::-1] for each in rests])[::-1]
    middles = [" ".join(each[: len(each) - len(end)]) for each in rests]
    if len(phrases) == 1 or not all(middles):
        return listed(phrases, "or")
    return " ".join([*begin, listed(middles, "or"), *end])


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


def pasted(facts: Mapping[str, str]) -> str:
    """Facts as the command line takes them.

    >>> pasted({"grade": "G2", "extent": "metastatic"})
    'grade=G2 extent=metastatic'
    """
    return " ".join(f"{name}={level}" for name, level in facts.items())


def capital(sentence: str) -> str:
    """A sentence as it begins: its first letter large, the others as they are."""
    return sentence[:1].upper() + sentence[1:]
