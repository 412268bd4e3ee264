"""The data of a page, as its front end reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..bundle.document import GuideDocument
from ..json_record import JsonRecord, Texts
from ..sources.data import SourceData
from ..teach.asked_questions import AskedQuestion

__all__ = ["GuidePart", "PageData"]


class GuidePart(JsonRecord):
    """The data of one guide in a page."""

    document: GuideDocument
    id: str
    """The same for pages with the same document."""
    name: str
    """What an address calls the guide; empty where it has no id."""
    guide: str
    """The title of the guide."""
    short: str
    """What the guide is called beside others."""
    notes: Mapping[str, Sequence[str]]
    """The teacher's notes to the scenes of each case; empty in the page of students."""
    questions: Sequence[AskedQuestion]


class PageData(GuidePart):
    """The data of a page, and of the guide that it shows first."""

    evidence: str
    """The evidence of the document, which has none itself, packed; empty where there is none."""
    others: str
    """The parts of further guides, packed; empty where there is none."""
    sources: SourceData | None
    """What the guides are compared by; None where they cannot be compared."""
    title: str
    note: str
    """To the students."""
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
