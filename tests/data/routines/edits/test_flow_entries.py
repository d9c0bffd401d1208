"""Entries in brackets, exchanged with their comments."""

from textwrap import dedent

from routine_app.core.routine.repository import (
    MoveStretch,
)
from tests.data.routines.edits.edited_texts import edited


def test_on_one_line() -> None:
    """What stands around them stays."""
    text = "title: T\nstretches: [ {name: A, hold: 1s},{name: B, hold: 2s} , {name: C, hold: 3s}]  # all\n"
    assert edited(text, MoveStretch(1, 1)) == (
        "title: T\nstretches: [ {name: A, hold: 1s},{name: C, hold: 3s} , {name: B, hold: 2s}]  # all\n"
    )


def test_comments_go_with_their_entry() -> None:
    """Those above it and those after it, whether a comma stands between or not."""
    before = dedent("""\
            title: T
            stretches: [
              # about A
              {name: A, hold: 1s},  # a

              # about B
              # too
              {name: B,
               hold: 2s}  # b
              # no more
            ]
            """)
    after = dedent("""\
            title: T
            stretches: [
              # about B
              # too
              {name: B,
               hold: 2s},  # b

              # about A
              {name: A, hold: 1s}  # a
              # no more
            ]
            """)
    assert edited(before, MoveStretch(0, 1)) == after
    assert edited(after, MoveStretch(0, 1)) == before


def test_a_comment_swallows_no_entry() -> None:
    """One that ends a line stays there if the other entry is followed by more."""
    text = "title: T\nstretches: [{name: A, hold: 1s}, {name: B, hold: 2s} # b\n ]\n"
    assert edited(text, MoveStretch(0, 1)) == (
        "title: T\nstretches: [{name: B, hold: 2s}, {name: A, hold: 1s} # b\n ]\n"
    )


def test_commas_in_front() -> None:
    """They stay too."""
    text = "title: T\nstretches:\n  # A\n  [ {name: A, hold: 1s} # a\n  , {name: B, hold: 2s}\n  ]\n"
    assert edited(text, MoveStretch(0, 1)) == (
        "title: T\nstretches:\n  # A\n  [ {name: B, hold: 2s}\n  , {name: A, hold: 1s} # a\n  ]\n"
    )
