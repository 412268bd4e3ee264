"""A QR code, so that a lecture hall comes to a page by telephone."""

from __future__ import annotations

from urllib.parse import urlsplit

from ..errors import PnetPathsError

__all__ = ["code"]


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
    parts = urlsplit(address)
    spaced = any(sign.isspace() for sign in address)
    if parts.scheme not in ("http", "https") or not parts.netloc or "#" in address or spaced:
        raise PnetPathsError(f'"{address}" is no address of a page (https://..., no # or blank)')
    import segno  # only where a code is drawn

    image = segno.make(address, micro=False).svg_data_uri(scale=8, dark="#000000", light="#ffffff")
    return {"src": image, "alt": address}
