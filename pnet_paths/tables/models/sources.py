"""What a guide says of itself, and the documents that its rows cite."""

from __future__ import annotations

from typing import Annotated

from ..cells import Cell, matching
from .row import SOURCE, Id, Needed, Row, Text, column

__all__ = ["KNOWN_FACTS", "NEEDED_FACTS", "Fact", "Source"]

NEEDED_FACTS = ("title", "tumor", "disclaimer")
"""Keys that guide.csv must have."""

KNOWN_FACTS = (
    *NEEDED_FACTS,
    "id",
    "short",
    "subject",
    "publisher",
    "edition",
    "updated",
    "region",
    "language",
)
"""Keys that are read, or usual."""

Url = Annotated[
    str,
    Cell(matching(r"https?://[^\s\"'<>]+", "a web address that begins with https:// or http://")),
]


class Fact(Row):
    """A fact about the guide."""

    identity = ("key",)
    one_row = "a fact about the guide; keep these three keys and say what they are"
    remark = (
        "`title`, `tumor` and `disclaimer` are needed, `publisher`, `edition` and `updated` shown; "
        '`subject` ("the tumor" where it is left out) begins the sentences; `id` and `short` name '
        "the guide where it stands beside others."
    )

    key: Needed = column("what it says", "disclaimer")
    value: Needed = column("how that is", "For education. Not medical advice.")
    source: Annotated[str, Cell(SOURCE)] = column("where it is from", default="")
    section: Text = column("and the heading there", default="")


class Source(Row):
    """A document that rows cite."""

    identity = ("source",)
    one_row = "a document that other tables cite by its id in source"

    id: Id = column("id", "book", alias="source")
    title: Needed = column("the document's title")
    publisher: Text = column("who published it", "invented")
    date: Text = column("of when it is", "12/2023")
    url: Url = column("where it stands; begins with https:// or http://")
    note: Text = column("anything else")
