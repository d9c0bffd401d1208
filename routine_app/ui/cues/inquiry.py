"""Asks a page where its track stands: one question at a time, and whether anybody is there if it is not answered."""

from collections.abc import Callable

from routine_app.core.clock import Clock
from routine_app.ui.cues.track_player import TrackPlayer
from routine_app.ui.kit.deferred_call import DeferredCall

SILENT_SECONDS = 3.0
"""After so long a page that does not answer is asked for a sign of life. One that is locked gives none."""

GRACE_SECONDS = 1.0
"""What it gave a sign of life for it has so long to answer: the two may overtake each other."""


class Inquiry:
    """Has one question open at most.

    `on_answer` gets where the track stands, and when that was asked; `on_deaf` is called where a page is there, and has
    no word of its track.
    """

    def __init__(
        self,
        player: TrackPlayer,
        clock: Clock,
        on_answer: Callable[[float | None, float], None],
        on_deaf: Callable[[], None],
    ) -> None:
        self._player, self._clock = player, clock
        self._on_answer, self._on_deaf = on_answer, on_deaf
        self._question: object | None = None
        self._asked_at = 0.0
        self._is_probing = False
        self._give_up_later = DeferredCall()

    def ask(self) -> None:
        """Ask, if no question is open; one that is open for long makes sure that somebody is there."""
        if self._question is None:
            self._ask()
        elif self._clock.now() - self._asked_at > SILENT_SECONDS:
            self.probe()

    def ask_anew(self) -> None:
        """Ask, though a question is open: a page that was away may never have got it."""
        self.forget()
        self._ask()

    def forget(self) -> None:
        """Take no answer to what was asked before."""
        self._question, self._is_probing = None, False
        self._give_up_later.cancel()

    def probe(self) -> None:
        """Ask for a sign of life."""
        if self._is_probing:
            return
        self._is_probing = True
        question = self._question = self._question or object()

        def live() -> None:
            if question is self._question:
                self._give_up_later.start(GRACE_SECONDS, self._give_up)

        self._player.ask_for_life(live)

    def _ask(self) -> None:
        question, asked_at = object(), self._clock.now()
        self._question, self._asked_at = question, asked_at

        def hear(position_seconds: float | None) -> None:
            if question is self._question:
                self.forget()
                self._on_answer(position_seconds, asked_at)

        self._player.ask_position(hear)

    def _give_up(self) -> None:
        self.forget()
        self._on_deaf()
