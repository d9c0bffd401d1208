"""Each benchmark still measures: as short as it goes, it gives every line that it has in the table."""

import math
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.__main__ import BENCHMARKS
from benchmarks.amount import Amount
from benchmarks.figure import Figure
from benchmarks.phone_start import measure_build
from tests.e2e.chromium import require_chromium
from tests.phone_app_builds import quick_phone_app

PROJECT = Path(__file__).parent.parent

FIGURES = {
    "drift": ["lateness of a step, worst", "lateness after a minute"],
    "sounds": [
        "a sound off its second",
        "a sound off its second, p99",
        "lateness of the first sound",
    ],
    "a hold": ["messages in a hold", "bytes in a hold", "server CPU in a hold"],
    "further tabs": ["each further tab in a hold", "memory of a tab"],
    "first screen": [
        "first screen",
        "first screen, 20 Mbit/s",
        "second visit, 20 Mbit/s",
        "first visit over --lan",
    ],
    "the phone app": [
        "phone app, first start",
        "phone app, later start",
        "phone app, before its screen",
        "phone app, transferred",
    ],
    "a long history": ["balance of 100,000 holds", "history of 100,000 holds"],
    "check": ["check of 1,000 files", "check of a file"],
    "start": ["start of `list`"],
}
REMARKS = (
    {}
    if sys.platform == "linux"
    else {
        FIGURES["a hold"][2]: "server CPU is not measured: it is read on Linux only",
        **{name: f"{name} is not measured: it is read on Linux only" for name in FIGURES["further tabs"]},
    }
)
"""What is said here in place of a figure."""


@pytest.fixture
def chromium() -> None:
    """Pass a test over where Chromium is missing."""
    require_chromium()


def check(name: str, results: Iterable[Figure | str]) -> None:
    """A benchmark has given its figures, without a word of what is missing; what they say was measured."""
    given = {result.name if isinstance(result, Figure) else result: result for result in results}
    assert list(given) == [REMARKS.get(figure, figure) for figure in FIGURES[name]]
    figures = [result for result in given.values() if isinstance(result, Figure)]
    assert [
        figure for figure in figures if not (_is_measured(figure.ours) and _is_measured(figure.baseline))
    ] == []


def _is_measured(value: float) -> bool:
    return math.isfinite(value) and value > 0


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("drift", marks=pytest.mark.measured),
        pytest.param("further tabs", marks=pytest.mark.measured),
        "a long history",
        "check",
        "start",
    ],
)
def test_it_measures(name: str) -> None:
    """It gives all of its figures."""
    check(name, BENCHMARKS[name](Amount.SHORT))


@pytest.mark.browser
@pytest.mark.measured
@pytest.mark.usefixtures("chromium")
@pytest.mark.parametrize("name", ["sounds", "a hold", "first screen"])
def test_it_measures_in_a_browser(name: str) -> None:
    """It gives all of its figures."""
    check(name, BENCHMARKS[name](Amount.SHORT))


@pytest.mark.browser
@pytest.mark.measured
@pytest.mark.usefixtures("chromium")
def test_the_phone_app_is_measured(tmp_path: Path) -> None:
    """It gives all of its figures, of a build that tests share: Python starts four times, for half a minute of both cores."""
    check("the phone app", measure_build(quick_phone_app(tmp_path / "routines"), Amount.SHORT, "Short hips"))


def test_each_benchmark_is_tried() -> None:
    """None has been added without its lines."""
    assert list(FIGURES) == list(BENCHMARKS)


def test_the_document_has_the_table() -> None:
    """Its lines are the figures, in the order in which they are printed."""
    document = (PROJECT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"```\n +ours +baseline +ratio\n(.*?)```", document, re.DOTALL)
    lines = [re.split(r" {2,}", line)[0] for line in table.splitlines()]
    assert lines == [figure for figures in FIGURES.values() for figure in figures]
