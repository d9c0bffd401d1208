"""The text of a new routine file: short, right, and with comments that teach the format."""

from routine_app.core.routine.limits import TITLE_LIMIT
from routine_app.core.routine.yaml_scalar import flow_yaml
from routine_app.core.routine.yaml_writer import SCHEMA_LINE
from routine_app.core.text.clean import UNFIT_CHARACTER

_STARTER = """\
{schema_line}
# All after a # is for you; the app passes over it. Indent with spaces, never with tabs.
# Every key, with examples: Help in the app. What is wrong, and where: `routine-app check`.
title: {title}
description: What this routine is for.
tags: [hips, after-run]  # words to find it by
get_ready: 10s  # before the first hold
rest: 10s  # after each stretch; 0 for none
switch: 5s  # to change from one side to the other

stretches:
  # A dash begins a stretch. It needs a name, and a hold: how long, as 30s, 1m30s or 1:30.
  - name: IT band lean
    muscles: [it_band]  # what it works, the main one first
    sides: each  # the left side, then the right; or together, left, right
    hold: 30s  # on each side
    figure: it-band-lean  # a picture that ships, or a file of yours beside this one
    how: Cross one leg behind the other, and lean to the side of the back leg.
    # A cue is shown and said during the hold. Those without a time are spread over it.
    cues:
      - Keep your torso straight, no twisting.
      - {{at: halfway, say: Breathe out and lean a little further.}}

  - name: Butterfly  # without sides, it is held for both at once
    muscles: [adductors]
    hold: 45s
    sets: 2  # done twice, with a rest between
    cues:
      - Keep your back straight.
      - Press your knees gently toward the ground.
"""


class UnusableTitleError(ValueError):
    """No routine can have this title; the text is one sentence that says what to do."""


def starter_text(title: str) -> str:
    """The text of a new routine file with this title, which reads without an error or a warning.

    Spaces and line breaks in the title become one space each. Raises UnusableTitleError for one that is
    empty, longer than 80 characters, or has an invisible control character.
    """
    return _STARTER.format(schema_line=SCHEMA_LINE, title=flow_yaml(_usable(title)))


def _usable(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise UnusableTitleError("The title is empty; write what the routine is called.")
    if len(words) > TITLE_LIMIT:
        raise UnusableTitleError(
            f"The title has {len(words)} characters; shorten it to at most {TITLE_LIMIT}."
        )
    if unreadable := UNFIT_CHARACTER.search(words):
        code = ord(unreadable[0])
        raise UnusableTitleError(f"The title holds the invisible character U+{code:04X}; leave it out.")
    return words
