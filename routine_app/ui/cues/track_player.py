"""Flet's audio player with one track at a time, which begins as soon as it is loaded."""

import logging
from collections.abc import Callable

import flet as ft
import flet_audio as fta  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.core.cues.mp3 import joined
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import loop_seconds
from routine_app.ui.kit.safe_handler import quietly

logger = logging.getLogger(__name__)

NOTHING = joined((), 2)
"""Flet's player must have an audio from its first moment on."""

MILLISECONDS = 1000

LOAD_SECONDS = 5.0
LOAD_BYTES_A_SECOND = 250_000
"""What was not told to be loaded after these never will be: the page was away, or could not read it."""

Answer = Callable[[float | None], None]
"""Takes where the track stands, in seconds; infinite once it is over, None if there is none."""


class TrackPlayer:
    """Plays a track.

    In a browser the page's own script begins it (`begins_by_itself`): Flutter's player, once it is told to play, asks
    for its position before each picture, sixty times a second. Elsewhere it is told to.
    """

    def __init__(
        self,
        calls: ClientCalls,
        on_loaded: Callable[[], None],
        on_new_page: Callable[[], None],
        *,
        begins_by_itself: bool,
    ) -> None:
        self._calls = calls
        self._on_track, self._on_new_page = on_loaded, on_new_page
        self._begins_by_itself = begins_by_itself
        self._audio = fta.Audio(
            src=NOTHING,
            release_mode=fta.ReleaseMode.STOP,
            on_loaded=quietly(self._on_loaded),
            on_state_change=quietly(self._on_state),
        )
        self._loads_under_way = 1
        self._lost_at = loop_seconds() + LOAD_SECONDS
        self._is_wanted = False
        self._is_over = False

    def play(self, mp3: bytes) -> None:
        """Play this from its beginning, in place of what plays."""
        self._is_wanted, self._is_over = True, False
        self._load(mp3)

    def clear(self) -> None:
        """Be silent, and have nothing at hand that the system might show and begin again."""
        self._is_wanted = False
        if self._audio.src != NOTHING:
            self._load(NOTHING)

    def _load(self, mp3: bytes) -> None:
        now = loop_seconds()
        self._loads_under_way = 1 if now > self._lost_at else self._loads_under_way + 1
        self._lost_at = now + load_seconds(mp3)
        self._audio.src = mp3
        try:
            self._audio.update()
        except RuntimeError as error:
            logger.debug("A track could not be sent; there is no page: %s", error)

    def stop(self) -> None:
        """Be silent at once, and for good: what goes on is another track.

        A page that was away may have missed it, and is told again.
        """
        self._is_wanted = False
        if self._audio.src != NOTHING:
            self._calls.ask("stop the sound", self._stop)

    async def _stop(self) -> None:
        """Pause it, unless another was sent before this could be: that would stand still in its place."""
        if not self._is_wanted:
            await self._audio.pause()

    def ask_position(self, answer: Answer) -> None:
        """Have this called with where the track stands, whenever the page answers: one that is locked does so as it wakes."""

        async def ask() -> None:
            try:
                position = await self._audio.get_current_position()
            except RuntimeError:
                answer(None)
                raise
            seconds = None if position is None else position.in_milliseconds / MILLISECONDS
            answer(float("inf") if self._is_over else seconds)

        self._calls.ask("tell where the sound is", ask, within_seconds=None)

    def ask_for_life(self, answer: Callable[[], None]) -> None:
        """Have this called if the page answers anything at all."""

        async def ask() -> None:
            await self._calls.semantics.get_accessibility_features()
            answer()

        self._calls.ask("tell that it is there", ask, within_seconds=None)

    def _on_loaded(self, _: ft.Event[fta.Audio]) -> None:
        """A page tells once of each audio that it was sent, and again of the last one when it was loaded anew."""
        is_new_page = self._loads_under_way == 0
        self._loads_under_way = max(self._loads_under_way - 1, 0)
        if self._loads_under_way:
            return
        if not self._is_wanted:
            self.stop()
        elif is_new_page:
            self._on_new_page()
        else:
            if not self._begins_by_itself:
                self._calls.ask("play the sound", self._audio.resume)
            self._on_track()

    def _on_state(self, event: fta.AudioStateChangeEvent) -> None:
        if event.state is fta.AudioState.COMPLETED and not self._loads_under_way:
            self._is_over = True
            self.clear()


def load_seconds(mp3: bytes) -> float:
    """How long a page may take to load a track."""
    return LOAD_SECONDS + len(mp3) / LOAD_BYTES_A_SECOND
