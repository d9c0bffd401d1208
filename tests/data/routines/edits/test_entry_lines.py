"""Which lines belong to an entry, and go with it when it moves."""

from textwrap import dedent

from routine_app.core.routine.repository import (
    MoveStretch,
)
from tests.data.routines.edits.edited_texts import edited


def test_comments_go_with_their_entry() -> None:
    """Those above it, in it, after its lines, and below it if they are deeper than its dash."""
    before = dedent("""\
            title: Hips
            stretches:
              # First: lean.
              - name: Lean  # slowly
                hold: 30s
                # sets: 2

              # Then reach,
              # as far as you can.
              - hold: 45s

                # Not too far.
                name: Reach  # far

            # The end.
            """)
    after = dedent("""\
            title: Hips
            stretches:
              # Then reach,
              # as far as you can.
              - hold: 45s

                # Not too far.
                name: Reach  # far

              # First: lean.
              - name: Lean  # slowly
                hold: 30s
                # sets: 2

            # The end.
            """)
    assert edited(before, MoveStretch(0, 1)) == after
    assert edited(before, MoveStretch(1, -1)) == after
    assert edited(after, MoveStretch(0, 1)) == before


def test_what_belongs_to_none_stays() -> None:
    """Blank lines, comments with a blank line around them, and those left of the dashes."""
    before = dedent("""\
            title: Hips
            stretches:

              - {name: A, hold: 30s}


              # Cool down

              - {name: B, hold: 45s}
              # after B
            # - {name: Old, hold: 30s}
              - {name: C, hold: 1m}
              # no more
            """)
    assert edited(before, MoveStretch(0, 1)) == (
        before.replace("A, hold: 30s", "?")
        .replace("B, hold: 45s", "A, hold: 30s")
        .replace("?", "B, hold: 45s")
    )
    assert edited(before, MoveStretch(2, -1)) == (
        before.replace("B, hold: 45s", "?").replace("C, hold: 1m", "B, hold: 45s").replace("?", "C, hold: 1m")
    )


def test_a_deeper_comment_after_a_blank_line_belongs_to_the_entry_above() -> None:
    """As its indentation says; the blank line before it goes with it."""
    before = "title: T\nstretches:\n- name: A\n  hold: 1s\n\n  # A\n# B\n  # too\n- {name: B, hold: 2s}\n"
    assert edited(before, MoveStretch(0, 1)) == (
        "title: T\nstretches:\n# B\n  # too\n- {name: B, hold: 2s}\n- name: A\n  hold: 1s\n\n  # A\n"
    )


def test_a_deeper_comment_of_nobody_stays() -> None:
    """It follows no entry, and no comment at the dash leads on from it."""
    before = "title: T\nstretches:\n- {name: A, hold: 1s}\n# free\n\n  # odd\n- {name: B, hold: 2s}\n"
    after = "title: T\nstretches:\n- {name: B, hold: 2s}\n# free\n\n  # odd\n- {name: A, hold: 1s}\n"
    assert edited(before, MoveStretch(0, 1)) == after
    assert edited(after, MoveStretch(0, 1)) == before


def test_a_text_that_looks_like_a_comment_is_none() -> None:
    """In quotes it may even stand at the dash's indentation."""
    before = 'title: T\nstretches:\n- hold: 1s\n  name: "A\n# A"\n- {name: B, hold: 2s}\n'
    after = 'title: T\nstretches:\n- {name: B, hold: 2s}\n- hold: 1s\n  name: "A\n# A"\n'
    assert edited(before, MoveStretch(0, 1)) == after


def test_blank_lines_below_a_text_are_not_the_text_s() -> None:
    """They stay between the entries."""
    before = "title: T\nstretches:\n- name: A\n  hold: 1s\n  how: |\n    Sit.\n\n\n- {name: B, hold: 2s}\n"
    after = "title: T\nstretches:\n- {name: B, hold: 2s}\n\n\n- name: A\n  hold: 1s\n  how: |\n    Sit.\n"
    assert edited(before, MoveStretch(0, 1)) == after


def test_a_text_at_the_end_of_an_entry_takes_no_comment_in() -> None:
    """Nor gives one away, nor the blank lines below it."""
    before = dedent("""\
            title: T
            stretches:
            - name: A
              hold: 1s
              how: |+
                 Sit.
                 # text

               # comment of A
            # comment of B
            - {name: B, hold: 2s}
            """)
    after = dedent("""\
            title: T
            stretches:
            # comment of B
            - {name: B, hold: 2s}
            - name: A
              hold: 1s
              how: |+
                 Sit.
                 # text

               # comment of A
            """)
    assert edited(before, MoveStretch(0, 1)) == after
    assert edited(after, MoveStretch(1, -1)) == before
