"""How late the sounds of a session are: measured, on a machine that does nothing else."""

from functools import partial
from pathlib import Path
from statistics import quantiles

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e import told_deadlines
from tests.e2e.page_spy import spied, spy_on, wait_for_call
from tests.e2e.phone import Phone, ServedPhone
from tests.e2e.quick_routines import OUT_LOUD, fill_home
from tests.e2e.server import server
from tests.e2e.session_sounds import expected_sounds, sounds_of

pytestmark = [pytest.mark.browser, pytest.mark.measured]

ON_ITS_SECOND = 0.05
"""What the app promises of 99 sounds in 100 (`make bench` measures it); here of three in four."""

NEVER_LATER = 0.5


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """Hold a phone whose sounds are noted."""
    spy_on(context)
    return context


def check_lateness(lateness: list[float]) -> None:
    """Sounds that are on their second, nearly all, and none that belongs to another."""
    print("late, in ms:", " ".join(f"{late * 1000:.0f}" for late in lateness))
    assert quantiles(lateness, n=4)[-1] <= ON_ITS_SECOND
    assert max(lateness) <= NEVER_LATER


def test_each_sound_is_on_its_second(context: BrowserContext, tmp_path: Path) -> None:
    """From the session's deadline to the page's call, with nothing before the first tap."""
    fill_home(tmp_path, {"out-loud.yaml": OUT_LOUD}, settings="")
    with server(tmp_path, program=partial(told_deadlines.run, tmp_path / "deadlines")) as (running, _):
        phone = ServedPhone(context.new_page(), running)
        phone.open()
        assert spied(phone.page, "play", "speak", "vibrate", "awake") == []
        phone.start("Out loud")
        phone.sees("Done")
        wait_for_call(phone.page, "play", "finish")
    told = [line.split() for line in (tmp_path / "deadlines").read_text(encoding="utf-8").splitlines()]
    played = sounds_of(phone)
    assert [call.what for call in played] == [sound for _, sound in told] == [s for _, s in expected_sounds()]
    check_lateness([call.at - float(due) for call, (due, _) in zip(played, told, strict=True)])


def test_the_sounds_of_the_phone_app_keep_their_distance(published: Phone) -> None:
    """From the earliest of them, by the plan."""
    published.come_to_rest()
    published.start("Out loud")
    published.sees("Done")
    wait_for_call(published.page, "play", "finish")
    played, expected = sounds_of(published), expected_sounds()
    assert [call.what for call in played] == [sound for _, sound in expected]
    starts = [call.at - at for call, (at, _) in zip(played, expected, strict=True)]
    check_lateness([start - min(starts) for start in starts])
