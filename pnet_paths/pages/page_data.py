"""What a page is made from, as its front end reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..bundle.document import GuideDocument
from ..json_record import JsonRecord, Texts
from ..teach.asked_questions import AskedQuestion

__all__ = ["PageData"]


class PageData(JsonRecord):
    """The data of a page."""

    document: GuideDocument
    id: str
    """The same for pages with the same document."""
    guide: str
    """The title of the guide."""
    title: str
    note: str
    """To the students."""
    notes: Mapping[str, Sequence[str]]
    """The teacher's notes to the scenes of each case; empty in the page of students."""
    keys: bool
    """Whether keys can be printed."""
    start: str
    """The part that is shown first."""
    address: str
    """Where the page will be found; empty where that is not known."""
    code: Texts | None
    """The QR code of the address, as attributes of an image."""
    levels: Mapping[str, Sequence[str]]
    """The kinds of questions of each level; "" stands for all."""
    questions: Sequence[AskedQuestion]
