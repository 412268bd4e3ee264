"""A QR code, so that a lecture hall comes to a page by telephone."""

from __future__ import annotations

import re

from ..errors import PnetPathsError

__all__ = ["code"]

_PAGE = re.compile(r"https?://[\w.-]+(?::\d+)?(?:[/?][^\s#\x00-\x1f\ud800-\udfff\ufffe\uffff]*)?")
_LONGEST = 1_000


def code(address: str) -> dict[str, str]:
    """The QR code of an address, as attributes of an image.

    Raises:
        PnetPathsError: it is no http or https address.

    >>> code("https://example.org/pnet.html")["alt"]
    'https://example.org/pnet.html'
    >>> code("ftp://x")
    Traceback (most recent call last):
    pnet_paths.errors.PnetPathsError: "ftp://x" is no address of a page (https://..., no # or blank)
    """
    if not _PAGE.fullmatch(address):
        raise PnetPathsError(f'"{address}" is no address of a page (https://..., no # or blank)')
    import segno  # only where a code is drawn

    if len(address) > _LONGEST:
        raise PnetPathsError(f"an address of {len(address)} signs is too long for a QR code")
    image = segno.make(address, micro=False).svg_data_uri(scale=8, dark="#000000", light="#ffffff")
    return {"src": image, "alt": address}
