"""Sentences that users write, said by a neural voice on this machine."""

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Lock, Thread
from typing import Protocol

from routine_app.core.cues.audio_sources import Clip
from routine_app.data.voice.cache import VoiceCache
from routine_app.data.voice.piper import PiperSynthesizer, missing_packages
from routine_app.data.voice.pronunciation import sayable

MOST_WAITING = 500
"""Sentences that wait to be rendered; a routine has some dozens, and each takes a fifth of a second."""
MOST_FAILURES = 3
"""After so many failures in a row nothing more is tried until the app starts again."""

_log = logging.getLogger(__name__)


class Synthesizer(Protocol):
    """A voice that says texts."""

    def render(self, text: str) -> bytes:
        """The text said, between silences, as MP3 frames of the one form; empty if nothing is heard; may raise anything."""


class NeuralVoice:
    """A `routine_app.core.cues.audio_sources.VoiceSource` that renders what it is told to prepare, in a thread of its own.

    One is enough for all pages. `load` makes the synthesizer, in that thread, when the first sentence is due.
    """

    def __init__(self, cache: VoiceCache, load: Callable[[], Synthesizer]) -> None:
        self._cache = cache
        self._load = load
        self._synthesizer: Synthesizer | None = None
        self._guard = Lock()
        self._waiting: list[str] = []
        self._worker: Thread | None = None
        self._failures = 0

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """A clip for each sentence if all are rendered, and any is heard; never waits for one that is not."""
        clips = [self._rendered(sentence) for sentence in sentences]
        found = tuple(clip for clip in clips if clip is not None)
        return found if len(found) == len(clips) and any(clip.audio for clip in found) else None

    def prepare(self, sentences: Sequence[str]) -> None:
        """Render these sentences next, before those that still wait; a text that the voice cannot say is left out."""
        texts = [text for text in map(sayable, sentences) if text is not None]
        with self._guard:
            if not texts or self._failures >= MOST_FAILURES:
                return
            self._waiting = list(dict.fromkeys([*texts, *self._waiting]))[:MOST_WAITING]
            if self._worker is None:
                self._start_worker()

    def finish(self) -> None:
        """Block until every sentence that was asked for is rendered."""
        worker = self._worker
        if worker is not None:
            worker.join()

    def _start_worker(self) -> None:
        worker = Thread(target=self._work, name="neural voice", daemon=True)
        try:
            worker.start()
        except RuntimeError as error:
            _log.warning("The neural voice cannot work: %s", error)
        else:
            self._worker = worker

    def _rendered(self, sentence: str) -> Clip | None:
        text = sayable(sentence)
        return None if text is None else self._cache.find(text)

    def _work(self) -> None:
        for text in iter(self._next, None):
            if not self._cache.use(text):
                self._render(text)

    def _next(self) -> str | None:
        """The text to render next; None, which ends the worker, if there is none."""
        with self._guard:
            if self._waiting:
                return self._waiting.pop(0)
        self._cache.remove_oldest()
        with self._guard:
            if self._waiting:  # came meanwhile
                return self._waiting.pop(0)
            self._worker = None
            return None

    def _render(self, text: str) -> None:
        try:
            if self._synthesizer is None:
                self._synthesizer = self._load()
            self._cache.keep(text, self._synthesizer.render(text))
        except Exception:  # noqa: BLE001 - others' code, on machines of every kind; chime and words remain
            _log.exception("The neural voice could not say a sentence of %d characters.", len(text))
            self._count_failure()
        else:
            self._failures = 0

    def _count_failure(self) -> None:
        with self._guard:
            self._failures += 1
            if self._failures == MOST_FAILURES:
                self._waiting.clear()
                _log.warning("The neural voice is given up until the app starts again.")


def neural_voice(
    cache_folder: Path,
    missing: Callable[[], Iterable[str]] = missing_packages,
    load: Callable[[], Synthesizer] = PiperSynthesizer,
) -> NeuralVoice | None:
    """The voice of the extra `routine-app[voice]`; None where that is not installed.

    What it renders is kept in the folder, which is made when it is needed. The voice is loaded when it first speaks.
    """
    if lacking := list(missing()):
        _log.info("No neural voice, for want of %s; routine-app[voice] brings it.", ", ".join(lacking))
        return None
    return NeuralVoice(VoiceCache(cache_folder, PiperSynthesizer.version), load)
