"""What a routine may have at most, wherever it comes from: `docs/routine-format.md` tells the same."""

FILE_LIMIT_BYTES = 256 * 1024
"""The longest routine file that is read, however it comes in."""

TITLE_LIMIT, NAME_LIMIT = 80, 60
"""The most characters of a title, and of a stretch's name."""

STRETCH_LIMIT, REPEAT_LIMIT = 100, 20
"""The most stretches of a routine; the most sets of a stretch, or rounds of a routine."""

SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS = 1.0, 1800.0

LONGEST_GAP_SECONDS = 300.0
"""Of the time to get ready, a rest, and a change of sides."""

DEFAULT_GET_READY_SECONDS, DEFAULT_REST_SECONDS, DEFAULT_SWITCH_SECONDS = 10.0, 10.0, 5.0
"""What holds where a file says nothing."""
