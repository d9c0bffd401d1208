"""What is most worth doing today."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from routine_app.core.balance.balance import balance
from routine_app.core.balance.today import just_done, today
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.core.settings.settings import Settings, as_set

EACH = (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0))
BOTH = (SideHold(Side.BOTH, 30.0),)


def entry(name: str, *stretches: Stretch) -> RoutineEntry:
    """Make an entry of the library, titled like its file."""
    routine = Routine(name.capitalize(), stretches, get_ready_seconds=5.0)
    return RoutineEntry(name, f"{name}.yaml", routine)


def stretch(muscle: str, holds: tuple[SideHold, ...] = EACH, gap_seconds: float = 10.0) -> Stretch:
    """Make a stretch of one muscle, named after it."""
    return Stretch(muscle, holds, gap_seconds, gap_seconds, muscles=(muscle,))


FULL: list[Held] = [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle != "hamstrings"]
BROKEN = RoutineEntry("broken", "broken.yaml", None)


def test_with_nothing_held_it_is_the_routine_that_works_most() -> None:
    """Of those the shorter one."""
    two = entry("two", stretch("glutes"), stretch("hamstrings"))
    long = entry("long", stretch("glutes"), stretch("hamstrings", gap_seconds=60.0))
    found = today(
        balance([], 7, 180.0), [BROKEN, entry("one", stretch("glutes")), long, two], Settings(today_minutes=3)
    )
    assert (found.name, found.title) == ("two", "Two")
    assert found.why == (
        "Nothing held for your hips this week. Six groups of muscle pull on your hips like ropes; this works 2 of them."
    )


def test_with_one_side_short_it_is_made_for_that() -> None:
    """And says of which side it is, and why."""
    week = balance(
        [*FULL, Held(("hamstrings",), Side.LEFT, 150.0), Held(("hamstrings",), Side.RIGHT, 40.0)], 7, 180.0
    )
    found = today(week, [entry("reach", stretch("hamstrings"))], Settings(today_minutes=3))
    assert (found.name, found.title) == ("", "Catch up: hamstrings, right")
    assert found.why == "Hamstrings: right 40 s of 3 min held this week, left 2 min 30 s."
    assert found.routine is not None
    assert {one.why for one in found.routine.stretches} == {found.why}
    assert found.length == "2 min 25 s"


def test_a_routine_that_gives_more_for_its_time_is_better() -> None:
    """This one has no gaps: in 125 s it gives 240 of the 280 that are missing."""
    week = balance(
        [*FULL, Held(("hamstrings",), Side.LEFT, 40.0), Held(("hamstrings",), Side.RIGHT, 40.0)], 7, 180.0
    )
    quick = entry("quick", Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",), sets=4))
    found = today(week, [quick, entry("reach", stretch("hamstrings"))], Settings(today_minutes=3))
    assert found.name == "quick"
    assert found.why == "It gives your hips 4 min of the 5 min that they still need this week."


def test_what_was_made_before_is_not_offered_again() -> None:
    """It was made for another day."""
    made = today(
        balance(FULL, 7, 180.0), [entry("reach", stretch("hamstrings"))], Settings(today_minutes=3)
    ).routine
    assert made is not None
    earlier = RoutineEntry("catch-up", "catch-up.yaml", made)
    assert today(balance(FULL, 7, 180.0), [earlier], Settings(today_minutes=3)).routine is None
    assert today(balance([], 7, 180.0), [earlier], Settings(today_minutes=3)).routine is None


def test_a_routine_for_which_there_is_no_time_is_not_it() -> None:
    """Four minutes do not go into three."""
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 40.0)], 7, 400.0)
    long = entry("long", Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",), sets=8))
    assert today(week, [long], Settings(today_minutes=3)).name == ""
    assert today(week, [long], Settings(today_minutes=5)).name == "long"


def test_nothing_to_do_once_each_rope_has_its_dose() -> None:
    """And it says so."""
    found = today(
        balance([*FULL, Held(("hamstrings",), Side.BOTH, 180.0)], 7, 180.0), [], Settings(today_minutes=3)
    )
    assert found.length == ""
    assert (found.routine, found.why) == (
        None,
        "Each muscle of your hips has had its 3 min on each side this week.",
    )


def test_without_a_stretch_that_fits_it_says_so() -> None:
    """The library is empty, or works something else."""
    for entries in ([], [entry("neck", stretch("neck"))]):
        found = today(balance(FULL, 7, 180.0), entries, Settings(today_minutes=3))
        assert (found.routine, found.why) == (
            None,
            "None of your routines works what is missing, in no more than 3 min.",
        )


NOW = datetime(2026, 5, 4, 18, 0, tzinfo=UTC)


def session(name: str, *held: str, hours_ago: float = 1, held_seconds: float = 30.0) -> SessionRecord:
    """A session of a routine in which these stretches were held for so long, of 30 s each."""
    then = NOW - timedelta(hours=hours_ago)
    holds = tuple(
        HoldRecord(place, stretch, (stretch,), Side.BOTH, 1, 1, 30.0, held_seconds, HoldStatus.CUT)
        for place, stretch in enumerate(held)
    )
    return SessionRecord("s1", name, name, then, 30.0 * len(held), ended_at=then, holds=holds)


def test_with_nothing_held_it_keeps_to_the_minutes_too() -> None:
    """What works most takes too long for three of them, and is it for ten."""
    long = entry("long", stretch("glutes", gap_seconds=90.0), stretch("hamstrings", gap_seconds=90.0))
    entries = [long, entry("one", stretch("glutes"))]
    assert today(balance([], 7, 180.0), entries, Settings(today_minutes=3)).name == "one"
    assert today(balance([], 7, 180.0), entries, Settings(today_minutes=10)).name == "long"


def test_with_nothing_held_and_no_routine_that_fits_one_is_made() -> None:
    """It says the same of the ropes as a routine of the library."""
    long = entry("long", stretch("hamstrings", gap_seconds=90.0), stretch("it_band", gap_seconds=90.0))
    found = today(balance([], 7, 180.0), [long], Settings(today_minutes=2))
    assert (found.name, found.title, found.length) == ("", "Catch up: IT band", "1 min 15 s")
    assert found.why == (
        "Nothing held for your hips this week. Six groups of muscle pull on your hips like ropes; this works 1 of them."
    )


@pytest.mark.parametrize("length", Length)
@pytest.mark.parametrize("get_ready", [None, 60])
@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 10])
def test_it_takes_no_longer_than_was_asked_for(minutes: int, get_ready: int | None, length: Length) -> None:
    """As it will run: with the holds and the time to get ready that are set."""
    settings = Settings(today_minutes=minutes, get_ready_seconds=get_ready, hold_length=length)
    entries = [entry(muscle, stretch(muscle)) for muscle in HIP_MUSCLES]
    for held in ([], FULL, FULL[:3]):
        found = today(balance(held, 7, 180.0), entries, settings)
        run_length = length if found.name else Length.NORMAL
        as_run = found.routine and as_set(with_length(found.routine, run_length), settings)
        assert found.seconds == (planned_seconds(as_run) if as_run else 0.0)
        assert found.seconds <= minutes * 60


def test_of_two_that_give_the_same_the_shorter_one_is_better() -> None:
    """And of two that take no more than there is time for, the one that gives more."""
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 150.0)], 7, 180.0)
    once = Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",))
    quick = entry("quick", once)
    slow = entry("slow", once, once)
    assert today(week, [slow, quick], Settings()).name == "quick"
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 60.0)], 7, 180.0)
    more = entry("more", Stretch("more", BOTH, 5.0, 5.0, muscles=("hamstrings",), sets=4))
    assert today(week, [quick, more], Settings()).name == "more"


def test_what_was_just_done_is_not_offered() -> None:
    """Neither the routine nor another one of the same stretches; one that was given up early is."""
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 60.0)], 7, 180.0)
    sit = Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",), sets=4)
    entries = [entry("quick", sit), entry("same", sit), entry("other", sit._replace(name="Reach"))]
    assert today(week, entries, Settings()).name == "quick"
    assert today(week, entries, Settings(), [session("quick", "Sit")]).name == "other"
    assert today(week, entries, Settings(), [session("quick", "Sit", held_seconds=15.0)]).name == "other"
    assert today(week, entries, Settings(), [session("quick", "Sit", held_seconds=14.0)]).name == "quick"


def test_after_everything_that_is_needed_there_is_nothing_to_do() -> None:
    """It is no lack of routines."""
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 40.0)], 7, 180.0)
    reach = entry("reach", stretch("hamstrings"))
    found = today(week, [reach], Settings(), [session("reach", "hamstrings")])
    assert (found.routine, found.title) == (None, "Nothing to do")
    assert found.why == "You have just done what is most needed. The rest can wait until tomorrow."


def test_what_was_done_in_the_morning_of_another_day_is_not_just_done() -> None:
    """Nor what was done this morning; what ended less than twelve hours ago is."""
    fresh, old = session("reach", hours_ago=11.9), session("reach", hours_ago=12)
    assert just_done([fresh, old], NOW) == (fresh,)


def test_what_a_clock_that_was_wrong_says_of_the_future_is_not_just_done() -> None:
    """It would not be offered for years; an hour ahead is a clock that was set back."""
    ahead, years_ahead = session("reach", hours_ago=-1), session("reach", hours_ago=-20_000)
    assert just_done([years_ahead, ahead], NOW) == (ahead,)


@pytest.mark.parametrize(
    ("sides", "name", "title"),
    [
        ((Side.LEFT,), "", "Catch up: hamstrings, right"),
        ((Side.RIGHT,), "", "Catch up: hamstrings, left"),
        ((Side.LEFT, Side.RIGHT), "", "Nothing to do"),
        ((Side.BOTH,), "", "Nothing to do"),
    ],
)
def test_the_side_that_was_not_held_is_still_offered(sides: tuple[Side, ...], name: str, title: str) -> None:
    """Of a session that was ended after its first side, only that side was just done."""
    done = session("reach", *("hamstrings" for _ in sides))
    holds = tuple(replace(hold, side=side) for hold, side in zip(done.holds, sides, strict=True))
    held = [Held(("hamstrings",), side, 30.0) for side in sides]
    entries = [entry("reach", stretch("hamstrings"))]
    found = today(balance([*FULL, *held], 7, 180.0), entries, Settings(), [replace(done, holds=holds)])
    assert (found.name, found.title) == (name, title)


def test_a_stretch_of_both_sides_is_done_once_each_of_them_was() -> None:
    """Whatever the routine was in which they were held one after the other."""
    done = session("reach", "Sit", "Sit")
    holds = [replace(hold, side=side) for hold, side in zip(done.holds, (Side.LEFT, Side.RIGHT), strict=True)]
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 30.0)], 7, 180.0)
    sit = entry("sit", Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",)))
    assert today(week, [sit], Settings(), [replace(done, holds=tuple(holds[:1]))]).routine is not None
    assert today(week, [sit], Settings(), [replace(done, holds=tuple(holds))]).routine is None


def test_sides_that_differ_by_less_than_is_shown_are_even() -> None:
    """Neither is called the shorter one beside the same words for both: a hold that was cut short lasts no whole seconds."""
    held = [Held(("hamstrings",), Side.LEFT, 60.1), Held(("hamstrings",), Side.RIGHT, 60.4)]
    found = today(balance([*FULL, *held], 7, 180.0), [entry("reach", stretch("hamstrings"))], Settings())
    assert (found.title, found.why) == (
        "Catch up: hamstrings",
        "Hamstrings: 1 min of 3 min held this week, each side.",
    )
