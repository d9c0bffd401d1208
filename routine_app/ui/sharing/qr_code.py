"""A link as the picture of a QR code, to be scanned from the screen."""

import io

import segno

QUIET_MODULES = 4
"""The empty border that ISO/IEC 18004 asks for."""


def qr_code_svg(link: str) -> str:
    """The QR code of a link as SVG, black on white whatever the theme, at error level L or better.

    One module is one unit. It is no PNG, since Flutter's client draws none in a browser that has no
    `ImageDecoder`: Safari, and any on a page without https. Raises `segno.DataOverflowError` for more
    than 2,953 bytes.
    """
    svg = io.BytesIO()
    segno.make_qr(link, error="l").save(
        svg,
        kind="svg",
        xmldecl=False,
        border=QUIET_MODULES,
        dark="black",
        light="white",
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return svg.getvalue().decode()
