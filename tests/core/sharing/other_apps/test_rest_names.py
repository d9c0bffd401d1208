"""What names say of their time, in the languages of those who use a timer."""

import pytest

from routine_app.core.routine.plan import plan
from routine_app.core.sharing.other_apps.other_app_routine import Entry
from routine_app.core.sharing.other_apps.rest_names import Guess, guess_of, guesses_of
from tests.core.sharing.other_apps.other_app_files import exercise, only, outline, routine_of, workout

SURE = (
    "Rest|Long Rest|Break|Pause|Отдых|Dinlenme|DİNLENME|Przerwa|Descanso|Switch sides|REST 2|Rest (30s)|Rest - 1 min|"
    "Rest between sets|short break|Active recovery|Change legs|Switch leg|Lange Pause|Seitenwechsel|Seite wechseln|"
    "Repos|Récupération|Riposo|Pausa|Cambio de lado|Trocar de lado|Długa przerwa|Odpoczynek|Пауза|Длинный отдых|"
    "Смена стороны|Перерыв|Set aras\N{LATIN SMALL LETTER DOTLESS I} mola|Rust|Vila|Tauko|Pihenő|Odmor|休憩|休息|휴식|استراحة|הפסקה|आराम|พัก|nghỉ|"
    "Water break|Get ready|Trinkpause|Transition|Rustpauze|😴 Rest|*REST*|~ pause ~|Break!|"
    "Récup|Switching sides|Change to the other leg|Rest1|Pause2|Break 3|Počitek|Pihenés|Hvíld|间歇|বিশ্রাম|ஓய்வு|Демалыс"
)
UNSURE = "Rest pose|Pause squat|Recovery walk|Switch|Resting squat hold|長い休憩|Rest/Row|Отдых лёжа|Breathe and reach"
HELD = "Plank|Side plank|Leg raise|Left side|Child's pose|Long|Cobra 2|Breakdance|Half moon|Планка|5|🐍|🐈|🌙|☀️|Switch2hold|Left leg|Other side"


@pytest.mark.parametrize(("names", "guess"), [(SURE, Guess.REST), (UNSURE, Guess.UNSURE), (HELD, Guess.HOLD)])
def test_what_a_name_says(names: str, guess: Guess) -> None:
    """It is a rest where it says nothing else."""
    assert [name for name in names.split("|") if guess_of(name) is not guess] == []


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        ("A X B X C", "X"),
        ("A X B X C Rest D", ""),
        ("A B A B A B", ""),
        ("A B C A B C", ""),
        ("A A B B", ""),
        ("Warm-up X A X B", "X"),
    ],
)
def test_what_stands_between_others_is_asked_for(names: str, asked: str) -> None:
    """Its language may be one that nobody here knows; where rests are known, it is none."""
    guesses = guesses_of(names.split())
    assert "".join(name for name, guess in guesses.items() if guess is Guess.UNSURE) == asked


def test_any_entry_can_be_changed() -> None:
    """From a hold to a rest and back, by its name; only never so that nothing is held."""
    other = only(
        workout(exercise("Plank"), exercise("Pause squat", 20), exercise("Bridge"), exercise("Rest", 5))
    )
    assert other.entries == (
        Entry("Plank", 30, is_rest=False),
        Entry("Pause squat", 20, is_rest=False, is_asked=True),
        Entry("Bridge", 30, is_rest=False),
        Entry("Rest", 5, is_rest=True),
    )
    changed = other.with_chosen("Pause squat", is_rest=True)
    assert changed is not None
    assert changed.entries[1] == Entry("Pause squat", 20, is_rest=True)
    assert outline(routine_of(changed)) == [("Plank", 30, 20, 1), ("Bridge", 30, 5, 1)]
    held = changed.with_chosen("Rest", is_rest=False)
    assert held is not None
    assert [step.seconds for step in plan(routine_of(held))] == [10, 30, 20, 30, 5]
    only_one = only(workout(exercise("Plank"), exercise("Rest", 5)))
    assert only_one.with_chosen("Plank", is_rest=True) is None
