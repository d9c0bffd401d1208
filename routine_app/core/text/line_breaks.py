"""Where words may go on in the next line, and how many lines they take."""

import re
import unicodedata
from itertools import groupby

SOFT_BREAK = "\u00ad"
"""Where a line may break; it is not seen, and has no width."""

LONG_WORD = 15
"""A word of so many letters may be broken at the end of any line. No hyphen is drawn there, so that shorter ones are left whole."""

LEAST_PART = 3
"""So many letters at least stand alone before the first break of a word and after its last."""

LETTER_SHARE = 0.58
"""How wide a letter of a long word is, as a share of its size."""

VOWELS = frozenset("aeiouyæœøıаеиоуыэюяієαεηιουω")  # noqa: RUF001 - letters of three alphabets, some of which look alike
KEPT_TOGETHER = (
    *("sch", "ch", "ck", "gh", "ph", "qu", "rh", "sh", "th", "zh"),
    *("bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "pl", "pr", "tr"),
)
"""Letters that are spoken together, which no break parts; the longest first."""


def with_soft_breaks(words: str) -> str:
    """The words as they are shown: in those that are long, a line may break before each syllable.

    What is copied, kept or said to a screen reader is the words themselves.
    """
    return re.sub(rf"[^\W\d_]{{{LONG_WORD},}}", lambda found: SOFT_BREAK.join(_parts(found[0])), words)


def width_in_letters(words: str) -> float:
    """How wide the words are, in letters of Latin: a square one, as of Chinese, is as wide as its size."""
    return sum(_width(letter) for letter in words)


def widest_part(words: str) -> float:
    """How wide the widest part is that no line breaks, in letters."""
    return max((width_in_letters(part) for word in words.split() for part in _unbroken(word)), default=1.0)


def lines_needed(words: str, letters_in_line: float) -> int:
    """How many lines the words take, of so many letters each."""
    lines, taken = 1, 0.0
    for word in words.split():
        gap = 1.0 if taken else 0.0
        for part in _unbroken(word):
            width = width_in_letters(part)
            if taken + gap + width > letters_in_line and taken:
                lines, taken, gap = lines + 1, 0.0, 0.0
            over = int(max(width - 1e-6, 0.0) / max(letters_in_line, 1.0))
            lines, taken = lines + over, taken + gap + width - over * letters_in_line
            gap = 0.0
    return lines


def _unbroken(word: str) -> list[str]:
    """The parts of a word between which a line may break: its soft breaks, and both sides of each square letter."""
    return [
        part
        for piece in with_soft_breaks(word).split(SOFT_BREAK)
        for is_square, letters in groupby(piece, _is_square)
        for part in (letters if is_square else ["".join(letters)])
    ]


def _parts(word: str) -> list[str]:
    """The syllables of a long word, as far as its vowels tell them."""
    starts = [at for at in range(LEAST_PART, len(word) - LEAST_PART + 1) if _begins_syllable(word, at)]
    return [word[start:end] for start, end in zip([0, *starts], [*starts, len(word)], strict=True)]


def _begins_syllable(word: str, at: int) -> bool:
    """Whether here consonants that belong together are followed by a vowel, and another was before them."""
    if _is_vowel(word[at]) or unicodedata.combining(word[at]) or not any(map(_is_vowel, word[:at])):
        return False
    length = len(_kept_together(word, at)) or 1
    parted = (len(_kept_together(word, at - back)) > back for back in (1, 2))
    return _is_vowel(word[at + length : at + length + 1]) and not any(parted)


def _kept_together(word: str, at: int) -> str:
    """The letters from here on that no break parts, if there are any."""
    return next((kept for kept in KEPT_TOGETHER if word[at : at + 3].lower().startswith(kept)), "")


def _is_vowel(letter: str) -> bool:
    return unicodedata.normalize("NFD", letter)[:1].lower() in VOWELS


def _is_square(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return 1 / LETTER_SHARE if _is_square(letter) else 1.0
