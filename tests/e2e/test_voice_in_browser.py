"""The voice clips as a browser hears them."""

import base64
import json
from array import array
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND, Clip
from routine_app.data.paths import assets_folder
from routine_app.data.voice.clips import VoiceClips
from scripts.levelling import SPEECH_LUFS, trimmed
from scripts.loudness import Samples, loudness

pytestmark = pytest.mark.browser

VOICE = assets_folder() / "voice"
SENTENCES = list(json.loads((VOICE / "clips.json").read_text(encoding="utf-8")))
JOINED = ("Pigeon pose.", "Left side.", "Thirty seconds.")

DECODE = """async (audio) => {
    const bytes = Uint8Array.from(atob(audio), (letter) => letter.charCodeAt(0));
    const context = new OfflineAudioContext(1, 1, 22050);
    const heard = (await context.decodeAudioData(bytes.buffer)).getChannelData(0);
    const samples = Int16Array.from(heard, (value) => Math.max(-1, Math.min(1, value)) * 32767);
    let text = '';
    for (const byte of new Uint8Array(samples.buffer)) { text += String.fromCharCode(byte); }
    return [heard.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0), btoa(text)];
}"""

PLAY = """async (audio) => {
    const player = new Audio(`data:audio/mpeg;base64,${audio}`);
    await new Promise((resolve, reject) => {
        player.onended = resolve;
        player.onerror = () => reject(new Error(player.error.message));
        player.playbackRate = 4;
        player.play().catch(reject);
    });
    return [player.currentTime, player.duration];
}"""


class Heard(NamedTuple):
    """What came out of a decoder: the samples, and the highest, where 1 is full scale."""

    samples: Samples
    peak: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / SAMPLES_A_SECOND


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, on which a sound may play as after a tap."""
    page = browser.new_page()
    page.click("body", force=True)
    yield page
    page.close()


@pytest.fixture(scope="module")
def heard(page: Page) -> dict[str, Heard]:
    """Every clip decoded."""
    return {sentence: decoded(page, clip_of(sentence)) for sentence in SENTENCES}


def clip_of(*sentences: str) -> Clip:
    """The clips of shipped sentences, joined."""
    clips = VoiceClips(VOICE).find(sentences)
    assert clips is not None
    return Clip(b"".join(clip.audio for clip in clips), sum(clip.seconds for clip in clips))


def decoded(page: Page, clip: Clip) -> Heard:
    """What the browser's decoder makes of a clip."""
    peak, text = page.evaluate(DECODE, base64.b64encode(clip.audio).decode())
    samples = array("h")
    samples.frombytes(base64.b64decode(text))
    return Heard(samples, peak)


def test_every_clip_is_as_long_as_its_list_says(heard: dict[str, Heard]) -> None:
    """A decoder may leave out what encoding put before the sound, which is less than two frames and a half."""
    differences = {s: clip_of(s).seconds - sound.seconds for s, sound in heard.items()}
    assert {s: difference for s, difference in differences.items() if not -0.001 < difference < 0.06} == {}


def test_every_clip_is_equally_loud(heard: dict[str, Heard]) -> None:
    """Speech is within a decibel everywhere, near what it should be, and no peak is cut off."""
    levels = [loudness(trimmed(sound.samples), SAMPLES_A_SECOND) for sound in heard.values()]
    assert max(levels) - min(levels) <= 1
    assert sum(levels) / len(levels) == pytest.approx(SPEECH_LUFS, abs=1)  # LAME makes all 0.4 dB quieter
    assert {s: sound.peak for s, sound in heard.items() if sound.peak >= 1} == {}


def test_every_clip_begins_and_ends_with_silence(heard: dict[str, Heard]) -> None:
    """Nothing is heard in the first 40 ms nor the last 100, and something within 250 ms."""
    first, last, soon = (round(seconds * SAMPLES_A_SECOND) for seconds in (0.04, 0.1, 0.25))
    loud = {s: max(map(abs, sound.samples[:first] + sound.samples[-last:])) for s, sound in heard.items()}
    assert {s: sample for s, sample in loud.items() if sample > 33} == {}  # -60 dB
    assert {s for s, sound in heard.items() if max(map(abs, sound.samples[:soon])) < 1000} == set()


def test_joined_clips_are_one_stream(page: Page, heard: dict[str, Heard]) -> None:
    """Three sentences decode to the sum of their lengths, and nothing cracks where they meet."""
    joined = decoded(page, clip_of(*JOINED))
    assert joined.seconds == pytest.approx(sum(clip_of(s).seconds for s in JOINED), abs=0.06)
    assert joined.peak == pytest.approx(max(heard[s].peak for s in JOINED), abs=0.01)
    meeting = len(heard[JOINED[0]].samples)
    around = joined.samples[meeting - 1000 : meeting + 1000]
    assert max(map(abs, around)) <= 33


def test_joined_clips_play_to_their_end(page: Page) -> None:
    """The page's own player, too, takes them for one sound of that length."""
    clip = clip_of(*JOINED)
    played, duration = page.evaluate(PLAY, base64.b64encode(clip.audio).decode())
    assert duration == pytest.approx(clip.seconds, abs=0.1)
    assert played == pytest.approx(duration, abs=0.1)
