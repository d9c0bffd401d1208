"""The player's screen: what it shows, and what it sends."""

import math
from dataclasses import replace
from itertools import permutations

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from routine_app.core.routine.plan import StepKind
from routine_app.core.session.player_view import PlayerView, Ring
from routine_app.ui.kit import theme
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player import progress_bar
from routine_app.ui.player.buttons import IsolatedContainer
from routine_app.ui.player.layout.sizes import SEGMENTS_HEIGHT, TOP_BAR_HEIGHT
from routine_app.ui.player.screen import PHASE_COLOURS, PlayerScreen
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeCommands
from tests.ui.player.layout.test_arrange import PHONES, PHONES_ON_THEIR_SIDES, WINDOWS
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time

HOLD = sample_views.HOLD
SCREEN_SIZES = PHONES + PHONES_ON_THEIR_SIDES + WINDOWS
SWITCH = replace(HOLD, phase=StepKind.SWITCH, phase_words="Switch sides", side_words="Right side")


def make(view: PlayerView = HOLD, commands: FakeCommands | None = None) -> PlayerScreen:
    """A screen that shows a view."""
    commands = commands or FakeCommands()
    screen = PlayerScreen(commands, commands, sample_views.find_picture, Viewport())
    screen.show(view)
    return screen


def height_of(control: BaseControl) -> float:
    """How high a control is at least, as Flutter would lay it out."""
    if not getattr(control, "visible", True):
        return 0.0
    if getattr(control, "height", None):
        return float(control.height)  # type: ignore[attr-defined]  # asked just now
    if isinstance(control, ft.Text):
        return (control.size or 14) * 1.2 if control.value else 0.0
    heights = [
        height_of(child) for child in control_tree.children(control) if getattr(child, "visible", True)
    ]
    if isinstance(control, ft.Column):
        return sum(heights) + control.spacing * (len(heights) - 1)
    padding = control.padding if isinstance(control, ft.Container) else None
    edges = padding.top + padding.bottom if isinstance(padding, ft.Padding) else 0.0
    return max(heights, default=0.0) + edges


def column(screen: PlayerScreen) -> ft.Column:
    """The outermost column, in which the top bar stands above all else."""
    return control_tree.shown(screen.control, ft.Column)[0]


def figure_cards(screen: PlayerScreen) -> list[ft.Container]:
    """The cards that a figure stands on."""
    found = control_tree.shown(screen.control, ft.Container)
    return [container for container in found if isinstance(container.content, ft.Image)]


def test_it_shows_the_words_of_the_view_in_the_order_of_reading() -> None:
    """From the top: title, stretch and side, digits and phase, cue, what is next, the time, buttons."""
    assert control_tree.words(make().control) == [
        "Runner's hips",
        "Pigeon pose",
        "Left side",
        "29",
        "Hold",
        "Let your hips sink.",
        "Next: Pigeon pose, right side",
        "3:14 left",
        "Pause",
        "+10 s",
    ]


def test_its_buttons_have_the_names_that_stay() -> None:
    """The accessible names, in the order of the tab key."""
    names = [control_tree.name_of(button) for button in control_tree.buttons(make().control)]
    assert names == ["Stop", "Sounds on", "Voice on", "Back", "Pause", "+10 s", "Skip"]


@pytest.mark.parametrize(
    ("phase", "colour", "on_colour"),
    [
        (StepKind.GET_READY, theme.GAP, theme.ON_GAP),
        (StepKind.HOLD, theme.HOLD, theme.ON_HOLD),
        (StepKind.SWITCH, theme.SWITCH, theme.ON_SWITCH),
        (StepKind.REST, theme.GAP, theme.ON_GAP),
    ],
)
def test_a_phase_has_one_accent(phase: StepKind, colour: ft.Colors, on_colour: ft.Colors) -> None:
    """The ring, the phase, the side and the main button take it together."""
    screen = make(replace(HOLD, phase=phase))
    main = control_tree.button(screen.control, "Pause")
    assert isinstance(main, ft.FilledButton)
    containers = control_tree.shown(screen.control, ft.Container)
    assert [disc.gradient.colors[0] for disc in containers if disc.gradient] == [colour]
    texts = [control_tree.text(screen.control, words) for words in (HOLD.phase_words, HOLD.side_words)]
    assert [text.color for text in texts] == [colour, colour]
    assert (main.bgcolor, main.color) == (colour, on_colour)


def test_every_phase_has_a_colour() -> None:
    """A new kind of step must not be forgotten."""
    assert set(PHASE_COLOURS) == set(StepKind)


def test_the_figure_is_mirrored_for_the_right_side() -> None:
    """And stands on its card."""
    screen = make(replace(HOLD, is_mirrored=True))
    (figure,) = control_tree.shown(screen.control, ft.Image)
    assert figure.flip is not None
    assert figure.flip.flip_x is True
    assert [card.bgcolor for card in figure_cards(screen)] == [theme.SURFACE]


def test_a_stretch_without_a_figure_has_no_empty_card() -> None:
    """The words take the whole width."""
    assert figure_cards(make(replace(HOLD, figure=None))) == []


def test_a_pause_turns_the_main_button_around() -> None:
    """Where "Pause" stood, there stands "Resume"."""
    screen = make()
    main = control_tree.button(screen.control, "Pause")
    screen.show(replace(HOLD, is_paused=True))
    assert control_tree.button(screen.control, "Resume") is main


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
def test_after_a_sleep_a_question_takes_the_place_of_ring_and_buttons(size: tuple[int, int]) -> None:
    """There is nothing to pause or skip until it is answered; "Stop" stays."""
    screen = make()
    screen.fit(Viewport(*size))
    screen.show(replace(HOLD, sleep_report=sample_views.ASLEEP))
    names = [control_tree.name_of(button) for button in control_tree.buttons(screen.control)]
    assert names == ["Stop", "Sounds on", "Voice on", "Continue", "Redo this side", "Count it"]
    assert "29" not in control_tree.words(screen.control)
    assert sample_views.ASLEEP.words in control_tree.words(screen.control)
    screen.show(HOLD)
    assert "29" in control_tree.words(screen.control)
    assert len(control_tree.buttons(screen.control)) == 7


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
def test_going_back_is_a_question_in_the_same_place(size: tuple[int, int]) -> None:
    """Before that of a sleep, which comes again after it."""
    screen = make()
    screen.fit(Viewport(*size))
    asleep = replace(HOLD, sleep_report=sample_views.ASLEEP)
    screen.show(replace(asleep, asks_to_end=True))
    names = [control_tree.name_of(button) for button in control_tree.buttons(screen.control)]
    assert names == ["Stop", "Sounds on", "Voice on", "Keep going", "End session"]
    assert "29" not in control_tree.words(screen.control)
    screen.show(asleep)
    assert "End this session?" not in control_tree.words(screen.control)
    assert sample_views.ASLEEP.words in control_tree.words(screen.control)


def test_the_digits_stand_alone_in_their_element() -> None:
    """A whole number and nothing else, which tests and screen readers find."""
    assert [w for w in control_tree.words(make().control) if "29" in w] == ["29"]


def test_a_tap_on_the_heading_or_on_the_ring_pauses() -> None:
    """Anywhere on the upper half; a screen reader has the button instead."""
    commands = FakeCommands()
    screen = make(commands=commands)
    areas = control_tree.shown(screen.control, ft.GestureDetector)
    assert len(areas) == 2
    for area in areas:
        assert area.exclude_from_semantics is True
        assert area.on_tap is not None
        area.on_tap()  # type: ignore[call-arg]  # it does not want the event
    assert commands.given == ["pause_or_resume", "pause_or_resume"]


def test_long_names_and_cues_are_set_smaller() -> None:
    """As they are shown, and again when the screen turns."""
    name, cue = "six ropes that hold the hip " * 2, "c " * 120
    screen = make(replace(HOLD, stretch_name=name, cue=cue))
    sizes = []
    for size in ((390, 844), (844, 390)):
        screen.fit(Viewport(*size))
        sizes.append([control_tree.text(screen.control, words).size for words in (name, cue)])
    assert sizes == [[pytest.approx(32 * 0.7), 16], [18, 16]]


def test_the_room_of_a_missing_figure_is_used() -> None:
    """By the name, the digits and the cue; a stretch that has one gives it back."""
    screen = make(replace(HOLD, figure=None))

    def sizes() -> list[float]:
        words = (HOLD.stretch_name, HOLD.digits, HOLD.cue)
        return [float(control_tree.text(screen.control, one).size or 0) for one in words]

    alone = sizes()
    screen.show(HOLD)
    assert all(larger > size for larger, size in zip(alone, sizes(), strict=True))
    screen.show(replace(HOLD, figure=None))
    assert sizes() == alone


@in_virtual_time
async def test_a_stretch_without_a_figure_arranges_anew() -> None:
    """Each part is on the client's page once, whatever followed what."""
    client, screen = on_a_page()
    for figure, digits in (
        (None, "28"),
        (None, "27"),
        ("pigeon-pose", "26"),
        (None, "25"),
        ("butterfly", "24"),
    ):
        screen.update(replace(HOLD, figure=figure, digits=digits))
        client.check()
        assert f"'{digits}'" in str(client.tree.root)


def test_the_layout_follows_the_screen() -> None:
    """One column upright, the ring below the heading; two on its side, the ring read last; and back."""
    screen = make()
    ring, lower = ["29", "Hold"], [HOLD.cue, HOLD.next_words, HOLD.time_left_words, "Pause", "+10 s"]
    for size, read in (((390, 844), ring + lower), ((844, 390), lower + ring), ((390, 844), ring + lower)):
        screen.fit(Viewport(*size))
        assert control_tree.words(screen.control)[3:] == read
        assert is_ring_beside_name(screen) is (size == (844, 390))


def is_ring_beside_name(screen: PlayerScreen) -> bool:
    """Whether the digits stand in one row with the name of the stretch."""
    rows = control_tree.shown(screen.control, ft.Row)
    return any({HOLD.stretch_name, HOLD.digits} <= set(control_tree.words(row)) for row in rows)


def test_what_the_layout_counts_with_is_what_is_drawn() -> None:
    """The bar of segments and the top bar have the heights that the layout takes them to have."""
    top, bar, *_ = column(make()).controls
    assert (height_of(top), height_of(bar)) == (TOP_BAR_HEIGHT, SEGMENTS_HEIGHT)
    assert progress_bar.HEIGHT == SEGMENTS_HEIGHT


def test_the_drawn_parts_fit_the_screen() -> None:
    """Measured on the controls themselves, with a name of one line."""
    heights = {size: height_of(fitted(size).control) for size in SCREEN_SIZES}
    assert {size: height for size, height in heights.items() if height > size[1] + 1e-6} == {}


def test_every_button_can_be_hit() -> None:
    """At least 48 pixels high, and wide where its width is set."""
    small = {size: small_buttons(fitted(size)) for size in SCREEN_SIZES}
    assert {size: buttons for size, buttons in small.items() if buttons} == {}


def fitted(size: tuple[int, int]) -> PlayerScreen:
    """A screen of that size that shows a hold."""
    screen = make()
    screen.fit(Viewport(*size))
    screen.show(HOLD)
    return screen


def small_buttons(screen: PlayerScreen) -> list[str]:
    """The names of the buttons that a finger may miss."""
    sizes = {
        control_tree.name_of(button): [button.height or 0] + ([] if button.width is None else [button.width])
        for button in control_tree.buttons(screen.control)
    }
    return [name for name, sides in sizes.items() if min(sides) < theme.TOUCH_TARGET]


def test_an_update_off_the_page_raises() -> None:
    """Whoever updates knows then that nobody sees it; the words are right all the same."""
    screen = make()
    with pytest.raises(RuntimeError, match="added to the page"):
        screen.update(replace(HOLD, digits="28"))
    assert "28" in control_tree.words(screen.control)


def on_a_page() -> tuple[StandInClient, PlayerScreen]:
    """A screen that a client has, and has been updated once."""
    client, screen = StandInClient(), make()
    client.page.views = [ft.View(controls=[screen.control])]
    client.page.update()
    screen.update(HOLD)
    client.patched.clear()
    return client, screen


@in_virtual_time
async def test_a_second_sends_one_part() -> None:
    """The column with the digits, and none of the buttons."""
    client, screen = on_a_page()
    screen.update(replace(HOLD, digits="28", ring=Ring(27 / 30, 1.0), time_left_words="3:13 left"))
    assert client.patched == [control_tree.control_id(column(screen))]


@in_virtual_time
async def test_a_second_reaches_the_client_on_every_screen() -> None:
    """The digits and the time that is left, wherever a layout has put them; and the ring, which gets shorter."""
    client, screen = on_a_page()
    untold = []
    for number, size in enumerate(SCREEN_SIZES, start=1):
        screen.fit(Viewport(*size))
        client.page.update()
        screen.update(HOLD)
        ring, left = Ring(number / 50, 1.0), f"{number} left"
        screen.update(replace(HOLD, digits=str(number), ring=ring, time_left_words=left))
        has = str(client.tree.root)
        untold += [f"{it} on {size}" for it in (f"'{number}'", left, expected_angle(ring)) if it not in has]
    assert untold == []


def expected_angle(ring: Ring) -> str:
    """How the end of the ring's sweep is told."""
    return f"'end_angle': {round(ring.share * math.tau, 3)}"


@in_virtual_time
async def test_the_same_view_again_sends_nothing() -> None:
    """What has not changed is not sent."""
    client, screen = on_a_page()
    screen.update(HOLD)
    assert client.patched == []


@pytest.mark.parametrize(
    "view",
    [
        replace(HOLD, is_paused=True, title="Runner's hips, paused"),
        SWITCH,
        replace(HOLD, sleep_report=sample_views.ASLEEP),
        replace(HOLD, asks_to_end=True),
    ],
    ids=["pause", "phase", "question", "going back"],
)
@in_virtual_time
async def test_still_parts_are_sent_when_they_change(view: PlayerView) -> None:
    """A pause, a phase and a question each change buttons; the second after that does not."""
    client, screen = on_a_page()
    counting = control_tree.control_id(column(screen))
    screen.update(view)
    others = [client.page.get_control(number) for number in client.patched if number != counting]
    assert all(isinstance(part, IsolatedContainer) for part in others)
    client.patched.clear()
    for part in control_tree.shown(screen.control, IsolatedContainer):
        part.update()
    assert client.patched == []
    screen.update(replace(view, digits="28", time_left_words="3:13 left"))
    assert client.patched == [counting]


@in_virtual_time
async def test_a_turned_screen_has_each_part_once() -> None:
    """Whatever it was turned from, and whatever was said meanwhile."""
    client, screen = on_a_page()
    sizes = ((844, 390), (390, 844), (320, 480), (480, 320), (1280, 800))
    for turn in permutations(sizes, 2):
        for size in turn:
            screen.fit(Viewport(*size))
            client.page.update()
            screen.update(HOLD)
            client.check()


@in_virtual_time
async def test_the_same_size_again_arranges_nothing() -> None:
    """A resize that changes no layout leaves each control in its place: nothing is sent."""
    client, screen = on_a_page()
    screen.fit(Viewport(390, 844))
    screen.update(HOLD)
    assert client.patched == []


@pytest.mark.parametrize("forget", [True, False])
def test_focus_is_the_buttons_business(*, forget: bool) -> None:
    """The screen passes on what they know."""
    screen = make()
    control_tree.focus(control_tree.button(screen.control, "Skip"))
    if forget:
        screen.forget_focus()
    assert screen.has_focused_button is not forget


@in_virtual_time
async def test_a_second_looks_for_no_picture() -> None:
    """Looking means asking the disk; it is done when the view changes, or the theme's colours do."""
    looked_for: list[str | None] = []

    def find_picture(name: str | None) -> str | None:
        looked_for.append(name)
        return sample_views.find_picture(name)

    client, screen = StandInClient(), PlayerScreen(FakeCommands(), FakeCommands(), find_picture, Viewport())
    client.page.views = [ft.View(controls=[screen.control])]
    client.page.update()
    screen.update(HOLD)
    looked_for.clear()
    screen.update(replace(HOLD, digits="28", time_left_words="3:13 left"))
    assert looked_for == []
    screen.forget_view()
    screen.update(replace(HOLD, digits="27", time_left_words="3:12 left"))
    assert HOLD.figure in looked_for
