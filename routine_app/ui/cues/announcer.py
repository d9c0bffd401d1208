"""Tells screen readers what changed; in a browser the page can also speak it."""

from collections.abc import Sequence
from functools import partial

from routine_app.core.cues.languages import Spoken
from routine_app.ui.kit.client_calls import ClientCalls

SPEAK = "\u2063"
"""An announcement that begins with this invisible mark is spoken by `assets/page`; alone, it silences."""

TENTH_OF_VOLUME = "\u2064"
"""After the mark: one for each tenth of the volume."""

LANGUAGE = "\U000e0001"
"""Before words in one language, and followed by its tag in letters that nobody sees (Unicode, "Tags")."""
_UNSEEN = 0xE0000


class Announcer:
    """Sends announcements, each once."""

    def __init__(self, calls: ClientCalls, *, has_speech: bool) -> None:
        self._calls = calls
        self.has_speech = has_speech
        self._has_spoken = False

    def announce(self, words: str) -> None:
        """Have screen readers say these words."""
        self._calls.ask("announce", partial(self._calls.semantics.announce_message, words))

    def speak(self, parts: Sequence[Spoken], volume: float) -> None:
        """Have screen readers say these words, and the browser speak each in its language at that volume, 0 to 1."""
        self._has_spoken = True
        words = " ".join(LANGUAGE + _unseen(language) + said for said, language in parts)
        self.announce(SPEAK + TENTH_OF_VOLUME * round(volume * 10) + words)

    def silence(self) -> None:
        """Stop the browser's voice at once, if it spoke since it was stopped last."""
        if self._has_spoken:
            self._has_spoken = False
            self.announce(SPEAK)


def _unseen(tag: str) -> str:
    return "".join(chr(_UNSEEN + ord(letter)) for letter in tag)
