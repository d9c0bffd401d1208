"""A stretch moves past its neighbour."""

from textwrap import dedent

import pytest

from routine_app.core.routine.repository import (
    MoveStretch,
)
from tests.data.routines.edits.edited_texts import edited, hold, refusal


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_a_last_line_without_a_break(line_break: str) -> None:
    """Whichever line is the last has none."""
    before = "title: T\nstretches:\n- name: A\n  hold: 1s\n\n- name: B\n  hold: 2s"
    after = "title: T\nstretches:\n- name: B\n  hold: 2s\n\n- name: A\n  hold: 1s"
    before, after = before.replace("\n", line_break), after.replace("\n", line_break)
    assert edited(before, MoveStretch(1, -1)) == after
    assert edited(after, MoveStretch(1, -1)) == before


def test_dashes_of_their_own_and_other_indentation_inside() -> None:
    """Each entry keeps how it is written."""
    before = dedent("""\
            title: T
            stretches:
                -
                  # inside
                  name: A
                  hold: 1s
                -     name: B
                      how: |
                        Sit.
                        # no comment

                      hold: 2s
                - {name: C,
              hold: 3s}
            rest: 1s
            """)
    after = dedent("""\
            title: T
            stretches:
                -     name: B
                      how: |
                        Sit.
                        # no comment

                      hold: 2s
                -
                  # inside
                  name: A
                  hold: 1s
                - {name: C,
              hold: 3s}
            rest: 1s
            """)
    assert edited(before, MoveStretch(0, 1)) == after
    assert edited(edited(before, MoveStretch(1, 1)), MoveStretch(2, -1)) == before


def test_there_is_no_place_beyond_the_ends() -> None:
    """Nor farther than one place."""
    text = "title: T\nstretches:\n- {name: A, hold: 1s}\n- {name: B, hold: 2s}\n- {name: C, hold: 3s}\n"
    assert refusal(text, MoveStretch(0, -1)) == "This stretch is the first one already."
    assert refusal(text, MoveStretch(2, 1)) == "This stretch is the last one already."
    assert refusal(text, MoveStretch(3, -1)) == "There is no stretch 4 in this routine."
    assert refusal(text, MoveStretch(0, 2)) == "A stretch moves by one place at a time."


def test_a_dash_that_shares_its_line_is_not_moved() -> None:
    """Which only the long form of a key allows."""
    text = "title: T\n? stretches\n: - {name: A, hold: 1s}\n  - {name: B, hold: 2s}\n"
    assert refusal(text, MoveStretch(0, 1)) == (
        'This stretch does not begin on a line of its own; put each "- " on its own line in the text.'
    )
    assert edited(text, hold(5, stretch=1)) == text.replace("2s", "7s")


def test_the_list_may_have_an_anchor() -> None:
    """It stays before the list."""
    text = "title: T\nstretches: &all  # - all\n- {name: A, hold: 1s}\n- {name: B, hold: 2s}\n"
    assert edited(text, MoveStretch(0, 1)) == (
        "title: T\nstretches: &all  # - all\n- {name: B, hold: 2s}\n- {name: A, hold: 1s}\n"
    )
