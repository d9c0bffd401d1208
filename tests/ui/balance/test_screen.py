"""The balance on the screen: the drawing, the words and the numbers."""

from math import atan2, cos, sin

import flet as ft
import pytest

from routine_app.core.balance.balance import balance
from routine_app.core.balance.view import present_balance
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.session.muscle_totals import Held
from routine_app.ui.balance.rope_drawing import GLIDE_MILLISECONDS
from routine_app.ui.balance.screen import TAP_WORDS, BalanceScreen
from routine_app.ui.kit import theme
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree

SHORT: list[Held] = [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle != "hamstrings"]


class Commands:
    """Remembers what was asked for."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def set_days(self, days: int) -> None:
        """Remember it."""
        self.done.append(days)

    def catch_up(self, minutes: int) -> None:
        """Remember it."""
        self.done.append(f"catch up {minutes}")

    def start_routine(self) -> None:
        """Remember it."""
        self.done.append("start")


def shown(held: list[Held], commands: Commands | None = None) -> BalanceScreen:
    """A screen on a phone."""
    commands = commands or Commands()
    screen = BalanceScreen(commands.set_days, commands.catch_up, commands.start_routine, ft.Container())
    screen.fit(Viewport(390, 844))
    screen.show(present_balance(balance(held, 7, 180.0)))
    return screen


def bars(screen: BalanceScreen, colour: ft.Colors) -> list[ft.Container]:
    """The strands of one colour, in the order of the muscles."""
    found = control_tree.shown(screen.control, ft.Container)
    return [bar for bar in found if bar.bgcolor is colour and isinstance(bar.rotate, ft.Rotate)]


def ring(screen: BalanceScreen) -> ft.Container:
    """The ring that glides."""
    found = control_tree.shown(screen.control, ft.Container)
    (one,) = [disc for disc in found if disc.bgcolor is theme.BACKGROUND and disc.animate_position]
    return one


def inner_end(bar: ft.Container) -> tuple[float, float]:
    """Where a strand meets the ring."""
    assert isinstance(bar.rotate, ft.Rotate)
    angle, length = float(bar.rotate.angle), float(bar.width or 0)
    left, top = float(bar.left or 0), float(bar.top or 0)
    return left + length * cos(angle), top + float(bar.height or 0) / 2 + length * sin(angle)


def middle(disc: ft.Container) -> tuple[float, float]:
    """The middle of a disc."""
    radius = float(disc.width or 0) / 2
    return float(disc.left or 0) + radius, float(disc.top or 0) + radius


def test_every_strand_ends_in_the_ring() -> None:
    """Wherever it hangs, and also after it has glided."""
    screen = shown([])
    for held in (SHORT, [Held(("quadriceps",), Side.LEFT, 90.0)], []):
        screen.show(present_balance(balance(held, 7, 180.0)))
        x, y = middle(ring(screen))
        strands = bars(screen, theme.HOLD) + bars(screen, theme.SWITCH)
        assert len(strands) == 12
        for strand in strands:
            end_x, end_y = inner_end(strand)
            assert abs(end_x - x) < 12
            assert abs(end_y - y) < 12


def test_the_ring_goes_away_from_what_is_short() -> None:
    """Hamstrings are at the bottom."""
    even, short = middle(ring(shown([]))), middle(ring(shown(SHORT)))
    assert abs(short[0] - even[0]) < 0.2
    assert short[1] < even[1] - 10


def test_a_strand_is_as_thick_as_its_share() -> None:
    """Left and right apart, each over the track of a whole dose."""
    screen = shown([Held(("glutes",), Side.LEFT, 90.0), Held(("glutes",), Side.RIGHT, 180.0)])
    place = HIP_MUSCLES.index("glutes")
    full = float(bars(screen, theme.LINE)[0].height or 0)
    assert bars(screen, theme.HOLD)[place].height == pytest.approx(full / 2, abs=0.2)
    assert bars(screen, theme.SWITCH)[place].height == pytest.approx(full, abs=0.2)


def test_a_rope_turns_by_the_short_way() -> None:
    """From frame to frame it never goes round."""
    screen = shown(SHORT)
    before = [
        float(bar.rotate.angle) for bar in bars(screen, theme.HOLD) if isinstance(bar.rotate, ft.Rotate)
    ]
    screen.show(present_balance(balance([Held(("it_band",), Side.BOTH, 180.0)], 7, 180.0)))
    after = [float(bar.rotate.angle) for bar in bars(screen, theme.HOLD) if isinstance(bar.rotate, ft.Rotate)]
    for old, new in zip(before, after, strict=True):
        assert abs(new - old) < 1
        assert abs(atan2(sin(new - old), cos(new - old)) - (new - old)) < 1e-6


@pytest.mark.parametrize("has_little_motion", [False, True])
def test_new_numbers_glide_unless_little_motion_is_wanted(has_little_motion: bool) -> None:  # noqa: FBT001 - a table
    """Another size is there at once, for all of the drawing together."""
    screen = shown(SHORT)
    screen.fit(Viewport(400, 844, has_little_motion=has_little_motion))
    parts = [ring(screen), *bars(screen, theme.HOLD), *bars(screen, theme.SWITCH)]
    at_once = ft.Animation(0, ft.AnimationCurve.EASE_IN_OUT)
    assert [part.animate_position for part in parts] == [at_once] * len(parts)
    screen.show(present_balance(balance(SHORT, 7, 180.0)))
    duration = 0 if has_little_motion else GLIDE_MILLISECONDS
    glide = ft.Animation(duration, ft.AnimationCurve.EASE_IN_OUT)
    assert [part.animate_position for part in parts] == [glide] * len(parts)


def test_the_drawing_is_one_picture_to_a_screen_reader() -> None:
    """With a sentence; the numbers are in the table."""
    found = control_tree.shown(shown(SHORT).control, ft.Semantics)
    (picture,) = [one for one in found if one.image]
    assert (picture.image, picture.exclude_semantics) == (True, True)
    assert picture.label == "Six ropes that pull on a ring. Shortest rope: hamstrings."


def test_a_tap_tells_the_numbers_of_a_rope() -> None:
    """Until another is tapped or the numbers change."""
    screen = shown(SHORT)
    assert TAP_WORDS in control_tree.words(screen.control)
    (taps,) = control_tree.shown(screen.control, ft.GestureDetector)
    (label,) = [
        box
        for box in control_tree.shown(taps, ft.Container)
        if isinstance(box.content, ft.Text) and box.content.value == "Hamstrings"
    ]
    assert taps.on_tap_down is not None
    middle = ft.Offset((label.left or 0) + (label.width or 0) / 2, (label.top or 0) + (label.height or 0) / 2)
    taps.on_tap_down(ft.TapEvent("tap_down", taps, local_position=middle))  # type: ignore[call-arg]  # some want none
    assert "Hamstrings: left 0 s, right 0 s, of 3 min each" in control_tree.words(screen.control)


def test_catch_up_is_offered_for_as_long_as_one_has() -> None:
    """Three, five or ten minutes; and how far to look back."""
    commands = Commands()
    screen = shown(SHORT, commands)
    for name in ("3 min", "10 min", "28 days"):
        control_tree.press(control_tree.button(screen.control, name))
    assert commands.done == ["catch up 3", "catch up 10", 28]


def test_with_nothing_held_one_can_start() -> None:
    """And nothing else."""
    commands = Commands()
    screen = shown([], commands)
    names = [control_tree.name_of(button) for button in control_tree.buttons(screen.control)]
    assert names == ["7 days", "28 days", "Start a first session"]
    control_tree.press(control_tree.button(screen.control, "Start a first session"))
    assert commands.done == ["start"]


def test_all_have_had_their_dose_and_nothing_is_offered() -> None:
    """It says so."""
    screen = shown([*SHORT, Held(("hamstrings",), Side.BOTH, 180.0)])
    assert "Every rope has had its dose" in control_tree.words(screen.control)
    names = [control_tree.name_of(button) for button in control_tree.buttons(screen.control)]
    assert names == ["7 days", "28 days"]


def test_what_could_not_be_read_is_said() -> None:
    """Above an empty drawing."""
    screen = shown([])
    screen.show(present_balance(balance([], 7, 180.0), "The history is damaged; move it away."))
    assert "The history is damaged; move it away." in control_tree.words(screen.control)


@pytest.mark.parametrize(
    ("width", "height", "side"), [(390, 844, 350), (320, 568, 280), (844, 390, 331.5), (1280, 800, 440)]
)
def test_the_drawing_is_seen_whole(width: float, height: float, side: float) -> None:
    """As large as there is room, upright and on its side."""
    screen = shown([])
    screen.fit(Viewport(width, height))
    (stack,) = control_tree.shown(screen.control, ft.Stack)
    assert (stack.width, stack.height) == (side, side)
