"""How messages show what was found in a file, and the word that was probably meant."""

from collections.abc import Iterable
from functools import lru_cache

_SHOWN_CHARACTERS = 40


def shortened(text: str) -> str:
    """A text on one line: at most forty characters of it, the unprintable ones as escapes."""
    start = text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 3] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in start)


def shown(text: str) -> str:
    """A found text in quotes, shortened."""
    return f'"{shortened(text)}"'


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """`; did you mean "hold"?` for `hld`, or nothing when no allowed word is near."""
    nearest = _nearest(word, tuple(allowed)) if len(word) <= _SHOWN_CHARACTERS else None
    return f'; did you mean "{nearest}"?' if nearest else ""


@lru_cache(maxsize=256)
def _nearest(word: str, allowed: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - takes its time, and few files have a wrong word

    plain = word.strip().lower().replace("-", "_").replace(" ", "_")
    matches = get_close_matches(plain, allowed, n=1)
    return matches[0] if matches else None
