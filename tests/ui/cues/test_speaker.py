"""What is said: as clips, by the browser, and never two voices at once."""

import asyncio

from routine_app.ui.cues.announcer import SPEAK, TENTH_OF_VOLUME, Announcer
from routine_app.ui.cues.speaker import Speaker
from routine_app.ui.kit.client_calls import ClientCalls
from tests.ui.sample_shelves import NamedClips
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle

OWN = "Sink the hips."


class Speaking:
    """A speaker on a page that lacks one sentence."""

    def __init__(self, *, has_speech: bool = True) -> None:
        self.client = StandInClient()
        calls = ClientCalls()
        announcer = Announcer(calls, has_speech=has_speech)
        self.speaker = Speaker(calls, NamedClips(lacks=(OWN,)), announcer)


@in_virtual_time
async def test_a_clip_is_played_and_announced() -> None:
    """The announcement without the mark: the page shall not speak it too."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Pigeon pose.", "Left side."), at_once=True)
    await settle()
    assert speaking.client.played == [(0.0, "Pigeon pose. Left side.")]
    assert speaking.client.announced == [(0.0, "Pigeon pose. Left side.")]


@in_virtual_time
async def test_words_without_a_clip_are_the_browsers() -> None:
    """All of them, in one voice, at the volume that is set."""
    speaking = Speaking()
    speaking.speaker.set_volume(0.5)
    speaking.speaker.say(("Left side.", OWN), at_once=True)
    await settle()
    assert speaking.client.played == []
    assert speaking.client.announced == [(0.0, f"{SPEAK}{TENTH_OF_VOLUME * 5}Left side. {OWN}")]


@in_virtual_time
async def test_with_no_browser_what_has_a_clip_is_said() -> None:
    """The rest is to be read."""
    speaking = Speaking(has_speech=False)
    await settle()
    speaking.speaker.say((OWN, "Left side."), at_once=True)
    await settle()
    assert speaking.client.played == [(0.0, "Left side.")]
    assert speaking.client.announced == [(0.0, f"{OWN} Left side.")]


@in_virtual_time
async def test_later_words_wait_until_the_first_are_over() -> None:
    """Two seconds, as long as they last."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Halfway.",), at_once=True)
    await asyncio.sleep(0.5)
    speaking.speaker.say(("Breathe.",), at_once=False)
    await asyncio.sleep(5)
    assert [at for at, _ in speaking.client.played] == [0.0, 2.0]


@in_virtual_time
async def test_words_that_would_wait_too_long_are_left_out() -> None:
    """Six seconds of speech: a cue at the first would come five seconds late."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Pigeon pose.", "Left side.", "Thirty seconds."), at_once=True)
    await asyncio.sleep(1)
    speaking.speaker.say(("Breathe.",), at_once=False)
    await asyncio.sleep(10)
    assert [at for at, _ in speaking.client.played] == [0.0]


@in_virtual_time
async def test_a_new_step_cuts_off_the_old_words() -> None:
    """And what waited behind them."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Halfway.",), at_once=True)
    speaking.speaker.say(("Breathe.",), at_once=False)
    await asyncio.sleep(1)
    speaking.speaker.say(("Switch sides.",), at_once=True)
    await asyncio.sleep(5)
    assert [at for at, _ in speaking.client.played] == [0.0, 1.0]
    assert [c.at for c in speaking.client.calls if c.method == "pause"] == [1.0]


@in_virtual_time
async def test_stop_is_at_once() -> None:
    """The clip, and what waits."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Halfway.",), at_once=True)
    speaking.speaker.say(("Breathe.",), at_once=False)
    await asyncio.sleep(0.5)
    speaking.speaker.stop()
    await asyncio.sleep(5)
    assert len(speaking.client.played) == 1
    assert [c.at for c in speaking.client.calls if c.method == "pause"] == [0.5]


@in_virtual_time
async def test_stop_silences_the_browsers_voice() -> None:
    """By the mark alone, and only while it speaks."""
    speaking = Speaking()
    speaking.speaker.say((OWN,), at_once=True)
    await settle()
    speaking.speaker.stop()
    speaking.speaker.stop()
    await settle()
    assert [words for _, words in speaking.client.announced][1:] == [SPEAK]


@in_virtual_time
async def test_what_comes_next_is_loaded_into_the_other_player() -> None:
    """While the first one speaks."""
    speaking = Speaking()
    await settle()
    speaking.speaker.say(("Halfway.",), at_once=True)
    speaking.speaker.prepare([(OWN,), ("Switch sides.",)])
    await settle()
    assert sorted(speaking.client.audio.values(), key=str) == [b"Halfway.", b"Switch sides."]
    speaking.speaker.say(("Switch sides.",), at_once=True)
    await settle()
    assert speaking.client.played[-1] == (0.0, "Switch sides.")
