"""The ring around the digits: where it heads, and in what time."""

import math

import flet as ft
import msgpack  # type: ignore[import-untyped]  # it has no annotations
import pytest

from routine_app.core.session.player_view import Form, Ring
from routine_app.ui.kit import theme
from routine_app.ui.player.ring import SMALLEST_ANGLE, CountdownRing
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time


@pytest.fixture
def ring() -> CountdownRing:
    """Give a ring around empty words."""
    return CountdownRing(ft.Text(), ft.Text())


def layers(ring: CountdownRing) -> list[ft.Container]:
    """The discs, the dots and what those stand in, from the back."""
    return control_tree.shown(ring.control, ft.Container)


def disc(ring: CountdownRing) -> ft.Container:
    """The disc whose sweep runs down, behind all else."""
    return layers(ring)[0]


def sweep_of(disc: ft.Container) -> ft.SweepGradient:
    """What a disc is painted with."""
    assert isinstance(disc.gradient, ft.SweepGradient)
    return disc.gradient


def moving_end(ring: CountdownRing) -> tuple[ft.Container, ft.Rotate]:
    """What turns with the end of the sweep, and how far it is turned."""
    (turned,) = [layer for layer in layers(ring) if layer.rotate]
    assert isinstance(turned.rotate, ft.Rotate)
    return turned, turned.rotate


@pytest.mark.parametrize(
    ("share", "angle"),
    [(1.0, 6.283), (0.5, 3.142), (0.25, 1.571), (0.0, SMALLEST_ANGLE), (1e-9, SMALLEST_ANGLE)],
)
def test_the_sweep_heads_for_its_share(ring: CountdownRing, share: float, angle: float) -> None:
    """A share of the full turn, but never quite nothing, which would be drawn as a full disc."""
    ring.show(Ring(share, 1.0), theme.HOLD, Form.WHOLE)
    _, turn = moving_end(ring)
    assert (sweep_of(disc(ring)).end_angle, turn.angle) == (angle, angle)
    assert angle > 0


@pytest.mark.parametrize(
    ("seconds", "milliseconds"), [(1.0, 1000), (0.2, 200), (0.951, 1000), (1.049, 1000), (0.0, 0)]
)
def test_it_takes_the_time_that_is_left_to_it(ring: CountdownRing, seconds: float, milliseconds: int) -> None:
    """The client is told milliseconds, to a tenth of a second; standing still is no time at all."""
    ring.show(Ring(0.5, seconds), theme.HOLD, Form.WHOLE)
    turned, _ = moving_end(ring)
    for motion in (disc(ring).animate, turned.animate_rotation):
        assert motion == ft.Animation(milliseconds, ft.AnimationCurve.LINEAR)


@in_virtual_time
async def test_the_client_is_told_the_time_when_it_changes() -> None:
    """For the sweep and for its end, or a ring that shall be smooth jumps; the same time again costs no bytes."""
    client, ring = StandInClient(), CountdownRing(ft.Text(), ft.Text())
    ring.show(Ring(0.9, 0.2), theme.HOLD, Form.WHOLE)
    client.page.add(ring.control)
    told = []
    for share, seconds in ((0.8, 1.0), (0.7, 0.96), (0.6, 0.0)):
        ring.show(Ring(share, seconds), theme.HOLD, Form.WHOLE)
        ring.control.update()
        told.append((client.sent.count(b"\xa8duration"), client.sent.count(b"\xa9end_angle")))
    assert told == [(2, 1), (0, 1), (2, 1)]
    await client.close()


@in_virtual_time
async def test_a_second_sends_two_angles() -> None:
    """Another gradient or turn in their place would be sent whole, at more bytes each second."""
    client, ring = StandInClient(), CountdownRing(ft.Text(), ft.Text())
    ring.show(Ring(0.9, 1.0), theme.HOLD, Form.WHOLE)
    client.page.add(ring.control)
    ring.show(Ring(0.8, 1.0), theme.HOLD, Form.WHOLE)
    ring.control.update()
    _, *changes = msgpack.unpackb(client.sent, strict_map_key=False)["patch"]
    assert [change[2:] for change in changes] == [["end_angle", 5.027], ["angle", 5.027]]
    await client.close()


def test_a_phase_colours_all_of_it(ring: CountdownRing) -> None:
    """The sweep and its two round ends; the rest of the ring is a shade of it."""
    ring.resize(300)
    ring.show(Ring(0.5, 1.0), theme.SWITCH, Form.WHOLE)
    assert sweep_of(disc(ring)).colors == [
        theme.SWITCH,
        theme.SWITCH,
        theme.shade(theme.SWITCH, 0.26),
    ]
    ends = [layer.content for layer in layers(ring) if isinstance(layer.content, ft.Container)]
    assert [end.bgcolor for end in ends] == [theme.SWITCH, theme.SWITCH]


def drawn(form: Form) -> tuple[object, ...]:
    """What one sees of a ring of that form whatever its colour: how thick it is, its gaps, its end, what is within."""
    ring = CountdownRing(ft.Text(), ft.Text())
    ring.resize(300)
    ring.show(Ring(0.5, 1.0), theme.GAP, form)
    paints = [layer.gradient for layer in layers(ring) if layer.gradient and layer is not disc(ring)]
    stops = [(paint.stops, getattr(paint, "end_angle", None)) for paint in paints]
    return thickness(ring), str(stops), bars(ring), tuple(ends(ring))


def thickness(ring: CountdownRing) -> float:
    """How thick the ring itself is, in logical pixels."""
    (hole,) = [layer for layer in layers(ring) if layer.bgcolor is theme.BACKGROUND]
    return round(float(disc(ring).width or 0) - float(hole.width or 0), 1) / 2


def bars(ring: CountdownRing) -> int:
    """How many bars there are within it."""
    return sum(len(row.controls) for row in control_tree.shown(ring.control, ft.Row))


def ends(ring: CountdownRing) -> list[float]:
    """How wide the ends of the sweep are that are seen, first where it begins."""
    held = [layer.content for layer in layers(ring)]
    return [float(end.width or 0) for end in held if isinstance(end, ft.Container)]


def test_forms_differ_without_colour() -> None:
    """All in one colour, no two look alike."""
    looks = {form: drawn(form) for form in Form}
    assert len(set(looks.values())) == len(Form)


@pytest.mark.parametrize(
    ("form", "stops"), [(Form.LEFT_HALF, [0.0, 0.0, 0.5, 0.5]), (Form.RIGHT_HALF, [0.5, 0.5, 1.0, 1.0])]
)
def test_the_side_to_come_is_filled(ring: CountdownRing, form: Form, stops: list[float]) -> None:
    """A tint over the left half of what is within the ring, or over the right one."""
    ring.show(Ring(0.5, 1.0), theme.SWITCH, form)
    (tint,) = [layer.gradient for layer in layers(ring) if isinstance(layer.gradient, ft.LinearGradient)]
    assert (tint.stops, tint.begin) == (stops, ft.Alignment.CENTER_LEFT)


def test_a_form_is_drawn_once(ring: CountdownRing) -> None:
    """A second sends nothing of it: only what moves is looked at, and none of that is of the form."""
    ring.show(Ring(0.9, 1.0), theme.GAP, Form.DASHES)
    (gaps,) = [layer for layer in layers(ring) if layer.gradient and layer is not disc(ring)]
    before = gaps.gradient
    ring.show(Ring(0.8, 1.0), theme.GAP, Form.DASHES)
    assert gaps.gradient is before
    assert not any(moving is gaps for moving in ring.moving)


def test_it_begins_at_the_top_and_its_stops_never_meet(ring: CountdownRing) -> None:
    """Equal stops would blur while they move."""
    sweep = sweep_of(disc(ring))
    assert (sweep.rotation, sweep.stops) == (-math.pi / 2, [0.0, 0.998, 1.0])


@pytest.mark.parametrize("diameter", [140, 315.0, 480])
@pytest.mark.parametrize("form", Form)
def test_its_parts_fit_into_each_other(ring: CountdownRing, form: Form, diameter: float) -> None:
    """None is larger than the ring's square, the hole is within the disc, and the end in the middle of the ring."""
    ring.resize(diameter)
    ring.show(Ring(0.5, 1.0), theme.HOLD, form)
    assert all(float(layer.width or 0) <= diameter >= float(layer.height or 0) for layer in layers(ring))
    outer = float(disc(ring).width or 0)
    assert 0 < thickness(ring) < outer / 2
    for end in ends(ring)[-1:]:
        assert diameter - end == pytest.approx(outer - thickness(ring), abs=0.1)


def test_digits_and_phase_are_inside_the_hole() -> None:
    """The digits stand above the middle, the phase below; they are the texts that were given."""
    digits, phase = ft.Text("29"), ft.Text("Hold")
    ring = CountdownRing(digits, phase)
    ring.resize(300)
    assert ring.control.controls[-2:] == [digits, phase]
    assert digits.margin == ft.Margin.only(bottom=36)
    assert phase.margin == ft.Margin.only(top=168.00000000000003)
