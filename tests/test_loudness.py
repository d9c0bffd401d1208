"""Loudness by the figures of ITU-R BS.1770 itself."""

from array import array
from math import pi, sin

import pytest

from scripts.loudness import Samples, head_filter, loudness, low_cut_filter

RATE = 22_050


def tone(hertz: float, peak: float, seconds: float) -> Samples:
    """A sine, its peak as a share of full scale."""
    return array(
        "h", [round(32767 * peak * sin(2 * pi * hertz * n / RATE)) for n in range(round(seconds * RATE))]
    )


def test_the_filters_of_the_recommendation() -> None:
    """Its tables 1 and 2, which are for 48 kHz."""
    shelf, cut = head_filter(48_000), low_cut_filter(48_000)
    assert (shelf.b0, shelf.b1, shelf.b2) == pytest.approx(
        (1.53512485958697, -2.69169618940638, 1.19839281085285)
    )
    assert (shelf.a1, shelf.a2) == pytest.approx((-1.69065929318241, 0.73248077421585))
    assert (cut.b0, cut.b1, cut.b2) == (1, -2, 1)
    assert (cut.a1, cut.a2) == pytest.approx((-1.99004745483398, 0.99007225036621))


@pytest.mark.parametrize(("peak", "lufs"), [(1, -3.01), (0.1, -23.01)])
def test_a_tone_at_997_hertz(peak: float, lufs: float) -> None:
    """At full scale it measures -3.01, by definition."""
    assert loudness(tone(997, peak, 3), RATE) == pytest.approx(lufs, abs=0.05)


def test_pauses_do_not_count() -> None:
    """A tone with as much silence after it measures about the same: where they meet, some stretches hold both."""
    alone = loudness(tone(997, 0.1, 5), RATE)
    assert loudness(tone(997, 0.1, 5) + array("h", bytes(10 * RATE)), RATE) == pytest.approx(alone, abs=0.15)


def test_short_sounds_are_measured_whole() -> None:
    """A word of a quarter of a second has a loudness, too."""
    assert loudness(tone(997, 0.1, 0.25), RATE) == pytest.approx(-23.01, abs=0.15)


@pytest.mark.parametrize("samples", [array("h"), array("h", bytes(2 * RATE)), array("h", [9000] * 2000)])
def test_silence_has_none(samples: Samples) -> None:
    """Nor has what is over in a moment."""
    assert loudness(samples, RATE) == float("-inf")
