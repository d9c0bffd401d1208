"""Runs every benchmark and prints one table: `python -m benchmarks`. It measures, and fails nothing."""

import sys
from collections.abc import Callable, Iterable

from benchmarks import (
    drift,
    file_check,
    first_screen,
    further_tabs,
    hold_cost,
    long_history,
    phone_start,
    sound_lateness,
    start_time,
)
from benchmarks.amount import Amount
from benchmarks.figure import Figure, table

Measure = Callable[[Amount], Iterable[Figure | str]]

BENCHMARKS: dict[str, Measure] = {
    "drift": drift.measure,
    "sounds": sound_lateness.measure,
    "a hold": hold_cost.measure,
    "further tabs": further_tabs.measure,
    "first screen": first_screen.measure,
    "the phone app": phone_start.measure,
    "a long history": long_history.measure,
    "check": file_check.measure,
    "start": start_time.measure,
}
"""Each gives its figures, and remarks on what it could not measure."""


def run() -> None:
    """Measure everything, and print what came of it."""
    figures: list[Figure] = []
    remarks: list[str] = []
    for name, measure in BENCHMARKS.items():
        print(f"Measuring {name} ...", file=sys.stderr, flush=True)
        _collect(name, measure, figures, remarks)
    print(table(figures))
    for remark in remarks:
        print(remark)


def _collect(
    name: str,
    measure: Measure,
    figures: list[Figure],
    remarks: list[str],
) -> None:
    try:
        for result in measure(Amount.FULL):
            if isinstance(result, Figure):
                figures.append(result)
            else:
                remarks.append(result)
    except Exception as error:  # noqa: BLE001 - whatever breaks one benchmark, the others go on
        reason = next(iter(str(error).splitlines()), "")
        remarks.append(f"{name} is not measured: {type(error).__name__}: {reason}")


if __name__ == "__main__":
    run()
