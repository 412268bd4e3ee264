"""A QR code of a page's address, for phones in a lecture hall."""

from __future__ import annotations

import re

from ..errors import PnetPathsError

__all__ = ["qr_code"]

_ADDRESS = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:[/?][^\s#\x00-\x1f\ud800-\udfff\ufffe\uffff]*)?"
)
_LONGEST = 1_000


def qr_code(address: str) -> dict[str, str]:
    """The QR code of an address, as attributes of an image.

    Raises:
        PnetPathsError: it is not an http or https address, or too long.

    >>> qr_code("https://example.org/pnet.html")["alt"]
    'https://example.org/pnet.html'
    >>> qr_code("ftp://x")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    pnet_paths.errors.PnetPathsError: "ftp://x" is not the address of a page (https://..., ...
    """
    if not _ADDRESS.fullmatch(address):
        raise PnetPathsError(
            f'"{address}" is not the address of a page (https://..., no # or blank)'
        )
    import segno  # only where a code is drawn

    if len(address) > _LONGEST:
        raise PnetPathsError(
            f"an address of {len(address)} characters is too long for a QR code, at most {_LONGEST}"
        )
    image = segno.make(address, micro=False).svg_data_uri(scale=8, dark="#000000", light="#ffffff")
    return {"src": image, "alt": address}
