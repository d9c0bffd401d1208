"""The player on a page: keys, full screen, and a browser that comes and goes."""

import asyncio
import logging

import pytest

from routine_app.core.routine.model import Cue, Routine
from routine_app.core.routine.plan import plan
from routine_app.core.session.engine import Session
from routine_app.core.session.events import Ended, Event, Paused, StepStarted
from routine_app.ui.kit.full_page import full_view
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player.player import AWAY_SECONDS, Player
from routine_app.ui.shell.routes import PLAY
from tests.ui import control_tree
from tests.ui.sample_services import SilentCoach, page_services
from tests.ui.session_plan import PIGEON, STEPS
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop


class Playing:
    """A session that runs on a page, with the events that were heard."""

    def __init__(self, **facts: object) -> None:
        self.client = StandInClient(**facts)
        self.events: list[Event] = []
        self.coach = SilentCoach()
        self.player = Player(Session(STEPS), "Hips", page_services(coach=self.coach), (self.events.append,))
        self.client.page.views = [full_view(PLAY, self.player.control)]
        self.client.page.update()
        self.player.start()

    @property
    def words(self) -> list[str]:
        """What is to be read."""
        return control_tree.words(self.player.control)

    @property
    def pauses(self) -> list[float]:
        """When it was paused."""
        return [event.at for event in self.events if isinstance(event, Paused)]

    def focus(self, name: str) -> None:
        """Move the keyboard's focus to a button."""
        control_tree.focus(control_tree.button(self.player.control, name))


def test_letters_that_cannot_be_drawn_are_told_by_their_script() -> None:
    """From its first moment on; what is said is the words themselves."""
    pose = PIGEON._replace(name="鳩のポーズ", cues=(Cue("息を吐く"),))
    steps = plan(Routine("柔軟体操", (pose,), get_ready_seconds=10.0))

    @in_virtual_time
    async def play() -> None:
        services = page_services(missing_scripts={"Chinese", "Japanese"})
        player = Player(Session(steps), "柔軟体操", services, ())
        assert {"(Chinese letters)", "(Japanese letters)"} <= set(control_tree.words(player.control))
        client = StandInClient()
        client.page.views = [full_view(PLAY, player.control)]
        client.page.update()
        player.start()
        await asyncio.sleep(10.5)
        words = control_tree.words(player.control)
        assert {"(Chinese letters)", "(Japanese letters)", "Next: (Japanese letters), right side"} <= set(
            words
        )
        assert not [word for word in words if "ポーズ" in word or "息" in word or "柔" in word]
        player.close()

    play()


def test_before_it_starts_it_shows_the_first_step() -> None:
    """So that the page has no empty moment; it is not under way yet."""

    @in_virtual_time
    async def make() -> None:
        player = Player(Session(STEPS), "Hips", page_services(), ())
        words = control_tree.words(player.control)
        assert {"Hips", "Get ready", "Pigeon pose", "10"} <= set(words)
        assert not player.is_under_way

    make()


@in_virtual_time
async def test_it_runs_and_its_buttons_work() -> None:
    """Through a client's own taps."""
    playing = Playing()
    await asyncio.sleep(12)
    assert "28" in playing.words
    await playing.client.tap("Pause")
    await asyncio.sleep(3)
    assert {"28", "Resume", "Hips, paused"} <= set(playing.words)
    await playing.client.tap("Resume")
    await playing.client.tap("+10 s")
    assert "38" in playing.words
    await playing.client.tap("Skip")
    assert "Switch sides" in playing.words
    await playing.client.tap("Back")
    assert {"Hold", "30"} <= set(playing.words)
    await playing.client.tap("Stop")
    await playing.client.tap("End session")
    assert isinstance(playing.events[-1], Ended)
    assert not playing.player.is_under_way


@in_virtual_time
async def test_a_second_of_a_hold_sends_one_update() -> None:
    """The measure of what a phone has to draw."""
    playing = Playing()
    await asyncio.sleep(15.5)
    playing.client.patched.clear()
    await asyncio.sleep(3)
    assert len(playing.client.patched) == 3
    assert len(set(playing.client.patched)) == 1
    playing.player.close()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (" ", {"Resume", "28"}),
        ("Arrow Right", {"Switch sides", "5"}),
        ("Arrow Left", {"Hold", "30"}),
        ("+", {"38"}),
        ("=", {"38"}),
    ],
)
@in_virtual_time
async def test_what_a_key_does(key: str, expected: set[str]) -> None:
    """Two seconds into the first hold, which is the first there is."""
    playing = Playing()
    await asyncio.sleep(12)
    playing.player.press(key)
    assert expected <= set(playing.words)
    playing.player.close()


@in_virtual_time
async def test_escape_stops() -> None:
    """As the cross does."""
    playing = Playing()
    playing.player.press("Escape")
    assert isinstance(playing.events[-1], Ended)


@in_virtual_time
async def test_other_keys_do_nothing() -> None:
    """Also none that Flutter may invent."""
    playing = Playing()
    events = len(playing.events)
    for key in ("A", "Enter", "Tab", "Shift Left", ""):
        playing.player.press(key)
    assert len(playing.events) == events
    playing.player.close()


@in_virtual_time
async def test_a_space_is_left_to_the_button_that_has_the_focus() -> None:
    """It presses that one already: both would pause and resume at once. Other keys still work."""
    playing = Playing()
    playing.focus("Skip")
    playing.player.press(" ")
    assert playing.pauses == []
    playing.player.press("+")
    assert "20" in playing.words
    playing.player.close()


@in_virtual_time
async def test_a_reload_forgets_the_focus() -> None:
    """The page that was loaded anew has it nowhere, and tells of no blur."""
    playing = Playing()
    playing.focus("Skip")
    playing.player.client_came()
    playing.player.press(" ")
    assert playing.pauses == [0.0]
    playing.player.close()


@in_virtual_time
async def test_f_toggles_full_screen_of_a_window() -> None:
    """And back."""
    playing = Playing(web=False)
    window = playing.client.page.window
    modes = []
    for _ in range(2):
        playing.player.press("F")
        modes.append(window.full_screen)
    assert modes == [True, False]
    playing.player.close()


@in_virtual_time
async def test_f_in_a_browser_is_left_to_the_page() -> None:
    """There only the page's own script may."""
    playing = Playing(web=True)
    playing.player.press("F")
    assert playing.client.page.window.full_screen is False
    playing.player.close()


@in_virtual_time
async def test_with_nobody_there_for_a_minute_it_pauses() -> None:
    """Nobody follows it: what would be counted was not held."""
    playing = Playing()
    await asyncio.sleep(5)
    playing.player.client_went()
    await asyncio.sleep(AWAY_SECONDS - 1)
    assert playing.pauses == []
    await asyncio.sleep(2)
    assert playing.pauses == [pytest.approx(5 + AWAY_SECONDS)]
    playing.player.close()


@in_virtual_time
async def test_whoever_comes_back_in_time_finds_it_running() -> None:
    """And it does not pause afterwards."""
    playing = Playing()
    playing.player.client_went()
    await asyncio.sleep(AWAY_SECONDS - 1)
    playing.player.client_came()
    await asyncio.sleep(10)
    assert playing.pauses == []
    playing.player.close()


@in_virtual_time
async def test_the_minute_counts_from_the_last_time_it_was_left() -> None:
    """Two losses of the connection are not added up."""
    playing = Playing()
    playing.player.client_went()
    await asyncio.sleep(40)
    playing.player.client_went()
    await asyncio.sleep(AWAY_SECONDS - 30)
    assert playing.pauses == []
    playing.player.close()


@in_virtual_time
async def test_it_runs_on_while_it_is_not_on_a_page() -> None:
    """What cannot be shown is timed all the same, and shown to whoever comes back."""
    playing = Playing()
    await asyncio.sleep(5)
    playing.client.page.views = []
    playing.client.page.update()
    await asyncio.sleep(37)
    playing.client.page.views = [full_view(PLAY, playing.player.control)]
    playing.player.client_came()
    assert {"Switch sides", "3"} <= set(playing.words)
    assert len([event for event in playing.events if isinstance(event, StepStarted)]) == 3
    playing.player.close()


def test_a_page_that_is_gone_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    """It is a state of every reload, and does not fill the log."""

    @in_virtual_time
    async def run_off_the_page() -> None:
        player = Player(Session(STEPS), "Hips", page_services(), ())
        player.start()
        await asyncio.sleep(5)
        assert "5" in control_tree.words(player.control)
        player.close()

    with caplog.at_level(logging.INFO):
        run_off_the_page()
    # Flet tells of the sessions that are collected, whenever Python gets round to them.
    assert [record for record in caplog.records if record.name.startswith("routine_app")] == []


@in_virtual_time
async def test_a_browser_that_comes_after_the_end_starts_nothing() -> None:
    """The session is over, and stays so."""
    playing = Playing()
    playing.player.press("Escape")
    playing.player.client_came()
    assert virtual_loop().pending_timers == []


@in_virtual_time
async def test_closing_leaves_nothing_running() -> None:
    """Neither the ticks nor the minute's grace; the session stays as it is."""
    playing = Playing()
    playing.player.client_went()
    playing.player.close()
    assert virtual_loop().pending_timers == []
    assert playing.player.is_under_way


@in_virtual_time
async def test_back_out_of_it_asks_whether_to_end() -> None:
    """As the system's Back asks it; twice is as once, and "Keep going" runs on."""
    playing = Playing()
    await asyncio.sleep(2)
    for _ in range(2):
        playing.player.ask_to_end()
        await settle()
    assert {"End this session?", "What you held so far is kept.", "Hips, paused"} <= set(playing.words)
    assert playing.pauses == [pytest.approx(2.0)]
    await asyncio.sleep(60)
    await playing.client.tap("Keep going")
    assert {"Get ready", "8", "Pause"} <= set(playing.words)
    await asyncio.sleep(1)
    assert "7" in playing.words
    playing.player.close()


@in_virtual_time
async def test_end_session_ends_it() -> None:
    """As Stop does."""
    playing = Playing()
    playing.player.ask_to_end()
    await playing.client.tap("End session")
    assert isinstance(playing.events[-1], Ended)


@in_virtual_time
async def test_escape_closes_the_question_and_ends_nothing() -> None:
    """Whoever wants to be rid of a question does not mean to lose the session."""
    playing = Playing()
    playing.player.ask_to_end()
    playing.player.press("Escape")
    assert {"Pause", "10"} <= set(playing.words)
    assert playing.player.is_under_way
    playing.player.close()


@in_virtual_time
async def test_a_reload_finds_the_question() -> None:
    """It is part of the screen."""
    playing = Playing()
    playing.player.ask_to_end()
    playing.player.client_went()
    await asyncio.sleep(AWAY_SECONDS + 1)
    playing.player.client_came()
    assert "End this session?" in playing.words
    await playing.client.tap("Keep going")
    assert {"Pause", "10"} <= set(playing.words)
    playing.player.close()


@in_virtual_time
async def test_it_follows_the_size_of_the_page() -> None:
    """The screen is arranged for it: in two columns the ring is read last."""
    playing = Playing()
    assert playing.words[-1] == "+10 s"
    playing.player.fit(Viewport(844, 390))
    assert playing.words[-2:] == ["10", "Get ready"]
    playing.player.close()
