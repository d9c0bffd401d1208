"""A session led by ear and hand: every call to the device, with its moment."""

import asyncio
from dataclasses import replace

from routine_app.core.cues.sounds import Vibration
from routine_app.core.session.engine import Session
from routine_app.core.settings.settings import Settings
from routine_app.ui.cues.announcer import SPEAK
from routine_app.ui.cues.coach import Coach
from routine_app.ui.cues.vibrator import PULSES
from routine_app.ui.cues.wake_lock import PAUSE_SECONDS
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.player.session_runner import SessionRunner
from tests.ui.sample_services import page_services, page_settings
from tests.ui.sample_shelves import NamedClips, NamedSounds
from tests.ui.session_plan import END_SECONDS, STEPS
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop

HOLD_WORDS = "Pigeon pose. Left side. Thirty seconds. Sink the hips."


class Led:
    """A session on a page, with a coach whose sounds and clips are their own names."""

    def __init__(self, settings: Settings | None = None, lacks: tuple[str, ...] = ()) -> None:
        self.client = StandInClient()
        self.clips = NamedClips(lacks)
        self.calls = ClientCalls()
        self.coach = Coach(self.calls, NamedSounds(), self.clips, has_speech=True)
        self.settings = page_settings(settings, self.coach.use)
        services = replace(page_services(), coach=self.coach, settings=self.settings)
        self.runner = SessionRunner(Session(STEPS), "Hips", services, lambda _: None, ())
        self.coach.begin(STEPS)

    def begin(self) -> None:
        """Start the session."""
        self.runner.start()

    def asked(self, *methods: str) -> list[float]:
        """When the client was asked for these."""
        return [call.at for call in self.client.calls if call.method in methods]

    async def close(self) -> None:
        """Leave nothing behind."""
        self.runner.close()
        self.coach.close()
        self.calls.close()
        await settle()


@in_virtual_time
async def test_a_whole_session_by_ear() -> None:
    """Each sound and each sentence, on its second."""
    led = Led()
    led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert [(round(at, 3), what) for at, what in led.client.played] == [
        (0.0, "start"),
        (0.0, "Get ready. Pigeon pose. Left side."),
        *((float(at), "get-ready-beep") for at in (7, 8, 9)),
        (10.0, "gap-end"),
        (10.0, HOLD_WORDS),
        (25.0, "halfway"),
        (25.0, "Halfway."),
        (30.0, "Ten more."),
        *((float(at), "hold-beep") for at in (37, 38, 39)),
        (40.0, "hold-end"),
        (40.0, "Switch sides. Right side."),
        *((float(at), "switch-beep") for at in (42, 43, 44)),
        (45.0, "gap-end"),
        (45.0, HOLD_WORDS.replace("Left", "Right")),
        (60.0, "halfway"),
        (60.0, "Halfway."),
        (65.0, "Ten more."),
        *((float(at), "hold-beep") for at in (72, 73, 74)),
        (75.0, "finish"),
        (75.0, "Done. Well held."),
    ]
    await led.close()


@in_virtual_time
async def test_a_screen_reader_hears_each_change_once() -> None:
    """And never the seconds."""
    led = Led()
    led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert [words.split(".")[0] for _, words in led.client.announced] == [
        "Get ready",
        "Pigeon pose",
        "Halfway",
        "Ten more",
        "Switch sides",
        "Pigeon pose",
        "Halfway",
        "Ten more",
        "Done",
    ]
    await led.close()


@in_virtual_time
async def test_commands_are_told_too() -> None:
    """Those of which nothing else is said."""
    led = Led()
    led.begin()
    await asyncio.sleep(12)
    led.runner.pause_or_resume()
    led.runner.add_ten_seconds()
    led.runner.pause_or_resume()
    await settle()
    assert [words for _, words in led.client.announced][2:] == ["Paused", "10 seconds more", "Going on"]
    await led.close()


@in_virtual_time
async def test_a_pause_silences_at_once() -> None:
    """In the middle of a sentence; and the beeps wait."""
    led = Led()
    led.begin()
    await asyncio.sleep(11)
    led.runner.pause_or_resume()
    await asyncio.sleep(100)
    assert led.asked("pause") == [11.0]
    assert led.client.played[-1] == (10.0, HOLD_WORDS)
    await led.close()


@in_virtual_time
async def test_after_a_sleep_it_tells_how_things_stand() -> None:
    """To those who do not see the question; with no sound of what passed."""
    led = Led()
    led.begin()
    await asyncio.sleep(12)
    before = len(led.client.played)
    virtual_loop().seconds += 48
    await settle()
    await asyncio.sleep(2)
    assert led.client.announced[-1][1].startswith("Asleep for 4")
    assert len(led.client.played) == before
    await led.close()


@in_virtual_time
async def test_words_without_a_clip_come_with_a_chime() -> None:
    """No device is sure to speak them; where a sound is due anyway, that is enough."""
    led = Led(lacks=("Ten more.", "Pigeon pose."))
    led.begin()
    await asyncio.sleep(31)
    assert (30.0, "chime") in led.client.played
    assert [what for at, what in led.client.played if at == 10.0] == ["gap-end"]
    spoken = [
        (round(at), words.lstrip(f"{SPEAK}\u2064")) for at, words in led.client.announced if words[0] == SPEAK
    ]
    assert (30, "Ten more.") in spoken
    assert (10, HOLD_WORDS) in spoken
    await led.close()


@in_virtual_time
async def test_all_off_is_silent_but_announced() -> None:
    """A screen reader still hears it all, and no page speaks."""
    led = Led(Settings(voice=False, sounds=False, vibration=False, keep_awake=False))
    led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert {call.method for call in led.client.calls} == {"announce_message"}
    assert len(led.client.announced) == 9
    await led.close()


@in_virtual_time
async def test_turning_the_voice_off_stops_it() -> None:
    """In the middle of a sentence."""
    led = Led()
    led.begin()
    await asyncio.sleep(1)
    led.settings.toggle_voice()
    await settle()
    assert led.asked("pause") == [1.0]
    await led.close()


@in_virtual_time
async def test_the_volume_goes_for_all() -> None:
    """Sounds and voice."""
    led = Led()
    led.settings.change(replace(led.settings.settings, volume_percent=30))
    await settle()
    assert led.client.volumes == [0.3] * 4
    await led.close()


@in_virtual_time
async def test_it_shakes_at_changes() -> None:
    """A hold's start, the change of sides in its own pattern, and the end."""
    led = Led()
    led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    expected = [
        (10.0, Vibration.HOLD_START),
        (40.0, Vibration.SIDE_SWITCH),
        (45.0, Vibration.HOLD_START),
        (75.0, Vibration.FINISH),
    ]
    moments = [start + pulse for start, pattern in expected for pulse in PULSES[pattern]]
    assert [round(at, 3) for at in led.asked("vibrate")] == moments
    assert len(set(PULSES.values())) == len(PULSES)
    await led.close()


@in_virtual_time
async def test_the_screen_stays_awake_until_the_end() -> None:
    """From the first step to the summary, asked for once."""
    led = Led()
    led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert led.asked("enable") == [0.0]
    assert [round(at, 2) for at in led.asked("disable")] == [END_SECONDS]
    await led.close()


@in_virtual_time
async def test_a_long_pause_lets_the_screen_sleep() -> None:
    """After a minute; a shorter one does not, and going on wakes it again."""
    led = Led()
    led.begin()
    await asyncio.sleep(12)
    led.runner.pause_or_resume()
    await asyncio.sleep(PAUSE_SECONDS - 1)
    assert led.asked("disable") == []
    led.runner.pause_or_resume()
    await asyncio.sleep(1)
    led.runner.pause_or_resume()
    await asyncio.sleep(PAUSE_SECONDS + 1)
    assert len(led.asked("disable")) == 1
    led.runner.pause_or_resume()
    await settle()
    assert len(led.asked("enable")) == 2
    led.runner.stop()
    await settle()
    assert len(led.asked("disable")) == 2
    await led.close()


@in_virtual_time
async def test_a_page_that_comes_back_is_asked_anew() -> None:
    """It lost its wake lock and its sounds with the reload; in a long pause it is let sleep."""
    led = Led()
    led.begin()
    await asyncio.sleep(12)
    before = dict(led.client.audio)
    led.coach.client_came()
    await settle()
    assert led.asked("enable") == [0.0, 12.0]
    assert all(led.client.audio[control] != audio for control, audio in before.items())
    led.runner.pause_or_resume()
    await asyncio.sleep(PAUSE_SECONDS + 1)
    led.coach.client_came()
    await settle()
    assert len(led.asked("enable")) == 2
    await led.close()


@in_virtual_time
async def test_keep_awake_can_be_turned_off_in_a_session() -> None:
    """At once, and on again."""
    led = Led()
    led.begin()
    await settle()
    led.settings.change(replace(led.settings.settings, keep_awake=False))
    await settle()
    led.settings.change(replace(led.settings.settings, keep_awake=True))
    await settle()
    assert (len(led.asked("enable")), len(led.asked("disable"))) == (2, 1)
    await led.close()


@in_virtual_time
async def test_a_stopped_session_is_silent() -> None:
    """No finish, no word more."""
    led = Led()
    led.begin()
    await asyncio.sleep(11)
    led.runner.stop()
    await asyncio.sleep(5)
    assert led.client.played[-1] == (10.0, HOLD_WORDS)
    assert led.asked("pause")[-1] == 11.0
    await led.close()


@in_virtual_time
async def test_what_will_be_said_is_known_before_the_session() -> None:
    """A voice that renders has the time of the first steps for it; each sentence once."""
    led = Led()
    assert led.clips.prepared[:4] == ["Get ready.", "Pigeon pose.", "Left side.", "Thirty seconds."]
    assert {"Sink the hips.", "Ten more.", "Switch sides.", "Right side.", "Halfway."} <= set(
        led.clips.prepared
    )
    assert len(set(led.clips.prepared)) == len(led.clips.prepared)
    await led.close()
