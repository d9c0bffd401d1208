"""A routine in which tests make one mistake, and what is said of it."""

from tests.data.routines.reader.routine_readings import messages

EVENING = """\
title: Evening
tags: [hips]
stretches:
  - name: Butterfly
    hold: 45s
    cues:
      - Sit tall.
      - {at: halfway, say: Breathe out.}
  - name: Quad pull
    sides: each
    hold: 30s
"""
"""A routine with no mistake in it."""


def told_of(*changes: tuple[str, str]) -> list[str]:
    """What is said of that routine with some of it replaced, each part once."""
    text = EVENING
    for right, wrong in changes:
        assert right in text
        text = text.replace(right, wrong, 1)
    return messages(text)
