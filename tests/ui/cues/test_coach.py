"""A session led by ear and hand: every call to the device, with its moment."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.silent_mode import SILENT_MODE_WORDS
from routine_app.core.cues.sounds import Vibration
from routine_app.core.routine.model import Cue, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import Step, plan
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Ended, Event, FellAsleep, HoldFinished, Paused
from routine_app.core.session.player_view import PlayerView
from routine_app.core.settings.settings import Music, Settings
from routine_app.ui.cues.announcer import LANGUAGE, SPEAK
from routine_app.ui.cues.coach import Coach
from routine_app.ui.cues.guide import NO_SOUND, NO_TOUCH
from routine_app.ui.cues.notices import READING_SECONDS
from routine_app.ui.cues.track_player import NOTHING
from routine_app.ui.cues.vibrator import PULSES
from routine_app.ui.cues.wake_lock import DARK_WORDS, PAUSE_SECONDS
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.player.session_runner import SessionRunner
from tests.ui.sample_services import page_services, page_settings
from tests.ui.sample_shelves import NamedClips, NamedSounds, named_clip
from tests.ui.session_plan import END_SECONDS, STEPS
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import VirtualClock, in_virtual_time, settle, virtual_loop


def without_marks(words: str) -> str:
    """What is said of an announcement."""
    return re.sub(f"[{SPEAK}\u2064\U000e0000-\U000e007f]", "", words)


HOLD_WORDS = "Pigeon pose. Left side. Thirty seconds. Sink the hips."


class Led:
    """A session on a page, with a coach whose sounds and clips have their own names."""

    def __init__(
        self,
        settings: Settings | None = None,
        lacks: tuple[str, ...] = (),
        *,
        clips: NamedClips | None = None,
        is_web: bool = True,
        steps: tuple[Step, ...] = STEPS,
        is_iphone: bool = False,
        is_unencrypted: bool = False,
        refused: Sequence[str] = (),
        kept: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self.client = StandInClient()
        self.client.refused |= set(refused)
        self.client.kept |= kept
        self.clips = clips or NamedClips(lacks)
        self.calls = ClientCalls()
        self.told: list[str] = []
        self.shown: list[PlayerView] = []
        self.events: list[Event] = []
        shelves = (NamedSounds(), self.clips)
        self.coach = Coach(
            self.calls,
            shelves,
            VirtualClock(),
            self.told.append,
            is_web=is_web,
            is_iphone=is_iphone,
            is_unencrypted=is_unencrypted,
        )
        self.settings = page_settings(settings, self.coach.use)
        services = replace(
            page_services(), find_coach=lambda: self.coach, settings=self.settings, clock=VirtualClock()
        )
        self.session = Session(steps)
        self.runner = SessionRunner(self.session, "Hips", services, self.shown.append, (self.events.append,))

    async def begin(self) -> None:
        """Start the session, on a page that stands."""
        await settle()
        self.runner.start()

    def heard(self, since: float, until: float) -> list[tuple[float, str]]:
        """What was heard between two moments, and when each clip began, to a tenth of a second."""
        return [clip for clip in self.client.played if since <= clip[0] < until]

    def named(self, since: float, until: float) -> list[str]:
        """What was heard between two moments."""
        return [words for _, words in self.heard(since, until)]

    @property
    def elapsed_in_plan(self) -> float:
        """The seconds of the plan that have passed."""
        state = self.session.state
        return state.step.start_seconds + state.elapsed(asyncio.get_running_loop().time())

    @property
    def ended_at(self) -> float:
        """When the session ended."""
        return next(event.at for event in self.events if isinstance(event, Ended))

    def kinds(self, *wanted: type[Event]) -> list[type[Event]]:
        """The kinds of the events of these kinds that happened."""
        return [type(event) for event in self.events if isinstance(event, wanted)]

    def asked(self, *methods: str) -> list[float]:
        """When the client was asked for these."""
        return [call.at for call in self.client.calls if call.method in methods]

    async def close(self) -> None:
        """Leave nothing behind."""
        self.runner.close()
        self.coach.close()
        self.calls.close()
        await settle()


WHOLE = [
    (0.0, "start"),
    (0.7, "Get ready."),
    (1.7, "Pigeon pose."),
    (2.8, "Left side."),
    *((float(at), "get-ready-beep") for at in (7, 8, 9)),
    (10.0, "gap-end"),
    (10.7, "Pigeon pose."),
    (11.7, "Left side."),
    (12.8, "Thirty seconds."),
    (13.8, "Sink the hips."),
    (25.0, "halfway"),
    (25.7, "Halfway."),
    (30.0, "Ten more."),
    *((float(at), "hold-beep") for at in (37, 38, 39)),
    (40.0, "hold-end"),
    (40.7, "Right side."),
    *((float(at), "switch-beep") for at in (42, 43, 44)),
    (45.0, "gap-end"),
    (45.7, "Pigeon pose."),
    (46.7, "Right side."),
    (47.8, "Thirty seconds."),
    (48.8, "Sink the hips."),
    (60.0, "halfway"),
    (60.7, "Halfway."),
    (65.0, "Ten more."),
    *((float(at), "hold-beep") for at in (72, 73, 74)),
    (75.0, "finish"),
    (75.7, "Done. Well held."),
]


@in_virtual_time
async def test_a_whole_session_by_ear() -> None:
    """Each sound and each sentence, on its second, of one track."""
    led = Led()
    await led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert led.client.played == WHOLE
    assert len(led.client.tracks) == 1
    assert led.ended_at == END_SECONDS
    await led.close()


@in_virtual_time
async def test_outside_a_browser_the_player_is_told_to_begin() -> None:
    """No script is there to do it."""
    led = Led(is_web=False)
    led.client.audio.waits = True
    await led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert led.client.played == WHOLE
    await led.close()


@in_virtual_time
async def test_a_session_waits_for_a_track_that_loads_slowly() -> None:
    """Digits and sounds agree from when it is heard."""
    led = Led()
    led.client.audio.load_seconds = 0.8
    await led.begin()
    await asyncio.sleep(60)
    assert led.client.played[0] == (0.8, "start")
    assert led.elapsed_in_plan == pytest.approx(60 - 0.8, abs=0.02)
    led.client.audio.load_seconds = 0.0
    await led.close()


@in_virtual_time
async def test_a_track_that_drifts_takes_the_session_along() -> None:
    """At the end of each step, as far as it is off: another clock leads the player."""
    led = Led()
    await led.begin()
    await asyncio.sleep(5)
    led.client.tracks[-1].began_at += 0.1
    await asyncio.sleep(15)
    assert led.elapsed_in_plan == pytest.approx(20 - 0.1, abs=0.02)
    await led.close()


@in_virtual_time
async def test_a_screen_reader_hears_each_change_once() -> None:
    """And never the seconds."""
    led = Led()
    await led.begin()
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
    await led.begin()
    await asyncio.sleep(12)
    led.runner.pause_or_resume()
    led.runner.add_ten_seconds()
    led.runner.pause_or_resume()
    await settle()
    assert [words for _, words in led.client.announced][2:] == ["Paused", "10 seconds more", "Going on"]
    await led.close()


@in_virtual_time
async def test_a_pause_stops_the_track_where_it_is() -> None:
    """And what goes on is another one, from the sentence on that was being said."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.runner.pause_or_resume()
    await asyncio.sleep(100)
    assert led.client.played[-1] == (11.7, "Left side.")
    led.runner.pause_or_resume()
    await asyncio.sleep(4)
    assert led.client.played[-3:] == [
        (112.0, "Left side."),
        (113.0, "Thirty seconds."),
        (114.1, "Sink the hips."),
    ]
    assert len(led.client.tracks) == 2
    await led.close()


@in_virtual_time
async def test_each_command_makes_a_track_from_there() -> None:
    """Skip and Back with the beginning of their step, ten seconds more with what is being said."""
    led = Led()
    await led.begin()
    await asyncio.sleep(3)
    led.runner.skip()
    await asyncio.sleep(1)
    assert led.client.played[-2:] == [(3.0, "gap-end"), (3.7, "Pigeon pose.")]
    led.runner.add_ten_seconds()
    await asyncio.sleep(20)
    assert led.heard(4, 6) == [(4.0, "Pigeon pose."), (5.0, "Left side.")]
    led.runner.back()
    await asyncio.sleep(1)
    assert led.client.played[-2:] == [(24.0, "gap-end"), (24.7, "Pigeon pose.")]
    assert len(led.client.tracks) == 4
    await led.close()


@in_virtual_time
async def test_a_new_step_ends_the_words_of_the_one_before() -> None:
    """Also where no sound does."""
    led = Led(Settings(sounds=False))
    await led.begin()
    await asyncio.sleep(0.5)
    led.runner.skip()
    await asyncio.sleep(3)
    assert led.named(0.5, 2) == ["Pigeon pose.", "Left side."]
    await led.close()


@in_virtual_time
async def test_a_step_that_begins_by_itself_needs_no_other_track() -> None:
    """Nor does the time, nor a question."""
    led = Led()
    await led.begin()
    await asyncio.sleep(50)
    led.coach.client_came()
    await asyncio.sleep(20)
    assert len(led.client.tracks) == 1
    await led.close()


@in_virtual_time
async def test_after_a_sleep_it_tells_how_things_stand() -> None:
    """To those who do not see the question: how far the track was followed, which a call had stopped."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.audio.stop(12.0)
    virtual_loop().seconds += 48
    await asyncio.sleep(1)
    assert led.client.announced[-1][1].startswith("Asleep for 48 s. 1 of 30 s held")
    assert led.client.played[-1] == (11.7, "Left side.")
    await led.close()


@in_virtual_time
async def test_what_the_track_led_through_while_all_slept_is_held() -> None:
    """A locked phone stops every script: nothing is asked, and the log has what was held."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    virtual_loop().seconds += 48
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished]
    assert led.elapsed_in_plan == pytest.approx(61, abs=0.1)
    assert len(led.client.tracks) == 1
    await led.close()


@in_virtual_time
async def test_a_page_that_sleeps_alone_is_waited_for() -> None:
    """The server runs on: it logs no hold of which it cannot know whether it was led through."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(48)
    assert led.kinds(HoldFinished, FellAsleep) == []
    led.client.thaw()
    await asyncio.sleep(4)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished]
    assert led.elapsed_in_plan == pytest.approx(64, abs=0.1)
    await led.close()


@in_virtual_time
async def test_a_page_that_sleeps_alone_tells_how_far_it_was_followed() -> None:
    """The question has that number, and the answer begins a new track."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(40)
    led.client.audio.stop(50.0)
    await asyncio.sleep(40)
    led.client.thaw()
    led.coach.client_came()
    await asyncio.sleep(0.5)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished, FellAsleep]
    assert led.client.announced[-1][1].startswith("Asleep for 42 s. 4 of 30 s held")
    led.runner.resume()
    await asyncio.sleep(12)
    assert led.heard(90, 110) == [(102.5, "halfway"), (103.2, "Halfway.")]
    await led.close()


@in_virtual_time
async def test_a_track_that_ended_while_all_slept_has_ended_the_session() -> None:
    """At its own moment, however late one looks."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(500)
    led.client.thaw()
    led.coach.client_came()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep, Ended) == [HoldFinished, HoldFinished, Ended]
    assert led.ended_at == pytest.approx(END_SECONDS, abs=0.1)
    await led.close()


@in_virtual_time
async def test_a_command_waits_for_what_the_track_tells() -> None:
    """The headset's button after a while in the dark: what was led through counts first."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    virtual_loop().seconds += 48
    led.runner.skip()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep, Ended) == [HoldFinished, HoldFinished, Ended]
    await led.close()


@in_virtual_time
async def test_a_command_is_obeyed_though_the_track_is_not_heard_of() -> None:
    """A second later; then one has slept."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(48)
    led.runner.pause_or_resume()
    await asyncio.sleep(1.5)
    assert led.kinds(FellAsleep) == [FellAsleep]
    led.client.thaw()
    await led.close()


@in_virtual_time
async def test_a_track_that_stood_still_for_a_moment_is_replaced() -> None:
    """By one that sounds: what stopped the one before comes before it, or not at all."""
    led = Led()
    await led.begin()
    await asyncio.sleep(38)
    led.client.audio.stop(38.0)
    await asyncio.sleep(3)
    assert led.named(38.5, 41) == ["hold-end", "Right side."]
    await led.close()


@in_virtual_time
async def test_a_call_that_is_told_late_has_its_own_moment() -> None:
    """A locked page wakes in the midst of a hold, and tells then of a pause that came long before."""
    led = Led()
    await led.begin()
    await asyncio.sleep(15.5)
    led.client.is_frozen = True
    led.client.audio.stop(15.5)
    await asyncio.sleep(9)
    led.client.thaw()
    led.runner.pause_as_heard()
    await asyncio.sleep(1)
    assert led.kinds(Paused, FellAsleep) == [FellAsleep]
    assert led.client.announced[-1][1].startswith("Asleep for 9 s. 5 of 30 s held")
    await led.close()


@in_virtual_time
@pytest.mark.parametrize("seconds", [0.2, 3.0])
async def test_a_call_pauses_without_another_track(seconds: float) -> None:
    """Which would sound into it, though the one that stands still would be replaced."""
    led = Led()
    await led.begin()
    await asyncio.sleep(15)
    led.client.audio.stop(15.0)
    await asyncio.sleep(seconds)
    led.runner.pause_as_heard()
    await asyncio.sleep(3)
    assert led.kinds(Paused, FellAsleep) == [Paused]
    assert len(led.client.tracks) == 1
    await led.close()


@in_virtual_time
async def test_a_call_of_which_the_track_tells_nothing_pauses_too() -> None:
    """A second later."""
    led = Led()
    await led.begin()
    await asyncio.sleep(15)
    led.client.is_frozen = True
    led.runner.pause_as_heard()
    await asyncio.sleep(1.1)
    assert led.kinds(Paused, FellAsleep) == [Paused]
    led.client.thaw()
    await led.close()


@in_virtual_time
async def test_a_page_without_sound_is_led_by_the_screen_alone() -> None:
    """It says so once, and the session is not held up."""
    led = Led()
    led.client.audio.is_missing = True
    await led.begin()
    await asyncio.sleep(END_SECONDS + 0.1)
    assert led.told == [NO_SOUND]
    assert led.ended_at == END_SECONDS
    await led.close()


@in_virtual_time
async def test_a_browser_that_wants_to_be_touched_first_says_so() -> None:
    """And sounds from then on, from the present moment."""
    led = Led()
    led.client.audio.refuses = True
    await led.begin()
    await asyncio.sleep(12)
    assert led.told == [NO_TOUCH]
    assert led.asked("pause") == [], "which would take it for silence that is wanted"
    led.client.audio.refuses = False
    led.runner.resume()
    await asyncio.sleep(14)
    assert led.heard(0, 27) == [
        (12.0, "Left side."),
        (13.0, "Thirty seconds."),
        (14.1, "Sink the hips."),
        (25.0, "halfway"),
        (25.7, "Halfway."),
    ]
    await led.close()


@in_virtual_time
async def test_a_page_that_is_there_and_has_no_word_of_its_track_holds_nothing_up() -> None:
    """It answers all else: the session goes on, and says that there is no sound."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.audio.is_deaf = True
    await asyncio.sleep(40)
    assert led.told == [NO_SOUND]
    assert led.session.state.status is RunStatus.ASLEEP or led.elapsed_in_plan > 45
    led.runner.resume()
    await asyncio.sleep(40)
    assert HoldFinished in led.kinds(HoldFinished)
    await led.close()


@in_virtual_time
async def test_an_answer_may_take_its_time() -> None:
    """What is true late is true: a page that is slow for four seconds holds nothing up for longer."""
    led = Led()
    await led.begin()
    await asyncio.sleep(38)
    led.client.is_frozen = True
    await asyncio.sleep(4)
    led.client.thaw()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished]
    assert led.told == []
    await led.close()


@in_virtual_time
async def test_a_page_that_is_locked_right_after_a_command_is_waited_for() -> None:
    """The headset's Next on a locked phone: its track was never heard of before all slept."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.runner.skip()
    await settle()
    virtual_loop().seconds += 20
    await asyncio.sleep(3)
    assert led.kinds(FellAsleep) == []
    assert led.elapsed_in_plan == pytest.approx(40 + 23, abs=0.6)
    await led.close()


@in_virtual_time
async def test_a_page_that_sleeps_alone_right_after_a_command_is_waited_for() -> None:
    """The server logs nothing that it cannot know."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.runner.skip()
    await settle()
    led.client.is_frozen = True
    await asyncio.sleep(60)
    assert led.kinds(HoldFinished)[1:] == []
    led.client.thaw()
    led.coach.client_came()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished, HoldFinished]
    assert led.told == []
    await led.close()


@in_virtual_time
async def test_settings_that_change_elsewhere_wait_for_a_locked_page() -> None:
    """Another track would be one of which nothing was heard yet."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    led.settings.change(replace(led.settings.settings, volume_percent=30))
    await asyncio.sleep(48)
    assert led.kinds(HoldFinished, FellAsleep) == []
    assert len(led.client.tracks) == 1
    led.client.thaw()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished]
    assert len(led.client.tracks) == 2
    await led.close()


@in_virtual_time
async def test_words_that_wait_for_their_sound_are_not_lost_to_a_command() -> None:
    """They are due, and have not begun."""
    led = Led()
    await led.begin()
    await asyncio.sleep(10.3)
    led.runner.add_ten_seconds()
    await asyncio.sleep(5)
    assert led.named(10.3, 15) == ["Pigeon pose.", "Left side.", "Thirty seconds.", "Sink the hips."]
    await led.close()


@in_virtual_time
async def test_commands_that_wait_are_obeyed_in_their_order() -> None:
    """Each of them, though they keep coming."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(40)
    for _ in range(2):
        led.runner.add_ten_seconds()
        await asyncio.sleep(0.9)
    led.client.thaw()
    await asyncio.sleep(0.2)
    assert led.session.state.added_seconds == 20
    await led.close()


@in_virtual_time
async def test_a_player_that_begins_late_is_waited_for() -> None:
    """A loudspeaker that slept takes its time; the digits wait for it."""
    led = Led()
    led.client.audio.begins_after_seconds = 1.5
    await led.begin()
    await asyncio.sleep(20)
    assert led.told == []
    assert led.elapsed_in_plan == pytest.approx(18.5, abs=0.02)
    await led.close()


@in_virtual_time
async def test_a_track_that_a_call_stopped_and_that_goes_on_is_followed() -> None:
    """The time of the call was not led through."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    led.client.audio.stop(20.0)
    await asyncio.sleep(28)
    led.client.audio.go_on(40.0)
    await asyncio.sleep(10)
    led.client.thaw()
    led.coach.client_came()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, FellAsleep) == []
    assert led.elapsed_in_plan == pytest.approx(31, abs=0.1)
    assert len(led.client.tracks) == 1
    await led.close()


@in_virtual_time
async def test_a_pause_is_told_again_to_a_page_that_may_have_missed_it() -> None:
    """Its connection was lost just then."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.runner.pause_or_resume()
    await settle()
    led.client.audio.go_on(12.0)
    led.coach.client_came()
    await asyncio.sleep(1)
    assert led.client.tracks[-1].until == pytest.approx(12.0, abs=0.01)
    await led.close()


@in_virtual_time
async def test_a_session_of_which_no_page_tells_anything_is_over_some_day() -> None:
    """A minute after its track has ended nobody waits for it; who comes back within half an hour still counts."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.client.is_frozen = True
    await asyncio.sleep(END_SECONDS)
    assert not led.runner.pause_unless_followed()
    await asyncio.sleep(60)
    assert led.runner.pause_unless_followed()
    await asyncio.sleep(300)
    led.client.thaw()
    led.coach.client_came()
    await asyncio.sleep(1)
    assert led.kinds(HoldFinished, Ended) == [HoldFinished, HoldFinished, Ended]
    await led.close()


@in_virtual_time
async def test_a_page_that_is_there_did_not_sleep_while_its_track_was_waited_for() -> None:
    """The step's end waited for longer than a sleep, and the screen was there all the while."""
    led = Led()
    await led.begin()
    await asyncio.sleep(38)
    led.runner.pause_or_resume()
    led.client.audio.is_missing = True
    led.runner.pause_or_resume()
    await asyncio.sleep(10)
    assert led.told == [NO_SOUND]
    assert led.kinds(HoldFinished, FellAsleep) == [HoldFinished]
    await led.close()


@in_virtual_time
async def test_what_is_said_to_go_on_while_a_pause_waits_goes_on() -> None:
    """A call that is over at once."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.runner.pause_as_heard()
    led.runner.resume()
    await asyncio.sleep(5)
    assert led.session.state.status is RunStatus.RUNNING
    assert led.elapsed_in_plan == pytest.approx(17, abs=0.1)
    await led.close()


@in_virtual_time
async def test_a_word_of_loading_that_was_lost_silences_no_later_track() -> None:
    """The page was away just then."""
    led = Led()
    led.client.audio.is_missing = True
    await led.begin()
    await asyncio.sleep(7)
    led.client.audio.is_missing = False
    led.runner.skip()
    await asyncio.sleep(6)
    assert led.told == [NO_SOUND]
    assert led.coach.is_leading
    await led.close()


@in_virtual_time
async def test_a_player_that_fails_is_given_up() -> None:
    """It says so instead of where it stands: the session goes on, with another track if there can be one."""
    led = Led()
    await led.begin()
    await asyncio.sleep(20)
    led.client.audio.is_broken = True
    await asyncio.sleep(END_SECONDS - 19)
    assert led.ended_at == pytest.approx(END_SECONDS, abs=0.5)
    assert led.told == [NO_TOUCH]
    await led.close()


@in_virtual_time
async def test_a_track_that_is_over_is_not_kept() -> None:
    """A page that is loaded anew would get all of it again."""
    led = Led()
    await led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    await led.client.end_audio()
    assert led.client.audio.loaded == NOTHING
    await led.close()


@in_virtual_time
async def test_a_page_that_was_loaded_anew_gets_a_new_track() -> None:
    """What it has of the old one would begin at its beginning."""
    led = Led()
    await led.begin()
    await asyncio.sleep(20)
    led.client.audio.takes.clear()
    led.client.audio.refuses = True
    await led.client.load_anew()
    led.client.audio.refuses = False
    led.runner.resume()
    await asyncio.sleep(6)
    assert led.named(20, 27) == ["halfway", "Halfway."]
    assert led.kinds(FellAsleep) == []
    await led.close()


@in_virtual_time
async def test_words_without_a_clip_come_with_a_chime() -> None:
    """No device is sure to speak them; where a sound is due anyway, that is enough."""
    led = Led(lacks=("Ten more.", "Pigeon pose."))
    await led.begin()
    await asyncio.sleep(31)
    assert (30.0, "chime") in led.client.played
    assert [what for at, what in led.client.played if 10 <= at < 20] == ["gap-end"]
    spoken = [(round(at), without_marks(words)) for at, words in led.client.announced if words[0] == SPEAK]
    assert (30, "Ten more.") in spoken
    assert (10, HOLD_WORDS) in spoken
    await led.close()


class TwoVoices(NamedClips):
    """Has each sentence, but one of them in another voice than the rest."""

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """Nothing, where that one would stand beside others."""
        return None if len(sentences) > 1 and "Sink the hips." in sentences else super().find(sentences)


@in_virtual_time
async def test_words_that_no_one_voice_has_are_spoken() -> None:
    """Whole: the track leaves them to the page though each of them has a clip."""
    led = Led(clips=TwoVoices(()))
    await led.begin()
    await asyncio.sleep(13)
    assert led.named(10, 13) == ["gap-end"]
    spoken = [without_marks(words) for _, words in led.client.announced if words.startswith(SPEAK)]
    assert HOLD_WORDS in spoken
    await led.close()


@in_virtual_time
async def test_each_text_is_spoken_in_its_own_language() -> None:
    """The routine's in what it names, the app's own in English; the voice that renders English is asked for no other."""
    stretch = Stretch(
        "Schmetterling", (SideHold(Side.BOTH, 20.0),), 5.0, 5.0, cues=(Cue("Ruhig atmen."),), language="de"
    )
    led = Led(lacks=("Schmetterling.", "Ruhig atmen."), steps=plan(Routine("Abend", (stretch,), 5.0)))
    await led.begin()
    await asyncio.sleep(6)
    english, german = f"{LANGUAGE}\U000e0065\U000e006e", f"{LANGUAGE}\U000e0064\U000e0065"
    spoken = [words.lstrip(f"{SPEAK}\u2064") for _, words in led.client.announced if words.startswith(SPEAK)]
    assert f"{english}Get ready. {german}Schmetterling." in spoken
    assert f"{german}Schmetterling. {english}Twenty seconds. {german}Ruhig atmen." in spoken
    assert "Twenty seconds." in led.clips.prepared
    assert {"Schmetterling.", "Ruhig atmen."}.isdisjoint(led.clips.prepared)
    await led.close()


@in_virtual_time
async def test_words_that_are_rendered_meanwhile_are_said() -> None:
    """From another track, which begins where it is quiet."""
    led = Led(lacks=("Ten more.",))
    await led.begin()
    await asyncio.sleep(12)
    led.clips.lacks = ()
    await asyncio.sleep(20)
    assert led.named(25, 32) == ["halfway", "Halfway.", "Ten more."]
    assert len(led.client.tracks) == 2
    await led.close()


@in_virtual_time
async def test_all_off_is_silent_but_announced() -> None:
    """A screen reader still hears it all, and no page speaks or plays."""
    led = Led(Settings(voice=False, sounds=False, vibration=False, keep_awake=False))
    await led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert {call.method for call in led.client.calls} == {"announce_message"}
    assert len(led.client.announced) == 9
    assert led.client.tracks == []
    await led.close()


@in_virtual_time
async def test_turning_the_voice_off_stops_it() -> None:
    """In the middle of a sentence; the sounds go on, and so does the voice when it is wanted again."""
    led = Led()
    await led.begin()
    await asyncio.sleep(1)
    led.settings.toggle_voice()
    await asyncio.sleep(19)
    assert [what for at, what in led.client.played if at >= 1] == [*["get-ready-beep"] * 3, "gap-end"]
    led.settings.toggle_voice()
    await asyncio.sleep(11)
    assert led.named(20, 32) == ["halfway", "Halfway.", "Ten more."]
    await led.close()


@in_virtual_time
async def test_the_volume_is_in_the_track() -> None:
    """Sounds and voice; another one is heard at once."""
    led = Led(Settings(volume_percent=50))
    await led.begin()
    await asyncio.sleep(11)
    led.settings.change(replace(led.settings.settings, volume_percent=100))
    await settle()
    quiet, loud = led.client.tracks
    assert named_clip("hold-beep", 12).audio in loud.mp3
    assert named_clip("hold-beep", 12).audio not in quiet.mp3
    await led.close()


@in_virtual_time
async def test_it_shakes_at_changes() -> None:
    """A hold's start, the change of sides in its own pattern, and the end."""
    led = Led()
    await led.begin()
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
    await led.begin()
    await asyncio.sleep(END_SECONDS + 5)
    assert led.asked("enable") == [0.0]
    assert led.asked("disable") == [led.ended_at]
    await led.close()


@in_virtual_time
async def test_a_long_pause_lets_the_screen_sleep() -> None:
    """After a minute; a shorter one does not, and going on wakes it again."""
    led = Led()
    await led.begin()
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
    """It lost its wake lock with the reload; in a long pause it is let sleep."""
    led = Led()
    await led.begin()
    await asyncio.sleep(12)
    led.coach.client_came()
    await settle()
    assert led.asked("enable") == [0.0, 12.0]
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
    await led.begin()
    await settle()
    led.settings.change(replace(led.settings.settings, keep_awake=False))
    await settle()
    led.settings.change(replace(led.settings.settings, keep_awake=True))
    await settle()
    assert (len(led.asked("enable")), len(led.asked("disable"))) == (2, 1)
    await led.close()


@in_virtual_time
async def test_a_screen_that_cannot_be_kept_awake_is_told_of_once() -> None:
    """As the session begins; not again when it goes on after a long pause."""
    led = Led(refused=["enable"])
    await led.begin()
    await settle()
    assert led.told == [DARK_WORDS]
    led.runner.pause_or_resume()
    await asyncio.sleep(PAUSE_SECONDS + 1)
    led.runner.pause_or_resume()
    await settle()
    assert (len(led.asked("enable")), led.told) == (2, [DARK_WORDS])
    await led.close()


@pytest.mark.parametrize("keep_awake", [True, False])
@in_virtual_time
async def test_a_page_that_is_given_no_lock_is_told_of_it_though_it_has_an_answer(
    *, keep_awake: bool
) -> None:
    """As one from the local network; not where the user lets the screen go dark."""
    led = Led(Settings(keep_awake=keep_awake), is_unencrypted=True)
    await led.begin()
    await asyncio.sleep(30)
    assert led.told == [DARK_WORDS] * keep_awake
    await led.close()


@in_virtual_time
async def test_each_thing_that_is_told_has_its_time() -> None:
    """The next would take the page from it; what waits when the session is left is not told any more."""
    led = Led(Settings(music=Music.MIX), is_iphone=True, refused=["enable"])
    await led.begin()
    await asyncio.sleep(READING_SECONDS - 0.1)
    assert len(led.told) == 1
    await asyncio.sleep(0.2)
    assert set(led.told) == {DARK_WORDS, SILENT_MODE_WORDS}
    await led.close()
    left = Led(Settings(music=Music.MIX), is_iphone=True, refused=["enable"])
    await left.begin()
    await settle()
    await left.close()
    await asyncio.sleep(READING_SECONDS)
    assert len(left.told) == 1


@in_virtual_time
async def test_a_screen_that_may_go_dark_is_told_of_where_it_matters() -> None:
    """Not where the user lets it, where it is kept awake, or where a page only does not answer."""
    for settings, refused, is_frozen in (
        (Settings(keep_awake=False), ["enable"], False),
        (Settings(), [], True),
    ):
        led = Led(settings, refused=refused)
        led.client.is_frozen = is_frozen
        await led.begin()
        await asyncio.sleep(4)
        assert DARK_WORDS not in led.told
        await led.close()


@in_virtual_time
async def test_the_owner_of_an_iphone_is_told_of_silent_mode_once() -> None:
    """Where the track mixes with music, which silent mode mutes; the browser remembers that, and a later page too."""
    mixed = Settings(music=Music.MIX)
    first = Led(mixed, is_iphone=True)
    await first.begin()
    await settle()
    assert first.told == [SILENT_MODE_WORDS]
    first.runner.pause_or_resume()
    first.runner.pause_or_resume()
    await settle()
    assert first.told == [SILENT_MODE_WORDS]
    later = Led(mixed, is_iphone=True, kept=first.client.kept)
    await later.begin()
    await settle()
    assert later.told == []
    await first.close()
    await later.close()


@pytest.mark.parametrize(
    ("settings", "lacks", "is_iphone", "is_told"),
    [
        (Settings(), (), True, False),
        (Settings(), ("Sink the hips.",), True, True),
        (Settings(voice=False), ("Sink the hips.",), True, False),
        (Settings(music=Music.MIX), (), False, False),
        (Settings(music=Music.MIX, sounds=False, voice=False), (), True, False),
        (Settings(music=Music.MIX, volume_percent=0), (), True, False),
    ],
)
@in_virtual_time
async def test_silent_mode_is_told_of_where_it_mutes(
    settings: Settings, lacks: tuple[str, ...], *, is_iphone: bool, is_told: bool
) -> None:
    """A track plays on as music does; what mixes with other music, and the browser's own voice, do not."""
    led = Led(settings, lacks, is_iphone=is_iphone)
    await led.begin()
    await settle()
    assert led.told == [SILENT_MODE_WORDS] * is_told
    await led.close()


@in_virtual_time
async def test_a_stopped_session_is_silent() -> None:
    """No finish, no word more."""
    led = Led()
    await led.begin()
    await asyncio.sleep(11)
    led.runner.stop()
    await asyncio.sleep(5)
    assert led.client.played[-1] == (10.7, "Pigeon pose.")
    assert led.client.tracks[-1].until == 11.0
    await led.close()


@in_virtual_time
async def test_what_will_be_said_is_known_before_the_session() -> None:
    """A voice that renders has the time of the first steps for it; each sentence once."""
    led = Led()
    led.coach.prepare(STEPS)
    assert led.clips.prepared[:4] == ["Get ready.", "Pigeon pose.", "Left side.", "Thirty seconds."]
    assert {"Sink the hips.", "Ten more.", "Switch sides.", "Right side.", "Halfway."} <= set(
        led.clips.prepared
    )
    assert len(set(led.clips.prepared)) == len(led.clips.prepared)
    await led.close()
