"""The room that a page has, and how the system wants things drawn."""

from dataclasses import dataclass

from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale


@dataclass(frozen=True, slots=True)
class Viewport:
    """A page's size in logical pixels, how much larger than designed its text is, and whether motion is unwanted."""

    width: float = 390.0
    height: float = 844.0
    text_scale: TextScale = AS_DESIGNED
    has_little_motion: bool = False

    @property
    def reading_width(self) -> float:
        """How wide words may be between the margins of the page."""
        return self.width - 2 * theme.PAGE_MARGIN

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a rail beside the screen, and for two columns on it."""
        return self.width >= theme.WIDE_FROM

    @property
    def is_narrow(self) -> bool:
        """Whether only the shortest words have room beside each other."""
        return self.text_scale.is_narrow(self.width)
