"""The figures that the benchmarks give, and the table they are printed as."""

from collections.abc import Sequence
from dataclasses import dataclass

HEADINGS = ("", "ours", "baseline", "ratio")


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured of this project and of a baseline in the same run, both in `unit`."""

    name: str
    ours: float
    baseline: float
    unit: str

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The figure as a row of the table."""
        ratio = _number(self.ours / self.baseline) if self.baseline else "-"
        ours, baseline = (f"{_number(value)} {self.unit}" for value in (self.ours, self.baseline))
        return self.name, ours, baseline, ratio


def table(figures: Sequence[Figure]) -> str:
    """All figures, aligned; the ratio is ours in units of the baseline."""
    rows = [HEADINGS, *(figure.cells for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_aligned(row, widths) for row in rows)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    name, *numbers = (
        cell.rjust(width) if index else cell.ljust(width)
        for index, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([name, *numbers])


def _number(value: float) -> str:
    """Three digits that count, never an exponent."""
    decimals = next((places for limit, places in ((100, 0), (10, 1), (1, 2)) if abs(value) >= limit), 3)
    return f"{value:,.{decimals}f}"
