"""Questions and banks that several files of tests look at, of both a tame and a hostile guide."""

from __future__ import annotations

from functools import cache

from packaged import the_guide

from pnet_paths.banks import FORMATS, make_bank
from pnet_paths.teach import KINDS, questions

HOSTILE = "<b>&amp;~={x}#\"ö' ]]> %} \\ $1 \u2028 =1+1"
SEED = 3


@cache
def hostile_guide():
    """The packaged guide, with all that formats give a meaning in its labels and phrases."""
    changed = {}
    for name, columns in {
        "treatments": ("label", "phrase"),
        "levels": ("label", "phrase"),
        "aims": ("label", "definition"),
        "team": ("label", "definition"),
        "combinations": ("label",),
        "indications": ("label", "why"),
        "factors": ("question",),
    }.items():
        table = the_guide().tables[name]
        for column in columns:
            table[column] = [f"{text} {HOSTILE}" if text else text for text in table[column]]
        changed[name] = table
    metadata = the_guide().tables["guide"]
    title = metadata["key"] == "title"
    metadata.loc[title, "value"] = [f"=A/B {HOSTILE}"]
    return the_guide().with_tables(guide=metadata, **changed)


@cache
def asked(guide):
    """Two questions of each kind."""
    return questions(guide, SEED, 2 * len(KINDS))


@cache
def bank(guide):
    return make_bank(guide, asked(guide), SEED)


@cache
def content(guide, name):
    """What a file of a format holds."""
    return FORMATS[name].content(bank(guide))
