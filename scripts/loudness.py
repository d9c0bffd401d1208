"""How loud samples sound: ITU-R BS.1770-5 for one channel, at any sample rate."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log10, pi, tan
from typing import TYPE_CHECKING, TypeAlias

# Python 3.11 cannot subscript `array` when it runs.
if TYPE_CHECKING:
    Samples: TypeAlias = array[int]
    """16-bit samples of one channel."""
else:
    Samples = array

FULL_SCALE = 32_768
OFFSET_DECIBELS = -0.691
"""Makes up for the filters, so that a tone of 997 Hz at full scale measures -3.01."""

BLOCKS_A_SECOND = 10
BLOCKS_TOGETHER = 4
"""Loudness is measured over 400 ms, each such stretch a quarter further on."""
ABSOLUTE_GATE_DECIBELS = -70.0
RELATIVE_GATE_DECIBELS = -10.0


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of second order, its coefficients named as in the recommendation; a0 is 1."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float

    def apply(self, values: Iterable[float]) -> Iterator[float]:
        """The values filtered, after silence."""
        b0, b1, b2, a1, a2 = self.b0, self.b1, self.b2, self.a1, self.a2
        first = second = 0.0
        for value in values:
            result = b0 * value + first
            first = b1 * value - a1 * result + second
            second = b2 * value - a2 * result
            yield result


def head_filter(samples_a_second: int) -> Filter:
    """The recommendation's first filter, for what a head does to sound, moved to this sample rate.

    The figures are those of the analogue filter that its table for 48 kHz comes from, after De Man,
    "Evaluation of implementations of the EBU R128 loudness measurement" (2018).
    """
    k, q = tan(pi * 1681.974450955533 / samples_a_second), 0.7071752369554196
    high = 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    a0 = 1 + k / q + k * k
    return Filter(
        (high + band * k / q + k * k) / a0,
        2 * (k * k - high) / a0,
        (high - band * k / q + k * k) / a0,
        2 * (k * k - 1) / a0,
        (1 - k / q + k * k) / a0,
    )


def low_cut_filter(samples_a_second: int) -> Filter:
    """The recommendation's second filter, for how little low tones count, moved to this sample rate."""
    k, q = tan(pi * 38.13547087602444 / samples_a_second), 0.5003270373238773
    a0 = 1 + k / q + k * k
    return Filter(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0)


def loudness(samples: Samples, samples_a_second: int) -> float:
    """The loudness in LUFS, pauses left out; minus infinity for silence, or for what lasts under a tenth of a second.

    What is shorter than 400 ms is measured as a whole.
    """
    blocks = list(_block_powers(samples, samples_a_second))
    together = min(BLOCKS_TOGETHER, len(blocks))
    stretches = [
        sum(blocks[end - together : end]) / together for end in range(together, len(blocks) + 1) if together
    ]
    heard = _above(stretches, ABSOLUTE_GATE_DECIBELS)
    if not heard:
        return float("-inf")
    return _decibels(_mean(_above(heard, _decibels(_mean(heard)) + RELATIVE_GATE_DECIBELS)))


def _block_powers(samples: Samples, samples_a_second: int) -> Iterator[float]:
    """The filtered power of each tenth of a second, in shares of full scale; what is left over is left out."""
    shelved = head_filter(samples_a_second).apply(samples)
    weighted = array("d", low_cut_filter(samples_a_second).apply(shelved))
    size = samples_a_second // BLOCKS_A_SECOND
    for start in range(0, len(weighted) - size + 1, size):
        yield _mean([value * value for value in weighted[start : start + size]]) / FULL_SCALE**2


def _above(powers: list[float], decibels: float) -> list[float]:
    return [power for power in powers if power > 0 and _decibels(power) > decibels]


def _decibels(power: float) -> float:
    return OFFSET_DECIBELS + 10 * log10(power)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
