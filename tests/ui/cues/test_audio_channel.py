"""One player: loaded ahead, started on its moment, silent at once."""

import asyncio

from routine_app.ui.cues.audio_channel import LOST_SECONDS, AudioChannel
from routine_app.ui.kit.client_calls import ClientCalls
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

PATIENCE_SECONDS = 1.0
FIRST, SECOND = b"first", b"second"


class Listening:
    """A channel on a page."""

    def __init__(self) -> None:
        self.client = StandInClient()
        self.channel = AudioChannel(ClientCalls(), FIRST, PATIENCE_SECONDS)

    @property
    def loaded(self) -> bytes:
        """What the player has."""
        (audio,) = self.client.audio.values()
        assert isinstance(audio, bytes)
        return audio

    @property
    def asked(self) -> list[tuple[float, str]]:
        """What the player was asked for, and when."""
        return [(call.at, call.method) for call in self.client.calls]


@in_virtual_time
async def test_what_is_loaded_starts_at_once() -> None:
    """Without going back to the start first, which would take its time."""
    listening = Listening()
    await settle()
    listening.channel.start(FIRST, 1.0)
    await settle()
    assert listening.asked == [(0.0, "resume")]
    assert listening.loaded == FIRST


@in_virtual_time
async def test_what_is_not_loaded_starts_once_it_is() -> None:
    """Once, however long the loading takes; a browser would else play it twice."""
    listening = Listening()
    await settle()
    listening.channel.start(SECOND, 1.0)
    assert listening.asked == []
    await settle()
    assert listening.asked == [(0.0, "resume")]
    assert listening.loaded == SECOND


@in_virtual_time
async def test_a_start_that_waited_too_long_is_given_up() -> None:
    """A beep of another second is worse than none."""
    listening = Listening()
    listening.client.is_loading = True
    listening.channel.start(SECOND, 1.0)
    await asyncio.sleep(PATIENCE_SECONDS + 0.1)
    listening.client.finish_loading()
    await settle()
    assert listening.asked == []


@in_virtual_time
async def test_the_next_is_loaded_when_this_one_is_over() -> None:
    """Loading would cut it off."""
    listening = Listening()
    await settle()
    listening.channel.start(FIRST, 1.0)
    listening.channel.load(SECOND)
    await asyncio.sleep(0.9)
    assert listening.loaded == FIRST
    await asyncio.sleep(0.2)
    assert listening.loaded == SECOND


@in_virtual_time
async def test_stop_silences_what_plays_and_rewinds_it() -> None:
    """And nothing if nothing plays."""
    listening = Listening()
    await settle()
    listening.channel.stop()
    await settle()
    assert listening.asked == []
    listening.channel.start(FIRST, 1.0)
    await settle()
    listening.channel.stop()
    await settle()
    assert listening.asked == [(0.0, "resume"), (0.0, "pause"), (0.0, "seek")]


@in_virtual_time
async def test_stop_takes_back_a_start_that_waits() -> None:
    """Paused while it loads: it stays silent."""
    listening = Listening()
    listening.client.is_loading = True
    listening.channel.start(SECOND, 1.0)
    listening.channel.stop()
    listening.client.finish_loading()
    await settle()
    assert "resume" not in [method for _, method in listening.asked]


@in_virtual_time
async def test_a_page_that_was_loaded_anew_loads_again() -> None:
    """Each time, though it is the same sound, and starts it when it has it."""
    listening = Listening()
    await settle()
    for _ in range(3):
        before = listening.loaded
        listening.channel.reload()
        await settle()
        assert listening.loaded != before
        assert listening.loaded.rstrip(b"\0") == FIRST
    listening.channel.start(FIRST, 1.0)
    await settle()
    assert listening.asked == [(0.0, "resume")]


@in_virtual_time
async def test_the_volume_is_sent_when_it_changes() -> None:
    """Once."""
    listening = Listening()
    await settle()
    before = len(listening.client.patched)
    listening.channel.set_volume(0.5)
    listening.channel.set_volume(0.5)
    assert len(listening.client.patched) == before + 1


@in_virtual_time
async def test_a_lost_word_of_loading_does_not_silence_for_ever() -> None:
    """A page that went away while it loaded never tells; later starts go through."""
    listening = Listening()
    listening.client.is_loading = True
    listening.channel.load(SECOND)
    await asyncio.sleep(LOST_SECONDS + 0.1)
    listening.channel.start(SECOND, 1.0)
    await settle()
    assert [method for _, method in listening.asked] == ["resume"]
