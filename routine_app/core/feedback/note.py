"""The note of a session that is written in two places at once."""

from routine_app.core.text.change import Change, change_between

BETWEEN = "\n\n"
"""What stands between two texts that came to stand below each other: a blank line."""


def joined_note(before: str, ours: str, theirs: str) -> str:
    """The note after two changes of what it was before, ours and theirs: nothing that either wrote is lost.

    Where both wrote at the same place, ours comes first, and theirs is below it. What they only took out stays
    while we write.
    """
    mine, other = change_between(before, ours), change_between(before, theirs)
    if ours in {before, theirs}:
        return theirs
    if not other.put:
        return ours
    if mine.start == other.start and not mine.removed and not other.removed:
        gap = "" if other.put.startswith("\n") else BETWEEN
        return Change(mine.start, "", mine.put + gap + other.put).made(before)
    if mine.end <= other.start:
        return mine.made(other.made(before))
    if other.end <= mine.start:
        return other.made(mine.made(before))
    return ours + BETWEEN + theirs
