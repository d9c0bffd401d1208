"""The picture of a stretch, in the colours of the theme, mirrored for the other side."""

from collections.abc import Callable

import flet as ft

from routine_app.ui import theme

Picture = str | bytes
"""The text of an SVG, or the bytes of another image."""

FindPicture = Callable[[str | None], Picture | None]
"""Gives the picture of that name, coloured for the theme at hand, or None."""


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
        self.control = ft.Image(
            src="",
            width=size,
            height=size,
            fit=ft.BoxFit.CONTAIN,
            flip=self._flip,
            exclude_from_semantics=True,
            error_content=ft.Container(),
            gapless_playback=True,
        )

    def show(self, name: str | None, *, is_mirrored: bool = False) -> bool:
        """Show the picture of that name; tells whether there is one."""
        picture = self._find_picture(name)
        self.control.visible = picture is not None
        if picture is not None:
            self.control.src = picture
        self._flip.flip_x = is_mirrored
        return picture is not None

    def resize(self, size: float) -> None:
        """Draw it in a square of that size, in logical pixels."""
        self.control.width = self.control.height = size
