"""One player of the client, which starts at once what was loaded into it ahead."""

import logging
from functools import partial

import flet as ft
import flet_audio as fta  # type: ignore[import-untyped]  # Flet types only its main package

from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall, loop_seconds

logger = logging.getLogger(__name__)

LOST_SECONDS = 5.0
"""What was not told to be loaded after this never will be: the client was away, or could not read it."""

MORE = b"\0"


class AudioChannel:
    """Plays one piece of audio at a time.

    Flet's player must have an audio from its first moment on, hence `first`. In a browser a player that
    is started while it loads would sound later, and twice: here it waits, and starts once; or never, if
    that takes longer than `patience_seconds`.
    """

    def __init__(self, calls: ClientCalls, first: bytes, patience_seconds: float) -> None:
        self._calls = calls
        self._patience_seconds = patience_seconds
        self._at_hand = first
        self._audio = fta.Audio(src=first, release_mode=fta.ReleaseMode.STOP, on_loaded=self._on_loaded)
        self._loads_under_way = 1
        self._loading_since = loop_seconds()
        self._start_until = 0.0
        self._free_at = 0.0
        self._next = DeferredCall()

    def set_volume(self, volume: float) -> None:
        """Play at that volume from now on, 0 to 1."""
        if self._audio.volume != volume:
            self._audio.volume = volume
            self._send()

    def load(self, audio: bytes) -> None:
        """Make ready what is started next, once what plays now is over."""
        self._next.cancel()
        wait = self._free_at - loop_seconds()
        if wait > 0:
            self._next.start(wait, partial(self._load, audio))
        else:
            self._load(audio)

    def start(self, audio: bytes, seconds: float) -> None:
        """Play this, which lasts so long, from its beginning; it cuts off what plays."""
        self._next.cancel()
        self._load(audio)
        self._free_at = loop_seconds() + seconds
        if self._is_loaded:
            self._calls.ask("play a sound", self._audio.resume)
        else:
            self._start_until = loop_seconds() + self._patience_seconds

    def stop(self) -> None:
        """Be silent at once."""
        self._next.cancel()
        self._start_until = 0.0
        if self._free_at > loop_seconds():
            self._free_at = 0.0
            self._calls.ask("stop a sound", self._rewind)

    def stop_loading(self) -> None:
        """Load nothing more."""
        self._next.cancel()

    def reload(self) -> None:
        """Load anew what is at hand, as for a page that was loaded anew.

        Nothing tells whether a client that came back has kept its player; a byte more at the end, which
        no player hears, makes each of them load, and say when it has.
        """
        self._send_audio(self._audio.src + MORE if self._audio.src == self._at_hand else self._at_hand)

    async def _rewind(self) -> None:
        await self._audio.pause()
        await self._audio.seek(0)

    def _load(self, audio: bytes) -> None:
        if audio != self._at_hand:
            self._at_hand = audio
            self._send_audio(audio)

    def _send_audio(self, audio: bytes) -> None:
        """Have it loaded; each audio that is sent is told of once when it is, and which one is not told."""
        self._loads_under_way = 1 if self._is_loaded else self._loads_under_way + 1
        self._loading_since = loop_seconds()
        self._audio.src = audio
        self._send()

    def _send(self) -> None:
        try:
            self._audio.update()
        except RuntimeError as error:
            logger.debug("A sound could not be sent; there is no page: %s", error)

    def _on_loaded(self, _: ft.Event[fta.Audio]) -> None:
        self._loads_under_way = max(self._loads_under_way - 1, 0)
        if self._is_loaded and self._start_until > loop_seconds():
            self._start_until = 0.0
            self._calls.ask("play a sound", self._audio.resume)

    @property
    def _is_loaded(self) -> bool:
        return self._loads_under_way == 0 or loop_seconds() - self._loading_since > LOST_SECONDS
