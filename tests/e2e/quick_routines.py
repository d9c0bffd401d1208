"""Routines that a journey gets through quickly, and settings that leave the processor to it."""

from collections.abc import Mapping
from pathlib import Path

SHORT_HIPS = """\
title: Short hips
description: The shape of the runner's hips, quickly.
get_ready: 4s
rest: 2s
switch: 3s
stretches:
  - {name: IT band lean, muscles: it_band, sides: each, hold: 6s, figure: it-band-lean}
  - {name: Pigeon pose, muscles: [hip_flexors, glutes], sides: each, hold: 4s, figure: pigeon-pose}
  - {name: Butterfly, muscles: adductors, hold: 4s, cues: [Keep your back straight.]}
  - {name: Quad pull, muscles: quadriceps, sides: each, hold: 3s}
  - {name: Hamstring reach, muscles: hamstrings, sides: each, hold: 3s}
"""
"""The five stretches in half a minute; the first hold is long enough to do something in it."""

LONG_HOLD = """\
title: Long hold
get_ready: 0
stretches:
  - {name: Sit, hold: 5m, cues: [Breathe.]}
"""

TWO_HOLDS = """\
title: Two holds
get_ready: 1s
rest: 1s
stretches:
  - {name: Butterfly, muscles: adductors, hold: 2s}
  - {name: Pigeon pose, muscles: glutes, hold: 8s}
"""
"""A hold that is soon finished, and one to be interrupted in."""

OUT_LOUD = """\
title: Out loud
get_ready: 4s
rest: 4s
switch: 4s
stretches:
  - name: Pigeon pose
    sides: each
    hold: 5s
    cues: [Let your hips sink., {at: end, say: Breathe out.}]
  - {name: My own pose, hold: 5s}
"""
"""Clips for some of its words, and a name that no clip has."""

IN_THE_DARK = """\
title: In the dark
get_ready: 3s
rest: 1s
stretches:
  - {name: Butterfly, muscles: adductors, hold: 3s}
  - {name: Quad pull, muscles: quadriceps, hold: 20s}
"""
"""A hold that is over before one looks again, and one in which there is time to look."""

BY_HAND = """\
title: By hand
get_ready: 30s
stretches:
  - {name: Butterfly, muscles: adductors, hold: 30s}
"""
"""Steps in which there is time to press each button."""

QUICK_ROUTINES = {
    "short-hips.yaml": SHORT_HIPS,
    "long-hold.yaml": LONG_HOLD,
    "two-holds.yaml": TWO_HOLDS,
    "out-loud.yaml": OUT_LOUD,
    "in-the-dark.yaml": IN_THE_DARK,
    "by-hand.yaml": BY_HAND,
}

QUIET_SETTINGS = "ring: steady\nsounds: no\nvoice: no\n"
"""For what is about neither: a smooth ring, and each sound that plays, are sixty whole pictures a second."""


def fill_home(
    home: Path, routines: Mapping[str, str] = QUICK_ROUTINES, settings: str = QUIET_SETTINGS
) -> None:
    """Give the app routines of the user's own, by the names of their files, and settings."""
    (home / "routines").mkdir(parents=True)
    (home / "settings.yaml").write_text(settings, encoding="utf-8")
    for name, text in routines.items():
        (home / "routines" / name).write_text(text, encoding="utf-8")
