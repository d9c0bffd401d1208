"""What copies of routines are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.library.copies import as_copy, beside, copy_title, titles_of
from routine_app.core.routine.limits import TITLE_LIMIT
from routine_app.data.routines.texts import RoutineYaml
from tests.core.library.sample_entry import ENTRY

HIPS = "# Mine\ntitle: Hips # short\nstretches: [{name: A, hold: 1s}]\n"


@pytest.mark.parametrize(
    ("title", "taken", "copy"),
    [
        ("Hips", {"Hips"}, "Hips (copy)"),
        ("Hips", {"Hips", "Hips (copy)"}, "Hips (copy 2)"),
        ("Hips", {"Hips", "Hips (copy 2)"}, "Hips (copy)"),
        ("Hips (copy)", {"Hips (copy)"}, "Hips (copy 2)"),
        ("Hips (copy 2)", {"Hips (copy)", "Hips (copy 2)"}, "Hips (copy 3)"),
        ("Hips (copycat)", set(), "Hips (copycat) (copy)"),
    ],
)
def test_a_copy_is_called_a_copy(title: str, taken: set[str], copy: str) -> None:
    """And the copy of a copy is another copy of the same."""
    assert copy_title(title, taken) == copy


@given(st.text(min_size=1, max_size=TITLE_LIMIT), st.integers(0, 12))
def test_a_copy_is_never_too_long_and_never_taken(title: str, copies: int) -> None:
    """However many there are."""
    taken = {title}
    for _ in range(copies):
        taken.add(copy_title(title, taken))
    assert len(taken) == copies + 1
    assert max(map(len, taken)) <= TITLE_LIMIT


def test_a_long_title_is_cut() -> None:
    """The words have their place, without a blank too many."""
    assert copy_title("x" * 72 + " yyyyyyy", set()) == "x" * 72 + " (copy)"


def test_a_text_as_a_copy() -> None:
    """All but its title is as it was; a broken one is as it was in all."""
    assert as_copy(HIPS, RoutineYaml(), {"Hips"}) == HIPS.replace("title: Hips", "title: Hips (copy)")
    assert as_copy("title: Hips\n", RoutineYaml(), {"Hips"}) == "title: Hips\n"


def test_beside_another_of_its_title_it_is_a_copy() -> None:
    """Else it keeps its title, and a broken one its text."""
    assert beside(HIPS, RoutineYaml(), {"Hips", "Legs"}) == HIPS.replace("title: Hips", "title: Hips (copy)")
    assert beside(HIPS, RoutineYaml(), {"Legs"}) == HIPS
    assert beside("title: Hips\n", RoutineYaml(), {"Hips"}) == "title: Hips\n"


def test_a_text_whose_title_cannot_be_changed() -> None:
    """It is copied all the same."""
    text = "title: &t Hips\nstretches: [{name: *t, hold: 1s}]\n"
    assert as_copy(text, RoutineYaml(), {"Hips"}) == text


def test_the_titles_of_a_library() -> None:
    """Broken files have none."""
    assert titles_of([ENTRY, ENTRY._replace(routine=None)]) == {"Evening"}
