"""The sizes that a layout of the player consists of, in logical pixels."""

from dataclasses import dataclass, replace
from typing import Any

from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

MARGIN = 20
TOP_BAR_HEIGHT = 48
SEGMENTS_HEIGHT = 6
BETWEEN_BUTTONS = 8
BESIDE_FIGURE = 14
BESIDE_RING = 12
BELOW_NAME = 4
CUE_LINE = 1.3
"""The height of a line of a cue as a share of its size."""
HEADING_LINE = 1.2
"""The height of a line of the name, the side or the phase as a share of its size."""

READABLE_SHARE = 0.3
"""The digits are at least this share of the screen's shorter side, to be read from two metres."""
DIGITS_SHARE = 0.54
LONE_DIGITS_SHARE = 0.62
"""The height of two digits as a share of their ring: with the phase below them, and alone."""

ROOMY_TEXT = 1.25
"""Words that are seen larger than this, against the design, need a column's whole width."""

RESUME_EMS = 3.75
ADD_EMS = 2.55
SWITCH_EMS = 3.1
SWITCH_SIDES_EMS = 5.9
"""How wide Roboto draws "Resume", "+10 s", "Switch" and "Switch sides", in sizes of the letters."""


LEAST_NAME = 18
LEAST_CUE = 16
LEAST_LINE = 14
"""Smaller than this no text is seen, however long: the name and the cue from the floor, other words at arm's length."""

WITHOUT_FIGURE = 1.2
"""How much larger the cue is where no figure stands."""

ZOOMED = ("width", "figure", "heading", "cue_height", "ring", "ring_column", "question_width", "gap")
HALF_ZOOMED = ("line_height", "question_button", "main_button", "button", "add_button")
ZOOMED_WORDS = ("name", "side", "phase", "cue", "question")
HALF_ZOOMED_WORDS = ("line", "main_button", "button")
"""Which sizes of a layout and of its words grow with the screen, and which by half of that."""


@dataclass(frozen=True, slots=True)
class WordSizes:
    """How large the player's words are seen."""

    title: float
    name: float
    side: float
    phase: float
    cue: float
    line: float
    main_button: float
    button: float
    question: float


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen to fill, in two columns if it is wide.

    `least_digits` is the height of digits that can be read from two metres, `growth` by how much words
    are seen larger than designed. `has_figure` is whether the stretch has a picture.
    """

    width: float
    height: float
    least_digits: float
    growth: float
    is_wide: bool
    has_figure: bool

    @property
    def is_small(self) -> bool:
        """Whether large words would leave too little room for the digits."""
        if self.is_wide:
            return self.height < 600  # noqa: PLR2004 (a phone on its side)
        return self.height < 760 or self.width < 360  # noqa: PLR2004 (the smallest phones in use)

    @property
    def words(self) -> WordSizes:
        """The sizes of words that suit the screen."""
        if self.is_wide:
            return (
                _word_sizes(24, 18, 16, self.growth)
                if self.is_small
                else _word_sizes(36, 26, 22, self.growth)
            )
        return _word_sizes(24, 20, 17, self.growth) if self.is_small else _word_sizes(32, 24, 21, self.growth)


@dataclass(frozen=True, slots=True)
class PlayerLayout:
    """The sizes of the player's parts; two columns where the screen is wider than it is high.

    It is compact where the text is large, or the screen small for the digits: then the ring has the
    digits alone, side and phase stand beside or below it, and what can wait scrolls. `heading` is how
    high the figure and what stands beside it may be; without a figure that has no size. `text_scale`
    is what the client multiplies each size of words by.
    """

    is_two_columns: bool
    width: float
    figure: float
    words: WordSizes
    ring_column: float
    question_width: float
    question_button: float
    main_button: float
    has_main_icon: bool
    button: float
    add_button: float
    gap: float
    heading: float = 0
    ring: float = 0
    cue_height: float = 0
    line_height: float = 0
    is_compact: bool = False
    figure_scrolls: bool = False
    has_button_rows: bool = False
    text_scale: TextScale = AS_DESIGNED

    @property
    def digits_share(self) -> float:
        """The height of two digits as a share of the ring."""
        return LONE_DIGITS_SHARE if self.is_compact else DIGITS_SHARE

    @property
    def name_width(self) -> float:
        """How wide the name may be, beside the figure where that stands beside it."""
        is_alone = self.figure_scrolls or not self.figure
        return self.column - (0 if is_alone else self.figure + BESIDE_FIGURE)

    @property
    def name_height(self) -> float:
        """How high the name may be: what is higher scrolls."""
        if self.is_compact:
            return self.words.name * HEADING_LINE * 2
        return self.heading - self.words.side * HEADING_LINE - BELOW_NAME

    @property
    def column(self) -> float:
        """How wide the only column is, or the left one."""
        if not self.is_two_columns:
            return self.width
        right = self.ring_column if self.is_compact else self.width / 2 - self.gap
        return self.width - right - 2 * self.gap

    @property
    def buttons_width(self) -> float:
        """How much the four buttons need in one row."""
        main = RESUME_EMS * self.words.main_button + 16
        add = ADD_EMS * self.words.button + 28
        return 2 * self.button + max(main, 80) + add + 3 * BETWEEN_BUTTONS

    @property
    def buttons_height(self) -> float:
        """How high the buttons are together, in one row or two."""
        return self.main_button + (BETWEEN_BUTTONS + self.add_button if self.has_button_rows else 0)


def _word_sizes(name: float, side: float, cue: float, growth: float) -> WordSizes:
    return WordSizes(
        title=min(15 * growth, 18),
        name=name * growth,
        side=side * growth,
        phase=side * growth,
        cue=cue * growth,
        line=15 * growth,
        main_button=20 * growth,
        button=16 * growth,
        question=19 * growth,
    )


def button_height(at_least: float, words: float) -> float:
    """How high a button is with words of that size."""
    return max(at_least, words * HEADING_LINE + 8)


def enlarged(layout: PlayerLayout, zoom: float) -> PlayerLayout:
    """The layout drawn larger as a whole; what is pressed grows by half of that."""
    if zoom == 1:
        return layout
    half, words = (1 + zoom) / 2, layout.words
    larger_words = replace(
        words, **_times(words, zoom, ZOOMED_WORDS), **_times(words, half, HALF_ZOOMED_WORDS)
    )
    return replace(
        layout, words=larger_words, **_times(layout, zoom, ZOOMED), **_times(layout, half, HALF_ZOOMED)
    )


def _times(sizes: object, factor: float, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(sizes, name) * factor for name in names}
