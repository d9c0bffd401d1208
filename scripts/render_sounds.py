"""Renders the sounds of the app into `assets/sounds/`, one MP3 for each `Sound`.

    pip install lameenc
    python -m scripts.render_sounds

Each sound is a few struck notes: a sine and its overtones, which die away sooner than it does. The beeps are notes
of one chord, so that each phase has a pitch of its own and none jars. All lie where the loudspeaker of a phone is
strong, and are equally loud.

The files are frames of the form that all audio of the app has, and each sound is heard from the first sample of its
third frame on: whoever joins frames knows to the sample when it will be heard.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, exp, fsum, log, pi, sin, sqrt
from pathlib import Path
from typing import Final

from routine_app.core.cues.audio_sources import FRAME_SAMPLES, SAMPLES_A_SECOND, SOUND_DELAY_FRAMES
from routine_app.core.cues.sounds import Sound
from routine_app.data.voice.encoder import CODEC_SAMPLES, encoded
from scripts.loudness import Samples

SOUNDS_FOLDER: Final = Path(__file__).resolve().parent.parent / "assets" / "sounds"

SILENCE_BEFORE_SAMPLES: Final = SOUND_DELAY_FRAMES * FRAME_SAMPLES - CODEC_SAMPLES
"""With what encoder and decoder put before a sound, these make two whole frames."""

FULL_SCALE: Final = 32_767

LOUDNESS: Final = 0.2485
"""What every sound comes to in its loudest moment, as a root mean square share of full scale. With it the highest
peak of all is just below -3 dBFS."""
MOMENT_SECONDS: Final = 0.125
"""How long the ear takes to judge a level: the time weighting "fast" of IEC 61672-1."""

SWELL_SECONDS: Final = 0.008
"""A note comes in this slowly, or it would click."""
RELEASE_SECONDS: Final = 0.03
"""The last of a note goes down to nothing in this time."""
DECAY: Final = log(32)
"""By its release the sine of a note is 30 dB lower."""

# Equal temperament, A4 = 440 Hz.
E5: Final = 659.26
A5: Final = 880.0
C6: Final = 1046.5
D6: Final = 1174.66
E6: Final = 1318.51
G6: Final = 1567.98


@dataclass(frozen=True)
class Partial:
    """One sine of a note: its pitch and strength as shares of the note's, and how much sooner it dies away."""

    pitch: float
    strength: float
    haste: float


BEEP: Final = (Partial(1, 1, 1), Partial(2, 0.22, 2), Partial(3, 0.06, 3))
SOFT: Final = (Partial(1, 1, 1), Partial(2, 0.1, 2))
BELL: Final = (Partial(1, 1, 1), Partial(2, 0.35, 1.6), Partial(2.4, 0.18, 2.5), Partial(3, 0.1, 4))
"""A bell's partials, less the lowest, which a phone cannot sound."""


@dataclass(frozen=True)
class Note:
    """One struck note, and when it begins in its sound."""

    hertz: float
    seconds: float
    at_seconds: float = 0.0
    partials: tuple[Partial, ...] = BEEP


NOTES: Final = {
    Sound.HOLD_BEEP: (Note(G6, 0.24),),
    Sound.GET_READY_BEEP: (Note(E6, 0.24),),
    Sound.SWITCH_BEEP: (Note(C6, 0.24),),
    Sound.REST_BEEP: (Note(A5, 0.24),),
    Sound.GAP_END: (Note(E5, 0.32),),
    Sound.HALFWAY: (Note(D6, 0.22, 0.0, SOFT), Note(D6, 0.26, 0.2, SOFT)),
    Sound.HOLD_END: (Note(G6, 0.3), Note(C6, 0.44, 0.18)),
    Sound.START: (Note(A5, 0.3), Note(E6, 0.46, 0.2)),
    Sound.FINISH: (Note(C6, 0.36), Note(E6, 0.36, 0.18), Note(G6, 0.52, 0.36)),
    Sound.CHIME: (Note(A5, 0.8, 0.0, BELL),),
}


def samples_of(sound: Sound) -> Samples:
    """The sound as 16-bit samples, the same each time."""
    return array("h", [round(sample * FULL_SCALE) for sample in _level(_mix(NOTES[sound]))])


def render(sound: Sound) -> bytes:
    """The sound as an MP3."""
    before = array("h", [0] * SILENCE_BEFORE_SAMPLES)
    return encoded((before + samples_of(sound)).tobytes())


def main() -> None:
    """Write every sound."""
    SOUNDS_FOLDER.mkdir(exist_ok=True)
    for sound in Sound:
        (SOUNDS_FOLDER / f"{sound.value}.mp3").write_bytes(render(sound))


def _mix(notes: Sequence[Note]) -> list[float]:
    total_seconds = max(note.at_seconds + note.seconds for note in notes)
    mixed = [0.0] * round(total_seconds * SAMPLES_A_SECOND)
    for note in notes:
        first = round(note.at_seconds * SAMPLES_A_SECOND)
        for index in range(first, min(len(mixed), first + round(note.seconds * SAMPLES_A_SECOND))):
            mixed[index] += _strike(note, (index - first) / SAMPLES_A_SECOND)
    return mixed


def _strike(note: Note, seconds: float) -> float:
    """The note so long after it was struck."""
    decay = DECAY * seconds / (note.seconds - RELEASE_SECONDS)
    sounding = fsum(
        partial.strength * exp(-decay * partial.haste) * sin(2 * pi * note.hertz * partial.pitch * seconds)
        for partial in note.partials
    )
    return sounding * _slope(seconds / SWELL_SECONDS) * _slope((note.seconds - seconds) / RELEASE_SECONDS)


def _slope(share: float) -> float:
    """From 0 to 1 with no corner, while the share goes from 0 to 1."""
    return (1 - cos(pi * min(1.0, max(0.0, share)))) / 2


def _level(samples: Sequence[float]) -> list[float]:
    factor = LOUDNESS / _loudest_moment(samples)
    return [sample * factor for sample in samples]


def _loudest_moment(samples: Sequence[float]) -> float:
    """The highest root mean square of any moment."""
    moment = round(MOMENT_SECONDS * SAMPLES_A_SECOND)
    step = moment // 8
    sums = [
        fsum(sample * sample for sample in samples[first : first + moment])
        for first in range(0, max(1, len(samples) - moment + 1), step)
    ]
    return sqrt(max(sums) / moment)


if __name__ == "__main__":
    main()
