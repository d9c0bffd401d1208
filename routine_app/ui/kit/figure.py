"""The picture of a stretch, in the colours of the theme, mirrored for the other side."""

from collections.abc import Callable

import flet as ft

from routine_app.core.routine.figures import sided_names
from routine_app.ui.kit import theme

Picture = str | bytes
"""The text of an SVG, or the bytes of another image."""

FindPicture = Callable[[str | None], Picture | None]
"""Gives the picture of that name, coloured for the theme at hand, or None."""

SIGN_SHARE = 0.4
"""How much of its square the sign takes that stands for a picture that cannot be drawn."""


def coloured(picture: Picture, *, is_dark: bool) -> Picture:
    """The picture as it stands out from the card: figures are drawn in four colours for a light one."""
    if not is_dark or isinstance(picture, bytes):
        return picture
    for light, dark in theme.FIGURE_COLOURS_DARK.items():
        picture = picture.replace(light, dark)
    return picture


class Figure:
    """One picture in a square; empty when the stretch has none."""

    def __init__(self, find_picture: FindPicture, size: float = 48) -> None:
        self._find_picture = find_picture
        self._flip = ft.Flip()
        self._sign = ft.Icon(ft.Icons.IMAGE_NOT_SUPPORTED_OUTLINED, color=theme.QUIET)
        # Where a client cannot draw a picture after all, this keeps its place.
        self._undrawn = ft.Container(content=self._sign, alignment=ft.Alignment.CENTER)
        self.control = ft.Image(
            src="",
            fit=ft.BoxFit.CONTAIN,
            flip=self._flip,
            exclude_from_semantics=True,
            error_content=self._undrawn,
            gapless_playback=True,
        )
        self.resize(size)

    def show(self, name: str | None, *, is_mirrored: bool = False) -> bool:
        """Show the picture of that name; tells whether there is one.

        `is_mirrored` asks for the right side: its own picture where there is one, else the mirrored other.
        """
        picture, flips = self._for_side(name, is_right=is_mirrored)
        self.control.visible = picture is not None
        if picture is not None:
            self.control.src = picture
        self._flip.flip_x = flips
        return picture is not None

    def resize(self, size: float) -> None:
        """Draw it in a square of that size, in logical pixels."""
        for square in (self.control, self._undrawn):
            square.width = square.height = size
        self._sign.size = size * SIGN_SHARE

    def _for_side(self, name: str | None, *, is_right: bool) -> tuple[Picture | None, bool]:
        for sided in sided_names(name, is_right=is_right) if name else ():
            picture = self._find_picture(sided.name)
            if picture is not None:
                return picture, sided.is_mirrored
        return None, is_right
