"""A link as the picture of a QR code, to be scanned from the screen."""

from collections.abc import Iterator
from itertools import groupby

import segno

QUIET_MODULES = 4
"""The empty border that ISO/IEC 18004 asks for."""


def scan_picture(link: str) -> str:
    """The QR code of a link as SVG, black on white whatever the theme, at error level L or better.

    One module is one unit. It is no PNG, since Flutter's client draws none in a browser that has no
    `ImageDecoder`: Safari, and any on a page without https. Raises `segno.DataOverflowError` for more
    than 2,953 bytes.
    """
    rows = segno.make_qr(link, error="l").matrix
    side = len(rows) + 2 * QUIET_MODULES
    path = "".join(dark for number, row in enumerate(rows) for dark in _dark_runs(number, row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="#FFFFFF" d="M0 0h{side}v{side}H0z"/><path fill="#000000" d="{path}"/></svg>'
    )


def _dark_runs(number: int, row: bytearray) -> Iterator[str]:
    """The dark modules of a row that stand beside each other, as one rectangle of a path each."""
    start = QUIET_MODULES
    for is_dark, modules in groupby(row):
        length = len(list(modules))
        if is_dark:
            yield f"M{start} {number + QUIET_MODULES}h{length}v1h-{length}z"
        start += length
