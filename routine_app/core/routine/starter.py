"""The text of a new routine file: short, right, and with comments that teach the format."""

import re

LONGEST_TITLE = 80
"""Characters of a routine's title."""

_UNREADABLE = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NEEDS_NO_QUOTES = re.compile(r"[^\W\d_][\w ',.()/&+-]*")
_WORDS_OF_YAML = frozenset({"null", "true", "false"})

_STARTER = """\
# yaml-language-server: $schema=routine.schema.json
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
    return _STARTER.format(title=_as_yaml(_usable(title)))


def _usable(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise UnusableTitleError("The title is empty; write what the routine is called.")
    if len(words) > LONGEST_TITLE:
        raise UnusableTitleError(
            f"The title has {len(words)} characters; shorten it to at most {LONGEST_TITLE}."
        )
    if unreadable := _UNREADABLE.search(words):
        code = ord(unreadable[0])
        raise UnusableTitleError(f"The title holds the invisible character U+{code:04X}; leave it out.")
    return words


def _as_yaml(text: str) -> str:
    if _NEEDS_NO_QUOTES.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return "'" + text.replace("'", "''") + "'"
