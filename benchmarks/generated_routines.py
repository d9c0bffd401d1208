"""Routine files to read: all of them right, no two alike, each written as a person might."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

MUSCLES = ("it_band", "hip_flexors", "adductors", "quadriceps", "glutes", "hamstrings", "calves", "core")
HOLDS = ("30", "45s", "1m", "0:50", "20 s", "0.5m")
SIDES = ("each", "together", "{left: 30s, right: 40s}")
CUES = (
    " [Keep your back straight.]",
    "\n      - Breathe out.\n      - {at: halfway, say: Lean a little further.}",
    '\n      - {at: 25%, say: "Let your hips sink."}\n      - at: -5s\n        say: Come out of it slowly.',
)
HOW = (
    "Stand and cross one leg behind the other, then lean toward the side of the back leg.",
    ">-\n      Bring one knee forward between your hands.\n      The other leg goes straight back.",
    "'Sit tall: soles together, knees to the ground.'",
)
SHORTEST, LONGEST = 3, 12
"""Stretches in a file: the files vary from about 1 to 3.4 kB, as routines that people write do."""


def write_routines(folder: Path, count: int) -> None:
    """Write so many routine files into a new folder."""
    folder.mkdir(parents=True)
    for number in range(count):
        path = folder / f"routine-{number:05}.yaml"
        path.write_text("".join(_lines(number)), encoding="utf-8")


def _lines(number: int) -> Iterator[str]:
    yield f"# Written for the benchmark, number {number}.\n"
    yield f"title: Routine {number}\n"
    yield "description: >-\n  Holds for the muscles that pull\n  on a runner's hips.\n"
    yield f"tags: [hips, week-{number % 52}]\nget_ready: {number % 20}s\nrest: 10s\nswitch: 5s\n"
    yield "stretches:\n"
    for place in range(SHORTEST + number % (LONGEST - SHORTEST + 1)):
        yield from _stretch_lines(number + place, place)


def _stretch_lines(seed: int, place: int) -> Iterator[str]:
    yield f"  - name: Stretch {place + 1} of kind {seed % 97}\n"
    yield f"    muscles: [{', '.join(islice(cycle(MUSCLES), seed % 8, seed % 8 + 1 + seed % 3))}]\n"
    sides = SIDES[seed % len(SIDES)]
    yield f"    sides: {sides}\n"
    if not sides.startswith("{"):
        yield f"    hold: {HOLDS[seed % len(HOLDS)]}\n"
    if seed % 5 == 0:
        yield "    sets: 2  # the second goes deeper\n"
    yield f"    how: {HOW[seed % len(HOW)]}\n"
    yield f"    cues:{CUES[seed // 2 % len(CUES)]}\n\n"
