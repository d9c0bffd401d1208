"""A link as the picture of a QR code, to be scanned from the screen."""

from io import BytesIO

import segno

from routine_app.ui import theme

QUIET_MODULES = 4
"""The empty border that ISO/IEC 18004 asks for."""

PIXELS_A_MODULE = 8
"""More than any phone shows of the largest code, so that the picture is only ever made smaller."""


def scan_picture(link: str) -> bytes:
    """The QR code of a link as PNG, black on white whatever the theme, at error level L or better.

    Raises `segno.DataOverflowError` for more than 2,953 bytes.
    """
    picture = BytesIO()
    segno.make_qr(link, error="l").save(
        picture,
        kind="png",
        scale=PIXELS_A_MODULE,
        border=QUIET_MODULES,
        dark=theme.SCAN_INK,
        light=theme.SCAN_PAPER,
    )
    return picture.getvalue()
