"""Random guides and profiles for property tests."""

from __future__ import annotations

import pandas as pd
from hypothesis import strategies as st

STRENGTHS = ["ruled_out", "usual", "option", "later", "against", "waits"]
BASES = ["stated", "inferred"]
MUTABILITIES = ["fixed", "to_learn", "can_change", "chosen"]
CITED = {"source": "book", "section": "Chapter"}


@st.composite
def guides(draw):
    """The tables of a random guide: 2 to 4 factors, nested treatments, impossible combinations."""
    factors = {
        f"f{i}": [f"v{j}" for j in range(draw(st.integers(2, 3)))]
        for i in range(draw(st.integers(2, 4)))
    }
    names = [f"t{i}" for i in range(draw(st.integers(1, 5)))]
    parents = [draw(st.sampled_from(["", *names[:i]])) for i in range(len(names))]
    conditions = st.fixed_dictionaries(
        {name: st.one_of(st.just(""), subsets(levels)) for name, levels in factors.items()}
    )
    indications = [
        {
            "indication": f"i{i}",
            "treatments": draw(subsets(names)),
            "strength": draw(st.sampled_from(STRENGTHS)),
            "basis": draw(st.sampled_from(BASES)),
            "label": draw(st.sampled_from(["", "seldom", "often"])),
            "mark": draw(st.sampled_from(["", "", "at last"])),
            "aim": draw(st.sampled_from(["", "calm", "calm|cheer"])),
            **draw(conditions),
        }
        for i in range(draw(st.integers(0, 8)))
    ]
    for row in indications:
        asked = [name for name in factors if row[name]]
        if row["basis"] == "stated" and asked:
            row["inferred_facts"] = "|".join(sorted(draw(st.sets(st.sampled_from(asked)))))
    impossible = draw(st.lists(conditions.filter(any_level), max_size=3))
    found = tables(factors, dict(zip(names, parents, strict=True)), indications, impossible)
    found["unlikely"] = unlikely(draw(st.lists(conditions.filter(any_level), max_size=2)), factors)
    found["factors"]["mutability"] = [draw(st.sampled_from(MUTABILITIES)) for _ in factors]
    for column, odd in (("propose", "no"), ("sensitive", "yes")):
        cells = st.sampled_from(["", "", odd])
        found["factors"][column] = [draw(cells) for _ in factors]
    return found


def any_level(row):
    return any(row.values())


def unlikely(rows, factors):
    """The frame of what a clinician would hardly meet."""
    found = [{"reason": "Hardly."} | CITED | row for row in rows]
    return pd.DataFrame(found, columns=[*factors, "reason", *CITED])


def subsets(values):
    """An ``a|b`` cell."""
    return st.sets(st.sampled_from(values), min_size=1).map(lambda chosen: "|".join(sorted(chosen)))


@st.composite
def profiles(draw, levels, fewest_known=0):
    """Some of the factors with a level each; they may be impossible together."""
    known = draw(st.sets(st.sampled_from(sorted(levels)), min_size=fewest_known))
    return {name: draw(st.sampled_from(levels[name])) for name in sorted(known)}


def tables(factors, parents, indications, impossible, steps=()):
    """The frames of a guide from its essentials; what is not given is filled in."""

    def frame(columns, rows):
        return pd.DataFrame(
            [{**dict.fromkeys(columns, ""), **row} for row in rows], columns=columns
        )

    cited = ["source", "section"]
    words = ["label", "mark", "aim", "goal", "inferred_facts"]
    given = ["given", "given_by", "side_effects", "aftercare", "brand"]
    facts = {"title": "Toy", "tumor": "toy", "disclaimer": "For education."}
    return {
        "guide": pd.DataFrame(facts.items(), columns=["key", "value"]),
        "sources": frame(
            ["source", "title", "publisher", "date", "url", "note"],
            [{"source": "book", "title": "Book"}],
        ),
        "factors": frame(
            ["factor", "label", "group", "question", "help", "mutability", *cited],
            [
                {"factor": f, "label": f, "group": "G", "question": f"{f}?", "mutability": "fixed"}
                | CITED
                for f in factors
            ],
        ),
        "levels": frame(
            ["factor", "level", "label", "definition", *cited],
            [
                {"factor": f, "level": level, "label": level, "definition": "A level."} | CITED
                for f, levels in factors.items()
                for level in levels
            ],
        ),
        "impossible": frame(
            [*factors, "reason", *cited], [{"reason": "No."} | CITED | row for row in impossible]
        ),
        "treatments": frame(
            [
                "treatment",
                "label",
                "kind",
                "member_of",
                "goal",
                "summary",
                "mechanism",
                *given,
                *cited,
            ],
            [
                {"treatment": t, "label": t, "kind": "drug", "member_of": parent, "summary": "It."}
                | CITED
                for t, parent in parents.items()
            ],
        ),
        "indications": frame(
            ["indication", "treatments", "strength", *factors, *words, "why", "basis", *cited],
            [{"why": "Because.", "basis": "stated"} | CITED | row for row in indications],
        ),
        "steps": frame(
            ["from", "to", "label", "kind", *factors, *cited], [CITED | step for step in steps]
        ),
        "aims": frame(
            ["aim", "label", "definition", *cited],
            [{"aim": aim, "label": aim, "definition": "It."} | CITED for aim in ("calm", "cheer")],
        ),
        "glossary": frame(["term", "also", "definition", *cited], []),
        "topics": frame(["topic", "label", "text", "about", *cited], []),
    }
